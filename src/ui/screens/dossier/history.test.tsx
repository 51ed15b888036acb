import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { historyOf } from './history.tsx';
import type { Dossier } from './use-dossier.ts';

afterEach(cleanup);

const change = (id: string, at: string, before: object, after: object) => ({
  ...{ id, proposalId: 'p', by: 'ans', at, before, after, v: 1, pending: false },
});

const dossier = {
  proposal: { id: 'p', submittedOn: '2026-03-01', pending: false },
  changes: [
    change('1', '2026-03-04T19:00:00.000Z', { state: 'submitted' }, { state: 'returned', reason: 'De offerte mist.' }),
    change('2', '2026-03-06T19:00:00.000Z', { requestedCents: 50_000 }, { requestedCents: 45_000 }),
    change('3', '2026-03-07T19:00:00.000Z', { state: 'returned' }, { state: 'submitted' }),
  ],
  ...{ decisions: [], corrections: [], counts: [], sheets: [], ruleChecks: [], rules: [], advice: [] },
  ...{ adviceAnswers: [], claims: [], payments: [] },
  roleOf: () => 'member',
  nameOf: (id: string) => (id === 'ans' ? 'Ans Bakker' : undefined),
} as unknown as Dossier;

const textsOf = (one: Dossier): readonly string[] =>
  historyOf(one, []).map(({ text }) => render(<p>{text}</p>).container.textContent ?? '');

test('says who wrote it down and who handed it in, once', () => {
  const changes = [
    change('8', '2026-02-20T10:00:00.000Z', {}, { state: 'draft' }),
    change('9', '2026-03-01T10:00:00.000Z', { submittedOn: null }, { submittedOn: '2026-03-01' }),
  ];
  const begun = { ...dossier, changes } as unknown as Dossier;
  expect(textsOf(begun)).toEqual(['Ingediend, door het lid', 'Opgeschreven, door het lid']);
  expect(historyOf(begun, []).every(({ when }) => when.endsWith(', Ans Bakker'))).toBe(true);
});

test('the round of mending stays readable, and every change says who, when, from what and to what', () => {
  const events = historyOf(dossier, []);
  const texts = textsOf(dossier);
  expect(texts[0]).toBe('Aangevuld en opnieuw ingediend, door het lid');
  expect(texts[1]).toMatch(/^Gewijzigd: gevraagd bedrag, door het lid.*Gevraagd bedrag was: €.500,00werd: €.450,00$/);
  expect(texts[2]).toBe('Aanvulling gevraagd, door het lid: De offerte mist.');
  expect(texts[3]).toBe('Ingediend');
  expect(events.slice(0, 3).every(({ when }) => when.endsWith(', Ans Bakker'))).toBe(true);
  expect(events[1]?.when).toMatch(/^6 maart.*20\.00 uur, Ans Bakker$/);
  // A device without the names of the committee (an initiator's) shows the role alone.
  const [nameless] = historyOf({ ...dossier, nameOf: () => undefined }, []);
  expect(nameless?.when).toMatch(/uur$/);
});
