// Per theme what is nearly sure and what may still come, as a bar and as a table.
import { planByTheme, sumOf } from '../../../domain/plan/plan.ts';
import type { PlanRange } from '../../../domain/rows.ts';
import { nl } from '../../nl/index.ts';
import { nlPlan } from '../../nl/plan.ts';
import { Card, CardHead } from '../../parts/card.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { RangeBar } from '../../parts/range-bar.tsx';
import { RangeTable } from './range-table.tsx';
import type { Plan } from './use-plan.ts';
import { planTheme } from './words.ts';

const words = nlPlan.themes;

export function ThemesCard({ plan: { lines, themes } }: { readonly plan: Plan }) {
  const byTheme = planByTheme(lines.filter(({ leftOut }) => !leftOut));
  if (byTheme.length === 0) return null;
  const most = Math.max(1, ...byTheme.map(({ highCents }) => highCents));
  const says = ({ lowCents, highCents }: PlanRange) => words.says(lowCents, highCents, most);
  const rows = byTheme.map((row) => ({ ...row, name: planTheme(themes, row.theme) }));
  return (
    <Card labelledBy="themas">
      <CardHead id="themas" title={words.title} />
      <ul class="bk-plain bk-stack bk-gap-3">
        {rows.map((row) => (
          <li key={row.name}>
            <p class="bk-row">
              <span class="bk-grow">{row.name}</span>
              <MoneyText cents={row.expectedCents} />
            </p>
            <RangeBar label={says(row)} low={row.lowCents / most} high={row.highCents / most} />
          </li>
        ))}
      </ul>
      <p class="bk-small bk-soft">{words.how}</p>
      <details>
        <summary class="bk-strong">{nl.asTable}</summary>
        <div class="bk-scroll">
          <RangeTable rows={rows} total={sumOf(rows)} />
        </div>
      </details>
    </Card>
  );
}
