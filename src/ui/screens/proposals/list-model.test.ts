import { describe, expect, test } from 'vitest';
import type { Proposal, ProposalState } from '../../../domain/rows.ts';
import { filterCounts, inFilter, listedProposals, matchesSearch, requestedSum } from './list-model.ts';

const proposal = (id: string, state: ProposalState, number: number | null, more: Partial<Proposal> = {}): Proposal => ({
  id,
  year: 2026,
  number,
  title: `Plan ${id}`,
  summary: '',
  applicant: '',
  kind: 'unique_project',
  themeShares: [],
  quarters: [],
  streets: '',
  period: null,
  intake: 'own',
  repeatOfId: null,
  mergedIntoId: null,
  budgetLines: [],
  requestedCents: 10_000,
  state,
  awardedCents: 0,
  awardDecisionId: null,
  returnReason: null,
  submittedOn: null,
  ...more,
});
const input = (proposals: readonly Proposal[]) => ({
  proposals,
  agendaItems: [
    { proposalId: 'b', meetingId: 'soon', removed: false },
    { proposalId: 'c', meetingId: 'past', removed: false },
    { proposalId: 'd', meetingId: 'soon', removed: true },
  ],
  meetings: [
    { id: 'soon', state: 'planned' as const, plannedOn: '2026-11-25' },
    { id: 'past', state: 'closed' as const, plannedOn: '2026-10-25' },
  ],
  turnIds: new Set(['c']),
});
const all = [
  proposal('a', 'draft', null),
  proposal('b', 'submitted', 3),
  proposal('c', 'submitted', 2),
  proposal('d', 'submitted', 4),
  proposal('e', 'awarded', 1),
  proposal('f', 'withdrawn', 5),
];

describe('the list of proposals', () => {
  test('what waits for you stands first, then drafts, then the newest number', () => {
    expect(listedProposals(input(all)).map(({ proposal: { id } }) => id)).toEqual(['c', 'a', 'f', 'd', 'b', 'e']);
  });

  test('only an item of a meeting that is still to come puts a proposal on the agenda', () => {
    const listed = listedProposals(input(all));
    expect(listed.filter((one) => inFilter(one, 'agenda')).map(({ proposal: { id } }) => id)).toEqual(['b']);
    expect(listed.filter((one) => inFilter(one, 'submitted')).map(({ proposal: { id } }) => id)).toEqual(['c', 'd']);
  });

  test('every proposal is in exactly one group, so that the counts add up to all', () => {
    const counts = filterCounts(listedProposals(input(all)), 'all');
    const groups = counts.filter(({ filter }) => filter !== 'all' && filter !== 'turn');
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
    expect(counts.find(({ filter }) => filter === 'all')?.count).toBe(all.length);
  });

  test('an empty filter is left out unless it is the chosen one', () => {
    const listed = listedProposals(input([proposal('a', 'draft', null)]));
    expect(filterCounts(listed, 'all').map(({ filter }) => filter)).toEqual(['all', 'draft']);
    expect(filterCounts(listed, 'done').map(({ filter }) => filter)).toEqual(['all', 'draft', 'done']);
  });
});

test('search finds a name without its accents, a quarter and the number on the paper', () => {
  const cafe = proposal('x', 'submitted', 21, { title: 'Repair café', quarters: ['De Ververij'] });
  for (const words of ['repair cafe', 'CAFÉ', 'ververij', '2026-021', '21', ' café  ververij '])
    expect(matchesSearch(cafe, words)).toBe(true);
  expect(matchesSearch(cafe, 'cafe klosplein')).toBe(false);
});

test('[D8] the sum leaves out what was taken back and names what is not confirmed', () => {
  const shown = [
    { proposal: { ...proposal('a', 'draft', null), pending: true } },
    { proposal: { ...proposal('b', 'submitted', 1), pending: false } },
    { proposal: { ...proposal('c', 'withdrawn', 2), pending: false } },
  ];
  expect(requestedSum(shown)).toEqual({ cents: 20_000, pendingCents: 10_000 });
});
