// Where the money went: one tile a quarter, placed as the quarters lie, and the same as a table (S14).
import type { QuarterGroup } from '../../../domain/insight/projects.ts';
import { tilesOf } from '../../../domain/insight/tiles.ts';
import { useRows } from '../../data.ts';
import { euro } from '../../format.ts';
import { nlAccountability, projects } from '../../nl/accountability.ts';
import { Card } from '../../parts/card.tsx';
import { classes } from '../../parts/classes.ts';
import { MoneyText } from '../../parts/money.tsx';
import { Table } from '../../parts/table.tsx';
import { sourceHref, type YearInsight } from './use-insight.ts';

const words = nlAccountability.quarters;
const deepFrom = 55; // percent of the fill above which the text is light

export function QuartersCard({ data }: { readonly data: YearInsight }) {
  const { insight, year } = data;
  const groups = insight.quarters.filter(({ key }) => key !== '');
  const without = insight.quarters.find(({ key }) => key === '');
  if (groups.length === 0) return null;
  return (
    <Card labelledBy="buurten">
      <div class="bk-stack bk-gap-1">
        <h2 id="buurten">{words.title}</h2>
        <p class="bk-soft">{isPerHead(groups) ? words.lead : words.leadPlain}</p>
      </div>
      <QuarterTiles groups={groups} year={year} />
      <details>
        <summary class="bk-strong">{nlAccountability.themes.table}</summary>
        <QuarterTable groups={without === undefined ? groups : [...groups, without]} year={year} />
      </details>
      <p class="bk-small bk-soft">{words.note}</p>
    </Card>
  );
}

/** Only when it is known of every quarter how many live there: else the tiles cannot be compared. */
export const isPerHead = (groups: readonly QuarterGroup[]): boolean =>
  groups.every(({ centsPerResident }) => centsPerResident !== null);

interface QuarterGroupsProps {
  readonly groups: readonly QuarterGroup[];
  readonly year: number;
}

/** The schematic map: darker is more. */
export function QuarterTiles({ groups, year }: QuarterGroupsProps) {
  const shapes = useRows('quarter');
  const perHead = isPerHead(groups);
  const value = (group: QuarterGroup): number => (perHead ? (group.centsPerResident ?? 0) : group.cents);
  const most = Math.max(...groups.map(value), 1);
  const { columns, tiles } = tilesOf(
    groups.map(({ key }) => key),
    shapes,
  );
  const placed = tiles.flatMap((name) => groups.find(({ key }) => key === name) ?? []);
  return (
    <div class="bk-tiles" style={{ '--cols': columns }}>
      {placed.map((group) => {
        const fill = Math.round((100 * value(group)) / most);
        return (
          <a
            key={group.key}
            href={sourceHref(year, 'buurt', group.key)}
            class={classes('bk-tile', fill > deepFrom && 'bk-tile--deep', group.cents === 0 && 'bk-tile--none')}
            style={{ '--w': fill > deepFrom ? Math.max(fill, 80) : Math.min(fill, 30) }}
          >
            <span>{group.key}</span>
            <span>
              <b>{euro(value(group))}</b>
              <br />
              {projects(group.ids.length)}
            </span>
          </a>
        );
      })}
    </div>
  );
}

export function QuarterTable({ groups, year }: QuarterGroupsProps) {
  return (
    <div class="bk-scroll">
      <Table
        caption={words.title}
        rows={groups}
        rowKey={({ key }) => key}
        cards={false}
        framed={false}
        columns={[
          {
            ...{ id: 'buurt', label: words.quarter, rowHead: true },
            cell: ({ key }) => <a href={sourceHref(year, 'buurt', key)}>{key === '' ? words.none : key}</a>,
          },
          { id: 'aantal', label: nlAccountability.themes.count, end: true, cell: ({ ids }) => ids.length },
          {
            ...{ id: 'geld', label: nlAccountability.themes.money, end: true },
            cell: ({ cents }) => <MoneyText cents={cents} />,
          },
          {
            ...{ id: 'per', label: words.each, end: true },
            cell: ({ centsPerResident }) =>
              centsPerResident === null ? words.unknown : <MoneyText cents={centsPerResident} />,
          },
        ]}
      />
    </div>
  );
}
