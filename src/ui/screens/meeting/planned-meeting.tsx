// Before the evening: who comes, what is on the agenda, and the one button that opens it.
import { useState } from 'preact/hooks';
import { dispatchOnce, mayI, Refusal, useApp, useCommand, useToday } from '../../data.ts';
import { day } from '../../format.ts';
import { CircleAlert, PencilLine, Play, Send } from '../../icons.ts';
import { nlMeeting } from '../../nl/meeting.ts';
import { nlInvitation } from '../../nl/meeting-around.ts';
import { Actions, Button, LinkButton } from '../../parts/button.tsx';
import { Columns, Stack } from '../../parts/card.tsx';
import { Note } from '../../parts/status.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { AgendaCard } from './agenda-card.tsx';
import { HeldAlready } from './held-already.tsx';
import { type MeetingRows, useTable } from './use-meeting.ts';
import { WhoComes } from './who-comes.tsx';
import { useQuorum } from './who-decides.tsx';

export interface PlannedMeetingProps {
  readonly rows: MeetingRows;
  readonly mayOpen: boolean;
}

export function PlannedMeeting({ rows, mayOpen }: PlannedMeetingProps) {
  const { meeting } = rows;
  const today = useToday();
  const table = useTable(rows);
  const { neededCount } = useQuorum(rows, table);
  return (
    <Stack gap={5}>
      <Columns kind="side">
        <Stack gap={5}>
          <AgendaCard rows={rows} running={false} />
        </Stack>
        <Stack gap={5}>
          <WhoComes rows={rows} table={table} neededCount={neededCount} />
          <LinkButton icon={Send} href={`/vergadering/${meeting.id}/uitnodiging`}>
            {nlInvitation.button}
          </LinkButton>
          {mayI('meeting.change') && (
            <LinkButton icon={PencilLine} href={`/vergadering/${meeting.id}/wijzigen`}>
              {nlMeeting.edit}
            </LinkButton>
          )}
        </Stack>
      </Columns>
      {meeting.plannedOn !== today && (
        <Note tone="look" icon={CircleAlert}>
          {nlMeeting.otherDay(day(meeting.plannedOn))}
        </Note>
      )}
      {meeting.plannedOn < today && mayI('meeting.enter') && <HeldAlready meeting={meeting} />}
      {mayOpen && <OpenButton meetingId={meeting.id} />}
    </Stack>
  );
}

/** Opening it also takes the pen, for whoever may record decisions: that is what happens in the room. */
function OpenButton({ meetingId }: { readonly meetingId: string }) {
  const app = useApp();
  const open = useCommand('meeting.open');
  const [busy, setBusy] = useState(false);
  const press = async () => {
    setBusy(true);
    const sent = await open.send({ meetingId });
    if (sent.saved && mayI('decision.record')) await dispatchOnce(app, 'meeting.takePen', { meetingId });
    setBusy(false);
    if (sent.saved) showToast({ text: nlMeeting.opened });
  };
  return (
    <>
      <Refusal command={open} />
      <p class="bk-soft">{nlMeeting.ready}</p>
      <Actions stick>
        <Button kind="primary" big wide icon={Play} busy={busy} onClick={() => void press()}>
          {nlMeeting.open}
        </Button>
      </Actions>
    </>
  );
}
