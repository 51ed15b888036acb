// How it went, in figures.
import { nlAccountability } from '../../nl/accountability.ts';
import { Card } from '../../parts/card.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { figuresOf } from './figures.tsx';
import type { YearInsight } from './use-insight.ts';

const words = nlAccountability.figures;

export function FiguresCard({ data }: { readonly data: YearInsight }) {
  return (
    <Card labelledBy="cijfers">
      <h2 id="cijfers">{words.title}</h2>
      {figuresOf(data).map(({ title, note, rows }) => (
        <div key={title} class="bk-stack bk-gap-1">
          <h3>{title}</h3>
          <SummaryList figures rows={rows} />
          {note !== undefined && <p class="bk-small bk-soft">{note}</p>}
        </div>
      ))}
    </Card>
  );
}
