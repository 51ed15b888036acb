// What was chosen, what was not and why, in sentences that can be read aloud in the hall.
import { euro } from '../../format.ts';
import { Check, X } from '../../icons.ts';
import { nlConsultation } from '../../nl/consultation.ts';
import { nlConsultationResult } from '../../nl/consultation-result.ts';
import { Card, CardHead } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Item, List } from '../../parts/list.tsx';
import { Disc } from '../../parts/status.tsx';
import type { Explanation, ToldPlan } from './explain.ts';

const words = nlConsultationResult.result;

export function ToldResult({ told }: { readonly told: Explanation }) {
  return (
    <>
      <Card labelledBy="gekozen">
        <CardHead id="gekozen" title={words.chosen} />
        {told.chosen.length === 0 ? (
          <p>{words.noneChosen}</p>
        ) : (
          <Plans label={words.chosen} plans={told.chosen} chosen />
        )}
        {told.money !== undefined && <p class="bk-strong">{told.money}</p>}
      </Card>
      {told.others.length > 0 && (
        <Card labelledBy="niet-gekozen">
          <CardHead id="niet-gekozen" title={words.notChosen} />
          <Plans label={words.notChosen} plans={told.others} chosen={false} />
        </Card>
      )}
      <Card labelledBy="zo-geteld">
        <CardHead id="zo-geteld" title={words.how} />
        {told.how.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Card>
    </>
  );
}

interface PlansProps {
  readonly label: string;
  readonly plans: readonly ToldPlan[];
  readonly chosen: boolean;
}

function Plans({ label, plans, chosen }: PlansProps) {
  return (
    <List kind="bleed" ordered={chosen} label={label}>
      {plans.map(({ number, title, costCents, votes, why }) => (
        <Item
          key={number}
          title={nlConsultation.plan(number, title)}
          disc={
            <Disc tone={chosen ? 'ok' : 'later'}>
              <Icon of={chosen ? Check : X} />
            </Disc>
          }
          lines={[{ strong: `${euro(costCents)}, ${votes}` }, why]}
        />
      ))}
    </List>
  );
}
