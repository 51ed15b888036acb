/** What several commands have in common. */
import { canonical } from '../canonical.ts';
import { type Context, Rejection, type Tx } from '../command.ts';
import type { Cents, IsoDate, Member, Photo, Proposal, Role } from '../rows.ts';

export const same = (a: unknown, b: unknown): boolean => a === b || canonical(a) === canonical(b);

/** The day of `ctx.at`, for rows whose command carries no date of its own. Only shown, never compared (promise 8). */
export const dayOf = (ctx: Context): IsoDate => ctx.at.slice(0, 10);

/** An initiator's member row. He does not see member rows (scope com), so on his own phone it is made from his rights;
 *  `proposal.create` writes it there too, and a proposal that he made without a connection is his own at once. */
export function ownMember(tx: Tx, ctx: Context): Member {
  const { personId, role, proposalIds } = ctx.actor;
  return tx.get('member', personId) ?? { id: personId, role: role as Role, proposalIds, active: true };
}

export function mustOwnProposal(tx: Tx, ctx: Context, proposalId: string): void {
  if (ctx.actor.role !== 'initiator') return;
  if (!ownMember(tx, ctx).proposalIds.includes(proposalId)) throw new Rejection('not_permitted');
}

/** The proposal, once it is here, when the actor may touch it. */
export function mustHaveProposal(tx: Tx, ctx: Context, proposalId: string): Proposal {
  const proposal = tx.mustOrWait('proposal', proposalId);
  mustOwnProposal(tx, ctx, proposalId);
  return proposal;
}

/** For moving money by choice. What was spent already is recorded whatever there is. */
export function mustHave(availableCents: Cents, amountCents: Cents): void {
  if (amountCents > availableCents) throw new Rejection('not_enough', { leftCents: availableCents });
}

type Fields<T> = { readonly [K in keyof T]?: T[K] | undefined };
export interface Change<T> {
  readonly fields: Fields<T>;
  readonly seen: Fields<T>;
}

/** What a change really changes: `before` and `after` of the fields whose value differs, undefined when there are none.
 *  A guarded field is refused when it no longer holds what the author saw. Values are compared and not row versions,
 *  because an earlier command of the same author that is still under way moves the version too: by version, two changes
 *  made one after the other without a connection would refuse each other. */
export function changesOf<T extends object>(
  current: T,
  change: Change<NoInfer<T>>,
  guarded: readonly (keyof T)[],
): { readonly before: Partial<T>; readonly after: Partial<T> } | undefined {
  const before: Partial<T> = {};
  const after: Partial<T> = {};
  for (const key of Object.keys(change.fields) as (keyof T)[]) {
    const wanted = change.fields[key];
    if (wanted === undefined || same(wanted, current[key])) continue;
    if (guarded.includes(key) && !same(change.seen[key], current[key])) throw new Rejection('changed_meanwhile');
    before[key] = current[key];
    after[key] = wanted;
  }
  return Object.keys(after).length === 0 ? undefined : { before, after };
}

/** Both lists without doubles, by hash, so that the order in which two phones send them does not matter. */
export function mergePhotos(a: readonly Photo[], b: readonly Photo[]): readonly Photo[] {
  const byHash = new Map([...a, ...b].map((photo) => [photo.sha256, photo]));
  return [...byHash.values()].sort((x, y) => (x.sha256 < y.sha256 ? -1 : 1));
}

const votingRoles = ['chair', 'secretary', 'treasurer', 'member'] as const;

/** Everybody who is in the committee now and may vote. */
export function votingMembers(tx: Tx): readonly Member[] {
  return votingRoles.flatMap((role) => tx.list('member', 'role', role)).filter((member) => member.active);
}
