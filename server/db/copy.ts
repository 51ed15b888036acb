/** All data of one database into an empty other one, of whatever kind. Photos and what is counted for a minute go their
 *  own ways. */
import type { Connection, Table } from './database.ts';

const left = ['blob', 'blob_part', 'rate'] as const;
type Copied = Exclude<Table, (typeof left)[number]>;
/** A table that is forgotten here is a type error. */
const copied: Readonly<Record<Copied, true>> = {
  committee: true,
  device: true,
  committee_device: true,
  row: true,
  scope_move: true,
  log: true,
  log_payload: true,
  seq_alias: true,
  held: true,
  relay_waiting: true,
  session: true,
  invite: true,
};
const tables = Object.keys(copied) as Copied[];

export async function copyTables(from: Connection, to: Connection): Promise<void> {
  for (const table of tables) {
    for await (const page of from.pages(table)) await to.insert(table, page);
  }
}

/** Of PostgreSQL. */
export async function emptyTables(connection: Connection): Promise<void> {
  await connection.raw(`truncate ${tables.map((table) => `"${table}"`).join(', ')}`);
}
