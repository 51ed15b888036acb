/** camt.053, the statement of ISO 20022, versions 02 to 08 (and later ones, which only add). The same words in every
 *  version, at slightly other places. Sources: docs/bank-files.md */
import { amountOf, directionOf } from './camtAmounts.ts';
import { entryTransactions } from './camtEntry.ts';
import { checkStatements, type PlacedStatement, placeless } from './checks.ts';
import { BankFileError } from './error.ts';
import type { BankBalance, BankFile, BankWarning } from './statement.ts';
import type { BankText } from './text.ts';
import { accountOf, readDay } from './values.ts';
import { all, type Element, one, readXml, textAt, within } from './xml.ts';

export const isXml = (text: string): boolean =>
  /^\s*<(?:\?xml|[A-Za-z_][\w.-]*(?::[\w.-]+)?[\s>/]|!--|!DOCTYPE)/.test(text);

export function readCamt053({ text }: BankText): BankFile {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new BankFileError('doctype');
  const root = /<(?:[\w.-]+:)?(BkToCstmr\w+|CstmrCdtTrfInitn|CstmrDrctDbtInitn|CstmrPmtStsRpt)\b/.exec(text)?.[1];
  if (root === 'BkToCstmrAcctRpt') throw new BankFileError('interim');
  if (root === undefined && isOnlyHead(text)) throw new BankFileError('cut_off');
  if (root === undefined && !isoDocument.test(text)) throw new BankFileError('unknown_layout');
  if (root !== 'BkToCstmrStmt') throw new BankFileError('other_message');
  const messages = within(readXml(text), 'BkToCstmrStmt');
  const found = messages.flatMap((message) => all(message, 'Stmt'));
  if (found.length === 0) throw new BankFileError('broken', messages[0]?.line ?? null);
  const warnings: BankWarning[] = [];
  const statements = joinPages(found.map((element) => pageOf(element, warnings)));
  return {
    format: 'camt.053',
    statements: statements.map(placeless),
    warnings: [...warnings, ...checkStatements(statements)],
  };
}

/** All messages of banks begin so; a map, a feed or a table does not. */
const isoDocument = /<(?:[\w.-]+:)?Document[\s>/]/;

/** A camt.053 that was cut off before its message began. */
const isOnlyHead = (text: string): boolean => /camt\.053/.test(text) && !/<\/(?:[\w.-]+:)?Document/.test(text);

interface Page {
  readonly statement: PlacedStatement;
  readonly number: string; // of the statement, the same on all its pages
  readonly last: boolean;
}

function pageOf(element: Element, warnings: BankWarning[]): Page {
  const balances = all(element, 'Bal').flatMap(balanceOf);
  const account = accountOf(textAt(element, 'Acct', 'Id', 'IBAN') || textAt(element, 'Acct', 'Id', 'Othr', 'Id'));
  if (account === '') throw new BankFileError('broken', element.line);
  const opening = choose(balances, ['OPBD', 'PRCD']) ?? interim(balances).at(0);
  const closing =
    choose(balances, ['CLBD']) ??
    (interim(balances).length > 1 || opening?.kind !== 'ITBD' ? interim(balances).at(-1) : undefined);
  const entries = all(element, 'Ntry');
  const currency =
    textAt(element, 'Acct', 'Ccy') || opening?.currency || closing?.currency || currencyOf(entries[0]) || 'EUR';
  for (const balance of [opening, closing]) {
    if (balance === undefined || balance.currency === currency) continue;
    warnings.push({ code: 'other_currency', account, line: balance.line, cents: null });
  }
  const inAccount = (balance: Balance | undefined): BankBalance | null =>
    balance === undefined || balance.currency !== currency ? null : { cents: balance.cents, on: balance.on };
  const statement: PlacedStatement = {
    account,
    currency,
    opening: inAccount(opening),
    closing: inAccount(closing),
    transactions: entries.flatMap((entry) => entryTransactions(entry, { account, currency }, warnings)),
    openingLine: opening?.line ?? element.line,
    closingLine: closing?.line ?? element.line,
  };
  const number = textAt(element, 'ElctrncSeqNb') || textAt(element, 'LglSeqNb') || textAt(element, 'Id');
  return { statement, number, last: textAt(element, 'StmtPgntn', 'LastPgInd') !== 'false' };
}

interface Balance extends BankBalance {
  readonly kind: string;
  readonly currency: string;
  readonly line: number;
}

function balanceOf(element: Element): readonly Balance[] {
  const amount = one(element, 'Amt');
  const money = amount === null ? null : amountOf(amount);
  const on = readDay(textAt(element, 'Dt', 'Dt') || textAt(element, 'Dt', 'DtTm').slice(0, 10));
  const sign = directionOf(element);
  if (money === null || on === null || sign === null) return [];
  const kind = textAt(element, 'Tp', 'CdOrPrtry', 'Cd') || textAt(element, 'Tp', 'CdOrPrtry', 'Prtry');
  return [
    { kind, cents: money.cents === 0 ? 0 : money.cents * sign, on, currency: money.currency, line: element.line },
  ];
}

const choose = (balances: readonly Balance[], kinds: readonly string[]): Balance | undefined =>
  kinds.flatMap((kind) => balances.find((balance) => balance.kind === kind) ?? [])[0];

/** Between the pages of one statement. */
const interim = (balances: readonly Balance[]): readonly Balance[] => balances.filter(({ kind }) => kind === 'ITBD');

const currencyOf = (entry: Element | undefined): string =>
  entry === undefined ? '' : (one(entry, 'Amt')?.attributes.get('Ccy') ?? '');

function joinPages(pages: readonly Page[]): readonly PlacedStatement[] {
  const statements: PlacedStatement[] = [];
  pages.forEach((page, n) => {
    const [before, last] = [pages[n - 1], statements.at(-1)];
    const same = before !== undefined && !before.last && before.number === page.number;
    if (!same || last === undefined || last.account !== page.statement.account) statements.push(page.statement);
    else statements[statements.length - 1] = joinedPage(last, page.statement);
  });
  return statements;
}

const joinedPage = (first: PlacedStatement, next: PlacedStatement): PlacedStatement => ({
  ...first,
  closing: next.closing,
  closingLine: next.closingLine,
  transactions: [...first.transactions, ...next.transactions],
});
