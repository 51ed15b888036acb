// Questions of the kascommissie with what was answered: about one claim, or about the books as a whole.
import { useState } from 'preact/hooks';
import { mayI, newId, Refusal, type Seen, useCommand, useMe, useRow, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { Check, Clock, MessagesSquare } from '../../icons.ts';
import { nlAudit } from '../../nl/audit.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { ErrorSummary, useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { Badge, LocalMark } from '../../parts/status.tsx';
import { TextArea } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { Lines } from '../meeting/verdict.tsx';

const { findings: words } = nlAudit;

export interface FindingsCardProps {
  readonly findings: readonly Seen<'auditFinding'>[];
  /** What a new question is about; null: the books as a whole. */
  readonly claimId: string | null;
}

export function FindingsCard({ findings, claimId }: FindingsCardProps) {
  const [asking, setAsking] = useState(false);
  const sorted = [...findings].sort((a, b) => Number(a.settled) - Number(b.settled) || (a.id < b.id ? -1 : 1));
  return (
    <Card labelledBy="vragen">
      <h2 id="vragen">{words.title}</h2>
      {sorted.length === 0 && <p class="bk-soft">{words.none}</p>}
      {sorted.map((finding) => (
        <OneFinding key={finding.id} finding={finding} linked={claimId === null} />
      ))}
      {claimId === null &&
        mayI('finding.record') &&
        (asking ? (
          <AskForm claimId={null} onDone={() => setAsking(false)} />
        ) : (
          <span>
            <Button icon={MessagesSquare} onClick={() => setAsking(true)}>
              {words.add}
            </Button>
          </span>
        ))}
    </Card>
  );
}

function OneFinding({ finding, linked }: { readonly finding: Seen<'auditFinding'>; readonly linked: boolean }) {
  const asker = useRow('person', finding.foundBy);
  const answerer = useRow('person', finding.answeredBy ?? undefined);
  const settle = useCommand('finding.settle');
  const { id: findingId, text, foundOn, claimId, answer, answeredOn, settled } = finding;
  const open = answer === '';
  return (
    <article class="bk-stack bk-gap-2">
      <p class="bk-row bk-gap-2">
        <Badge tone={settled ? 'ok' : open ? 'turn' : 'info'} icon={settled ? Check : Clock}>
          {settled ? words.settled : open ? words.waits : words.answered}
        </Badge>
        <span class="bk-small bk-soft">{words.asked(asker?.name ?? '', foundOn)}</span>
      </p>
      <Lines text={text} />
      {linked && claimId !== null && (
        <p class="bk-small">
          <a href={`/kas/controle/${claimId}`}>{words.about}</a>
        </p>
      )}
      {!open && (
        <div class="bk-note">
          <div>
            <Lines text={answer} />
            <p class="bk-small bk-soft">{words.asked(answerer?.name ?? '', answeredOn ?? '')}</p>
          </div>
        </div>
      )}
      {finding.pending && <LocalMark />}
      {!settled && mayI('finding.answer') && <AnswerForm finding={finding} />}
      {mayI('finding.settle') && (
        <span>
          <Button kind="quiet" busy={settle.busy} onClick={() => void settle.send({ findingId, settled: !settled })}>
            {settled ? words.reopen : open ? words.settleOpen : words.settle}
          </Button>
        </span>
      )}
      <Refusal command={settle} />
    </article>
  );
}

function AnswerForm({ finding }: { readonly finding: Seen<'auditFinding'> }) {
  const today = useToday();
  const draft = useDraft(`finding.answer:${finding.id}`, { answer: finding.answer });
  const form = useFormErrors();
  const command = useCommand('finding.answer');
  const fieldId = `antwoord-${finding.id}`;
  const { answer } = draft.value;
  const finish = async () => {
    await draft.clear();
    showToast({ text: words.saved });
  };
  const submit = async () => {
    if (!form.check(answer.trim() === '' ? [{ fieldId, sentence: words.answerMissing }] : [])) return;
    const args = { findingId: finding.id, answer: answer.trim(), seenAnswer: finding.answer, answeredOn: today };
    if ((await command.send(args)).saved) await finish();
  };
  return (
    <Form class="bk-stack bk-gap-3" onSend={() => void submit()}>
      <ErrorSummary form={form} />
      <TextArea
        {...{ id: fieldId, label: words.answer, rows: 3, maxLength: 2_000, value: answer }}
        error={form.of(fieldId)}
        onValue={(value) => draft.set({ answer: value })}
      />
      <Refusal command={command} onSaved={() => void finish()} />
      <Actions>
        <Button type="submit" busy={command.busy}>
          {words.doAnswer}
        </Button>
      </Actions>
    </Form>
  );
}

export interface AskFormProps {
  readonly claimId: string | null;
  readonly onDone: () => void;
}

export function AskForm({ claimId, onDone }: AskFormProps) {
  const { year } = useMe();
  const today = useToday();
  const draft = useDraft(`finding.record:${claimId ?? year}`, { findingId: newId(), text: '' });
  const form = useFormErrors();
  const command = useCommand('finding.record');
  const { findingId, text } = draft.value;
  const finish = async () => {
    await draft.clear();
    showToast({ text: words.saved });
    onDone();
  };
  const submit = async () => {
    if (!form.check(text.trim() === '' ? [{ fieldId: 'vraag', sentence: words.textMissing }] : [])) return;
    if ((await command.send({ findingId, year, claimId, text: text.trim(), foundOn: today })).saved) await finish();
  };
  return (
    <Form class="bk-stack bk-gap-3" onSend={() => void submit()}>
      <ErrorSummary form={form} />
      <TextArea
        {...{ id: 'vraag', label: words.text, hint: words.textHint, rows: 3, maxLength: 2_000, value: text }}
        error={form.of('vraag')}
        onValue={(value) => draft.set({ text: value })}
      />
      <Refusal command={command} onSaved={() => void finish()} />
      <Actions>
        <Button kind="primary" type="submit" busy={command.busy}>
          {words.send}
        </Button>
        <Button kind="quiet" onClick={() => void draft.clear().then(onDone)}>
          {words.cancel}
        </Button>
      </Actions>
    </Form>
  );
}
