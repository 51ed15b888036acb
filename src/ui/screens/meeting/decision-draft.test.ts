import { describe, expect, test } from 'vitest';
import { amountSentence } from '../../nl/amount.ts';
import { nlDecision } from '../../nl/decision.ts';
import {
  awardedCentsOf,
  conditionsOf,
  type DecisionDraft,
  decisionFields,
  emptyDraft,
  isTouched,
  problemsIn,
  withAmountLeft,
  withConditionAdded,
  withOutcome,
} from './decision-draft.ts';

const asked = 125_000;
const draft = (more: Partial<DecisionDraft> = {}): DecisionDraft => ({ ...emptyDraft(asked), ...more });
const fieldsOf = (value: DecisionDraft) => problemsIn(value, asked).map(({ fieldId }) => fieldId);

describe('the amount', () => {
  test('[D26] awarding takes what was asked, so that nobody has to type', () => {
    const value = withOutcome(draft(), 'awarded', asked);
    expect(awardedCentsOf(value)).toBe(asked);
    expect(problemsIn(value, asked)).toEqual([]);
  });

  test('a part begins with an empty field, and awarding after it is the whole again', () => {
    const part = withOutcome(withOutcome(draft(), 'awarded', asked), 'partly_awarded', asked);
    expect(part.amount).toBe('');
    expect(fieldsOf(part)).toEqual([decisionFields.amount, decisionFields.reason]);
    expect(awardedCentsOf(withOutcome(part, 'awarded', asked))).toBe(asked);
  });

  test('a part that was typed survives a look at another outcome', () => {
    const part = draft({ outcome: 'partly_awarded', amount: '900,00' });
    expect(withOutcome(withOutcome(part, 'refused', asked), 'partly_awarded', asked).amount).toBe('900,00');
  });

  test('leaving a lower amount makes it a part; the asked amount makes it whole; what cannot be read changes nothing', () => {
    const award = draft({ outcome: 'awarded', amount: '1.000' });
    expect(withAmountLeft(award, asked).outcome).toBe('partly_awarded');
    expect(withAmountLeft(draft({ outcome: 'partly_awarded', amount: '1250' }), asked).outcome).toBe('awarded');
    expect(withAmountLeft({ ...award, amount: 'duizend' }, asked).outcome).toBe('awarded');
    expect(withAmountLeft({ ...award, amount: '' }, asked).outcome).toBe('awarded');
  });

  test('a refusal and a deferral carry no money, whatever stands in the field', () => {
    expect(awardedCentsOf(draft({ outcome: 'refused' }))).toBe(0);
    expect(awardedCentsOf(draft({ outcome: 'deferred' }))).toBe(0);
  });

  test.each([
    ['', amountSentence('empty')],
    ['duizend', amountSentence('letters')],
    ['-50', amountSentence('negative')],
    ['12,3456', amountSentence('too_many_decimals')],
    ['1,250', amountSentence('ambiguous')],
    ['0', nlDecision.decide.errors.amountZero],
    ['1.250,01', nlDecision.decide.errors.amountAbove(asked)],
    ['1.250', nlDecision.decide.errors.amountPart(asked)],
  ])('says for %j how to mend it', (amount, sentence) => {
    const problems = problemsIn(draft({ outcome: 'partly_awarded', amount, reason: 'kan met minder' }), asked);
    expect(problems).toEqual([{ fieldId: decisionFields.amount, sentence }]);
  });
});

describe('what is needed', () => {
  test('an outcome', () => {
    expect(fieldsOf(draft())).toEqual([decisionFields.outcome]);
  });

  test('a reason for a part and for a refusal, not for an award or a deferral', () => {
    expect(fieldsOf(draft({ outcome: 'refused' }))).toEqual([decisionFields.reason]);
    expect(fieldsOf(draft({ outcome: 'refused', reason: '  ' }))).toEqual([decisionFields.reason]);
    expect(fieldsOf(draft({ outcome: 'refused', reason: 'te duur' }))).toEqual([]);
    expect(fieldsOf(draft({ outcome: 'deferred' }))).toEqual([]);
  });
});

describe('conditions', () => {
  test('one that was typed and not added goes along', () => {
    const value = draft({ outcome: 'awarded', conditions: ['Stoppen om 20.30 uur'], newCondition: ' Verslag ' });
    expect(conditionsOf(value)).toEqual(['Stoppen om 20.30 uur', 'Verslag']);
  });

  test('none for a refusal', () => {
    expect(conditionsOf(draft({ outcome: 'refused', conditions: ['Verslag'] }))).toEqual([]);
  });

  test('the same one twice is one', () => {
    const value = withConditionAdded(draft({ conditions: ['Verslag'], newCondition: 'Verslag' }));
    expect(value.conditions).toEqual(['Verslag']);
    expect(value.newCondition).toBe('');
  });

  test('one that is too long stays in its field and is refused with a sentence', () => {
    const value = draft({ outcome: 'awarded', newCondition: 'a'.repeat(301) });
    expect(withConditionAdded(value)).toBe(value);
    expect(fieldsOf(value)).toEqual([decisionFields.condition]);
  });
});

test('a draft counts as touched as soon as anything was filled in, but not by the amount that was put there', () => {
  expect(isTouched(draft())).toBe(false);
  expect(isTouched(draft({ votes: { for: 1, against: 0, abstain: 0 } }))).toBe(true);
  expect(isTouched(draft({ newCondition: 'V' }))).toBe(true);
});
