/** What another bookkeeping program says stood on its accounts: out of an audit file (XAF 3.0 to 4.0), or out of a trial
 *  balance (saldibalans) that was saved as CSV. For the treasurer who comes to Buurtkas in the middle of things. */
import type { Cents, IsoDate } from '../domain/rows.ts';
import { decimalMarkOf, readCents, readDay } from './bank/values.ts';
import { all, type Element, one, readXml, textAt } from './bank/xml.ts';
import { type CsvMark, csvRecords, textOf } from './csv.ts';

export interface OtherBooks {
  /** The last day that the file knows of; null where it has no days. */
  readonly until: IsoDate | null;
  readonly accounts: readonly OtherAccount[]; // of the balance sheet, with something on them
}

export interface OtherAccount {
  readonly number: string;
  readonly name: string;
  readonly cents: Cents; // what is there above zero, what is owed below
  readonly isMoney: boolean; // by its name or its standard code: a bank, a savings account, the cash box
}

/** spreadsheet: to be saved as CSV first · damaged: a whole number of it cannot be read · nothing: no account has anything on it */
export type OtherBooksErrorCode = 'too_large' | 'spreadsheet' | 'unknown' | 'damaged' | 'nothing';

export class OtherBooksError extends Error {
  readonly code: OtherBooksErrorCode;
  constructor(code: OtherBooksErrorCode) {
    super(code);
    this.name = 'OtherBooksError';
    this.code = code;
  }
}

const bytesMax = 20_000_000;

export function readOtherBooks(bytes: Uint8Array): OtherBooks {
  if (bytes.length > bytesMax) throw new OtherBooksError('too_large');
  if (String.fromCharCode(...bytes.subarray(0, 2)) === 'PK') throw new OtherBooksError('spreadsheet');
  const text = textOf(bytes).replace(/^\ufeff/, '');
  const books = /^\s*<(?:\?xml|auditfile)/i.test(text) ? fromAuditFile(text) : fromTrialBalance(text);
  const accounts = books.accounts.filter(({ cents }) => cents !== 0);
  if (accounts.length === 0) throw new OtherBooksError('nothing');
  return { ...books, accounts };
}

/** The opening balance and every entry, account by account: programs leave the closing balance to the reader. */
function fromAuditFile(text: string): OtherBooks {
  const file = auditFileIn(text);
  const company = one(file, 'company');
  if (company === null) throw new OtherBooksError('unknown');
  const opened = all(company, 'openingBalance').flatMap((balance) => all(balance, 'obLine'));
  const entries = all(company, 'transactions')
    .flatMap((each) => all(each, 'journal'))
    .flatMap((each) => all(each, 'transaction'));
  const sums = new Map<string, Cents>();
  for (const line of [...opened, ...entries.flatMap((entry) => all(entry, 'trLine'))]) {
    const number = textAt(line, 'accID');
    sums.set(number, (sums.get(number) ?? 0) + centsOf(line));
  }
  const days = entries.flatMap((entry) => readDay(textAt(entry, 'trDt')) ?? []).sort();
  const accounts = all(company, 'generalLedger')
    .flatMap((ledger) => all(ledger, 'ledgerAccount'))
    .filter((account) => textAt(account, 'accTp') !== 'P')
    .map((account) => {
      const [number, name] = [textAt(account, 'accID'), textAt(account, 'accDesc')];
      const code = textAt(account, 'leadCode') || textAt(account, 'leadReference');
      return { number, name, cents: sums.get(number) ?? 0, isMoney: code.startsWith('BLim') || isMoney(name) };
    });
  return { until: days.at(-1) ?? readDay(textAt(file, 'header', 'startDate')), accounts };
}

function auditFileIn(text: string): Element {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new OtherBooksError('unknown');
  if (!/<(?:[\w.-]+:)?auditfile\b/i.test(text)) throw new OtherBooksError('unknown');
  try {
    const file = one(readXml(text), 'auditfile');
    if (file !== null) return file;
  } catch {
    throw new OtherBooksError('damaged');
  }
  throw new OtherBooksError('unknown');
}

function centsOf(line: Element): Cents {
  const cents = readCents(textAt(line, 'amnt'), '.');
  const side = textAt(line, 'amntTp');
  if (cents === null || (side !== 'D' && side !== 'C')) throw new OtherBooksError('damaged');
  return side === 'D' ? cents : 0 - cents;
}

const headings = {
  number: ['rekening', 'grootboekrekening', 'grootboek', 'rekeningnummer', 'grootboeknummer', 'nummer', 'nr', 'code'],
  name: ['omschrijving', 'naam', 'rekeningnaam', 'grootboekomschrijving', 'rekening omschrijving'],
  balance: ['saldo', 'eindsaldo', 'eindbalans', 'balans'],
  debit: ['debet', 'saldo debet', 'debet saldo', 'balans debet'],
  credit: ['credit', 'saldo credit', 'credit saldo', 'balans credit'],
} as const;
type Places = Readonly<Record<keyof typeof headings, number>>; // -1: there is none

const marks: readonly CsvMark[] = [';', ',', '\t'];
const titleRowsMax = 12;

function fromTrialBalance(text: string): OtherBooks {
  for (const mark of marks) {
    const rows = csvRecords(text, mark, Number.POSITIVE_INFINITY).map(({ cells }) => cells);
    const head = rows.slice(0, titleRowsMax).findIndex((cells) => placesIn(cells) !== null);
    const places = placesIn(rows[head] ?? []);
    if (places !== null) return { until: null, accounts: accountsIn(rows.slice(head + 1), places) };
  }
  throw new OtherBooksError('unknown');
}

function placesIn(cells: readonly string[]): Places | null {
  const found = cells.map((cell) =>
    cell
      .toLowerCase()
      .replace(/[^a-z]+/g, ' ')
      .trim(),
  );
  // Of debit and credit the last: opening, movements and end stand beside each other in this order.
  const place = (name: keyof typeof headings): number =>
    Math.max(-1, ...headings[name].map((heading) => found.lastIndexOf(heading)));
  const places = {
    ...{ number: place('number'), name: place('name'), balance: place('balance') },
    ...{ debit: place('debit'), credit: place('credit') },
  };
  const hasMoney = places.balance >= 0 || (places.debit >= 0 && places.credit >= 0);
  return places.number >= 0 && places.name >= 0 && hasMoney ? places : null;
}

function accountsIn(rows: readonly (readonly string[])[], places: Places): readonly OtherAccount[] {
  const own = rows.filter((cells) => /\d/.test(cells[places.number] ?? '') && (cells[places.name] ?? '').trim() !== '');
  const columns = (places.balance >= 0 ? ['balance'] : ['debit', 'credit']) as readonly (keyof Places)[];
  const decimal = decimalMarkOf(
    own.flatMap((cells) => columns.map((column) => cells[places[column]] ?? '')),
    ',',
  );
  const amount = (cells: readonly string[], column: keyof Places): Cents => {
    const text = (cells[places[column]] ?? '').trim();
    const cents = text === '' ? 0 : readCents(text, decimal);
    if (cents === null) throw new OtherBooksError('damaged');
    return cents;
  };
  return own
    .map((cells) => {
      const [number, name] = [(cells[places.number] ?? '').trim(), (cells[places.name] ?? '').trim()];
      const cents = places.balance >= 0 ? amount(cells, 'balance') : amount(cells, 'debit') - amount(cells, 'credit');
      return { number, name, cents, isMoney: isMoney(name) };
    })
    .filter(({ number }) => !isResult.test(number));
}

/** In the Dutch order: costs from 4000, income from 8000. */
const isResult = /^[4-9]\d{3,4}$/;

const isMoney = (name: string): boolean =>
  /\b(?:bank|kas|kasgeld|contant|spaar\w*|betaal\w*|ing|rabo\w*|abn|triodos|asn|sns|regiobank|knab|bunq)\b|(?:bank|spaar)(?:rekening|tegoed|saldo)/i.test(
    name,
  ) && !/\b(?:kosten|rente|schuld|lening|onderweg)\b|kosten$/i.test(name);
