import { expect, test } from 'vitest';
import type { AgendaEntry } from './agenda-model.ts';
import { invitationText } from './invitation-text.ts';

const item = (number: number, title: string, requestedCents?: number): AgendaEntry => ({
  ...{ number, state: 'later', decision: undefined },
  item: { id: title, meetingId: 'm', proposalId: null, title, position: number, removed: false },
  proposal: requestedCents === undefined ? undefined : ({ requestedCents } as AgendaEntry['proposal']),
});
const meeting = { title: 'Commissievergadering', place: 'De Schering', plannedOn: '2026-12-09', startTime: '19:30' };
const committee = { bodyWord: 'wijkraad', name: 'Spoelkwartier' };

test('says who, when, where and what, with words of one own in between', () => {
  const text = invitationText({
    ...{ committee, meeting, own: ' Er is koffie. ' },
    agenda: [item(1, 'Opening'), item(2, 'Lichtjestocht', 45_000)],
  });
  expect(text.replaceAll('\u00a0', ' ')).toBe(`Beste allemaal,

Wijkraad Spoelkwartier nodigt u uit voor: Commissievergadering.
Wanneer: woensdag 9 december, 19.30 uur
Waar: De Schering

Er is koffie.

Op de agenda staat:
1. Opening
2. Lichtjestocht (gevraagd € 450,00)

Kunt u niet? Meld u dan af, dan weten we of er genoeg leden zijn om te beslissen.

Tot dan!
Wijkraad Spoelkwartier`);
});

test('without an agenda and without words of one own nothing is left open', () => {
  const text = invitationText({ committee: undefined, meeting, agenda: [], own: '' });
  expect(text).toContain('De agenda volgt nog.');
  expect(text).not.toContain('\n\n\n');
});
