import { expect, test } from 'vitest';
import type { Consultation } from '../../../domain/rows.ts';
import { announcementText } from './announcement-text.ts';

const consultation = {
  ...{ id: 'c', title: 'Wijkraadpleging september', text: ' Kom en stem mee. ', place: 'De Schering' },
  ...{ heldOn: '2026-09-10', startTime: '19:30', whoMayVote: 'Iedereen van 16 jaar en ouder', quorumCount: 30 },
  ...{ method: 'for_against', budgetCents: 0, choicesMax: 0, tieRule: 'cheapest' },
  options: [
    { number: 1, proposalId: 'a', title: 'Oogstfeest', costCents: 72_000 },
    { number: 3, proposalId: 'b', title: 'Wandelgroep', costCents: 54_000 },
  ],
} as unknown as Consultation;
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test('says when, where, who may vote, on which plans by their number on the paper, and how', () => {
  expect(plain(announcementText(consultation, { bodyWord: 'wijkraad', name: 'Spoelkwartier' }))).toBe(
    `Wijkraadpleging september

Wanneer: donderdag 10 september, 19.30 uur
Waar: De Schering
Wie mag stemmen: Iedereen van 16 jaar en ouder

Kom en stem mee.

Hierover stemmen we:
1. Oogstfeest (kost € 720,00)
3. Wandelgroep (kost € 540,00)

Manier van stemmen: Voor of tegen elk plan. Een plan met meer stemmen voor dan tegen is aangenomen.

Wijkraad Spoelkwartier`,
  );
});

test('where money is divided it says how much, and of how many plans a paper can be', () => {
  const divided = { ...consultation, method: 'equal_shares', budgetCents: 200_000, choicesMax: 2, text: '' } as const;
  const text = plain(announcementText(divided, undefined));
  expect(text).toContain('Te verdelen: € 2.000,00\nPlannen per briefje: Hoogstens 2');
  expect(text).not.toContain('\n\n\n');
});
