/**
 * Small things that the app and the service worker both touch, in a database of their own: the service worker never
 * opens the real one, so that a new version of it can never hold up or upgrade people's data.
 */
import { createStore, get, set, update } from 'idb-keyval';

/** A photo that another app handed to Buurtkas ("Delen"). Waits here until a receipt form has taken it. */
export interface SharedPhoto {
  readonly id: string; // UUID, made on arrival
  readonly name: string;
  readonly type: string; // MIME type as the other app gave it; not to be trusted
  readonly bytes: ArrayBuffer;
  readonly receivedAt: string; // ISO instant by the phone's clock: for people only, nothing is ordered by it
}

const sharedPhotosKey = 'shared-photos';
const reloadedForBuildKey = 'reloaded-for-build';

let opened: ReturnType<typeof createStore> | undefined;
/** Opened at first use: importing this file touches no storage. */
function flags(): ReturnType<typeof createStore> {
  opened ??= createStore('buurtkas-flags', 'flags');
  return opened;
}

export async function addSharedPhotos(photos: readonly SharedPhoto[]): Promise<void> {
  await update<readonly SharedPhoto[]>(sharedPhotosKey, (present = []) => [...present, ...photos], flags());
}

/** In the order of arrival. Reading takes nothing away: call {@link forgetSharedPhotos} once they are saved elsewhere. */
export async function readSharedPhotos(): Promise<readonly SharedPhoto[]> {
  return (await get<readonly SharedPhoto[]>(sharedPhotosKey, flags())) ?? [];
}

export async function forgetSharedPhotos(ids: readonly string[]): Promise<void> {
  await update<readonly SharedPhoto[]>(
    sharedPhotosKey,
    (present = []) => present.filter(({ id }) => !ids.includes(id)),
    flags(),
  );
}

/** The build for which this phone already reloaded after a part failed to load; once a build, so that it cannot loop. */
export async function readReloadedForBuild(): Promise<string | undefined> {
  return get<string>(reloadedForBuildKey, flags());
}

export async function writeReloadedForBuild(build: string): Promise<void> {
  await set(reloadedForBuildKey, build, flags());
}
