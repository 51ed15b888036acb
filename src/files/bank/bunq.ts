/** bunq: six or seven columns, Dutch or English, comma or semicolon, a comma or a point in amounts. No balances. */
import { isAccount } from './info.ts';
import type { Layout } from './table.ts';
import { accountOf, counterAccountOf, oneLine, readDay } from './values.ts';

export const bunq: Layout = {
  format: 'bunq-csv',
  headings: {
    bookedOn: ['date', 'datum'],
    valueOn: ['interest date', 'rentedatum'],
    amount: ['amount', 'bedrag'],
    account: ['account', 'rekening'],
    counterAccount: ['counterparty', 'tegenrekening'],
    counterName: ['name', 'naam'],
    description: ['description', 'omschrijving'],
  },
  needs: ['bookedOn', 'amount', 'account', 'counterAccount', 'counterName', 'description'],
  unless: ['af bij', 'debit credit', 'debet credit', 'credit debet', 'code'], // others with a sign in a column of its own
  decimal: ',',
  row(cell) {
    const bookedOn = readDay(cell('bookedOn'));
    const account = accountOf(cell('account'));
    if (bookedOn === null || !isAccount(account)) return null; // anybody's list of money has these headings
    return {
      account,
      currency: 'EUR',
      bookedOn,
      valueOn: readDay(cell('valueOn')),
      counterIban: counterAccountOf(cell('counterAccount')),
      counterName: oneLine(cell('counterName')),
      description: oneLine(cell('description')),
      reference: '',
      bankReference: '',
      code: '',
      reversal: false,
    };
  },
};
