import { expect, test } from 'vitest';
import { bankFileErrorCodes } from '../../files/bank/error.ts';
import type { BankWarning } from '../../files/bank/statement.ts';
import { nlBankFiles } from './bank-files.ts';

const codes: readonly BankWarning['code'][] = [
  'balance_differs',
  'statements_differ',
  'no_closing',
  'no_balance',
  'row_skipped',
  'other_currency',
];

test('every reason to refuse a bank file has sentences of its own, with the line when there is one', () => {
  const sentences = bankFileErrorCodes.map((code) => nlBankFiles.refused(code, null));
  expect(new Set(sentences).size).toBe(bankFileErrorCodes.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*[.]$/);
  expect(nlBankFiles.refused('cut_off', 1204)).toMatch(/ \(regel 1\.204\)$/);
});

test('every warning says what differs, by how much and where', () => {
  const warning = { account: 'NL44RABO0300200101', line: 12, cents: -507_46 };
  const sentences = codes.map((code) => nlBankFiles.warning({ code, ...warning }));
  expect(new Set(sentences).size).toBe(codes.length);
  for (const sentence of sentences) expect(sentence).toMatch(/ \(regel 12\)$/);
  expect(sentences[0]).toContain('€\u00a0507,46');
});
