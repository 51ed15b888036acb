// Both values of each field that two people changed, side by side. Neither is preselected.
import { CircleAlert } from '../../icons.ts';
import { nlProposalForm, proposalFieldNames } from '../../nl/proposal-form.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import type { FieldConflict } from './conflict-model.ts';
import { useThemes } from './theme-fields.tsx';
import { valueText } from './value-text.tsx';

const words = nlProposalForm.conflict;

export interface ConflictPanelProps {
  readonly year: number;
  readonly conflicts: readonly FieldConflict[];
  readonly onChoose: (conflict: FieldConflict, take: 'now' | 'mine') => void;
}

export function ConflictPanel({ year, conflicts, onChoose }: ConflictPanelProps) {
  const themes = useThemes(year);
  if (conflicts.length === 0) return null;
  return (
    <Card labelledBy="botsing" id={conflictId}>
      <h2 id="botsing">
        <Icon of={CircleAlert} size="in" /> {words.title}
      </h2>
      <p>{words.lead}</p>
      {conflicts.map((conflict) => {
        const { field, now, mine } = conflict;
        const name = proposalFieldNames[field];
        return (
          <section key={field} class="bk-stack bk-gap-2" aria-labelledby={`botsing-${field}`}>
            <h3 id={`botsing-${field}`}>{name}</h3>
            <SummaryList
              well
              rows={[
                { label: words.now, value: valueText(field, now, themes) },
                { label: words.mine, value: valueText(field, mine, themes) },
              ]}
            />
            <div class="bk-row bk-gap-2">
              <Button name={`${words.takeNow}: ${name}`} onClick={() => onChoose(conflict, 'now')}>
                {words.takeNow}
              </Button>
              <Button name={`${words.takeMine}: ${name}`} onClick={() => onChoose(conflict, 'mine')}>
                {words.takeMine}
              </Button>
            </div>
          </section>
        );
      })}
    </Card>
  );
}

export const conflictId = 'botsing-kaart';
