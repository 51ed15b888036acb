// /bon/voorschot: money before anything was bought.
import { useMemo } from 'preact/hooks';
import { normalizeIban } from '../../../domain/iban.ts';
import { amountText, parseAmount } from '../../../domain/money.ts';
import { newId, Refusal, type Seen, useCommand, useRowFound } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { RotateCcw } from '../../icons.ts';
import { amountSentence } from '../../nl/amount.ts';
import { nlApprovals } from '../../nl/approvals.ts';
import { nlReceipt } from '../../nl/receipt.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { ErrorSummary, type FieldError, useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { MoneyField, TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { useLocation } from '../../router.tsx';
import { ibanError } from '../receipt/claim-draft.ts';
import { ReceiptFrame } from '../receipt/frame.tsx';
import { ProposalField, useProposalChoice } from '../receipt/proposal-field.tsx';

const words = nlApprovals.advance;

interface AskDraft {
  readonly claimId: string;
  readonly proposalId: string;
  readonly amount: string;
  readonly what: string;
  readonly iban: string | undefined; // not touched yet: that of before stands there
  readonly holder: string | undefined;
}

/** As it stands in the form. */
type AskShown = AskDraft & { readonly iban: string; readonly holder: string };

export function AskAdvanceScreen() {
  const choice = useProposalChoice();
  const { query } = useLocation();
  const asked = query['aanvraag'] ?? '';
  const again = useRowFound('claim', query['opnieuw']);
  return (
    <ReceiptFrame sub={words.tab} stopAt={asked === '' ? '/kas' : `/aanvragen/${asked}`}>
      {choice.loaded && again.loaded && (
        <AskForm key={again.value?.id} choice={choice.value} asked={asked} again={again.value} />
      )}
    </ReceiptFrame>
  );
}

export function askErrors(draft: AskShown): readonly FieldError[] {
  const { amount, what, iban, holder, proposalId } = draft;
  const money = askedError(amount);
  const account = iban.trim() === '' ? nlReceipt.errors.ibanMissing : ibanError(iban);
  return [
    ...(proposalId === '' ? [{ fieldId: 'proposal', sentence: nlReceipt.errors.proposal }] : []),
    ...(money === undefined ? [] : [{ fieldId: 'amount', sentence: money }]),
    ...(what.trim() === '' ? [{ fieldId: 'what', sentence: words.errors.what }] : []),
    ...(account === undefined ? [] : [{ fieldId: 'iban', sentence: account }]),
    ...(holder.trim() === '' ? [{ fieldId: 'holder', sentence: nlReceipt.errors.holder }] : []),
  ];
}

function askedError(amount: string): string | undefined {
  const parsed = parseAmount(amount);
  if (!parsed.ok) return parsed.code === 'empty' ? words.errors.amount : amountSentence(parsed.code);
  return parsed.cents === 0 ? words.errors.amount : undefined;
}

function startOf(again: Seen<'claim'> | undefined): AskDraft {
  const empty = { claimId: newId(), proposalId: '', amount: '', what: '', iban: undefined, holder: undefined };
  if (again === undefined) return empty;
  const { id, proposalId, claimedCents, what = '', payeeName } = again;
  return { ...empty, claimId: id, proposalId, amount: amountText(claimedCents), what, holder: payeeName };
}

interface AskFormProps {
  readonly choice: readonly Seen<'proposal'>[];
  readonly asked: string;
  /** The advance that was given back, to be asked for again. */
  readonly again: Seen<'claim'> | undefined;
}

function AskForm({ choice, asked, again }: AskFormProps) {
  const { route } = useLocation();
  const only = choice.length === 1 ? (choice[0]?.id ?? '') : '';
  const known = useDraft('claim.account', { iban: '', holder: '' });
  const initial = useMemo(
    () => ({ ...startOf(again), ...(again === undefined ? { proposalId: asked || only } : {}) }),
    [],
  );
  const draftKey = again === undefined ? 'advance.ask' : `advance.ask:${again.id}`;
  const kept = useDraft<AskDraft>(draftKey, initial);
  const form = useFormErrors();
  const command = useCommand('advance.ask');
  if (!kept.ready || !known.ready) return null;
  const { iban = known.value.iban, holder = known.value.holder } = kept.value;
  const value: AskShown = { ...kept.value, iban, holder };
  const parsed = parseAmount(value.amount);
  const cents = parsed.ok && parsed.cents > 0 ? parsed.cents : undefined;
  const done = async () => {
    known.set({ iban: normalizeIban(value.iban), holder: value.holder.trim() });
    await kept.clear();
    route(`/bon/${value.claimId}`, true);
    showToast({ text: words.saved(cents ?? 0) });
  };
  const submit = async () => {
    if (command.busy || !form.check(askErrors(value))) return;
    const { claimId, proposalId } = value;
    const [what, holder] = [value.what.trim(), value.holder.trim()];
    const account = { payeeName: holder, iban: normalizeIban(value.iban), holder };
    const sent = await command.send({ claimId, proposalId, amountCents: cents ?? 0, what, ...account }, { draftKey });
    if (sent.saved) await done();
  };
  return (
    <Form class="bk-stack bk-gap-5" onSend={submit}>
      <ErrorSummary form={form} />
      <PageHead title={words.title} lead={words.lead} tabTitle={words.tab} />
      {again?.judgeReason != null && <Note icon={RotateCcw}>{again.judgeReason}</Note>}
      {again === undefined && choice.length > 1 && (
        <ProposalField
          choice={choice}
          value={value.proposalId}
          onValue={(proposalId) => kept.set({ proposalId })}
          form={form}
        />
      )}
      <MoneyField
        big
        id="amount"
        label={words.amount}
        error={form.of('amount') && askedError(value.amount)}
        value={value.amount}
        onValue={(amount) => kept.set({ amount })}
      />
      <TextField
        id="what"
        label={words.what}
        hint={words.whatHint}
        maxLength={300}
        error={value.what.trim() === '' ? form.of('what') : undefined}
        value={value.what}
        onValue={(what) => kept.set({ what })}
      />
      <TextField
        id="iban"
        label={nlReceipt.account.iban}
        hint={nlReceipt.account.ibanHint}
        plain
        maxLength={50}
        error={form.of('iban') && (value.iban.trim() === '' ? form.of('iban') : ibanError(value.iban))}
        value={value.iban}
        onValue={(iban) => kept.set({ iban })}
        after={nlReceipt.account.who}
      />
      <TextField
        id="holder"
        label={nlReceipt.account.holder}
        plain
        autocomplete="name"
        maxLength={100}
        error={value.holder.trim() === '' ? form.of('holder') : undefined}
        value={value.holder}
        onValue={(holder) => kept.set({ holder })}
      />
      <Refusal command={command} onSaved={() => void done()} />
      <Actions stick>
        <Button kind="primary" big wide type="submit" busy={command.busy}>
          {words.do(cents)}
        </Button>
      </Actions>
    </Form>
  );
}
