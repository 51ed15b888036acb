import { useEffect, useRef, useState } from 'preact/hooks';
import { Check, Plus, X } from '../../icons.ts';
import { nlDecision } from '../../nl/decision.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import type { FormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { Icon } from '../../parts/icon.tsx';
import { List } from '../../parts/list.tsx';
import { Disc } from '../../parts/status.tsx';
import { TextField } from '../../parts/text-fields.tsx';
import { conditionLengthMax, type DecisionDraft, decisionFields, withConditionAdded } from './decision-draft.ts';

const words = nlDecision.decide;

export interface ConditionsProps {
  readonly draft: DecisionDraft;
  readonly set: (change: (draft: DecisionDraft) => DecisionDraft) => void;
  readonly form: FormErrors;
}

/** What the award is tied to. What was typed and not added yet goes along when the decision is recorded. */
export function Conditions({ draft, set, form }: ConditionsProps) {
  const [adding, setAdding] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const open = adding || draft.newCondition !== '';
  useEffect(() => {
    if (adding) box.current?.querySelector('input')?.focus();
  }, [adding]);
  const add = () => {
    if (open) set(withConditionAdded);
    setAdding(true);
  };
  const drop = (text: string) =>
    set((value) => ({ ...value, conditions: value.conditions.filter((condition) => condition !== text) }));
  return (
    <div class="bk-stack bk-gap-2" ref={box}>
      <p class="bk-label" id="voorwaarden">
        {words.conditions}
      </p>
      {draft.conditions.length > 0 && (
        <List label={words.conditions}>
          {draft.conditions.map((text) => (
            <li class="bk-item" key={text}>
              <Disc tone="ok">
                <Icon of={Check} />
              </Disc>
              <span class="bk-grow">{text}</span>
              <IconButton icon={X} label={words.conditionDrop(text)} onClick={() => drop(text)} />
            </li>
          ))}
        </List>
      )}
      {open && (
        // A form of its own: Enter adds the condition, and the next one can be typed at once.
        <Form onSend={add}>
          <TextField
            id={decisionFields.condition}
            label={words.conditionLabel}
            value={draft.newCondition}
            maxLength={conditionLengthMax}
            error={form.of(decisionFields.condition)}
            onValue={(newCondition) => set((value) => ({ ...value, newCondition }))}
          />
        </Form>
      )}
      <Button icon={Plus} onClick={add}>
        {words.conditionAdd}
      </Button>
    </div>
  );
}
