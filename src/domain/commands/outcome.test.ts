import { describe, expect, test } from 'vitest';
import * as given from '../../../tests/domain/committee.ts';
import { publish, publishedWorld, tell, tellYear, told, toldWorld } from '../../../tests/domain/outcomeExamples.ts';
import { scopeOf } from '../access.ts';

const { proposalId } = given;
const [inside, dance] = [given.photo('inside'), given.photo('dance')];
const add = (photo: typeof dance, sight: 'published' | 'committee') => ({ proposalId, photos: [photo], sight });

describe('two phones without a connection', () => {
  test('other fields meet; of one text the later holds and the earlier stays in the history', () => {
    const world = given.decidedWorld();
    world.ok('initiator', 'outcome.change', { proposalId, fields: { story: 'Leuk' }, seen: { story: '' } });
    world.ok('member', 'outcome.change', { proposalId, fields: { visitors: 80 }, seen: { visitors: null } });
    world.ok('chair', 'outcome.change', { proposalId, fields: { story: 'Druk en leuk' }, seen: { story: '' } });
    expect(world.get('outcome', proposalId)).toMatchObject({ story: 'Druk en leuk', visitors: 80 });
    const kept = world.all('proposalChange').map(({ before }) => before['outcome']);
    expect(kept).toContainEqual({ story: 'Leuk' });
  });

  test('photos of both are kept; one that is there already is not shown to more people by adding it again', () => {
    const world = given.decidedWorld();
    world.ok('initiator', 'outcome.addPhotos', add(dance, 'committee'));
    world.ok('member', 'outcome.addPhotos', add(dance, 'published'));
    world.ok('member', 'outcome.addPhotos', add(inside, 'published'));
    const sights = world.get('outcome', proposalId).photos.map(({ photo, sight }) => [photo.sha256, sight]);
    expect(new Map(sights as [string, string][])).toEqual(
      new Map([
        [dance.sha256, 'committee'],
        [inside.sha256, 'published'],
      ]),
    );
  });
});

describe('a year of a project of more years', () => {
  const of = (year: number, fields: object, seen = { visitors: null, story: '' }) => ({
    proposalId,
    year,
    fields,
    seen,
  });

  test('stands beside the report of the whole, each year by itself, the earliest first', () => {
    const world = toldWorld();
    const before = world.get('outcome', proposalId);
    world.ok('initiator', 'outcome.tellYear', of(2027, { visitors: 0 }));
    world.ok('member', 'outcome.tellYear', of(2026, { visitors: 60, story: 'Vol' }));
    world.ok('chair', 'outcome.tellYear', of(2026, { story: 'Vol en gezellig' }));
    expect(world.get('outcome', proposalId)).toEqual({
      ...before,
      years: [
        { year: 2026, visitors: 60, story: 'Vol en gezellig' },
        { year: 2027, visitors: 0, story: '' },
      ],
    });
    expect(world.all('proposalChange').map(({ before: was }) => was['outcomeYear'])).toContainEqual({
      ...{ year: 2026, story: 'Vol' },
    });
  });

  test('two phones that say another number of visitors: the second is refused, and nothing changes', () => {
    const world = given.decidedWorld();
    world.ok('initiator', 'outcome.tellYear', of(2026, { visitors: 60 }));
    expect(world.send('member', 'outcome.tellYear', of(2026, { visitors: 70, story: 'Druk' }))).toMatchObject({
      code: 'changed_meanwhile',
    });
    expect(world.get('outcome', proposalId).years).toEqual([{ year: 2026, visitors: 60, story: '' }]);
  });
});

describe('publishing', () => {
  test('everybody reads what the author read: no photo for the committee, and nothing that was told after that', () => {
    const world = toldWorld();
    world.ok('initiator', 'outcome.addPhotos', add(inside, 'committee'));
    world.ok('member', 'outcome.publish', { ...publish, photoHashes: [dance.sha256, inside.sha256] });
    world.ok('initiator', 'outcome.change', { proposalId, fields: { story: 'Met Jan (4)' }, seen: {} });
    const row = world.get('publishedOutcome', proposalId);
    expect(row).toMatchObject({ ...told, year: 2026, photos: [dance] });
    expect(scopeOf('publishedOutcome', row)).toBe('pub');
    expect(scopeOf('outcome', world.get('outcome', proposalId))).toBe(`prop:${proposalId}`);
  });

  test('a photo that somebody hides or removes is gone at once, and comes back only by publishing again', () => {
    const world = publishedWorld();
    const hide = { proposalId, sha256: dance.sha256, sight: 'committee', seen: 'published' } as const;
    world.ok('initiator', 'outcome.showPhoto', hide);
    expect(world.get('publishedOutcome', proposalId).photos).toEqual([]);
    world.ok('initiator', 'outcome.showPhoto', { ...hide, sight: 'published', seen: 'committee' });
    expect(world.get('publishedOutcome', proposalId).photos).toEqual([]);
    world.ok('member', 'outcome.publish', { ...publish, seen: told });
    expect(world.get('publishedOutcome', proposalId).photos).toEqual([dance]);
    world.ok('initiator', 'outcome.showPhoto', { ...hide, sight: 'nobody' });
    expect(world.get('outcome', proposalId).photos).toEqual([]);
    expect(world.get('publishedOutcome', proposalId).photos).toEqual([]);
  });

  test('[S21] goes out with the years that its author read, and no year that was told after that', () => {
    const world = toldWorld();
    const of2026 = { year: 2026, visitors: 60, story: 'Elke week vol' };
    const withYears = { ...publish, told: { ...told, years: [of2026] } };
    world.ok('initiator', 'outcome.tellYear', tellYear);
    world.ok('member', 'outcome.publish', withYears);
    world.ok('initiator', 'outcome.tellYear', { ...tellYear, year: 2027 });
    expect(world.get('publishedOutcome', proposalId).years).toEqual([of2026]);
    const unread = { ...withYears, told: { ...told, title: 'Feest' }, seen: told };
    expect(world.send('secretary', 'outcome.publish', unread)).toMatchObject({ code: 'changed_meanwhile' });
    world.ok('secretary', 'outcome.publish', { ...unread, seen: withYears.told });
    expect(world.get('publishedOutcome', proposalId)).not.toHaveProperty('years');
  });

  test('taken back: only the committee and the initiator read it; what was public stays in the history', () => {
    const world = publishedWorld();
    world.ok('chair', 'outcome.takeBack', { proposalId });
    expect(scopeOf('publishedOutcome', world.get('publishedOutcome', proposalId))).toBe(`prop:${proposalId}`);
    expect(world.all('proposalChange').at(-1)).toMatchObject({
      before: { published: told },
      after: { published: null },
    });
    world.ok('member', 'outcome.publish', { ...publish, seen: null });
    expect(world.get('publishedOutcome', proposalId).published).toBe(true);
  });
});

test('an award that runs for more years keeps its money when the year is closed, and says until when', () => {
  const world = given.decidedWorld();
  world.ok('member', 'proposal.setYears', { proposalId, untilYear: 2028, seen: null });
  world.ok('treasurer', 'budgetYear.open', given.nextYear);
  const lines = world.all('ledgerLine').filter(({ account }) => account === 'free' || account === 'organisation');
  const seenLeftCents = lines.reduce((sum, line) => sum + line.amountCents, 0) - given.nextYear.grantCents;
  world.ok('treasurer', 'budgetYear.close', { year: 2026, closedOn: '2027-01-31', seenLeftCents });
  const along = world.all('ledgerLine').filter((line) => line.year === 2027 && line.account === 'awarded');
  expect(along.map(({ proposalId: of, amountCents }) => [of, amountCents])).toEqual([[proposalId, 45_000]]);
  world.ok('chair', 'proposal.setYears', { proposalId, untilYear: null, seen: 2028 });
  expect(world.get('proposal', proposalId)).not.toHaveProperty('untilYear');
});

test('a new year begins with the barriers of the year before; the money to thank with is chosen anew', () => {
  const world = given.foundedWorld();
  const barriers = [{ theme: 4, kind: 'other_pot', text: 'Wmo' }] as const;
  const change = { year: 2026, fields: { barriers, thanksCents: 5_000 }, seen: { barriers: [], thanksCents: 0 } };
  world.ok('treasurer', 'budgetYear.change', change);
  world.ok('treasurer', 'budgetYear.open', given.nextYear);
  expect(world.get('budgetYear', '2027')).toMatchObject({ barriers });
  expect(world.get('budgetYear', '2027')).not.toHaveProperty('thanksCents');
});

test('the initiator may tell and the names of a guide stay out of the history', () => {
  const world = given.decidedWorld();
  world.ok('initiator', 'outcome.change', tell);
  const seen = { name: '', helpsWith: '' };
  world.ok('member', 'proposalGuide.change', { proposalId, kind: 'guide', fields: { name: 'Joke' }, seen });
  expect(JSON.stringify(world.all('proposalChange'))).not.toContain('Joke');
});
