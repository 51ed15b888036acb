// What only a server can do: invitations, codes for a further device, the list of devices, and what waits of others.
// Everything else works without one. Each call answers or says why not; the screens then show what is possible without.
import * as v from 'valibot';
import type { BodyFigures } from '../domain/insight/bodyFigures.ts';
import { askJson, isNetShut } from '../store/net.ts';
import { SignedOut, Unreachable } from '../sync/ports.ts';

/** `offline`: no answer that is ours. `refused`: the server said no, `code` says why. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: 'offline' | 'refused'; readonly code: string };

const inviteShape = v.object({
  url: v.string(),
  code: v.string(),
  expiresAt: v.string(), // of the link
  codeExpiresAt: v.string(),
});
export type Invite = v.InferOutput<typeof inviteShape>;

const deviceShape = v.object({
  id: v.string(),
  personId: v.string(),
  name: v.string(),
  state: v.picklist(['active', 'revoked']),
  lastSeenAt: v.string(),
  own: v.boolean(), // the device that asks
});
export type Device = v.InferOutput<typeof deviceShape>;

const heldShape = v.object({
  commandId: v.string(),
  actorId: v.string(),
  name: v.string(),
  args: v.unknown(),
  serverTime: v.string(),
  code: v.string(),
  waitsFor: v.nullable(v.string()),
});
export type HeldCommand = v.InferOutput<typeof heldShape>;

const bodyShape = v.object({ id: v.string(), name: v.string(), district: v.string() });
export type Body = v.InferOutput<typeof bodyShape>;
export const bodiesShape: v.GenericSchema<unknown, readonly Body[]> = v.array(bodyShape);

/** Every committee on this server: their names are public. */
export async function listBodies(): Promise<Answer<readonly Body[]>> {
  const answer = await call('GET', '/api/bodies', v.object({ bodies: bodiesShape }));
  return answer.ok ? { ok: true, value: answer.value.bodies } : answer;
}

const cents = v.number();
const quorumShape = v.variant('kind', [
  v.object({ kind: v.literal('more_than_half') }),
  v.object({ kind: v.literal('count'), count: v.number() }),
]);
const bodyYearShape = v.object({
  ...{ year: v.number(), grantCents: cents, awardedCents: cents, projects: v.number(), refused: v.number() },
  booked: v.optional(v.number()),
  themes: v.array(v.object({ theme: v.number(), count: v.number(), cents, name: v.string() })),
  smallLimitCents: v.nullable(cents),
  rules: v.array(v.object({ owner: v.picklist(['city', 'body']), text: v.string() })),
  ...{ askedSupport: v.number(), exceptions: v.number() },
  ...{ newApplicants: v.number(), returningApplicants: v.number() },
  ...{ daysToDecision: v.nullable(v.number()), daysToPayment: v.nullable(v.number()) },
});
const figuresShape = v.object({
  ...{ id: v.string(), name: v.string(), bodyWord: v.string(), district: v.string() },
  quorum: quorumShape,
  years: v.array(bodyYearShape),
});
export const bodyFiguresShape: v.GenericSchema<unknown, readonly BodyFigures[]> = v.array(figuresShape);

/** What the committees in this city show of themselves. */
export async function readBodyFigures(): Promise<Answer<readonly BodyFigures[]>> {
  const answer = await call('GET', '/api/bodies/figures', v.object({ figures: bodyFiguresShape }));
  return answer.ok ? { ok: true, value: answer.value.figures } : answer;
}

/** A link and a short code with which this person signs in on a first device. The member must be on the server already. */
export function createInvite(committeeId: string, personId: string): Promise<Answer<Invite>> {
  return call('POST', '/api/invites', inviteShape, { committeeId, personId });
}

/** The same for a further device of whoever is signed in here. */
export function createDeviceCode(): Promise<Answer<Invite>> {
  return call('POST', '/api/device-codes', inviteShape, {});
}

/** Own devices; for a chair those of the committee's members too. */
export async function listDevices(): Promise<Answer<readonly Device[]>> {
  const answer = await call('GET', '/api/devices', v.object({ devices: v.array(deviceShape) }));
  return answer.ok ? { ok: true, value: answer.value.devices } : answer;
}

export function renameDevice(id: string, name: string): Promise<Answer<Device>> {
  return call('PATCH', `/api/devices/${encodeURIComponent(id)}`, deviceShape, { name });
}

export function revokeDevice(id: string): Promise<Answer<Device>> {
  return call('DELETE', `/api/devices/${encodeURIComponent(id)}`, deviceShape, {});
}

/** What waits on the server: for the chair of everybody, for others only their own (D2). */
export async function listHeld(committeeId: string): Promise<Answer<readonly HeldCommand[]>> {
  const path = `/api/committees/${encodeURIComponent(committeeId)}/held`;
  const answer = await call('GET', path, v.object({ held: v.array(heldShape) }));
  return answer.ok ? { ok: true, value: answer.value.held } : answer;
}

const refusedShape = v.object({
  commandId: v.string(),
  actorId: v.string(),
  name: v.string(),
  args: v.unknown(),
  serverTime: v.string(),
});
export type RefusedCommand = v.InferOutput<typeof refusedShape>;

/** For the chair: what was refused to others because they had no right to it, and is not settled (V3). */
export async function listRefused(committeeId: string): Promise<Answer<readonly RefusedCommand[]>> {
  const path = `/api/committees/${encodeURIComponent(committeeId)}/refused`;
  const answer = await call('GET', path, v.object({ refused: v.array(refusedShape) }));
  return answer.ok ? { ok: true, value: answer.value.refused } : answer;
}

const logShape = v.object({
  entries: v.array(
    v.object({
      seq: v.number(),
      commandId: v.string(),
      deviceId: v.string(),
      deviceSeq: v.number(),
      actorId: v.string(),
      role: v.string(),
      name: v.string(),
      v: v.number(),
      payloadDigest: v.string(),
      outcome: v.picklist(['applied', 'rejected', 'held']),
      code: v.nullable(v.string()),
      serverTime: v.string(),
      hash: v.string(),
      prevHash: v.string(),
    }),
  ),
  more: v.boolean(),
});
export type LogPage = v.InferOutput<typeof logShape>;

/** The links of the committee's log from this number on, without what was said: for treasurer, chair and auditor. */
export function readLog(committeeId: string, from: number): Promise<Answer<LogPage>> {
  return call('GET', `/api/committees/${encodeURIComponent(committeeId)}/log?from=${from}`, logShape);
}

const clockTimeoutMs = 10_000;

/** How far this device's clock is ahead of the server's, in ms; undefined without a connection. From the Date header,
 *  which counts whole seconds: good enough to warn about minutes. */
export async function clockAheadMs(): Promise<number | undefined> {
  if (isNetShut()) return undefined;
  try {
    const before = Date.now();
    const response = await fetch('/api/health', { cache: 'no-store', signal: AbortSignal.timeout(clockTimeoutMs) });
    const serverMs = Date.parse(response.headers.get('date') ?? '');
    if (!response.ok || Number.isNaN(serverMs)) return undefined;
    return (before + Date.now()) / 2 - serverMs;
  } catch {
    return undefined;
  }
}

async function call<T>(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  shape: v.GenericSchema<unknown, T>,
  body?: unknown,
): Promise<Answer<T>> {
  try {
    const { status, json } = await askJson(method, path, body);
    if (status !== 200 && status !== 201) return { ok: false, why: 'refused', code: String(json['code'] ?? status) };
    const parsed = v.safeParse(shape, json);
    return parsed.success ? { ok: true, value: parsed.output } : { ok: false, why: 'offline', code: 'not_our_answer' };
  } catch (error) {
    if (error instanceof SignedOut) return { ok: false, why: 'refused', code: 'signed_out' };
    if (error instanceof Unreachable) return { ok: false, why: 'offline', code: 'offline' };
    throw error;
  }
}
