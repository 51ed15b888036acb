// Accept what was spent, all or a part, or give the account back with a question.
import { useState } from 'preact/hooks';
import { amountText, parseAmount } from '../../../domain/money.ts';
import { Refusal, type Seen, useCommand, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { Check, RotateCcw } from '../../icons.ts';
import { amountSentence } from '../../nl/amount.ts';
import { nlApprovals } from '../../nl/approvals.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { ErrorSummary, type FieldError, useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { MoneyField, TextArea } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { ReasonForm } from '../../reason-form.tsx';

const words = nlApprovals.settle;

interface SettleDraft {
  readonly amount: string;
  readonly reason: string;
}

export function acceptedError({ amount }: SettleDraft, spentCents: number): string | undefined {
  const parsed = parseAmount(amount);
  if (!parsed.ok) return parsed.code === 'empty' ? words.errors.amount : amountSentence(parsed.code);
  return parsed.cents > spentCents ? words.errors.above(spentCents) : undefined;
}

export function settleErrors(draft: SettleDraft, spentCents: number): readonly FieldError[] {
  const amount = acceptedError(draft, spentCents);
  const parsed = parseAmount(draft.amount);
  const silent = parsed.ok && parsed.cents < spentCents && draft.reason.trim() === '';
  return [
    ...(amount === undefined ? [] : [{ fieldId: 'accepted', sentence: amount }]),
    ...(silent ? [{ fieldId: 'less', sentence: words.errors.reason }] : []),
  ];
}

export interface SettleFormProps {
  readonly claim: Seen<'claim'>;
  /** Of whoever looks, because nobody else is left: to accept, and not to be asked back from oneself. */
  readonly own: boolean;
}

export function SettleForm({ claim, own }: SettleFormProps) {
  const [back, setBack] = useState(false);
  return (
    <>
      {!back && <AcceptForm claim={claim} />}
      {!own && <GiveBack claim={claim} open={back} onOpen={setBack} />}
    </>
  );
}

interface GiveBackProps {
  readonly claim: Seen<'claim'>;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** The account goes back with a question; also one that was accepted and still waits for somebody. */
export function GiveBack({ claim, open, onOpen }: GiveBackProps) {
  if (open) return <GiveBackForm claim={claim} onDone={() => onOpen(false)} />;
  return (
    <span>
      <Button kind="quiet" icon={RotateCcw} onClick={() => onOpen(true)}>
        {words.giveBack}
      </Button>
    </span>
  );
}

function AcceptForm({ claim }: { readonly claim: Seen<'claim'> }) {
  const today = useToday();
  const spentCents = claim.settlement?.spentCents ?? 0;
  const draftKey = `advance.settle:${claim.id}:${spentCents}`;
  const draft = useDraft<SettleDraft>(draftKey, { amount: amountText(spentCents), reason: '' });
  const form = useFormErrors();
  const command = useCommand('advance.settle');
  const { amount, reason } = draft.value;
  const parsed = parseAmount(amount);
  const cents = parsed.ok ? parsed.cents : undefined;
  const less = cents !== undefined && cents < spentCents;
  const done = async () => {
    await draft.clear();
    showToast({ text: words.saved(cents ?? 0) });
  };
  const submit = async () => {
    if (command.busy || !form.check(settleErrors(draft.value, spentCents))) return;
    const args = { claimId: claim.id, acceptedCents: cents ?? 0, seenSpentCents: spentCents, settledOn: today };
    if ((await command.send({ ...args, reason: less ? reason.trim() : '' }, { draftKey })).saved) await done();
  };
  return (
    <Form class="bk-stack" onSend={submit}>
      <ErrorSummary form={form} />
      <MoneyField
        id="accepted"
        label={words.accepted}
        hint={words.acceptedHint(spentCents)}
        error={form.of('accepted') && acceptedError(draft.value, spentCents)}
        value={amount}
        onValue={(value) => draft.set({ amount: value })}
      />
      {less && (
        <TextArea
          id="less"
          label={words.reason}
          rows={2}
          maxLength={1000}
          error={reason.trim() === '' ? form.of('less') : undefined}
          value={reason}
          onValue={(value) => draft.set({ reason: value })}
        />
      )}
      <Refusal command={command} onSaved={() => void done()} />
      <Actions>
        <Button kind="primary" type="submit" wide icon={Check} busy={command.busy}>
          {words.do(cents)}
        </Button>
      </Actions>
    </Form>
  );
}

interface GiveBackFormProps {
  readonly claim: Seen<'claim'>;
  readonly onDone: () => void;
}

function GiveBackForm({ claim, onDone }: GiveBackFormProps) {
  const command = useCommand('claim.return');
  const draftKey = `advance.return:${claim.id}`;
  const done = () => {
    showToast({ text: words.givenBack });
    onDone();
  };
  return (
    <ReasonForm
      {...{ draftKey, label: words.giveBackWhy, missing: nlApprovals.double.missing, maxLength: 1_000, command }}
      {...{ kind: 'primary', button: words.doGiveBack, cancel: { label: words.cancel, onCancel: onDone } }}
      onSaved={done}
      onSend={(reason) => command.send({ claimId: claim.id, reason }, { draftKey })}
    />
  );
}
