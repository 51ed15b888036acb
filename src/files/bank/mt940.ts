/** MT940, the statement of SWIFT as Dutch banks write it: fields `:NN:` of one or more lines, in messages. Read loosely
 *  around the fields (every bank has its own envelope) and strictly inside :60:, :61: and :62:. Sources: docs/bank-files.md */

import type { Cents } from '../../domain/rows.ts';
import { checkStatements, type PlacedStatement, placeless } from './checks.ts';
import { BankFileError } from './error.ts';
import { fieldInfo } from './mt940Info.ts';
import type { BankBalance, BankFile, BankFileTransaction, BankWarning } from './statement.ts';
import type { BankText } from './text.ts';
import { accountOf, readCents, readMonthDay, readShortDay } from './values.ts';

interface Field {
  readonly tag: string;
  readonly line: number;
  readonly text: string;
  readonly more: string[]; // the lines below it that belong to it
}

interface Message {
  readonly fields: Field[];
  ended: boolean; // its own end was seen, or another message began
  closed: boolean; // a closing balance was seen
  line: number; // the last one read
}

const tags = '20|21|25P?|28C?|60[FM]|61|62[FM]|64|65|86|34F|13D?|90[CD]|NS|940|942';
const fieldStart = new RegExp(`^[ \\t]*:(${tags}):(.*)$`); // no bank indents a field; whoever copied it out of a mail does

export const isMt940 = (text: string): boolean => /^[ \t]*(?:\{4:)?:(?:20|25P?|60[FM]|61|940):/m.test(text);

/** Of SWIFT: `1250,5`, `1250,`. Programs that pass a file on write a point, or group the figures: what can be read in one
 *  way only is read. */
const amountShape = '\\d{1,3}(?:\\.\\d{3})+,\\d{0,2}|\\d{1,3}(?:,\\d{3})+\\.\\d{0,2}|\\d+[,.]\\d{0,2}';

const amountOf = (text: string): Cents | null =>
  readCents(text, text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.');

export function readMt940({ text, cutOff }: BankText): BankFile {
  const messages = messagesOf(text);
  if (/^:(?:34F|942):/m.test(text) && !/^:6[02][FM]:/m.test(text)) throw new BankFileError('interim', 1);
  const last = messages.at(-1);
  if (last === undefined) throw new BankFileError('broken', 1);
  if (cutOff || (!last.ended && !last.closed) || endsInEnvelope(text)) throw new BankFileError('cut_off', last.line);
  const warnings: BankWarning[] = [];
  const pages = messages.map((message) => statementOf(message, warnings));
  const statements = joinPages(pages);
  return {
    format: 'mt940',
    statements: statements.map(placeless),
    warnings: [...warnings, ...checkStatements(statements)],
  };
}

function messagesOf(text: string): readonly Message[] {
  const lines = text.split(/\r\r?\n|\n|\r/);
  const messages: Message[] = [];
  lines.forEach((raw, n) => {
    const now = messages.at(-1);
    const line = raw.replace(/^\{[^:]*:[^{}]*\}.*\{4:|^\{4:/, ''); // a field may stand behind the envelope
    const match = fieldStart.exec(line);
    if (match !== null) {
      takeField(messages, { tag: match[1] ?? '', line: n + 1, text: match[2] ?? '', more: [] });
    } else if (now !== undefined && !now.ended) {
      if (endsMessage(raw, now, lines.slice(n + 1, n + 9))) now.ended = true;
      else takeLine(now, raw, n + 1);
    }
  });
  return messages.filter(({ fields }) => fields.some(({ tag }) => tag !== '940'));
}

/** The head of a message that never came. */
const endsInEnvelope = (text: string): boolean =>
  /(?:^|[\r\n])(?:\{1:[^\r\n]*|0000 01\w+|940 00|940|:940:)\s*$/.test(text);

/** :20: begins a message, or :940: above it (Rabobank); :25: too where the one before has ended. */
function takeField(messages: Message[], field: Field): void {
  const now = messages.at(-1);
  const opens = field.tag === '940' || field.tag === '942' || (field.tag === '20' && !onlyTitle(now));
  if (now === undefined || opens || (now.ended && field.tag === '25')) {
    if (now !== undefined) now.ended = true;
    messages.push({ fields: [field], ended: false, closed: false, line: field.line });
  } else {
    if (!now.closed) now.ended = false; // a line with a dash only looked like the end
    now.fields.push(field);
    now.line = field.line;
    now.closed ||= field.tag.startsWith('62') && balanceOf(field.text) !== null;
  }
}

const onlyTitle = (message: Message | undefined): boolean =>
  message !== undefined && !message.ended && message.fields.every(({ tag }) => tag === '940');

/** `-`, `-}`, `-}{5:}`, `-XXX`. A dash can also be what somebody wrote: then the same message goes on below it. */
function endsMessage(raw: string, now: Message, below: readonly string[]): boolean {
  if (/^(?:\{1:|\s*-\})/.test(raw)) return true;
  if (!/^\s*-(?:XXX)?\s*$/.test(raw)) return false;
  if (now.closed) return true;
  const next = below.find((line) => line.trim() !== '');
  return next === undefined || beginsMessage.test(next);
}

const beginsMessage = /^(?:\{1:|:(?:20|940):|0000 01|940\b|[A-Z]{6}[A-Z0-9]{2,5}\s*$)/;

/** Only descriptions run on over lines. After the closing balance there is nothing to run on. */
function takeLine(now: Message, raw: string, line: number): void {
  const field = now.fields.at(-1);
  if (field === undefined || now.closed || !['61', '86'].includes(field.tag)) return;
  field.more.push(raw);
  if (raw.trim() !== '') now.line = line;
}

interface Page {
  readonly statement: PlacedStatement;
  readonly continues: boolean; // opens with :60M:, where the page before stopped
  readonly goesOn: boolean; // stops with :62M:
}

function statementOf({ fields, line }: Message, warnings: BankWarning[]): Page {
  const one = (start: string): Field | undefined => fields.find(({ tag }) => tag.startsWith(start));
  const [open, close] = [one('60'), one('62')];
  const opening = balanceOf(open?.text ?? '');
  const closing = balanceOf(close?.text ?? '');
  const account = accountOf(one('25')?.text ?? '');
  const at = fields[0]?.line ?? line;
  if (account === '') throw new BankFileError('broken', at);
  if (open !== undefined && opening === null) throw new BankFileError('broken', open.line);
  if (close !== undefined && closing === null) throw new BankFileError('broken', close.line);
  const currency = opening?.currency ?? closing?.currency ?? 'EUR';
  const same = closing === null || closing.currency === currency;
  if (!same) warnings.push({ code: 'other_currency', account, line: close?.line ?? null, cents: null });
  const statement: PlacedStatement = {
    account,
    currency,
    opening: opening?.balance ?? null,
    closing: same ? (closing?.balance ?? null) : null,
    transactions: transactionsOf(fields, account, warnings),
    openingLine: open?.line ?? at,
    closingLine: close?.line ?? line,
  };
  return { statement, continues: open?.tag === '60M', goesOn: close?.tag === '62M' };
}

/** D or C, day, currency, amount. */
const balance = new RegExp(`^\\s*([DC])(\\d{6})([A-Z]{3})(${amountShape})\\s*$`);

function balanceOf(text: string): { readonly balance: BankBalance; readonly currency: string } | null {
  const match = balance.exec(text);
  const cents = match === null ? null : amountOf(match[4] ?? '');
  const on = readShortDay(match?.[2] ?? '');
  if (match === null || cents === null || on === null) return null;
  return { balance: { cents: match[1] === 'D' ? 0 - cents : cents, on }, currency: match[3] ?? '' };
}

function transactionsOf(
  fields: readonly Field[],
  account: string,
  warnings: BankWarning[],
): readonly BankFileTransaction[] {
  const found: BankFileTransaction[] = [];
  let closed = false;
  for (let n = 0; n < fields.length; ) {
    const field = fields[n++];
    closed ||= field?.tag.startsWith('62') === true;
    if (field?.tag !== '61') continue;
    const told: (readonly string[])[] = [];
    for (let next = fields[n]; next?.tag === '86'; next = fields[++n]) told.push([next.text, ...next.more]);
    const transaction = closed ? null : transactionOf(field, told); // below the closing balance it belongs nowhere
    if (transaction === null) warnings.push({ code: 'row_skipped', account, line: field.line, cents: null });
    else found.push(transaction);
  }
  return found;
}

/** Value day, perhaps booking day, direction, perhaps a letter of the currency, amount, kind, reference // the bank's own. */
const line61 = new RegExp(`^\\s*(\\d{6})(\\d{4})?(RC|RD|C|D)([A-Z])?(${amountShape})(?:([NSF])(.{3})(.*))?$`);

function transactionOf({ line, text, more }: Field, told: readonly (readonly string[])[]): BankFileTransaction | null {
  const match = line61.exec(text.trimEnd());
  const cents = match === null ? null : amountOf(match[5] ?? '');
  const valueOn = readShortDay(match?.[1] ?? '');
  if (match === null || cents === null || valueOn === null) return null;
  const bookedOn = match[2] === undefined ? valueOn : readMonthDay(match[2], valueOn);
  if (bookedOn === null) return null;
  const direction = match[3] ?? '';
  const kind = (match[7] ?? '').trim();
  const info = fieldInfo({ references: match[8] ?? '', below: more, told });
  return {
    bookedOn,
    valueOn,
    cents: direction === 'C' || direction === 'RD' ? cents : 0 - cents,
    counterIban: info.counterIban,
    counterName: info.counterName,
    description: info.description,
    reference: info.reference,
    bankReference: info.bankReference,
    code: info.code || kind,
    reversal: direction.startsWith('R') || info.returned,
    line,
  };
}

/** A day that does not fit one message goes on in the next: those are pages of one statement. */
function joinPages(pages: readonly Page[]): readonly PlacedStatement[] {
  const statements: PlacedStatement[] = [];
  pages.forEach(({ statement, continues }, n) => {
    const [before, last] = [pages[n - 1], statements.at(-1)];
    const joins = continues && before?.goesOn === true && last?.account === statement.account;
    const meets = last?.closing?.cents === statement.opening?.cents;
    if (joins && meets && last !== undefined) statements[statements.length - 1] = joinedPage(last, statement);
    else statements.push(statement);
  });
  return statements;
}

const joinedPage = (first: PlacedStatement, next: PlacedStatement): PlacedStatement => ({
  ...first,
  closing: next.closing,
  closingLine: next.closingLine,
  transactions: [...first.transactions, ...next.transactions],
});
