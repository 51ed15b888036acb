/**
 * The great evening: a meeting, a count and two receipts on phones without a connection, each of them killed on the way.
 * Then they come online in every order, and the end is the same: nothing missing, nothing doubled, right to the cent.
 */
import { readFileSync } from 'node:fs';
import type { TestInfo } from '@playwright/test';
import { canonical } from '../../src/domain/canonical.ts';
import { differences, readDevice } from './support/device-data.ts';
import { expect } from './support/expect.ts';
import { decide, expectAgenda, goToItem, nextItem, openMeeting, recuse, startRefusing } from './support/meeting.ts';
import { approveAndPay, expectClaimPaid, expectPhotosShown, expectYear } from './support/money.ts';
import type { Phone } from './support/phone.ts';
import { drawPaper, holdsExif, sha256Of } from './support/photo.ts';
import { claimReceipts } from './support/receipt.ts';
import {
  doubledCommands,
  personIdOf,
  readServer,
  rowsOf,
  type ServerData,
  verifyProblems,
} from './support/server-data.ts';
import { countSheet, expectSheet } from './support/support.ts';
import { expectAllSent, expectOffline } from './support/sync.ts';
import { type Phones, people, proposals, test, type Who, type World } from './support/world.ts';

const [lights, benches, fireworks, garden] = proposals;
type Offline = Extract<Who, 'secretary' | 'volunteer' | 'treasurer' | 'initiator'>;

/** Every order of three. The second volunteer, who is the treasurer, comes between them at a place that moves along. */
const orders: readonly (readonly Offline[])[] = permutations<Offline>(['secretary', 'volunteer', 'initiator']).map(
  (order, at) => order.toSpliced(at % (order.length + 1), 0, 'treasurer'),
);
const decided = ['Toegekend: € 1.250,00', 'Deels toegekend: € 640,15', 'Afgewezen', 'Aangehouden'];
const year = { grant: '10.000,00', awarded: '1.890,15', paid: '99,35', due: '1.790,80', free: '8.109,85' };

/** What the evening left behind: the folders, every command that waited, the claim, and how the first order ended. */
let evening: { readonly folder: string; readonly commandIds: readonly string[]; readonly claim: string } | undefined;
let firstEnd: readonly string[] | undefined;

test.describe.configure({ mode: 'serial', timeout: 120_000 });

test('[S1] an evening without a connection: every browser is killed, and nothing of it is gone', async ({
  world,
}, info) => {
  const phones = await world.restore();
  await world.goDown();
  const decisions = await secretaryDecides(phones.secretary, world);
  const counts = await volunteersCount(phones, world, info);
  const { claim, commandIds } = await initiatorClaims(phones.initiator, info);
  const folder = world.save(phones, 'after-the-evening');
  evening = { folder, claim, commandIds: [...decisions, ...counts, ...commandIds] };
  expect(problemsOf(phones)).toEqual([]);
});

for (const order of orders) {
  test(`[P9] ${order.map((who) => people[who]).join(', ')} come online in this order, and the end is the same`, async ({
    world,
  }) => {
    if (evening === undefined) throw new Error('there was no evening');
    const { folder, claim, commandIds } = evening;
    const phones = await world.restore(folder);
    for (const who of order) {
      await phones[who].open();
      await expectAllSent(phones[who].page);
    }
    await expectSame(phones, world, order);
    const data = await readServer(world.server.dataDir);
    expectEachOnce(data, commandIds);
    expectEvening(data);
    firstEnd ??= endOf(data);
    expect(endOf(data)).toEqual(firstEnd);
    // Every phone and the server hold the same rows as after the first order: what the screens make of them is seen twice.
    if (order === orders[0] || order === orders.at(-1)) {
      await expectScreens(phones, world);
      await treasurerPays(phones.treasurer, claim);
      await expectYear(phones.treasurer, year);
      await expectClaimPaid(phones.initiator, claim);
      await expectSame(phones, world, order);
    }
    expect(verifyProblems(world.server.dataDir)).toEqual([]);
    expect(problemsOf(phones)).toEqual([]);
  });
}

/** Opens the meeting with five of seven, one of whom does not take part in the first item, and decides four times. */
async function secretaryDecides(phone: Phone, world: World): Promise<readonly string[]> {
  const page = await phone.open(world.meeting);
  await openMeeting(page, [people.otherSecretary, 'Kees']);
  await goToItem(page, lights.title);
  await recuse(page, 'Mo', 'organiseert mee');
  await decide(page, { kind: 'award', inFavour: 4 });
  await nextItem(page, benches.title);
  const part = { amount: '640,15', reason: 'Twee bankjes in plaats van drie', condition: 'Van hout' };
  await decide(page, { kind: 'part', inFavour: 5, ...part });
  await nextItem(page, fireworks.title);
  const reason = 'De gemeente geeft geen vergunning';
  await startRefusing(page, reason);
  await expect.poll(async () => JSON.stringify((await readDevice(page)).drafts)).toContain(reason);
  const item = new URL(page.url()).pathname;
  await phone.kill();

  const again = await phone.open(item);
  await expect(again.getByText('We hebben bewaard wat u bij dit punt al had ingevuld.')).toBeVisible();
  await expect(again.getByLabel('Reden', { exact: true })).toHaveValue(reason);
  await phone.go(world.meeting);
  await expectAgenda(again, [...decided.slice(0, 2), 'Gevraagd € 500,00', 'Gevraagd € 2.000,00']);
  await goToItem(again, fireworks.title);
  await decide(again, { kind: 'refuse', inFavour: 5, reason });
  await nextItem(again, garden.title);
  await decide(again, { kind: 'defer', inFavour: 5 });
  await phone.go(world.meeting);
  await expectAgenda(again, decided);
  return waitingThenKilled(phone);
}

/** The same sheet of paper, counted by two people apart from each other. One of them misses a cross. */
async function volunteersCount(phones: Phones, world: World, info: TestInfo): Promise<readonly string[]> {
  const dossier = world.dossiers[0] ?? '';
  const { volunteer, treasurer } = phones;
  const page = await volunteer.open();
  const paper = await drawPaper(page, info.outputPath('lijst-1.jpg'), ['Lijst 1', 'x x x x', 'x x x']);
  expect(holdsExif(readFileSync(paper))).toBe(true);
  await countSheet(volunteer, dossier, { sheet: 1, asked: 24, for: 15, against: 2, notAtHome: 6 }, paper);
  await volunteer.kill();
  await volunteer.open(`${dossier}/draagvlak`);
  await expectSheet(volunteer.page, { sheet: 1, says: '15 voor, 2 tegen', photos: 1 });
  await expectOffline(volunteer.page, 1);

  await treasurer.open();
  await countSheet(treasurer, dossier, { sheet: 1, asked: 24, for: 14, against: 2, notAtHome: 6 });
  await treasurer.kill();
  await treasurer.open(`${dossier}/draagvlak`);
  await expectSheet(treasurer.page, { sheet: 1, says: '14 voor, 2 tegen', photos: 0 });
  await expectOffline(treasurer.page, 1);
  return [...(await waitingThenKilled(volunteer)), ...(await waitingThenKilled(treasurer))];
}

/** Two receipts in one claim, before this phone could know that the money was awarded. */
async function initiatorClaims(
  phone: Phone,
  info: TestInfo,
): Promise<{ readonly claim: string; readonly commandIds: readonly string[] }> {
  const page = await phone.open();
  const receipts = [
    { amount: '86,40', shop: 'Bouwmarkt Hamer', what: 'Lampjes' },
    { amount: '12,95', shop: 'Bakkerij Kruim', what: 'Broodjes' },
  ].map((receipt, at) => ({ ...receipt, photo: info.outputPath(`bon-${at + 1}.jpg`) }));
  for (const { photo, shop, amount } of receipts) {
    await drawPaper(page, photo, [shop, '', `TOTAAL ${amount}`]);
    expect(holdsExif(readFileSync(photo))).toBe(true);
  }
  const claim = await claimReceipts(phone, receipts);
  await phone.kill();
  expect(page.isClosed()).toBe(true);
  await phone.open(claim);
  await expect(phone.page.getByRole('heading', { level: 1, name: 'Declaratie van € 99,35' })).toBeVisible();
  await expectPhotosShown(phone.page, receipts.length);
  await expectOffline(phone.page, 1);
  return { claim, commandIds: await waitingThenKilled(phone) };
}

/** What still has to be sent, read just before the last kill. */
async function waitingThenKilled(phone: Phone): Promise<readonly string[]> {
  const { outbox, inbox } = await readDevice(phone.page);
  expect(inbox).toEqual([]);
  await phone.kill();
  return outbox.map(({ commandId }) => commandId);
}

/** Every phone that is open holds exactly the rows of the server that this person may see, and waits for nothing. */
async function expectSame(phones: Phones, world: World, open: readonly Offline[]): Promise<void> {
  for (const who of open) {
    const compare = async (): Promise<readonly string[]> => {
      const [device, server] = [await readDevice(phones[who].page), await readServer(world.server.dataDir)];
      const waiting = [...device.outbox, ...device.inbox].map(({ commandId }) => `${commandId} waits`);
      return [...differences(device, server, personIdOf(server, people[who])), ...waiting];
    };
    await expect.poll(compare, { message: `${people[who]} sees what the server has` }).toEqual([]);
  }
}

function expectEachOnce(data: ServerData, commandIds: readonly string[]): void {
  expect(doubledCommands(data)).toEqual([]);
  expect(data.log.filter(({ outcome }) => outcome !== 'applied')).toEqual([]);
  const inLog = new Set(data.log.map(({ commandId }) => commandId));
  expect(commandIds.length).toBeGreaterThan(0);
  expect(commandIds.filter((commandId) => !inLog.has(commandId))).toEqual([]);
}

/** Four decisions, two counts of one sheet, one claim, and the three photos whole and without their place. */
function expectEvening(data: ServerData): void {
  const outcomes = rowsOf(data, 'decision').map(({ outcome, flags }) => [outcome, ...flags].join(' '));
  expect(outcomes.sort()).toEqual(['awarded', 'deferred', 'partly_awarded', 'refused']);
  const first = rowsOf(data, 'decision').find(({ outcome }) => outcome === 'awarded');
  expect(first?.takenUnder.presentIds).toHaveLength(5);
  expect(first?.takenUnder.recusedIds).toEqual([personIdOf(data, 'Mo')]);
  const counts = rowsOf(data, 'supportCount').map(({ sheetId, forCount }) => `${sheetId} ${forCount}`);
  expect(new Set(counts.map((one) => one.split(' ')[0])).size).toBe(1);
  expect(counts.map((one) => one.split(' ')[1]).sort()).toEqual(['14', '15']);
  expect(rowsOf(data, 'claim').map(({ claimedCents, state }) => [claimedCents, state])).toEqual([[9_935, 'submitted']]);
  const named = [...rowsOf(data, 'supportSheet'), ...rowsOf(data, 'receipt')].flatMap(({ photos }) => photos);
  expect(named).toHaveLength(3);
  expect(data.photos.map(({ sha256 }) => sha256).sort()).toEqual(named.map(({ sha256 }) => sha256).sort());
  expect(data.photos.map(({ bytes }) => sha256Of(bytes))).toEqual(data.photos.map(({ sha256 }) => sha256));
  expect(data.photos.filter(({ bytes }) => holdsExif(bytes)).map(({ sha256 }) => sha256)).toEqual([]);
}

/** The rows without what depends on when and in which order they came: versions and the server's estimate of the time. */
function endOf({ rows }: ServerData): readonly string[] {
  return rows
    .map(({ type, id, body }) => `${type}/${id} ${canonical(body).replace(/"20\d\d-[^"]*T[^"]*Z"/g, '"at"')}`)
    .sort();
}

async function expectScreens({ secretary, volunteer, treasurer, initiator }: Phones, world: World): Promise<void> {
  for (const phone of [secretary, volunteer, treasurer]) {
    await expectAgenda(await phone.go(world.meeting), decided);
  }
  const dossier = world.dossiers[0] ?? '';
  await expectSheet(await treasurer.go(`${dossier}/draagvlak`), { sheet: 1, says: '14 tot 15 voor', photos: 1 });
  await expect((await initiator.go(dossier)).getByText('€ 1.250,00 toegekend', { exact: true })).toBeVisible();
}

async function treasurerPays(phone: Phone, claim: string): Promise<void> {
  const page = await phone.go('/kas');
  await page.getByRole('link', { name: lights.title }).first().click();
  await page.waitForURL(`**/kas/declaratie/${claim.split('/').at(-1)}`);
  await expectPhotosShown(page, 2);
  await approveAndPay(page, year.paid);
  await expectAllSent(page);
}

const problemsOf = (phones: Phones): readonly string[] => Object.values(phones).flatMap(({ problems }) => problems);

function permutations<T>(of: readonly T[]): readonly (readonly T[])[] {
  if (of.length < 2) return [of];
  return of.flatMap((first) => permutations(of.filter((one) => one !== first)).map((rest) => [first, ...rest]));
}
