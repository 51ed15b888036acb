import type { OpenTask } from '../../../domain/tasks/openTasks.ts';
import { useCommand } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { nlTasks } from '../../nl/tasks.ts';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { SelectField, TextArea } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { FormFrame } from '../settings/form-frame.tsx';
import { filledIn } from '../year/year-form-frame.tsx';
import type { TasksData } from './use-tasks.ts';

const words = nlTasks.hand;

export interface TaskFormProps {
  readonly data: TasksData;
  readonly task: OpenTask;
  readonly onDone: () => void;
}

/** To whom, and what the other has to know: what somebody knows about it does not leave with him. */
export function HandForm({ data, task, onDone }: TaskFormProps) {
  const { key, doerIds, ownerId } = task;
  const command = useCommand('task.handOver');
  const form = useFormErrors();
  // What the sender had before her, also when it changes while she types.
  const empty = { to: '', note: task.note, seenOwnerId: data.seenOwnerId(task) };
  const draftKey = `task.handOver:${key}`;
  const draft = useDraft(draftKey, empty);
  const { to, note, seenOwnerId } = draft.value;
  const options = data.people
    .filter(({ id }) => doerIds.includes(id) && id !== ownerId)
    .map(({ id }) => ({ value: id, label: data.nameOf(id) }));
  const done = () => {
    showToast({ text: words.sent(data.nameOf(to)) });
    void draft.clear().then(onDone);
  };
  const submit = async () => {
    if (command.busy || !form.check(filledIn('to', to, words.toMissing))) return;
    const args = { taskId: key, toPersonId: to, note: note.trim(), seenOwnerId };
    if ((await command.send(args, { draftKey })).saved) done();
  };
  return (
    <FormFrame
      {...{ title: words.title, lead: data.lineOf(task).title, form, command, restored: draft.restored }}
      {...{ button: words.send, onSaved: done, onSubmit: () => void submit() }}
      onCancel={() => void draft.clear().then(onDone)}
    >
      {options.length === 0 && <p>{words.alone}</p>}
      <SelectField
        {...{ id: 'to', label: words.to, hint: words.toHint, none: words.choose, options, value: to }}
        error={form.of('to')}
        onValue={(value) => draft.set({ to: value })}
      />
      <TextArea
        {...{ id: 'note', label: words.note, hint: words.noteHint, optional: true, rows: 3, maxLength: 1_000 }}
        value={note}
        onValue={(value) => draft.set({ note: value })}
      />
    </FormFrame>
  );
}
