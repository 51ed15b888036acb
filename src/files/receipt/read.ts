/** What a receipt says: total, day, shop, VAT and account, each with how sure that is and where it stands. A proposal for a
 *  person who has the picture before her, never more. Pure: any reader's words go in. */
import { isIban, normalizeIban } from '../../domain/iban.ts';
import { amountsIn, placeAt } from './amounts.ts';
import { currencyIn, isAmerican } from './currency.ts';
import { dateIn } from './dates.ts';
import { type Found, sure, surest } from './found.ts';
import { labelsOf, squash } from './labels.ts';
import { shopIn } from './shop.ts';
import { type Evidence, totalIn } from './total.ts';
import { loneVat, vatOf, vatRows } from './vat.ts';
import { type Line, linesOf, type Page } from './words.ts';

export interface ReceiptReading {
  readonly currency: string;
  readonly total: Found<number> | undefined; // cents
  readonly date: Found<string> | undefined; // ISO date
  readonly shop: Found<string> | undefined;
  readonly vat: Found<number> | undefined; // cents, all rates together
  readonly iban: Found<string> | undefined;
  /** What adds up to the total: net and VAT, the lines, cash less change. Nothing said is no fault: much is not printed. */
  readonly checks: { readonly vat: boolean; readonly lines: boolean; readonly paid: boolean };
}

export function receiptOf(page: Page, today: string): ReceiptReading {
  const lines = linesOf(page);
  const labels = lines.map(labelsOf);
  const byLine = lines.map(amountsIn);
  const evidence: Evidence = { lines, labels, byLine, rows: vatRows(lines, byLine, labels) };
  const total = totalIn(evidence);
  const currency = currencyIn(lines);
  return {
    currency,
    total: total && { value: total.value, confidence: total.confidence, place: total.place, text: total.text },
    date: dateIn(lines, { today, monthFirst: isAmerican(lines, currency) }),
    shop: shopIn(lines, page),
    vat: vatIn(evidence, total?.value),
    iban: ibanIn(lines),
    checks: { vat: total?.vatFits ?? false, lines: total?.linesFit ?? false, paid: total?.paidFits ?? false },
  };
}

const sureAt = 0.72;

/** No slower look is needed. */
export const isSure = ({ total, date }: ReceiptReading): boolean =>
  total !== undefined && total.confidence >= sureAt && date !== undefined && date.confidence >= 0.5;

/** The surest of each that two looks at one picture found. */
export function better(a: ReceiptReading, b: ReceiptReading): ReceiptReading {
  const total = surest(a.total, b.total);
  const from = total?.value === a.total?.value ? a : b;
  const other = from === a ? b : a;
  return {
    currency: from.currency,
    total,
    date: surest(a.date, b.date),
    shop: surest(a.shop, b.shop),
    vat: from.vat ?? other.vat,
    iban: surest(a.iban, b.iban),
    checks: from.checks,
  };
}

function vatIn({ lines, labels, byLine, rows }: Evidence, totalCents: number | undefined): Found<number> | undefined {
  const fitting = vatOf(rows, totalCents, untaxedIn({ lines, byLine }));
  const gross = fitting.reduce((sum, { netCents, vatCents }) => sum + netCents + vatCents, 0);
  const amounts =
    fitting.length > 0
      ? fitting.map(({ amount }) => amount)
      : totalCents === undefined
        ? []
        : loneVat(byLine, labels, totalCents);
  const [first] = amounts;
  if (first === undefined) return undefined;
  const line = lines[first.line];
  return {
    value: amounts.reduce((sum, { cents }) => sum + cents, 0),
    confidence: sure(gross === totalCents ? 0.9 : 0.5),
    place: first.place,
    text: line?.text ?? '',
  };
}

/** What has no VAT: deposits, all together and each, and what cash was rounded by. */
function untaxedIn({ lines, byLine }: Pick<Evidence, 'lines' | 'byLine'>): readonly number[] {
  const untaxed = lines.flatMap(({ text }, n) => (untaxedWord.test(squash(text)) ? (byLine[n] ?? []).slice(-1) : []));
  const sum = untaxed.reduce((cents, amount) => cents + amount.cents, 0);
  const lone = untaxed.map(({ cents }) => cents);
  return [...new Set([sum, ...lone])].filter((cents) => cents !== 0);
}

const untaxedWord = /statiegeld|emballage|pfand|deposit|afrond|rounding|rundung/;

const pattern = /\b[A-Z]{2}\s?[\dOI]{2}(?:[\s.]?[A-Z\d]{2,4}){3,8}\b/g;

/** Only a number whose own check digits fit is proposed: money goes to it. */
function ibanIn(lines: readonly Line[]): Found<string> | undefined {
  for (const line of lines) {
    for (const match of line.text.matchAll(pattern)) {
      const value = asIban(match[0]);
      if (value === undefined) continue;
      const place = placeAt(line, match.index, match.index + match[0].length);
      return { value, confidence: sure(0.5 + 0.5 * line.confidence), place, text: line.text };
    }
  }
  return undefined;
}

function asIban(text: string): string | undefined {
  const plain = normalizeIban(text);
  const mended = plain.startsWith('NL')
    ? `NL${digits(plain.slice(2, 4))}${plain.slice(4, 8)}${digits(plain.slice(8))}`.slice(0, 18)
    : plain;
  return [plain, mended, plain.slice(0, 18), plain.slice(0, 22), plain.slice(0, 16)].find(isIban);
}

const digits = (text: string): string => text.replace(/O/g, '0').replace(/[IL]/g, '1').replace(/S/g, '5');
