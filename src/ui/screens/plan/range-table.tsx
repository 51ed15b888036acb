// Low, expected and high as figures, with their sum.
import type { PlanRange } from '../../../domain/rows.ts';
import { nlPlan } from '../../nl/plan.ts';
import { MoneyText } from '../../parts/money.tsx';
import { Table } from '../../parts/table.tsx';

interface Row extends PlanRange {
  readonly name: string;
}

export interface RangeTableProps {
  readonly rows: readonly Row[];
  readonly total: PlanRange;
  /** What the rows are: themes, unless it says otherwise. */
  readonly of?: string | undefined;
}

export function RangeTable({ rows, total, of = nlPlan.themes.theme }: RangeTableProps) {
  const { themes: words } = nlPlan;
  const sum: Row = { ...total, name: words.total };
  const columns = [
    { id: 'name', label: of, cell: (row: Row) => row.name, rowHead: true },
    { id: 'low', label: nlPlan.low, cell: (row: Row) => <MoneyText cents={row.lowCents} />, end: true },
    { id: 'expected', label: nlPlan.expected, cell: (row: Row) => <MoneyText cents={row.expectedCents} />, end: true },
    { id: 'high', label: nlPlan.high, cell: (row: Row) => <MoneyText cents={row.highCents} />, end: true },
  ];
  return (
    <Table
      caption={words.title}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.name}
      foot={columns.map(({ cell }) => cell(sum))}
      framed={false}
    />
  );
}
