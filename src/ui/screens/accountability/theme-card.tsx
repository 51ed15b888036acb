// Counts and euros side by side, which nobody could show (S2): a chart to read at a glance, and the same as a table.
import { euro } from '../../format.ts';
import { nlAccountability, projects } from '../../nl/accountability.ts';
import { Card } from '../../parts/card.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { Table } from '../../parts/table.tsx';
import { themeName } from './theme-names.ts';
import { sourceHref, type YearInsight } from './use-insight.ts';

const words = nlAccountability.themes;

interface Bar {
  readonly theme: number;
  readonly name: string;
  readonly count: number;
  readonly cents: number;
}

export function barsOf({ insight, budgetYear }: YearInsight): readonly Bar[] {
  return insight.themes
    .map(({ key, ids, cents }) => ({ theme: key, name: themeName(budgetYear, key), count: ids.length, cents }))
    .sort((a, b) => b.count - a.count || b.cents - a.cents || a.theme - b.theme);
}

export function ThemeCard({ data }: { readonly data: YearInsight }) {
  const { insight, year } = data;
  const bars = barsOf(data);
  const rich = bars.reduce<Bar | undefined>((best, bar) => (best && best.cents >= bar.cents ? best : bar), undefined);
  return (
    <Card labelledBy="themas">
      <div class="bk-stack bk-gap-1">
        <h2 id="themas">{words.title}</h2>
        {bars[0] !== undefined && rich !== undefined && <p class="bk-soft">{words.lead(bars[0].name, rich.name)}</p>}
      </div>
      <ThemeChart bars={bars} count={insight.projects.length} cents={insight.awardedCents} />
      <details>
        <summary class="bk-strong">{words.table}</summary>
        <Table
          caption={words.title}
          rows={bars}
          rowKey={({ theme }) => String(theme)}
          cards={false}
          framed={false}
          columns={[
            {
              ...{ id: 'thema', label: words.theme, rowHead: true },
              cell: ({ theme, name }) => <a href={sourceHref(year, 'thema', theme)}>{name}</a>,
            },
            { id: 'aantal', label: words.count, end: true, cell: ({ count }) => count },
            { id: 'geld', label: words.money, end: true, cell: ({ cents }) => <MoneyText cents={cents} /> },
          ]}
        />
      </details>
      <p class="bk-small bk-soft">{words.note}</p>
    </Card>
  );
}

const rowHeight = 74; // px: a name and two bars
const widest = 62; // percent of the width; the rest is for the words behind a bar

/** Drawn by hand: it prints, scales with the text beside it and needs no library. */
export function ThemeChart(props: { readonly bars: readonly Bar[]; readonly count: number; readonly cents: number }) {
  const { bars, count, cents } = props;
  const most = Math.max(...bars.flatMap((bar) => [part(bar.count, count), part(bar.cents, cents)]), 0.01);
  return (
    <>
      <ul class="bk-legend bk-legend--row">
        <li>
          <span class="bk-swatch bk-fill-paid" />
          {words.ofProjects(count)}
        </li>
        <li>
          <svg class="bk-swatch bk-chart" viewBox="0 0 20 20" aria-hidden="true">
            <rect class="b" x=".75" y=".75" width="18.5" height="18.5" rx="3" />
          </svg>
          {words.ofMoney(cents)}
        </li>
      </ul>
      <svg class="bk-chart bk-chart--themes" height={bars.length * rowHeight} role="img" aria-label={words.chart}>
        <Hatch />
        {bars.map((bar, row) => (
          <g key={bar.theme} transform={`translate(0 ${row * rowHeight})`}>
            <text class="name" y="14">
              {bar.name}
            </text>
            <Value kind="a" y={22} height={17} share={part(bar.count, count)} most={most} text={projects(bar.count)} />
            <Value kind="b" y={43} height={14} share={part(bar.cents, cents)} most={most} text={euro(bar.cents)} />
          </g>
        ))}
      </svg>
    </>
  );
}

const part = (of: number, all: number): number => (all === 0 ? 0 : of / all);

function Value(props: {
  readonly kind: 'a' | 'b';
  readonly y: number;
  readonly height: number;
  readonly share: number;
  readonly most: number;
  readonly text: string;
}) {
  const { kind, y, height, share, most, text } = props;
  const width = `${((share / most) * widest).toFixed(1)}%`;
  return (
    <>
      {share > 0 && <rect class={kind} x={kind === 'b' ? 0.75 : 0} y={y} width={width} height={height} rx="2" />}
      <text x={width} dx={share > 0 ? 8 : 0} y={y + height - 2}>
        {nlAccountability.share(share, 1)} <tspan class="soft">{text}</tspan>
      </text>
    </>
  );
}

function Hatch() {
  return (
    <defs>
      <pattern id="bk-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(38)">
        <rect width="6" height="6" fill="var(--bk-surface)" />
        <rect width="3.4" height="6" fill="var(--bk-chart-b)" />
      </pattern>
    </defs>
  );
}
