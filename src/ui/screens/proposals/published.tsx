// What the district manager sees of proposals: what was decided and made public, and what it cost.
import { effective } from '../../../domain/commands/standing.ts';
import { useRowsFound } from '../../data.ts';
import { day } from '../../format.ts';
import { nlProposals } from '../../nl/proposals.ts';
import { Empty } from '../../parts/empty.tsx';
import { Item, List } from '../../parts/list.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { StateBadge } from './state-badge.tsx';

const words = nlProposals.published;

export function PublishedDecisions({ year }: { readonly year: number }) {
  const decisions = useRowsFound('decision');
  const corrections = useRowsFound('decisionCorrection');
  if (!decisions.loaded || !corrections.loaded) return null;
  const listed = decisions.value
    .filter(({ withdrawn, decidedOn }) => !withdrawn && decidedOn.startsWith(String(year)))
    .sort((a, b) => (`${a.decidedOn}${a.id}` < `${b.decidedOn}${b.id}` ? 1 : -1))
    .map((decision) =>
      effective(
        decision,
        corrections.value.filter(({ decisionId }) => decisionId === decision.id),
      ),
    );
  if (listed.length === 0) return <Empty title={words.none[0]}>{words.none[1]}</Empty>;
  return (
    <List label={words.title}>
      {listed.map(({ decision, outcome, awardedCents }) => (
        <Item
          key={decision.id}
          title={decision.title ?? words.untitled}
          lines={[
            <>
              {words.on(day(decision.decidedOn))}
              {awardedCents > 0 && (
                <>
                  , <MoneyText cents={awardedCents} />
                </>
              )}
            </>,
          ]}
          end={<StateBadge state={outcome} onAgenda={false} />}
        />
      ))}
    </List>
  );
}
