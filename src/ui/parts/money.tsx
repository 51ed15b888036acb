import type { ComponentChildren } from 'preact';
import { euro, euroParts, percent } from '../format.ts';
import { nl } from '../nl/index.ts';
import { classes } from './classes.ts';

/** An amount in running text: never breaks, figures line up. */
export function MoneyText({
  cents,
  strong = false,
}: {
  readonly cents: number;
  readonly strong?: boolean | undefined;
}) {
  const text = <span class="bk-money">{euro(cents)}</span>;
  return strong ? <b>{text}</b> : text;
}

export interface FigureProps {
  readonly label: ComponentChildren;
  readonly cents: number;
  /** `l` is the one figure that matters on a screen; `m` stands in a row of figures. */
  readonly size?: 'l' | 'm' | undefined;
}

export function Figure({ label, cents, size = 'l' }: FigureProps) {
  const { whole, fraction } = euroParts(cents);
  return (
    <p class={classes('bk-figure', size === 'm' && 'bk-figure--m')}>
      <span class={classes('bk-soft', size === 'm' && 'bk-small')}>{label}</span>
      <strong>
        {whole}
        <small>{fraction}</small>
      </strong>
    </p>
  );
}

/** The six grounds of bars and legends: each differs in pattern too, so that it can be told apart in grey. */
export type Fill = 'paid' | 'due' | 'free' | 'sun' | 'bad' | 'none';

export interface LegendRow {
  readonly fill: Fill;
  readonly label: ComponentChildren;
  readonly value: ComponentChildren;
  readonly strong?: boolean | undefined;
}

export function Legend({ rows }: { readonly rows: readonly LegendRow[] }) {
  return (
    <ul class="bk-legend">
      {rows.map(({ fill, label, value, strong }) => (
        <li key={fill}>
          <span class={`bk-swatch bk-fill-${fill}`} />
          {strong ? <b>{label}</b> : <span>{label}</span>}
          {strong ? <b>{value}</b> : <span class="bk-num">{value}</span>}
        </li>
      ))}
    </ul>
  );
}

export interface BudgetBarProps {
  readonly totalCents: number;
  readonly paidCents: number;
  /** Awarded and not paid yet. */
  readonly dueCents: number;
  /** Below zero when more was awarded than there is. */
  readonly freeCents: number;
  /** Leave out "Bekijk als tabel" where the page holds that table already. */
  readonly withTable?: boolean | undefined;
}

/** Where the year's money stands. What is neither paid, awarded nor free is saved, for own costs or sent on; more than the
 *  budget shows as its own, striped part. */
export function BudgetBar({ totalCents, paidCents, dueCents, freeCents, withTable = true }: BudgetBarProps) {
  const apartCents = totalCents - paidCents - dueCents - freeCents;
  const overCents = Math.max(0, -freeCents);
  const over = overCents > 0;
  const scale = Math.max(totalCents + overCents, 1);
  const width = (cents: number) => ({ '--w': `${(Math.max(0, cents) / scale) * 100}%` });
  const rows: readonly (LegendRow & { readonly cents: number })[] = [
    { fill: 'paid', label: nl.budget.paid, value: <MoneyText cents={paidCents} />, cents: paidCents },
    { fill: 'due', label: nl.budget.due, value: <MoneyText cents={dueCents} />, cents: dueCents },
    ...(apartCents > 0
      ? [
          {
            fill: 'none' as const,
            label: nl.budget.apart,
            value: <MoneyText cents={apartCents} />,
            cents: apartCents,
          },
        ]
      : []),
    {
      fill: over ? 'bad' : 'free',
      label: over ? nl.budget.over : nl.budget.free,
      value: <MoneyText cents={Math.abs(freeCents)} />,
      cents: freeCents,
      strong: true,
    },
  ];
  const sums = { total: totalCents, paid: paidCents, due: dueCents, apart: apartCents, free: freeCents };
  return (
    <>
      <div class="bk-budget" role="img" aria-label={nl.budget.says(sums)}>
        <span class="bk-fill-paid" style={width(paidCents)} />
        <span class="bk-fill-due" style={width(dueCents - overCents)} />
        {apartCents > 0 && <span class="bk-fill-none" style={width(apartCents)} />}
        {over ? (
          <span class="bk-fill-bad" style={width(overCents)} />
        ) : (
          <span class="bk-fill-free" style={width(freeCents)} />
        )}
      </div>
      <Legend rows={rows} />
      {withTable && (
        <details>
          <summary class="bk-strong">{nl.asTable}</summary>
          <div class="bk-scroll">
            <table class="bk-table">
              <thead>
                <tr>
                  <th scope="col">{nl.budget.part}</th>
                  <th scope="col" class="bk-end">
                    {nl.budget.amount}
                  </th>
                  <th scope="col" class="bk-end">
                    %
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.fill}>
                    <th scope="row">{row.label}</th>
                    <td class="bk-end">{row.value}</td>
                    <td class="bk-end">{percent(totalCents > 0 ? Math.abs(row.cents) / totalCents : 0)}</td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">{nl.budget.total}</th>
                  <td class="bk-end">
                    <MoneyText cents={totalCents} />
                  </td>
                  <td />
                </tr>
              </tfoot>
            </table>
          </div>
        </details>
      )}
    </>
  );
}
