/** Who may see which row: one function for pull, photo download, search and export (SYNC 6.10, D12). */
import type { Attachment, Role, Row, Rows, RowType, SupportSheet } from './rows.ts';

/** pub: everybody who is signed in to the committee · com: the committee · fin: treasurer, auditor, chair ·
 *  dist: the committee, district manager and city · prop:<id>: the committee and the initiator of that proposal. */
export type Scope = 'pub' | 'com' | 'fin' | 'dist' | `prop:${string}`;

/** The rights of one person in one committee at one moment. `v` is the version of the member row. `system` is the server
 *  itself: what its operator loads, and what another committee on it did. */
export interface Access {
  readonly personId: string;
  readonly role: Role | 'founder' | 'system';
  readonly proposalIds: readonly string[];
  readonly v: number;
}

const committeeRoles: ReadonlySet<Access['role']> = new Set(['chair', 'secretary', 'treasurer', 'member', 'auditor']);
const moneyRoles: ReadonlySet<Access['role']> = new Set(['chair', 'treasurer', 'auditor']);

export const isCommitteeRole = (role: Access['role']): boolean => committeeRoles.has(role);
/** Members who decide: they count for the quorum and may vote. */
export const isVotingRole = (role: Access['role']): boolean =>
  role === 'chair' || role === 'secretary' || role === 'treasurer' || role === 'member';

export function visible(access: Access, scope: Scope): boolean {
  if (access.role === 'founder' || access.role === 'system') return false;
  if (scope === 'pub') return true;
  if (scope === 'fin') return moneyRoles.has(access.role);
  if (committeeRoles.has(access.role)) return true;
  if (scope === 'dist') return access.role === 'district_manager';
  if (scope === 'com') return false;
  return access.role === 'initiator' && access.proposalIds.includes(scope.slice('prop:'.length));
}

/** All scopes that `visible` lets through, for a store's WHERE clause: named ones, and whether every proposal is included. */
export function visibleScopes(access: Access): { readonly scopes: readonly Scope[]; readonly everyProposal: boolean } {
  const named = (['pub', 'com', 'fin', 'dist'] as const).filter((scope) => visible(access, scope));
  if (committeeRoles.has(access.role)) return { scopes: named, everyProposal: true };
  const own = access.role === 'initiator' ? access.proposalIds.map((id): Scope => `prop:${id}`) : [];
  return { scopes: [...named, ...own], everyProposal: false };
}

type ScopeRule<T extends RowType> = (row: Rows[T]) => Scope;
const ofProposal = (row: { readonly proposalId: string }): Scope => `prop:${row.proposalId}`;

const scopeRules: { readonly [T in RowType]: ScopeRule<T> } = {
  committee: () => 'pub',
  budgetYear: () => 'pub',
  person: () => 'com',
  member: () => 'com',
  proposal: (row) => `prop:${row.id}`,
  proposalChange: ofProposal,
  proposalNote: () => 'com',
  supportSheet: () => 'com', // holds photos of signatures
  supportCount: () => 'com',
  supportArea: () => 'com',
  supportIndication: () => 'com', // may name neighbours
  supportJudgement: () => 'com',
  meeting: () => 'com',
  agendaItem: () => 'com',
  presence: () => 'com',
  recusal: () => 'com',
  meetingRules: () => 'com',
  presenceMark: () => 'com',
  guest: () => 'com',
  minutesNote: () => 'com',
  listAdoption: () => 'com',
  decision: (row) => (row.published ? 'pub' : ofProposal(row)),
  decisionCorrection: (row) => (row.published ? 'pub' : ofProposal(row)),
  consultation: () => 'pub', // it is announced to the neighbourhood
  consultationAttendance: () => 'com',
  ballotStack: () => 'com', // single papers: of a small vote they could be recognised
  ballotCount: () => 'com',
  consultationResult: () => 'pub',
  claim: ofProposal,
  claimAccount: () => 'fin',
  receipt: ofProposal,
  payment: ofProposal,
  bankAccount: () => 'fin',
  bankImport: () => 'fin',
  bankTransaction: () => 'fin',
  bankMatch: () => 'fin',
  matchRule: () => 'fin',
  ledgerLine: () => 'dist',
  quarter: () => 'pub',
  rule: () => 'pub',
  savingsGoal: () => 'dist',
  organisationCost: () => 'dist',
  transfer: () => 'dist',
  storedPhoto: () => 'pub', // a hash and a size; the bytes are asked through the row that shows them
  idea: () => 'com',
  ideaChannels: () => 'com',
  proposalComment: ofProposal,
  proposalDocument: (row) => (row.kind === 'paper_form' ? 'com' : ofProposal(row)), // an address, a signature
  proposalOwner: () => 'com',
  lesson: ofProposal,
  coFinancing: ofProposal,
  counterContribution: ofProposal,
  ruleCheck: () => 'com',
  advice: () => 'dist', // what it says of the proposal is meant for the district
  adviceAnswer: () => 'dist',
  planLine: () => 'com', // a draft: what is sent is in spendingPlan
  spendingPlan: () => 'dist',
  outcome: (row) => `prop:${row.id}`,
  publishedOutcome: (row) => (row.published ? 'pub' : `prop:${row.id}`),
  proposalGuide: ofProposal,
  volunteerHours: () => 'dist',
  familiarityCount: () => 'dist',
  paymentFile: () => 'fin',
  auditCheck: () => 'com',
  auditFinding: () => 'com',
  auditStatement: () => 'dist', // the city relies on it
  countersign: () => 'dist', // whom it is asked of
  // Who carries how much is the committee's own business.
  task: ({ written }) => (written?.district === undefined ? 'com' : 'dist'),
};

export function scopeOf<T extends RowType>(type: T, row: Rows[T]): Scope {
  return scopeRules[type](row);
}

type Shows = Partial<{ readonly [T in RowType]: (row: Rows[T]) => readonly Attachment[] }>;
const attachments: Shows = {
  supportSheet: (row) => row.photos,
  supportIndication: (row) => row.photos,
  receipt: (row) => row.photos,
  idea: (row) => (row.voice === null ? row.photos : [...row.photos, row.voice]),
  counterContribution: (row) => row.photos,
  proposalDocument: (row) => row.photos,
  outcome: (row) => row.photos.map(({ photo }) => photo),
  publishedOutcome: (row) => row.photos,
};

export const showsPhotos = (type: RowType): boolean => attachments[type] !== undefined;

/** Hashes of photos that a row showed until they were destroyed. */
export const destroyedPhotosOf = (type: RowType, row: Row): readonly string[] =>
  type === 'supportSheet' ? ((row as SupportSheet).destroyed?.photos ?? []) : [];

/** Hashes of the photos, and of what was spoken, that a row shows: whoever may see the row may see these bytes. */
export function photosOf(type: RowType, row: Row): readonly string[] {
  return attachments[type]?.(row as never).map(({ sha256 }) => sha256) ?? [];
}
