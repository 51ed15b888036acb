import type { ComponentChildren } from 'preact';
import { nl } from '../nl/index.ts';
import { classes } from './classes.ts';

export interface SummaryRow {
  readonly label: string;
  readonly value: ComponentChildren;
  /** Where it can be changed. */
  readonly href?: string | undefined;
  readonly onChange?: (() => void) | undefined;
  /** Other word than "Wijzig" ("Bekijk"). */
  readonly verb?: string | undefined;
}

export interface SummaryListProps {
  readonly rows: readonly SummaryRow[];
  /** Amounts or counts only: they stand below each other at the end of their line. */
  readonly figures?: boolean | undefined;
  /** On a sunken card of its own. */
  readonly well?: boolean | undefined;
}

/** What was filled in, each with its own "Wijzig" that says to a screen reader what it changes. */
export function SummaryList({ rows, figures = false, well = false }: SummaryListProps) {
  return (
    <dl class={classes('bk-sum', figures && 'bk-sum--figures', well && 'bk-card bk-card--well')}>
      {rows.map((row, n) => (
        <div key={`${row.label} ${n}`}>
          <dt>{row.label}</dt>
          <dd>{row.value}</dd>
          {(row.href !== undefined || row.onChange !== undefined) && (
            <dd>
              <ChangeLink row={row} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function ChangeLink({ row }: { readonly row: SummaryRow }) {
  const words = (
    <span>
      {row.verb ?? nl.change}
      <span class="bk-hidden"> {row.label.toLowerCase()}</span>
    </span>
  );
  if (row.href !== undefined) return <a href={row.href}>{words}</a>;
  return (
    <button type="button" class="bk-btn bk-btn--quiet" onClick={row.onChange}>
      {words}
    </button>
  );
}
