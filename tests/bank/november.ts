/** The statement of November of an invented committee, as the tests of the bank screens bring it in. */
import { documentXml, statementXml } from './drawCamt.ts';
import type { DrawnTransaction } from './drawn.ts';

export const account = 'NL18RABO0123459876';
export const bought = (cents: number, change: Partial<DrawnTransaction> = {}): DrawnTransaction => ({
  ...{
    bookedOn: '2026-11-23',
    cents,
    iban: 'NL91ABNA0417164300',
    name: 'A. Bakker',
    description: 'Lampionnen',
    reference: '',
  },
  ...change,
});
export const coffee = bought(-1_995, { iban: '', name: 'Bakkerij Inslag', description: 'koffie november' });
export const camt = (
  transactions: readonly DrawnTransaction[],
  openingCents = 1_500_000,
  name = 'november.xml',
): File =>
  new File([documentXml(statementXml({ account, openingCents, transactions }, 2))], name, { type: 'text/xml' });
