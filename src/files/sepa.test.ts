import { describe, expect, test } from 'vitest';
import { awkwardBatch } from '../../tests/bank/awkwardBatch.ts';
import { creditTransferFile } from './sepa.ts';

const amounts = (xml: string): readonly string[] =>
  [...xml.matchAll(/<InstdAmt Ccy="EUR">([^<]*)</g)].map(([, it]) => it ?? '');

describe('a payment file', () => {
  test('has every amount to the cent, their number and their sum, twice', () => {
    const xml = creditTransferFile(awkwardBatch);
    expect(amounts(xml)).toEqual(['0.01', '999999.99', '86.40', '1250.00', '0.10']);
    expect(xml.match(/<CtrlSum>1001336\.50<\/CtrlSum>/g)).toHaveLength(2);
    expect(xml.match(/<NbOfTxs>5<\/NbOfTxs>/g)).toHaveLength(2);
    expect(xml).toContain('<ReqdExctnDt>\n        <Dt>2026-12-01</Dt>');
  });

  test('has names and texts in the set that every bank takes, and nothing that XML would read as its own', () => {
    const xml = creditTransferFile(awkwardBatch);
    expect(xml).toContain('<Nm>Ayse Sahin + Zonen .BV.</Nm>');
    expect(xml).not.toMatch(/[^\x20-\x7e\n]/);
    for (const [, name = ''] of xml.matchAll(/<Nm>([^<]*)</g)) expect(name.length).toBeLessThanOrEqual(70);
  });

  test.each([
    ['no payment', { transfers: [] }],
    ['an amount of nothing', { transfers: [{ ...awkwardBatch.transfers[0], amountCents: 0 }] }],
    ['half a cent', { transfers: [{ ...awkwardBatch.transfers[0], amountCents: 1.5 }] }],
    ['a wrong account', { transfers: [{ ...awkwardBatch.transfers[0], iban: 'NL00ABNA0417164300' }] }],
    ['an account outside SEPA', { transfers: [{ ...awkwardBatch.transfers[0], iban: 'TR330006100519786457841326' }] }],
    ['an amount of a milliard', { transfers: [{ ...awkwardBatch.transfers[0], amountCents: 100_000_000_000 }] }],
    ['an id twice', { transfers: [awkwardBatch.transfers[0], awkwardBatch.transfers[0]] }],
    ['an id that is too long', { transfers: [{ ...awkwardBatch.transfers[0], endToEndId: 'x'.repeat(36) }] }],
    ['a debtor without a right account', { debtor: { name: 'Wijk', iban: '' } }],
  ])('refuses %s', (_, fields) => {
    expect(() => creditTransferFile({ ...awkwardBatch, ...fields } as typeof awkwardBatch)).toThrow(RangeError);
  });
});
