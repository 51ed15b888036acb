/** PostgreSQL crashes and comes back while phones push: everything is decided once, and the chain is whole. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cluster, startCluster } from '../../tests/postgres/cluster.ts';
import { verifyAll } from '../operator/verify.ts';
import { startApp, type TestApp, type Visitor } from '../testApp.ts';

let cluster: Cluster; // of its own: other tests go on meanwhile
let world: TestApp;
beforeAll(async () => {
  cluster = await startCluster();
  const client = new Client(cluster.url('postgres'));
  await client.connect();
  await client.query('create database buurtkas');
  await client.end();
  world = await startApp({ databaseUrl: cluster.url('buurtkas') });
});
afterAll(async () => {
  await world.close();
  await cluster.stop();
});

test('[P5] crashes in the middle of pushes lose nothing and double nothing', async () => {
  const people = [await world.founder(), await world.founder(), await world.founder()];
  let on = true;
  const pushing = people.map(async (person) => {
    let pushed = 0;
    for (; on || pushed === 0; pushed += 1) await pushUntilDecided(person);
    return pushed;
  });
  for (let n = 0; n < 3; n += 1) {
    await sleep(400);
    await cluster.crash();
    await sleep(100);
    const [someone] = people;
    const answer = await someone?.ask('GET', '/api/me');
    expect([answer?.statusCode, answer?.headers['retry-after']]).toEqual([503, '2']);
    await cluster.start();
  }
  await sleep(400);
  on = false;
  const counts = await Promise.all(pushing);
  const report = await verifyAll(world.services);
  const founded = people.length;
  expect(report).toMatchObject({ problems: [], entries: counts.reduce((sum, count) => sum + count, founded) });
  for (const count of counts) expect(count).toBeGreaterThan(3);
});

async function pushUntilDecided(person: Visitor): Promise<void> {
  const grant = { year: 2026, amountCents: 100, note: '', bookedOn: '2026-02-01' };
  const push = person.pushOf('grant.add', grant);
  for (;;) {
    const answer = await person.ask('POST', '/api/sync/push', { payload: push });
    expect([200, 503]).toContain(answer.statusCode);
    const { outcomes = [], stop } = answer.json<{ outcomes?: { outcome: string }[]; stop?: string }>();
    if (outcomes[0] !== undefined) {
      expect(outcomes[0].outcome).toBe('applied');
      return;
    }
    expect([undefined, 'retry']).toContain(stop);
    await sleep(20);
  }
}
