import type { MeetingRules, TieRule } from '../../../domain/rows.ts';
import { defaultMeetingRules } from '../../../domain/votes.ts';
import { useCommand, useRow } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { nlVotingRules as words } from '../../nl/voting-rules.ts';
import { RadioGroup } from '../../parts/choice-fields.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { FormFrame, type PartProps } from './form-frame.tsx';

type Values = Pick<MeetingRules, 'tieRule' | 'votesByName'>;

const pick = (values: Values, keys: readonly string[]): Partial<Values> =>
  Object.fromEntries(keys.map((key) => [key, values[key as keyof Values]]));

const tieRules: readonly TieRule[] = ['postponed', 'rejected', 'chair', 'lot'];

/** What a tie means, and whether votes are noted by name. */
export function VotingForm({ onDone }: PartProps) {
  const { tieRule, votesByName } = useRow('meetingRules', defaultMeetingRules.id) ?? defaultMeetingRules;
  const now: Values = { tieRule, votesByName };
  // Only what somebody chose here; the rest is as it stands, also when another device changes it meanwhile.
  const draft = useDraft<{ readonly chosen: Partial<Values>; readonly seen?: Partial<Values> }>('settings.voting', {
    chosen: {},
  });
  const value = { ...now, ...draft.value.chosen };
  // With what stood there when it was chosen.
  const choose = (part: Partial<Values>) => {
    const was = pick(now, Object.keys(part));
    draft.set(({ chosen, seen }) => ({ chosen: { ...chosen, ...part }, seen: { ...was, ...seen } }));
  };
  const command = useCommand('meetingRules.change');
  const form = useFormErrors();
  const done = async () => {
    await draft.clear();
    showToast({ text: words.changed });
    onDone();
  };
  const submit = async () => {
    const { chosen } = draft.value;
    const seen = { ...pick(now, Object.keys(chosen)), ...draft.value.seen };
    if (Object.keys(chosen).length === 0) return onDone();
    if ((await command.send({ fields: chosen, seen })).saved) await done();
  };
  return (
    <FormFrame
      title={words.edit}
      lead={words.lead}
      form={form}
      command={command}
      restored={draft.restored}
      button={words.save}
      onSubmit={() => void submit()}
      onSaved={() => void done()}
      onCancel={() => void draft.clear().then(onDone)}
    >
      <RadioGroup
        label={words.tie}
        hint={words.tieHint}
        value={value.tieRule}
        onValue={(rule) => choose({ tieRule: rule })}
        options={tieRules.map((rule) => ({ value: rule, ...words.ties[rule] }))}
      />
      <RadioGroup
        label={words.byName}
        hint={words.byNameHint}
        value={value.votesByName ? 'yes' : 'no'}
        onValue={(answer) => choose({ votesByName: answer === 'yes' })}
        options={(['no', 'yes'] as const).map((answer) => ({ value: answer, ...words.byNameChoices[answer] }))}
      />
    </FormFrame>
  );
}
