import { describe, expect, test } from 'vitest';
import { isIban } from '../../../domain/iban.ts';
import type { Claim, Proposal, Receipt } from '../../../domain/rows.ts';
import { nlReceipt } from '../../nl/receipt.ts';
import { testId } from '../meeting/phone.fixture.tsx';
import {
  type ClaimCheck,
  type ClaimDraft,
  claimArgs,
  draftOf,
  emptyReceipt,
  errorsIn,
  fieldOf,
  isUntouched,
  newClaim,
  otherLine,
  type ReceiptDraft,
  typedTotal,
} from './claim-draft.ts';

const [claimId, receiptId, proposalId, lineId] = [testId(), testId(), testId(), testId()];
const iban = 'NL91ABNA0417164300';
const proposal = {
  id: proposalId,
  budgetLines: [{ id: lineId, label: 'Lampionnen', amountCents: 35_000 }],
} as unknown as Proposal;
const check: ClaimCheck = { proposal, today: '2026-11-25', known: undefined, photoCounts: new Map() };

const filledReceipt = {
  ...emptyReceipt(receiptId),
  amount: '86,40',
  boughtOn: '2026-11-24',
  shop: ' De Klos ',
  lineId,
};
const filled: ClaimDraft = {
  ...newClaim(claimId, receiptId, proposalId),
  kind: 'reimbursement',
  receipts: [filledReceipt],
  iban: 'nl91 abna 0417 1643 00',
  holder: 'N. Kuipers',
};
const withReceipt = (change: Partial<ReceiptDraft>): ClaimDraft => ({
  ...filled,
  receipts: [{ ...filledReceipt, ...change }],
});
const wrongFields = (draft: ClaimDraft, with_: Partial<ClaimCheck> = {}) =>
  errorsIn(draft, { ...check, ...with_ }).map(({ fieldId }) => fieldId);

describe('what is wrong with a claim', () => {
  test('nothing when everything is filled in, with or without a photo', () => {
    expect(errorsIn(filled, check)).toEqual([]);
  });

  test('an empty form asks for everything that has no default', () => {
    expect(wrongFields(newClaim(claimId, receiptId, proposalId))).toEqual([
      fieldOf(receiptId, 'amount'),
      fieldOf(receiptId, 'date'),
      fieldOf(receiptId, 'shop'),
      fieldOf(receiptId, 'line'),
      'kind',
    ]);
  });

  test.each([
    ['a proposal that is not here', filled, { proposal: undefined }, ['proposal', fieldOf(receiptId, 'what')]],
    ['a date after today', withReceipt({ boughtOn: '2026-11-26' }), {}, [fieldOf(receiptId, 'date')]],
    ['an amount of two meanings', withReceipt({ amount: '1,250' }), {}, [fieldOf(receiptId, 'amount')]],
    ['nothing', withReceipt({ amount: '0' }), {}, [fieldOf(receiptId, 'amount')]],
    ['"iets anders" without saying what', withReceipt({ lineId: otherLine }), {}, [fieldOf(receiptId, 'what')]],
    ['as much VAT as the receipt', withReceipt({ vat: '86,40' }), {}, [fieldOf(receiptId, 'vat')]],
    ['VAT with letters', withReceipt({ vat: '21 procent' }), {}, [fieldOf(receiptId, 'vat')]],
    ['VAT that goes the other way', withReceipt({ vat: '-1,00' }), {}, [fieldOf(receiptId, 'vat')]],
    ['a wrong account', { ...filled, iban: 'NL91ABNA0417164301' }, {}, ['iban']],
    ['no name with the account', { ...filled, holder: ' ' }, {}, ['holder']],
    ['a bill of nobody', { ...filled, kind: 'invoice', payee: '' }, {}, ['payee']],
    ['21 photos', filled, { photoCounts: new Map([[receiptId, 21]]) }, [fieldOf(receiptId, 'photo')]],
  ] as const)('%s', (_, draft, with_, fields) => {
    expect(wrongFields(draft, with_)).toEqual(fields);
  });

  test('a refund on its own is refused, one beside a larger receipt is not', () => {
    const refund = { ...filledReceipt, receiptId: testId(), amount: '-6,25' };
    expect(errorsIn({ ...filled, receipts: [refund] }, check)).toEqual([
      { fieldId: fieldOf(refund.receiptId, 'amount'), sentence: nlReceipt.errors.total },
    ]);
    const both = { ...filled, receipts: [filledReceipt, refund] };
    expect(errorsIn(both, check)).toEqual([]);
    expect(typedTotal(both.receipts)).toBe(8_015);
  });

  test('an account that is known need not be typed, unless another one is wanted', () => {
    const known = { last4: '4300', iban, holder: 'N. Kuipers' };
    const untyped = { ...filled, iban: '', holder: '' };
    expect(wrongFields(untyped, { known })).toEqual([]);
    expect(wrongFields({ ...untyped, otherAccount: true }, { known })).toEqual(['iban', 'holder']);
  });
});

describe('the command', () => {
  const noPhotos = () => [];

  test('carries what was typed in the form that the domain keeps', () => {
    const args = claimArgs(filled, undefined, noPhotos);
    expect(args).toEqual({
      claimId,
      proposalId,
      kind: 'reimbursement',
      payeeName: 'N. Kuipers',
      iban,
      holder: 'N. Kuipers',
      receipts: [
        {
          receiptId,
          amountCents: 8_640,
          boughtOn: '2026-11-24',
          shop: 'De Klos',
          what: '',
          budgetLineId: lineId,
          photos: [],
        },
      ],
    });
    expect(isIban(args.iban ?? '')).toBe(true);
  });

  test('carries VAT where it was typed, none at all included, and not of a receipt that is taken away', () => {
    const vatOf = (change: Partial<ReceiptDraft>) =>
      claimArgs(withReceipt(change), undefined, noPhotos).receipts[0]?.vatCents;
    expect(vatOf({ vat: '14,99' })).toBe(1_499);
    expect(vatOf({ vat: '0' })).toBe(0);
    expect(vatOf({ vat: ' ' })).toBeUndefined();
    expect(vatOf({ amount: '0', vat: '14,99', known: true })).toBeUndefined();
  });

  test('leaves an account that only the server knows as it is', () => {
    const known = { last4: '4300', iban: null, holder: 'N. Kuipers' };
    expect(claimArgs(filled, known, noPhotos)).toMatchObject({ payeeName: 'N. Kuipers', iban: null, holder: null });
  });

  test('a bill goes to the shop, and never to the own account', () => {
    const known = { last4: '4300', iban, holder: 'N. Kuipers' };
    const bill: ClaimDraft = { ...filled, kind: 'invoice', payee: 'De Klos BV', payeeIban: '' };
    expect(claimArgs(bill, known, noPhotos)).toMatchObject({ kind: 'invoice', payeeName: 'De Klos BV', iban: null });
  });
});

test('a returned claim comes back as it was handed in, and its receipts cannot be taken away', () => {
  const claim = { id: claimId, proposalId, kind: 'reimbursement', payeeName: 'N. Kuipers' } as unknown as Claim;
  const receipts: readonly Receipt[] = [
    {
      id: receiptId,
      claimId,
      proposalId,
      amountCents: -625,
      boughtOn: '2026-11-24',
      shop: 'De Klos',
      what: 'statiegeld',
      budgetLineId: null,
      photos: [],
    },
  ];
  const draft = draftOf(claim, receipts);
  expect(draft.receipts).toEqual([
    {
      receiptId,
      amount: '-6,25',
      boughtOn: '2026-11-24',
      shop: 'De Klos',
      what: 'statiegeld',
      lineId: otherLine,
      known: true,
    },
  ]);
  const known = { last4: '4300', iban: null, holder: 'N. Kuipers' };
  expect(claimArgs(draft, known, () => []).receipts[0]).toMatchObject({ amountCents: -625, budgetLineId: null });
  const taxed = draftOf(
    claim,
    receipts.map((receipt) => ({ ...receipt, vatCents: -108 })),
  );
  expect(taxed.receipts[0]?.vat).toBe('-1,08');
  expect(claimArgs(taxed, known, () => []).receipts[0]?.vatCents).toBe(-108);
});

test('only a form in which something was typed is worth saying that it was kept', () => {
  const fresh = newClaim(claimId, receiptId, proposalId);
  expect(isUntouched(fresh)).toBe(true);
  expect(isUntouched({ ...fresh, receipts: [{ ...emptyReceipt(receiptId), shop: 'De' }] })).toBe(false);
  expect(isUntouched({ ...fresh, receipts: [emptyReceipt(receiptId), emptyReceipt(testId())] })).toBe(false);
});
