/** The engine's way to the server. Whatever is not our own server's answer (no connection, a login page of the wifi with
 *  status 200, a proxy's error) is `Unreachable`: nothing is ever concluded from it. */
import { type RowKey, splitKey } from '../domain/command.ts';
import { type Net, Outdated, type PullAnswer, SignedOut, Unreachable } from '../sync/ports.ts';
import type { PushResponse, RelayResponse } from '../sync/protocol.ts';

const timeoutMs = 30_000;
const chunkTimeoutMs = 120_000; // 256 kB on 2G
const retryAfterMaxMs = 3_600_000;

/** An answer that says our own request is wrong: our bug, and no reason to try the same thing again at once. */
export class Refused extends Error {
  readonly code: string;
  constructor(status: number, code: string) {
    super(`${status} ${code}`);
    this.code = code;
  }
}

export interface Answer {
  readonly status: number;
  readonly json: Readonly<Record<string, unknown>>;
}

export function createNet(): Net {
  return {
    push: (request) => push('/api/sync/push', request),
    relay: async (bundle) => {
      const { status, json } = await askJson('POST', '/api/sync/relay', bundle);
      if (status === 400 || status === 413) return { result: 'refused', code: 'malformed' };
      // What another server or version says holds up nothing else: it is tried again.
      if (status !== 200 || typeof json['result'] !== 'string') throw new Unreachable(`relay ${status}`);
      return json as unknown as RelayResponse;
    },
    pull: async (request) => pullAnswer(await askJson('POST', '/api/sync/pull', request)),
    blobOffset: async (committeeId, sha256) => {
      const response = await ask(blobPath(committeeId, sha256), { method: 'HEAD' }, timeoutMs);
      const offset = offsetOf(response); // also of 204: a login page of the wifi may answer that to everything
      return response.status === 204 ? 'stored' : offset;
    },
    blobSend,
    blobGet,
  };
}

const blobPath = (committeeId: string, sha256: string): string =>
  `/api/blobs/${encodeURIComponent(committeeId)}/${encodeURIComponent(sha256)}`;

async function push(path: string, body: unknown): Promise<PushResponse> {
  const { status, json } = await askJson('POST', path, body);
  if (status !== 200) throw refusalOf(status, json);
  if (!Array.isArray(json['outcomes']) || typeof json['deviceSeq'] !== 'number')
    throw new Unreachable('not our answer');
  return json as unknown as PushResponse;
}

function pullAnswer({ status, json }: Answer): PullAnswer {
  const { code } = json;
  if (code === 'restart') return { code };
  if (status === 403 && code === 'not_member') {
    const { lastDeviceSeq } = json;
    if (typeof lastDeviceSeq !== 'number') throw new Unreachable('not our answer');
    return { code, wipe: true, lastDeviceSeq };
  }
  if (status === 426) throw new Outdated('upgrade');
  if (status !== 200) throw refusalOf(status, json);
  if (typeof json['epoch'] !== 'string' || !Array.isArray(json['patch'])) throw new Unreachable('not our answer');
  return json as unknown as PullAnswer;
}

const blobSend: Net['blobSend'] = async (committeeId, sha256, offset, chunk, total, mime) => {
  const headers = {
    'content-type': 'application/offset+octet-stream',
    'upload-offset': String(offset),
    'upload-length': String(total),
    'upload-mime': mime,
  };
  const response = await ask(blobPath(committeeId, sha256), { method: 'PATCH', headers, body: chunk }, chunkTimeoutMs);
  if (response.status === 204 || response.status === 200 || response.status === 201) {
    const reached = offsetOf(response);
    return reached >= total ? 'stored' : reached;
  }
  if (response.status === 409) return offsetOf(response);
  const { code } = (await jsonOf(response)).json;
  if (code === 'mismatch') return 'mismatch';
  if (response.status === 415 || response.status === 413 || response.status === 400) return 'refused';
  throw new Unreachable(`${response.status} ${String(code)}`);
};

async function blobGet(committeeId: string, sha256: string, shownBy: RowKey): Promise<ArrayBuffer> {
  const { type, id } = splitKey(shownBy);
  const query = new URLSearchParams({ t: type, id });
  const response = await ask(`${blobPath(committeeId, sha256)}?${query}`, { method: 'GET' }, chunkTimeoutMs);
  if (!response.ok) throw refusalOf(response.status, (await jsonOf(response)).json);
  try {
    return await response.arrayBuffer(); // the engine checks the hash: a login page has another one
  } catch (error) {
    throw new Unreachable(String(error));
  }
}

/** Where the server is. Without the header it is not our server that speaks. */
function offsetOf(response: Response): number {
  const offset = Number(response.headers.get('upload-offset') ?? Number.NaN);
  if (!Number.isSafeInteger(offset) || offset < 0) throw new Unreachable(`no offset, status ${response.status}`);
  return offset;
}

/** One JSON question. Throws `Unreachable` when nobody of ours answers and `SignedOut` when we are not known; other
 *  refusals are the caller's. */
export async function askJson(method: string, path: string, body?: unknown): Promise<Answer> {
  const json =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  return jsonOf(await ask(path, { method, ...json }, timeoutMs));
}

export function refusalOf(status: number, json: Answer['json']): Refused {
  return new Refused(status, String(json['code'] ?? 'unknown'));
}

/** While somebody practises nothing leaves this device: every way to the server goes through here. */
let shut = false;
export const shutNet = (now: boolean): void => {
  shut = now;
};
export const isNetShut = (): boolean => shut;

async function ask(path: string, init: RequestInit, waitMs: number): Promise<Response> {
  if (shut) throw new Unreachable('practising');
  let response: Response;
  try {
    const signal = AbortSignal.timeout(waitMs);
    // A redirect is never ours: a login page lies behind it.
    response = await fetch(path, { ...init, cache: 'no-store', credentials: 'same-origin', redirect: 'error', signal });
  } catch (error) {
    throw new Unreachable(String(error));
  }
  if (response.status >= 500 || response.status === 429) {
    throw new Unreachable(`status ${response.status}`, retryAfterOf(response));
  }
  if (response.status === 401) throw new SignedOut('signed out');
  return response;
}

async function jsonOf(response: Response): Promise<Answer> {
  if (!(response.headers.get('content-type') ?? '').startsWith('application/json')) {
    throw new Unreachable(`status ${response.status} is not JSON`);
  }
  let json: unknown;
  try {
    json = await response.json();
  } catch (error) {
    throw new Unreachable(String(error)); // cut off
  }
  if (typeof json !== 'object' || json === null) throw new Unreachable('not our answer');
  const fields = json as Answer['json'];
  if (response.status === 403 && fields['code'] === 'revoked') throw new SignedOut('revoked');
  return { status: response.status, json: fields };
}

/** Seconds, as our server says it; a proxy's date is not worth a clock that may be wrong. */
function retryAfterOf(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1_000, retryAfterMaxMs) : null;
}
