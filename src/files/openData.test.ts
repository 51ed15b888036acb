import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import * as given from '../../tests/domain/committee.ts';
import { publish, publishedWorld, told, toldWorld } from '../../tests/domain/outcomeExamples.ts';
import { people, type World } from '../../tests/domain/world.ts';
import { type OpenDataInput, openDataOf } from './openData.ts';

const { proposalId } = given;
const schema: unknown = JSON.parse(readFileSync(new URL('../../docs/open-data.schema.json', import.meta.url), 'utf8'));
const fits = new Ajv({ allErrors: true }).compile(schema as object);

const inputOf = (world: World): OpenDataInput => {
  const [committee] = world.all('committee');
  if (committee === undefined) throw new Error('no committee');
  return {
    ...{ year: 2026, today: '2026-12-01', committee, proposals: world.all('proposal') },
    ...{ themes: world.all('budgetYear')[0]?.themes ?? [], decisions: world.all('decision') },
    published: world.all('publishedOutcome'),
  };
};

test('a year of published decisions fits the schema that is documented', () => {
  const world = given.yearEndWorld();
  const data = openDataOf({
    ...inputOf(world),
    decisions: world.all('decision').map((decision) => ({ ...decision, published: true })),
  });
  expect(fits(data), JSON.stringify(fits.errors)).toBe(true);
  expect(data.decisions).toMatchObject([
    { title: 'Buurtfeest Klosplein', awardedCents: 45_000, quarters: ['Klosplein'] },
  ]);
  expect(data.totals).toEqual({ projects: 1, awardedCents: 45_000 });
});

test('[D7] a second award of the same proposal, for which no money is kept, does not count twice', () => {
  const input = inputOf(given.yearEndWorld());
  const [award] = input.decisions;
  if (award === undefined) throw new Error('no decision');
  const standing = { ...award, published: true };
  const again = { ...standing, id: `${award.id}:again`, decidedOn: '2026-12-30', flags: ['second_award'] as const };
  const data = openDataOf({ ...input, decisions: [standing, again] });
  expect(fits(data), JSON.stringify(fits.errors)).toBe(true);
  expect(data.decisions.map(({ outcome, awardedCents }) => [outcome, awardedCents])).toEqual([
    ['awarded', 45_000],
    ['awarded', 0],
  ]);
  expect(data.totals).toEqual({ projects: 1, awardedCents: 45_000 });
});

test('what is not published, was withdrawn or is of another year is not in it', () => {
  const world = given.yearEndWorld();
  const input = inputOf(world);
  const published = input.decisions.map((decision) => ({ ...decision, published: true }));
  const titles = (over: Partial<OpenDataInput>) =>
    openDataOf({ ...input, ...over }).decisions.map(({ title }) => title);
  expect(titles({ decisions: input.decisions.map((decision) => ({ ...decision, published: false })) })).toEqual([]);
  expect(titles({ decisions: published.map((decision) => ({ ...decision, withdrawn: true })) })).toEqual([]);
  expect(titles({ decisions: published, year: 2027 })).toEqual([]);
});

test('no person, account or applicant is in it, and a field too much is refused by the schema', () => {
  const world = given.yearEndWorld();
  const decisions = inputOf(world).decisions.map((decision) => ({ ...decision, published: true }));
  const data = openDataOf({ ...inputOf(world), decisions });
  const text = JSON.stringify(data);
  for (const id of Object.values(people)) expect(text).not.toContain(id);
  expect(text).not.toContain('Speeltuinvereniging');
  expect(fits({ ...data, extra: 1 })).toBe(false);
});

test('[S21] a published story stands in the file of each year that its project runs, with what each year brought', () => {
  const world = publishedWorld();
  world.ok('member', 'proposal.setYears', { proposalId, untilYear: 2027, seen: null });
  const years = [{ year: 2026, visitors: 60, story: 'Elke week vol' }];
  world.ok('member', 'outcome.publish', { ...publish, told: { ...told, years }, seen: told });
  for (const year of [2026, 2027]) {
    const data = openDataOf({ ...inputOf(world), year });
    expect(fits(data), JSON.stringify(fits.errors)).toBe(true);
    expect(data.stories).toEqual([{ proposalId, publishedOn: '2026-07-20', ...told, photos: 1, years }]);
  }
  expect(openDataOf({ ...inputOf(world), year: 2028 }).stories).toEqual([]);
});

test('a story that was told and is not published, or was taken back, is not in it', () => {
  expect(openDataOf(inputOf(toldWorld())).stories).toEqual([]);
  const world = publishedWorld();
  expect(openDataOf(inputOf(world)).stories).toMatchObject([{ title: 'Zomerfeest', years: [] }]);
  world.ok('chair', 'outcome.takeBack', { proposalId });
  expect(openDataOf(inputOf(world)).stories).toEqual([]);
});
