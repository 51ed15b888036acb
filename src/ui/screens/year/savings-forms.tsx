// Sparen: a goal, putting money aside for it, taking it out again.

import { parseAmount } from '../../../domain/money.ts';
import { newId, useCommand, useMe, useRow, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { nlYear } from '../../nl/year.ts';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { MoneyField, SelectField, TextField } from '../../parts/text-fields.tsx';
import { FormFrame } from '../settings/form-frame.tsx';
import { amountIn, filledIn, finish, type YearFormProps } from './year-form-frame.tsx';

const { savings: words } = nlYear;

export function GoalForm({ onDone }: YearFormProps) {
  const { year } = useMe();
  const command = useCommand('savings.start');
  const form = useFormErrors();
  // The id is kept with the draft: whoever taps twice begins one goal.
  const draft = useDraft(`year.goal:${year}`, { goalId: newId(), goal: '', amount: '', until: String(year + 3) });
  const { goalId, goal, amount, until } = draft.value;
  const done = () => void finish(draft, onDone);
  const submit = async () => {
    const target = parseAmount(amount);
    const noTarget = amount.trim() === '';
    const { errors } = noTarget ? { errors: [] } : amountIn(amount);
    if (!form.check([...filledIn('goal', goal, words.goalMissing), ...errors])) return;
    const targetCents = !noTarget && target.ok ? target.cents : 0;
    const fields = { goalId, goal: goal.trim(), targetCents, fromYear: year, untilYear: Number(until) };
    if ((await command.send(fields)).saved) done();
  };
  return (
    <FormFrame
      {...{ title: words.start, form, command, restored: draft.restored, button: words.startSave, onSaved: done }}
      onSubmit={() => void submit()}
      onCancel={() => void draft.clear().then(onDone)}
    >
      <TextField
        {...{ id: 'goal', label: words.goal, hint: words.goalHint, value: goal, maxLength: 200 }}
        error={form.of('goal')}
        onValue={(value) => draft.set({ goal: value })}
      />
      <MoneyField
        {...{ id: 'amount', label: words.target, optional: true, value: amount }}
        error={form.of('amount')}
        onValue={(value) => draft.set({ amount: value })}
      />
      <SelectField
        {...{ id: 'until', label: words.untilYear, value: until }}
        options={[0, 1, 2, 3].map((more) => ({ value: String(year + more), label: String(year + more) }))}
        onValue={(value) => draft.set({ until: value })}
      />
    </FormFrame>
  );
}

export const PutForm = (props: YearFormProps) => <Move {...props} name="savings.put" />;
export const TakeForm = (props: YearFormProps) => <Move {...props} name="savings.take" />;

function Move({ id, onDone, name }: YearFormProps & { readonly name: 'savings.put' | 'savings.take' }) {
  const { year } = useMe();
  const today = useToday();
  const goal = useRow('savingsGoal', id);
  const command = useCommand(name);
  const form = useFormErrors();
  const draft = useDraft(`year.${name}:${id}`, { amount: '' });
  const { amount } = draft.value;
  const done = () => void finish(draft, onDone);
  const submit = async () => {
    const { cents, errors } = amountIn(amount);
    if (!form.check(errors)) return;
    if ((await command.send({ goalId: id, year, amountCents: cents, bookedOn: today })).saved) done();
  };
  const takes = name === 'savings.take';
  const title = takes ? words.take : words.put;
  return (
    <FormFrame
      {...{ title: goal === undefined ? title : `${title}: ${goal.goal}`, lead: takes ? words.takeHint : undefined }}
      {...{ form, command, restored: draft.restored, button: title, onSaved: done }}
      onSubmit={() => void submit()}
      onCancel={() => void draft.clear().then(onDone)}
    >
      <MoneyField
        {...{ id: 'amount', label: nlYear.amount, value: amount }}
        error={form.of('amount')}
        onValue={(value) => draft.set({ amount: value })}
      />
    </FormFrame>
  );
}
