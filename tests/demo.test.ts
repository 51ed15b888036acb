/** The demo is also the material of the end-to-end tests and of the pictures: it must be a whole year, and a true one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, demoLinks, makeDemoData } from '../scripts/demo/makeDemo.ts';
import { people, shops } from '../scripts/demo/wijk.ts';
import { verifyAll } from '../server/operator/verify.ts';
import { openServices, type Services } from '../server/services.ts';
import { advanceStage } from '../src/domain/advance.ts';
import type { Rows, RowType } from '../src/domain/rows.ts';

const dataDir = join(mkdtempSync(join(tmpdir(), 'buurtkas-demo-')), 'data');
const makingMsMax = 120_000;
let demo: Demo;
let services: Services;

beforeAll(async () => {
  demo = await makeDemoData(dataDir);
  services = await openServices({ dataDir });
}, makingMsMax);

afterAll(async () => {
  await services.database.close();
  rmSync(join(dataDir, '..'), { recursive: true, force: true });
});

async function rows<T extends RowType>(type: T): Promise<readonly Rows[T][]> {
  const all = await services.store.read((snapshot) => snapshot.allRows(demo.committeeId));
  return all.filter((row) => row.type === type).map(({ body }) => body as Rows[T]);
}

test('[L1-L4, B2, B3, D8] the server finds its chain, rows, ledger and photos whole', async () => {
  const { problems, committees, entries, photos } = await verifyAll(services);
  expect(problems).toEqual([]);
  expect(committees).toBe(5); // and its neighbours'
  expect(entries).toBeGreaterThanOrEqual(demo.commands);
  expect(photos).toBe(demo.photos);
});

test('it is a year: forty proposals in seven themes, twelve meetings, 125 receipts with a photo each', async () => {
  const proposals = await rows('proposal');
  expect(proposals.length).toBeGreaterThanOrEqual(40);
  const themes = new Set(proposals.flatMap(({ themeShares }) => themeShares.map(({ theme }) => theme)));
  expect([...themes].sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(await rows('meeting')).toHaveLength(12);
  const receipts = await rows('receipt');
  expect(receipts).toHaveLength(125);
  expect(receipts.every(({ photos }) => photos.length > 0)).toBe(true);
  expect(await rows('storedPhoto')).toHaveLength(130); // and a paper form, a quote, an idea that was spoken, two of an outcome
});

test('of the year before there are projects from the list of the city, some of which were asked again', async () => {
  const proposals = await rows('proposal');
  const before = proposals.filter(({ year }) => year === 2025);
  expect(before.length).toBeGreaterThanOrEqual(10);
  expect(before.every(({ past, state }) => past === true && state === 'finished')).toBe(true);
  const now = new Set(proposals.filter(({ year }) => year === 2026).map(({ title }) => title));
  expect(before.filter(({ title }) => now.has(title)).length).toBeGreaterThanOrEqual(5);
  expect(new Set(before.flatMap(({ themeShares }) => themeShares.map(({ theme }) => theme))).size).toBe(7);
});

test('a shop sells what it sells: no potting soil from a bakery', async () => {
  const sells = new Map(shops.map(({ name, goods }) => [name, goods]));
  const odd = (await rows('receipt')).filter(({ shop, what }) => sells.get(shop)?.includes(what) !== true);
  expect(odd.map(({ shop, what }) => `${shop}: ${what}`)).toEqual([]);
  expect(sells.get('Bakkerij Van Laar')).not.toContain('Potgrond');
});

test('no more is promised than the city gave, and no more paid than was promised', async () => {
  const sums = new Map<string, number>();
  for (const { account, amountCents } of await rows('ledgerLine')) {
    sums.set(account, (sums.get(account) ?? 0) + amountCents);
  }
  for (const account of ['free', 'awarded', 'paid']) expect(sums.get(account), account).toBeGreaterThan(0);
});

test('an advance is settled and one is open, and what a claim above the limit takes is there', async () => {
  const claims = await rows('claim');
  const advances = claims.filter(({ kind }) => kind === 'advance');
  expect(advances.map((claim) => advanceStage(claim)).sort()).toEqual(['settled', 'to_account']);
  expect(claims.filter(({ awaits }) => awaits === 'second')).toHaveLength(1);
  expect((await rows('countersign')).map(({ state }) => state).sort()).toEqual(['asked', 'signed']);
});

test('each of its people gets a link that works', async () => {
  const links = await demoLinks(dataDir, demo, 'http://localhost:1');
  expect(links.map(({ name }) => name)).toEqual(people.map(({ name }) => name));
  for (const { key, url } of links) {
    const token = new URL(url).hash.slice(1).split('/')[0] ?? '';
    expect(await services.accounts.peek({ token }, 'any')).toMatchObject({ personId: demo.personIds[key] });
  }
});
