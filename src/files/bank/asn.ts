/** ASN Bank, SNS and RegioBank, which are one bank: 18 or 19 columns without headings and with `'` around text; and since
 *  the new app the same columns with headings, and a short form for savings. */
import { type CsvMark, type CsvRecord, csvRecords } from '../csv.ts';
import type { CellOf, Layout } from './table.ts';
import { accountOf, counterAccountOf, oneLine, readDay } from './values.ts';

function rowOf(cell: CellOf): ReturnType<Layout['row']> {
  const bookedOn = readDay(cell('bookedOn'));
  if (bookedOn === null) return null;
  const description = unquoted(cell('description'));
  const mark = unquoted(cell('mark'));
  return {
    account: accountOf(cell('account')),
    currency: cell('currency') || 'EUR',
    bookedOn,
    valueOn: readDay(cell('valueOn')),
    counterIban: counterAccountOf(cell('counterAccount')),
    counterName: oneLine(unquoted(cell('counterName'))),
    description: mark === '' || description.includes(mark) ? description : oneLine(`${description} ${mark}`),
    reference: '',
    bankReference: cell('bankReference'),
    code: cell('code'),
    reversal: cell('code').toUpperCase() === 'STO',
  };
}

const unquoted = (text: string): string => oneLine(text.replace(/^'(.*)'$/s, '$1'));

const places = {
  bookedOn: 0,
  account: 1,
  counterAccount: 2,
  counterName: 3,
  before: 8,
  currency: 9,
  amount: 10,
  valueOn: 12,
  code: 14,
  bankReference: 15,
  mark: 16,
  description: 17,
} as const;

export const asn: Layout = {
  format: 'asn-csv',
  needs: ['bookedOn', 'account', 'before', 'currency', 'amount', 'description'],
  places,
  isRow: (cells) =>
    cells.length >= 17 &&
    readDay(cells[0] ?? '') !== null &&
    /^[A-Z]{3}$/.test(cells[7]?.trim() ?? '') &&
    /^[A-Z]{3}$/.test(cells[9]?.trim() ?? '') &&
    /^[+-]?[\d.,]+$/.test(cells[10]?.trim() ?? ''),
  decimal: '.',
  row: rowOf,
  records,
};

/** With `'` around text, or with `"` as a spreadsheet saves it again. */
function records(text: string, mark: CsvMark, max: number): readonly CsvRecord[] {
  return (/[,;]'[^\r\n]*'(?:[,;\r\n]|$)/.test(text) ? textQuoted : csvRecords)(text, mark, max);
}

/** Only the last columns of text stand in quotes, and a quote inside them is not doubled: it closes where a column ends. A
 *  name (`'t Klimrek`) begins with one without being quoted. */
function textQuoted(text: string, mark: string, max: number): readonly CsvRecord[] {
  const found: CsvRecord[] = [];
  let [at, line] = [0, 1];
  while (at < text.length && found.length < max) {
    const from = at;
    const cells: string[] = [];
    let broken = false;
    for (let ended = false; !ended; ) {
      const quoted = cells.length >= places.mark && text[at] === "'";
      const end = quoted ? closingQuote(text, at + 1, mark) : -1;
      broken ||= quoted && end === -1;
      const stop = end === -1 ? cellEnd(text, at, mark) : end + 1;
      cells.push(end === -1 ? text.slice(at, stop) : text.slice(at + 1, end));
      ended = text[stop] !== mark;
      at = ended ? lineEnd(text, stop) : stop + 1;
    }
    if (cells.some((cell) => cell.trim() !== '')) found.push({ line, cells, broken });
    line += text.slice(from, at).match(/\r\n|\r|\n/g)?.length ?? 0;
  }
  return found;
}

function closingQuote(text: string, from: number, mark: string): number {
  for (let at = text.indexOf("'", from); at !== -1; at = text.indexOf("'", at + 1)) {
    const next = text[at + 1];
    if (next === undefined || next === mark || next === '\r' || next === '\n') return at;
  }
  return -1;
}

function cellEnd(text: string, from: number, mark: string): number {
  let at = from;
  while (at < text.length && text[at] !== mark && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

const lineEnd = (text: string, at: number): number => at + (text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1);

export const asnNamed: Layout = {
  format: 'asn-csv',
  headings: {
    bookedOn: ['datum', 'boekingsdatum', 'boekdatum'],
    account: ['je rekening', 'opdrachtgeversrekening'],
    counterAccount: ['van naar', 'tegenrekeningnummer'],
    counterName: ['naam', 'naam tegenrekening'],
    before: ['saldo voor boeking', 'saldo rekening voor mutatie', 'saldo voor mutatie'],
    currency: ['valuta', 'valutasoort mutatie'],
    amount: ['bedrag bij af', 'transactiebedrag', 'bedrag'],
    valueOn: ['valutadatum'],
    code: ['type', 'globale transactiecode'],
    bankReference: ['volgnummer', 'volgnummer transactie'],
    mark: ['betalingskenmerk'],
    description: ['omschrijving'],
  },
  needs: ['bookedOn', 'account', 'counterAccount', 'amount', 'description'],
  decimal: '.',
  row: rowOf,
};
