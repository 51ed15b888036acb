import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import { inTime } from './stuck.ts';

/** A small database apart from the real one, opened at first use: importing this file touches no storage. One that does not
 *  answer says so (`StorageStuck`), as the real one does. */
export function smallStore(database: string, table: string): UseStore {
  let use: UseStore | undefined;
  let isOpen = false;
  return async (mode, body) => {
    use ??= createStore(database, table);
    // Another window may keep it closed, or open and busy.
    if (!isOpen) await inTime(use('readonly', (rows) => promisifyRequest(rows.count())));
    isOpen = true;
    return use(mode, body);
  };
}
