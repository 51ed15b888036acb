import { useState } from 'preact/hooks';
import { Refusal, useCommand } from '../../data.ts';
import { DoorClosed } from '../../icons.ts';
import { nlMeeting } from '../../nl/meeting.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { showToast } from '../../parts/toast-store.ts';
import type { MeetingRows } from './use-meeting.ts';

const words = nlMeeting.close;

export interface CloseMeetingProps {
  readonly rows: MeetingRows;
  /** The last thing of the evening: big, at the bottom. Before that it is a plain button. */
  readonly primary: boolean;
}

/** Closing makes the decisions public and cannot be undone: the one question of the evening. */
export function CloseMeeting({ rows, primary }: CloseMeetingProps) {
  const [asking, setAsking] = useState(false);
  const close = useCommand('meeting.close');
  const decided = rows.agenda.filter(({ decision }) => decision !== undefined).length;
  const open = rows.agenda.filter(({ item, decision }) => item.proposalId !== null && decision === undefined).length;
  const confirm = async () => {
    const sent = await close.send({ meetingId: rows.meeting.id });
    setAsking(false);
    if (sent.saved) showToast({ text: words.done });
  };
  return (
    <>
      <Button
        icon={DoorClosed}
        kind={primary ? 'primary' : 'plain'}
        big={primary}
        wide={primary}
        onClick={() => setAsking(true)}
      >
        {words.button}
      </Button>
      <Refusal command={close} />
      <Dialog open={asking} onClose={() => setAsking(false)} title={words.question}>
        {open > 0 && <p class="bk-strong">{words.open(open)}</p>}
        <p>{words.text(decided)}</p>
        <Actions>
          <Button kind="primary" busy={close.busy} onClick={() => void confirm()}>
            {words.confirm}
          </Button>
          <Button onClick={() => setAsking(false)}>{words.cancel}</Button>
        </Actions>
      </Dialog>
    </>
  );
}
