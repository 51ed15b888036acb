// What members make of the evidence, each under their own name.
import { useState } from 'preact/hooks';
import { type SupportVerdict, supportJudgementId } from '../../../domain/rows.ts';
import { mayI, Refusal, type Seen, useCommand, useMe, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { nlEvidence, verdicts } from '../../nl/support-evidence.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { RadioGroup } from '../../parts/choice-fields.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { Lines } from '../../parts/lines.tsx';
import { LocalMark } from '../../parts/status.tsx';
import { TextArea } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import type { Evidence } from './use-evidence.ts';

const words = nlEvidence.judge;

export interface JudgementsCardProps {
  readonly proposalId: string;
  readonly evidence: Evidence;
  readonly editable: boolean;
}

export function JudgementsCard({ proposalId, evidence, editable }: JudgementsCardProps) {
  const { personId } = useMe();
  const [open, setOpen] = useState(false);
  const own = evidence.judgements.find(({ id }) => id === supportJudgementId(proposalId, personId));
  const mayJudge = editable && mayI('support.judge');
  return (
    <Card gap={3} labelledBy="oordeel">
      <h2 id="oordeel">{words.title}</h2>
      <p class="bk-soft">{words.lead}</p>
      {evidence.judgements.length === 0 && <p>{words.none}</p>}
      {evidence.judgements.map((judgement) => (
        <div key={judgement.id}>
          <p class="bk-strong">{verdicts[judgement.verdict]}</p>
          {judgement.text !== '' && <Lines text={judgement.text} />}
          <p class="bk-soft bk-small">{words.by(evidence.nameOf(judgement.personId), judgement.judgedOn)}</p>
          {judgement.pending && <LocalMark />}
        </div>
      ))}
      {mayJudge && !open && (
        <Button onClick={() => setOpen(true)}>{own === undefined ? words.give : words.change}</Button>
      )}
      {mayJudge && open && <JudgementForm proposalId={proposalId} own={own} onDone={() => setOpen(false)} />}
    </Card>
  );
}

interface JudgementDraft {
  readonly verdict: SupportVerdict | undefined;
  readonly text: string;
}

interface JudgementFormProps {
  readonly proposalId: string;
  readonly own: Seen<'supportJudgement'> | undefined;
  readonly onDone: () => void;
}

const fieldId = 'uw-oordeel';
const options = (Object.keys(verdicts) as readonly SupportVerdict[]).map((value) => ({
  value,
  label: verdicts[value],
}));

function JudgementForm({ proposalId, own, onDone }: JudgementFormProps) {
  const today = useToday();
  const draftKey = `support.judge:${proposalId}`;
  const draft = useDraft<JudgementDraft>(draftKey, { verdict: own?.verdict, text: own?.text ?? '' });
  const form = useFormErrors();
  const command = useCommand('support.judge');
  const { verdict, text } = draft.value;
  const done = async () => {
    await draft.clear();
    showToast({ text: words.saved });
    onDone();
  };
  const submit = async () => {
    if (!form.check(verdict === undefined ? [{ fieldId, sentence: words.error }] : []) || verdict === undefined) return;
    const args = { proposalId, verdict, text: text.trim(), judgedOn: today };
    if ((await command.send(args, { draftKey })).saved) await done();
  };
  return (
    <Form class="bk-stack bk-gap-3" onSend={submit}>
      <RadioGroup
        id={fieldId}
        label={words.yours}
        error={form.of(fieldId)}
        options={options}
        value={verdict}
        onValue={(value) => draft.set({ verdict: value })}
      />
      <TextArea
        id="oordeel-waarom"
        label={words.why}
        optional
        rows={3}
        maxLength={2_000}
        value={text}
        onValue={(value) => draft.set({ text: value })}
      />
      <Refusal command={command} onSaved={() => void done()} />
      <Actions>
        <Button kind="primary" type="submit" busy={command.busy}>
          {words.save}
        </Button>
        <Button onClick={onDone}>{words.cancel}</Button>
      </Actions>
    </Form>
  );
}
