/** Rabobank: 26 columns with headings since 2017, 16 to 19 without headings before. */
import type { CellOf, Layout } from './table.ts';
import { accountOf, counterAccountOf, oneLine, readDay, referenceOf } from './values.ts';

export const rabobank: Layout = {
  format: 'rabobank-csv',
  headings: {
    account: ['iban bban'],
    currency: ['munt', 'ccy', 'currency'],
    bankReference: ['volgnr', 'seq no'],
    bookedOn: ['datum', 'date'],
    valueOn: ['rentedatum', 'interest date', 'value date'],
    amount: ['bedrag', 'amount'],
    after: ['saldo na trn', 'balance after trn'],
    counterAccount: ['tegenrekening iban bban', 'counterparty iban bban'],
    counterName: ['naam tegenpartij', 'counterparty name', 'name counterparty'],
    code: ['code'],
    reference: ['transactiereferentie', 'transaction reference'],
    mark: ['betalingskenmerk', 'payment reference'],
    description: ['omschrijving 1', 'description 1'],
    more: ['omschrijving 2', 'description 2'],
    evenMore: ['omschrijving 3', 'description 3'],
    returnReason: ['reden retour', 'reason for return', 'return reason', 'reason return'],
  },
  needs: ['account', 'currency', 'bookedOn', 'amount', 'counterAccount', 'description'],
  isHead: (headings) => headings.length >= 26 && headings[0] === 'iban bban' && headings[2] === 'bic',
  places: {
    account: 0,
    currency: 1,
    bankReference: 3,
    bookedOn: 4,
    valueOn: 5,
    amount: 6,
    after: 7,
    counterAccount: 8,
    counterName: 9,
    code: 13,
    reference: 15,
    mark: 18,
    description: 19,
    more: 20,
    evenMore: 21,
    returnReason: 22,
  },
  decimal: ',',
  row(cell) {
    const bookedOn = readDay(cell('bookedOn'));
    if (bookedOn === null) return null;
    return {
      account: accountOf(cell('account')),
      currency: cell('currency') || 'EUR',
      bookedOn,
      valueOn: readDay(cell('valueOn')),
      counterIban: counterAccountOf(cell('counterAccount')),
      counterName: oneLine(cell('counterName')),
      description: said(cell),
      reference: referenceOf(cell('reference')),
      bankReference: cell('bankReference'),
      code: cell('code'),
      reversal: cell('returnReason') !== '' || cell('code').toLowerCase() === 'rt',
    };
  },
};

/** What the payer wrote goes on from one column to the next; a payment mark is told once. */
const said = (cell: CellOf): string =>
  oneLine([cell('description'), cell('more'), cell('evenMore'), cell('mark')].filter((text) => text !== '').join(' '));

const day8 = /^20\d{6}$/;

/** Before 2017: account, currency, value day, D or C, amount, account, name, day, code, a column that stays empty, six
 *  columns of text, and since SEPA the reference of the payer, the creditor and the mandate. */
export const rabobankOld: Layout = {
  format: 'rabobank-csv',
  needs: ['account', 'currency', 'valueOn', 'direction', 'amount', 'bookedOn'],
  places: {
    account: 0,
    currency: 1,
    valueOn: 2,
    direction: 3,
    amount: 4,
    counterAccount: 5,
    counterName: 6,
    bookedOn: 7,
    code: 8,
    reference: 16,
  },
  isRow: (cells) =>
    cells.length >= 16 &&
    day8.test(cells[2]?.trim() ?? '') &&
    /^[CD]$/.test(cells[3]?.trim() ?? '') &&
    day8.test(cells[7]?.trim() ?? ''),
  decimal: '.',
  sign: (direction) => (direction === 'C' ? 1 : direction === 'D' ? -1 : null),
  row(cell, cells) {
    const bookedOn = readDay(cell('bookedOn'));
    if (bookedOn === null) return null;
    return {
      account: accountOf(cell('account')),
      currency: cell('currency') || 'EUR',
      bookedOn,
      valueOn: readDay(cell('valueOn')),
      counterIban: counterAccountOf(cell('counterAccount')),
      counterName: oneLine(cell('counterName')),
      description: oneLine(cells.slice(10, 16).join(' ')),
      reference: referenceOf(cell('reference')),
      bankReference: '',
      code: cell('code'),
      reversal: false,
    };
  },
};
