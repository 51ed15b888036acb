// What a treasurer chose for a line, as typed; and what it means.
import { costBackCents, paymentBackCents, unseenCents } from '../../../domain/bank/match.ts';
import type { MatchingRows } from '../../../domain/matching/proposals.ts';
import { addCents, parseAmount } from '../../../domain/money.ts';
import {
  type BankTransaction,
  type Cents,
  type ExplainedWhy,
  type MatchPart,
  type MatchTarget,
  paymentId,
  paymentNumber,
} from '../../../domain/rows.ts';
import { amountSentence } from '../../nl/amount.ts';
import { nlBank } from '../../nl/bank.ts';
import type { FieldError } from '../../parts/error-summary.tsx';

export type ChooseKind = keyof typeof nlBank.choose.kinds;

export interface ChooseDraft {
  readonly kind: string; // a ChooseKind, or 'p0' … for a proposal
  readonly claimIds: readonly string[];
  readonly which: string;
  readonly what: string;
  readonly why: string;
  readonly note: string;
  readonly amount: string; // of a part; empty: all that is left of the line
  readonly costId: string; // made once, so that the same form never records two costs
  readonly parts: readonly MatchPart[]; // what was said of the line already
}

export const emptyChoice = (costId: string, parts: readonly MatchPart[] = []): ChooseDraft => ({
  ...{ kind: '', claimIds: [], which: '', what: '', why: '', note: '', amount: '', costId, parts },
});

const outgoing: readonly ChooseKind[] = ['claims', 'cost', 'recorded', 'award', 'transfer', 'own_account', 'explained'];
const incoming: readonly ChooseKind[] = [
  'refund',
  'cost_refund',
  'grant_known',
  'grant_new',
  'co_financing',
  'transfer',
  'own_account',
  'explained',
];
export const kindsFor = (line: BankTransaction): readonly ChooseKind[] => (line.cents > 0 ? incoming : outgoing);

export const centsOf = (parts: readonly MatchPart[]): Cents => addCents(parts.map(({ amountCents }) => amountCents));

/** What nobody said yet of the line. */
export const leftOf = ({ parts }: ChooseDraft, line: BankTransaction): Cents => Math.abs(line.cents) - centsOf(parts);

/** How much of the line this is about, or what is wrong with what was typed. */
export function amountOf({ amount }: ChooseDraft, leftCents: Cents): Cents | string {
  if (amount.trim() === '') return leftCents;
  const parsed = parseAmount(amount);
  if (!parsed.ok) return amountSentence(parsed.code);
  if (parsed.cents === 0) return amountSentence('empty');
  return parsed.cents > leftCents ? words.tooMuch(leftCents) : parsed.cents;
}

export type Chosen = { readonly parts: readonly MatchPart[] } | { readonly errors: readonly FieldError[] };

const words = nlBank.choose.errors;
const wrong = (fieldId: string, sentence: string): Chosen => ({ errors: [{ fieldId, sentence }] });

/** The next parts of the line. */
export function chosenParts(draft: ChooseDraft, line: BankTransaction, rows: MatchingRows): Chosen {
  if (draft.kind === '') return wrong('kind', words.question);
  const cents = amountOf(draft, leftOf(draft, line));
  if (typeof cents === 'string') return wrong('amount', cents);
  const { which, what, note } = draft;
  if (draft.kind === 'claims') return chosenClaims(draft, cents, rows);
  if (draft.kind === 'cost') {
    if (what.trim() === '') return wrong('what', words.what);
    const target = {
      kind: 'cost',
      costId: draft.costId,
      year: Number(line.bookedOn.slice(0, 4)),
      what: what.trim(),
    } as const;
    return { parts: [{ amountCents: cents, target }] };
  }
  if (draft.kind === 'explained') {
    if (draft.why === '') return wrong('why', words.which);
    return once(draft, 'why', {
      amountCents: cents,
      target: { kind: 'explained', why: draft.why as ExplainedWhy, note: note.trim() },
    });
  }
  const target = which === '' ? undefined : targetOf(draft.kind as ChooseKind, which, cents, rows);
  if (target === undefined) return wrong('which', words.which);
  const most = mostOf(target, line, rows);
  if (most !== undefined && cents > most.cents) return wrong('which', most.says(most.cents));
  return once(draft, 'which', { amountCents: cents, target });
}

/** How much of it this line can be, and what to say to more. */
function mostOf(target: MatchTarget, line: BankTransaction, { payments, costs }: MatchingRows) {
  const payment = (id: string) => payments.find((one) => one.payment.id === id)?.payment;
  const cost = (id: string) => costs.find((one) => one.id === id);
  switch (target.kind) {
    case 'payment': {
      const row = payment(paymentId(target.claimId, target.number));
      return row && { cents: unseenCents(row, line.bookedOn), says: words.unseen };
    }
    case 'cost': {
      const row = cost(target.costId);
      return row && { cents: unseenCents(row, line.bookedOn), says: words.unseen };
    }
    case 'refund': {
      const row = payment(target.paymentId);
      return row && { cents: paymentBackCents(row), says: words.refund };
    }
    case 'cost_refund': {
      const row = cost(target.costId);
      return row && { cents: costBackCents(row), says: words.refund };
    }
    default:
      return undefined;
  }
}

/** One thing is named once: two parts of it are one part. */
function once({ parts }: ChooseDraft, fieldId: string, part: MatchPart): Chosen {
  const name = JSON.stringify(part.target);
  return parts.some(({ target }) => JSON.stringify(target) === name) ? wrong(fieldId, words.twice) : { parts: [part] };
}

function chosenClaims({ claimIds }: ChooseDraft, cents: Cents, rows: MatchingRows): Chosen {
  const chosen = rows.payables.filter(({ claim }) => claimIds.includes(claim.id));
  const [first] = chosen;
  if (first === undefined) return wrong('claims', words.claims);
  const sum = chosen.reduce((total, { amountCents }) => total + amountCents, 0);
  // One claim may be paid in part; several must be the amount together, or nobody knows which was paid how far.
  if (sum !== cents && !(chosen.length === 1 && sum > cents)) return wrong('claims', words.sum(sum, cents));
  return {
    parts: chosen.map(({ claim, number, amountCents }) => ({
      amountCents: Math.min(amountCents, cents),
      target: { kind: 'payment', claimId: claim.id, number },
    })),
  };
}

function targetOf(kind: ChooseKind, id: string, cents: Cents, rows: MatchingRows): MatchTarget | undefined {
  switch (kind) {
    case 'award':
      return { kind: 'award', proposalId: id };
    case 'recorded': {
      const paid = rows.payments.find(({ payment }) => payment.id === id)?.payment;
      if (paid !== undefined) return { kind: 'payment', claimId: paid.claimId, number: paymentNumber(paid) };
      const cost = rows.costs.find((one) => one.id === id);
      return cost && { kind: 'cost', costId: cost.id, year: cost.year, what: cost.what };
    }
    case 'refund':
      return { kind: 'refund', paymentId: id, reason: rows.refundReason };
    case 'cost_refund':
      return { kind: 'cost_refund', costId: id, reason: rows.refundReason };
    case 'grant_known':
    case 'grant_new':
      return { kind: 'grant', year: Number(id), note: '', book: kind === 'grant_new' };
    case 'co_financing': {
      const known = rows.coFinancings.find((one) => one.id === id);
      const open = (known?.promisedCents ?? 0) - (known?.receivedCents ?? 0);
      const noted = known !== undefined && open < cents && known.receivedCents >= cents;
      return { kind: 'co_financing', coFinancingId: id, book: !noted };
    }
    case 'transfer':
      return { kind: 'transfer', transferId: id };
    case 'own_account':
      return { kind: 'own_account', accountId: id };
    default:
      return undefined;
  }
}
