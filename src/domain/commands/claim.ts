/** Handing in receipts; works at the till, long before anybody decided about the proposal. */
import { type Context, defineCommand, Rejection, rowKey, type Tx } from '../command.ts';
import { addCents } from '../money.ts';
import type { Cents, Claim, Photo, Receipt, VoidedApproval } from '../rows.ts';
import { vatFits } from '../vat.ts';
import { rememberAccount } from './approvers.ts';
import { voidCountersign } from './countersign.ts';
import { mergePhotos, mustHaveProposal, mustOwnProposal, same } from './rules.ts';
import { type CommandArgs, schemas } from './schemas.ts';

/** Hands in a claim, or hands a returned one in again: receipts are added or replaced by id, none disappears. A change after
 *  the approval undoes it: what was approved is free again in the award, and somebody judges anew. */
export const submitClaim = defineCommand({
  name: 'claim.submit',
  v: 2, // receipts may say how much of them is VAT
  older: { 1: (args) => args },
  schema: schemas['claim.submit'],
  touches: (args) => [
    rowKey('claim', args.claimId),
    ...args.receipts.map((receipt) => rowKey('receipt', receipt.receiptId)),
  ],
  run(tx, args, ctx) {
    mustHaveProposal(tx, ctx, args.proposalId);
    const known = tx.get('claim', args.claimId);
    if (known !== undefined) mustBeMine(known, args, ctx);
    const receipts = args.receipts.map((receipt) => receiptFrom(tx, receipt, { ...args, id: args.claimId }));
    if (known !== undefined && known.state !== 'returned') {
      if (repeats(tx, known, receipts, args)) return;
      mustBeChangeable(tx, known);
    }
    const older = known === undefined ? [] : tx.list('receipt', 'claimId', known.id);
    const ids = new Set(receipts.map((receipt) => receipt.id));
    const all = [...older.filter((receipt) => !ids.has(receipt.id)), ...receipts];
    const claimedCents = addCents(all.map((receipt) => receipt.amountCents));
    if (claimedCents <= 0) throw new Rejection('amount_not_fitting');

    tx.put('claim', {
      id: args.claimId,
      proposalId: args.proposalId,
      kind: args.kind,
      claimantId: ctx.actor.personId,
      claimedCents,
      approvedCents: 0,
      paidCents: 0,
      state: 'submitted',
      judgedBy: null,
      judgeReason: null,
      submittedAt: ctx.at,
      payeeName: args.payeeName,
      ibanLast4: args.iban?.slice(-4) ?? known?.ibanLast4 ?? '',
      flags: known?.flags ?? [],
      ...(known === undefined ? {} : kept(tx, known, claimedCents, args, ctx)),
    });
    if (known?.awaits === 'countersign') voidCountersign(tx, known.id);
    putAccount(tx, args.claimId, known, args);
    if (args.iban !== null && args.kind === 'reimbursement') {
      rememberAccount(tx, ctx.actor.personId, args.iban, args.holder ?? args.payeeName);
    }
    for (const receipt of receipts) tx.put('receipt', receipt);
    flagDoubles(tx, receipts);
  },
});

type Submitted = CommandArgs<'claim.submit'>;

function mustBeMine(known: Claim, args: Submitted, ctx: Context): void {
  const mine = known.claimantId === ctx.actor.personId && known.proposalId === args.proposalId;
  if (!mine || known.kind === 'advance') throw new Rejection('id_taken');
}

/** Given back, or approved and nothing paid yet: then the approval falls. What a payment file holds may be at the bank. */
function mustBeChangeable(tx: Tx, known: Claim): void {
  if (known.state !== 'approved' || known.paidCents > 0) throw new Rejection('wrong_state');
  const inFile = tx
    .list('paymentFile', 'state', 'made')
    .some(({ transfers }) => transfers.some((one) => one.claimId === known.id));
  if (inFile) throw new Rejection('in_payment_file');
}

/** What stays of the claim as it was, with the approval that falls now. */
function kept(tx: Tx, known: Claim, claimedCents: Cents, args: Submitted, ctx: Context): Partial<Claim> {
  const { notDouble, voided: before, approvedCents, judgedBy, payeeName, ibanLast4 } = known;
  const changed = [
    ...(claimedCents === known.claimedCents ? [] : (['amount'] as const)),
    ...(args.payeeName === payeeName && sameHolder(tx, known, args) ? [] : (['payee'] as const)),
    ...(sameAccount(tx, known, args) ? [] : (['iban'] as const)),
  ];
  const fell: VoidedApproval = { approvedCents, judgedBy, payeeName, ibanLast4, changed, at: ctx.at };
  const voided = known.state === 'approved' ? fell : before;
  return { ...(notDouble === undefined ? {} : { notDouble }), ...(voided === undefined ? {} : { voided }) };
}

/** To whom the money goes, as it comes with a claim; `iban` null: to the account that is known already. */
type PayTo = Pick<Submitted, 'iban' | 'holder' | 'payeeName'>;

/** Where the money goes. A new name without a number stands by the number that is known: the bank checks them together. */
export function putAccount(tx: Tx, id: string, known: Claim | undefined, { iban, holder, payeeName }: PayTo): void {
  const before = tx.get('claimAccount', id);
  const number = iban ?? (known?.payeeName === payeeName ? undefined : before?.iban);
  if (number !== undefined) tx.put('claimAccount', { id, iban: number, holder: holder ?? payeeName });
}

/** Whoever does not see the account compares what everybody sees of it. */
export function sameAccount(tx: Tx, known: Claim, { iban }: PayTo): boolean {
  if (iban === null) return true;
  const account = tx.get('claimAccount', known.id);
  return account === undefined ? known.ibanLast4 === iban.slice(-4) : account.iban === iban;
}

/** The name that goes to the bank with the number. */
export function sameHolder(tx: Tx, known: Claim, { iban, holder, payeeName }: PayTo): boolean {
  const account = tx.get('claimAccount', known.id);
  return iban === null || account === undefined || account.holder === (holder ?? payeeName);
}

/** A photo that was added to the receipt in the meantime stays when the claim is handed in again. */
export function receiptFrom(
  tx: Tx,
  receipt: Submitted['receipts'][number],
  { id: claimId, proposalId }: Pick<Claim, 'id' | 'proposalId'>,
): Receipt {
  const { receiptId: id, ...rest } = receipt;
  const known = tx.get('receipt', id);
  if (known !== undefined && known.claimId !== claimId) throw new Rejection('id_taken');
  if (!vatFits(receipt.amountCents, receipt.vatCents ?? 0)) throw new Rejection('vat_not_fitting');
  const photos = mergePhotos(known?.photos ?? [], receipt.photos);
  return { id, claimId, proposalId, ...rest, photos };
}

function repeats(tx: Tx, known: Claim, receipts: readonly Receipt[], args: Submitted): boolean {
  const sameHead = known.kind === args.kind && known.payeeName === args.payeeName;
  return (
    sameHead &&
    sameAccount(tx, known, args) &&
    sameHolder(tx, known, args) &&
    receipts.every((receipt) => same(tx.get('receipt', receipt.id), receipt))
  );
}

/** Marks both claims when a receipt looks like another one of the same proposal: the same picture, or the same shop, day
 *  and amount. Both, so that it does not matter which phone was first; only "maybe", because two such receipts can be real. */
export function flagDoubles(tx: Tx, receipts: readonly Receipt[]): void {
  for (const receipt of receipts) {
    for (const other of tx.list('receipt', 'proposalId', receipt.proposalId)) {
      if (other.id === receipt.id || !looksLike(receipt, other)) continue;
      for (const claimId of [receipt.claimId, other.claimId]) {
        const claim = tx.get('claim', claimId);
        if (claim !== undefined && claim.flags.length === 0) tx.put('claim', { ...claim, flags: ['maybe_double'] });
      }
    }
  }
}

function looksLike(a: Receipt, b: Receipt): boolean {
  const hashes = new Set(a.photos.flatMap(hashesOf));
  if (b.photos.flatMap(hashesOf).some((hash) => hashes.has(hash))) return true;
  const shop = (receipt: Receipt): string => receipt.shop.trim().toLowerCase();
  return shop(a) !== '' && shop(a) === shop(b) && a.boughtOn === b.boughtOn && a.amountCents === b.amountCents;
}
const hashesOf = (photo: Photo): readonly string[] => [photo.sha256, photo.originalSha256];

/** Adds a picture later, for instance a better one. Evidence is welcome at any time; nothing is taken away. */
export const addReceiptPhoto = defineCommand({
  name: 'receipt.addPhoto',
  v: 1,
  schema: schemas['receipt.addPhoto'],
  touches: (args) => [rowKey('receipt', args.receiptId)],
  run(tx, args, ctx) {
    const receipt = tx.mustOrWait('receipt', args.receiptId);
    mustOwnProposal(tx, ctx, receipt.proposalId);
    if (receipt.photos.some((photo) => photo.sha256 === args.photo.sha256)) return;
    const next: Receipt = { ...receipt, photos: mergePhotos(receipt.photos, [args.photo]) };
    tx.put('receipt', next);
    flagDoubles(tx, [next]);
  },
});
