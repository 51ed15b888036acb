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

function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
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

test.each(['before', 'right after'])(
  'the server stops %s the delivery is committed: the next one goes on there',
  async (when) => {
    let failAt = Number.POSITIVE_INFINITY;
    let writes = 0;
    const around = (store: ServerStore): ServerStore => ({
      ...store,
      read: (body) => store.read(body),
      write: async (body) => {
        writes += 1;
        const fails = writes === failAt;
        if (fails && when === 'before') throw new Transient('stopped');
        const result = await store.write(body);
        if (fails) throw new Transient('stopped');
        return result;
      },
    });
    const { engine, committeeId, otherId, found, send, under, stateOf } = await start({ around });
    await found();
    const before = await under(otherId, 'free');
    failAt = writes + 2; // the push itself is the first write
    expect(await send()).toMatchObject({ outcome: 'applied' });
    expect(await stateOf(committeeId)).toEqual([when === 'before' ? 'under_way' : 'arrived']);
    expect(await stateOf(otherId)).toEqual(when === 'before' ? [] : ['arrived']); // in both or in none
    expect(await engine.deliverTransfers(committeeId)).toBe(when === 'before' ? 1 : 0);
    expect(await stateOf(committeeId)).toEqual(['arrived']);
    expect([await under(otherId, 'free'), await under(committeeId, 'under_way')]).toEqual([before + 10_000, 0]);
  },
);

test('the other committee opens its year between two deliveries: the money is in one place', async () => {
  const hooks = new Map<number, () => Promise<unknown>>();
  let writes = 0;
  const around = (store: ServerStore): ServerStore => ({
    ...store,
    read: (body) => store.read(body),
    write: async (body) => {
      writes += 1;
      const hook = hooks.get(writes);
      const result = await store.write(body);
      await hook?.();
      return result;
    },
  });
  const { engine, committeeId, otherId, found, send, under, stateOf } = await start({ around });
  let second: Promise<unknown> = Promise.resolve();
  const [received, settled] = [gate(), gate()];
  // After the push: the first delivery is refused; the other committee is founded; another node's delivery arrives there; the
  // first goes on; then the other.
  hooks.set(writes + 2, async () => {
    await found();
    second = engine.deliverTransfers(committeeId);
    await Promise.race([second, received.opened]);
  });
  hooks.set(writes + 4, async () => {
    received.open();
    await settled.opened;
  });
  hooks.set(writes + 5, async () => settled.open());
  await send();
  await second;
  expect([await stateOf(committeeId), await stateOf(otherId)]).toEqual([['refused'], []]);
  expect((await under(committeeId, 'transferred')) + (await under(otherId, 'transferred'))).toBe(0);
});
