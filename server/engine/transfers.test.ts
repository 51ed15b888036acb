/** [D15] Money between two committees of one server: nothing is lost or doubled, whenever the server stops. */
import { afterEach, expect, test } from 'vitest';
import type { LedgerLine, Transfer } from '../../src/domain/rows.ts';
import { type ServerStore, Transient } from './ports.ts';
import { founding, makeWorld, type World, type WorldOptions } from './testWorld.ts';

const worlds: World[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

async function start(options: WorldOptions = {}) {
  const world = await makeWorld(options);
  worlds.push(world);
  const otherId = world.newId();
  const benId = world.newId();
  await world.engine.createCommittee(otherId, benId);
  const rowsOf = <T>(id: string, type: string): Promise<readonly T[]> =>
    world.store.read(async (snapshot) =>
      (await snapshot.allRows(id)).filter((row) => row.type === type).map((row) => row.body as T),
    );
  const under = async (id: string, account: string): Promise<number> =>
    (await rowsOf<LedgerLine>(id, 'ledgerLine'))
      .filter((line) => line.account === account)
      .reduce((sum, line) => sum + line.amountCents, 0);
  const found = () =>
    world.engine.runOwn(otherId, [
      { commandId: 'founding', name: 'committee.found', founderId: benId, args: founding as never },
    ]);
  const transferId = world.newId();
  const send = (to = otherId) =>
    world.anna.does('transfer.send', {
      ...{ transferId, year: founding.year, amountCents: 10_000, reason: '', sentOn: '2026-02-01' },
      ...{ toCommitteeId: to, toName: 'Velve' },
    });
  const stateOf = async (id: string) => (await rowsOf<Transfer>(id, 'transfer')).map(({ state }) => state);
  return { ...world, otherId, found, send, under, stateOf };
}

test('it arrives with the push that sends it, once, also when it is delivered again', async () => {
  const { engine, committeeId, otherId, found, send, under, stateOf } = await start();
  await found();
  const before = await under(otherId, 'free');
  expect(await send()).toMatchObject({ outcome: 'applied' });
  expect([await stateOf(committeeId), await stateOf(otherId)]).toEqual([['arrived'], ['arrived']]);
  expect([await under(otherId, 'free'), await under(committeeId, 'under_way')]).toEqual([before + 10_000, 0]);
  expect((await under(committeeId, 'transferred')) + (await under(otherId, 'transferred'))).toBe(0);
  expect(await engine.deliverTransfers(committeeId)).toBe(0);
  expect(await under(otherId, 'free')).toBe(before + 10_000);
});

test.each(['a committee that is not there', 'one that was never founded'])(
  '%s: the money comes back',
  async (which) => {
    const { committeeId, newId, send, under, stateOf } = await start();
    const before = await under(committeeId, 'free');
    await (which.startsWith('a ') ? send(newId()) : send());
    expect(await stateOf(committeeId)).toEqual(['refused']);
    expect([await under(committeeId, 'free'), await under(committeeId, 'under_way')]).toEqual([before, 0]);
  },
);

test.each([1, 2])('the server stops before step %i of the delivery: the next one goes on there', async (step) => {
  let failFrom = Number.POSITIVE_INFINITY;
  let writes = 0;
  const around = (store: ServerStore): ServerStore => ({
    ...store,
    read: (body) => store.read(body),
    write: (body) => {
      writes += 1;
      return writes >= failFrom ? Promise.reject(new Transient('stopped')) : store.write(body);
    },
  });
  const { engine, committeeId, otherId, found, send, under, stateOf, pokes } = await start({ around });
  await found();
  const before = await under(otherId, 'free');
  failFrom = writes + 1 + step; // the push itself is the first write
  expect(await send()).toMatchObject({ outcome: 'applied' });
  expect(await stateOf(committeeId)).toEqual(['under_way']);
  failFrom = Number.POSITIVE_INFINITY;
  const poked = pokes.length;
  expect(await engine.deliverTransfers(committeeId)).toBe(1);
  expect(pokes.length - poked).toBe(3 - step); // only of logs that grew
  expect(await stateOf(committeeId)).toEqual(['arrived']);
  expect([await under(otherId, 'free'), await under(committeeId, 'under_way')]).toEqual([before + 10_000, 0]);
});
