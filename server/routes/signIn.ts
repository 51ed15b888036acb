/** Sign-in by link or code, sign-out, and who I am. */
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { isUuid } from '../../src/domain/ids.ts';
import type { Accounts, InviteProblem, Secret } from '../accounts.ts';
import type { ServerEngine } from '../engine/index.ts';
import { HttpError, parse } from '../http.ts';
import type { PokeHub } from '../pokes.ts';
import { deviceOf, requireDevice, sessionCookie, setSession } from '../session.ts';
import { newId } from '../uuid.ts';
import { isPlain } from './shapes.ts';

export const deviceName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60), v.check(isPlain));
const signInBody = v.strictObject({
  token: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
  code: v.exactOptional(v.pipe(v.string(), v.maxLength(20))),
  deviceName,
  publicKey: v.exactOptional(v.pipe(v.string(), v.maxLength(1_000), v.check(isPlain))), // a JWK as JSON
  deviceId: v.exactOptional(v.pipe(v.string(), v.check(isUuid))),
});
const statusByProblem: Readonly<Record<InviteProblem, number>> = {
  invite_unknown: 404, // 401 would say that the cookie is no good
  invite_used: 410,
  invite_expired: 410,
  code_dead: 410,
  device_taken: 409,
};

export interface SignInOptions {
  readonly accounts: Accounts;
  readonly engine: ServerEngine;
  readonly hub: PokeHub;
  readonly secureCookie: boolean;
  readonly perMinute: number;
}

export function signInRoutes(app: FastifyInstance, options: SignInOptions): void {
  const { accounts, engine, hub, secureCookie, perMinute } = options;
  const signedIn = { onRequest: requireDevice(accounts) };

  const rateLimit = { max: perMinute, timeWindow: '1 minute' };
  app.post('/api/sign-in', { config: { rateLimit } }, async (request, reply) => {
    const { token, code, deviceName: name, publicKey = null, deviceId = newId() } = parse(signInBody, request.body);
    const secret = secretOf(token, code);
    const invitation = await accounts.peek(secret, deviceId);
    if (typeof invitation === 'string') throw new HttpError(statusByProblem[invitation], invitation);
    const { kind, committeeId, personId } = invitation;
    // Before the link is used up: when this fails, the link opens it again.
    if (kind === 'first' && committeeId !== null && !(await accounts.committeeExists(committeeId))) {
      await engine.createCommittee(committeeId, personId).catch(async (error: unknown) => {
        // The same link at the same moment, on another node perhaps: one of the two makes the committee.
        if (!(await accounts.committeeExists(committeeId))) throw error;
      });
    }
    const result = await accounts.signIn(secret, { id: deviceId, name, publicKey });
    if (typeof result === 'string') throw new HttpError(statusByProblem[result], result);
    setSession(request, reply, result.sessionToken, secureCookie);
    return { personId, deviceId: result.deviceId, ...(await placesOf(accounts, personId)) };
  });

  app.get('/api/me', signedIn, async (request) => {
    const { deviceId, personId } = deviceOf(request);
    await accounts.keepSession(request.cookies[sessionCookie] ?? '', deviceId);
    const device = await accounts.device(deviceId);
    return { personId, deviceId, deviceName: device?.name ?? '', ...(await placesOf(accounts, personId)) };
  });

  app.post('/api/sign-out', async (request, reply) => {
    const token = request.cookies[sessionCookie];
    const session = token === undefined ? undefined : await accounts.session(token);
    if (token !== undefined) await accounts.endSession(token);
    if (session !== undefined) hub.endDevice(session.deviceId);
    reply.clearCookie(sessionCookie, { path: '/' });
    return { signedOut: true };
  });
}

function secretOf(token: string | undefined, code: string | undefined): Secret {
  if (token !== undefined && code === undefined) return { token };
  if (code !== undefined && token === undefined) return { code };
  throw new HttpError(400, 'malformed', 'either token or code');
}

async function placesOf(accounts: Accounts, personId: string) {
  const committees = await accounts.committeesOf(personId);
  return { committees, founding: await accounts.foundingOf(personId) };
}
