// Counts and euros side by side, which nobody could show (S2): a chart to read at a glance, and the same as a table.
import { euro } from '../../format.ts';
import { nlAccountability, projects } from '../../nl/accountability.ts';
import { themeName } from '../../nl/themes.ts';
import { Card } from '../../parts/card.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { Table } from '../../parts/table.tsx';
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
    .map(({ key, ids, cents }) => ({ theme: key, name: themeName(budgetYear?.themes, key), count: ids.length, cents }))
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
      <ThemeChart
        bars={bars}
        count={insight.projects.length}
        cents={insight.awardedCents}
        hrefOf={(theme) => sourceHref(year, 'thema', theme)}
      />
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
      <p>
        <a href="/verantwoording/jaren">{nlAccountability.yearsTable.open}</a>
      </p>
    </Card>
  );
}

const widest = 60; // percent of the width; the rest is for the words behind a bar

/** Bars of plain text boxes: they print, grow with the text and need no library. */
export function ThemeChart(props: {
  readonly bars: readonly Bar[];
  readonly count: number;
  readonly cents: number;
  /** What a bar opens to, where it can be pressed. */
  readonly hrefOf?: (theme: number) => string;
}) {
  const { bars, count, cents, hrefOf } = props;
  const most = Math.max(...bars.flatMap((bar) => [part(bar.count, count), part(bar.cents, cents)]), 0.01);
  return (
    <>
      <ul class="bk-legend bk-legend--row">
        <li>
          <span class="bk-swatch bk-fill-paid" />
          <span>{words.ofProjects(count)}</span>
        </li>
        <li>
          <span class="bk-swatch bk-fill-money" />
          <span>{words.ofMoney(cents)}</span>
        </li>
      </ul>
      <ul class="bk-bars" aria-label={words.chart}>
        {bars.map((bar) => (
          <li key={bar.theme}>
            <b>{hrefOf === undefined ? bar.name : <a href={hrefOf(bar.theme)}>{bar.name}</a>}</b>
            <Value kind="paid" share={part(bar.count, count)} most={most} text={projects(bar.count)} />
            <Value kind="money" share={part(bar.cents, cents)} most={most} text={euro(bar.cents)} />
          </li>
        ))}
      </ul>
    </>
  );
}

const part = (of: number, all: number): number => (all === 0 ? 0 : of / all);

function Value(props: {
  readonly kind: 'paid' | 'money';
  readonly share: number;
  readonly most: number;
  readonly text: string;
}) {
  const { kind, share, most, text } = props;
  return (
    <span class="bk-bars-row">
      {share > 0 && <i class={`bk-fill-${kind}`} style={{ '--w': `${((share / most) * widest).toFixed(1)}%` }} />}
      <span>
        {nlAccountability.share(share, 1)} <span class="bk-soft">{text}</span>
      </span>
    </span>
  );
}
