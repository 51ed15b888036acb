/** The books of a year for a bookkeeper's program: XML Auditfile Financieel 3.2, the Dutch standard.
 *  Source: softwarepakketten.nl, XAF 3.2 (structure and order of the elements). */
import type { Cents, IsoDate } from '../domain/rows.ts';
import { element, type XmlElement, xmlOf } from './xmlText.ts';

export interface AuditFile {
  readonly year: number;
  readonly createdOn: IsoDate;
  readonly company: { readonly id: string; readonly name: string };
  readonly softwareVersion: string;
  readonly accounts: readonly AuditAccount[];
  readonly entries: readonly AuditEntry[]; // in the order of their dates
}

export interface AuditAccount {
  readonly number: string;
  readonly name: string;
  readonly kind: 'balance' | 'result';
}

/** One journal entry: its lines add up to zero. */
export interface AuditEntry {
  readonly number: string;
  readonly description: string;
  readonly bookedOn: IsoDate;
  readonly lines: readonly { readonly account: string; readonly cents: Cents; readonly document: string }[]; // debit above zero
}

const namespace = 'http://www.auditfiles.nl/XAF/3.2';
const monthDays = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const two = (n: number): string => String(n).padStart(2, '0');
const amount = (cents: Cents): string => `${Math.floor(cents / 100)}.${two(cents % 100)}`;

/** Throws when an entry does not add up to zero or names an account that the chart does not have: such a file says nothing. */
export function auditFile(file: AuditFile): string {
  check(file);
  return xmlOf(element('auditfile', [header(file), company(file)], { xmlns: namespace }));
}

function header({ year, createdOn, softwareVersion }: AuditFile): XmlElement {
  return element('header', [
    element('fiscalYear', String(year)),
    element('startDate', `${year}-01-01`),
    element('endDate', `${year}-12-31`),
    element('curCode', 'EUR'),
    element('dateCreated', createdOn),
    element('softwareDesc', 'Buurtkas'),
    element('softwareVersion', softwareVersion.slice(0, 20)),
  ]);
}

function company({ year, company: { id, name }, accounts, entries }: AuditFile): XmlElement {
  return element('company', [
    element('companyIdent', id.slice(0, 35)),
    element('companyName', name.slice(0, 255)),
    element('taxRegistrationCountry', 'NL'),
    element('taxRegIdent', 'geen'), // a committee of volunteers has no number for taxes
    element(
      'generalLedger',
      accounts.map((account) =>
        element('ledgerAccount', [
          element('accID', account.number),
          element('accDesc', account.name),
          element('accTp', account.kind === 'result' ? 'P' : 'B'),
        ]),
      ),
    ),
    periods(year),
    transactions(year, entries),
  ]);
}

/** The twelve months; what is booked before or after the year itself belongs to the first or the last. */
function periods(year: number): XmlElement {
  return element(
    'periods',
    Array.from({ length: 12 }, (_, n) =>
      element('period', [
        element('periodNumber', String(n + 1)),
        element('startDatePeriod', `${year}-${two(n + 1)}-01`),
        element('endDatePeriod', `${year}-${two(n + 1)}-${two(monthDays(year, n + 1))}`),
      ]),
    ),
  );
}

function periodOf(year: number, on: IsoDate): number {
  if (on < `${year}-01-01`) return 1;
  return on > `${year}-12-31` ? 12 : Number(on.slice(5, 7));
}

function transactions(year: number, entries: readonly AuditEntry[]): XmlElement {
  const lines = entries.flatMap((entry) => entry.lines);
  const sum = (side: 1 | -1) => lines.reduce((total, { cents }) => total + Math.max(0, side * cents), 0);
  return element('transactions', [
    element('linesCount', String(lines.length)),
    element('totalDebit', amount(sum(1))),
    element('totalCredit', amount(sum(-1))),
    element('journal', [
      element('jrnID', '1'),
      element('desc', 'Memoriaal'),
      element('jrnTp', 'M'),
      ...entries.map((entry) => transaction(year, entry)),
    ]),
  ]);
}

function transaction(year: number, { number, description, bookedOn, lines }: AuditEntry): XmlElement {
  return element('transaction', [
    element('nr', number),
    element('desc', description.slice(0, 255)),
    element('periodNumber', String(periodOf(year, bookedOn))),
    element('trDt', bookedOn),
    ...lines.map(({ account, cents, document }, n) =>
      element('trLine', [
        element('nr', String(n + 1)),
        element('accID', account),
        element('docRef', document.slice(0, 255)),
        element('effDate', bookedOn),
        element('desc', description.slice(0, 255)),
        element('amnt', amount(Math.abs(cents))),
        element('amntTp', cents < 0 ? 'C' : 'D'),
      ]),
    ),
  ]);
}

function check({ accounts, entries }: AuditFile): void {
  const numbers = new Set(accounts.map(({ number }) => number));
  for (const { number, lines } of entries) {
    if (lines.reduce((sum, { cents }) => sum + cents, 0) !== 0) throw new RangeError(`entry ${number} is not balanced`);
    for (const { account } of lines) if (!numbers.has(account)) throw new RangeError(`no account ${account}`);
  }
}
