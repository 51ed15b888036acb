/** Sign-in without passwords: an invitation makes a person's device and its session, once. Devices can be named and
 *  revoked. Rights are not here: they are in the member rows of the committees. */
import type { Committee, Member, Role } from '../src/domain/rows.ts';
import { codeHash, newCode, newToken, readCode, sha256 } from './codes.ts';
import * as queries from './db/accountQueries.ts';
import type { Connection } from './db/connection.ts';
import type { Database } from './db/database.ts';
import { committee as committeeQuery, row as rowQuery } from './db/queries.ts';
import type { DeviceTable, InviteTable } from './db/schema.ts';

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
    return this.#database.write(async (connection) => {
      connection.run(queries.removeDeadInvites, { before: now - linkValidMs });
      connection.run(queries.forgetOldCodes, { now });
      const code = freeCode(connection);
      const parts = readCode(code);
      connection.run(queries.saveInvite, {
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
    const found = await this.#database.write(async (connection) => findInvite(connection, secret, now, deviceId));
    return typeof found === 'string' ? found : invitationOf(found);
  }

  /** Uses the invitation: it makes the device, or takes it in again, and gives it a session. */
  signIn(secret: Secret, wanted: NewDevice): Promise<SignedIn | InviteProblem> {
    const now = this.#now();
    return this.#database.write(async (connection) => {
      const invite = findInvite(connection, secret, now, wanted.id);
      if (typeof invite === 'string') return invite;
      const invitation = invitationOf(invite);
      const known = connection.get(queries.device, { id: wanted.id });
      // A name that somebody else's device has, or one that was revoked, is not taken over.
      if (known !== undefined && (known.person_id !== invitation.personId || known.state === 'revoked')) {
        return 'device_taken';
      }
      saveDevice(connection, wanted, invitation.personId, known, now);
      connection.run(queries.saveInvite, { ...invite, used_at: invite.used_at ?? now, used_by: wanted.id });
      const sessionToken = newToken();
      connection.run(queries.saveSession, {
        ...{ token_hash: sha256(sessionToken), device_id: wanted.id, person_id: invitation.personId },
        expires_at: now + sessionValidMs,
      });
      return { ...invitation, deviceId: wanted.id, sessionToken };
    });
  }

  /** Who is asking. A revoked device is still known, so that it can be told to clean up. */
  session(token: string): Promise<Session | undefined> {
    return this.#database.read(async (connection) => {
      const found = connection.get(queries.session, { token_hash: sha256(token) });
      if (found === undefined || found.expires_at < this.#now()) return undefined;
      return { deviceId: found.device_id, personId: found.person_id, revoked: found.state === 'revoked' };
    });
  }

  /** Called when the app starts: whoever uses it at least once a year stays signed in. */
  keepSession(token: string, deviceId: string): Promise<void> {
    const now = this.#now();
    return this.#database.write(async (connection) => {
      connection.run(queries.extendSession, { token_hash: sha256(token), expires_at: now + sessionValidMs });
      connection.run(queries.sawDevice, { id: deviceId, now });
    });
  }

  endSession(token: string): Promise<void> {
    return this.#database.write(async (connection) => {
      connection.run(queries.endSession, { token_hash: sha256(token) });
    });
  }

  device(id: string): Promise<DeviceTable | undefined> {
    return this.#database.read(async (connection) => connection.get(queries.device, { id }));
  }

  devicesOf(personIds: readonly string[]): Promise<readonly DeviceTable[]> {
    return this.#database.read(async (connection) =>
      personIds.flatMap((person) => connection.all(queries.devicesOf, { person })),
    );
  }

  changeDevice(id: string, change: Partial<Pick<DeviceTable, 'name' | 'state'>>): Promise<boolean> {
    return this.#database.write(async (connection) => {
      const device = connection.get(queries.device, { id });
      if (device === undefined) return false;
      connection.run(queries.saveDevice, { ...device, ...change });
      return true;
    });
  }

  committeesOf(personId: string): Promise<readonly Membership[]> {
    return this.#database.read(async (connection) =>
      connection.all(queries.membershipsOf, { person: personId }).flatMap(({ committee_id: committeeId, body }) => {
        const member = JSON.parse(body) as Member;
        if (!member.active) return [];
        const row = connection.get(rowQuery, { committee: committeeId, type: 'committee', id: committeeId });
        const name = row === undefined ? '' : (JSON.parse(row.body) as Committee).name;
        return [{ committeeId, name, role: member.role }];
      }),
    );
  }

  /** Member rows, removed members included; `v` is the seq at which the row last changed. */
  membersOf(committeeId: string): Promise<readonly { readonly member: Member; readonly v: number }[]> {
    return this.#database.read(async (connection) =>
      connection
        .all(queries.membersOf, { committee: committeeId })
        .map(({ body, v }) => ({ member: JSON.parse(body) as Member, v })),
    );
  }

  /** The committee that this person was invited to found, while it is not founded. */
  foundingOf(personId: string): Promise<string | null> {
    return this.#database.read(
      async (connection) => connection.get(queries.foundingOf, { person: personId })?.id ?? null,
    );
  }

  committeeExists(id: string): Promise<boolean> {
    return this.#database.read(async (connection) => connection.get(committeeQuery, { id }) !== undefined);
  }

  /** True while nobody founded a committee here: then the server prints a first link. */
  isEmpty(): Promise<boolean> {
    return this.#database.read(async (connection) => connection.get(queries.foundedCount, {})?.count === 0);
  }

  /** A new first link replaces the ones that nobody used: an old one on a screen somewhere opens nothing. */
  removeFirstInvites(): Promise<void> {
    return this.#database.write(async (connection) => {
      connection.run(queries.removeFirstInvites, {});
    });
  }
}

export type Secret = { readonly token: string } | { readonly code: string };

const invitationOf = ({ kind, committee_id, person_id }: InviteTable): Invitation => ({
  kind: kind as Invitation['kind'],
  committeeId: committee_id,
  personId: person_id,
});

/** The invitation that a secret opens, or why it does not. A wrong second half of a code costs one try. */
function findInvite(
  connection: Connection,
  secret: Secret,
  now: number,
  deviceId: string,
): InviteTable | InviteProblem {
  const invite = 'token' in secret ? byToken(connection, secret.token) : byCode(connection, secret.code, now);
  if (typeof invite === 'string') return invite;
  if (invite.expires_at < now) return 'invite_expired';
  if (invite.used_at === null) return invite;
  const repeated = invite.used_by === deviceId && now - invite.used_at < repeatMs;
  return repeated ? invite : 'invite_used';
}

function byToken(connection: Connection, token: string): InviteTable | InviteProblem {
  return connection.get(queries.inviteByToken, { token_hash: sha256(token) }) ?? 'invite_unknown';
}

function byCode(connection: Connection, typed: string, now: number): InviteTable | InviteProblem {
  const code = readCode(typed);
  const invite = code && connection.get(queries.inviteByCode, { code_name: code.name });
  if (code === undefined || invite === undefined) return 'invite_unknown';
  if (invite.tries >= codeTriesMax) return 'code_dead';
  if ((invite.code_expires_at ?? 0) < now) return 'invite_expired';
  if (invite.code_hash === codeHash(code)) return invite;
  connection.run(queries.saveInvite, { ...invite, tries: invite.tries + 1 });
  return 'invite_unknown';
}

function freeCode(connection: Connection): string {
  for (let n = 0; n < 100; n += 1) {
    const code = newCode();
    const name = readCode(code)?.name ?? '';
    if (connection.get(queries.inviteByCode, { code_name: name }) === undefined) return code;
  }
  throw new Error('no free code: too many invitations in a quarter of an hour');
}

function saveDevice(
  connection: Connection,
  { id, name, publicKey }: NewDevice,
  personId: string,
  known: DeviceTable | undefined,
  now: number,
): void {
  connection.run(queries.saveDevice, {
    ...{ id, name, person_id: personId, state: 'active', seen_at: now, created_at: known?.created_at ?? now },
    public_key: publicKey ?? known?.public_key ?? null,
  });
}
