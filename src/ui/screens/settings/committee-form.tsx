import { useCommand, useMe } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { nlBodies } from '../../nl/bodies.ts';
import { nlSettings } from '../../nl/settings.ts';
import { nlStart } from '../../nl/start.ts';
import { RadioGroup } from '../../parts/choice-fields.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { NumberField, TextArea, TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { changeFrom, draftOf, problemsIn } from './committee-fields.ts';
import { FormFrame, type PartProps } from './form-frame.tsx';

export function CommitteeForm({ onDone }: PartProps) {
  const { committee } = useMe();
  const command = useCommand('committee.change');
  const form = useFormErrors();
  const draft = useDraft('settings.committee', draftOf(committee));
  const { value, set } = draft;
  const { committee: words } = nlSettings;
  const done = async () => {
    await draft.clear();
    showToast({ text: words.changed });
    onDone();
  };
  const submit = async () => {
    if (!form.check(problemsIn(value))) return;
    const args = changeFrom(value);
    if (args === undefined) return;
    if (Object.keys(args.fields).length === 0) return onDone();
    if ((await command.send(args)).saved) await done();
  };
  return (
    <FormFrame
      title={words.edit}
      form={form}
      command={command}
      restored={draft.restored}
      button={words.saveButton}
      onSubmit={() => void submit()}
      onSaved={() => void done()}
      onCancel={() => void draft.clear().then(onDone)}
    >
      <TextField
        id="name"
        label={words.name}
        error={form.of('name')}
        value={value.name}
        onValue={(name) => set({ name })}
        maxLength={100}
      />
      <TextField
        id="city"
        label={words.city}
        error={form.of('city')}
        value={value.city}
        onValue={(city) => set({ city })}
        maxLength={60}
      />
      <TextField
        {...{ id: 'district', label: words.district, optional: true, value: value.district, maxLength: 60 }}
        onValue={(district) => set({ district })}
      />
      <TextField
        id="bodyWord"
        label={words.bodyWord}
        hint={nlStart.place.bodyWordHint}
        error={form.of('bodyWord')}
        value={value.bodyWord}
        onValue={(bodyWord) => set({ bodyWord })}
        maxLength={60}
        plain
      />
      <TextArea
        id="quarters"
        error={form.of('quarters')}
        label={words.quarters}
        hint={words.quartersHint}
        optional
        value={value.quarters}
        onValue={(quarters) => set({ quarters })}
      />
      <RadioGroup
        label={nlStart.quorum.title}
        hint={nlStart.quorum.hint}
        value={value.quorum}
        onValue={(quorum) => set({ quorum })}
        options={[
          { value: 'more_than_half', label: nlStart.quorum.half, note: nlStart.quorum.halfNote },
          { value: 'count', label: nlStart.quorum.count, note: nlStart.quorum.countNote },
        ]}
      />
      {value.quorum === 'count' && (
        <NumberField
          id="quorumCount"
          label={nlStart.quorum.countLabel}
          error={form.of('quorumCount')}
          value={value.quorumCount}
          onValue={(quorumCount) => set({ quorumCount })}
        />
      )}
      <RadioGroup
        label={nlBodies.setting.label}
        value={value.figures}
        onValue={(figures) => set({ figures })}
        options={[
          { value: 'shown', label: nlBodies.setting.yes, note: nlBodies.setting.yesNote },
          { value: 'hidden', label: nlBodies.setting.no, note: nlBodies.setting.noNote },
        ]}
      />
    </FormFrame>
  );
}
