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
  ...{ adviceAnswers: [], claims: [], payments: [], documents: [] },
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

test('what others promised, what is done in return, the publication and the years also say from what to what', () => {
  const counter = { what: 'Verslag', dueOn: '2026-05-01', deliveredOn: null, proof: '', photoCount: 0 };
  const money = { source: 'De Schakel', promisedCents: 25_000, receivedCents: 0, receivedOn: null };
  const known = { on: '2026-04-01', until: '2026-04-08', where: 'wijkkrant' };
  const at = (n: number) => `2026-04-0${n}T10:00:00.000Z`;
  const changes = [
    change('1', at(9), { counterContribution: null }, { counterContribution: counter }),
    change('2', at(8), { counterContribution: counter }, { counterContribution: { ...counter, dueOn: '2026-06-01' } }),
    change(
      '3',
      at(7),
      { counterContribution: { ...counter, deliveredOn: '2026-04-20' } },
      { counterContribution: counter },
    ),
    change(
      '4',
      at(6),
      { coFinancing: money },
      { coFinancing: { ...money, receivedCents: 20_000, receivedOn: '2026-04-02' } },
    ),
    change('5', at(5), { publication: known }, { publication: { ...known, until: '2026-04-15' } }),
    change('6', at(4), { untilYear: 2027 }, { untilYear: null }),
  ];
  const texts = textsOf({ ...dossier, changes } as unknown as Dossier).map((text) => text.replaceAll('\u00a0', ' '));
  expect(texts[0]).toBe('Tegenprestatie afgesproken: Verslag, door het lid');
  expect(texts[1]).toMatch(/^Tegenprestatie gewijzigd: Verslag.*Uiterlijk op was: 1 mei 2026werd: 1 juni 2026$/);
  expect(texts[2]).toMatch(/^Tegenprestatie toch niet geleverd: Verslag.*Geleverd op was: 20 april 2026werd: /);
  expect(texts[3]).toMatch(/Ontvangen was: € 0,00werd: € 200,00Ontvangen op was: .*werd: 2 april 2026$/);
  expect(texts[4]).toMatch(/Reageren tot en met was: 8 april 2026werd: 15 april 2026$/);
  expect(texts[5]).toMatch(/Loopt tot en met was: 2027werd: /);
});

test('a document stands in it with who added it, also when it was removed', () => {
  const paper = (id: string, at: string, more: object) => ({
    ...{ id, at, by: 'ans', kind: 'quote', label: '', removed: false, pending: false },
    ...more,
  });
  const documents = [
    paper('a', '2026-03-20T10:00:00.000Z', {}),
    paper('b', '2026-03-19T10:00:00.000Z', { label: 'Offerte tent', removed: true }),
  ];
  const told = { ...dossier, changes: [], documents } as unknown as Dossier;
  expect(textsOf(told)).toEqual([
    'Document toegevoegd: Offerte',
    'Document toegevoegd, en later verwijderd: Offerte tent',
    'Ingediend',
  ]);
  expect(historyOf(told, [])[0]?.when).toMatch(/, Ans Bakker$/);
});
