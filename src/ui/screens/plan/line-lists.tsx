// The lines of the plan by kind, each with its reason. What was left out stands at the end, so that it can come back.
import type { PlannedLine } from '../../../domain/plan/plan.ts';
import { sumOf } from '../../../domain/plan/plan.ts';
import type { PlanKind } from '../../../domain/rows.ts';
import { mayI } from '../../data.ts';
import { nlPlan } from '../../nl/plan.ts';
import { Card, CardHead } from '../../parts/card.tsx';
import { Item, List } from '../../parts/list.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { type Plan, planHome } from './use-plan.ts';
import { reasonsOf } from './words.ts';

const { lines: words, kinds } = nlPlan;

export function LineLists({ plan: { lines } }: { readonly plan: Plan }) {
  const kept = lines.filter(({ leftOut }) => !leftOut);
  const leftOut = lines.filter((line) => line.leftOut);
  if (lines.length === 0) return <p>{nlPlan.empty}</p>;
  return (
    <>
      {(Object.keys(kinds) as readonly PlanKind[]).map((kind) => (
        <Lines key={kind} id={kind} title={kinds[kind]} lines={kept.filter((line) => line.kind === kind)} />
      ))}
      <Lines id="weggelaten" title={words.leftOutTitle} lines={leftOut} />
    </>
  );
}

interface LinesProps {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly PlannedLine[];
}

function Lines({ id, title, lines }: LinesProps) {
  if (lines.length === 0) return null;
  const counts = lines.some(({ leftOut }) => !leftOut);
  const { shared, own } = reasonsOf(lines);
  return (
    <Card labelledBy={id}>
      <CardHead id={id} title={title} aside={counts && <MoneyText cents={sumOf(lines).expectedCents} strong />} />
      {shared !== undefined && <p class="bk-soft">{shared}</p>}
      <List kind="bleed" label={title}>
        {[...lines]
          .sort((a, b) => b.expectedCents - a.expectedCents)
          .map((line) => (
            <Item
              key={line.key}
              title={line.title}
              lines={[own(line), rangeText(line)].filter((part) => part !== undefined)}
              end={line.leftOut ? undefined : <MoneyText cents={line.expectedCents} />}
              href={mayI('planLine.change') ? `${planHome}?regel=${encodeURIComponent(line.key)}` : undefined}
            />
          ))}
      </List>
    </Card>
  );
}

const rangeText = ({ lowCents, highCents }: PlannedLine): string =>
  lowCents === highCents ? nlPlan.sums.exact : words.between(lowCents, highCents);
