/** Triodos Bank: eight columns, since about 2021 with the balance as the ninth; with or without headings. */
import type { Layout } from './table.ts';
import { accountOf, counterAccountOf, oneLine, readDay } from './values.ts';

export const triodos: Layout = {
  format: 'triodos-csv',
  headings: {
    bookedOn: ['boekdatum', 'datum'],
    account: ['rekeningnummer', 'rekening'],
    amount: ['bedrag'],
    direction: ['debet credit', 'credit debet'],
    counterName: ['naam tegenrekening', 'naam'],
    counterAccount: ['tegenrekening'],
    code: ['code'],
    description: ['omschrijving'],
    after: ['saldo na boeking', 'saldo'],
  },
  needs: ['bookedOn', 'account', 'amount', 'direction', 'counterName', 'counterAccount', 'description'],
  places: {
    bookedOn: 0,
    account: 1,
    amount: 2,
    direction: 3,
    counterName: 4,
    counterAccount: 5,
    code: 6,
    description: 7,
    after: 8,
  },
  isRow: (cells) =>
    cells.length >= 8 && readDay(cells[0] ?? '') !== null && /^(?:debet|credit)$/i.test(cells[3]?.trim() ?? ''),
  decimal: ',',
  sign: (direction) => (/^credit$/i.test(direction) ? 1 : /^debet$/i.test(direction) ? -1 : null),
  row(cell) {
    const bookedOn = readDay(cell('bookedOn'));
    if (bookedOn === null) return null;
    return {
      account: accountOf(cell('account')),
      currency: 'EUR',
      bookedOn,
      valueOn: null,
      counterIban: counterAccountOf(cell('counterAccount')),
      counterName: oneLine(cell('counterName')),
      description: oneLine(cell('description')),
      reference: '',
      bankReference: '',
      code: cell('code'),
      reversal: false,
    };
  },
};
