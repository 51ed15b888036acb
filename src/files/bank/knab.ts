/** Knab: a title, headings, sixteen columns (fourteen before 2016). No balances. */
import type { Layout } from './table.ts';
import { accountOf, counterAccountOf, oneLine, readDay } from './values.ts';

export const knab: Layout = {
  format: 'knab-csv',
  headings: {
    account: ['rekeningnummer'],
    valueOn: ['valutadatum'],
    currency: ['valutacode'],
    direction: ['creditdebet'],
    amount: ['bedrag'],
    counterAccount: ['tegenrekeningnummer'],
    counterName: ['tegenrekeninghouder'],
    bookedOn: ['boekdatum', 'transactiedatum'],
    code: ['betaalwijze'],
    description: ['omschrijving'],
    bankReference: ['referentie'],
  },
  needs: ['account', 'bookedOn', 'direction', 'amount', 'counterAccount', 'description'],
  decimal: ',',
  sign: (direction) => (/^(?:c|credit)$/i.test(direction) ? 1 : /^(?:d|debet)$/i.test(direction) ? -1 : null),
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
      description: oneLine(cell('description')),
      reference: '',
      bankReference: cell('bankReference'),
      code: cell('code'),
      reversal: /\bstorno\b/i.test(cell('code')),
    };
  },
};
