import { expect, test } from 'vitest';
import type { PlannedLine } from '../../../domain/plan/plan.ts';
import { nlPlan } from '../../nl/plan.ts';
import { draftOf, editOf, lineTyped } from './line-draft.ts';
import { reasonOf, reasonsOf, titleOfLine } from './words.ts';
import { planSheets } from './xlsx-button.tsx';

const line: PlannedLine = {
  ...{ key: 'recurring:a', kind: 'recurring', title: 'Straatfeest', proposalId: 'a', leftOut: false, edit: null },
  ...{ lowCents: 30_000, expectedCents: 45_050, highCents: 60_000 },
  themeShares: [
    { theme: 6, percent: 40 },
    { theme: 7, percent: 60 },
  ],
  reason: { code: 'held_in', amounts: [{ year: 2025, cents: 45_050 }] },
};
const themes = [{ number: 6, name: 'Leefbaarheid', plain: 'Prettig wonen' }];

test('a line that is opened and saved again says the same', () => {
  const draft = draftOf(line.key, line);
  expect(lineTyped(draft, line.themeShares)).toEqual({ ok: true, line: editOf(line, false) });
  expect(lineTyped({ ...draft, theme: '6' }, line.themeShares)).toMatchObject({
    line: { themeShares: [{ theme: 6, percent: 100 }] },
  });
});

test('amounts out of order, or that nobody can read, stop the form at their field', () => {
  const draft = draftOf(line.key, line);
  const errors = (more: object) => {
    const typed = lineTyped({ ...draft, ...more }, []);
    return typed.ok ? [] : typed.errors.map(({ fieldId }) => fieldId);
  };
  expect(errors({ low: '500' })).toEqual(['expected']);
  expect(errors({ high: 'veel', title: ' ' })).toEqual(['title', 'high']);
  expect(errors({ low: '0', expected: '0', high: '0' })).toEqual([]);
});

test('every line says why it is there; one that was changed says so', () => {
  expect(reasonOf(line)).toBe('Kreeg €\u00a0450,50 in 2025');
  expect(reasonOf({ ...line, edit: editOf(line, false) })).toBe('Gewijzigd. Kreeg €\u00a0450,50 in 2025');
  expect(titleOfLine({ ...line, kind: 'new', themeShares: [{ theme: 6, percent: 100 }] }, themes)).toBe(
    'Andere projecten: Prettig wonen',
  );
});

test('what most lines say is said once above them, and only what differs stands beside a line', () => {
  const of = (key: string, more: Partial<PlannedLine> = {}) => ({ ...line, key, ...more });
  const twice: PlannedLine['reason'] = {
    code: 'held_in',
    amounts: [
      { year: 2025, cents: 40_000 },
      { year: 2024, cents: 45_050 },
    ],
  };
  const all = reasonsOf([of('a'), of('b')]);
  expect([all.shared, all.own(of('a'))]).toEqual(['Kreeg dit bedrag in 2025', undefined]);
  const most = reasonsOf([of('a'), of('b'), of('c', { reason: twice })]);
  expect(most.shared).toBe('Kreeg dit bedrag in 2025. Is het anders, dan staat het erbij.');
  expect(most.own(of('c', { reason: twice }))).toMatch(/^Kreeg €\u00a0450,50 in 2024 en €\u00a0400,00 in 2025$/);
  const changed = of('d', { edit: editOf(line, false) });
  expect(reasonsOf([of('a'), changed])).toMatchObject({ shared: undefined });
  expect(most.own(changed)).toBe('Gewijzigd. Kreeg €\u00a0450,50 in 2025');
});

test('the spreadsheet holds amounts as numbers, by theme and by line, without what was left out', () => {
  const [byTheme, byLine] = planSheets({ lines: [line, { ...line, key: 'x', leftOut: true }], themes });
  expect(byTheme?.rows).toEqual([
    ['Prettig wonen', { cents: 12_000 }, { cents: 18_020 }, { cents: 24_000 }],
    ['Thema 7', { cents: 18_000 }, { cents: 27_030 }, { cents: 36_000 }],
  ]);
  expect(byLine?.rows).toHaveLength(1);
  expect(byLine?.rows[0]?.slice(0, 3)).toEqual([nlPlan.kinds.recurring, 'Straatfeest', { cents: 30_000 }]);
});
