/** Damaged files of every layout: read, or refused with a reason; never another error, and never a transaction that the
 *  file does not hold. */
import { describe, expect, test } from 'vitest';
import { chance, damaged } from '../../../tests/bank/damage.ts';
import { layouts } from '../../../tests/bank/draw.ts';
import type { DrawnStatement } from '../../../tests/bank/drawn.ts';
import { BankFileError, bankFileErrorCodes } from './error.ts';
import { readBankFile } from './read.ts';
import type { BankFile, BankFileTransaction } from './statement.ts';

const drawn: DrawnStatement = {
  account: 'NL44RABO0300200101',
  openingCents: 123_456,
  transactions: [
    ['2025-12-31', 1_250_000, 'NL70BNGH0285000711', 'Gemeente Voorbeeldstad', 'Wijkbudget 2026 deel 1', 'WB2026-001'],
    ['2026-01-02', -104_517, 'NL36TRIO0390500632', 'Drukkerij Inktvis B.V.', 'Factuur 20260201 spandoek en flyers', ''],
    ['2026-01-02', -4_375, '', 'Bakkerij De Gouden Korst', 'Koffie en koek', ''],
    ['2026-01-02', -4_375, '', 'Bakkerij De Gouden Korst', 'Koffie en koek', ''],
    ['2026-02-28', -25_013, 'NL47RABO0300700858', 'Stichting Buurthuis Café Één', 'Huur zaal februari', 'H-02'],
    ['2026-03-01', 25_013, 'NL47RABO0300700858', 'Stichting Buurthuis Café Één', 'Retour huur', ''],
  ].map(([bookedOn, cents, iban, name, description, reference]) => ({
    bookedOn: String(bookedOn),
    cents: Number(cents),
    iban: String(iban),
    name: String(name),
    description: String(description),
    reference: String(reference),
  })),
};

const texts = Object.entries(layouts).map(([name, { write }]) => [name, write(drawn)] as const);
const runsEach = 60;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string): BankFile | BankFileError => readBytes(encode(text));

function readBytes(bytes: Uint8Array): BankFile | BankFileError {
  try {
    return readBankFile(bytes);
  } catch (error) {
    if (error instanceof BankFileError) return error;
    throw error;
  }
}

const found = (file: BankFile | BankFileError): readonly BankFileTransaction[] =>
  file instanceof BankFileError ? [] : file.statements.flatMap(({ transactions }) => transactions);

/** How many transactions were read or named as left out, and how many the text has at least. */
const accounted = (file: BankFile): number =>
  found(file).length + file.warnings.filter(({ code }) => code === 'row_skipped').length;

function written({ format }: BankFile, text: string): number {
  if (format === 'mt940') return text.match(/^:61:/gm)?.length ?? 0;
  return format === 'camt.053' ? (text.match(/<Ntry>/g)?.length ?? 0) : 0;
}

/** Every amount that can be read out of the text, in cents: any run of figures between marks, with or without decimals. */
function amountsIn(text: string): ReadonlySet<number> {
  const amounts = new Set<number>();
  for (const [number] of text.replace(/(?<=\d) (?=\d)/g, '').matchAll(/\d[\d.,]*/g)) {
    const groups = number.split(/[.,]/);
    groups.forEach((_, from) => {
      groups.slice(from).forEach((last, n) => {
        const whole = groups.slice(from, from + n).join('');
        amounts.add(Number(`${whole}${last}00`));
        if (n > 0 && /^\d{0,2}0*$/.test(last)) amounts.add(Number(`${whole}${last.slice(0, 2).padEnd(2, '0')}`));
      });
    });
  }
  return amounts;
}

test('bytes that are damaged, whatever the encoding', () => {
  texts.forEach(([name, text], number) => {
    const below = chance(number + 1);
    for (let run = 0; run < 12; run += 1) {
      const bytes =
        below(3) === 0 ? Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0), 0])) : encode(text);
      for (let times = 1 + below(20); times > 0; times -= 1) bytes[below(bytes.length)] = below(256);
      const result = readBytes(bytes.slice(0, below(4) === 0 ? below(bytes.length) : bytes.length));
      expect([name, result instanceof BankFileError || result.statements.length >= 0]).toEqual([name, true]);
    }
  });
});

describe.each(texts)('%s', (_name, text) => {
  test('damage gives a file or a reason, and nothing that is not written in it', () => {
    for (let seed = 1; seed <= runsEach; seed += 1) {
      const other = texts[(seed * 7) % texts.length]?.[1] ?? '';
      const now = damaged(text, other, seed);
      const file = read(now);
      if (file instanceof BankFileError) {
        expect(bankFileErrorCodes).toContain(file.code);
        continue;
      }
      const amounts = amountsIn(now);
      const lines = now.split(/\r\n|\r|\n/).length;
      const wrong = found(file).filter(({ cents, line }) => !amounts.has(Math.abs(cents)) || line < 1 || line > lines);
      expect({ seed, wrong }).toEqual({ seed, wrong: [] });
      expect(found(file).length).toBeLessThanOrEqual(lines);
      expect({ seed, kept: accounted(file) }).toEqual({ seed, kept: Math.max(written(file, now), accounted(file)) });
    }
  });

  test('cut off anywhere: refused, or only what is whole, and never more than there was', () => {
    const whole = found(read(text)).map(keyOf);
    for (let at = 0; at < text.length; at += 31) {
      const part = found(read(text.slice(0, at)));
      const left = [...whole];
      const extra = part.slice(0, -1).filter((transaction) => !take(left, keyOf(transaction)));
      expect({ at, extra }).toEqual({ at, extra: [] });
      expect(part.length).toBeLessThanOrEqual(whole.length);
    }
  });
});

const keyOf = ({ bookedOn, cents, counterIban, counterName }: BankFileTransaction): string =>
  [bookedOn, cents, counterIban, counterName].join('|');

function take(left: string[], key: string): boolean {
  const at = left.indexOf(key);
  if (at !== -1) left.splice(at, 1);
  return at !== -1;
}
