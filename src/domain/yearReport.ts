/** Where every euro of a year came from and went, for the account that a committee gives (S1, S12). */
import { addCents } from './money.ts';
import type { Cents, LedgerAccount, LedgerLine } from './rows.ts';

export type YearFigure =
  | 'grant'
  | 'opening'
  | 'carried_in'
  | 'received'
  | 'paid'
  | 'organisation_paid'
  | 'sent'
  | 'carried_out'
  | 'returned'
  | 'awarded'
  | 'advance'
  | 'savings'
  | 'organisation'
  | 'under_way'
  | 'free';

/** Where the lines of a figure stand. */
export const accountOf: Readonly<Record<YearFigure, LedgerAccount>> = {
  ...{ grant: 'grant', opening: 'opening', carried_in: 'carried', received: 'transferred', paid: 'paid' },
  ...{ organisation_paid: 'organisation_paid', sent: 'transferred', carried_out: 'carried', returned: 'returned' },
  ...{ awarded: 'awarded', advance: 'advance', savings: 'savings', organisation: 'organisation' },
  ...{ under_way: 'under_way', free: 'free' },
};

export interface YearReport {
  readonly came: readonly (readonly [YearFigure, Cents])[];
  readonly went: readonly (readonly [YearFigure, Cents])[]; // out of this year
  readonly stands: readonly (readonly [YearFigure, Cents])[]; // still in it
  readonly cameCents: Cents;
  readonly balanced: boolean; // what came is what went and what stands, to the cent
}

export function yearReport(lines: readonly LedgerLine[]): YearReport {
  const amounts = (account: LedgerAccount): readonly Cents[] =>
    lines.filter((line) => line.account === account).map((line) => line.amountCents);
  const sum = (account: LedgerAccount): Cents => addCents(amounts(account));
  const into = (account: LedgerAccount): Cents => addCents(amounts(account).filter((cents) => cents > 0));
  const outOf = (account: LedgerAccount): Cents => 0 - addCents(amounts(account).filter((cents) => cents < 0));
  const came = [
    ['grant', 0 - sum('grant')],
    ['opening', 0 - sum('opening')],
    ['carried_in', outOf('carried')],
    ['received', outOf('transferred')],
  ] as const;
  const went = [
    ['paid', sum('paid')],
    ['organisation_paid', sum('organisation_paid')],
    ['sent', into('transferred')],
    ['carried_out', into('carried')],
    ['returned', sum('returned')],
  ] as const;
  const stands = (['awarded', 'advance', 'savings', 'organisation', 'under_way', 'free'] as const).map(
    (account) => [account, sum(account)] as const,
  );
  const total = (of: readonly (readonly [YearFigure, Cents])[]): Cents => addCents(of.map(([, cents]) => cents));
  return { came, went, stands, cameCents: total(came), balanced: total(came) === total(went) + total(stands) };
}
