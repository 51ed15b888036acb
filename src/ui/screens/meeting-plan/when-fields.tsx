import { nlPlan } from '../../nl/meeting-plan.ts';
import type { FormErrors } from '../../parts/error-summary.tsx';
import { DateField, TextField } from '../../parts/text-fields.tsx';
import { planFields, type WhenAndWhere } from './plan-draft.ts';

export interface WhenFieldsProps {
  readonly value: WhenAndWhere;
  readonly onValue: (patch: Partial<WhenAndWhere>) => void;
  readonly form: FormErrors;
  readonly min: string | undefined;
}

/** Day, time, place, name: the order in which people ask it. */
export function WhenFields({ value, onValue, form, min }: WhenFieldsProps) {
  return (
    <>
      <DateField
        id={planFields.date}
        label={nlPlan.date}
        value={value.plannedOn}
        min={min}
        error={form.of(planFields.date)}
        onValue={(plannedOn) => onValue({ plannedOn })}
      />
      <TextField
        id={planFields.time}
        label={nlPlan.time}
        hint={nlPlan.timeHint}
        short
        plain
        value={value.startTime}
        error={form.of(planFields.time)}
        onValue={(startTime) => onValue({ startTime })}
      />
      <TextField
        id={planFields.place}
        label={nlPlan.place}
        hint={nlPlan.placeHint}
        value={value.place}
        maxLength={150}
        error={form.of(planFields.place)}
        onValue={(place) => onValue({ place })}
      />
      <TextField
        id={planFields.title}
        label={nlPlan.name}
        value={value.title}
        maxLength={150}
        error={form.of(planFields.title)}
        onValue={(title) => onValue({ title })}
      />
    </>
  );
}
