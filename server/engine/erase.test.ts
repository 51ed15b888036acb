/** [L6] A name that is erased is nowhere any more on the server, and the log still verifies. */
import { afterEach, expect, test } from 'vitest';
import { verifyAll } from '../operator/verify.ts';
import { ChainCheck } from './chain.ts';
import { founding, makeWorld, type World, type WorldOptions } from './testWorld.ts';

let world: World;
afterEach(() => world.close());
const start = async (options?: WorldOptions): Promise<World> => {
  world = await makeWorld(options);
  return world;
};

const log = () => world.store.read((snapshot) => snapshot.logRange(world.committeeId, 1, 10_000));
const rows = () => world.store.read((snapshot) => snapshot.allRows(world.committeeId));
const everything = async (): Promise<string> => JSON.stringify([await log(), await rows()]);

const erasedOn = '2026-05-01';
const away = async (name: string) => {
  const { anna, newId } = world;
  const personId = newId();
  await anna.does('member.add', { personId, name, role: 'member', proposalIds: [] });
  await anna.does('member.remove', { personId });
  return personId;
};

async function expectWhole(): Promise<void> {
  const check = new ChainCheck(world.ports.sha256);
  expect((await log()).flatMap((entry) => check.next(entry))).toEqual([]);
  const { database, store } = world;
  const blobs = { list: async () => [] } as never; // no photos here
  expect((await verifyAll({ database, store, blobs })).problems).toEqual([]);
}

test('name and old names go from rows and log; what the person did stays', async () => {
  const { anna } = await start();
  const personId = await away('Dina de Vries');
  await anna.does('person.rename', { personId, name: 'Dina Vreeswijk' });
  expect(await everything()).toContain('Dina');
  expect(await anna.does('person.erase', { personId, erasedOn })).toMatchObject({ outcome: 'applied' });
  expect(await everything()).not.toContain('Dina');
  const entries = (await log()).map(({ name, salt, outcome }) => [name, outcome, salt !== null]);
  expect(entries).toEqual([
    ['committee.found', 'applied', true],
    ['member.add', 'applied', false],
    ['member.remove', 'applied', true],
    ['person.rename', 'applied', false],
    ['person.erase', 'applied', true],
  ]);
  expect(world.erased).toEqual([personId]);
  await expectWhole();
});

test('a founder who left is erased too; the grant that the same entry booked stays in the rows', async () => {
  const { anna, member } = await start();
  const next = await member('chair');
  await next.does('member.remove', { personId: anna.personId });
  await next.does('person.erase', { personId: anna.personId, erasedOn });
  expect(await everything()).not.toContain(founding.founderName);
  expect((await rows()).filter(({ type }) => type === 'ledgerLine')).toHaveLength(2);
  await expectWhole();
});

test('who still takes part is not erased, and nothing goes from the log', async () => {
  const { anna, member } = await start();
  const { personId } = await member('secretary');
  const refused = await anna.does('person.erase', { personId, erasedOn });
  expect(refused).toMatchObject({ outcome: 'rejected', code: 'still_member' });
  expect((await log()).every(({ salt }) => salt !== null)).toBe(true);
  expect(world.erased).toEqual([]);
});

test('a phone that was away brings the name again: it is refused, and the log does not keep it', async () => {
  const { anna, member } = await start();
  const secretary = await member('secretary');
  const personId = await away('Dina');
  await anna.does('person.erase', { personId, erasedOn });
  const late = await secretary.does('person.rename', { personId, name: 'Dina Bos' });
  expect(late).toMatchObject({ outcome: 'rejected', code: 'name_erased' });
  expect(await everything()).not.toContain('Dina');
  await expectWhole();
});

test('what was held with the name goes when it is settled, with the entry that held it', async () => {
  let broken = true;
  const { anna, engine, committeeId } = await start({
    around: (store) => ({
      ...store,
      write: (body) =>
        store.write((tx) =>
          body({
            ...tx,
            putRows: (id, changed) => {
              if (broken && JSON.stringify(changed).includes('Dina Bos')) throw new Error('bug');
              return tx.putRows(id, changed);
            },
          }),
        ),
    }),
  });
  const personId = await away('Dina');
  const waiting = await anna.does('person.rename', { personId, name: 'Dina Bos' });
  expect(waiting).toMatchObject({ outcome: 'held', code: 'server_error' });
  const phone = await world.phone(anna.personId); // another device does not stand behind what is held
  expect(await phone.does('person.erase', { personId, erasedOn })).toMatchObject({ outcome: 'applied' });
  broken = false;
  expect(await engine.redrive(committeeId)).toEqual({ settled: 1, open: 0 });
  expect((await log()).at(-1)).toMatchObject({ outcome: 'rejected', code: 'name_erased', salt: null });
  expect(await everything()).not.toContain('Dina');
  await expectWhole();
});
