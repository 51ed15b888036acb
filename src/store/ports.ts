/** The browser as the engine wants it: its clock, chance, hashes, and everything else of this folder. */
import { uuidV7 } from '../domain/ids.ts';
import type { ClientStore, Ports } from '../sync/ports.ts';
import { pause } from './events.ts';
import { sign } from './keys.ts';
import { createLocks } from './locks.ts';
import { createNet } from './net.ts';
import { thumbnailOf } from './photoShrink.ts';
import { releaseReserve } from './reserve.ts';

export const newId = (): string => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

export async function sha256(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
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
    // Ids and counts only (D11): in the console, where whoever helps a volunteer finds it.
    alarm: (code, details) => console.error(`Buurtkas: ${code}`, details),
    appVersion,
  };
}
