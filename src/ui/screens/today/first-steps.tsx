// A committee that has only just begun: what to do first. Each line goes away once it is done.
import { mayI, useRowsFound } from '../../data.ts';
import { FileText, Gavel, UserPlus } from '../../icons.ts';
import { nlToday } from '../../nl/today.ts';
import { Section } from '../../parts/card.tsx';
import { type Place, Places } from '../../parts/places.tsx';
import type { TodayRows } from './rows.ts';

export function FirstSteps({ rows }: { readonly rows: TodayRows }) {
  const members = useRowsFound('member');
  const { first } = nlToday;
  if (!members.loaded || !mayI('member.add') || !mayI('meeting.plan')) return null;
  const steps: readonly (Place | false)[] = [
    members.value.filter(({ active }) => active).length <= 1 && {
      title: first.members,
      note: first.membersNote,
      href: '/instellingen/leden',
      icon: UserPlus,
    },
    rows.proposals.length === 0 && {
      title: first.proposal,
      note: first.proposalNote,
      href: '/aanvragen/nieuw',
      icon: FileText,
    },
    rows.meetings.length === 0 && {
      title: first.meeting,
      note: first.meetingNote,
      href: '/vergadering/nieuw',
      icon: Gavel,
    },
  ];
  const open = steps.filter((step) => step !== false);
  if (open.length === 0) return null;
  return (
    <Section id="begin" title={first.title}>
      <Places places={open} />
    </Section>
  );
}
