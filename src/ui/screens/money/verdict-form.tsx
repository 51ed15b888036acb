// Approve all or a part, give back with a question, or reject with a reason.
import { useState } from 'preact/hooks';
import type { ClaimStage } from '../../../domain/claims.ts';
import { isSoleApprover, mayJudge } from '../../../domain/dossier.ts';
import { amountText, parseAmount } from '../../../domain/money.ts';
import type { Cents } from '../../../domain/rows.ts';
import { Refusal, type Seen, useCommand, useMe, useRows } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { Check, CircleX, RotateCcw } from '../../icons.ts';
import { nlJudge } from '../../nl/money.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { RadioGroup } from '../../parts/choice-fields.tsx';
import { ErrorSummary, useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { MoneyField, TextArea } from '../../parts/text-fields.tsx';
import { dismissToast, showToast } from '../../parts/toast-store.ts';
import { approvedError, isPart, type Verdict, type VerdictDraft, verdictErrors } from './verdict-draft.ts';

const words = nlJudge.verdict;

export interface VerdictFormProps {
  readonly claim: Seen<'claim'>;
  readonly stage: ClaimStage;
  readonly leftCents: Cents;
  /** Behind a button: the claim was judged already and can still be given back or rejected. */
  readonly folded?: boolean | undefined;
}

export function VerdictForm(props: VerdictFormProps) {
  const { access } = useMe();
  const [open, setOpen] = useState(false);
  const sole = isSoleApprover(access, props.claim, useRows('member'));
  const own = props.claim.claimantId === access.personId;
  if (!mayJudge(access, props.claim) && !(sole && own && props.stage === 'to_judge')) return null;
  if (props.folded && !open) {
    return (
      <Button kind="quiet" icon={RotateCcw} onClick={() => setOpen(true)}>
        {props.claim.state === 'returned' ? words.doReject : words.again}
      </Button>
    );
  }
  return <OpenVerdict {...props} own={own} onDone={() => setOpen(false)} />;
}

type OpenProps = VerdictFormProps & { readonly own: boolean; readonly onDone: () => void };

function verdictsFor({ claim, stage, own }: OpenProps): readonly Verdict[] {
  if (own) return ['approve'];
  if (claim.state === 'returned') return ['reject'];
  return stage === 'to_judge' ? ['approve', 'return', 'reject'] : ['return', 'reject'];
}

const icons = { approve: Check, return: RotateCcw, reject: CircleX } as const;

function OpenVerdict(props: OpenProps) {
  const { claim, leftCents, onDone } = props;
  const draftKey = `claim.judge:${claim.id}`;
  const prefilledCents = Math.max(0, Math.min(claim.claimedCents, leftCents));
  const draft = useDraft<VerdictDraft>(draftKey, { verdict: '', amount: amountText(prefilledCents), reason: '' });
  const form = useFormErrors();
  const approve = useCommand('claim.approve');
  const giveBack = useCommand('claim.return');
  const reject = useCommand('claim.reject');
  const commands = { approve, return: giveBack, reject } as const;
  const { amount, reason } = draft.value;
  const verdicts = verdictsFor(props);
  const verdict =
    verdicts.find((one) => one === draft.value.verdict) ?? (verdicts.length === 1 ? verdicts[0] : undefined);
  const parsed = parseAmount(amount);
  const cents = parsed.ok && parsed.cents > 0 ? parsed.cents : undefined;
  const part = verdict === 'approve' && isPart(amount, claim.claimedCents);
  const done = async (saved: Verdict) => {
    await draft.clear();
    showToast({ text: saved === 'approve' ? words.saved.approve(cents ?? 0) : words.saved[saved] });
    onDone();
  };
  const submit = async () => {
    dismissToast();
    if (verdict === undefined || !form.check(verdictErrors({ ...draft.value, verdict }, claim.claimedCents))) return;
    const options = { draftKey };
    const because = { claimId: claim.id, reason: reason.trim() };
    const approval = {
      ...{ claimId: claim.id, approvedCents: cents ?? 0, seenClaimedCents: claim.claimedCents },
      seenPayee: { name: claim.payeeName, ibanLast4: claim.ibanLast4 },
      ...(part ? { reason: reason.trim() } : {}),
    };
    const sent = await {
      approve: () => approve.send(approval, options),
      return: () => giveBack.send(because, options),
      reject: () => reject.send(because, options),
    }[verdict]();
    if (sent.saved) await done(verdict);
  };
  return (
    <Card labelledBy="oordeel">
      <Form class="bk-stack" onSend={submit}>
        <ErrorSummary form={form} />
        <h2 id="oordeel">{words.title}</h2>
        {verdicts.length > 1 && (
          <RadioGroup
            label={words.legend}
            options={verdicts.map((value) => ({ value, label: words[value], icon: icons[value] }))}
            value={verdict}
            onValue={(value) => draft.set({ verdict: value })}
          />
        )}
        {verdict === 'approve' && (
          <MoneyField
            big
            id="approved"
            label={words.amount}
            hint={words.amountHint(claim.claimedCents)}
            error={form.of('approved') && approvedError(amount, claim.claimedCents)}
            value={amount}
            onValue={(value) => draft.set({ amount: value })}
          />
        )}
        {(verdict === 'return' || verdict === 'reject' || part) && (
          <TextArea
            id="reason"
            label={words.reasonFor[verdict ?? 'approve']}
            hint={words.reasonHint}
            maxLength={1000}
            rows={3}
            error={reason.trim() === '' ? form.of('reason') : undefined}
            value={reason}
            onValue={(value) => draft.set({ reason: value })}
          />
        )}
        {verdict !== undefined && <Refusal command={commands[verdict]} onSaved={() => void done(verdict)} />}
        <Actions>
          <Button
            kind={verdict === 'reject' ? 'bad' : 'primary'}
            type="submit"
            wide
            busy={verdict !== undefined && commands[verdict].busy}
            blocked={verdict === undefined ? words.choose : undefined}
          >
            {verdict === 'reject' ? words.doReject : verdict === 'return' ? words.doReturn : words.doApprove(cents)}
          </Button>
        </Actions>
      </Form>
    </Card>
  );
}
