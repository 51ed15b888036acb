/** Brings the tables of PostgreSQL up to date. Nodes that start at once take turns. */
import type { Client } from 'pg';
import { ddlIn } from './dialect.ts';
import { migrations, migrationsAfter } from './migrations.ts';

/** Of our own choosing; the operator's commands that need every node to be stopped use the next one (nodes.ts). */
const migrationLock = 7_820_001;

export async function migratePostgres(client: Client): Promise<void> {
  await checkPromises(client);
  await client.query('begin');
  try {
    await client.query(`select pg_advisory_xact_lock(${migrationLock})`);
    await client.query('create table if not exists migration (step bigint not null)');
    const { rows } = await client.query<{ step: number }>('select coalesce(max(step), 0) as step from migration');
    const done = rows[0]?.step ?? 0;
    for (const step of migrationsAfter(done)) await client.query(ddlIn('postgres', step));
    if (done < migrations.length) await client.query(`insert into migration values (${migrations.length})`);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function checkPromises(client: Client): Promise<void> {
  const { rows } = await client.query<{ encoding: string; commit: string; standby: boolean }>(
    `select current_setting('server_encoding') as encoding, current_setting('synchronous_commit') as commit,
      pg_is_in_recovery() as standby`,
  );
  const [found] = rows;
  if (found?.encoding !== 'UTF8') throw new Error(`The database must have the encoding UTF8, not ${found?.encoding}.`);
  if (found.commit === 'off') {
    throw new Error('synchronous_commit is off: what was answered would not survive a power cut. Switch it on.');
  }
  if (found.standby)
    throw new Error('This PostgreSQL only reads: it is a standby. DATABASE_URL must reach the primary.');
}
