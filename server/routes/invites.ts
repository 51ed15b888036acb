/** Links and codes: for a member of my committee, and for a further device of my own. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { isUuid } from '../../src/domain/ids.ts';
import { mayRun } from '../../src/domain/permissions.ts';
import type { Accounts, IssuedInvite } from '../accounts.ts';
import { HttpError, parse } from '../http.ts';
import { deviceOf, requireDevice } from '../session.ts';

const uuid = v.pipe(v.string(), v.check(isUuid));
const inviteBody = v.strictObject({ committeeId: uuid, personId: uuid });

interface InviteOptions {
  readonly accounts: Accounts;
  readonly baseUrl: string | null;
}

export function inviteRoutes(app: FastifyInstance, { accounts, baseUrl }: InviteOptions): void {
  const signedIn = { onRequest: requireDevice(accounts) };
  const shown = (request: FastifyRequest, { token, code, expiresAt, codeExpiresAt }: IssuedInvite) => ({
    url: inviteUrl(baseUrl ?? `${request.protocol}://${request.host}`, token),
    code,
    expiresAt: new Date(expiresAt).toISOString(),
    codeExpiresAt: new Date(codeExpiresAt).toISOString(),
  });

  app.post('/api/invites', signedIn, async (request) => {
    const { committeeId, personId } = parse(inviteBody, request.body);
    const mine = await accounts.committeesOf(deviceOf(request).personId);
    const role = mine.find((place) => place.committeeId === committeeId)?.role;
    // Whoever may add a member may hand out the link that lets that member in: one table of rights.
    if (role === undefined || !mayRun(role, 'member.add')) throw new HttpError(403, 'not_permitted');
    const members = await accounts.membersOf(committeeId);
    if (!members.some(({ member }) => member.id === personId && member.active))
      throw new HttpError(409, 'no_such_member');
    return shown(request, await accounts.invite({ kind: 'member', committeeId, personId }));
  });

  app.post('/api/device-codes', signedIn, async (request) => {
    const { personId } = deviceOf(request);
    return shown(request, await accounts.invite({ kind: 'device', committeeId: null, personId }));
  });
}

/** The token stands behind the #, which browsers send to nobody: it is in no log of any server or proxy. */
export const inviteUrl = (baseUrl: string, token: string): string => `${baseUrl}/aanmelden#${token}`;
