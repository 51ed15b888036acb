/** What passes by itself in PostgreSQL is never a refusal and never a loss: the phone is asked to send again. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Transient } from '../engine/ports.ts';
import { makeWorld, type Phone, type World } from '../engine/testWorld.ts';

let world: World;
let outside: Client; // another session on the same database
beforeEach(async () => {
  world = await makeWorld();
  outside = new Client(world.place.databaseUrl ?? '');
  await outside.connect();
});
afterEach(async () => {
  await outside.end();
  await world.close();
});

const grant = { year: 2026, amountCents: 100, note: '', bookedOn: '2026-02-01' };
const seqs = async (): Promise<number[]> =>
  (await world.store.read((snapshot) => snapshot.logRange(world.committeeId, 1, 100))).map(({ seq }) => seq);
const asksAgain = { deviceSeq: 0, outcomes: [], stop: 'retry', retryAfterMs: expect.any(Number) };

/** A push of one command while something is wrong, and once more when it is right again. */
async function pushThrough(phone: Phone, wrong: () => Promise<unknown>, right: () => Promise<unknown>): Promise<void> {
  const command = phone.make('grant.add', grant);
  const push = phone.send(command);
  const [answer] = await Promise.all([push, wrong()]);
  expect(answer).toEqual(asksAgain);
  await right();
  expect(await phone.send(command)).toMatchObject({ outcomes: [{ seq: 2, outcome: 'applied' }] });
  expect(await seqs()).toEqual([1, 2]);
}

async function waiting(): Promise<number> {
  for (;;) {
    const { rows } = await outside.query<{ pid: number }>(
      `select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    );
    if (rows[0] !== undefined) return rows[0].pid;
    await sleep(5);
  }
}
const holdCommittee = async (): Promise<void> => {
  await outside.query('begin');
  await outside.query('select * from committee for update');
};
const letGo = (): Promise<unknown> => outside.query('rollback');

test('[P5] a committee that is locked for too long', async () => {
  await holdCommittee();
  await pushThrough(world.anna, async () => undefined, letGo);
});

test('[P5] a connection that is cut in the middle of a transaction', async () => {
  await holdCommittee();
  const cut = async (): Promise<unknown> => outside.query(`select pg_terminate_backend(${await waiting()})`);
  await pushThrough(world.anna, cut, letGo);
});

test('[P5] a deadlock', async () => {
  await outside.query('begin');
  await outside.query('lock table log in exclusive mode'); // the push has the committee and wants the log
  const command = world.anna.make('grant.add', grant);
  const push = world.anna.send(command);
  await waiting();
  const theirs = outside.query('select * from committee for update').then(
    () => 'through',
    (error: { code: string }) => error.code,
  );
  // PostgreSQL chooses who gives way, and who of the two hears of it first. Whoever it is, the command is in the log once.
  const outcome = await theirs;
  await outside.query(outcome === 'through' ? 'commit' : 'rollback');
  if (outcome === 'through') expect(await push).toEqual(asksAgain);
  else {
    expect(outcome).toBe('40P01');
    await push;
  }
  expect(await world.anna.send(command)).toMatchObject({ outcomes: [{ seq: 2, outcome: 'applied' }] });
  expect(await seqs()).toEqual([1, 2]);
});

/** Lets every new log entry fail as PostgreSQL would. */
const failWith = (code: string): Promise<unknown> =>
  outside.query(`create function fail() returns trigger language plpgsql as
    $$ begin raise exception 'no' using errcode = '${code}'; end $$;
    create trigger fail before insert on log execute function fail()`);
const mend = (): Promise<unknown> => outside.query('drop function fail cascade');

test.each([
  ['40001', 'a serialization failure'],
  ['40P01', 'a deadlock'],
  ['53100', 'a full disk'],
  ['53200', 'no memory'],
  ['53300', 'too many connections'],
  ['55P03', 'a lock'],
  ['57014', 'a statement that took too long'],
  ['57P01', 'a server that stops'],
  ['57P03', 'a server that starts'],
  ['58030', 'a disk that fails'],
  ['08006', 'a lost connection'],
  ['25006', 'a server that only reads, after a failover'],
  ['25P03', 'a transaction that was idle for too long'],
  ['25P04', 'a transaction that took too long'],
])('[P5] %s, %s: nothing is recorded, and the phone sends again', async (code) => {
  await failWith(code);
  await pushThrough(world.anna, async () => undefined, mend);
  expect(world.alarms).toEqual([]);
});

test('[P5] any other error is ours: it is held, and told', async () => {
  const command = world.anna.make('grant.add', grant);
  await outside.query(`create function fail() returns trigger language plpgsql as
    $$ begin if new.outcome = 'applied' then raise exception 'no' using errcode = '22012'; end if; return new; end $$;
    create trigger fail before insert on log for each row execute function fail()`);
  expect(await world.anna.send(command)).toMatchObject({ outcomes: [{ outcome: 'held', code: 'server_error' }] });
  await mend();
  expect(await world.engine.redrive(world.committeeId)).toEqual({ settled: 1, open: 0 });
});

test('[P7] in a batch, what was decided before the fault stays decided', async () => {
  const commands = [1, 2, 3].map(() => world.anna.make('grant.add', grant));
  await outside.query(`create function fail() returns trigger language plpgsql as
    $$ begin if new.seq = 3 then raise exception 'no' using errcode = '53100'; end if; return new; end $$;
    create trigger fail before insert on log for each row execute function fail()`);
  const answer = await world.anna.send(...commands);
  expect(answer).toMatchObject({ stop: 'retry', outcomes: [{ seq: 2 }] });
  await mend();
  expect(await world.anna.send(...commands)).toMatchObject({ outcomes: [{ seq: 2 }, { seq: 3 }, { seq: 4 }] });
});

test('a database that only reads for a while', async () => {
  const [{ name } = { name: '' }] = (await outside.query<{ name: string }>('select current_database() as name')).rows;
  const cutAll = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;
  await outside.query(`alter database "${name}" set default_transaction_read_only = on`);
  await outside.query(cutAll);
  const command = world.anna.make('grant.add', grant);
  expect(await world.anna.send(command)).toEqual(asksAgain);
  expect(await world.anna.pull()).toMatchObject({ cursor: 1 });
  await outside.query(`alter database "${name}" reset default_transaction_read_only`);
  // No connection that only reads is used again.
  expect(await world.anna.send(command)).toMatchObject({ outcomes: [{ seq: 2, outcome: 'applied' }] });
});

test('idle connections that broke are noticed before anything is done on them', async () => {
  await Promise.all([1, 2, 3, 4].map(() => world.store.read((snapshot) => snapshot.allRows(world.committeeId))));
  await outside.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`);
  expect(await world.anna.does('grant.add', grant)).toMatchObject({ outcome: 'applied' });
  expect(await world.anna.pull()).toMatchObject({ cursor: 2 });
});

test('when every connection is busy, who comes waits, and is then asked to come again', async () => {
  let free = (): void => undefined;
  const busy = new Promise<void>((resolve) => {
    free = resolve;
  });
  const all = [1, 2, 3, 4].map(() => world.database.write(() => busy));
  await expect(world.database.write(async () => 'in')).rejects.toBeInstanceOf(Transient);
  expect(await world.anna.pull()).toMatchObject({ cursor: 1 }); // reading goes on
  free();
  await Promise.all(all);
  expect(await world.database.write(async () => 'in')).toBe('in');
});
