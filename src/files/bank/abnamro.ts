/** ABN AMRO: eight columns with tabs and no headings (TAB), or the same columns with headings (the spreadsheet, as CSV). */
import { csvRecords } from '../csv.ts';
import { type Info, labelInfo, noInfo, slashInfo } from './info.ts';
import type { CellOf, Layout } from './table.ts';
import { accountOf, oneLine, readDay } from './values.ts';

const needs = ['account', 'currency', 'bookedOn', 'before', 'after', 'valueOn', 'amount', 'description'] as const;
const places = { account: 0, currency: 1, bookedOn: 2, before: 3, after: 4, valueOn: 5, amount: 6, description: 7 };

function rowOf(cell: CellOf, text: string): ReturnType<Layout['row']> {
  const bookedOn = readDay(cell('bookedOn'));
  if (bookedOn === null) return null;
  const info = slashInfo(text) ?? labelInfo(text) ?? { ...noInfo, ...cardInfo(text) };
  return {
    account: accountOf(cell('account')),
    currency: /^[A-Z]{3}$/.test(cell('currency')) ? cell('currency') : 'EUR',
    bookedOn,
    valueOn: readDay(cell('valueOn')),
    counterIban: info.counterIban,
    counterName: info.counterName,
    description: info.description,
    reference: info.reference,
    bankReference: '',
    code: info.code,
    reversal: info.returned,
  };
}

/** Paid with a card: `BEA, Betaalpas  NAME OF THE SHOP,PAS051  NR:0X11ZZ, 04.06.26/14:02  PLACE`, and before 2022
 *  `BEA   NR:A1B23C   30.12.21/09.15 NAME OF THE SHOP,PAS123  PLACE`. */
function cardInfo(text: string): Partial<Info> {
  const now = /^(BEA|GEA|eCom|EC), [A-Z][\w ]{2,20}?\s{2,}(\S.{0,30}?(?=,PAS\d)|\S.*?(?=\s{2,}|$))/.exec(text);
  const before = /^(BEA|GEA)\s+NR:\S+\s+\d\d\.\d\d\.\d\d\/\d\d[.:]\d\d\s+(\S.{0,30}?(?=,PAS\d)|\S.*?(?=\s{2,}|$))/.exec(
    text,
  );
  const [, code = '', name = ''] = now ?? before ?? [];
  return { counterName: oneLine(name), description: oneLine(text), code, returned: /\bTERUGBOEKING\b/.test(text) };
}

export const abnAmroTab: Layout = {
  format: 'abnamro-tab',
  needs,
  places,
  isRow: (cells) =>
    cells.length >= 8 &&
    /^[A-Z]{3}$/.test(cells[1]?.trim() ?? '') &&
    /^20\d{6}$/.test(cells[2]?.trim() ?? '') &&
    /^20\d{6}$/.test(cells[5]?.trim() ?? '') &&
    [3, 4, 6].every((place) => /^[+-]?[\d.]+(?:,\d{0,2})?$/.test(cells[place]?.trim() ?? '')),
  decimal: ',',
  records: (text, mark, max) => csvRecords(text, mark, max, ''),
  looseEnd: true, // the text can hold tabs itself
  row: (cell, cells) => rowOf(cell, cells.slice(places.description).join(' ')),
};

export const abnAmroCsv: Layout = {
  format: 'abnamro-csv',
  headings: {
    account: ['accountnumber', 'rekeningnummer', 'account number'],
    currency: ['mutationcode', 'muntsoort', 'currency'],
    bookedOn: ['transactiondate', 'transactiedatum', 'transaction date'],
    valueOn: ['valuedate', 'rentedatum', 'value date'],
    before: ['startsaldo', 'beginsaldo', 'opening balance'],
    after: ['endsaldo', 'eindsaldo', 'closing balance'],
    amount: ['amount', 'transactiebedrag', 'bedrag'],
    description: ['description', 'omschrijving'],
  },
  needs: ['account', 'currency', 'bookedOn', 'before', 'after', 'amount', 'description'],
  decimal: ',',
  looseEnd: true,
  row: (cell, cells) => rowOf(cell, [cell('description'), ...cells.slice(needs.length)].join(' ')),
};
