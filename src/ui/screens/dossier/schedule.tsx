// On the agenda of a meeting that is still to come. Undone by the toast.
import { agendaItemId } from '../../../domain/rows.ts';
import { dispatchOnce, Refusal, type Seen, useApp, useCommand, useRows } from '../../data.ts';
import { Calendar } from '../../icons.ts';
import { nlDossier } from '../../nl/dossier.ts';
import { titleOr } from '../../nl/proposals.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { showToast } from '../../parts/toast-store.ts';
import type { Dossier } from './use-dossier.ts';

/** More meetings than this are planned by nobody. */
const meetingsMax = 4;

export interface ScheduleButtonsProps {
  readonly dossier: Dossier;
  /** On the yellow card the first one is the thing to do. */
  readonly primary?: boolean | undefined;
}

export function ScheduleButtons({ dossier, primary = false }: ScheduleButtonsProps) {
  const command = useCommand('agenda.add');
  const meetings = dossier.coming.slice(0, meetingsMax);
  if (meetings.length === 0) {
    return (
      <>
        <p>{nlDossier.turn.schedule.noMeeting}</p>
        <LinkButton kind={primary ? 'primary' : 'plain'} wide icon={Calendar} href="/vergadering/nieuw">
          {nlDossier.turn.schedule.plan}
        </LinkButton>
      </>
    );
  }
  return (
    <>
      {meetings.map((meeting, index) => (
        <OneMeeting
          key={meeting.id}
          proposal={dossier.proposal}
          meeting={meeting}
          command={command}
          primary={primary && index === 0}
        />
      ))}
      <Refusal command={command} />
    </>
  );
}

interface OneMeetingProps {
  readonly proposal: Seen<'proposal'>;
  readonly meeting: Seen<'meeting'>;
  readonly command: ReturnType<typeof useCommand<'agenda.add'>>;
  readonly primary: boolean;
}

function OneMeeting({ proposal, meeting, command, primary }: OneMeetingProps) {
  const app = useApp();
  const items = useRows('agendaItem', 'meetingId', meeting.id);
  const add = async () => {
    const position = 1 + Math.max(0, ...items.filter(({ removed }) => !removed).map((item) => item.position));
    const { id: proposalId, title } = proposal;
    const sent = await command.send({ meetingId: meeting.id, proposalId, title: titleOr(title), position });
    if (!sent.saved) return;
    showToast({
      text: nlDossier.actions.scheduled(meeting.plannedOn),
      undo: async () => {
        await dispatchOnce(app, 'agenda.remove', { itemId: agendaItemId(meeting.id, proposalId) });
      },
    });
  };
  return (
    <Button kind={primary ? 'primary' : 'plain'} wide icon={Calendar} busy={command.busy} onClick={() => void add()}>
      {nlDossier.actions.schedule(meeting.plannedOn)}
    </Button>
  );
}
