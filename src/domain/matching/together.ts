/** One line for several claims: a treasurer pays all that one person handed in at once. */
import type { Payable } from '../payments/payable.ts';
import type { BankTransaction, Cents } from '../rows.ts';
import type { MatchingIndex } from './matchingIndex.ts';
import { sameName } from './names.ts';
import type { MatchProposal } from './proposals.ts';

export type { Payable } from '../payments/payable.ts';

const candidatesMax = 14; // 2^14 sums are a few milliseconds; more claims open at once for one payee do not happen

export function payablesTogether(line: BankTransaction, index: MatchingIndex): readonly MatchProposal[] {
  const cents = -line.cents;
  const byIban = line.counterIban === '' ? [] : (index.payablesByIban.get(line.counterIban) ?? []);
  const same = byIban.length > 1 ? byIban : namedAlike(line, index);
  const found = summingTo(same.slice(0, candidatesMax), cents);
  const [first, second] = found;
  if (first === undefined) return [];
  const sure = byIban.length > 1 && second === undefined;
  return [
    {
      parts: first.map(({ claim, number, amountCents }) => ({
        amountCents,
        target: { kind: 'payment', claimId: claim.id, number },
      })),
      reasons: byIban.length > 1 ? ['sum', 'iban'] : ['sum', 'name'],
      certainty: sure ? 'sure' : 'likely',
    },
  ];
}

const namedAlike = (line: BankTransaction, { payables }: MatchingIndex): readonly Payable[] =>
  line.counterName === '' ? [] : payables.filter(({ name, iban }) => iban === '' && sameName(name, line.counterName));

/** The first two ways to make the amount out of two claims or more; more than one way is a doubt. */
function summingTo(payables: readonly Payable[], cents: Cents): readonly (readonly Payable[])[] {
  const found: (readonly Payable[])[] = [];
  const search = (at: number, left: Cents, chosen: readonly Payable[]): void => {
    if (found.length > 1) return;
    if (left === 0) {
      if (chosen.length > 1) found.push(chosen);
      return;
    }
    const next = payables[at];
    if (left < 0 || next === undefined) return;
    search(at + 1, left - next.amountCents, [...chosen, next]);
    search(at + 1, left, chosen);
  };
  search(0, cents, []);
  return found;
}
