import { expect, test } from 'vitest';
import { hoursSaved, minutesByHand, type SavedIn, wholeHours } from './hoursSaved.ts';

const none: SavedIn = { year: 2026, meetings: [], matches: [], claims: [], proposals: [], plans: [] };
const proposal = (id: string, more: Partial<SavedIn['proposals'][number]> = {}) => ({
  ...{ id, year: 2026, repeatOfId: null },
  ...more,
});

test('[S15] nothing was done: nothing was saved', () => {
  expect(hoursSaved(none)).toEqual([]);
  expect(wholeHours([])).toBe(0);
});

test('[S15] only what was finished in that year counts, each once, the most first', () => {
  const saved = hoursSaved({
    ...none,
    meetings: [
      { state: 'closed', plannedOn: '2026-01-20' },
      { state: 'closed', plannedOn: '2025-12-16' },
      { state: 'open', plannedOn: '2026-12-15' },
    ],
    matches: [
      { undone: false, matchedOn: '2026-02-01' },
      { undone: false, matchedOn: '2026-02-01' },
      { undone: true, matchedOn: '2026-02-01' },
    ],
    claims: [
      { state: 'approved', proposalId: 'a' },
      { state: 'submitted', proposalId: 'a' },
      { state: 'approved', proposalId: 'of last year' },
    ],
    proposals: [
      proposal('a', { repeatOfId: 'of last year' }),
      proposal('b'),
      proposal('before', { past: true, repeatOfId: 'x' }),
      proposal('of last year', { year: 2025 }),
    ],
    plans: [{ year: 2027 }, { year: 2027 }, { year: 2026 }],
  });
  expect(saved.map(({ by, count }) => [by, count])).toEqual([
    ['plan', 1],
    ['decision_list', 1],
    ['repeat', 1],
    ['claim', 1],
    ['bank_line', 2],
  ]);
  const minutes = minutesByHand.plan + minutesByHand.decision_list + minutesByHand.repeat + minutesByHand.claim + 4;
  expect(wholeHours(saved)).toBe(Math.floor(minutes / 60));
});
