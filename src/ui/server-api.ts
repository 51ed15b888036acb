// What only a server can do: invitations, codes for a further device, and the list of devices. Everything else works
// without one. Each call answers in a second or says why not; the screens then show what is possible without it.
import * as v from 'valibot';

/** `offline`: no answer that is ours. `refused`: the server said no, `code` says why. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: 'offline' | 'refused'; readonly code: string };

const timeoutMs = 10_000;

const inviteShape = v.object({ url: v.string(), code: v.string(), expiresAt: v.string() });
export type Invite = v.InferOutput<typeof inviteShape>;

const deviceShape = v.object({
  id: v.string(),
  personId: v.string(),
  name: v.string(),
  state: v.picklist(['active', 'revoked']),
  lastSeenAt: v.nullish(v.string()),
});
export type Device = v.InferOutput<typeof deviceShape>;

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
  const shape = v.union([v.array(deviceShape), v.object({ devices: v.array(deviceShape) })]);
  const answer = await call('GET', '/api/devices', shape);
  if (!answer.ok) return answer;
  return { ok: true, value: 'devices' in answer.value ? answer.value.devices : answer.value };
}

export function renameDevice(id: string, name: string): Promise<Answer<unknown>> {
  return call('PATCH', `/api/devices/${encodeURIComponent(id)}`, v.unknown(), { name });
}

export function revokeDevice(id: string): Promise<Answer<unknown>> {
  return call('DELETE', `/api/devices/${encodeURIComponent(id)}`, v.unknown(), {});
}

/** How far this device's clock is ahead of the server's, in ms; undefined without a connection. From the Date header,
 *  which counts whole seconds: good enough to warn about minutes. */
export async function clockAheadMs(): Promise<number | undefined> {
  try {
    const before = Date.now();
    const response = await fetch('/api/health', { cache: 'no-store', signal: AbortSignal.timeout(timeoutMs) });
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
    const response = await fetch(path, {
      method,
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    return await read(response, shape);
  } catch {
    return offline;
  }
}

const offline = { ok: false, why: 'offline', code: 'offline' } as const;
const refusal = v.object({ code: v.string() });

/** A login page of the wifi also answers with status 200: only JSON of the right shape is an answer. */
async function read<T>(response: Response, shape: v.GenericSchema<unknown, T>): Promise<Answer<T>> {
  const isJson = response.headers.get('content-type')?.includes('application/json') ?? false;
  if (response.status === 204) return accept(v.safeParse(shape, undefined));
  if (!isJson || response.status >= 500) return offline;
  const json: unknown = await response.json();
  if (response.ok) return accept(v.safeParse(shape, json));
  const refused = v.safeParse(refusal, json);
  return refused.success ? { ok: false, why: 'refused', code: refused.output.code } : offline;
}

function accept<T>(parsed: { readonly success: boolean; readonly output: unknown }): Answer<T> {
  return parsed.success ? { ok: true, value: parsed.output as T } : offline;
}
