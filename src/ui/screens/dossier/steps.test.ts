import { describe, expect, test } from 'vitest';
import { type CommandName, mayRun } from '../../../domain/permissions.ts';
import type { Claim, Proposal, ProposalState, Role } from '../../../domain/rows.ts';
import { stepsFor } from './steps.ts';

const proposal = (state: ProposalState) =>
  ({
    id: 'p',
    year: 2026,
    state,
    title: 'Plan',
    summary: 'Wat',
    applicant: 'Wie',
    themeShares: [{ theme: 1, percent: 100 }],
    requestedCents: 10_000,
    budgetLines: [],
  }) as unknown as Proposal & { readonly v: number; readonly pending: boolean };
const paid = [{ paidCents: 500 }] as unknown as readonly (Claim & { readonly v: number; readonly pending: boolean })[];

function steps(role: Role, state: ProposalState, claims: typeof paid = [], year = 2026) {
  const may = (name: CommandName) => mayRun(role, name);
  const offered = stepsFor({
    dossier: { proposal: proposal(state), claims, meeting: undefined },
    turn: undefined,
    may,
    year,
  });
  return Object.entries(offered)
    .filter(([, possible]) => possible)
    .map(([name]) => name)
    .sort();
}

describe('what a role can do with a proposal', () => {
  test('an initiator hands in and takes back, and gives nothing back to himself', () => {
    expect(steps('initiator', 'draft')).toEqual(['submit', 'withdraw']);
    expect(steps('initiator', 'submitted')).toEqual(['withdraw']);
    expect(steps('initiator', 'refused')).toEqual([]);
  });

  test('the secretary schedules and gives back; the treasurer finishes', () => {
    expect(steps('secretary', 'submitted')).toEqual(['giveBack', 'schedule', 'withdraw']);
    expect(steps('treasurer', 'awarded')).toEqual(['finish', 'withdraw']);
  });

  test('once something was paid a proposal can only be finished', () => {
    expect(steps('treasurer', 'awarded', paid)).toEqual(['finish']);
  });

  test('[S13] what was decided last year can be asked again, also what was refused', () => {
    for (const state of ['finished', 'refused', 'partly_awarded'] as const)
      for (const role of ['initiator', 'secretary'] as const)
        expect(steps(role, state, paid, 2027)).toContain('repeat');
    expect(steps('secretary', 'finished', [], 2026)).not.toContain('repeat');
    expect(steps('secretary', 'submitted', [], 2027)).not.toContain('repeat');
    expect(steps('auditor', 'finished', [], 2027)).toEqual([]);
  });

  test('who only reads is offered nothing', () => {
    for (const state of ['draft', 'submitted', 'awarded'] as const) expect(steps('auditor', state)).toEqual([]);
  });

  test('what the yellow card asks is not offered twice', () => {
    const may = (name: CommandName) => mayRun('secretary', name);
    const dossier = { proposal: proposal('submitted'), claims: [], meeting: undefined };
    expect(stepsFor({ dossier, turn: { status: 'waiting' }, may, year: 2026 }).schedule).toBe(false);
  });
});
