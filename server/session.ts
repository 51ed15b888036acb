/** Who is asking: the session cookie, and that the question comes from our own pages. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Accounts, sessionValidMs } from './accounts.ts';
import type { PushingDevice } from './engine/index.ts';
import { HttpError } from './http.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `requireDevice`; null elsewhere. */
    device: PushingDevice | null;
  }
}

export const sessionCookie = 'bk_session';

export function deviceOf(request: FastifyRequest): PushingDevice {
  if (request.device === null) throw new HttpError(401, 'signed_out');
  return request.device;
}

/** Before the body is read. A revoked device hears so, and not only that it is signed out: it should clean up. */
export function requireDevice(accounts: Accounts) {
  return async (request: FastifyRequest): Promise<void> => {
    const token = request.cookies[sessionCookie];
    const session = token === undefined ? undefined : await accounts.session(token);
    if (session === undefined) throw new HttpError(401, 'signed_out');
    if (session.revoked) throw new HttpError(403, 'revoked');
    request.device = { deviceId: session.deviceId, personId: session.personId };
  };
}

export function setSession(request: FastifyRequest, reply: FastifyReply, token: string, secure: boolean): void {
  reply.setCookie(sessionCookie, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: secure || request.protocol === 'https',
    maxAge: sessionValidMs / 1_000,
  });
}

const reading: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What changes anything must come from our own pages. Browsers say where a request comes from and pages cannot forge
 *  that; a program without a browser says nothing, and has no cookie that it did not get by signing in. */
export function refuseOtherSites(app: FastifyInstance, ownOrigin: string | null): void {
  app.addHook('onRequest', async (request) => {
    if (reading.has(request.method)) return;
    const site = request.headers['sec-fetch-site'];
    const { origin, host } = request.headers;
    const foreignSite = site !== undefined && site !== 'same-origin';
    const foreignOrigin = origin !== undefined && origin !== ownOrigin && hostOf(origin) !== host;
    if (foreignSite || foreignOrigin) throw new HttpError(403, 'cross_site');
  });
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined; // 'null' of a sandboxed page
  }
}
