/** Every layout gives back what was put in, whatever the amounts, days and names. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layouts } from '../../../tests/bank/draw.ts';
import { closingCents, type DrawnLayout, type DrawnStatement } from '../../../tests/bank/drawn.ts';
import { addDays } from '../../domain/dates.ts';
import { readBankFile } from './read.ts';
import type { BankFile } from './statement.ts';

const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', ...'.,;()\'"-/&+?éëïĂß€’'];
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 14 });
const text = (max: number) => fc.array(word, { minLength: 1, maxLength: max }).map((words) => words.join(' '));
const ibans = ['NL44RABO0300200101', 'NL47RABO0300700858', 'NL36TRIO0390500632', 'BE68539007547034', ''];
const cents = fc.oneof(
  fc.integer({ min: -99, max: 99 }),
  fc.integer({ min: -500_000, max: 500_000 }),
  fc.constantFrom(100_000, -1_000_000, 99_999_999, -100_000_000),
);

const statement: fc.Arbitrary<DrawnStatement> = fc
  .record({
    account: fc.constantFrom('NL73INGB0660200203', 'NL45KNAB0256800969'),
    openingCents: cents,
    from: fc.constantFrom('2025-12-30', '2026-02-27', '2024-02-28'),
    transactions: fc.array(
      fc.record({
        later: fc.integer({ min: 0, max: 3 }),
        cents: cents.filter((amount) => amount !== 0),
        iban: fc.constantFrom(...ibans),
        name: text(3),
        description: text(12),
        reference: fc.constantFrom('', 'WB2026-001', '20260113 0001'),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  })
  .map(({ from, transactions, ...rest }) => {
    let bookedOn: string = from;
    const dated = transactions.map(({ later, ...transaction }) => {
      bookedOn = addDays(bookedOn, later);
      return { ...transaction, bookedOn };
    });
    return { ...rest, transactions: dated };
  });

const clean = (words: string, without: RegExp | undefined): string => {
  const left = without === undefined ? words : words.replace(without, ' ').replace(without, ' ');
  return left.replace(/\s+/g, ' ').trim() || 'x';
};

/** The statement as this layout can hold it. */
const fitting = (drawn: DrawnStatement, { without }: DrawnLayout): DrawnStatement => ({
  ...drawn,
  transactions: drawn.transactions.map((each) => ({
    ...each,
    name: clean(each.name, without),
    description: clean(each.description, without),
  })),
});

function said(file: BankFile, { says }: DrawnLayout) {
  const [statement] = file.statements;
  return {
    format: file.format,
    accounts: file.statements.map(({ account }) => account),
    opening: statement?.opening?.cents ?? null,
    closing: statement?.closing?.cents ?? null,
    warnings: file.warnings.map(({ code }) => code),
    transactions: statement?.transactions.map(
      ({ bookedOn, cents, counterIban, counterName, description, reference }) => ({
        bookedOn,
        cents,
        iban: says.includes('iban') ? counterIban : null,
        name: says.includes('name') ? counterName : null,
        description: says.includes('description') ? description : null,
        reference: says.includes('reference') ? reference : null,
      }),
    ),
  };
}

function putIn(drawn: DrawnStatement, { format, says }: DrawnLayout): ReturnType<typeof said> {
  const balances = says.includes('balances');
  return {
    format,
    accounts: [drawn.account],
    opening: balances ? drawn.openingCents : null,
    closing: balances ? closingCents(drawn) : null,
    warnings: balances ? [] : ['no_balance'],
    transactions: drawn.transactions.map((each) => ({
      bookedOn: each.bookedOn,
      cents: each.cents,
      iban: says.includes('iban') ? each.iban : null,
      name: says.includes('name') ? each.name : null,
      description: says.includes('description') ? each.description : null,
      reference: says.includes('reference') ? each.reference : null,
    })),
  };
}

const bytesOf = (words: string): Uint8Array => new TextEncoder().encode(words);

describe.each(Object.entries(layouts))('%s', (_name, layout) => {
  test('comes out as it went in', () => {
    fc.assert(
      fc.property(statement, (drawn) => {
        const fits = fitting(drawn, layout);
        expect(said(readBankFile(bytesOf(layout.write(fits))), layout)).toEqual(putIn(fits, layout));
      }),
      { numRuns: 40 },
    );
  });
});
