import { expect, test } from 'vitest';
import type { BankAccount } from '../../../domain/rows.ts';
import { readBankFile } from '../../../files/bank/read.ts';
import { accountsIn, planFor } from './preview-plan.ts';
import type { BankRows } from './use-bank.ts';

const known = (id: string): BankAccount => ({ id, name: 'Rekening', kind: 'payment', holder: '', retired: false });
const bankWith = (accounts: readonly BankAccount[]): BankRows =>
  ({ loaded: true, accounts, imports: [], transactions: [], matches: new Map(), allMatches: [], rules: [] }) as never;
const read = (...lines: readonly string[]) => readBankFile(new TextEncoder().encode(`${lines.join('\r\n')}\r\n`));

/** ABN AMRO's TAB names the number of before IBAN. */
const tab = (account: string, currency = 'EUR') =>
  [account, currency, '20260602', '0,00', '10,00', '20260602', '10,00', 'SEPA OVERBOEKING NAAM: X'].join('\t');

test.each([
  ['417164300', 'NL91ABNA0417164300', true],
  ['0417164300', 'NL91ABNA0417164300', true],
  ['NL91ABNA0417164300', '417164300', true],
  ['NL91 ABNA 0417 1643 00', 'NL91ABNA0417164300', true],
  ['417164301', 'NL91ABNA0417164300', false],
  ['164300', 'NL91ABNA0417164300', false], // the end of a number is not the number
  ['NL91ABNA0417164300', 'NL20INGB0417164300', false],
])('%s in a file is the account %s of the committee: %s', (inFile, ofCommittee, same) => {
  const accounts = [known(ofCommittee)];
  const file = read(tab(inFile));
  const [found] = accountsIn(file, accounts);
  expect(found?.accountId === ofCommittee).toBe(same);
  if (found !== undefined)
    expect(planFor({ ...found, file, bank: bankWith(accounts), wanted: new Set() })?.fresh).toHaveLength(1);
});

test('the number of an old MT940 has no dots and no currency, and its warnings stay with it', () => {
  const file = read(
    ':20:1',
    ':25:2121.21.211EUR',
    ':28:1',
    ':60F:C260101EUR1,00',
    ':61:260102C1,00N541x',
    ':62F:C260103EUR9,00',
  );
  const [found] = accountsIn(file, []);
  expect(found).toEqual({ accountId: '212121211', currency: 'EUR' });
  const plan = found && planFor({ ...found, file, bank: bankWith([]), wanted: new Set() });
  expect(plan?.warnings).toEqual([{ code: 'balance_differs', line: 6, cents: 700 }]);
});

test('of an account in two currencies only what is in euros counts', () => {
  const file = read(tab('417164300', 'USD'), tab('417164300', 'EUR'));
  expect(accountsIn(file, [])).toEqual([{ accountId: '417164300', currency: 'EUR' }]);
  const plan = planFor({ accountId: '417164300', currency: 'EUR', file, bank: bankWith([]), wanted: new Set() });
  expect(plan?.fresh.map(({ line }) => line)).toEqual([2]);
});
