// VAT lines: they say how much of the total is VAT, and they prove a total when net and VAT add up to it. Pure.
import type { Amount } from './amounts.ts';
import { has, type Labelled } from './labels.ts';

/** In per cent: the Netherlands, Belgium, Germany (2020 too), Austria, France, Luxembourg. */
const rates = [21, 9, 6, 12, 19, 7, 16, 5, 20, 10, 13, 5.5, 17, 8, 3, 14];
const slackCents = 2;

export interface VatRow {
  readonly netCents: number;
  readonly vatCents: number;
  readonly line: number;
  readonly amount: Amount; // where the VAT stands
  readonly rate: number;
}

/** Rows whose amounts fit each other by a rate of VAT. */
export function vatRows(byLine: readonly (readonly Amount[])[], labels: readonly (readonly Labelled[])[]): readonly VatRow[] {
  return byLine.flatMap((amounts, line) => {
    const near = [line - 2, line - 1, line].some((n) => has(labels[n] ?? [], 'vat') > 0 || has(labels[n] ?? [], 'net') > 0);
    const row = rowIn(amounts, line, near);
    return row === undefined ? [] : [row];
  });
}

function rowIn(amounts: readonly Amount[], line: number, near: boolean): VatRow | undefined {
  for (const vat of amounts) {
    for (const other of amounts) {
      if (other === vat || vat.cents <= 0 || other.cents <= vat.cents) continue;
      const gross = amounts.find((third) => third !== vat && third !== other && third.cents === other.cents + vat.cents);
      const rate = rates.find((r) => Math.abs((other.cents * r) / 100 - vat.cents) <= slackCents);
      if (gross !== undefined && (rate !== undefined || near)) {
        return { netCents: other.cents, vatCents: vat.cents, line, amount: vat, rate: rate ?? 0 };
      }
      if (!near || vat.cents < 5) continue;
      if (rate !== undefined) return { netCents: other.cents, vatCents: vat.cents, line, amount: vat, rate };
      const inside = rates.find((r) => Math.abs((other.cents * r) / (100 + r) - vat.cents) <= slackCents);
      if (inside !== undefined) {
        return { netCents: other.cents - vat.cents, vatCents: vat.cents, line, amount: vat, rate: inside };
      }
    }
  }
  return undefined;
}

/** The largest set of rows that fits the total: rows of rates, or their sum, never both. */
export function vatOf(rows: readonly VatRow[], totalCents: number | undefined): readonly VatRow[] {
  if (totalCents === undefined) return rows.slice(0, 1);
  const gross = (row: VatRow): number => row.netCents + row.vatCents;
  const one = rows.find((row) => Math.abs(gross(row) - totalCents) <= 1);
  if (one !== undefined) return [one];
  for (const [n, first] of rows.entries())
    for (const second of rows.slice(n + 1))
      if (Math.abs(gross(first) + gross(second) - totalCents) <= 2) return [first, second];
  return rows.filter((row) => gross(row) < totalCents).slice(0, 1);
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
  const fits = lone.find(({ cents }) => rates.some((r) => Math.abs((totalCents * r) / (100 + r) - cents) <= slackCents));
  if (fits !== undefined) return [fits];
  const small = lone.filter(({ cents }) => cents > 0 && cents <= (totalCents * 21) / 121 + slackCents);
  return small.slice(0, 2);
}
