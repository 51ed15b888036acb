// What the sheets say, as bounds: what is certain, what is unknown, and the numbers of every sheet in a table.
import { pictureOf, type Range, type SheetSummary, type SupportSummary } from '../../../domain/support.ts';
import { Info, TabletSmartphone } from '../../icons.ts';
import { nl } from '../../nl/index.ts';
import { nlSupport, rangeText } from '../../nl/support.ts';
import { Card } from '../../parts/card.tsx';
import { Meter } from '../../parts/meter.tsx';
import { Legend } from '../../parts/money.tsx';
import { Note } from '../../parts/status.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { type Column, Table } from '../../parts/table.tsx';

const words = nlSupport.sum;
/** Beyond this the share of who answered is too uncertain for one pin. In thousandths. */
const pinSpreadMax = 20;

export interface SummaryCardProps {
  readonly summary: SupportSummary;
  /** In the streets; 0 while nobody knows. */
  readonly households: number;
  readonly hiddenSheets: readonly number[];
  readonly pending: boolean;
}

export function SummaryCard({ summary, households, hiddenSheets, pending }: SummaryCardProps) {
  const { sheets, secondCountDue, differing } = summary;
  return (
    <Card labelledBy="zegt">
      <h2 id="zegt">{words.title}</h2>
      {sheets.length === 0 ? (
        <p class="bk-soft">{words.nothing}</p>
      ) : (
        <Bounds summary={summary} households={households} />
      )}
      {hiddenSheets.length > 0 && <p>{words.without(hiddenSheets)}</p>}
      {(secondCountDue > 0 || differing > 0) && <p>{words.notCertain(secondCountDue, differing)}</p>}
      {pending && (
        <Note icon={TabletSmartphone}>
          <p>{words.pending}</p>
        </Note>
      )}
      {sheets.length > 0 && <Note icon={Info}>{words.noVote}</Note>}
    </Card>
  );
}

function Bounds({ summary, households }: Pick<SummaryCardProps, 'summary' | 'households'>) {
  const { asked, shareLow, shareHigh, known } = summary;
  const { of, sure, upTo, notAsked, unknown } = pictureOf(summary, households);
  const ofStreets = of.low === households;
  const certainAnswer = known.low > 0 && shareHigh.perMille - shareLow.perMille <= pinSpreadMax;
  const share = (shareLow.perMille + shareHigh.perMille) / 2000;
  const { reached } = words;
  return (
    <>
      <p>
        <b>{words.headline(of, ofStreets, sure.perMille)}</b>{' '}
        {unknown.high === 0 ? words.exact : words.upTo(upTo.perMille)}
      </p>
      <Meter
        sure={sure.perMille / 1000}
        upTo={upTo.perMille / 1000}
        ofAnswered={certainAnswer ? share : undefined}
        of={ofStreets ? 'streets' : 'asked'}
      />
      <Legend
        rows={[
          { fill: 'paid', label: words.for, value: rangeText(summary.forCount) },
          {
            fill: 'due',
            label: words.unknown(summary.notAtHomeCount, notAsked, unknown),
            value: rangeText(unknown),
          },
          {
            fill: 'free',
            label: words.rest(summary.noOpinionCount, summary.againstCount),
            value: rangeText(added(summary.noOpinionCount, summary.againstCount)),
          },
        ]}
      />
      <SummaryList
        figures
        rows={[
          ...(ofStreets ? [{ label: reached.asked, value: reached.part(asked, of) }] : []),
          { label: reached.answered, value: reached.part(known, asked) },
        ]}
      />
    </>
  );
}

const added = (a: Range, b: Range): Range => ({ low: a.low + b.low, high: a.high + b.high });

type TableRow = Pick<
  SheetSummary,
  'asked' | 'forCount' | 'againstCount' | 'noOpinionCount' | 'notAtHomeCount' | 'area'
> & {
  readonly id: string;
  readonly name: string;
  readonly state: string;
};

/** Below the columns: eight figures a row need the whole width. The sum is a row like the others, so that it is a card of
 *  its own on a phone. */
export function SheetTable({ summary }: { readonly summary: SupportSummary }) {
  const number = (id: keyof typeof words.columns, value: (row: TableRow) => Range): Column<TableRow> => ({
    id,
    label: words.columns[id],
    end: true,
    cell: (row) => rangeText(value(row)),
  });
  const columns: readonly Column<TableRow>[] = [
    {
      id: 'sheet',
      label: words.columns.sheet,
      rowHead: true,
      cell: ({ name, area }) => (
        <>
          {name}
          {area !== '' && <small>{area}</small>}
        </>
      ),
    },
    number('asked', (row) => row.asked),
    number('for', (row) => row.forCount),
    number('against', (row) => row.againstCount),
    number('noOpinion', (row) => row.noOpinionCount),
    number('notAtHome', (row) => row.notAtHomeCount),
    { id: 'state', label: words.columns.state, quiet: true, cell: ({ state }) => state },
  ];
  const rows = [
    ...summary.sheets.map((sheet) => ({
      ...sheet,
      id: sheet.sheetId,
      name: nlSupport.sheets.sheet(sheet.number),
      state: nlSupport.sheets.states[sheet.state],
    })),
    { ...summary, id: 'total', name: words.total, area: '', state: '' },
  ];
  return (
    <details>
      <summary class="bk-strong">{nl.asTable}</summary>
      <Table caption={words.caption} columns={columns} rows={rows} rowKey={({ id }) => id} />
    </details>
  );
}
