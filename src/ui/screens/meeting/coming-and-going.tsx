// Every coming and going of the evening with its time, which can be set right: the phone notes when somebody tapped, the
// room knows when somebody left.
import { useState } from 'preact/hooks';
import { byMoment } from '../../../domain/attendance.ts';
import { mayI, Refusal, type Seen, useCommand } from '../../data.ts';
import { Clock, PencilLine, X } from '../../icons.ts';
import { clockOf, instantOnEvening } from '../../local-time.ts';
import { nlMeeting } from '../../nl/meeting.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { Sheet } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { List } from '../../parts/list.tsx';
import { TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { timeFrom } from '../meeting-plan/plan-draft.ts';
import type { MeetingRows } from './use-meeting.ts';

const words = nlMeeting.comings;

export function ComingAndGoing({ rows }: { readonly rows: MeetingRows }) {
  const [open, setOpen] = useState(false);
  const marks = rows.marks.filter(({ removed }) => !removed).sort(byMoment);
  if (marks.length === 0) return null;
  return (
    <>
      <Button icon={Clock} onClick={() => setOpen(true)}>
        {words.button}
      </Button>
      <Sheet open={open} onClose={() => setOpen(false)} title={words.title} closable>
        <p class="bk-soft">{words.lead}</p>
        <List ordered label={words.title}>
          {marks.map((mark) => (
            <MarkRow key={mark.id} rows={rows} mark={mark} />
          ))}
        </List>
      </Sheet>
    </>
  );
}

interface MarkRowProps {
  readonly rows: MeetingRows;
  readonly mark: Seen<'presenceMark'>;
}

function MarkRow({ rows, mark }: MarkRowProps) {
  const add = useCommand('presence.mark');
  const remove = useCommand('presence.unmark');
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const name = rows.nameOf(mark.personId);
  const line = words.line(name, mark.state);
  const save = async () => {
    const clock = timeFrom(typed ?? '');
    setProblem(clock === undefined ? words.timeError : undefined);
    if (clock === undefined) return;
    const { meetingId, personId, state } = mark;
    const at = instantOnEvening(rows.meeting, clock);
    // The new one first: what happens in between is a person who came twice, which counts as once.
    if (at !== mark.at) {
      if (!(await add.send({ meetingId, personId, state, at })).saved) return;
      if (!(await remove.send({ markId: mark.id })).saved) return;
    }
    setTyped(undefined);
    showToast({ text: words.changed(name, at) });
  };
  const drop = async () => {
    if ((await remove.send({ markId: mark.id })).saved) showToast({ text: words.dropped(line) });
  };
  const change = mayI('presence.mark');
  return (
    <li>
      <div class="bk-item">
        <b class="bk-num">{clockOf(mark.at)}</b>
        <span class="bk-grow">{line}</span>
        {change && typed === undefined && (
          <span class="bk-row bk-gap-1">
            <IconButton icon={PencilLine} label={words.change(line)} onClick={() => setTyped(clockOf(mark.at))} />
            <IconButton icon={X} label={words.drop(line)} onClick={() => void drop()} />
          </span>
        )}
      </div>
      {typed !== undefined && (
        <Form class="bk-card bk-card--well bk-stack bk-gap-2" onSend={save}>
          <TextField label={words.time(line)} short plain value={typed} error={problem} onValue={setTyped} />
          <span class="bk-row bk-gap-2">
            <Button type="submit" kind="primary" busy={add.busy || remove.busy}>
              {words.save}
            </Button>
            <Button onClick={() => setTyped(undefined)}>{words.cancel}</Button>
          </span>
        </Form>
      )}
      <Refusal command={add} />
      <Refusal command={remove} />
    </li>
  );
}
