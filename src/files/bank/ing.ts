/** ING: current account (Dutch or English, before 2020 with commas and without balances) and savings account. */
import type { Layout } from './table.ts';
import { accountOf, counterAccountOf, oneLine, readDay, referenceOf } from './values.ts';

const sign = (direction: string): 1 | -1 | null => {
  if (/^(?:bij|credit)$/i.test(direction)) return 1;
  return /^(?:af|debit)$/i.test(direction) ? -1 : null;
};

export const ing: Layout = {
  format: 'ing-csv',
  headings: {
    bookedOn: ['datum', 'date'],
    counterName: ['naam omschrijving', 'name description'],
    account: ['rekening', 'account'],
    counterAccount: ['tegenrekening', 'counterparty'],
    code: ['code'],
    direction: ['af bij', 'debit credit'],
    amount: ['bedrag eur', 'amount eur'],
    description: ['mededelingen', 'notifications'],
    after: ['saldo na mutatie', 'resulting balance'],
  },
  needs: ['bookedOn', 'counterName', 'account', 'direction', 'amount', 'description'],
  decimal: ',',
  newestFirst: true,
  sign,
  row(cell) {
    const bookedOn = readDay(cell('bookedOn'));
    if (bookedOn === null) return null;
    const told = announcement(cell('description'));
    return {
      account: accountOf(cell('account')),
      currency: 'EUR',
      bookedOn,
      valueOn: told.valueOn,
      counterIban: counterAccountOf(cell('counterAccount')) || told.iban,
      counterName: oneLine(cell('counterName')),
      description: told.description,
      reference: told.reference,
      bankReference: '',
      code: cell('code'),
      reversal: /\bstorno\b/i.test(told.kind),
    };
  },
};

/** The savings account names the account and the currency in columns of their own, and the other side mostly in words. */
export const ingSavings: Layout = {
  format: 'ing-csv',
  headings: {
    bookedOn: ['datum', 'date'],
    description: ['omschrijving', 'description'],
    account: ['rekening', 'account'],
    counterName: ['rekening naam', 'account name'],
    counterAccount: ['tegenrekening', 'counterparty'],
    direction: ['af bij', 'debit credit'],
    amount: ['bedrag', 'amount'],
    currency: ['valuta', 'currency'],
    code: ['mutatiesoort', 'transaction type'],
    more: ['mededelingen', 'notifications'],
    after: ['saldo na mutatie', 'resulting balance'],
  },
  needs: ['bookedOn', 'description', 'account', 'counterName', 'direction', 'amount'],
  decimal: ',',
  newestFirst: true,
  sign,
  row(cell) {
    const bookedOn = readDay(cell('bookedOn'));
    if (bookedOn === null) return null;
    return {
      account: accountOf(cell('account')),
      currency: cell('currency') || 'EUR',
      bookedOn,
      valueOn: null,
      counterIban: counterAccountOf(cell('counterAccount')),
      counterName: '', // the column with a name is that of this account itself
      description: oneLine(`${cell('description')} ${cell('more')}`),
      reference: '',
      bankReference: '',
      code: cell('code'),
      reversal: false,
    };
  },
};

/** `Naam: … Omschrijving: … IBAN: … Kenmerk: … Machtiging ID: … Incassant ID: … Valutadatum: …`: the order is always this
 *  one, so that a payer who writes `IBAN:` himself is not misread. Card payments have other text; that stays whole. */
const announced =
  /^(?:(?:Naam|Name): .*? ?)?(?:Omschrijving|Description): (.*?)(?: IBAN: ([A-Z]{2}\d{2}[A-Z0-9]{8,30}))?(?: (?:Kenmerk|Reference): (.*?))?(?: (?:Machtiging ID|Mandate ID): .*?)?(?: (?:Incassant ID|Creditor ID): .*?)?((?: (?:Doorlopende|Eenmalige|Recurrent|One-off) .*?)?)(?: (?:Datum\/Tijd|Date\/time): .*?)?(?: (?:Valutadatum|Value date): (\S+))?$/;
const nameOnly = /^(?:Naam|Name): .*? IBAN: ([A-Z]{2}\d{2}[A-Z0-9]{8,30})(?: (?:Valutadatum|Value date): (\S+))?$/;

/** SEPA text has 140 characters and the references 35 each. Longer text was made by somebody; it stays whole. */
const textMax = 1000;

function announcement(text: string) {
  const flat = oneLine(text);
  const match = flat.length > textMax ? null : announced.exec(flat);
  const value = / (?:Valutadatum|Value date): (\S+)$/.exec(flat)?.[1] ?? '';
  const valueOn = readDay(value);
  if (match !== null) {
    const [, description = '', iban = '', reference = '', kind = ''] = match;
    return { description, iban, reference: referenceOf(reference), kind, valueOn };
  }
  const plain = flat.length > textMax ? null : nameOnly.exec(flat);
  if (plain !== null) return { description: '', iban: plain[1] ?? '', reference: '', kind: '', valueOn };
  return { description: flat, iban: '', reference: '', kind: '', valueOn };
}
