// What the payment screen shows, from the rows: what can be paid, with what speaks against it, and files that were made.
import { doubtsFinder } from '../../../domain/doubles.ts';
import { isSepaIban, normalizeIban } from '../../../domain/iban.ts';
import { type Payable, payables } from '../../../domain/payments/payable.ts';
import { endToEndId } from '../../../domain/payments/reference.ts';
import type { CreditTransfer } from '../../../domain/payments/sepaText.ts';
import type { Cents, IsoDate, PaymentFile, PlannedPayment, Proposal } from '../../../domain/rows.ts';
import { paymentId } from '../../../domain/rows.ts';
import type { Seen } from '../../app-context.tsx';
import { nlJudge } from '../../nl/money.ts';
import { nlPay } from '../../nl/pay.ts';
import type { FieldError } from '../../parts/error-summary.tsx';

export interface PayRow extends Payable {
  readonly description: string;
  /** The standing file that holds this payment. */
  readonly inFile: PaymentFile | undefined;
  readonly missingPhotos: number;
  readonly double: boolean; // maybe, and nobody looked yet
  /** Something to look at first: not chosen beforehand, but it can be. */
  readonly doubtful: boolean;
  readonly payable: boolean;
}

export interface PayRows {
  readonly claims: readonly Seen<'claim'>[];
  readonly proposals: ReadonlyMap<string, Seen<'proposal'>>;
  readonly accounts: readonly Seen<'claimAccount'>[];
  readonly payments: readonly Seen<'payment'>[];
  readonly receipts: readonly Seen<'receipt'>[];
  readonly files: readonly PaymentFile[];
  readonly missingPhotosOf: (claimId: string) => number;
}

export function payRows(rows: PayRows): readonly PayRow[] {
  const { claims, proposals, accounts, payments, receipts, files, missingPhotosOf } = rows;
  const claimsById = new Map(claims.map((claim) => [claim.id, claim]));
  const isDoubtful = doubtsFinder({ receipts, claims: claimsById });
  const standing = files.filter(({ state }) => state === 'made');
  const byClaim = new Map(accounts.map((account) => [account.id, account]));
  return payables({ claims, proposals, accounts: byClaim, payments }).map((one): PayRow => {
    const { claim, proposal, number, block, otherAccount } = one;
    const inFile = standing.find(({ transfers }) =>
      transfers.some((planned) => planned.claimId === claim.id && planned.number === number),
    );
    const missingPhotos = missingPhotosOf(claim.id);
    const double = isDoubtful(claim);
    return {
      ...one,
      description: descriptionOf(proposal),
      inFile,
      missingPhotos,
      double,
      doubtful: otherAccount?.changed === 'iban' || missingPhotos > 0 || double, // another name is said, no more
      payable: block === null && inFile === undefined,
    };
  });
}

/** What stands at the bank as the description of a payment. */
export const descriptionOf = (proposal: Proposal | undefined): string =>
  proposal === undefined ? '' : nlJudge.pay.referenceText(proposal.year, proposal.number, proposal.title);

/** As the bank gets them. */
export const transferOf = ({ claim, number, amountCents, name, iban, description }: PayRow): CreditTransfer => ({
  endToEndId: endToEndId(claim.id, number),
  amountCents,
  name,
  iban,
  description,
});

export const plannedOf = ({ claim, number, amountCents }: PayRow): PlannedPayment => ({
  claimId: claim.id,
  number,
  amountCents,
});

export interface OwnAccount {
  readonly name: string;
  readonly iban: string;
}

export interface FromDraft extends OwnAccount {
  readonly executeOn: string;
}

export function fromErrors({ name, iban, executeOn }: FromDraft, today: IsoDate): readonly FieldError[] {
  const { from: words } = nlPay;
  const on = executeOn === '' ? words.onMissing : executeOn < today ? words.onPast : undefined;
  return [
    ...(name.trim() === '' ? [{ fieldId: 'name', sentence: words.nameMissing }] : []),
    ...(isSepaIban(normalizeIban(iban)) ? [] : [{ fieldId: 'iban', sentence: words.ibanWrong }]),
    ...(on === undefined ? [] : [{ fieldId: 'executeOn', sentence: on }]),
  ];
}

export interface StandingFile {
  readonly file: Seen<'paymentFile'>;
  readonly open: readonly PlannedPayment[]; // not recorded as paid
  readonly openCents: Cents;
}

/** Files of which something is not recorded yet, newest first. A payment that was taken back is not open: what becomes of
 *  it is decided at the claim. */
export function standingFiles(
  files: readonly Seen<'paymentFile'>[],
  payments: readonly Seen<'payment'>[],
): readonly StandingFile[] {
  const recorded = new Set(payments.map(({ id }) => id));
  return files
    .filter(({ state }) => state === 'made')
    .map((file) => {
      const open = file.transfers.filter(({ claimId, number }) => !recorded.has(paymentId(claimId, number)));
      return { file, open, openCents: open.reduce((sum, { amountCents }) => sum + amountCents, 0) };
    })
    .filter(({ open }) => open.length > 0)
    .sort((a, b) =>
      a.file.madeOn === b.file.madeOn ? (a.file.id < b.file.id ? 1 : -1) : a.file.madeOn < b.file.madeOn ? 1 : -1,
    );
}
