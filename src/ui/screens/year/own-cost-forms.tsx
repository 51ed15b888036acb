// Eigen kosten: money set apart for them, what was spent, and a mistake taken back.
import { costCents } from '../../../domain/budget.ts';
import { newId, useCommand, useMe, useRow, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { euro } from '../../format.ts';
import { nlVolunteers } from '../../nl/volunteers.ts';
import { nlYear } from '../../nl/year.ts';
import { CheckboxGroup } from '../../parts/choice-fields.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { DateField, MoneyField, TextArea, TextField } from '../../parts/text-fields.tsx';
import { FormFrame } from '../settings/form-frame.tsx';
import { amountIn, filledIn, finish, type YearFormProps } from './year-form-frame.tsx';

const { own: words } = nlYear;

export function ReserveForm({ onDone }: YearFormProps) {
  const { year } = useMe();
  const today = useToday();
  const command = useCommand('organisation.reserve');
  const form = useFormErrors();
  const draft = useDraft(`year.reserve:${year}`, { amount: '' });
  const { amount } = draft.value;
  const done = () => void finish(draft, onDone);
  const submit = async () => {
    const { cents, errors } = amountIn(amount, { negative: true });
    if (!form.check(errors)) return;
    if ((await command.send({ year, amountCents: cents, bookedOn: today })).saved) done();
  };
  return (
    <FormFrame
      {...{ title: words.reserve, lead: words.reserveHint, form, command, restored: draft.restored }}
      {...{ button: nlYear.own.reserve, onSaved: done, onSubmit: () => void submit() }}
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

export function CostForm({ onDone }: YearFormProps) {
  const { year } = useMe();
  const command = useCommand('organisationCost.record');
  const form = useFormErrors();
  const draft = useDraft(`year.cost:${year}`, {
    costId: newId(),
    amount: '',
    what: '',
    thanks: false,
    paidOn: useToday(),
  });
  const { costId, amount, what, thanks, paidOn } = draft.value;
  const done = () => void finish(draft, onDone);
  const submit = async () => {
    const { cents, errors } = amountIn(amount);
    const others = [...filledIn('what', what, words.whatMissing), ...filledIn('paidOn', paidOn, words.dateMissing)];
    if (!form.check([...errors, ...others])) return;
    const cost = { costId, year, amountCents: cents, what: what.trim(), paidOn };
    if ((await command.send(thanks ? { ...cost, thanks } : cost)).saved) done();
  };
  return (
    <FormFrame
      {...{ title: words.add, form, command, restored: draft.restored, button: words.add, onSaved: done }}
      onSubmit={() => void submit()}
      onCancel={() => void draft.clear().then(onDone)}
    >
      <MoneyField
        {...{ id: 'amount', label: nlYear.amount, value: amount }}
        error={form.of('amount')}
        onValue={(value) => draft.set({ amount: value })}
      />
      <TextField
        {...{ id: 'what', label: words.what, hint: words.whatHint, value: what, maxLength: 200 }}
        error={form.of('what')}
        onValue={(value) => draft.set({ what: value })}
      />
      <DateField
        {...{ id: 'paidOn', label: words.paidOn, value: paidOn }}
        error={form.of('paidOn')}
        onValue={(value) => draft.set({ paidOn: value })}
      />
      <CheckboxGroup
        label={nlVolunteers.thanks.label}
        optional
        options={[{ value: 'thanks', label: nlVolunteers.thanks.mark }]}
        values={thanks ? ['thanks'] : []}
        onValues={(values) => draft.set({ thanks: values.length > 0 })}
      />
    </FormFrame>
  );
}

export function ReverseCostForm({ id, onDone }: YearFormProps) {
  const today = useToday();
  const cost = useRow('organisationCost', id);
  const command = useCommand('organisationCost.reverse');
  const form = useFormErrors();
  const draft = useDraft(`year.reverse:${id}`, { reason: '' });
  const { reason } = draft.value;
  const done = () => void finish(draft, onDone);
  const submit = async () => {
    if (!form.check(filledIn('reason', reason, words.reasonMissing))) return;
    if ((await command.send({ costId: id, reason: reason.trim(), reversedOn: today })).saved) done();
  };
  return (
    <FormFrame
      {...{ title: words.reverse, form, command, restored: draft.restored, button: words.reverse, onSaved: done }}
      lead={cost === undefined ? undefined : `${cost.what}, ${euro(costCents(cost))}`}
      onSubmit={() => void submit()}
      onCancel={() => void draft.clear().then(onDone)}
    >
      <TextArea
        {...{ id: 'reason', label: words.reason, value: reason, maxLength: 2_000 }}
        error={form.of('reason')}
        onValue={(value) => draft.set({ reason: value })}
      />
    </FormFrame>
  );
}
