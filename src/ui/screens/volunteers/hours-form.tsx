import { newId, useCommand, useMe, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { nlVolunteers } from '../../nl/volunteers.ts';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { DateField, NumberField, TextField } from '../../parts/text-fields.tsx';
import { wholeIn } from '../outcome/tell-draft.ts';
import { FormFrame, type PartProps } from '../settings/form-frame.tsx';
import { filledIn, finish } from '../year/year-form-frame.tsx';

const { hours: words } = nlVolunteers;

export function HoursForm({ onDone }: PartProps) {
  const { year } = useMe();
  const command = useCommand('volunteerHours.add');
  const form = useFormErrors();
  const draft = useDraft(`volunteers.hours:${year}`, { hoursId: newId(), hours: '', what: '', workedOn: useToday() });
  const { hoursId, hours, what, workedOn } = draft.value;
  const done = () => void finish(draft, onDone);
  const submit = async () => {
    const total = wholeIn(hours) ?? 0;
    const errors = [
      ...(total > 0 ? [] : [{ fieldId: 'hours', sentence: words.hoursMissing }]),
      ...filledIn('what', what, words.whatMissing),
      ...filledIn('workedOn', workedOn, words.dateMissing),
    ];
    if (!form.check(errors)) return;
    if ((await command.send({ hoursId, year, hours: total, what: what.trim(), workedOn })).saved) done();
  };
  return (
    <FormFrame
      {...{ title: words.add, form, command, restored: draft.restored, button: words.add, onSaved: done }}
      onSubmit={() => void submit()}
      onCancel={() => void draft.clear().then(onDone)}
    >
      <NumberField
        {...{ id: 'hours', label: words.hours, hint: words.hoursHint, value: hours, error: form.of('hours') }}
        onValue={(value) => draft.set({ hours: value })}
      />
      <TextField
        {...{ id: 'what', label: words.what, hint: words.whatHint, value: what, maxLength: 200 }}
        error={form.of('what')}
        onValue={(value) => draft.set({ what: value })}
      />
      <DateField
        {...{ id: 'workedOn', label: words.on, value: workedOn, error: form.of('workedOn') }}
        onValue={(value) => draft.set({ workedOn: value })}
      />
    </FormFrame>
  );
}
