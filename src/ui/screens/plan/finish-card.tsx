// Finishing the plan, and the plans that were finished.
import { useState } from 'preact/hooks';
import type { FinishedLine } from '../../../domain/rows.ts';
import { mayI, newId, Refusal, type Seen, useCommand, useToday } from '../../data.ts';
import { nlPlan } from '../../nl/plan.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { Item, List } from '../../parts/list.tsx';
import { LocalMark } from '../../parts/status.tsx';
import { showToast } from '../../parts/toast-store.ts';
import type { Plan } from './use-plan.ts';
import { XlsxButton } from './xlsx-button.tsx';

const { finish: words } = nlPlan;

export function FinishCard({ plan }: { readonly plan: Plan }) {
  const { year, lines, means } = plan;
  const today = useToday();
  const command = useCommand('spendingPlan.finish');
  const [planId, setPlanId] = useState(newId);
  const kept = lines.filter(({ leftOut }) => !leftOut);
  if (kept.length === 0) return null;
  const saved = () => {
    setPlanId(newId()); // what is finished after this is another version
    showToast({ text: words.done });
  };
  const finish = async () => {
    const { grantCents, carriedCents } = means;
    const args = { planId, year, finishedOn: today, grantCents, carriedCents, lines: kept.map(finishedLine) };
    if ((await command.send(args)).saved) saved();
  };
  return (
    <Card labelledBy="vaststellen">
      <CardHead id="vaststellen" title={words.title} />
      <p>{words.text}</p>
      {mayI('spendingPlan.finish') && (
        <Button kind="primary" busy={command.busy} onClick={() => void finish()}>
          {words.button}
        </Button>
      )}
      <Refusal command={command} onSaved={saved} />
      <LinkButton href="/print/plan/concept">{nlPlan.print.go}</LinkButton>
      <XlsxButton plan={plan} />
    </Card>
  );
}

function finishedLine(line: Plan['lines'][number]): FinishedLine {
  const { kind, title, themeShares, lowCents, expectedCents, highCents } = line;
  return { kind, title, themeShares, lowCents, expectedCents, highCents };
}

export function VersionsCard({ versions }: { readonly versions: readonly Seen<'spendingPlan'>[] }) {
  return (
    <Card labelledBy="versies">
      <CardHead id="versies" title={words.versions} />
      {versions.length === 0 ? (
        <p class="bk-soft">{words.noVersions}</p>
      ) : (
        <List kind="bleed" label={words.versions}>
          {versions.map(({ id, year, finishedOn, pending }) => (
            <Item
              key={id}
              title={words.version(year, finishedOn)}
              href={`/print/plan/${id}`}
              end={pending ? <LocalMark /> : undefined}
            />
          ))}
        </List>
      )}
    </Card>
  );
}
