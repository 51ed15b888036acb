// The words for roles. Roles, not names, on anything that may be shown or printed.
import type { Access } from '../../domain/access.ts';

export const roleNames: Readonly<Record<Access['role'], string>> = {
  chair: 'voorzitter',
  secretary: 'secretaris',
  treasurer: 'penningmeester',
  member: 'lid',
  auditor: 'lid van de kascommissie',
  district_manager: 'stadsdeelmanager',
  initiator: 'initiatiefnemer',
  founder: 'oprichter',
  system: 'server',
};

/** With its article, for a sentence: "door de voorzitter", "door het lid". */
export const theRole = (role: Access['role']): string =>
  `${role === 'member' || role === 'auditor' ? 'het' : 'de'} ${roleNames[role]}`;
