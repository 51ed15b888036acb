// The result as the papers give it now, and the form that records it.
import { mayI, Refusal, useCommand, useToday } from '../../data.ts';
import { type Draft, useDraft } from '../../draft.ts';
import { CircleAlert, Clock, Info, RotateCcw } from '../../icons.ts';
import { nlConsultationResult } from '../../nl/consultation-result.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Card, CardHead, Stack } from '../../parts/card.tsx';
import { ErrorSummary, type FormErrors, useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { Note } from '../../parts/status.tsx';
import { NumberField, TextArea, TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { useLocation } from '../../router.tsx';
import { type CloseDraft, closeArgs, closeFields, closeProblems, emptyClose, previewOf } from './close-draft.ts';
import { explain } from './explain.ts';
import { LotCard } from './lot-card.tsx';
import { ToldResult } from './told-result.tsx';
import { type ConsultationData, consultationHref } from './use-consultation.ts';

const words = nlConsultationResult.result;

export function CloseForm({ data, round }: { readonly data: ConsultationData; readonly round: number }) {
  const { consultation, papers, attendances } = data;
  const draftKey = `consultation.close:${consultation.id}:${round}`;
  const lowest = attendances.length === 0 ? '' : String(Math.min(...attendances.map((one) => one.presentCount)));
  const draft = useDraft<CloseDraft>(draftKey, { ...emptyClose, present: lowest });
  const form = useFormErrors();
  const command = useCommand('consultation.close');
  const closedOn = useToday();
  const { route } = useLocation();
  const outcome = previewOf(consultation, papers, draft.value);
  const facts = { consultation, papers, outcome, round, closedOn };
  const done = async () => {
    await draft.clear();
    showToast({ text: words.saved });
    route(`${consultationHref(consultation.id)}/uitslag`, true);
  };
  const send = async () => {
    if (!form.check(closeProblems(draft.value, facts))) return;
    const args = closeArgs(draft.value, facts);
    if (args !== undefined && (await command.send(args, { draftKey })).saved) await done();
  };
  return (
    <Form onSend={send}>
      <Stack gap={5}>
        <ErrorSummary form={form} />
        <Note icon={Info}>{words.previewNote}</Note>
        {!papers.certain && (
          <Note tone="look" icon={Clock}>
            {words.notCertain(papers.secondCountDue, papers.differing)}
          </Note>
        )}
        {outcome.kind === 'papers_needed' && (
          <Note tone="bad" icon={CircleAlert}>
            {words.papersNeeded}
          </Note>
        )}
        {outcome.kind === 'lot_needed' && <LotCard consultation={consultation} among={outcome.among} draft={draft} />}
        {outcome.kind === 'done' && (
          <>
            <ToldResult told={explain(consultation, papers, outcome.steps, outcome.told)} />
            {mayI('consultation.close') && (
              <>
                <Facts draft={draft} form={form} round={round} />
                <Refusal command={command} onSaved={() => void done()} />
                <Actions>
                  <Button kind="primary" big type="submit" busy={command.busy}>
                    {words.save(outcome.steps.length)}
                  </Button>
                </Actions>
              </>
            )}
          </>
        )}
      </Stack>
    </Form>
  );
}

interface FactsProps {
  readonly draft: Draft<CloseDraft>;
  readonly form: FormErrors;
  readonly round: number;
}

function Facts({ draft: { value, set }, form, round }: FactsProps) {
  return (
    <Card labelledBy="vastleggen">
      <CardHead id="vastleggen" title={words.title} />
      <NumberField
        id={closeFields.present}
        label={words.present}
        error={form.of(closeFields.present)}
        value={value.present}
        onValue={(present) => set({ present })}
      />
      {value.lotDone && (
        <>
          <TextField
            id={closeFields.drawnBy}
            label={words.lot.drawnBy}
            hint={words.lot.drawnByHint}
            maxLength={150}
            error={form.of(closeFields.drawnBy)}
            value={value.lotDrawnBy}
            onValue={(lotDrawnBy) => set({ lotDrawnBy })}
          />
          <Button icon={RotateCcw} onClick={() => set({ lot: [], lotDone: false })}>
            {words.lot.again}
          </Button>
        </>
      )}
      {round > 1 && (
        <TextArea
          id={closeFields.reason}
          label={words.reason}
          rows={2}
          maxLength={2_000}
          error={form.of(closeFields.reason)}
          value={value.reason}
          onValue={(reason) => set({ reason })}
        />
      )}
    </Card>
  );
}
