// One rule: what somebody finds of it, why, and a sentence that can be used as it is.

import type { Barrier, RuleVerdict } from '../../../domain/rows.ts';
import type { RuleLine } from '../../../domain/ruleCheck/check.ts';
import { useCommand, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { nlRuling } from '../../nl/ruling.ts';
import { Button } from '../../parts/button.tsx';
import { RadioGroup } from '../../parts/choice-fields.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { TextArea } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { FormFrame } from '../settings/form-frame.tsx';

const words = nlRuling.form;
const verdicts = Object.keys(words.verdicts) as readonly RuleVerdict[];
const barriers = Object.keys(words.barriers) as readonly Barrier[];

export interface RuleFormProps {
  readonly proposalId: string;
  readonly line: RuleLine;
  readonly onDone: () => void;
}

interface Finding {
  readonly verdict: RuleVerdict;
  readonly barrier: Barrier | null;
  readonly note: string;
}

interface CheckDraft {
  readonly verdict: RuleVerdict | null;
  readonly barrier: Barrier | null;
  readonly note: string;
  /** What stood there when the form was opened. */
  readonly seen: Finding | null;
}

export function RuleForm({ proposalId, line: { rule, proposed, recorded }, onDone }: RuleFormProps) {
  const today = useToday();
  const form = useFormErrors();
  const command = useCommand('ruleCheck.record');
  const draftKey = `ruleCheck.record:${proposalId}:${rule.id}`;
  const draft = useDraft<CheckDraft>(draftKey, draftOf(recorded, proposed.verdict));
  const { verdict, barrier, note, seen } = draft.value;
  const asksWhy = verdict === 'no' || verdict === 'can_be_mended';
  const ready = nlRuling.ready(verdict, asksWhy ? barrier : null, proposed);
  const done = async () => {
    await draft.clear();
    showToast({ text: nlRuling.rules.saved });
    onDone();
  };
  const submit = async () => {
    if (!form.check(verdict === null ? [{ fieldId: 'oordeel', sentence: words.verdictMissing }] : [])) return;
    if (verdict === null) return;
    const finding = { verdict, barrier: asksWhy ? barrier : null, note: note.trim() };
    const sent = await command.send({ proposalId, ruleId: rule.id, finding, seen, checkedOn: today }, { draftKey });
    if (sent.saved) await done();
  };
  return (
    <FormFrame
      title={words.title}
      lead={rule.text}
      {...{ form, command, restored: draft.restored, button: words.save }}
      onSubmit={() => void submit()}
      onSaved={() => void done()}
      onCancel={() => void draft.clear().then(onDone)}
    >
      {rule.help !== '' && <p class="bk-soft">{rule.help}</p>}
      <p>{nlRuling.rules.because(proposed.because, proposed.found, proposed.limit)}</p>
      <RadioGroup
        {...{ id: 'oordeel', label: words.question, error: form.of('oordeel') }}
        options={verdicts.map((value) => ({ value, label: words.verdicts[value], note: words.notes[value] }))}
        value={verdict ?? undefined}
        onValue={(value) => draft.set({ verdict: value })}
      />
      {asksWhy && (
        <RadioGroup<Barrier | 'none'>
          {...{ label: words.barrier }}
          options={[
            { value: 'none', label: words.noBarrier },
            ...barriers.map((value) => ({ value, label: words.barriers[value] })),
          ]}
          value={barrier ?? 'none'}
          onValue={(value) => draft.set({ barrier: value === 'none' ? null : value })}
        />
      )}
      <TextArea
        {...{ label: words.note, hint: words.noteHint, optional: true, rows: 3, maxLength: 2_000, value: note }}
        onValue={(value) => draft.set({ note: value })}
      />
      {ready !== undefined && ready !== note && (
        <Button onClick={() => draft.set({ note: ready })}>{words.sentence(ready)}</Button>
      )}
    </FormFrame>
  );
}

/** What the app proposes is filled in, to be agreed with or not. */
function draftOf(recorded: Finding | undefined, proposed: RuleVerdict | null): CheckDraft {
  if (recorded === undefined) return { verdict: proposed, barrier: null, note: '', seen: null };
  const { verdict, barrier, note } = recorded;
  return { verdict, barrier, note, seen: { verdict, barrier, note } };
}
