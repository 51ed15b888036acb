/** Two people who may write down decisions, in one room, without a connection between them. */
import { expect } from './support/expect.ts';
import { decide, goToItem, nextItem, openMeeting } from './support/meeting.ts';
import { doubledCommands, readServer, rowsOf, verifyProblems } from './support/server-data.ts';
import { expectAllSent, expectOffline, syncBar } from './support/sync.ts';
import { people, proposals, test } from './support/world.ts';

const [first, second] = proposals;
const excused = [people.volunteer, 'Kees'];

test('[C5] two secretaries write down the same item offline: the same is one decision, a different one comes back with both versions', async ({
  world,
}) => {
  test.setTimeout(120_000);
  const { secretary, otherSecretary } = await world.restore();
  await world.goDown();

  const one = await secretary.open(world.meeting);
  await openMeeting(one, excused);
  await goToItem(one, first.title);
  await decide(one, { kind: 'award', inFavour: 5 });
  await nextItem(one, second.title);
  await decide(one, { kind: 'refuse', inFavour: 5, reason: 'De beek is van het waterschap' });

  const other = await otherSecretary.open(world.meeting);
  await openMeeting(other, excused);
  await goToItem(other, first.title);
  await decide(other, { kind: 'award', inFavour: 5 });
  await nextItem(other, second.title);
  await decide(other, { kind: 'award', inFavour: 5 });
  // Opening, the pen, two apologies, five who are there, two decisions.
  await expectOffline(other, 11);
  const item = new URL(other.url()).pathname;

  await world.comeUp();
  await secretary.go('/toestel');
  await expectAllSent(one);
  await otherSecretary.go('/toestel');
  await expect(syncBar(other)).toContainText('1 vraagt uw aandacht');

  const card = other.getByRole('article').filter({ hasText: 'U en een ander legden iets anders vast' });
  await expect(card.getByRole('radio', { name: /^€ 865,40 toegekend ?U, dit toestel/ })).not.toBeChecked();
  await expect(card.getByRole('radio', { name: new RegExp(`^afgewezen ?${people.secretary}`) })).not.toBeChecked();

  await otherSecretary.go(item);
  const versions = other.getByRole('region', { name: 'Er zijn twee versies van dit besluit' });
  await expect(versions).toContainText(`Vastgelegd door ${people.secretary}`);
  await expect(versions).toContainText('De beek is van het waterschap');
  await expect(versions.getByRole('heading', { name: 'Uw versie' })).toBeVisible();
  await versions.getByRole('button', { name: 'Laat het besluit van de lijst gelden' }).click();
  await expectAllSent(other);

  const data = await readServer(world.server.dataDir);
  const recorded = data.log
    .filter(({ name }) => name === 'decision.record')
    .map(({ outcome, code }) => code ?? outcome);
  expect(recorded).toEqual(['applied', 'applied', 'applied', 'already_decided']);
  expect(
    rowsOf(data, 'decision')
      .map(({ outcome }) => outcome)
      .sort(),
  ).toEqual(['awarded', 'refused']);
  expect(doubledCommands(data)).toEqual([]);
  expect(verifyProblems(world.server.dataDir)).toEqual([]);
  expect([...secretary.problems, ...otherSecretary.problems]).toEqual([]);
});
