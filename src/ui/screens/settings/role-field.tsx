import type { Role } from '../../../domain/rows.ts';
import { useMe } from '../../data.ts';
import { nlSettings } from '../../nl/settings.ts';
import { RadioGroup } from '../../parts/choice-fields.tsx';

/** Initiators are invited from their own dossier, which binds them to it. */
const roles = [
  'chair',
  'secretary',
  'treasurer',
  'member',
  'auditor',
  'district_manager',
] as const satisfies readonly Role[];

export interface RoleFieldProps {
  readonly label: string;
  readonly value: Role | undefined;
  readonly onValue: (role: Role) => void;
  readonly error?: string | undefined;
}

export function RoleField({ label, value, onValue, error }: RoleFieldProps) {
  const { access } = useMe();
  const offered = access.role === 'chair' ? roles : roles.filter((role) => role !== 'chair');
  return (
    <RadioGroup<Role>
      id="role"
      label={label}
      error={error}
      value={value}
      onValue={onValue}
      options={offered.map((role) => ({ value: role, ...nlSettings.role(role) }))}
    />
  );
}
