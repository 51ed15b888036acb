/** Chromium reuses the log of its database after a kill, also when the last record in it is only half written, and writes
 *  on behind that half. The start after that finds the log damaged and throws away everything of the origin, or passes
 *  over what came behind (LevelDB, google/leveldb#1287). Deleting a database makes LevelDB compact, for which it puts its
 *  log aside and begins another: so every start deletes an empty one, some milliseconds after the half record was read. */
const name = 'buurtkas-fresh-log';

/** Nobody waits for it: a browser that cannot do this, or another window that is doing it, keeps no work from being saved. */
export function beginFreshLog(indexedDB: IDBFactory): void {
  const opening = indexedDB.open(name);
  opening.onsuccess = () => {
    opening.result.close();
    indexedDB.deleteDatabase(name);
  };
}
