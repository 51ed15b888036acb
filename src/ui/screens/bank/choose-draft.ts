// What a treasurer chose for a line, as typed; and what it means.
import type { MatchingRows } from '../../../domain/matching/proposals.ts';
import type { BankTransaction, ExplainedWhy, MatchPart, MatchTarget } from '../../../domain/rows.ts';
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
  readonly costId: string; // made once, so that the same form never records two costs
}

export const emptyChoice = (costId: string): ChooseDraft => ({
  ...{ kind: '', claimIds: [], which: '', what: '', why: '', note: '', costId },
});

const outgoing: readonly ChooseKind[] = ['claims', 'cost', 'award', 'transfer', 'own_account', 'explained'];
const incoming: readonly ChooseKind[] = [
  'refund',
  'grant_known',
  'grant_new',
  'co_financing',
  'transfer',
  'own_account',
  'explained',
];
export const kindsFor = (line: BankTransaction): readonly ChooseKind[] => (line.cents > 0 ? incoming : outgoing);

export type Chosen = { readonly parts: readonly MatchPart[] } | { readonly errors: readonly FieldError[] };

const words = nlBank.choose.errors;
const wrong = (fieldId: string, sentence: string): Chosen => ({ errors: [{ fieldId, sentence }] });

export function chosenParts(draft: ChooseDraft, line: BankTransaction, rows: MatchingRows): Chosen {
  const cents = Math.abs(line.cents);
  const one = (target: MatchTarget): Chosen => ({ parts: [{ amountCents: cents, target }] });
  const { which, what, note } = draft;
  if (draft.kind === 'claims') return chosenClaims(draft, cents, rows);
  if (draft.kind === 'cost') {
    if (what.trim() === '') return wrong('what', words.what);
    return one({ kind: 'cost', costId: draft.costId, year: Number(line.bookedOn.slice(0, 4)), what: what.trim() });
  }
  if (draft.kind === 'explained') {
    if (draft.why === '') return wrong('why', words.which);
    return one({ kind: 'explained', why: draft.why as ExplainedWhy, note: note.trim() });
  }
  if (draft.kind === '') return wrong('kind', words.question);
  if (which === '') return wrong('which', words.which);
  const target = targetOf(draft.kind as ChooseKind, which, line, rows);
  return target === undefined ? wrong('which', words.which) : one(target);
}

function chosenClaims({ claimIds }: ChooseDraft, cents: number, rows: MatchingRows): Chosen {
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

function targetOf(kind: ChooseKind, id: string, line: BankTransaction, rows: MatchingRows): MatchTarget | undefined {
  switch (kind) {
    case 'award':
      return { kind: 'award', proposalId: id };
    case 'refund':
      return { kind: 'refund', paymentId: id, reason: rows.refundReason };
    case 'grant_known':
    case 'grant_new':
      return { kind: 'grant', year: Number(id), note: '', book: kind === 'grant_new' };
    case 'co_financing': {
      const known = rows.coFinancings.find((one) => one.id === id);
      const open = (known?.promisedCents ?? 0) - (known?.receivedCents ?? 0);
      const noted = known !== undefined && open < line.cents && known.receivedCents >= line.cents;
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
