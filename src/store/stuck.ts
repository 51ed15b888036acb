import { StorageLost } from '../sync/ports.ts';

/** The database did not open in time: mostly another window of the app that is frozen (SYNC 3.1, WebKit#67039). */
export class StorageStuck extends StorageLost {}
/** A newer version of the app took the database over: this window must be loaded again. */
export class StorageTaken extends StorageLost {}

/** Longer than a slow phone needs. */
const openTimeoutMs = 5_000;

/** A database that does not answer never says so by itself: without this the screen would stay empty for ever. */
export async function inTime<T>(opening: PromiseLike<T>, timeoutMs = openTimeoutMs): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StorageStuck('the database does not open')), timeoutMs);
  });
  try {
    return await Promise.race([opening, late]);
  } finally {
    clearTimeout(timer);
  }
}
