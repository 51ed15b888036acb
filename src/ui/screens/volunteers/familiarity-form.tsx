import { newId, useCommand, useMe, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { nlVolunteers } from '../../nl/volunteers.ts';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { DateField, NumberField, TextField } from '../../parts/text-fields.tsx';
import { wholeIn } from '../outcome/tell-draft.ts';
import { FormFrame, type PartProps } from '../settings/form-frame.tsx';
import { filledIn, finish } from '../year/year-form-frame.tsx';

const { known: words, hours } = nlVolunteers;

export function FamiliarityForm({ onDone }: PartProps) {
  const { year } = useMe();
  const command = useCommand('familiarityCount.add');
  const form = useFormErrors();
  const empty = { countId: newId(), asked: '', knew: '', place: '', countedOn: useToday() };
  const draft = useDraft(`volunteers.familiarity:${year}`, empty);
  const { countId, asked, knew, place, countedOn } = draft.value;
  const done = () => void finish(draft, onDone);
  const submit = async () => {
    const [askedCount, knewCount] = [wholeIn(asked) ?? 0, wholeIn(knew)];
    const knewSentence = knewCount === undefined ? words.knewMissing : knewCount > askedCount ? words.tooMany : '';
    const errors = [
      ...(askedCount > 0 ? [] : [{ fieldId: 'asked', sentence: words.askedMissing }]),
      ...(knewSentence === '' ? [] : [{ fieldId: 'knew', sentence: knewSentence }]),
      ...filledIn('countedOn', countedOn, hours.dateMissing),
    ];
    if (!form.check(errors) || knewCount === undefined) return;
    const args = { countId, year, askedCount, knewCount, place: place.trim(), countedOn };
    if ((await command.send(args)).saved) done();
  };
  return (
    <FormFrame
      {...{ title: words.add, lead: words.note, form, command, restored: draft.restored, button: words.add }}
      {...{ onSaved: done, onSubmit: () => void submit() }}
      onCancel={() => void draft.clear().then(onDone)}
    >
      <NumberField
        {...{ id: 'asked', label: words.asked, value: asked, error: form.of('asked') }}
        onValue={(value) => draft.set({ asked: value })}
      />
      <NumberField
        {...{ id: 'knew', label: words.knew, value: knew, error: form.of('knew') }}
        onValue={(value) => draft.set({ knew: value })}
      />
      <TextField
        {...{ id: 'place', label: words.place, hint: words.placeHint, optional: true, value: place, maxLength: 150 }}
        onValue={(value) => draft.set({ place: value })}
      />
      <DateField
        {...{ id: 'countedOn', label: words.on, value: countedOn, error: form.of('countedOn') }}
        onValue={(value) => draft.set({ countedOn: value })}
      />
    </FormFrame>
  );
}
