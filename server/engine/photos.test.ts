import { afterEach, expect, test } from 'vitest';
import { rowKey } from '../../src/domain/command.ts';
import { type Photo, supportSheetId } from '../../src/domain/rows.ts';
import { makeWorld, type Phone, uuid, type World } from './testWorld.ts';

const proposalId = uuid(900);
const first = supportSheetId(proposalId, 1);
const numbers = { householdsAsked: 9, forCount: 5, againstCount: 1, noOpinionCount: 1, notAtHomeCount: 2 };
const hashOf = (letter: string): string => letter.repeat(64);
const photo = (letter: string): Photo => {
  const sha256 = hashOf(letter);
  return { sha256, originalSha256: sha256, size: 1_000, mime: 'image/jpeg', width: 30, height: 40 };
};
const destroy = { sheetIds: [first], destroyedOn: '2027-03-01' };

let world: World;
afterEach(() => world.close());

async function start(): Promise<World> {
  world = await makeWorld();
  await world.anna.does('proposal.create', {
    ...{ proposalId, year: 2026, title: 'Feest', summary: '', applicant: '', kind: 'recurring_event' },
    ...{ themeShares: [], quarters: [], budgetLines: [], requestedCents: 50_000 },
  });
  return world;
}
const count = (phone: Phone, sheetNumber: number, ...letters: readonly string[]) =>
  phone.does('support.count', {
    ...{ proposalId, sheetNumber, area: '', ...numbers, photos: letters.map(photo), countedOn: '2026-03-01' },
  });
const store = (letter: string) => world.engine.recordStoredPhoto(world.committeeId, hashOf(letter), 1_000);
const stored = async (letter: string) =>
  (await world.store.read((tx) => tx.row(world.committeeId, rowKey('storedPhoto', hashOf(letter)))))?.body;

test('[B7] photos of destroyed sheets are destroyed in the same transaction, and every phone hears of it', async () => {
  const { anna, destroyed, pokes } = await start();
  await count(anna, 1, 'a', 'b');
  await store('a');
  expect(await anna.does('support.destroySheets', destroy)).toMatchObject({ outcome: 'applied' });
  expect(await stored('a')).toEqual({ id: hashOf('a'), size: 1_000, destroyedOn: '2027-03-01' });
  expect(await stored('b'), 'it never came, and does not come any more').toMatchObject({ destroyedOn: '2027-03-01' });
  expect([...destroyed].sort()).toEqual([hashOf('a'), hashOf('b')]);
  const { patch, cursor } = await anna.pull();
  expect(
    patch
      .filter(({ t }) => t === 'storedPhoto')
      .map(({ id }) => id)
      .sort(),
  ).toEqual([hashOf('a'), hashOf('b')]);
  expect(pokes.at(-1)).toBe(cursor);
});

test('[B7] a photo that another row shows stays', async () => {
  const { anna, destroyed } = await start();
  await count(anna, 1, 'a', 'b');
  await count(anna, 2, 'b');
  await store('b');
  await anna.does('support.destroySheets', destroy);
  expect(destroyed).toEqual([hashOf('a')]);
  expect(await stored('b')).toEqual({ id: hashOf('b'), size: 1_000 });
});

test('[B7] it is destroyed as soon as that row does not show it any more', async () => {
  const { anna, destroyed } = await start();
  const documentId = uuid(901);
  await count(anna, 1, 'a', 'b');
  await anna.does('proposalDocument.add', {
    ...{ documentId, proposalId, kind: 'paper_form', label: 'Lijst', photos: [photo('b'), photo('c')] },
  });
  await store('b');
  await anna.does('support.destroySheets', destroy);
  expect(destroyed).toEqual([hashOf('a')]);
  await anna.does('proposalDocument.remove', { documentId });
  expect(destroyed, 'c was of no sheet, and stays as it was').toEqual([hashOf('a'), hashOf('b')]);
  expect(await stored('b')).toEqual({ id: hashOf('b'), size: 1_000, destroyedOn: '2027-03-01' });
});

test('[B7] what comes in late of a destroyed photo is dropped, until a row shows it again', async () => {
  const { anna } = await start();
  await count(anna, 1, 'a');
  await anna.does('support.destroySheets', destroy);
  expect(await store('a')).toBe(false);
  expect(await stored('a')).toMatchObject({ destroyedOn: '2027-03-01' });
  await count(anna, 2, 'a');
  expect(await store('a')).toBe(true);
  expect(await stored('a')).toEqual({ id: hashOf('a'), size: 1_000 });
});

test('[B7] a late count of a destroyed sheet takes its own photo along', async () => {
  const { anna, member, destroyed } = await start();
  const other = await member('member');
  await count(anna, 1, 'a');
  await anna.does('support.destroySheets', destroy);
  await count(other, 1, 'c');
  expect(destroyed).toEqual([hashOf('a'), hashOf('c')]);
  expect(await stored('c')).toMatchObject({ destroyedOn: '2027-03-01' });
});

test('[B7] [P9] what waited for its sheet destroys the photos when it is carried out', async () => {
  const { anna, member, destroyed } = await start();
  const other = await member('member');
  expect(await anna.does('support.destroySheets', destroy)).toMatchObject({ outcome: 'held', code: 'waits_for' });
  await count(other, 1, 'a');
  expect(destroyed).toEqual([hashOf('a')]);
  expect(await stored('a')).toMatchObject({ destroyedOn: '2027-03-01' });
});

test('[B7] a refusal destroys nothing', async () => {
  const { anna, destroyed } = await start();
  await count(anna, 1, 'a');
  const early = { ...destroy, destroyedOn: '2027-02-28' };
  expect(await anna.does('support.destroySheets', early)).toMatchObject({ outcome: 'rejected' });
  expect([destroyed, await stored('a')]).toEqual([[], undefined]);
});
