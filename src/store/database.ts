/** The database of one person on this device. Precious tables only ever get fields added, so that an upgrade without a
 *  connection, minutes before a meeting, cannot lose anything. */
import { Dexie } from 'dexie';
import { type RowType, rowTypes } from '../domain/rows.ts';
import { clientTables, rowTable } from '../sync/ports.ts';

/** One higher with every table or index that comes; values stay as they are. A test keeps the list of each version.
 *  2: also records of the archive that an older app does not read, so its windows have to make way.
 *  3: the check of the rules, the advice of the district, the spending plan, and what came of projects.
 *  4: the bank, payment files, the kascommissie, and signatures of the auditor or the district under a claim.
 *  5: who took on which task, and tasks that people wrote down.
 *  6: what the server said of other committees, to be read without it.
 *  7: no index on the committee where the primary key begins with it, which finds the same: a sixth less to write. */
const schemaVersion = 7;

export const rowTableName = (type: RowType): string => `rows_${type}`;
export const databaseName = (personId: string): string => `buurtkas-${personId}`;

export function createDatabase(personId: string): Dexie {
  // Strict: on disk before it resolves; Chromium's default since 121 is not (D10). The cache of Dexie would clone what
  // every live query reads, for writes outside transactions, which we do not have.
  const db = new Dexie(databaseName(personId), { chromeTransactionDurability: 'strict', cache: 'disabled' });
  db.version(schemaVersion).stores(schema());
  return db;
}

function schema(): Record<string, string> {
  const tables: Record<string, string> = {};
  for (const [name, paths] of Object.entries(clientTables)) tables[name] = paths.join(',');
  for (const type of rowTypes) tables[rowTableName(type)] = rowTable(type).join(',');
  return { ...tables, heard: 'key' };
}
