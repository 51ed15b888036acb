// New against returning applicants over the years (S13): whether the budget reaches other people than the year before.
import { byNewness, knowsWhoIsNew, projectsOf } from '../../../domain/insight/projects.ts';
import type { Proposal } from '../../../domain/rows.ts';
import { nlAccountability } from '../../nl/accountability.ts';
import { Card } from '../../parts/card.tsx';
import { Table } from '../../parts/table.tsx';
import { sourceHref } from './use-insight.ts';

const { figures, newnessYears: words } = nlAccountability;

interface Props {
  readonly proposals: readonly Proposal[];
  readonly years: readonly number[];
}

export function NewnessYearsCard({ proposals, years }: Props) {
  const rows = years.map((year) => {
    const groups = byNewness(projectsOf(proposals, year), proposals);
    const count = (of: (typeof groups)[number]['key']): number => groups.find(({ key }) => key === of)?.ids.length ?? 0;
    return {
      year,
      new: count('new'),
      returning: count('returning'),
      unknown: count('unknown'),
      isKnown: knowsWhoIsNew(year, proposals),
    };
  });
  return (
    <Card labelledBy="nieuw-en-terug">
      <h2 id="nieuw-en-terug">{words.title}</h2>
      <div class="bk-scroll">
        <Table
          caption={words.title}
          cards={false}
          framed={false}
          rows={rows}
          rowKey={({ year }) => String(year)}
          columns={[
            { id: 'jaar', label: words.year, rowHead: true, cell: ({ year }) => year },
            ...(['new', 'returning', 'unknown'] as const).map((key) => ({
              ...{ id: key, label: figures.isNew[key], end: true },
              cell: (row: (typeof rows)[number]) =>
                row[key] === 0 ? 0 : <a href={sourceHref(row.year, 'aanvrager', key)}>{row[key]}</a>,
            })),
            {
              ...{ id: 'deel', label: words.share, end: true },
              // Of those of whom it is known: who is unknown makes nobody new.
              cell: (row) =>
                !row.isKnown || row.new + row.returning === 0
                  ? ''
                  : nlAccountability.share(row.new, row.new + row.returning),
            },
          ]}
        />
      </div>
      <p class="bk-small bk-soft">{words.note}</p>
    </Card>
  );
}
