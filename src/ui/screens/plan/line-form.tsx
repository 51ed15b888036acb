// One line of the plan: three amounts, a theme, or not at all.
import type { PlannedLine } from '../../../domain/plan/plan.ts';
import type { PlanEdit } from '../../../domain/rows.ts';
import { newId, useCommand } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { Info } from '../../icons.ts';
import { nlPlan } from '../../nl/plan.ts';
import { themeLabel } from '../../nl/themes.ts';
import { Button } from '../../parts/button.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { Note } from '../../parts/status.tsx';
import { MoneyField, SelectField, TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { FormFrame } from '../settings/form-frame.tsx';
import { amountFields, asProposal, draftOf, editOf, lineTyped } from './line-draft.ts';
import type { Plan } from './use-plan.ts';
import { reasonOf } from './words.ts';

const { form: words } = nlPlan;

export interface LineFormProps {
  readonly plan: Plan;
  /** `nieuw` for a line by hand. */
  readonly lineKey: string;
  readonly onDone: () => void;
}

export function LineForm({ plan: { year, lines, themes }, lineKey, onDone }: LineFormProps) {
  const line = lines.find(({ key }) => key === lineKey);
  const command = useCommand('planLine.change');
  const form = useFormErrors();
  const isNew = lineKey === 'nieuw';
  // The key of a new line is kept with the draft: whoever taps twice adds one.
  const draft = useDraft(`plan.line:${year}:${lineKey}`, draftOf(isNew ? newId() : lineKey, line));
  const { key, title, theme, seen } = draft.value;
  const shares = line?.themeShares ?? [];
  const done = async (text: string, undo?: () => void) => {
    await draft.clear();
    showToast({ text, undo });
    onDone();
  };
  const change = async (to: PlanEdit | null, text: string, from: PlanEdit | null) => {
    const back = () => void command.send({ year, key, line: from, seen: to });
    const sent = await command.send({ year, key, line: to, seen: from });
    if (sent.saved) await done(text, back);
  };
  const submit = async () => {
    const typed = lineTyped(draft.value, shares);
    if (form.check(typed.ok ? [] : typed.errors) && typed.ok) await change(typed.line, words.saved, seen);
  };
  if (line === undefined && !isNew) return <Note icon={Info}>{words.gone}</Note>;
  const options = themes.map((theme) => ({ value: String(theme.number), label: themeLabel(theme) }));
  const several = { value: asProposal, label: words.asProposal(shares.length) };
  return (
    <FormFrame
      {...{ title: line?.title ?? words.new, lead: line && reasonOf(line), form, command, button: words.save }}
      {...{ restored: draft.restored, onSubmit: () => void submit(), onSaved: () => void done(words.saved) }}
      onCancel={() => void draft.clear().then(onDone)}
    >
      {line !== undefined && <WholeLine line={line} onChange={(to, text) => void change(to, text, line.edit)} />}
      <TextField
        {...{ id: 'title', label: words.title, value: title, maxLength: 150, error: form.of('title') }}
        onValue={(value) => draft.set({ title: value })}
      />
      {amountFields.map((field) => (
        <MoneyField
          key={field}
          {...{ id: field, label: nlPlan[field], value: draft.value[field], error: form.of(field) }}
          hint={field === 'low' ? words.rangeHint : undefined}
          onValue={(value) => draft.set({ [field]: value })}
        />
      ))}
      <SelectField
        {...{ id: 'theme', label: words.theme, value: theme, none: words.noTheme }}
        options={shares.length > 1 ? [several, ...options] : options}
        onValue={(value) => draft.set({ theme: value })}
      />
    </FormFrame>
  );
}

interface WholeLineProps {
  readonly line: PlannedLine;
  readonly onChange: (to: PlanEdit | null, text: string) => void;
}

/** What is done with the line as a whole, in one tap. */
function WholeLine({ line, onChange }: WholeLineProps) {
  const { title, leftOut, edit, kind } = line;
  return (
    <p class="bk-row bk-gap-3">
      {leftOut ? (
        <Button onClick={() => onChange(editOf(line, false), words.tookBack(title))}>{words.takeBack}</Button>
      ) : (
        <Button onClick={() => onChange(editOf(line, true), words.leftOut(title))}>{words.leaveOut}</Button>
      )}
      {edit !== null && kind !== 'added' && (
        <Button kind="quiet" onClick={() => onChange(null, words.saved)}>
          {words.asDraft}
        </Button>
      )}
    </p>
  );
}
