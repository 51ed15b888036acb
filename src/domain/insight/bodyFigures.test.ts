import { describe, expect, test } from 'vitest';
import * as given from '../../../tests/domain/committee.ts';
import type { World } from '../../../tests/domain/world.ts';
import type { Committee } from '../rows.ts';
import { type BodyInput, bodyFigures, showsFigures } from './bodyFigures.ts';

const inputOf = (world: World, over: Partial<BodyInput> = {}): BodyInput => ({
  committee: world.all('committee')[0] as Committee,
  ...{ budgetYears: world.all('budgetYear'), rules: world.all('rule'), proposals: world.all('proposal') },
  ...{ decisions: world.all('decision'), claims: world.all('claim'), payments: world.all('payment') },
  ...{ lines: world.all('ledgerLine'), sheets: world.all('supportSheet'), counts: world.all('supportCount') },
  indications: world.all('supportIndication'),
  ...over,
});

describe('[S18] what a committee shows to the others', () => {
  test('says of a year what its dossiers and its ledger say', () => {
    const world = given.yearEndWorld();
    const { name, years } = bodyFigures(inputOf(world));
    expect(name).toBe('Spoelkwartier');
    expect(years.map(({ year }) => year)).toEqual([...years.map(({ year }) => year)].sort((a, b) => b - a));
    const year = years.find((one) => one.year === 2026);
    expect(year).toMatchObject({ projects: 1, awardedCents: 45_000, grantCents: 1_000_000, refused: 0 });
    expect(year?.themes.reduce((sum, { cents }) => sum + cents, 0)).toBe(45_000);
    expect(year?.themes.reduce((sum, { count }) => sum + count, 0)).toBe(1);
    expect(year?.themes.every((theme) => theme.name !== '')).toBe(true);
  });

  test('a year of before the app counts, with what nobody knows of it left open', () => {
    const world = given.yearEndWorld();
    const past = world.all('proposal').map((one) => ({ ...one, year: 2014, past: true as const }));
    const year = bodyFigures(inputOf(world, { proposals: past, decisions: [] })).years.find((one) => one.year === 2014);
    expect(year).toMatchObject({ projects: 1, grantCents: 0, smallLimitCents: null, daysToDecision: null });
    expect(year?.themes.map((theme) => theme.name)).toEqual(year?.themes.map(() => ''));
    expect(year).toMatchObject({ booked: 0, askedSupport: 0 });
  });

  test('[S13] where no earlier year names anybody, those who repeat a project make no share of new applicants', () => {
    const world = given.yearEndWorld();
    const [own] = world.all('proposal').filter(({ year }) => year === 2026);
    if (own === undefined) throw new Error('no proposal');
    const listed = { ...own, id: 'before', year: 2025, applicant: '', past: true as const };
    const [again, other] = [
      { ...own, id: 'again', repeatOfId: 'before' },
      { ...own, id: 'other', applicant: 'Dorien' },
    ];
    const of2026 = (before: Partial<typeof own>) =>
      bodyFigures(inputOf(world, { proposals: [{ ...listed, ...before }, again, other] })).years.find(
        ({ year }) => year === 2026,
      );
    expect(of2026({})).toMatchObject({ newApplicants: 0, returningApplicants: 0 });
    expect(of2026({ applicant: 'Speeltuin' })).toMatchObject({ newApplicants: 1, returningApplicants: 1 });
  });

  test('no title, no name of a person and no street is in it', () => {
    const world = given.yearEndWorld();
    const text = JSON.stringify(bodyFigures(inputOf(world)));
    const hidden = [
      ...world.all('proposal').flatMap(({ title, applicant, streets }) => [title, applicant, streets]),
      ...world.all('person').map((person) => person.name),
    ].filter((words) => words !== '');
    expect(hidden.length).toBeGreaterThan(2);
    for (const words of hidden) expect(text).not.toContain(words);
  });

  test('is shown unless the committee said no', () => {
    expect([showsFigures({}), showsFigures({ showsFigures: true }), showsFigures({ showsFigures: false })]).toEqual([
      ...[true, true, false],
    ]);
  });
});
