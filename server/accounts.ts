/** Sign-in without passwords: an invitation makes a person's device and its session, once. Devices can be named and
 *  revoked. Rights are not here: they are in the member rows of the committees. */
import { currentBody } from '../src/domain/rowShapes.ts';
import type { Member, Role, Rows, RowType } from '../src/domain/rows.ts';
import { codeHash, newCode, newToken, readCode, sha256 } from './codes.ts';
import * as queries from './db/accountQueries.ts';
import type { Connection, Database } from './db/database.ts';
import { committee as committeeQuery, row as rowQuery } from './db/queries.ts';
import type { DeviceTable, InviteTable, RowTable } from './db/schema.ts';

export const linkValidMs = 14 * 24 * 3_600_000;
export const codeValidMs = 15 * 60_000;
export const codeTriesMax = 10;
export const sessionValidMs = 400 * 24 * 3_600_000; // browsers keep no cookie longer
const repeatMs = 10 * 60_000; // a lost answer: the same device may ask once more with the same link

export interface Invitation {
  readonly kind: 'first' | 'member' | 'device';
  readonly committeeId: string | null;
  readonly personId: string;
}
export interface IssuedInvite {
  readonly token: string;
  readonly code: string;
  readonly expiresAt: number; // ms; of the link
  readonly codeExpiresAt: number;
}
export interface NewDevice {
  readonly id: string;
  readonly name: string;
  readonly publicKey: string | null;
}
export interface Session {
  readonly deviceId: string;
  readonly personId: string;
  readonly revoked: boolean;
}
export type InviteProblem = 'invite_unknown' | 'invite_used' | 'invite_expired' | 'code_dead' | 'device_taken';
export type SignedIn = Invitation & { readonly deviceId: string; readonly sessionToken: string };

export interface Membership {
  readonly committeeId: string;
  readonly name: string; // of the committee, '' before the committee row is there
  readonly role: Role;
}

export class Accounts {
  readonly #database: Database;
  readonly #now: () => number;

  constructor(database: Database, now: () => number = Date.now) {
    this.#database = database;
    this.#now = now;
  }

  invite({ kind, committeeId, personId }: Invitation): Promise<IssuedInvite> {
    const now = this.#now();
    const token = newToken();
    const [expiresAt, codeExpiresAt] = [now + linkValidMs, now + codeValidMs];
    return this.#alone(async (connection) => {
      await connection.run(queries.removeDeadInvites, { before: now - linkValidMs });
      await connection.run(queries.forgetOldCodes, { now });
      const code = await freeCode(connection);
      const parts = readCode(code);
      await connection.run(queries.saveInvite, {
        ...{ token_hash: sha256(token), committee_id: committeeId, person_id: personId, kind },
        ...{ code_name: parts?.name ?? null, code_hash: parts === undefined ? null : codeHash(parts) },
        ...{ expires_at: expiresAt, code_expires_at: codeExpiresAt, tries: 0, used_at: null, used_by: null },
      });
      return { token, code, expiresAt, codeExpiresAt };
    });
  }

  /** What the invitation is for, without using it. */
  async peek(secret: Secret, deviceId: string): Promise<Invitation | InviteProblem> {
    const now = this.#now();
    const found = await this.#alone((connection) => findInvite(connection, secret, now, deviceId));
    return typeof found === 'string' ? found : invitationOf(found);
  }

  /** Uses the invitation: it makes the device, or takes it in again, and gives it a session. */
  signIn(secret: Secret, wanted: NewDevice): Promise<SignedIn | InviteProblem> {
    const now = this.#now();
    return this.#alone(async (connection) => {
      const invite = await findInvite(connection, secret, now, wanted.id);
      if (typeof invite === 'string') return invite;
      const invitation = invitationOf(invite);
      const known = await connection.get(queries.device, { id: wanted.id });
      // A name that somebody else's device has, or one that was revoked, is not taken over.
      if (known !== undefined && (known.person_id !== invitation.personId || known.state === 'revoked')) {
        return 'device_taken';
      }
      await saveDevice(connection, wanted, invitation.personId, known, now);
      await connection.run(queries.saveInvite, { ...invite, used_at: invite.used_at ?? now, used_by: wanted.id });
      const sessionToken = newToken();
      await connection.run(queries.addSession, {
        ...{ token_hash: sha256(sessionToken), device_id: wanted.id, person_id: invitation.personId },
        expires_at: now + sessionValidMs,
      });
      return { ...invitation, deviceId: wanted.id, sessionToken };
    });
  }

  /** Who is asking. A revoked device is still known, so that it can be told to clean up. */
  session(token: string): Promise<Session | undefined> {
    return this.#database.read(async (connection) => {
      const found = await connection.get(queries.session, { token_hash: sha256(token) });
      if (found === undefined || found.expires_at < this.#now()) return undefined;
      return { deviceId: found.device_id, personId: found.person_id, revoked: found.state === 'revoked' };
    });
  }

  /** Called when the app starts: whoever uses it at least once a year stays signed in. */
  keepSession(token: string, deviceId: string): Promise<void> {
    const now = this.#now();
    return this.#database.write(async (connection) => {
      await connection.run(queries.extendSession, { token_hash: sha256(token), expires_at: now + sessionValidMs });
      await connection.run(queries.sawDevice, { id: deviceId, now });
    });
  }

  endSession(token: string): Promise<void> {
    return this.#database.write(async (connection) => {
      await connection.run(queries.endSession, { token_hash: sha256(token) });
    });
  }

  device(id: string): Promise<DeviceTable | undefined> {
    return this.#database.read((connection) => connection.get(queries.device, { id }));
  }

  devicesOf(personIds: readonly string[]): Promise<readonly DeviceTable[]> {
    return this.#database.read(async (connection) => {
      const found: DeviceTable[] = [];
      for (const person of personIds) found.push(...(await connection.all(queries.devicesOf, { person })));
      return found;
    });
  }

  changeDevice(id: string, change: Partial<Pick<DeviceTable, 'name' | 'state'>>): Promise<boolean> {
    return this.#alone(async (connection) => {
      const device = await connection.get(queries.device, { id });
      if (device === undefined) return false;
      await connection.run(queries.saveDevice, { ...device, ...change });
      return true;
    });
  }

  /** People call their devices by their own names. Of somebody who is in no committee any more these go. */
  async forgetDeviceNames(personId: string): Promise<void> {
    if ((await this.committeesOf(personId)).length > 0) return;
    for (const { id } of await this.devicesOf([personId])) await this.changeDevice(id, { name: 'Toestel' });
  }

  committeesOf(personId: string): Promise<readonly Membership[]> {
    return this.#database.read(async (connection) => {
      const places: Membership[] = [];
      for (const { committee_id: committeeId, ...record } of await connection.all(queries.membershipsOf, {
        person: personId,
      })) {
        const member = bodyOf('member', record);
        if (!member.active) continue;
        const row = await connection.get(rowQuery, { committee: committeeId, type: 'committee', id: committeeId });
        const name = row === undefined ? '' : bodyOf('committee', row).name;
        places.push({ committeeId, name, role: member.role });
      }
      return places;
    });
  }

  /** Member rows, removed members included; `v` is the seq at which the row last changed. */
  membersOf(committeeId: string): Promise<readonly { readonly member: Member; readonly v: number }[]> {
    return this.#database.read(async (connection) => {
      const found = await connection.all(queries.membersOf, { committee: committeeId });
      return found.map((record) => ({ member: bodyOf('member', record), v: record.v }));
    });
  }

  /** What people call a committee or a member; '' before its row is there. */
  nameOf(type: 'committee' | 'person', committeeId: string, id: string): Promise<string> {
    return this.#database.read(async (connection) => {
      const row = await connection.get(rowQuery, { committee: committeeId, type, id });
      return row === undefined ? '' : bodyOf(type, row).name;
    });
  }

  /** The committee that this person was invited to found, while it is not founded. */
  foundingOf(personId: string): Promise<string | null> {
    return this.#database.read(
      async (connection) => (await connection.get(queries.foundingOf, { person: personId }))?.id ?? null,
    );
  }

  committeeExists(id: string): Promise<boolean> {
    return this.#database.read(async (connection) => (await connection.get(committeeQuery, { id })) !== undefined);
  }

  /** True while nobody founded a committee here: then the server prints a first link. */
  isEmpty(): Promise<boolean> {
    return this.#database.read(async (connection) => (await connection.get(queries.foundedCount, {}))?.count === 0);
  }

  /** Invitations and devices change one at a time, on all nodes together: a link works once, and a try counts once. */
  #alone<T>(body: (connection: Connection) => Promise<T>): Promise<T> {
    return this.#database.write(async (connection) => {
      await connection.lock('accounts');
      return body(connection);
    });
  }

  /** A new first link replaces the ones that nobody used: an old one on a screen somewhere opens nothing. */
  removeFirstInvites(): Promise<void> {
    return this.#database.write(async (connection) => {
      await connection.run(queries.removeFirstInvites, {});
    });
  }
}

function bodyOf<T extends RowType>(type: T, { sv, body }: Pick<RowTable, 'sv' | 'body'>): Rows[T] {
  return currentBody({ type, sv, body: JSON.parse(body) }) as Rows[T];
}

export type Secret = { readonly token: string } | { readonly code: string };

const invitationOf = ({ kind, committee_id, person_id }: InviteTable): Invitation => ({
  kind: kind as Invitation['kind'],
  committeeId: committee_id,
  personId: person_id,
});

/** The invitation that a secret opens, or why it does not. A wrong second half of a code costs one try. */
async function findInvite(
  connection: Connection,
  secret: Secret,
  now: number,
  deviceId: string,
): Promise<InviteTable | InviteProblem> {
  const invite = await ('token' in secret ? byToken(connection, secret.token) : byCode(connection, secret.code, now));
  if (typeof invite === 'string') return invite;
  if (invite.expires_at < now) return 'invite_expired';
  if (invite.used_at === null) return invite;
  const repeated = invite.used_by === deviceId && now - invite.used_at < repeatMs;
  return repeated ? invite : 'invite_used';
}

async function byToken(connection: Connection, token: string): Promise<InviteTable | InviteProblem> {
  return (await connection.get(queries.inviteByToken, { token_hash: sha256(token) })) ?? 'invite_unknown';
}

async function byCode(connection: Connection, typed: string, now: number): Promise<InviteTable | InviteProblem> {
  const code = readCode(typed);
  const invite = code && (await connection.get(queries.inviteByCode, { code_name: code.name }));
  if (code === undefined || invite === undefined) return 'invite_unknown';
  if (invite.tries >= codeTriesMax) return 'code_dead';
  if ((invite.code_expires_at ?? 0) < now) return 'invite_expired';
  if (invite.code_hash === codeHash(code)) return invite;
  await connection.run(queries.saveInvite, { ...invite, tries: invite.tries + 1 });
  return 'invite_unknown';
}

async function freeCode(connection: Connection): Promise<string> {
  for (let n = 0; n < 100; n += 1) {
    const code = newCode();
    const name = readCode(code)?.name ?? '';
    if ((await connection.get(queries.inviteByCode, { code_name: name })) === undefined) return code;
  }
  throw new Error('no free code: too many invitations in a quarter of an hour');
}

async function saveDevice(
  connection: Connection,
  { id, name, publicKey }: NewDevice,
  personId: string,
  known: DeviceTable | undefined,
  now: number,
): Promise<void> {
  await connection.run(queries.saveDevice, {
    ...{ id, name, person_id: personId, state: 'active', seen_at: now, created_at: known?.created_at ?? now },
    public_key: publicKey ?? known?.public_key ?? null,
  });
}
