/** One PostgreSQL a test run, with a database that has all tables and is copied for each server under test. */
import { Client } from 'pg';
import { PostgresDatabase } from '../../server/db/postgresDatabase.ts';
import { startCluster } from '../postgres/cluster.ts';

/** Nothing here outlives the run: no need to be safe, and much to start and to throw away. */
const cheap = ['fsync=off', 'full_page_writes=off', 'autovacuum=off', 'shared_buffers=32MB', 'jit=off'];

export default async function setup(): Promise<() => Promise<void>> {
  const cluster = await startCluster([...cheap, 'deadlock_timeout=200ms']);
  const client = new Client(cluster.url('postgres'));
  await client.connect();
  await client.query('create database buurtkas_template');
  await client.end();
  await (await PostgresDatabase.open({ url: cluster.url('buurtkas_template') })).close();
  process.env['TEST_POSTGRES'] = cluster.url('postgres'); // tests run in processes that inherit it
  return cluster.stop;
}
