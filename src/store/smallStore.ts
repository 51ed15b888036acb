import { createStore, type UseStore } from 'idb-keyval';
import { inTime } from './stuck.ts';

/** A small database apart from the real one, opened at first use: importing this file touches no storage. One that does not
 *  answer says so (`StorageStuck`), as the real one does. */
export function smallStore(database: string, table: string): UseStore {
  let use: UseStore | undefined;
  let isOpen = false;
  return async (mode, body) => {
    use ??= createStore(database, table);
    if (!isOpen) await inTime(use('readonly', () => undefined));
    isOpen = true;
    return use(mode, body);
  };
}
