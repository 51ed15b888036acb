// How many people are in the hall: counted by one, or by two who may differ.
import { Refusal, useCommand, useMe } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { CircleAlert, CircleCheckBig } from '../../icons.ts';
import { nlConsultation } from '../../nl/consultation.ts';
import { Button } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { Note } from '../../parts/status.tsx';
import { NumberField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { wholeIn } from '../support/count-draft.ts';
import type { ConsultationData } from './use-consultation.ts';

const words = nlConsultation.attend;
const fieldId = 'aanwezig';

export function AttendCard({ data }: { readonly data: ConsultationData }) {
  const { consultation, attendances } = data;
  const { personId } = useMe();
  const own = attendances.find(({ countedBy }) => countedBy === personId);
  const draftKey = `consultation.attend:${consultation.id}`;
  const draft = useDraft(draftKey, { count: own === undefined ? '' : String(own.presentCount) });
  const form = useFormErrors();
  const command = useCommand('consultation.attend');
  const presentCount = wholeIn(draft.value.count);
  const done = async () => {
    showToast({ text: words.saved(presentCount ?? 0) });
  };
  const send = async () => {
    if (!form.check(presentCount === undefined ? [{ fieldId, sentence: words.error }] : [])) {
      document.getElementById(fieldId)?.focus();
      return;
    }
    if (presentCount === undefined) return;
    if ((await command.send({ consultationId: consultation.id, presentCount }, { draftKey })).saved) await done();
  };
  return (
    <Card labelledBy="in-de-zaal">
      <CardHead id="in-de-zaal" title={words.title} />
      {attendances.length > 0 && (
        <ul class="bk-plain">
          {attendances.map(({ id, countedBy, presentCount: count }) => (
            <li key={id}>{words.by(countedBy === personId ? words.you : words.other, count)}</li>
          ))}
        </ul>
      )}
      <Quorum needed={consultation.quorumCount} counts={attendances.map((one) => one.presentCount)} />
      {consultation.state === 'announced' && (
        <Form class="bk-stack bk-gap-3" onSend={send}>
          <NumberField
            id={fieldId}
            label={words.label}
            hint={words.hint}
            error={form.of(fieldId)}
            value={draft.value.count}
            onValue={(count) => draft.set({ count })}
          />
          <Refusal command={command} onSaved={() => void done()} />
          <Button type="submit" busy={command.busy}>
            {words.save}
          </Button>
        </Form>
      )}
    </Card>
  );
}

/** The lowest count decides what is shown: a quorum is never better than the paper. */
function Quorum({ needed, counts }: { readonly needed: number; readonly counts: readonly number[] }) {
  if (counts.length === 0) return null;
  const lowest = Math.min(...counts);
  const reached = lowest >= needed;
  return (
    <>
      {counts.some((count) => count !== lowest) && <Note icon={CircleAlert}>{words.differ}</Note>}
      {needed > 0 && (
        <Note tone={reached ? 'ok' : 'look'} icon={reached ? CircleCheckBig : CircleAlert}>
          {reached ? words.reached(needed) : words.short(needed, needed - lowest)}
        </Note>
      )}
    </>
  );
}
