/** Ten megabytes that are of no use but to be given back (docs/sync.md, B6). While they are held there is room for photos;
 *  when the device is full, photos stop, and what people type and count still gets a place: this one. Browsers answer
 *  `estimate()` with round figures, so only room that is really held is certain. In a database of its own, so that no
 *  version of the real one depends on it. */
import { clear, get, set } from 'idb-keyval';
import { pause } from './events.ts';
import { PhotoProblem } from './photo.ts';
import { smallStore } from './smallStore.ts';

const reserveBytes = 10 * 1024 * 1024;
const pieceBytes = 256 * 1024; // all at once kept the page of a slow phone busy for a fifth of a second
const heldKey = 'held'; // a small word that comes last, so that asking whether all is there does not read the bytes
const afterStartMs = 15_000; // the first screen, the first sync and the first taps go before

const reserve = smallStore('buurtkas-reserve', 'reserve');

/** Holds the reserve, some time after the start. */
export async function keepReserve(signal: AbortSignal): Promise<void> {
  await pause(afterStartMs, signal);
  if (!signal.aborted) await holdReserve();
}

/** Throws `PhotoProblem('no_room')` when the reserve cannot be held, also not after `freeSpace` gave back what can be
 *  fetched again. */
export async function mustHaveRoom(freeSpace: () => Promise<unknown>): Promise<void> {
  if (await holdReserve()) return;
  await freeSpace().catch(() => undefined);
  if (!(await holdReserve())) throw new PhotoProblem('no_room');
}

/** True when it is held, from before or from now. */
export async function holdReserve(): Promise<boolean> {
  try {
    if (await isHeld()) return true;
    for (let at = 0; at < reserveBytes; at += pieceBytes) await set(`bytes ${at}`, noise(pieceBytes), reserve);
    await set(heldKey, true, reserve);
    return true;
  } catch {
    await clear(reserve).catch(() => undefined); // a part of it is no reserve, and takes the room of what people type
    return false;
  }
}

/** True when there was one: its room is free now. */
export async function releaseReserve(): Promise<boolean> {
  try {
    if (!(await isHeld())) return false;
    await clear(reserve);
    return true;
  } catch {
    return false;
  }
}

const isHeld = async (): Promise<boolean> => (await get<boolean>(heldKey, reserve)) === true;

/** Bytes that no browser or file system can make smaller. */
function noise(size: number): ArrayBuffer {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes.buffer;
}
