/** Payments that a program gets wrong: one cent, six figures, names from outside the set of the banks, long texts. */
import { endToEndId } from '../../src/domain/payments/reference.ts';
import type { PaymentBatch } from '../../src/files/sepa.ts';

const claimId = (n: number): string => `01939f2c-7b6a-7c3e-9a51-0c2f7c7d1e${String(n).padStart(2, '0')}`;
const transfer = (n: number, amountCents: number, name: string, iban: string, description: string) => ({
  endToEndId: endToEndId(claimId(n), n + 1),
  amountCents,
  name,
  iban,
  description,
});

export const awkwardBatch: PaymentBatch = {
  messageId: 'BUURTKAS-20261126-01939f2c7b6a7c3e9',
  createdAt: '2026-11-26T19:58:00.000Z',
  executeOn: '2026-12-01',
  debtor: { name: 'Commissie wijkbudget Spoelkwartier', iban: 'NL91ABNA0417164300' },
  transfers: [
    transfer(0, 1, 'Ayşe Şahin & Zonen [BV]', 'NL20INGB0001234567', '<b>1 cent</b> "statiegeld" ©'),
    transfer(1, 99_999_999, 'Łukasz Œuvre-Ðorđević'.repeat(5), 'DE89370400440532013000', 'x'.repeat(200)),
    transfer(2, 8_640, '//Stichting/ //', 'BE68539007547034', '/RFB/2026//3/'),
    transfer(3, 125_000, '公園の友', 'FR1420041010050500013M02606', ''),
    transfer(4, 10, "d'Ölifant\u0000\ud83c\udf84", 'NL91ABNA0417164300', 'regel 1\r\nregel 2 €'),
  ],
};
