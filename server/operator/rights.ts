/** What a restored backup does to rights: it knows nothing of who was removed or signed off after it was made. */
import { currentBody } from '../../src/domain/rowShapes.ts';
import type { Person } from '../../src/domain/rows.ts';
import { Accounts } from '../accounts.ts';
import { listCommittees } from '../db/committees.ts';
import type { Database } from '../db/database.ts';
import { createStore } from '../db/store.ts';
import { type ErasedName, eraseAgain, noteErased } from '../erased.ts';
import { revokeAgain, revokedIn } from '../revoked.ts';
import type { Services } from '../services.ts';
import type { Restored } from './restored.ts';

export interface Standing {
  readonly committeeId: string;
  readonly personId: string;
  readonly name: string;
  readonly role: string; // or 'removed'
}
export interface Rights {
  readonly members: readonly Standing[];
  readonly revoked: readonly string[]; // device ids
  readonly erased: readonly ErasedName[];
}
/** Somebody who stands in the restored data otherwise than in those that were replaced. */
export interface Undone extends Standing {
  readonly roleNow: string;
}

/** Also of the file beside the database. */
export async function readRights(database: Database, dataDir: string): Promise<Rights> {
  const accounts = new Accounts(database);
  const store = createStore(database);
  const members: Standing[] = [];
  const revoked = new Set(revokedIn(dataDir));
  const erased: ErasedName[] = [];
  for (const { id: committeeId } of await listCommittees(database)) {
    for (const { member } of await accounts.membersOf(committeeId)) {
      const { id: personId, active, role } = member;
      const person = await store.read((snapshot) => snapshot.row(committeeId, `person/${personId}`));
      const { name, erasedOn } = person === undefined ? { name: '' } : (currentBody(person) as Person);
      if (erasedOn !== undefined) erased.push({ committeeId, personId });
      members.push({ committeeId, personId, name, role: active ? role : 'removed' });
      for (const { id, state } of await accounts.devicesOf([personId])) if (state === 'revoked') revoked.add(id);
    }
  }
  return { members, revoked: [...revoked], erased };
}

/** Gives back what of the former rights it can, erases the names that the backup brought back, and names the rest. `former` is null when those data cannot be read. */
export async function mendRights(
  services: Services,
  dataDir: string,
  former: Rights | null,
): Promise<Pick<Restored, 'devicesRevoked' | 'undone' | 'namesBack'>> {
  for (const name of former?.erased ?? []) noteErased(dataDir, name);
  const namesBack = await eraseAgain(services, dataDir);
  const undone = former === null ? null : undoneBetween(former, await readRights(services.database, dataDir));
  return {
    namesBack,
    undone,
    devicesRevoked: await revokeAgain(services.accounts, dataDir, former?.revoked),
  };
}

/** Members whose removal or other role the backup does not know. Their chair's phone sends it again; until then they have
 *  the rights of before, so the operator must hear of it. */
function undoneBetween(former: Rights, restored: Rights): readonly Undone[] {
  const key = ({ committeeId, personId }: Standing): string => `${committeeId}/${personId}`;
  const now = new Map(restored.members.map((member) => [key(member), member.role]));
  return former.members.flatMap((member) => {
    const roleNow = now.get(key(member));
    return roleNow === undefined || roleNow === member.role ? [] : [{ ...member, roleNow }];
  });
}
