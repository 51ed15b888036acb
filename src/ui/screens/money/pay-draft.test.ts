import { expect, test } from 'vitest';
import { paymentId } from '../../../domain/rows.ts';
import { nlJudge } from '../../nl/money.ts';
import { nextNumber, payArgs, payErrors } from './pay-draft.ts';
import { verdictErrors } from './verdict-draft.ts';

const today = '2026-11-25';
const draft = { amount: '86,40', paidOn: today, reference: ' Wijkbudget ' };

test('two treasurers who both see no payment give it the same number, and a reversed one is not used again', () => {
  expect(nextNumber([])).toBe(1);
  expect(nextNumber([{ id: paymentId('c', 2) }, { id: paymentId('c', 1) }])).toBe(3);
});

test('a payment is at most what is left, and not in the future', () => {
  expect(payErrors(draft, 8_640, today)).toEqual([]);
  expect(payErrors(draft, 8_639, today)).toEqual([
    { fieldId: 'amount', sentence: nlJudge.pay.errors.aboveLeft(8_639) },
  ]);
  expect(payErrors({ ...draft, paidOn: '2026-11-26' }, 8_640, today).map(({ fieldId }) => fieldId)).toEqual(['paidOn']);
  expect(payErrors({ ...draft, amount: '-1', paidOn: '' }, 8_640, today).map(({ fieldId }) => fieldId)).toEqual([
    'amount',
    'paidOn',
  ]);
});

test('the command says what was typed', () => {
  expect(payArgs('c', 1, draft)).toEqual({
    claimId: 'c',
    number: 1,
    amountCents: 8_640,
    paidOn: today,
    reference: 'Wijkbudget',
  });
});

test('an approval is above zero and at most what was asked; anything else needs a reason', () => {
  const approve = (amount: string) => verdictErrors({ verdict: 'approve', amount, reason: '' }, 8_640);
  expect(approve('86,40')).toEqual([]);
  expect(approve('86,41').map(({ fieldId }) => fieldId)).toEqual(['approved']);
  expect(approve('0')).toEqual([{ fieldId: 'approved', sentence: nlJudge.verdict.errors.amountZero }]);
  expect(verdictErrors({ verdict: 'return', amount: '', reason: ' ' }, 8_640).map(({ fieldId }) => fieldId)).toEqual([
    'reason',
  ]);
  expect(verdictErrors({ verdict: 'reject', amount: 'x', reason: 'Geen bon' }, 8_640)).toEqual([]);
});
