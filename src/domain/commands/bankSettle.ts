/** What a part of a bank line means for the books, and how that is taken back. A payment that was recorded by hand before
 *  is the same payment: then nothing is booked, and the row says that the bank shows it. */
import { leftAfter } from '../bank/match.ts';
import { costCents } from '../budget.ts';
import { type Context, Rejection, type Tx } from '../command.ts';
import { nextPayment } from '../payments/payable.ts';
import {
  type BankTransaction,
  type BookedPart,
  type Cents,
  type IsoDate,
  type MatchPart,
  type MatchTarget,
  type OrganisationCost,
  type Payment,
  paymentId,
} from '../rows.ts';
import { addGrant } from './committee.ts';
import { book } from './ledger.ts';
import { recordCost, takeBackCost } from './organisation.ts';
import { recordPayment, standAgain, takeBackPayment } from './payment.ts';
import { changeCoFinancing } from './promise.ts';

interface Settling {
  readonly line: BankTransaction;
  readonly part: MatchPart;
}
interface Unsettling {
  readonly line: BankTransaction;
  readonly part: BookedPart;
  readonly reason: string;
  readonly undoneOn: IsoDate;
}
type Of<K extends MatchTarget['kind']> = Extract<MatchTarget, { readonly kind: K }>;

/** Books the part where it is not booked yet. True: this did. */
export function settle(tx: Tx, ctx: Context, { line, part }: Settling): boolean {
  const { target, amountCents } = part;
  switch (target.kind) {
    case 'payment':
      return settlePayment(tx, ctx, line, target, amountCents);
    case 'refund':
      return settleRefund(tx, ctx, line, target, amountCents);
    case 'cost':
      return settleCost(tx, ctx, line, target, amountCents);
    case 'cost_refund':
      return settleCostRefund(tx, ctx, line, target, amountCents);
    case 'grant': {
      const { year, note } = target;
      if (target.book) addGrant.run(tx, { year, amountCents, note, bookedOn: line.bookedOn }, ctx);
      else if (tx.get('budgetYear', String(year)) === undefined) throw new Rejection('unknown_year');
      return target.book;
    }
    case 'co_financing':
      return settleCoFinancing(tx, ctx, line, target, amountCents);
    case 'transfer':
      tx.mustOrWait('transfer', target.transferId);
      return false;
    case 'own_account':
      tx.mustOrWait('bankAccount', target.accountId);
      return false;
    case 'award':
      tx.mustOrWait('proposal', target.proposalId);
      return false;
    case 'reversed_line':
      tx.mustOrWait('bankTransaction', target.transactionId);
      return false;
    case 'explained':
      return false;
  }
}

function settlePayment(
  tx: Tx,
  ctx: Context,
  line: BankTransaction,
  target: Of<'payment'>,
  amountCents: Cents,
): boolean {
  const { claimId, number } = target;
  const id = paymentId(claimId, number);
  const known = tx.get('payment', id);
  const booked = known === undefined;
  if (booked) {
    // No words of the bank: the initiator sees this row, and not what stands on the account.
    recordPayment.run(tx, { claimId, number, amountCents, paidOn: line.bookedOn, reference: '' }, ctx);
  } else mustBeOfBefore(known, line, { paymentId: id });
  showAtBank(tx, id, amountCents);
  return booked;
}

/** It was taken back by hand before the bank's file came: the line that left is still that one, unless it left later. */
function mustBeOfBefore(known: Payment | OrganisationCost, { bookedOn }: BankTransaction, params = {}): void {
  if (leftAfter(known, bookedOn)) throw new Rejection('already_reversed', params);
}

/** Adds to what the bank shows of a payment; never more than it is, or one payment would stand for two. */
function showAtBank(tx: Tx, id: string, cents: Cents): void {
  const payment = tx.mustOrWait('payment', id);
  const shown = (payment.bankCents ?? 0) + cents;
  if (shown > payment.amountCents) throw new Rejection('already_paid', { paymentId: id });
  tx.put('payment', withBank(payment, shown));
}

function withBank({ bankCents: _, ...payment }: Payment, cents: Cents): Payment {
  return cents <= 0 ? payment : { ...payment, bankCents: cents };
}

/** All of it: the payment is taken back. A part: it is taken back, and what stayed is a payment of its own. */
function settleRefund(tx: Tx, ctx: Context, line: BankTransaction, target: Of<'refund'>, amountCents: Cents): boolean {
  const known = tx.mustOrWait('payment', target.paymentId);
  if (amountCents > known.amountCents) throw new Rejection('parts_do_not_fit');
  if (known.reversed) {
    const handBackCents = handBackLeft(known, amountCents);
    if (handBackCents !== undefined) tx.put('payment', { ...known, handBackCents });
    return false;
  }
  takeBackPayment(tx, ctx, known, { reason: target.reason, reversedOn: line.bookedOn, handBackCents: 0 });
  const leftCents = known.amountCents - amountCents;
  if (leftCents > 0) payAgain(tx, ctx, known, leftCents);
  return true;
}

/** It was taken back by hand, before the bank's file came: what the bank has to show of that after this. A row of before
 *  does not say who took it back, so one line of all of it passes. */
function handBackLeft(known: Payment | OrganisationCost, cents: Cents): Cents | undefined {
  const before = known.reversed && known.handBackCents === undefined && !('refundedCents' in known);
  if (before && cents === known.amountCents) return undefined;
  const leftCents = (known.handBackCents ?? 0) - cents;
  if (leftCents < 0) throw new Rejection('already_reversed', 'claimId' in known ? { paymentId: known.id } : {});
  return leftCents;
}

/** The same payment under the next number, for another amount. */
function payAgain(tx: Tx, ctx: Context, { claimId, paidOn, reference, bankCents }: Payment, amountCents: Cents): void {
  const number = nextPayment(tx.list('payment', 'claimId', claimId));
  recordPayment.run(tx, { claimId, number, amountCents, paidOn, reference }, beside(ctx));
  const made = tx.mustOrWait('payment', paymentId(claimId, number));
  tx.put('payment', withBank(made, Math.min(bankCents ?? 0, amountCents)));
}

/** A second entry of one part: its lines must not get the ids of the first. */
const beside = (ctx: Context): Context => ({ ...ctx, commandId: `${ctx.commandId}:r` });

function settleCost(tx: Tx, ctx: Context, line: BankTransaction, target: Of<'cost'>, amountCents: Cents): boolean {
  const { costId, year, what } = target;
  const known = tx.get('organisationCost', costId);
  if (known === undefined) {
    recordCost.run(tx, { costId, year, amountCents, what, paidOn: line.bookedOn }, ctx);
  } else mustBeOfBefore(known, line);
  const cost = tx.mustOrWait('organisationCost', costId);
  const shown = (cost.bankCents ?? 0) + amountCents;
  if (shown > cost.amountCents) throw new Rejection('already_paid');
  tx.put('organisationCost', { ...cost, bankCents: shown });
  return known === undefined;
}

/** All that is left of the cost: it is taken back. A part: the rest stands. */
function settleCostRefund(
  tx: Tx,
  ctx: Context,
  line: BankTransaction,
  { costId, reason }: Of<'cost_refund'>,
  amountCents: Cents,
): boolean {
  const known = tx.mustOrWait('organisationCost', costId);
  const { refundedCents = 0 } = known;
  if (amountCents > known.amountCents) throw new Rejection('parts_do_not_fit');
  const leftCents = costCents(known);
  if (amountCents > leftCents) {
    const handBackCents = handBackLeft(known, amountCents);
    if (handBackCents !== undefined) tx.put('organisationCost', { ...known, handBackCents });
    return false;
  }
  if (amountCents === leftCents) {
    takeBackCost(tx, ctx, known, { reason, reversedOn: line.bookedOn, handBackCents: known.handBackCents ?? 0 });
  } else {
    tx.put('organisationCost', { ...known, refundedCents: refundedCents + amountCents });
    book(tx, ctx, {
      ...{ year: known.year, kind: 'organisation_reversal', bookedOn: line.bookedOn, note: known.what },
      ...{ from: 'organisation_paid', to: 'organisation', amountCents },
    });
  }
  return true;
}

/** What came back was no refund of it: that much is spent again, also when the rest was taken back since. */
function unsettleCostRefund(tx: Tx, ctx: Context, known: OrganisationCost, amountCents: Cents): void {
  const { refundedCents: _, ...cost } = known;
  const refundedCents = known.amountCents - costCents(known) - amountCents;
  tx.put('organisationCost', {
    ...{ ...cost, reversed: false, reversedOn: null, reversedReason: null },
    ...(refundedCents > 0 ? { refundedCents } : {}),
  });
  book(tx, ctx, {
    ...{ year: cost.year, kind: 'organisation_cost', bookedOn: cost.paidOn, note: cost.what },
    ...{ from: 'organisation', to: 'organisation_paid', amountCents },
  });
}

function settleCoFinancing(
  tx: Tx,
  ctx: Context,
  line: BankTransaction,
  { coFinancingId, book }: Of<'co_financing'>,
  amountCents: Cents,
): boolean {
  const known = tx.mustOrWait('coFinancing', coFinancingId);
  if (book) receive(tx, ctx, coFinancingId, amountCents, line.bookedOn);
  else if (amountCents > known.receivedCents) throw new Rejection('parts_do_not_fit');
  return book;
}

function receive(tx: Tx, ctx: Context, coFinancingId: string, cents: Cents, on: IsoDate): void {
  const { receivedCents, receivedOn } = tx.mustOrWait('coFinancing', coFinancingId);
  const next = Math.max(0, receivedCents + cents);
  const fields = { receivedCents: next, receivedOn: next === 0 ? null : on };
  changeCoFinancing.run(tx, { coFinancingId, fields, seen: { receivedCents, receivedOn } }, ctx);
}

/** The other way round: what was booked by the match is booked back, in the open. */
export function unsettle(tx: Tx, ctx: Context, { line, part, reason, undoneOn }: Unsettling): void {
  const { target, amountCents, booked } = part;
  switch (target.kind) {
    case 'payment':
      unsettlePayment(tx, ctx, { target, amountCents, booked, reason, undoneOn });
      return;
    case 'refund': {
      const payment = tx.mustOrWait('payment', target.paymentId);
      if (booked) unsettleRefund(tx, ctx, payment, { amountCents, reason, undoneOn });
      else if (payment.handBackCents !== undefined)
        tx.put('payment', { ...payment, handBackCents: payment.handBackCents + amountCents });
      return;
    }
    case 'cost': {
      const cost = tx.mustOrWait('organisationCost', target.costId);
      const { bankCents = 0, ...rest } = cost;
      const shown = bankCents - amountCents;
      tx.put('organisationCost', shown > 0 ? { ...rest, bankCents: shown } : rest);
      if (booked && !cost.reversed) {
        const { handBackCents = 0 } = cost;
        const now = tx.mustOrWait('organisationCost', cost.id);
        takeBackCost(tx, ctx, now, { reason, reversedOn: undoneOn, handBackCents });
      }
      return;
    }
    case 'cost_refund': {
      const cost = tx.mustOrWait('organisationCost', target.costId);
      if (booked) unsettleCostRefund(tx, ctx, cost, amountCents);
      else if (cost.handBackCents !== undefined)
        tx.put('organisationCost', { ...cost, handBackCents: cost.handBackCents + amountCents });
      return;
    }
    case 'grant': {
      const { year, note } = target;
      if (booked) addGrant.run(tx, { year, amountCents: -amountCents, note, bookedOn: undoneOn }, ctx);
      return;
    }
    case 'co_financing':
      if (booked) receive(tx, ctx, target.coFinancingId, -amountCents, line.bookedOn);
      return;
    default:
      return;
  }
}

interface PaymentUndo {
  readonly target: Of<'payment'>;
  readonly amountCents: Cents;
  readonly booked: boolean;
  readonly reason: string;
  readonly undoneOn: IsoDate;
}

function unsettlePayment(tx: Tx, ctx: Context, { target, amountCents, booked, reason, undoneOn }: PaymentUndo): void {
  const id = paymentId(target.claimId, target.number);
  const payment = tx.mustOrWait('payment', id);
  if (booked && !payment.reversed) {
    takeBackPayment(tx, ctx, payment, { reason, reversedOn: undoneOn, handBackCents: 0 });
  }
  const now = tx.mustOrWait('payment', id);
  tx.put('payment', withBank(now, (now.bankCents ?? 0) - amountCents));
}

/** What stayed after a part came back is taken back too, and the payment itself stands again: under its own number, because
 *  the line that it left by names that one. */
function unsettleRefund(
  tx: Tx,
  ctx: Context,
  payment: Payment,
  { amountCents, reason, undoneOn }: Pick<PaymentUndo, 'amountCents' | 'reason' | 'undoneOn'>,
): void {
  const leftCents = payment.amountCents - amountCents;
  const rest = tx
    .list('payment', 'claimId', payment.claimId)
    .find((one) => !one.reversed && one.id !== payment.id && one.amountCents === leftCents);
  if (leftCents > 0 && rest === undefined) throw new Rejection('already_reversed', { paymentId: payment.id });
  if (rest !== undefined && leftCents > 0) {
    takeBackPayment(tx, ctx, rest, { reason, reversedOn: undoneOn, handBackCents: 0 });
  }
  standAgain(tx, beside(ctx), payment);
}
