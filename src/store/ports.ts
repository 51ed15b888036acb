/** The browser as the engine wants it: its clock, chance, hashes, and everything else of this folder. */
import type { Params } from '../domain/command.ts';
import { uuidV7 } from '../domain/ids.ts';
import type { ClientStore, Ports } from '../sync/ports.ts';
import { limits } from '../sync/protocol.ts';
import { pause } from './events.ts';
import { sign } from './keys.ts';
import { createLocks } from './locks.ts';
import { askJson, createNet } from './net.ts';
import { thumbnailOf } from './photoShrink.ts';
import { releaseReserve } from './reserve.ts';

export const newId = (): string => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

export async function sha256(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Ids and counts only (D11): in the console, where whoever helps a volunteer finds it, and to the operator of the server
 *  when it can be reached. Nothing depends on its arrival. */
function alarm(code: string, details: Params): void {
  console.error(`Buurtkas: ${code}`, details);
  const short = Object.entries(details).map(([key, value]) => [
    key,
    typeof value === 'string' ? value.slice(0, 200) : value,
  ]);
  void askJson('POST', '/api/alarms', { code, details: Object.fromEntries(short) }).catch(() => undefined);
}

export function createPorts(store: ClientStore, appVersion: string): Ports {
  return {
    store,
    net: createNet(),
    clock: { now: () => Date.now(), sleep: pause },
    locks: createLocks(),
    newId,
    random: () => Math.random(),
    sha256,
    thumbnail: thumbnailOf,
    releaseReserve,
    sign,
    alarm,
    appVersion,
    commandsAtOnce: limits.pushCommandsMax,
  };
}
