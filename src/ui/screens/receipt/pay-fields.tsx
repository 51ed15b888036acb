// Paid already or not, and to which account the money goes.
import { useState } from 'preact/hooks';
import type { Draft } from '../../draft.ts';
import { Lock } from '../../icons.ts';
import { nlApprovals } from '../../nl/approvals.ts';
import { nlReceipt } from '../../nl/receipt.ts';
import { Button } from '../../parts/button.tsx';
import { RadioGroup } from '../../parts/choice-fields.tsx';
import type { FormErrors } from '../../parts/error-summary.tsx';
import { Icon } from '../../parts/icon.tsx';
import { TextField } from '../../parts/text-fields.tsx';
import { type ClaimDraft, ibanError, type KnownAccount, takesKnown } from './claim-draft.ts';

const words = nlReceipt.account;

export interface PayFieldsProps {
  readonly draft: Draft<ClaimDraft>;
  readonly known: KnownAccount | undefined;
  /** A claim that was handed in before keeps what it is: its account is the server's secret. */
  readonly kindFixed: boolean;
  readonly form: FormErrors;
}

export function PayFields({ draft, known, kindFixed, form }: PayFieldsProps) {
  const { kind } = draft.value;
  const usesKnown = takesKnown(draft.value, known);
  return (
    <>
      {!kindFixed && (
        <RadioGroup
          id="kind"
          label={nlReceipt.paid.label}
          error={kind === '' ? form.of('kind') : undefined}
          value={kind}
          onValue={(value) => draft.set(withKind(value))}
          options={[
            {
              value: 'reimbursement',
              label: nlReceipt.paid.reimbursement,
              note: usesKnown ? words.known(known.last4) : undefined,
            },
            { value: 'invoice', label: nlReceipt.paid.invoice, note: nlReceipt.paid.invoiceNote },
          ]}
        />
      )}
      {!kindFixed && kind === '' && (
        <p>
          <a href={`/bon/voorschot?aanvraag=${draft.value.proposalId}`}>{nlApprovals.advance.link}</a>
        </p>
      )}
      {kind === 'reimbursement' && <OwnAccount draft={draft} known={known} kindFixed={kindFixed} form={form} />}
      {kind === 'invoice' && <ShopAccount draft={draft} known={known} kindFixed={kindFixed} form={form} />}
    </>
  );
}

/** The shop of the first receipt is mostly who sends the bill. */
const withKind =
  (kind: ClaimDraft['kind']) =>
  (value: ClaimDraft): ClaimDraft => ({
    ...value,
    kind,
    payee: kind === 'invoice' && value.payee === '' ? (value.receipts[0]?.shop ?? '') : value.payee,
  });

function OwnAccount({ draft, known, kindFixed, form }: PayFieldsProps) {
  const { iban, holder } = draft.value;
  const [left, setLeft] = useState(false);
  if (takesKnown(draft.value, known)) {
    return (
      <div class="bk-row bk-gap-3">
        {kindFixed && <span>{words.known(known.last4)}</span>}
        <Button kind="quiet" onClick={() => draft.set({ otherAccount: true })}>
          {words.other}
        </Button>
      </div>
    );
  }
  const wrong = iban.trim() === '' ? form.of('iban') : (left || form.of('iban')) && ibanError(iban);
  return (
    <>
      <TextField
        id="iban"
        label={words.iban}
        hint={words.ibanHint}
        plain
        maxLength={50}
        error={wrong || undefined}
        value={iban}
        onValue={(value) => draft.set({ iban: value })}
        onLeave={() => setLeft(true)}
        after={<WhoSees text={words.who} />}
      />
      <TextField
        id="holder"
        label={words.holder}
        plain
        autocomplete="name"
        maxLength={100}
        error={holder.trim() === '' ? form.of('holder') : undefined}
        value={holder}
        onValue={(value) => draft.set({ holder: value })}
      />
    </>
  );
}

function ShopAccount({ draft, known, kindFixed, form }: PayFieldsProps) {
  const { payee, payeeIban } = draft.value;
  const [left, setLeft] = useState(false);
  const wrong = (left || form.of('payeeIban')) && payeeIban.trim() !== '' && ibanError(payeeIban);
  return (
    <>
      <TextField
        id="payee"
        label={words.payee}
        plain
        maxLength={100}
        error={payee.trim() === '' ? form.of('payee') : undefined}
        value={payee}
        onValue={(value) => draft.set({ payee: value })}
      />
      <TextField
        id="payeeIban"
        label={words.ibanInvoice}
        hint={kindFixed && known !== undefined ? words.known(known.last4) : words.ibanHint}
        optional
        plain
        maxLength={50}
        error={wrong || undefined}
        value={payeeIban}
        onValue={(value) => draft.set({ payeeIban: value })}
        onLeave={() => setLeft(true)}
        after={<WhoSees text={words.whoInvoice} />}
      />
    </>
  );
}

function WhoSees({ text }: { readonly text: string }) {
  return (
    <>
      <Icon of={Lock} size="in" /> {text}
    </>
  );
}
