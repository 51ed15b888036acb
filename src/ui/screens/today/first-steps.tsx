// A committee that has only just begun: what to do first. Each line goes away once it is done.
import { mayI, useRowsFound } from '../../data.ts';
import { FileText, Gavel, UserPlus } from '../../icons.ts';
import { nlToday } from '../../nl/today.ts';
import { Section } from '../../parts/card.tsx';
import { Icon, type IconData } from '../../parts/icon.tsx';
import { Item, List } from '../../parts/list.tsx';
import { Disc } from '../../parts/status.tsx';
import type { TodayRows } from './rows.ts';

interface Step {
  readonly title: string;
  readonly note: string;
  readonly href: string;
  readonly icon: IconData;
}

export function FirstSteps({ rows }: { readonly rows: TodayRows }) {
  const members = useRowsFound('member');
  const { first } = nlToday;
  if (!members.loaded || !mayI('member.add') || !mayI('meeting.plan')) return null;
  const steps: readonly (Step | false)[] = [
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
      <List>
        {open.map(({ title, note, href, icon }) => (
          <Item
            key={href}
            title={title}
            lines={[note]}
            href={href}
            disc={
              <Disc>
                <Icon of={icon} />
              </Disc>
            }
          />
        ))}
      </List>
    </Section>
  );
}
