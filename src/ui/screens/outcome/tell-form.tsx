// The questions of the city about one project. Nothing has to be filled in at once: each answer is kept by itself.
import type { Nicer, Outcome, WithoutBudget } from '../../../domain/rows.ts';
import { Refusal, useCommand } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { nlOutcome } from '../../nl/outcome.ts';
import { RadioGroup } from '../../parts/choice-fields.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { SaveOrLeave } from '../../parts/save-or-leave.tsx';
import { NumberField, TextArea, TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { changedOf, numberIn, numbers, tellDraft } from './tell-draft.ts';

const words = nlOutcome.facts;
const hints = nlOutcome.form;
const choices = <V extends string>(of: Readonly<Record<V, string>>) =>
  (Object.keys(of) as V[]).map((value) => ({ value, label: of[value] }));

export function TellForm({ outcome, onDone }: { readonly outcome: Outcome; readonly onDone: () => void }) {
  const draftKey = `outcome.change:${outcome.id}`;
  const draft = useDraft(draftKey, tellDraft(outcome));
  const form = useFormErrors();
  const command = useCommand('outcome.change');
  const { value, set } = draft;
  const done = async () => {
    await draft.clear();
    showToast({ text: hints.saved });
    onDone();
  };
  const save = async () => {
    const wrong = numbers.filter((name) => numberIn(value[name]) === undefined);
    if (!form.check(wrong.map((name) => ({ fieldId: `verteld-${name}`, sentence: hints.number })))) return;
    const change = changedOf(value);
    if ((await command.send({ proposalId: outcome.id, ...change }, { draftKey })).saved) await done();
  };
  const number = (name: (typeof numbers)[number], label: string, hint?: string) => (
    <NumberField
      id={`verteld-${name}`}
      label={label}
      hint={hint}
      optional
      error={form.of(`verteld-${name}`)}
      value={value[name]}
      onValue={(next) => set({ [name]: next })}
    />
  );
  return (
    <Form class="bk-stack bk-gap-3" onSend={save}>
      {number('visitors', words.visitors, hints.visitorsHint)}
      <TextArea
        {...{ id: 'verteld-story', label: words.story, hint: hints.storyHint, optional: true, rows: 5 }}
        maxLength={5_000}
        value={value.story}
        onValue={(story) => set({ story })}
      />
      <RadioGroup<Nicer>
        {...{ label: words.nicer, options: choices(nlOutcome.nicer), value: value.nicer ?? undefined }}
        onValue={(nicer) => set({ nicer })}
      />
      <TextField
        {...{ label: words.nicerFor, hint: hints.nicerForHint, optional: true, maxLength: 1_000 }}
        value={value.nicerFor}
        onValue={(nicerFor) => set({ nicerFor })}
      />
      <RadioGroup<WithoutBudget>
        {...{ label: words.withoutBudget, options: choices(nlOutcome.withoutBudget) }}
        value={value.withoutBudget ?? undefined}
        onValue={(withoutBudget) => set({ withoutBudget })}
      />
      <TextArea
        {...{ label: words.sideEffects, hint: hints.sideEffectsHint, optional: true, rows: 3, maxLength: 2_000 }}
        value={value.sideEffects}
        onValue={(sideEffects) => set({ sideEffects })}
      />
      {number('volunteers', words.volunteers)}
      {number('volunteerHours', words.hours, hints.visitorsHint)}
      <Refusal command={command} onSaved={() => void done()} />
      <SaveOrLeave {...{ save: hints.save, busy: command.busy }} onLeave={() => void draft.clear().then(onDone)} />
    </Form>
  );
}
