// Who writes the decisions down. A convention, not a lock: it is said, never enforced.
import { mayI, Refusal, useCommand, useMe } from '../../data.ts';
import { PenLine } from '../../icons.ts';
import { nlMeeting } from '../../nl/meeting.ts';
import { Button } from '../../parts/button.tsx';
import { Note } from '../../parts/status.tsx';
import { showToast } from '../../parts/toast-store.ts';
import type { MeetingRows } from './use-meeting.ts';

const words = nlMeeting.pen;

/** On the page of the meeting: who has the pen, and the button to take it. */
export function Pen({ rows }: { readonly rows: MeetingRows }) {
  const me = useMe();
  const take = useCommand('meeting.takePen');
  const holder = rows.meeting.penHolder;
  const mine = holder === me.personId;
  // Only who may record a decision has use for the pen.
  const canTake = !mine && mayI('meeting.takePen') && mayI('decision.record');
  const text = mine ? words.mine : holder === null ? words.nobody : words.other(rows.nameOf(holder));
  return (
    <>
      <div class="bk-row bk-between bk-gap-3">
        <p>{text}</p>
        {canTake && (
          <Button
            icon={PenLine}
            busy={take.busy}
            onClick={async () => {
              const sent = await take.send({ meetingId: rows.meeting.id });
              if (sent.saved) showToast({ text: words.taken });
            }}
          >
            {words.take}
          </Button>
        )}
      </div>
      <Refusal command={take} />
    </>
  );
}

/** On an item: only when somebody else writes. */
export function PenNote({ rows }: { readonly rows: MeetingRows }) {
  const me = useMe();
  const { penHolder, state } = rows.meeting;
  if (state !== 'open' || penHolder === null || penHolder === me.personId) return null;
  const name = rows.nameOf(penHolder);
  if (name === '') return null;
  return <Note icon={PenLine}>{words.watch(name)}</Note>;
}
