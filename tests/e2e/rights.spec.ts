/** A member who is removed while there is unsent work on the phone (docs/sync.md, V1-V3). */
import { readDevice } from './support/device-data.ts';
import { expect } from './support/expect.ts';
import { writeNote } from './support/notes.ts';
import { personIdOf, readServer, rowsOf, verifyProblems } from './support/server-data.ts';
import { expectAllSent, expectOffline } from './support/sync.ts';
import { people, test } from './support/world.ts';

const text = 'Gebeld met de brandweer, het mag';

test('[V2] [V3] what a removed member had not sent is delivered, leaves the phone with the rest, and the chair takes it over', async ({
  world,
}) => {
  const { volunteer, chair } = await world.restore();
  await world.goDown();
  const page = await volunteer.open(world.dossiers[0]);
  await writeNote(page, text);
  await expectOffline(page, 1);
  await volunteer.close();

  await world.comeUp();
  const personId = personIdOf(await readServer(world.server.dataDir), people.volunteer);
  const board = await chair.open(`/instellingen/leden?lid=${personId}`);
  await board.getByRole('button', { name: 'Haal uit de commissie' }).click();
  await expectAllSent(board);
  await expect
    .poll(
      async () => rowsOf(await readServer(world.server.dataDir), 'member').find(({ id }) => id === personId)?.active,
    )
    .toBe(false);

  const gone = await volunteer.open('/');
  await expect(gone.getByRole('heading', { name: 'U doet niet meer mee in deze commissie' })).toBeVisible();
  await expect
    .poll(
      async () => (await readServer(world.server.dataDir)).log.filter(({ code }) => code === 'not_permitted').length,
    )
    .toBe(1);
  expect((await readDevice(gone)).rows).toEqual([]);

  await chair.go('/');
  await board.getByRole('link', { name: 'Werk van een ander is niet verwerkt. U kunt het overnemen.' }).click();
  const card = board.getByRole('article').filter({ hasText: people.volunteer });
  await expect(card).toContainText(people.volunteer);
  await card.getByText('Wat u invulde').click();
  await expect(card).toContainText(text);
  await card.getByRole('button', { name: 'Neem over' }).click();
  await expect(board.getByText('Overgenomen. Het telt nu als uw eigen werk.')).toBeVisible();
  await expect(card).toBeHidden();
  await expectAllSent(board);

  await chair.go(world.dossiers[0] ?? '');
  await expect(board.getByText(text, { exact: true })).toBeVisible();
  const data = await readServer(world.server.dataDir);
  const chairId = personIdOf(data, people.chair);
  expect(rowsOf(data, 'proposalNote')).toMatchObject([{ text, by: chairId }]);
  expect(verifyProblems(world.server.dataDir)).toEqual([]);
  await chair.go('/toestel');
  await expect(board.getByRole('heading', { name: 'Dit toestel' })).toBeVisible();
  await expect(board.getByRole('button', { name: 'Neem over' })).toBeHidden();
  expect([...volunteer.problems, ...chair.problems]).toEqual([]);
});
