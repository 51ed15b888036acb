// A planned meeting whose day has come and that nobody opened: it was held without the app, and is entered afterwards.
import { Refusal, type Seen, useCommand } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { PencilLine } from '../../icons.ts';
import { nlAfterwards as words } from '../../nl/meeting-around.ts';
import { Button } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { planFields, timeFrom } from '../meeting-plan/plan-draft.ts';

export function HeldAlready({ meeting }: { readonly meeting: Seen<'meeting'> }) {
  const { id: meetingId, title, place, plannedOn, startTime } = meeting;
  const draftKey = `meeting.enter:${meetingId}`;
  const draft = useDraft(draftKey, { endTime: '' });
  const form = useFormErrors();
  const command = useCommand('meeting.enter');
  const done = async () => {
    await draft.clear();
    showToast({ text: words.saved });
  };
  const send = async () => {
    const endTime = timeFrom(draft.value.endTime);
    if (!form.check(endTime === undefined ? [{ fieldId: planFields.endTime, sentence: words.endError }] : [])) return;
    if (endTime === undefined) return;
    const held = { meetingId, title, place, plannedOn, startTime, endTime };
    if ((await command.send(held, { draftKey })).saved) await done();
  };
  return (
    <Card labelledBy="al-geweest" gap={3}>
      <CardHead id="al-geweest" title={words.wasHeld} />
      <p>{words.wasHeldText}</p>
      <Form class="bk-stack bk-gap-3" onSend={send}>
        <TextField
          id={planFields.endTime}
          label={words.end}
          hint={words.endHint}
          short
          plain
          value={draft.value.endTime}
          error={form.of(planFields.endTime)}
          onValue={(endTime) => draft.set({ endTime })}
        />
        <Refusal command={command} onSaved={() => void done()} />
        <div>
          <Button type="submit" icon={PencilLine} busy={command.busy}>
            {words.send}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
