import { expect, test } from 'vitest';
import {
  type CorrectionDraft,
  type CorrectionFacts,
  correctedOf,
  correctionFields,
  correctionProblems,
} from './correction-draft.ts';

const facts: CorrectionFacts = {
  requestedCents: 100_000,
  now: { outcome: 'awarded', awardedCents: 100_000 },
  decidedOn: '2026-11-24',
  today: '2026-12-20',
};
const draft = (more: Partial<CorrectionDraft>): CorrectionDraft => ({
  outcome: 'awarded',
  amount: '800,00',
  reason: 'De offerte viel lager uit',
  correctedOn: '2026-12-20',
  ...more,
});
const fieldsOf = (more: Partial<CorrectionDraft>) => correctionProblems(draft(more), facts).map((p) => p.fieldId);

test('[D7] the words follow from the amount: what was asked is the whole, less is a part', () => {
  expect(correctedOf(draft({}), 100_000)).toEqual({ outcome: 'partly_awarded', awardedCents: 80_000 });
  expect(correctedOf(draft({ amount: '1000' }), 100_000)).toEqual({ outcome: 'awarded', awardedCents: 100_000 });
  expect(correctedOf(draft({ outcome: 'refused' }), 100_000)).toEqual({ outcome: 'refused', awardedCents: 0 });
  expect(correctedOf(draft({ amount: 'x' }), 100_000)).toBeUndefined();
});

test('a good correction has no problems', () => {
  expect(fieldsOf({})).toEqual([]);
});

test('[D7] a correction needs a reason and a day between the decision and today', () => {
  expect(fieldsOf({ reason: ' ' })).toEqual([correctionFields.reason]);
  expect(fieldsOf({ correctedOn: '' })).toEqual([correctionFields.date]);
  expect(fieldsOf({ correctedOn: '2026-11-23' })).toEqual([correctionFields.date]);
  expect(fieldsOf({ correctedOn: '2026-12-21' })).toEqual([correctionFields.date]);
  // A meeting that was held before its day: its decision can be corrected the same evening.
  const early = { ...facts, decidedOn: '2026-12-22' };
  expect(correctionProblems(draft({}), early)).toEqual([]);
  expect(correctionProblems(draft({ correctedOn: '2026-12-19' }), early)).toMatchObject([
    { fieldId: correctionFields.date },
  ]);
  expect(fieldsOf({ correctedOn: '2026-11-24' })).toEqual([]);
});

test('a correction that changes nothing is told so at the field that would have to change', () => {
  expect(fieldsOf({ amount: '1.000,00' })).toEqual([correctionFields.amount]);
  const refused = { ...facts, now: { outcome: 'refused', awardedCents: 0 } as const };
  expect(correctionProblems(draft({ outcome: 'refused' }), refused).map((p) => p.fieldId)).toEqual([
    correctionFields.outcome,
  ]);
});

test('an amount above what was asked, of nothing, or that cannot be read is refused', () => {
  for (const amount of ['1.000,01', '0', '', 'veel']) expect(fieldsOf({ amount })).toEqual([correctionFields.amount]);
});
