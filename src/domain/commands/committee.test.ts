import { describe, expect, test } from 'vitest';
import { found, foundedWorld, proposalId } from '../../../tests/domain/committee.ts';
import { committeeId, people, uid, World } from '../../../tests/domain/world.ts';
import { yearSummary } from '../budget.ts';
import { enschedeThemes } from '../themes.ts';

describe('committee.found', () => {
  test('makes the committee, its year with seven themes, the founder as chair and the grant', () => {
    const world = new World();
    world.ok('chair', 'committee.found', { ...found, quarters: ['Noord', 'Zuid'] });
    expect(world.get('committee', committeeId)).toEqual({
      id: committeeId,
      name: 'Spoelkwartier',
      bodyWord: 'commissie wijkbudgetten',
      city: 'Enschede',
      quorum: { kind: 'more_than_half' },
      quarters: ['Noord', 'Zuid'],
      foundedOn: '2026-01-05',
    });
    expect(world.get('budgetYear', '2026')).toEqual({
      id: '2026',
      year: 2026,
      smallLimitCents: 500_000,
      themes: enschedeThemes,
    });
    expect(world.get('person', people.chair).name).toBe('Annie');
    expect(world.get('member', people.chair)).toEqual({
      id: people.chair,
      role: 'chair',
      proposalIds: [],
      active: true,
    });
    expect(yearSummary(world.all('ledgerLine'))).toMatchObject({
      grantCents: 1_000_000,
      freeCents: 1_000_000,
      balanced: true,
    });
  });

  test('without a grant yet, no ledger line is written', () => {
    const world = new World();
    world.ok('chair', 'committee.found', { ...found, grantCents: 0 });
    expect(world.all('ledgerLine')).toEqual([]);
  });

  test('the themes are numbered as the evaluation numbers them, each with a plainer wording', () => {
    expect(enschedeThemes.map((theme) => theme.number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(enschedeThemes.map((theme) => theme.name)).toEqual([
      expect.stringContaining('arbeidsparticipatie'),
      expect.stringContaining('schone en hele leefomgeving'),
      expect.stringContaining('veiligheidsgevoel'),
      expect.stringContaining('wijkdiensten voor hulpbehoevenden'),
      expect.stringContaining('duurzaam gedrag'),
      expect.stringContaining('leefbaarheid'),
      expect.stringContaining('sociale samenhang'),
    ]);
    for (const theme of enschedeThemes) expect(theme.plain).not.toBe(theme.name);
  });
});

test('committee.change changes the named fields only', () => {
  const world = foundedWorld();
  world.ok('chair', 'committee.change', { fields: { city: 'Hengelo' }, seen: { city: 'Enschede' } });
  expect(world.get('committee', committeeId)).toMatchObject({ city: 'Hengelo', name: 'Spoelkwartier' });
});

test('a committee that says nothing shows its figures; who did not see that it hid them is refused', () => {
  const world = foundedWorld();
  const hide = { fields: { showsFigures: false }, seen: { showsFigures: true } };
  world.ok('chair', 'committee.change', hide);
  expect(world.get('committee', committeeId)).toMatchObject({ showsFigures: false });
  const show = { fields: { showsFigures: true }, seen: { showsFigures: true } };
  expect(world.send('chair', 'committee.change', show)).toMatchObject({ kind: 'rejected', code: 'changed_meanwhile' });
});

describe('budgetYear', () => {
  test('a new year takes over the themes of the year before', () => {
    const world = foundedWorld();
    const themes = [{ number: 1, name: 'Groen', plain: 'Groen' }];
    world.ok('treasurer', 'budgetYear.change', { year: 2026, fields: { themes }, seen: { themes: enschedeThemes } });
    world.ok('treasurer', 'budgetYear.open', { year: 2027, grantCents: 5, smallLimitCents: 1, bookedOn: '2027-01-04' });
    expect(world.get('budgetYear', '2027')).toEqual({ id: '2027', year: 2027, smallLimitCents: 1, themes });
    expect(yearSummary(world.all('ledgerLine').filter((line) => line.year === 2027)).freeCents).toBe(5);
  });

  test('two treasurers who open the same year give one grant', () => {
    const world = foundedWorld();
    const open = { year: 2027, grantCents: 500, smallLimitCents: 1, bookedOn: '2027-01-04' };
    world.ok('treasurer', 'budgetYear.open', open);
    world.ok('chair', 'budgetYear.open', { ...open, bookedOn: '2027-01-05' });
    expect(yearSummary(world.all('ledgerLine').filter((line) => line.year === 2027)).grantCents).toBe(500);
  });

  test('the city can give more, and take back', () => {
    const world = foundedWorld();
    world.ok('treasurer', 'grant.add', { year: 2026, amountCents: 250, note: 'Extra', bookedOn: '2026-05-01' });
    world.ok('treasurer', 'grant.add', { year: 2026, amountCents: -50, note: 'Terug', bookedOn: '2026-06-01' });
    expect(yearSummary(world.all('ledgerLine'))).toMatchObject({ grantCents: 1_000_200, freeCents: 1_000_200 });
    expect(
      world
        .all('ledgerLine')
        .filter((line) => line.note === 'Terug')
        .map((line) => line.amountCents),
    ).toEqual([50, -50]);
  });
});

describe('member', () => {
  test('[D12] a person comes in with a name and a role; only an initiator is bound to proposals', () => {
    const world = foundedWorld();
    world.ok('secretary', 'member.add', {
      personId: uid('Jan'),
      name: 'Jan',
      role: 'member',
      proposalIds: [proposalId],
    });
    expect(world.get('member', uid('Jan'))).toEqual({ id: uid('Jan'), role: 'member', proposalIds: [], active: true });
    expect(world.get('person', uid('Jan')).name).toBe('Jan');
    expect(world.get('member', people.initiator).proposalIds).toEqual([proposalId]);
  });

  test('who was removed keeps the row without the rights, and can come back with another role', () => {
    const world = foundedWorld();
    world.ok('chair', 'member.remove', { personId: people.member });
    expect(world.get('member', people.member)).toMatchObject({ active: false, role: 'member' });
    expect(world.send('member', 'meeting.open', { meetingId: uid('m') })).toMatchObject({ code: 'not_permitted' });
    world.ok('chair', 'member.add', { personId: people.member, name: 'Dina Bos', role: 'treasurer', proposalIds: [] });
    expect(world.get('member', people.member)).toMatchObject({ active: true, role: 'treasurer' });
    expect(world.get('person', people.member).name).toBe('Dina Bos');
  });

  test('a chair can leave or change once there is a second one; a removed chair does not count', () => {
    const world = foundedWorld();
    const toMember = { personId: people.chair, role: 'member', proposalIds: [], seenRole: 'chair' } as const;
    world.ok('chair', 'member.add', { personId: uid('Jan'), name: 'Jan', role: 'chair', proposalIds: [] });
    world.ok('chair', 'member.remove', { personId: uid('Jan') });
    expect(world.send('chair', 'member.changeRole', toMember)).toMatchObject({ code: 'last_chair' });
    world.ok('chair', 'member.changeRole', {
      personId: people.secretary,
      role: 'chair',
      proposalIds: [],
      seenRole: 'secretary',
    });
    world.ok('chair', 'member.changeRole', toMember);
    expect(world.get('member', people.chair).role).toBe('member');
  });

  test('a name is erased once somebody left; the place in the committee stays, and the name does not come back', () => {
    const world = foundedWorld();
    const erase = { personId: people.member, erasedOn: '2026-05-01' };
    expect(world.send('chair', 'person.erase', erase)).toMatchObject({ code: 'still_member' });
    world.ok('chair', 'member.remove', { personId: people.member });
    expect(world.send('secretary', 'person.erase', erase)).toMatchObject({ code: 'not_permitted' });
    world.ok('chair', 'person.erase', erase);
    const erased = { id: people.member, name: 'Gewiste naam', erasedOn: '2026-05-01' };
    expect(world.get('person', people.member)).toEqual(erased);
    expect(world.get('member', people.member)).toMatchObject({ role: 'member', active: false });
    world.ok('chair', 'person.erase', { ...erase, erasedOn: '2026-06-01' });
    const name = { personId: people.member, name: 'Dina Bos' };
    expect(world.send('secretary', 'person.rename', name)).toMatchObject({ code: 'name_erased' });
    const back = world.send('chair', 'member.add', { ...name, role: 'member', proposalIds: [] });
    expect(back).toMatchObject({ code: 'name_erased' });
    expect(world.get('person', people.member)).toEqual(erased);
  });

  test('[D2] a change of somebody who has not arrived yet waits', () => {
    const world = foundedWorld();
    const rename = world.send('secretary', 'person.rename', { personId: uid('Jan'), name: 'Jan Bos' });
    expect(rename).toEqual({ kind: 'waits', key: `person/${uid('Jan')}` });
    world.ok('chair', 'member.add', { personId: uid('Jan'), name: 'Jan', role: 'member', proposalIds: [] });
    expect(world.get('person', uid('Jan')).name).toBe('Jan Bos');
  });
});
