import type { Role } from '../../../domain/rows.ts';
import { newId, useCommand } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { nlSettings } from '../../nl/settings.ts';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { TextField } from '../../parts/text-fields.tsx';
import { FormFrame } from './form-frame.tsx';
import { RoleField } from './role-field.tsx';

export interface AddMemberProps {
  readonly onAdded: (personId: string) => void;
  readonly onCancel: () => void;
}

interface NewMember {
  readonly name: string;
  readonly role: Role | '';
  /** Made when the form opens and kept with the draft: after a crash the same member is sent again, not a second one. */
  readonly personId: string;
}

export function AddMember({ onAdded, onCancel }: AddMemberProps) {
  const command = useCommand('member.add');
  const form = useFormErrors();
  const draft = useDraft<NewMember>('settings.member', { name: '', role: '', personId: newId() });
  const { name, role, personId } = draft.value;
  const { add: words } = nlSettings;
  const done = async () => {
    await draft.clear();
    onAdded(personId);
  };
  const submit = async () => {
    const errors = [
      ...(name.trim() === '' ? [{ fieldId: 'name', sentence: words.errors.name }] : []),
      ...(role === '' ? [{ fieldId: 'role', sentence: words.errors.role }] : []),
    ];
    if (!form.check(errors) || role === '') return;
    if ((await command.send({ personId, name: name.trim(), role, proposalIds: [] })).saved) await done();
  };
  return (
    <FormFrame
      title={words.title}
      form={form}
      command={command}
      restored={draft.restored}
      button={words.button(role === '' ? undefined : role)}
      onSubmit={() => void submit()}
      onSaved={() => void done()}
      onCancel={() => void draft.clear().then(onCancel)}
    >
      <TextField
        id="name"
        label={words.name}
        hint={words.nameHint}
        error={form.of('name')}
        value={name}
        onValue={(value) => draft.set({ name: value })}
        maxLength={100}
      />
      <RoleField
        label={words.role}
        error={form.of('role')}
        value={role === '' ? undefined : role}
        onValue={(value) => draft.set({ role: value })}
      />
    </FormFrame>
  );
}
