// Notes at one item, or about the whole meeting. One person writes at a time by agreement; notes of others are read.
import { mayI, Refusal, useCommand, useMe } from '../../data.ts';
import { useDraft } from '../../hooks.ts';
import { PenLine } from '../../icons.ts';
import { nlMinutes as words } from '../../nl/meeting-around.ts';
import { Button } from '../../parts/button.tsx';
import { Form } from '../../parts/form.tsx';
import { Lines } from '../../parts/lines.tsx';
import { TextArea } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import type { MeetingRows } from './use-meeting.ts';

/** Who takes notes, and the button to take over. */
export function MinutesPen({ rows }: { readonly rows: MeetingRows }) {
  const me = useMe();
  const take = useCommand('minutes.take');
  const { id: meetingId, minutesWriter } = rows.meeting;
  const mine = minutesWriter === me.personId;
  const sentence =
    minutesWriter === undefined ? words.nobody : mine ? words.mine : words.other(rows.nameOf(minutesWriter));
  return (
    <>
      <div class="bk-row bk-between bk-gap-3">
        <p role="status">{sentence}</p>
        {!mine && mayI('minutes.take') && (
          <Button
            icon={PenLine}
            busy={take.busy}
            onClick={async () => {
              if ((await take.send({ meetingId })).saved) showToast({ text: words.taken });
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

export interface NotesProps {
  readonly rows: MeetingRows;
  readonly itemId: string | null;
}

/** What everybody noted here, and one's own field for who takes the notes. */
export function Notes({ rows, itemId }: NotesProps) {
  const { personId } = useMe();
  const writes = rows.meeting.minutesWriter === personId && mayI('minutes.write');
  const notes = rows.notes.filter((note) => note.itemId === itemId && note.text !== '');
  const read = writes ? notes.filter(({ writerId }) => writerId !== personId) : notes;
  return (
    <>
      {read.map((note) => (
        <div key={note.id} class="bk-stack bk-gap-1">
          <Lines text={note.text} />
          <p class="bk-soft bk-small">{words.by(rows.nameOf(note.writerId))}</p>
        </div>
      ))}
      {!writes && read.length === 0 && <p class="bk-soft">{words.none}</p>}
      {writes && <OwnNote key={String(itemId)} rows={rows} itemId={itemId} />}
    </>
  );
}

function OwnNote({ rows, itemId }: NotesProps) {
  const { personId } = useMe();
  const meetingId = rows.meeting.id;
  const draftKey = `minutes:${itemId ?? meetingId}`;
  const saved = rows.notes.find((note) => note.itemId === itemId && note.writerId === personId)?.text ?? '';
  // What stood there when the writing began stays with the draft: another device of the same person may write too.
  const draft = useDraft<{ readonly text: string | null; readonly seen: string }>(draftKey, { text: null, seen: '' });
  const write = useCommand('minutes.write');
  const text = draft.value.text ?? saved;
  const save = async () => {
    const seen = draft.value.text === null ? saved : draft.value.seen;
    if (!(await write.send({ meetingId, itemId, text: text.trim(), seen }, { draftKey })).saved) return;
    await draft.clear();
    showToast({ text: words.saved });
  };
  return (
    <Form class="bk-stack bk-gap-2" onSend={save}>
      <TextArea
        label={itemId === null ? words.labelWhole : words.label}
        hint={words.hint}
        rows={4}
        maxLength={10_000}
        value={text}
        onValue={(next) => draft.set((before) => ({ text: next, seen: before.text === null ? saved : before.seen }))}
      />
      <Button type="submit" busy={write.busy}>
        {words.save}
      </Button>
      <Refusal command={write} />
    </Form>
  );
}
