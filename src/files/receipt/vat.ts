// VAT lines: they say how much of the total is VAT, and they prove a total when net and VAT add up to it. Pure.
import type { Amount } from './amounts.ts';
import { has, type Labelled } from './labels.ts';
import type { Line } from './words.ts';

/** In per cent: the Netherlands, Belgium, Germany (2020 too), Austria, France, Luxembourg. */
const rates = [21, 9, 6, 12, 19, 7, 16, 5, 20, 10, 13, 5.5, 17, 8, 3, 14];
const slackCents = 2;

export interface VatRow {
  readonly netCents: number;
  readonly vatCents: number;
  readonly line: number;
  readonly amount: Amount; // where the VAT stands
  readonly rate: number;
  /** The word for VAT, or this rate with its sign, stands on its line. */
  readonly said: boolean;
}

/** Rows whose amounts fit each other by a rate of VAT. A line can be read in two ways (is 4.79 net or with VAT?): both are
 *  given, and the total decides. */
export function vatRows(
  lines: readonly Pick<Line, 'text'>[],
  byLine: readonly (readonly Amount[])[],
  labels: readonly (readonly Labelled[])[],
): readonly VatRow[] {
  const isNear = (line: number): boolean =>
    [line - 2, line - 1, line].some((n) => has(labels[n] ?? [], 'vat') > 0 || has(labels[n] ?? [], 'net') > 0);
  const present = new Set(byLine.flat().map(({ cents }) => cents));
  return byLine.flatMap((amounts, line) => {
    const near = isNear(line);
    const rows = amounts.flatMap((vat) => amounts.flatMap((other) => readings(vat, other, { amounts, line, near })));
    const found = [...rows, ...(near ? acrossLines(byLine, line, present) : [])];
    const own = has(labels[line] ?? [], 'vat') > 0;
    const printed = [...(lines[line]?.text ?? '').matchAll(percentage)].map(([, rate = '']) => Number(rate));
    return found.map((row) => ({ ...row, said: printed.length > 0 ? printed.includes(Math.trunc(row.rate)) : own }));
  });
}

const percentage = /(?<!\d)(\d{1,2})(?:[.,]\d{1,2})?\s?%/g;

interface RowPlace {
  readonly amounts: readonly Amount[];
  readonly line: number;
  readonly near: boolean;
}

function readings(vat: Amount, other: Amount, { amounts, line, near }: RowPlace): readonly VatRow[] {
  if (near && vat.cents === 0 && other.cents > 0 && amounts.length === 2) return [untaxed(vat, other, line)];
  if (other === vat || vat.cents < 2 || other.cents <= vat.cents) return [];
  const gross = amounts.find((third) => third !== vat && third !== other && third.cents === other.cents + vat.cents);
  const onTop = rateOf(vat.cents, other.cents);
  const row = (netCents: number, rate: number): VatRow => ({
    netCents,
    vatCents: vat.cents,
    line,
    amount: vat,
    rate,
    said: false,
  });
  if (gross !== undefined) return onTop !== undefined || near ? [row(other.cents, onTop ?? 0)] : [];
  if (!near || vat.cents < 5) return [];
  const inside = rateOf(vat.cents, other.cents - vat.cents);
  return [
    ...(onTop === undefined ? [] : [row(other.cents, onTop)]),
    ...(inside === undefined ? [] : [row(other.cents - vat.cents, inside)]),
  ];
}

/** "0 %  10,00  0,00": what has no VAT is a part of the total too. */
const untaxed = (vat: Amount, net: Amount, line: number): VatRow => ({
  netCents: net.cents,
  vatCents: 0,
  line,
  amount: vat,
  rate: -1,
  said: false,
});

const rateOf = (vatCents: number, netCents: number): number | undefined =>
  rates.find((rate) => Math.abs((netCents * rate) / 100 - vatCents) <= slackCents);

/** Net on one line and VAT on the next or the one before; what they make together must be printed somewhere. */
function acrossLines(
  byLine: readonly (readonly Amount[])[],
  line: number,
  present: ReadonlySet<number>,
): readonly VatRow[] {
  const nets = [line - 2, line - 1, line + 1].flatMap((n) => byLine[n] ?? []);
  return (byLine[line] ?? []).flatMap((vat) =>
    nets.flatMap((net) => {
      const rate = vat.cents < 5 ? undefined : rateOf(vat.cents, net.cents);
      if (rate === undefined || net.cents <= vat.cents) return [];
      // A tax table of two rates has no line for each together with its net.
      const printed = present.has(net.cents + vat.cents) ? rate : 0;
      return [{ netCents: net.cents, vatCents: vat.cents, line, amount: vat, rate: printed, said: false }];
    }),
  );
}

/** The rows that fit the total: one of a single rate, or those of two or three rates together, a line each. Those that say
 *  of which rate they are go first: goods can have amounts that are a rate of each other. Deposits and
 *  what cash is rounded by have no VAT and are not in the table. */
export function vatOf(
  rows: readonly VatRow[],
  totalCents: number | undefined,
  untaxedCents: readonly number[] = [],
): readonly VatRow[] {
  if (totalCents === undefined) return rows.slice(0, 1);
  const sets = [1, 2, 3].flatMap((count) => setsOf(rows.slice(0, rowsMax), count));
  for (const gross of [totalCents, ...untaxedCents.map((untaxed) => totalCents - untaxed)]) {
    const fitting = sets.filter((set) => Math.abs(grossOf(set) - gross) <= Math.min(2, set.length));
    const best = fitting.find((set) => set.every(({ said }) => said)) ?? fitting[0];
    if (best !== undefined) return best;
  }
  return [];
}

/** A receipt has a row or two for each rate; more are a table of goods, and not tried in threes. */
const rowsMax = 24;

const grossOf = (rows: readonly VatRow[]): number =>
  rows.reduce((sum, { netCents, vatCents }) => sum + netCents + vatCents, 0);

/** All sets of so many rows that stand on different lines, in the order of the paper; those without VAT last. */
function setsOf(rows: readonly VatRow[], count: number): readonly (readonly VatRow[])[] {
  const sets = rows.flatMap((row, n): readonly (readonly VatRow[])[] =>
    count === 1
      ? [[row]]
      : setsOf(rows.slice(n + 1), count - 1)
          .filter((rest) => rest.every(({ line }) => line !== row.line))
          .map((rest) => [row, ...rest]),
  );
  const taxed = (set: readonly VatRow[]): boolean => set.some(({ vatCents }) => vatCents > 0);
  return [...sets.filter(taxed), ...sets.filter((set) => !taxed(set))];
}

/** A VAT amount with its rate and nothing else ("waarvan BTW 21 % 14,99") fits a total. */
export function loneVat(
  byLine: readonly (readonly Amount[])[],
  labels: readonly (readonly Labelled[])[],
  totalCents: number,
): readonly Amount[] {
  const lone = byLine.flatMap((amounts, line) =>
    has(labels[line] ?? [], 'vat') > 0.8 && amounts.length === 1 ? amounts : [],
  );
  const fits = lone.find(({ cents }) =>
    rates.some((r) => Math.abs((totalCents * r) / (100 + r) - cents) <= slackCents),
  );
  if (fits !== undefined) return [fits];
  const small = lone.filter(({ cents }) => cents > 0 && cents <= (totalCents * 21) / 121 + slackCents);
  return small.slice(0, 2);
}
