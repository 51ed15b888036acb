import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Role } from '../../src/domain/rows.ts';
import { founding } from '../engine/testWorld.ts';
import { startApp, type TestApp, type Visitor } from '../testApp.ts';

let world: TestApp;
let anna: Visitor;
beforeEach(async () => {
  world = await startApp();
  anna = await world.founder();
});
afterEach(() => world.close());

const statusOf = async (who: Visitor, url: string): Promise<number> => (await who.ask('GET', url)).statusCode;
const at = (page: string): string => `/api/committees/${anna.committeeId}/${page}`;

test('whoever moves money to another body finds the founded ones by name; strangers find nothing', async () => {
  const bert = await world.founder();
  await bert.does('committee.change', { fields: { district: 'Noord' }, seen: { district: '' } });
  const { name } = founding;
  const { bodies } = (await anna.ask('GET', '/api/bodies')).json<{ bodies: { id: string }[] }>();
  const byId = [...bodies].sort((a, b) => (a.id < b.id ? -1 : 1));
  const expected = [
    { id: anna.committeeId, name, district: '' },
    { id: bert.committeeId, name, district: 'Noord' },
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(byId).toEqual(expected);
  expect(await statusOf(world.visitor(), '/api/bodies')).toBe(401);
});

test('[S18] committees in one city see the sums of each other, unless one hides them', async () => {
  const figures = async (who: Visitor): Promise<{ id: string; years: { year: number; grantCents: number }[] }[]> =>
    (await who.ask('GET', '/api/bodies/figures')).json().figures;
  const bert = await world.founder();
  const elsewhere = await world.founder();
  await elsewhere.does('committee.change', { fields: { city: 'Hengelo' }, seen: { city: founding.city } });
  const reader = await world.member(anna, 'initiator');
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort();
  expect(ids(await figures(reader))).toEqual([anna.committeeId, bert.committeeId].sort());
  const yearOf = async () => (await figures(anna)).find(({ id }) => id === bert.committeeId)?.years[0];
  expect(await yearOf()).toMatchObject({ year: founding.year, grantCents: founding.grantCents });
  await bert.does('grant.add', { year: founding.year, amountCents: 5, note: '', bookedOn: '2026-01-12' });
  expect(await yearOf()).toMatchObject({ grantCents: founding.grantCents + 5 });
  await bert.does('committee.change', { fields: { showsFigures: false }, seen: { showsFigures: true } });
  expect(ids(await figures(anna))).toEqual([anna.committeeId]);
  expect(ids(await figures(elsewhere))).toEqual([elsewhere.committeeId]);
  expect(await statusOf(world.visitor(), '/api/bodies/figures')).toBe(401);
});

test.each<[page: string, allowed: readonly Role[]]>([
  ['held', ['chair', 'secretary', 'treasurer', 'member', 'auditor', 'district_manager', 'initiator']],
  ['refused', ['chair']],
  ['log', ['chair', 'treasurer', 'auditor']],
])('%s is read by %j and by nobody else', async (page, allowed) => {
  const roles: readonly Role[] = ['secretary', 'treasurer', 'member', 'auditor', 'district_manager', 'initiator'];
  for (const role of roles) {
    expect([role, await statusOf(await world.member(anna, role), at(page))]).toEqual([
      role,
      allowed.includes(role) ? 200 : 403,
    ]);
  }
  expect(await statusOf(anna, at(page))).toBe(200);
  expect(await statusOf(await world.founder(), at(page))).toBe(403); // of another committee
  expect(await statusOf(world.visitor(), at(page))).toBe(401);
});

test('[V3] the chair reads what was refused for want of rights, with what it said', async () => {
  const member = await world.member(anna, 'member');
  const args = { year: 2026, amountCents: 5, note: '', bookedOn: '2026-01-12' };
  expect(await member.does('grant.add', args)).toMatchObject({ code: 'not_permitted' });
  const { refused } = (await anna.ask('GET', at('refused'))).json<{ refused: object[] }>();
  expect(refused).toMatchObject([{ name: 'grant.add', actorId: member.personId, args }]);
});

test('[L2] an auditor gets every link of the chain and no content', async () => {
  const auditor = await world.member(anna, 'auditor');
  const answer = (await auditor.ask('GET', at('log'))).json<{ entries: Record<string, unknown>[]; more: boolean }>();
  expect(answer.more).toBe(false);
  expect(answer.entries.map(({ name }) => name)).toEqual(['committee.found', 'member.add']);
  expect(
    answer.entries.flatMap((entry) => Object.keys(entry)).filter((key) => /args|effects|params|salt/.test(key)),
  ).toEqual([]);
  const [first, second] = answer.entries;
  expect(second?.['prevHash']).toBe(first?.['hash']);
  const later = (await auditor.ask('GET', `${at('log')}?from=2`)).json<{ entries: object[] }>();
  expect(later.entries).toEqual([second]);
  expect((await auditor.ask('GET', `${at('log')}?from=0`)).statusCode).toBe(400);
});
