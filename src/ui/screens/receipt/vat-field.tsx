// How much of the total is VAT: may stay empty. Beside it net and VAT are added up, so that a wrong figure is seen.
import { useState } from 'preact/hooks';
import { aboveHighRate } from '../../../domain/vat.ts';
import { CircleAlert } from '../../icons.ts';
import { nlReceipt } from '../../nl/receipt.ts';
import type { FormErrors } from '../../parts/error-summary.tsx';
import { Note } from '../../parts/status.tsx';
import { MoneyField } from '../../parts/text-fields.tsx';
import { centsOf, fieldOf, type ReceiptDraft, vatError } from './claim-draft.ts';
import { OtherRead } from './other-read.tsx';
import type { Proposals } from './proposals.ts';

const words = nlReceipt.vat;

export interface VatFieldProps {
  readonly receipt: ReceiptDraft;
  readonly proposals: Proposals;
  readonly form: FormErrors;
  readonly onChange: (change: Partial<ReceiptDraft>) => void;
}

export function VatField({ receipt, proposals, form, onChange }: VatFieldProps) {
  const [left, setLeft] = useState(false);
  const id = fieldOf(receipt.receiptId, 'vat');
  const vat = receipt.vat ?? '';
  const proposal = proposals.of('vat');
  return (
    <div class="bk-stack bk-gap-2">
      <MoneyField
        {...{ id, label: words.label, hint: words.hint, optional: true, value: vat }}
        error={left || form.of(id) !== undefined ? vatError(receipt) : undefined}
        read={proposal?.value === vat ? proposal.read : undefined}
        onValue={(value) => onChange({ vat: value })}
        onLeave={() => setLeft(true)}
      />
      <OtherRead of={proposal} onTake={(value) => onChange({ vat: value })} />
      <div role="status">{vatError(receipt) === undefined && <Sum receipt={receipt} proposals={proposals} />}</div>
    </div>
  );
}

/** Net and VAT together, and whether the photo says so too. */
function Sum({ receipt, proposals: { reading } }: Pick<VatFieldProps, 'receipt' | 'proposals'>) {
  const [amountCents, vatCents] = [centsOf(receipt.amount), centsOf(receipt.vat ?? '')];
  if (amountCents === undefined || amountCents === 0 || vatCents === undefined) return null;
  const printed =
    reading?.checks.vat === true && reading.total?.value === amountCents && reading.vat?.value === vatCents;
  return (
    <>
      <p class="bk-small">{words.sum(amountCents - vatCents, vatCents, amountCents, printed)}</p>
      {aboveHighRate(amountCents, vatCents) && (
        <Note tone="look" icon={CircleAlert}>
          {words.high}
        </Note>
      )}
    </>
  );
}
