// What is typed on the form of a claim, what is wrong with it, and the command it becomes. Pure: the form draws it.
import type { CommandArgs } from '../../../domain/commands/index.ts';
import { isIban, normalizeIban } from '../../../domain/iban.ts';
import { addCents, amountText, parseAmount } from '../../../domain/money.ts';
import type { Claim, ClaimKind, IsoDate, Photo, Proposal, Receipt } from '../../../domain/rows.ts';
import { vatFits } from '../../../domain/vat.ts';
import { amountSentence } from '../../nl/amount.ts';
import { nlReceipt } from '../../nl/receipt.ts';
import type { FieldError } from '../../parts/error-summary.tsx';

/** Stands for the choice "Iets anders". */
export const otherLine = 'other';

export interface ReceiptDraft {
  readonly receiptId: string;
  readonly amount: string;
  readonly vat?: string | undefined; // may stay empty
  readonly boughtOn: string;
  readonly shop: string;
  readonly what: string;
  readonly lineId: string; // a budget line, `otherLine`, or empty while nothing is chosen
  /** Handed in before: it can be changed and not taken away. */
  readonly known: boolean;
  /** Why there is no picture. */
  readonly noPhoto?: string | undefined;
}

export interface ClaimDraft {
  readonly claimId: string;
  readonly proposalId: string;
  readonly kind: ClaimKind | '';
  readonly receipts: readonly ReceiptDraft[];
  /** The account that is known already is not taken. */
  readonly otherAccount: boolean;
  readonly iban: string;
  readonly holder: string;
  readonly payee: string;
  readonly payeeIban: string;
}

/** An account that need not be typed again: remembered on this phone, or known to the server only (`iban` null). */
export interface KnownAccount {
  readonly last4: string;
  readonly iban: string | null;
  readonly holder: string;
}

export const emptyReceipt = (receiptId: string): ReceiptDraft => ({
  receiptId,
  amount: '',
  boughtOn: '',
  shop: '',
  what: '',
  lineId: '',
  known: false,
});

export function newClaim(claimId: string, receiptId: string, proposalId: string): ClaimDraft {
  const account = { otherAccount: false, iban: '', holder: '', payee: '', payeeIban: '' };
  return { claimId, proposalId, kind: '', receipts: [emptyReceipt(receiptId)], ...account };
}

/** A returned claim, to be mended. */
export function draftOf(claim: Claim, receipts: readonly Receipt[]): ClaimDraft {
  return {
    ...newClaim(claim.id, '', claim.proposalId),
    kind: claim.kind,
    payee: claim.kind === 'invoice' ? claim.payeeName : '',
    receipts: receipts.map((receipt) => ({
      receiptId: receipt.id,
      amount: amountText(receipt.amountCents),
      boughtOn: receipt.boughtOn,
      shop: receipt.shop,
      what: receipt.what,
      lineId: receipt.budgetLineId ?? otherLine,
      known: true,
      ...(receipt.noPhoto === undefined ? {} : { noPhoto: receipt.noPhoto }),
      ...(receipt.vatCents === undefined ? {} : { vat: amountText(receipt.vatCents) }),
    })),
  };
}

export const isUntouched = ({ kind, receipts }: ClaimDraft): boolean =>
  kind === '' && receipts.length === 1 && receipts.every(isEmptyReceipt);
export const isEmptyReceipt = ({ amount, vat = '', boughtOn, shop, what, lineId }: ReceiptDraft): boolean =>
  `${amount}${vat}${boughtOn}${shop}${what}${lineId}` === '';

/** Cents of every receipt that can be read already, together. */
export function typedTotal(receipts: readonly ReceiptDraft[]): number {
  return addCents(receipts.map(({ amount }) => centsOf(amount) ?? 0));
}
export function centsOf(amount: string): number | undefined {
  const parsed = parseAmount(amount, { negative: true });
  return parsed.ok ? parsed.cents : undefined;
}

export const fieldOf = (
  receiptId: string,
  name: 'amount' | 'vat' | 'date' | 'shop' | 'line' | 'what' | 'photo' | 'noPhoto',
): string => `${name}-${receiptId}`;

export interface ClaimCheck {
  readonly proposal: Proposal | undefined;
  readonly today: IsoDate;
  readonly known: KnownAccount | undefined;
  readonly photoCounts: ReadonlyMap<string, number>; // by receipt, those that were handed in before included
}

const photosMax = 20; // domain/commands/fields.ts

export function errorsIn(draft: ClaimDraft, check: ClaimCheck): readonly FieldError[] {
  const { errors } = nlReceipt;
  const receipts = draft.receipts.flatMap((receipt) => receiptErrors(receipt, check));
  const first = draft.receipts[0];
  const noTotal = receipts.length === 0 && typedTotal(draft.receipts) <= 0 && first !== undefined;
  return [
    ...(check.proposal === undefined ? [{ fieldId: 'proposal', sentence: errors.proposal }] : []),
    ...receipts,
    ...(noTotal ? [{ fieldId: fieldOf(first.receiptId, 'amount'), sentence: errors.total }] : []),
    ...(draft.kind === '' ? [{ fieldId: 'kind', sentence: errors.kind }] : []),
    ...accountErrors(draft, check.known),
  ];
}

export function receiptErrors(
  receipt: ReceiptDraft,
  { proposal, today, photoCounts }: ClaimCheck,
): readonly FieldError[] {
  const { errors } = nlReceipt;
  const at = (name: Parameters<typeof fieldOf>[1], sentence: string | undefined): readonly FieldError[] =>
    sentence === undefined ? [] : [{ fieldId: fieldOf(receipt.receiptId, name), sentence }];
  const hasLines = (proposal?.budgetLines.length ?? 0) > 0;
  const saysWhat = hasLines && receipt.lineId !== otherLine ? true : receipt.what.trim() !== '';
  return [
    ...at('photo', (photoCounts.get(receipt.receiptId) ?? 0) > photosMax ? errors.tooManyPhotos : undefined),
    ...at('amount', amountError(receipt)),
    ...at('vat', vatError(receipt)),
    ...at('date', dateError(receipt.boughtOn, today)),
    ...at('shop', receipt.shop.trim() === '' ? errors.shop : undefined),
    ...at('line', hasLines && receipt.lineId === '' ? errors.line : undefined),
    ...at('what', saysWhat ? undefined : errors.what),
  ];
}

export function amountError({ amount, known }: Pick<ReceiptDraft, 'amount' | 'known'>): string | undefined {
  const parsed = parseAmount(amount, { negative: true });
  if (!parsed.ok) return parsed.code === 'empty' ? nlReceipt.errors.amountZero : amountSentence(parsed.code);
  return parsed.cents === 0 && !known ? nlReceipt.errors.amountZero : undefined;
}

/** Nothing when the field is empty: not everybody has to know the VAT. A receipt of 0 is taken away, with its VAT. */
export function vatError({ amount, vat = '' }: Pick<ReceiptDraft, 'amount' | 'vat'>): string | undefined {
  if (vat.trim() === '') return undefined;
  const parsed = parseAmount(vat, { negative: true });
  if (!parsed.ok) return amountSentence(parsed.code);
  const totalCents = centsOf(amount) ?? 0;
  return totalCents === 0 || vatFits(totalCents, parsed.cents) ? undefined : nlReceipt.errors.vat;
}

export function dateError(boughtOn: string, today: IsoDate): string | undefined {
  if (boughtOn === '') return nlReceipt.errors.dateMissing;
  return boughtOn > today ? nlReceipt.errors.dateFuture : undefined;
}

export function ibanError(iban: string): string | undefined {
  return isIban(normalizeIban(iban)) ? undefined : nlReceipt.errors.ibanWrong;
}

function accountErrors(draft: ClaimDraft, known: KnownAccount | undefined): readonly FieldError[] {
  const { errors } = nlReceipt;
  if (draft.kind === 'invoice') {
    const wrong = draft.payeeIban.trim() === '' ? undefined : ibanError(draft.payeeIban);
    return [
      ...(draft.payee.trim() === '' ? [{ fieldId: 'payee', sentence: errors.payee }] : []),
      ...(wrong === undefined ? [] : [{ fieldId: 'payeeIban', sentence: wrong }]),
    ];
  }
  if (draft.kind !== 'reimbursement' || takesKnown(draft, known)) return [];
  const wrong = draft.iban.trim() === '' ? errors.ibanMissing : ibanError(draft.iban);
  return [
    ...(wrong === undefined ? [] : [{ fieldId: 'iban', sentence: wrong }]),
    ...(draft.holder.trim() === '' ? [{ fieldId: 'holder', sentence: errors.holder }] : []),
  ];
}

export const takesKnown = (draft: ClaimDraft, known: KnownAccount | undefined): known is KnownAccount =>
  known !== undefined && !draft.otherAccount;

/** The command; call it only when `errorsIn` found nothing. */
export function claimArgs(
  draft: ClaimDraft,
  known: KnownAccount | undefined,
  photosOf: (receiptId: string) => readonly Photo[],
): CommandArgs<'claim.submit'> {
  return {
    claimId: draft.claimId,
    proposalId: draft.proposalId,
    ...payTo(draft, known),
    receipts: receiptArgs(draft, photosOf),
  };
}

/** What was said about a photo that came after all is left out. */
export function receiptArgs(
  draft: ClaimDraft,
  photosOf: (receiptId: string) => readonly Photo[],
): CommandArgs<'claim.submit'>['receipts'] {
  return draft.receipts.map((receipt) => {
    const photos = photosOf(receipt.receiptId);
    const why = receipt.noPhoto?.trim() ?? '';
    const amountCents = centsOf(receipt.amount) ?? 0;
    const vatCents = amountCents === 0 ? undefined : centsOf(receipt.vat ?? '');
    return {
      receiptId: receipt.receiptId,
      amountCents,
      boughtOn: receipt.boughtOn,
      shop: receipt.shop.trim(),
      what: receipt.what.trim(),
      budgetLineId: receipt.lineId === otherLine || receipt.lineId === '' ? null : receipt.lineId,
      photos,
      ...(why === '' || photos.length > 0 ? {} : { noPhoto: why }),
      ...(vatCents === undefined ? {} : { vatCents }),
    };
  });
}

function payTo(
  draft: ClaimDraft,
  known: KnownAccount | undefined,
): Pick<CommandArgs<'claim.submit'>, 'kind' | 'payeeName' | 'iban' | 'holder'> {
  if (draft.kind === 'invoice') {
    const iban = draft.payeeIban.trim() === '' ? null : normalizeIban(draft.payeeIban);
    return { kind: 'invoice', payeeName: draft.payee.trim(), iban, holder: null };
  }
  if (takesKnown(draft, known)) {
    const holder = known.iban === null ? null : known.holder;
    return { kind: 'reimbursement', payeeName: known.holder, iban: known.iban, holder };
  }
  const holder = draft.holder.trim();
  return { kind: 'reimbursement', payeeName: holder, iban: normalizeIban(draft.iban), holder };
}
