/** Look-ups for matching: a thousand lines against a thousand payments must not be a million comparisons. */
import { matchRuleId, paymentBackCents, ruleKey } from '../bank/match.ts';
import { groupBy } from '../groupBy.ts';
import type { Payable } from '../payments/payable.ts';
import type { BankTransaction, Cents, MatchRule, OrganisationCost } from '../rows.ts';
import type { MatchingRows, PaidTo } from './proposals.ts';

export interface MatchingIndex extends MatchingRows {
  readonly payablesByCents: ReadonlyMap<Cents, readonly Payable[]>;
  readonly payablesByIban: ReadonlyMap<string, readonly Payable[]>;
  readonly payableByClaim: ReadonlyMap<string, Payable>;
  readonly paymentById: ReadonlyMap<string, PaidTo>;
  readonly unseenByCents: ReadonlyMap<Cents, readonly PaidTo[]>; // that the bank has not shown, by what it has to show
  readonly backByIban: ReadonlyMap<string, readonly PaidTo[]>; // of which something can still come back
  readonly backByCents: ReadonlyMap<Cents, readonly PaidTo[]>;
  readonly costsByCents: ReadonlyMap<Cents, readonly OrganisationCost[]>;
  readonly ownNumbers: ReadonlySet<string>;
  readonly linesByCents: ReadonlyMap<Cents, readonly BankTransaction[]>;
  readonly ruleOf: (line: BankTransaction) => MatchRule | undefined;
}

export function indexMatching(rows: MatchingRows): MatchingIndex {
  const back = rows.payments.filter(({ payment }) => paymentBackCents(payment) > 0);
  const rules = new Map(rows.rules.filter(({ forgotten }) => !forgotten).map((rule) => [rule.id, rule]));
  return {
    ...rows,
    payablesByCents: groupBy(rows.payables, ({ amountCents }) => amountCents),
    payablesByIban: groupBy(rows.payables, ({ iban }) => iban),
    payableByClaim: new Map(rows.payables.map((one) => [one.claim.id, one])),
    paymentById: new Map(rows.payments.map((one) => [one.payment.id, one])),
    unseenByCents: groupBy(
      rows.payments.filter(({ payment }) => (payment.bankCents ?? 0) < payment.amountCents),
      ({ payment }) => payment.amountCents - (payment.bankCents ?? 0),
    ),
    backByIban: groupBy(back, ({ iban }) => iban),
    backByCents: groupBy(back, ({ payment }) => paymentBackCents(payment)),
    costsByCents: groupBy(rows.costs, ({ amountCents }) => amountCents),
    ownNumbers: new Set(rows.accounts.map(({ id }) => id)),
    linesByCents: groupBy([...rows.open, ...rows.matched], ({ cents }) => cents),
    ruleOf: (line) => {
      const key = ruleKey(line);
      return key === undefined ? undefined : rules.get(matchRuleId(line.cents > 0 ? 'in' : 'out', key));
    },
  };
}
