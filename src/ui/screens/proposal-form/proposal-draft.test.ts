import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { schemas } from '../../../domain/commands/schemas.ts';
import type { Proposal } from '../../../domain/rows.ts';
import { changeArgs, chosen, conflictsOf, withNews } from './conflict-model.ts';
import {
  createArgs,
  draftFrom,
  draftProblems,
  emptyProposal,
  evenShares,
  linesCents,
  missingIn,
  percentLeft,
  submitProblems,
  toggledTheme,
} from './proposal-draft.ts';

const id = '0198b1a0-0000-7000-8000-000000000001';
const lineId = '0198b1a0-0000-7000-8000-000000000002';
const saved: Proposal = {
  id,
  year: 2026,
  number: 21,
  title: 'Lichtjestocht',
  summary: 'Met soep',
  applicant: 'Bewonersgroep',
  kind: 'recurring_event',
  themeShares: [{ theme: 7, percent: 100 }],
  quarters: ['Klosplein'],
  streets: '',
  period: null,
  intake: 'own',
  repeatOfId: null,
  mergedIntoId: null,
  budgetLines: [{ id: lineId, label: 'Soep', amountCents: 125_000 }],
  requestedCents: 125_000,
  state: 'submitted',
  awardedCents: 0,
  awardDecisionId: null,
  returnReason: null,
  submittedOn: '2026-11-03',
};

test('the language is asked of a plan of before it was, and travels only when somebody says it', () => {
  const draft = draftFrom(saved);
  expect(draft.language).toBe('');
  expect(changeArgs(draft)).toBeUndefined();
  const said = changeArgs({ ...draft, language: 'tr' });
  expect(said).toEqual({ proposalId: id, fields: { language: 'tr' }, seen: { language: null } });
  expect(v.is(schemas['proposal.change'], said)).toBe(true);
  expect(createArgs(emptyProposal(id, 2026))).toMatchObject({ language: 'nl' });
});

describe('what is typed becomes a command', () => {
  test('a new proposal passes the schema, amounts read as people type them', () => {
    const draft = {
      ...emptyProposal(id, 2026),
      title: ' Bankje ',
      shares: [{ theme: 2, percent: '100 %' }],
      lines: [
        { id: lineId, label: 'Hout', amount: '€ 86,40' },
        { id, label: '', amount: '' },
      ],
      requested: '86,40',
    };
    const args = createArgs(draft);
    expect(v.is(schemas['proposal.create'], args)).toBe(true);
    expect(args).toMatchObject({ title: 'Bankje', requestedCents: 8_640, themeShares: [{ theme: 2, percent: 100 }] });
    expect(args.budgetLines).toEqual([{ id: lineId, label: 'Hout', amountCents: 8_640 }]);
  });

  test('an untouched form changes nothing', () => {
    expect(changeArgs(draftFrom(saved))).toBeUndefined();
  });

  test('a change names only what was changed, and what stood there', () => {
    const args = changeArgs({ ...draftFrom(saved), requested: '1.000' });
    expect(args).toEqual({
      proposalId: id,
      fields: { requestedCents: 100_000 },
      seen: { requestedCents: 125_000 },
    });
    expect(v.is(schemas['proposal.change'], args)).toBe(true);
  });
});

describe('what is missing', () => {
  test('a concept needs only a name', () => {
    expect(draftProblems(emptyProposal(id, 2026)).map(({ fieldId }) => fieldId)).toEqual(['naam']);
    expect(draftProblems({ ...emptyProposal(id, 2026), title: 'Bankje' })).toEqual([]);
  });

  test('an amount that cannot be read is said once and never saved as nothing', () => {
    const draft = { ...draftFrom(saved), requested: 'duizend' };
    const problems = submitProblems(draft).filter(({ fieldId }) => fieldId === 'gevraagd');
    expect(problems.map(({ sentence }) => sentence)).toEqual(['Vul alleen cijfers in, bijvoorbeeld 1.250,00']);
    expect(draftProblems(draft)).toHaveLength(1);
  });

  test('a budget that differs from the amount blocks submitting and leads to the amount', () => {
    const draft = { ...draftFrom(saved), requested: '1.300' };
    expect(linesCents(draft)).toBe(125_000);
    expect(missingIn(draft)).toEqual([{ missing: 'lines_differ', fieldId: 'gevraagd' }]);
  });
});

describe('themes', () => {
  test('ticking shares evenly and always adds up to 100', () => {
    let shares = toggledTheme([], 1);
    expect(shares).toEqual([{ theme: 1, percent: '100' }]);
    shares = toggledTheme(toggledTheme(shares, 6), 7);
    expect(shares.map(({ percent }) => percent)).toEqual(['34', '33', '33']);
    expect(percentLeft(shares)).toBe(0);
    expect(toggledTheme(shares, 6)).toEqual(evenShares([shares[0], shares[2]].filter((one) => one !== undefined)));
  });

  test('a share that was typed stays, a new theme gets what is left', () => {
    const typed = [
      { theme: 1, percent: '60' },
      { theme: 7, percent: '30' },
    ];
    expect(percentLeft(typed)).toBe(10);
    expect(toggledTheme(typed, 6)).toEqual([...typed, { theme: 6, percent: '10' }]);
    expect(toggledTheme(typed, 7)).toEqual([{ theme: 1, percent: '60' }]);
  });
});

describe('somebody else changed it meanwhile', () => {
  const mine = { ...draftFrom(saved), requested: '1.000', title: 'Lichtjestocht met soep' };
  const now: Proposal = { ...saved, requestedCents: 110_000, summary: 'Met soep en brood' };

  test('only what both changed is asked; neither value is lost', () => {
    const [conflict, ...rest] = conflictsOf(mine, now);
    expect(rest).toEqual([]);
    expect(conflict).toMatchObject({ field: 'requestedCents' });
    expect(conflict?.now.requestedCents).toBe(110_000);
    expect(conflict?.mine.requestedCents).toBe(100_000);
  });

  test('what only the other one changed is taken over', () => {
    const draft = withNews(mine, now);
    expect(draft.summary).toBe('Met soep en brood');
    expect(changeArgs(draft)?.fields).toEqual({ title: 'Lichtjestocht met soep', requestedCents: 100_000 });
  });

  test('keeping the own value says what it replaces; leaving theirs sends nothing of it', () => {
    const [conflict] = conflictsOf(mine, now);
    if (conflict === undefined) throw new Error('no conflict');
    const kept = chosen(mine, conflict, 'mine');
    expect(conflictsOf(kept, now)).toEqual([]);
    expect(changeArgs(kept)?.seen).toMatchObject({ requestedCents: 110_000 });
    const left = chosen(mine, conflict, 'now');
    expect(left.requested).toBe('1.100,00');
    expect(changeArgs(left)?.fields).toEqual({ title: 'Lichtjestocht met soep' });
  });
});
