import { expect, test } from 'vitest';
import { count, draft, draftedWorld, found, foundedWorld, photo, proposalId } from '../../../tests/domain/committee.ts';
import { people, World } from '../../../tests/domain/world.ts';
import { supportSheetId } from '../rows.ts';

const sheetId = supportSheetId(proposalId, 1);
const numbers = { householdsAsked: 40, forCount: 25, againstCount: 3, noOpinionCount: 2, notAtHomeCount: 6 };

test('two people who count the same sheet meet at one row, with a count each and all photos', () => {
  const world = draftedWorld();
  world.ok('member', 'support.count', { ...count, photos: [photo('b'), photo('a')] });
  world.ok('secretary', 'support.count', { ...count, forCount: 24, photos: [photo('a'), photo('c')], area: 'Plein' });
  const [sheet, ...others] = world.all('supportSheet');
  expect(others).toEqual([]);
  expect(sheet).toMatchObject({ id: sheetId, number: 1, area: 'Klosplein 1-40', settled: null });
  expect(sheet?.photos.map((one) => one.sha256).sort()).toEqual(
    [photo('a'), photo('b'), photo('c')].map((one) => one.sha256).sort(),
  );
  expect(world.all('supportCount').map((one) => [one.countedBy, one.forCount])).toEqual([
    [people.member, 25],
    [people.secretary, 24],
  ]);
});

test('counting again replaces the own count and no other', () => {
  const world = draftedWorld();
  world.ok('member', 'support.count', count);
  world.ok('secretary', 'support.count', count);
  world.ok('member', 'support.count', { ...count, forCount: 20 });
  expect(world.all('supportCount').map((one) => one.forCount)).toEqual([20, 25]);
});

test('everybody asked answered: exactly as many answers as households fit', () => {
  const world = draftedWorld();
  world.ok('member', 'support.count', { ...count, householdsAsked: 36 });
  expect(world.get('supportCount', `${sheetId}:${people.member}`).householdsAsked).toBe(36);
});

test('settling keeps who settled it and why; the counts stay', () => {
  const world = draftedWorld();
  world.ok('member', 'support.count', count);
  world.ok('secretary', 'support.count', { ...count, forCount: 24 });
  world.ok('chair', 'support.settle', { sheetId, numbers, reason: 'Samen nageteld' });
  expect(world.get('supportSheet', sheetId)).toMatchObject({
    settled: numbers,
    settledBy: people.chair,
    settledReason: 'Samen nageteld',
  });
  expect(world.all('supportCount')).toHaveLength(2);
  world.ok('treasurer', 'support.count', { ...count, forCount: 26 });
  expect(world.get('supportSheet', sheetId).settled).toEqual(numbers);
});

test('where counts agree no reason is asked', () => {
  const world = draftedWorld();
  world.ok('member', 'support.count', count);
  world.ok('chair', 'support.settle', { sheetId, numbers, reason: '' });
  expect(world.get('supportSheet', sheetId).settled).toEqual(numbers);
});

test('in a committee of two, one of the two who counted settles it', () => {
  const world = new World();
  world.ok('chair', 'committee.found', found);
  world.ok('chair', 'member.add', { personId: people.member, name: 'Dina', role: 'member', proposalIds: [] });
  world.ok('chair', 'member.add', { personId: people.auditor, name: 'Els', role: 'auditor', proposalIds: [] }); // does not vote
  world.ok('chair', 'proposal.create', draft);
  world.ok('chair', 'support.count', count);
  world.ok('member', 'support.count', { ...count, forCount: 24 });
  const settle = { sheetId, numbers, reason: 'Samen nageteld' };
  const alone = world.copy();
  alone.ok('member', 'support.settle', settle);
  expect(alone.get('supportSheet', sheetId).settledBy).toBe(people.member);
  // With a third one it is up to that one, unless that one has left.
  world.ok('chair', 'member.add', { personId: people.treasurer, name: 'Cor', role: 'treasurer', proposalIds: [] });
  expect(world.send('member', 'support.settle', settle)).toMatchObject({ code: 'own_count' });
  world.ok('chair', 'member.remove', { personId: people.treasurer });
  world.ok('member', 'support.settle', settle);
});

test('[D2] a count waits for its proposal, and settling for the sheet', () => {
  const empty = foundedWorld();
  expect(empty.send('member', 'support.count', count)).toEqual({ kind: 'waits', key: `proposal/${proposalId}` });
  empty.ok('initiator', 'proposal.create', draft);
  expect(empty.all('supportCount')).toHaveLength(1);
  const world = draftedWorld();
  expect(world.send('chair', 'support.settle', { sheetId, numbers, reason: 'x' })).toEqual({
    kind: 'waits',
    key: `supportSheet/${sheetId}`,
  });
  world.ok('member', 'support.count', count);
  expect(world.get('supportSheet', sheetId).settledBy).toBe(people.chair);
});

test('destroyed sheets lose their photos and keep their counts, the day and who said so', () => {
  const world = draftedWorld();
  world.ok('member', 'support.count', { ...count, photos: [photo('a'), photo('b')] });
  world.ok('secretary', 'support.count', { ...count, sheetNumber: 2, photos: [photo('c')] });
  const counts = world.all('supportCount');
  world.ok('secretary', 'support.destroySheets', { sheetIds: [sheetId], destroyedOn: '2027-03-02' });
  expect(world.get('supportSheet', sheetId)).toMatchObject({
    ...{ number: 1, area: 'Klosplein 1-40', photos: [] },
    destroyed: { destroyedOn: '2027-03-02', destroyedBy: people.secretary },
  });
  expect([...(world.get('supportSheet', sheetId).destroyed?.photos ?? [])].sort()).toEqual(
    [photo('a').sha256, photo('b').sha256].sort(),
  );
  expect(world.get('supportSheet', supportSheetId(proposalId, 2)).photos).toEqual([photo('c')]);
  expect(world.all('supportCount')).toEqual(counts);
  world.ok('chair', 'support.destroySheets', { sheetIds: [sheetId], destroyedOn: '2027-03-05' });
  expect(world.get('supportSheet', sheetId).destroyed?.destroyedOn).toBe('2027-03-02');
});

test('a count that comes in after its sheet was destroyed counts; its photo is not shown any more', () => {
  const world = draftedWorld();
  world.ok('member', 'support.count', { ...count, photos: [photo('a')] });
  world.ok('chair', 'support.destroySheets', { sheetIds: [sheetId], destroyedOn: '2027-03-02' });
  world.ok('secretary', 'support.count', { ...count, forCount: 24, photos: [photo('a'), photo('b')] });
  world.ok('chair', 'support.settle', { sheetId, numbers, reason: 'Samen nageteld' });
  expect(world.get('supportSheet', sheetId)).toMatchObject({
    ...{ photos: [], settled: numbers },
    destroyed: { destroyedOn: '2027-03-02', photos: [photo('a').sha256, photo('b').sha256] },
  });
  expect(world.all('supportCount')).toHaveLength(2);
});

test('[D2] destroying waits for a sheet that another phone still has to bring', () => {
  const world = draftedWorld();
  const args = { sheetIds: [sheetId], destroyedOn: '2027-03-01' };
  expect(world.send('chair', 'support.destroySheets', args)).toEqual({ kind: 'waits', key: `supportSheet/${sheetId}` });
  world.ok('member', 'support.count', { ...count, photos: [photo('a')] });
  expect(world.get('supportSheet', sheetId)).toMatchObject({ photos: [], destroyed: { photos: [photo('a').sha256] } });
});
