import { expect, test } from 'vitest';
import type { Meeting, Proposal } from '../../../domain/rows.ts';
import type { OutboxItem } from '../../../sync/ports.ts';
import { commandLine, fallbackNames, type Names } from '../../nl/commands.ts';
import { commandHref, filledIn } from './command-look.ts';
import { changedRow, seenAgain } from './field-change.ts';
import { grouped } from './unsent-groups.ts';
import { waitsForWords } from './waits-for.ts';

const names: Names = {
  project: (id) => (id === 'p1' ? 'Lichtjestocht' : fallbackNames.project),
  person: () => fallbackNames.person,
  meeting: (id) => (id === 'm1' ? 'Vergadering november' : fallbackNames.meeting),
  projectOfClaim: () => 'Buurtkoor',
  projectOfReceipt: () => 'Buurtkoor',
};

const presence = (n: number, meetingId: string): OutboxItem =>
  ({
    commandId: `c${n}`,
    name: 'presence.set',
    args: { meetingId, personId: `p${n}`, state: 'present' },
    decided: false,
  }) as unknown as OutboxItem;

test('attendance of one meeting is one line, another meeting and another command begin a new one', () => {
  const other = { ...presence(3, 'm1'), name: 'meeting.close' };
  const groups = grouped([presence(1, 'm1'), presence(2, 'm1'), other, presence(4, 'm1'), presence(5, 'm2')]);
  expect(groups.map(({ items }) => items.length)).toEqual([2, 1, 1, 1]);
});

test('a refused work is shown with everything that was typed, amounts in euros, and without what its author saw', () => {
  const rows = filledIn({
    proposalId: 'p1',
    fields: {
      requestedCents: 55_000,
      title: 'Tuintjes',
      budgetLines: [{ id: 'x', label: 'Aarde', amountCents: 1_250 }],
    },
    seen: { requestedCents: 60_000 },
  });
  expect(rows).toEqual([
    { label: 'Gevraagd', value: '€\u00a0550,00' },
    { label: 'Titel', value: 'Tuintjes' },
    { label: 'Omschrijving', value: 'Aarde' },
    { label: 'Bedrag', value: '€\u00a012,50' },
  ]);
});

test('my version is sent again over what stands there now, and names only the fields that I changed', () => {
  const row = { id: 'p1', requestedCents: 70_000, title: 'Nieuwe titel' } as Proposal;
  const again = seenAgain(
    { proposalId: 'p1', fields: { requestedCents: 55_000 }, seen: { requestedCents: 60_000 } },
    row,
  );
  expect(again).toEqual({ proposalId: 'p1', fields: { requestedCents: 55_000 }, seen: { requestedCents: 70_000 } });
  // A row of before has no own words of an invitation: that is as if they were empty.
  const words = { meetingId: 'm1', fields: { invitation: 'Er is koffie' }, seen: { invitation: 'Bel aan' } };
  expect(seenAgain(words, { id: 'm1' } as Meeting).seen).toEqual({ invitation: '' });
  expect(changedRow('proposal.change', { proposalId: 'p1' }, 'c')).toEqual({ type: 'proposal', id: 'p1' });
  expect(changedRow('claim.approve', { claimId: 'k' }, 'c')).toBeUndefined();
});

test('a decision says its project and amount, and leads to its agenda item', () => {
  const args = { meetingId: 'm1', itemId: 'm1:p1', outcome: 'partly_awarded', awardedCents: 150_000 };
  expect(commandLine('decision.record', args, names)).toBe('Besluit: Lichtjestocht, €\u00a01.500,00 toegekend, deels');
  expect(commandHref('decision.record', args)).toBe('/vergadering/m1/punt/m1%3Ap1');
  expect(commandHref('decision.withdraw', { decisionId: 'm1:p1:1' })).toBe('/vergadering/m1/punt/m1%3Ap1');
});

test('a command of a newer app has a line too', () => {
  expect(commandLine('toString', {}, names)).toMatch(/nieuwere versie/);
});

test('what something waits for is said in words, and a key that is none is not guessed at', () => {
  expect(waitsForWords('meeting/m1', names)).toContain('Vergadering november');
  expect(waitsForWords('agendaItem/m1:p1', names)).toBe('het agendapunt Lichtjestocht');
  expect(waitsForWords('nothing', names)).toBeUndefined();
  expect(waitsForWords(undefined, names)).toBeUndefined();
});
