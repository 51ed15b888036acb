// One receipt of a claim: its photos, what it says and what it was for.
import { useMemo, useState } from 'preact/hooks';
import { lineLeft } from '../../../domain/claims.ts';
import { alikeFinder } from '../../../domain/doubles.ts';
import type { Photo, Proposal, Receipt } from '../../../domain/rows.ts';
import { useRows, useToday } from '../../data.ts';
import type { Draft } from '../../draft.ts';
import { Files, ScanText, Trash } from '../../icons.ts';
import { nlReading } from '../../nl/reading.ts';
import { nlReceipt } from '../../nl/receipt.ts';
import { Button } from '../../parts/button.tsx';
import { RadioGroup } from '../../parts/choice-fields.tsx';
import type { FormErrors } from '../../parts/error-summary.tsx';
import { Note } from '../../parts/status.tsx';
import { DateField, MoneyField, TextField } from '../../parts/text-fields.tsx';
import { amountError, centsOf, dateError, fieldOf, otherLine, type ReceiptDraft } from './claim-draft.ts';
import { NoPhotoField } from './no-photo-field.tsx';
import { OtherRead } from './other-read.tsx';
import { type PhotoDraft, photosOf } from './photo-draft.ts';
import { useProposals } from './proposals.ts';
import { ReceiptPhotos } from './receipt-photos.tsx';
import { VatField } from './vat-field.tsx';

export interface ReceiptFieldsProps {
  readonly receipt: ReceiptDraft;
  readonly number: number;
  /** A heading and a way to remove it, when there are several. */
  readonly several: boolean;
  readonly proposal: Proposal | undefined;
  readonly invoice: boolean;
  readonly savedPhotos: readonly Photo[];
  readonly photos: Draft<PhotoDraft>;
  readonly form: FormErrors;
  readonly onChange: (change: Partial<ReceiptDraft>) => void;
  readonly onRemove: () => void;
}

export function ReceiptFields(props: ReceiptFieldsProps) {
  const { receipt, number, several, invoice, photos, form, onChange } = props;
  const today = useToday();
  const proposals = useProposals(receipt, photosOf(photos.value, receipt.receiptId), today, onChange);
  const readAs = (field: 'amount' | 'boughtOn' | 'shop') =>
    proposals.of(field)?.value === receipt[field] ? proposals.of(field)?.read : undefined;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const at = (name: Parameters<typeof fieldOf>[1]): string => fieldOf(receipt.receiptId, name);
  /** Once a field was left with something in it, it says what is wrong without waiting for the button. */
  const leave = (name: string) => setLeft((before) => new Set([...before, name]));
  const wrong = (name: 'amount' | 'date', now: string | undefined): string | undefined =>
    form.of(at(name)) === undefined && !(left.has(name) && receipt[name === 'date' ? 'boughtOn' : 'amount'] !== '')
      ? undefined
      : now;
  return (
    <fieldset class="bk-stack bk-gap-5">
      <legend class="bk-hidden">{nlReceipt.receipt(number)}</legend>
      {several && <h2>{nlReceipt.receipt(number)}</h2>}
      <div class="bk-stack bk-gap-3">
        <ReceiptPhotos
          draft={photos}
          receiptId={receipt.receiptId}
          number={number}
          saved={props.savedPhotos}
          invoice={invoice}
          error={form.of(at('photo'))}
          proposals={proposals}
        />
        {props.savedPhotos.length + photosOf(photos.value, receipt.receiptId).length === 0 && (
          <NoPhotoField receipt={receipt} onChange={onChange} />
        )}
      </div>
      <MoneyField
        big
        id={at('amount')}
        label={nlReceipt.amount}
        hint={receipt.known ? nlReceipt.keepsKnown : nlReceipt.amountHint}
        error={wrong('amount', amountError(receipt)) ?? form.of(at('amount'))}
        read={readAs('amount')}
        value={receipt.amount}
        onValue={(amount) => onChange({ amount })}
        onLeave={() => leave('amount')}
      />
      <OtherRead of={proposals.of('amount')} onTake={(amount) => onChange({ amount })} />
      {proposals.foreign !== undefined && (
        <Note icon={ScanText} live="status">
          {nlReading.foreign(proposals.foreign.cents, proposals.foreign.currency)}
        </Note>
      )}
      <VatField {...{ receipt, proposals, form, onChange }} />
      <div class="bk-stack bk-gap-2">
        <div class="bk-beside">
          <DateField
            id={at('date')}
            label={nlReceipt.date}
            max={today}
            error={wrong('date', dateError(receipt.boughtOn, today))}
            read={readAs('boughtOn')}
            value={receipt.boughtOn}
            onValue={(boughtOn) => onChange({ boughtOn })}
            onLeave={() => leave('date')}
          />
          {receipt.boughtOn === '' && <Button onClick={() => onChange({ boughtOn: today })}>{nlReceipt.today}</Button>}
        </div>
        <OtherRead of={proposals.of('boughtOn')} onTake={(boughtOn) => onChange({ boughtOn })} />
      </div>
      <TextField
        id={at('shop')}
        label={invoice ? nlReceipt.shopInvoice : nlReceipt.shop}
        maxLength={150}
        error={receipt.shop.trim() === '' ? form.of(at('shop')) : undefined}
        read={readAs('shop')}
        value={receipt.shop}
        onValue={(shop) => onChange({ shop })}
      />
      <WhatFor {...props} />
      <SeenBefore {...props} />
      {several && !receipt.known && (
        <span>
          <Button kind="quiet" icon={Trash} onClick={props.onRemove}>
            {nlReceipt.remove}
          </Button>
        </span>
      )}
    </fieldset>
  );
}

function WhatFor({ receipt, proposal, form, onChange }: ReceiptFieldsProps) {
  const { receiptId, lineId } = receipt;
  const receipts = useRows('receipt', 'proposalId', proposal?.id ?? '');
  const claims = useRows('claim', 'proposalId', proposal?.id ?? '');
  const lines = proposal?.budgetLines ?? [];
  const others = receipts.filter(({ id }) => id !== receiptId);
  const chosen = lines.find(({ id }) => id === lineId);
  const over = chosen !== undefined && lineLeft(chosen, others, claims) < (centsOf(receipt.amount) ?? 0);
  return (
    <>
      {lines.length > 0 && (
        <RadioGroup
          id={fieldOf(receiptId, 'line')}
          label={nlReceipt.line}
          error={lineId === '' ? form.of(fieldOf(receiptId, 'line')) : undefined}
          value={lineId}
          onValue={(value) => onChange({ lineId: value })}
          options={[
            ...lines.map((line) => ({
              value: line.id,
              label: line.label,
              note: nlReceipt.lineLeft(lineLeft(line, others, claims), line.amountCents),
            })),
            { value: otherLine, label: nlReceipt.otherLine },
          ]}
        />
      )}
      {over && (
        <Note tone="look" icon={Files} live="status">
          {nlReceipt.lineOver}
        </Note>
      )}
      {(lines.length === 0 || lineId === otherLine) && (
        <TextField
          id={fieldOf(receiptId, 'what')}
          label={nlReceipt.what}
          maxLength={300}
          error={receipt.what.trim() === '' ? form.of(fieldOf(receiptId, 'what')) : undefined}
          value={receipt.what}
          onValue={(what) => onChange({ what })}
        />
      )}
    </>
  );
}

/** The same receipt handed in twice is mostly a mistake, so say it while the paper is still at hand. */
function SeenBefore({ receipt, proposal, photos, savedPhotos }: ReceiptFieldsProps) {
  const receipts = useRows('receipt');
  const claims = useRows('claim');
  const alikeTo = useMemo(
    () => alikeFinder({ receipts, claims: new Map(claims.map((claim) => [claim.id, claim])) }),
    [receipts, claims],
  );
  const typed: Receipt = {
    id: receipt.receiptId,
    claimId: '',
    proposalId: proposal?.id ?? '',
    amountCents: centsOf(receipt.amount) ?? 0,
    boughtOn: receipt.boughtOn,
    shop: receipt.shop,
    what: '',
    budgetLineId: null,
    photos: [...savedPhotos, ...photosOf(photos.value, receipt.receiptId).map(({ photo }) => photo)],
  };
  const [like] = alikeTo(typed).keys();
  if (like === undefined) return null;
  return (
    <Note tone="look" icon={Files} live="status">
      {nlReceipt.looksLike(like.shop, like.amountCents, like.boughtOn)}
    </Note>
  );
}
