/** A second machine takes over from the first while phones push: with a synchronous standby nothing is missing. */
import { connect, createServer, type Server, type Socket } from 'node:net';
import { Client } from 'pg';
import { afterEach, expect, test } from 'vitest';
import { type Cluster, startCluster } from '../../tests/postgres/cluster.ts';
import { AlarmJournal } from '../alarms.ts';
import { verifyAll } from '../operator/verify.ts';
import { freshPull, startApp, type TestApp, type Visitor } from '../testApp.ts';

/** An address that stays while the machine behind it changes, as hosting has it. */
class Address {
  #port: number;
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;

  constructor(port: number) {
    this.#port = port;
    this.#server = createServer((socket) => {
      const further = connect(this.#port, '127.0.0.1');
      for (const end of [socket, further]) {
        this.#sockets.add(end);
        end.on('error', () => undefined).on('close', () => [socket, further].map((other) => other.destroy()));
      }
      socket.pipe(further).pipe(socket);
    });
  }

  async open(database: string): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    return `postgres://postgres@127.0.0.1:${typeof address === 'object' ? address?.port : 0}/${database}`;
  }

  leadTo(port: number): void {
    this.#port = port;
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
  }

  async close(): Promise<void> {
    this.leadTo(0);
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

let toEnd: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of toEnd.reverse()) await end();
  toEnd = [];
});

async function query<T extends object>(cluster: Cluster, sql: string, database = 'postgres'): Promise<T[]> {
  const client = new Client(cluster.url(database));
  await client.connect();
  return client.query<T>(sql).then(
    ({ rows }) => client.end().then(() => rows),
    (error) => client.end().then(() => Promise.reject(error)),
  );
}

async function twoMachines(flags: readonly string[]) {
  const first = await startCluster(['fsync=off', 'wal_level=replica', ...flags]);
  toEnd.push(first.stop);
  const second = await first.standby();
  toEnd.push(second.stop);
  await query(first, 'create database buurtkas');
  const address = new Address(first.port);
  toEnd.push(() => address.close());
  const world: TestApp = await startApp({ databaseUrl: await address.open('buurtkas') });
  toEnd.push(world.close);
  return { first, second, address, world };
}

const takeOver = (second: Cluster): Promise<unknown> => query(second, 'select pg_promote()');

async function pushUntilDecided(person: Visitor): Promise<string> {
  const push = person.pushOf('grant.add', { year: 2026, amountCents: 100, note: '', bookedOn: '2026-02-01' });
  for (;;) {
    const answer = await person.ask('POST', '/api/sync/push', { payload: push });
    expect([200, 503]).toContain(answer.statusCode);
    const { outcomes = [] } = answer.json<{ outcomes?: { outcome: string }[] }>();
    if (outcomes[0] !== undefined) return outcomes[0].outcome;
  }
}

test('[P5] a synchronous standby takes over in the middle of pushes: nothing lost, nothing doubled', async () => {
  const { first, second, address, world } = await twoMachines(['synchronous_standby_names=*']);
  const people = [await world.founder(), await world.founder()];
  let on = true;
  const pushing = people.map(async (person) => {
    let pushed = 0;
    for (; on || pushed === 0; pushed += 1) expect(await pushUntilDecided(person)).toBe('applied');
    return pushed;
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  await first.crash();
  await takeOver(second);
  address.leadTo(second.port);
  await new Promise((resolve) => setTimeout(resolve, 500));
  on = false;
  const counts = await Promise.all(pushing);
  for (const count of counts) expect(count).toBeGreaterThan(3);
  expect(await verifyAll(world.services)).toMatchObject({
    problems: [],
    entries: counts.reduce((sum, count) => sum + count, people.length),
  });
});

interface Known {
  readonly epoch: string;
  readonly cursor: number;
  readonly access: { readonly v: number };
  readonly last: { readonly head: string; readonly lastDeviceSeq: number };
}
const pull = async (person: Visitor, known?: Known): Promise<Known> => {
  const { epoch, cursor, access, last } = known ?? {};
  const { head, lastDeviceSeq: settledSeq } = last ?? {};
  const has = known === undefined ? {} : { epoch, cursor, head, accessV: access?.v, settledSeq };
  return (await person.ask('POST', '/api/sync/pull', { payload: { ...freshPull(person), ...has } })).json<Known>();
};

test('[H13] a standby that had not heard the last takes over: a phone says so, and gives it back', async () => {
  const { first, second, address, world } = await twoMachines([]);
  const person = await world.founder();
  const heard = async () => (await query<{ n: string }>(second, 'select count(*) as n from log', 'buurtkas'))[0]?.n;
  await expect.poll(heard).toBe('1');
  await second.crash(); // from here on it hears nothing
  const push = person.pushOf('grant.add', { year: 2026, amountCents: 100, note: '', bookedOn: '2026-02-01' });
  const send = async () => (await person.ask('POST', '/api/sync/push', { payload: push })).json<object>();
  expect(await send()).toMatchObject({ outcomes: [{ outcome: 'applied', seq: 2 }] });
  const known = await pull(person);
  expect(known).toMatchObject({ cursor: 2, last: { lastDeviceSeq: 2 } });

  await first.crash();
  await second.start();
  await takeOver(second);
  address.leadTo(second.port);
  await expect.poll(async () => (await pull(person)).cursor).toBe(1);
  const after = await pull(person, known);
  expect(after).toMatchObject({ cursor: 1, mode: 'snapshot', last: { lastDeviceSeq: 1 } });
  expect(after.epoch).not.toBe(known.epoch);
  expect(await send()).toMatchObject({ outcomes: [{ outcome: 'applied', seq: 2 }] });
  expect(await verifyAll(world.services)).toMatchObject({ problems: [], entries: 2 });
  expect(new AlarmJournal(world.dataDir).counts(9_999)).toMatchObject({ history_lost: 1 });
});
