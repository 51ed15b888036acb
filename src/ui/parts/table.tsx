// biome-ignore-all lint/a11y/noRedundantRoles: `display: grid` takes the roles of a table away in some browsers.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { nl } from '../nl/index.ts';
import { Button } from './button.tsx';
import { classes } from './classes.ts';

const shownAtOnce = 50;
const fewMore = 10; // no button for these

export interface Column<Row> {
  readonly id: string;
  readonly label: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** The cell that names the row; on a phone it is the title of the card, and a link in it makes the card one target. */
  readonly rowHead?: boolean | undefined;
  /** At the end: amounts and counts. */
  readonly end?: boolean | undefined;
  /** The card on a phone does not repeat the label: for states that say what they are. */
  readonly quiet?: boolean | undefined;
  /** The label is for screen readers only: a column of tick boxes or buttons. */
  readonly labelHidden?: boolean | undefined;
}

export interface TableProps<Row> {
  /** Says what the table holds; read out, not shown. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** A sum below: one cell a column. */
  readonly foot?: readonly ComponentChildren[] | undefined;
  /** Cards on a phone. Off for a small table of figures. */
  readonly cards?: boolean | undefined;
  /** Small numbers only: on a phone four stand beside each other. */
  readonly counts?: boolean | undefined;
  /** With its own card around it on a laptop; off inside a flush card. */
  readonly framed?: boolean | undefined;
  /** Every row at once, however many: for paper. */
  readonly whole?: boolean | undefined;
}

/** Rows on a laptop, cards on a phone, with the roles of a table in both. Of many rows the first ones, and a button for the
 *  rest: hundreds would keep an old phone busy for a second. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, rowKey, foot, cards = true, counts = false, framed = true, whole = false } = props;
  const [all, setAll] = useState(false);
  const body = useRef<HTMLTableSectionElement>(null);
  const isLong = !whole && rows.length > shownAtOnce + fewMore;
  const shown = isLong && !all ? rows.slice(0, shownAtOnce) : rows;
  // The button goes; whoever used the keyboard goes on at the first row that it brought.
  useEffect(() => {
    if (all) focusOn(body.current?.children[shownAtOnce]);
  }, [all]);
  const table = (
    <table class={classes('bk-table', cards && 'bk-table--cards', counts && 'bk-table--counts')} role="table">
      <caption class="bk-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.id} scope="col" role="columnheader" class={column.end ? 'bk-end' : undefined}>
              {column.labelHidden ? <span class="bk-hidden">{column.label}</span> : column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" ref={body}>
        {shown.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) => (
              <Cell key={column.id} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
      {foot !== undefined && (
        <tfoot role="rowgroup">
          <tr role="row">
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.id} scope="row" role="rowheader">
                  {foot[index]}
                </th>
              ) : (
                <td
                  key={column.id}
                  role="cell"
                  class={column.end ? 'bk-end' : undefined}
                  data-label={column.quiet || column.labelHidden || foot[index] === '' ? undefined : column.label}
                >
                  {foot[index] !== '' && <div>{foot[index]}</div>}
                </td>
              ),
            )}
          </tr>
        </tfoot>
      )}
    </table>
  );
  const more = isLong && !all && (
    <div class="bk-strip">
      <Button kind="quiet" onClick={() => setAll(true)}>
        {nl.allRows(rows.length)}
      </Button>
    </div>
  );
  if (framed)
    return (
      <div class="bk-tablecard">
        {table}
        {more}
      </div>
    );
  return (
    <>
      {table}
      {more}
    </>
  );
}

function focusOn(row: Element | undefined): void {
  const target = row?.querySelector('a, button, input') ?? row;
  if (target === row) row?.setAttribute('tabindex', '-1');
  if (target instanceof HTMLElement) target.focus();
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  if (column.rowHead) {
    return (
      <th scope="row" role="rowheader">
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td
      role="cell"
      class={column.end ? 'bk-end' : undefined}
      data-label={column.quiet || column.labelHidden ? undefined : column.label}
    >
      <div>{column.cell(row)}</div>
    </td>
  );
}
