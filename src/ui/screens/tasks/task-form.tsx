// A task that somebody writes down, and another text or day for one.
import { newId, useCommand } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { Eye } from '../../icons.ts';
import { titleOr } from '../../nl/proposals.ts';
import { nlTasks } from '../../nl/tasks.ts';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { Note } from '../../parts/status.tsx';
import { DateField, SelectField, TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { FormFrame } from '../settings/form-frame.tsx';
import { filledIn } from '../year/year-form-frame.tsx';
import type { TaskFormProps } from './hand-form.tsx';
import type { TasksData } from './use-tasks.ts';

const words = nlTasks.form;
const district = 'stadsdeelbeheer'; // no id of a person
const orNull = (value: string): string | null => (value === '' ? null : value);
const closed = ['finished', 'refused', 'withdrawn'];

export function TaskAdd({ data, onDone }: { readonly data: TasksData; readonly onDone: () => void }) {
  const command = useCommand('task.add');
  const form = useFormErrors();
  const draftKey = 'task.add';
  const draft = useDraft(draftKey, { taskId: newId(), text: '', due: '', proposalId: '', ownerId: data.personId });
  const { taskId, text, due, proposalId, ownerId } = draft.value;
  const done = () => {
    showToast({ text: words.saved });
    void draft.clear().then(onDone);
  };
  const submit = async () => {
    if (command.busy || !form.check(filledIn('text', text, words.textMissing))) return;
    const about = data.rows.proposals.find(({ id }) => id === proposalId)?.title ?? '';
    const args = {
      ...{ taskId, text: text.trim(), dueOn: orNull(due), addedOn: data.today },
      ...{ proposalId: orNull(proposalId), ownerId: ownerId === district ? null : orNull(ownerId) },
      district: ownerId === district ? { about } : null,
    };
    if ((await command.send(args, { draftKey })).saved) done();
  };
  const open = data.rows.proposals.filter(({ state }) => !closed.includes(state));
  return (
    <FormFrame
      {...{ title: words.newTitle, form, command, restored: draft.restored, button: words.add, onSaved: done }}
      onSubmit={() => void submit()}
      onCancel={() => void draft.clear().then(onDone)}
    >
      <TextAndDay {...{ text, due, error: form.of('text') }} onChange={(fields) => draft.set(fields)} />
      <SelectField
        {...{ id: 'proposal', label: words.proposal, none: words.noProposal, value: proposalId }}
        options={open.map(({ id, title }) => ({ value: id, label: titleOr(title) }))}
        onValue={(value) => draft.set({ proposalId: value })}
      />
      <SelectField
        {...{ id: 'who', label: words.who, none: words.nobody, value: ownerId }}
        options={[
          ...data.people.map(({ id }) => ({ value: id, label: data.nameOf(id) })),
          { value: district, label: nlTasks.district.name },
        ]}
        onValue={(value) => draft.set({ ownerId: value })}
      />
      {ownerId === district && <Note icon={Eye}>{nlTasks.district.reads}</Note>}
    </FormFrame>
  );
}

export function TaskChange({ task, onDone }: TaskFormProps) {
  const command = useCommand('task.change');
  const form = useFormErrors();
  const seen = { text: task.text, dueOn: task.dueOn };
  const draftKey = `task.change:${task.key}`;
  const draft = useDraft(draftKey, { text: task.text, due: task.dueOn ?? '', seen });
  const { text, due, seen: before } = draft.value;
  const done = () => {
    showToast({ text: words.saved });
    void draft.clear().then(onDone);
  };
  const submit = async () => {
    if (command.busy || !form.check(filledIn('text', text, words.textMissing))) return;
    const fields = { text: text.trim(), dueOn: orNull(due) };
    if ((await command.send({ taskId: task.key, fields, seen: before }, { draftKey })).saved) done();
  };
  return (
    <FormFrame
      {...{ title: words.changeTitle, form, command, restored: draft.restored, button: words.add, onSaved: done }}
      onSubmit={() => void submit()}
      onCancel={() => void draft.clear().then(onDone)}
    >
      <TextAndDay {...{ text, due, error: form.of('text') }} onChange={(fields) => draft.set(fields)} />
    </FormFrame>
  );
}

interface TextAndDayProps {
  readonly text: string;
  readonly due: string;
  readonly error: string | undefined;
  readonly onChange: (fields: { readonly text: string } | { readonly due: string }) => void;
}

function TextAndDay({ text, due, error, onChange }: TextAndDayProps) {
  return (
    <>
      <TextField
        {...{ id: 'text', label: words.text, hint: words.textHint, maxLength: 300, value: text, error }}
        onValue={(value) => onChange({ text: value })}
      />
      <DateField
        {...{ id: 'due', label: words.due, optional: true, value: due }}
        onValue={(value) => onChange({ due: value })}
      />
    </>
  );
}
