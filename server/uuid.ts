import { randomFillSync } from 'node:crypto';
import { uuidV7 } from '../src/domain/ids.ts';

const idBytes = 10;
/** Random bytes for many ids at once: every entry of the log takes one, and asking the system is the slow part of it. */
const pool = new Uint8Array(256 * idBytes);
let next = pool.length;

export function newId(): string {
  if (next === pool.length) {
    randomFillSync(pool);
    next = 0;
  }
  next += idBytes;
  return uuidV7(Date.now(), pool.subarray(next - idBytes, next));
}
