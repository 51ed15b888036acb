// What will be spent beside what there is to spend, and what happens when everything turns out high.
import { sumOf } from '../../../domain/plan/plan.ts';
import { CircleAlert } from '../../icons.ts';
import { nlPlan } from '../../nl/plan.ts';
import { Card, CardHead } from '../../parts/card.tsx';
import { Figure, MoneyText } from '../../parts/money.tsx';
import { Note } from '../../parts/status.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import type { Plan } from './use-plan.ts';

const words = nlPlan.sums;

export function SumsCard({ plan: { lines, means, year } }: { readonly plan: Plan }) {
  const { lowCents, expectedCents, highCents } = sumOf(lines.filter(({ leftOut }) => !leftOut));
  const { grantCents, grantIsKnown, carriedCents } = means;
  const leftCents = grantCents + carriedCents - expectedCents;
  const leftWhenHigh = grantCents + carriedCents - highCents;
  return (
    <Card labelledBy="totaal" first>
      <CardHead id="totaal" title={words.title} />
      <Figure label={words.spend} cents={expectedCents} />
      <p>{lowCents === highCents ? words.exact : words.range(lowCents, highCents)}</p>
      <SummaryList
        figures
        rows={[
          { label: words.grant, value: <MoneyText cents={grantCents} /> },
          { label: words.carried, value: <MoneyText cents={carriedCents} /> },
        ]}
      />
      {!grantIsKnown && <p class="bk-small bk-soft">{words.grantGuess(year)}</p>}
      <p class="bk-strong">{leftText(leftCents)}</p>
      {leftCents >= 0 && leftWhenHigh < 0 && (
        <Note tone="look" icon={CircleAlert}>
          {words.mayRunOut(-leftWhenHigh)}
        </Note>
      )}
      <p class="bk-small bk-soft">{nlPlan.dueNote(year)}</p>
    </Card>
  );
}

function leftText(cents: number): string {
  if (cents === 0) return words.even;
  return cents > 0 ? words.left(cents) : words.short(-cents);
}
