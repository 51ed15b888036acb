// Questions of the kascommissie with what was answered: about one claim, or about the books as a whole.
import { useState } from 'preact/hooks';
import { mayI, newId, Refusal, type Seen, useCommand, useMe, useRow, useToday } from '../../data.ts';
import { Check, Clock, MessagesSquare } from '../../icons.ts';
import { nlAudit } from '../../nl/audit.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Lines } from '../../parts/lines.tsx';
import { Badge, LocalMark } from '../../parts/status.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { ReasonForm } from '../../reason-form.tsx';

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
          <AskForm claimId={null} onSaved={() => setAsking(false)} onCancel={() => setAsking(false)} />
        ) : (
          <Button icon={MessagesSquare} onClick={() => setAsking(true)}>
            {words.add}
          </Button>
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

function AnswerForm({ finding: { id: findingId, answer } }: { readonly finding: Seen<'auditFinding'> }) {
  const today = useToday();
  const command = useCommand('finding.answer');
  const draftKey = `finding.answer:${findingId}`;
  const isFirst = answer === '';
  return (
    <ReasonForm
      {...{
        draftKey,
        label: isFirst ? words.answer : words.change,
        missing: words.answerMissing,
        rows: 3,
        start: answer,
        command,
      }}
      {...{
        kind: 'plain',
        button: isFirst ? words.doAnswer : words.doChange,
        onSaved: () => showToast({ text: words.saved }),
      }}
      onSend={(text, seenAnswer) =>
        command.send({ findingId, answer: text, seenAnswer, answeredOn: today }, { draftKey })
      }
    />
  );
}

export interface AskFormProps {
  readonly claimId: string | null;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

export function AskForm({ claimId, onSaved, onCancel }: AskFormProps) {
  const { year } = useMe();
  const today = useToday();
  // The draft goes with the saving, so the same question is never sent under a second id.
  const [findingId] = useState(newId);
  const command = useCommand('finding.record');
  const draftKey = `finding.record:${claimId ?? year}`;
  return (
    <ReasonForm
      {...{ draftKey, label: words.text, hint: words.textHint, missing: words.textMissing, rows: 3, command }}
      {...{ kind: 'primary', button: words.send, cancel: { label: words.cancel, onCancel } }}
      onSend={(text) => command.send({ findingId, year, claimId, text, foundOn: today }, { draftKey })}
      onSaved={() => {
        showToast({ text: words.saved });
        onSaved();
      }}
    />
  );
}
