/** ABN AMRO: eight columns with tabs and no headings (TAB), or the same columns with headings (the spreadsheet, as CSV). */
import { csvRecords } from '../csv.ts';
import { labelInfo, noInfo, slashInfo } from './info.ts';
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

/** `BEA, Betaalpas  NAME OF THE SHOP,PAS051  NR:0X11ZZ, 04.06.26/14:02  PLACE`: paid with a card. */
function cardInfo(text: string): { readonly counterName: string; readonly description: string; readonly code: string } {
  const match =
    /^(BEA|GEA|eCom|EC)(?:, (?:Betaalpas|Apple Pay|Google Pay|[A-Z][\w ]{2,20}?))?\s{2,}(\S.*?)(?:,PAS\d+|\s{2,}|$)/.exec(
      text,
    );
  const name = /^NR:/.test(match?.[2] ?? '') ? '' : oneLine(match?.[2] ?? '');
  return { counterName: name, description: oneLine(text), code: match?.[1] ?? '' };
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
