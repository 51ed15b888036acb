import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { Access } from '../../../domain/access.ts';
import type { Seen } from '../../data.ts';
import { Timeline } from '../../parts/timeline.tsx';
import { happened } from './happened.tsx';
import type { TodayRows } from './rows.ts';

afterEach(cleanup);

const access = (role: Access['role']): Access => ({ personId: 'me', role, proposalIds: ['own'], v: 1 });
const proposal = { id: 'own', title: 'Geveltuintjes', submittedOn: null } as Partial<Seen<'proposal'>>;
const decision = (proposalId: string, title: string): Partial<Seen<'decision'>> => ({
  ...{ id: proposalId, proposalId, title, withdrawn: false, outcome: 'awarded', awardedCents: 80_000 },
  recordedAt: '2026-11-24T19:00:00.000Z',
});
const rows = (proposals: readonly unknown[]) =>
  ({
    ...{
      proposals,
      sheets: [],
      counts: [],
      meetings: [],
      agendaItems: [],
      claims: [],
      members: [],
      payments: [],
      advice: [],
      adviceAnswers: [],
      countersigns: [],
      findings: [],
    },
    decisions: [decision('own', 'Geveltuintjes'), decision('other', 'Lichtjestocht')],
  }) as unknown as TodayRows;

test('[D12] an initiator reads what happened with the own proposal, and nothing of others', () => {
  render(<Timeline events={happened(rows([proposal]), access('initiator'))} />);
  expect(screen.getByText('Geveltuintjes')).toBeDefined();
  expect(screen.queryByText('Lichtjestocht')).toBeNull();
});

test('[D12] a district manager reads public decisions by name, without the proposals', () => {
  render(<Timeline events={happened(rows([]), access('district_manager'))} />);
  expect(screen.getByText('Lichtjestocht')).toBeDefined();
  expect(screen.queryByText('een aanvraag')).toBeNull();
});
