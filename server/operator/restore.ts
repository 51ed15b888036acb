/** Puts a backup in the place of the present data, which are kept aside and never deleted. */
import type { Places } from '../services.ts';
import type { Restored } from './restored.ts';
import { restoreIntoFolder } from './restoreFolder.ts';
import { restoreIntoPostgres } from './restorePostgres.ts';

export function restore(folder: string, places: Places, now: Date, force: boolean): Promise<Restored> {
  return places.databaseUrl == null
    ? restoreIntoFolder(folder, places, now, force)
    : restoreIntoPostgres(folder, places, places.databaseUrl, now, force);
}
