/** One PostgreSQL a test run, with a database that has all tables and is copied for each server under test. */
import { Client } from 'pg';
import { PostgresDatabase } from '../../server/db/postgresDatabase.ts';
import { cheapFlags, startCluster } from '../postgres/cluster.ts';

export default async function setup(): Promise<() => Promise<void>> {
  const cluster = await startCluster([...cheapFlags, 'deadlock_timeout=200ms']);
  const client = new Client(cluster.url('postgres'));
  await client.connect();
  await client.query('create database buurtkas_template');
  await client.end();
  await (await PostgresDatabase.open({ url: cluster.url('buurtkas_template') })).close();
  process.env['TEST_POSTGRES'] = cluster.url('postgres'); // tests run in processes that inherit it
  return cluster.stop;
}
