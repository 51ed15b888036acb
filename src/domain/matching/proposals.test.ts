/** What is proposed, how sure, and why; and what is not. */
import { describe, expect, test } from 'vitest';
import { bankRow, iban, matchingRows, paidTo, payable } from '../../../tests/domain/matchingRows.ts';
import { uid } from '../../../tests/domain/world.ts';
import { matchRuleId, ruleKey } from '../bank/match.ts';
import { endToEndId } from '../payments/reference.ts';
import type {
  BankTransaction,
  CoFinancing,
  MatchRule,
  OrganisationCost,
  Payment,
  PaymentFile,
  RuleTarget,
  Transfer,
} from '../rows.ts';
import { type MatchingRows, type MatchProposal, proposeMatches } from './proposals.ts';

function propose(line: BankTransaction, change: Partial<MatchingRows>): readonly MatchProposal[] {
  const [first] = proposeMatches(matchingRows({ open: [line], ...change }));
  return first?.proposals ?? [];
}
const best = (line: BankTransaction, change: Partial<MatchingRows>) => propose(line, change)[0];
const learned = (line: BankTransaction, target: RuleTarget): MatchRule => {
  const direction = line.cents > 0 ? 'in' : 'out';
  const key = ruleKey(line) ?? '';
  return {
    ...{ id: matchRuleId(direction, key), direction, key, name: '', target },
    learnedOn: '2026-01-01',
    forgotten: false,
  };
};

describe('money that left', () => {
  test('account and amount of a claim to pay: sure', () => {
    const claim = payable('Greet de Vries', 12_050);
    expect(best(bankRow(), { payables: [claim] })).toMatchObject({
      certainty: 'sure',
      parts: [{ amountCents: 12_050, target: { kind: 'payment', claimId: claim.claim.id, number: 1 } }],
      reasons: expect.arrayContaining(['amount', 'iban', 'only']),
    });
  });

  test('our own number came back: sure, even under another name and account', () => {
    const claim = payable('Greet', 12_050);
    const reference = endToEndId(claim.claim.id, 1).toUpperCase();
    const odd = bankRow({ reference, counterIban: 'NL02ABNA0123456789', counterName: 'X' });
    expect(best(odd, { payables: [claim] })).toMatchObject({ certainty: 'sure', reasons: ['reference', 'amount'] });
  });

  test('the right amount and name on another account is never sure: that is how money is stolen', () => {
    const claim = payable('Greet de Vries', 12_050);
    const other = bankRow({ counterIban: 'NL02ABNA0123456789', counterName: 'GREET DE VRIES' });
    expect(best(other, { payables: [claim] })?.certainty).toBe('likely');
  });

  test('two claims of one person with one amount: proposed, not sure', () => {
    const claims = [payable('Greet 1', 12_050, { name: 'X' }), payable('Greet 2', 12_050, { name: 'X' })];
    const found = propose(bankRow({ counterName: 'Y', description: '' }), { payables: claims });
    expect(found.map(({ certainty }) => certainty)).toEqual(['likely', 'likely']);
  });

  test('a payment that bounced and was made again: the line of the first is not surely the second', () => {
    const first = paidTo('Greet', 12_050, { paidOn: '2026-03-21', reversed: true, reversedOn: '2026-03-27' });
    const second = paidTo('Greet', 12_050, { id: `${first.payment.claimId}:2`, paidOn: '2026-03-29' });
    const found = propose(bankRow(), { payments: [second, first] });
    expect(found.map(({ certainty, parts }) => [certainty, parts[0]?.target])).toMatchObject([
      ['likely', { number: 1 }],
      ['likely', { number: 2 }],
    ]);
    const later = bankRow({ bookedOn: '2026-03-29' });
    expect(best(later, { payments: [second, first] })).toMatchObject({
      certainty: 'sure',
      parts: [{ target: { number: 2 } }],
    });
  });

  describe('a payment file that the bank booked as one sum', () => {
    const [greet, omar] = [payable('Greet', 12_050), payable('Omar', 7_950, { iban: 'NL02ABNA0123456789' })];
    const transfers = [greet, omar].map(({ claim, number, amountCents }) => ({
      claimId: claim.id,
      number,
      amountCents,
    }));
    const file: PaymentFile = {
      ...{ id: uid('file'), madeOn: '2026-03-19', madeBy: uid('Cor'), executeOn: '2026-03-20', transfers },
      ...{ state: 'made', droppedReason: '' },
    };
    const sum = bankRow({ cents: -20_000, counterIban: '', counterName: '', description: 'TOTAAL 2 BETALINGEN' });
    const rows = { paymentFiles: [file], payables: [greet, omar] };

    test('is all its payments: sure', () => {
      expect(best(sum, rows)).toEqual({
        parts: transfers.map(({ amountCents, ...which }) => ({ amountCents, target: { kind: 'payment', ...which } })),
        reasons: ['file', 'sum'],
        certainty: 'sure',
      });
    });

    test('also when one of them was recorded by hand meanwhile, and not when the bank showed it or it was taken back', () => {
      const recorded = (change: Partial<Payment> = {}) => ({
        ...rows,
        payables: [omar],
        payments: [paidTo('Greet', 12_050, change)],
      });
      expect(best(sum, recorded())?.certainty).toBe('sure');
      expect(propose(sum, recorded({ bankCents: 12_050 }))).toEqual([]);
      expect(propose(sum, recorded({ reversed: true, reversedOn: '2026-03-25' }))).toEqual([]);
    });

    test('is not sure when it names somebody or when two files have this sum', () => {
      expect(best({ ...sum, counterIban: iban }, rows)?.certainty).toBe('likely');
      expect(best(sum, { ...rows, paymentFiles: [file, { ...file, id: uid('other') }] })?.certainty).toBe('likely');
    });

    test.each<[string, Partial<PaymentFile>]>([
      ['was dropped', { state: 'dropped' }],
      ['is of long ago', { executeOn: '2026-02-20' }],
      ['has another sum', { transfers: transfers.map((one) => ({ ...one, amountCents: one.amountCents - 1 })) }],
      ['is about a payment that was made before', { transfers: transfers.map((one) => ({ ...one, number: 2 })) }],
    ])('is none when the file %s', (_, change) => {
      expect(propose(sum, { ...rows, paymentFiles: [{ ...file, ...change }] })).toEqual([]);
    });
  });

  test('a payment that was recorded by hand comes before a claim', () => {
    const paid = paidTo('Greet de Vries', 12_050);
    expect(best(bankRow(), { payments: [paid] })).toMatchObject({
      certainty: 'sure',
      parts: [{ target: { claimId: paid.payment.claimId, number: 1 } }],
    });
    const seen = paidTo('Greet de Vries', 12_050, { bankCents: 12_050 });
    expect(propose(bankRow(), { payments: [seen] })).toEqual([]);
    const early = paidTo('Greet', 12_050, { reversed: true, reversedOn: '2026-03-20' });
    expect(propose(bankRow(), { payments: [early] })).toEqual([]); // another payment of after that
  });

  test('a payment that was taken back by hand before the file came: offered, before paying again, and never sure', () => {
    const claim = payable('Greet de Vries', 12_050, { number: 2 });
    const first = paidTo('Greet de Vries', 12_050, { reversed: true, reversedOn: '2026-03-25' });
    const found = propose(bankRow(), { payments: [first], payables: [claim] });
    expect(found.map(({ certainty, parts }) => [certainty, parts[0]?.target])).toEqual([
      ['likely', { kind: 'payment', claimId: claim.claim.id, number: 1 }],
      ['likely', { kind: 'payment', claimId: claim.claim.id, number: 2 }],
    ]);
    const reference = endToEndId(claim.claim.id, 1).toUpperCase();
    expect(best(bankRow({ reference }), { payments: [first], payables: [claim] })?.certainty).toBe('sure');
    // Paid again after it came back: the later line can only be the second payment.
    const again = bankRow({ bookedOn: '2026-03-30' });
    expect(best(again, { payments: [first], payables: [claim] })).toMatchObject({
      certainty: 'sure',
      parts: [{ target: { number: 2 } }],
    });
  });

  test('one line for three claims of one account', () => {
    const payables = [payable('a', 5_000), payable('b', 4_000), payable('c', 3_050), payable('d', 777)];
    const found = best(bankRow(), { payables });
    expect(found).toMatchObject({ certainty: 'sure', reasons: ['sum', 'iban'] });
    expect(found?.parts.map(({ amountCents }) => amountCents)).toEqual([5_000, 4_000, 3_050]);
  });

  test('when two sums make the amount a person chooses', () => {
    const payables = [payable('a', 6_000), payable('b', 6_050), payable('c', 6_000)];
    expect(best(bankRow(), { payables })).toMatchObject({ certainty: 'likely', reasons: ['sum', 'iban'] });
  });

  test('less than is open to the account of the claim is a part of it', () => {
    expect(best(bankRow({ cents: -2_000 }), { payables: [payable('a', 5_000)] })).toMatchObject({
      certainty: 'likely',
      reasons: ['iban', 'part'],
      parts: [{ amountCents: 2_000 }],
    });
  });

  test('of two equal lines only one is the claim', () => {
    const rows = matchingRows({ open: [bankRow(), bankRow()], payables: [payable('Greet', 12_050)] });
    expect(proposeMatches(rows).map(({ proposals }) => proposals[0]?.certainty)).toEqual(['sure', 'maybe']);
  });

  test('costs of the body: known by words, and by what it was the last time', () => {
    const cost: OrganisationCost = {
      ...{ id: uid('c'), year: 2026, amountCents: 1_995, what: 'Bankkosten', paidOn: '2026-03-20', recordedBy: '' },
      ...{ reversed: false, reversedOn: null, reversedReason: null },
    };
    const line = bankRow({ cents: -1_995, counterIban: '', counterName: '', description: 'Bankkosten maart' });
    expect(best(line, { costs: [cost] })).toMatchObject({
      certainty: 'sure',
      parts: [{ target: { costId: uid('c') } }],
    });
    const april = bankRow({ ...line, cents: -2_100, description: 'Bankkosten april', bookedOn: '2026-04-21' });
    const rules = [learned(line, { kind: 'cost', what: 'Bankkosten' })];
    expect(best(april, { rules })).toMatchObject({
      certainty: 'sure',
      reasons: ['rule'],
      parts: [{ target: { kind: 'cost', costId: uid('new cost'), year: 2026, what: 'Bankkosten' } }],
    });
    expect(propose(april, { rules: rules.map((rule) => ({ ...rule, forgotten: true })) })).toEqual([]);
  });

  test('a claim without an account is known by the name that the treasurer gave the account', () => {
    const claim = payable('Feestwinkel', 12_050, { iban: '' });
    const line = bankRow({ counterName: 'F. Winkel Holding' });
    const rules = [learned(line, { kind: 'payee', payeeName: 'Feestwinkel' })];
    expect(best(line, { payables: [claim], rules })).toMatchObject({ certainty: 'sure' });
  });

  test('an award that nobody claimed yet', () => {
    const proposal = { id: uid('p'), applicant: 'Speeltuinvereniging Klosplein', awardedCents: 12_050 };
    const change = { proposals: [proposal as MatchingRows['proposals'][number]] };
    const cutOff = bankRow({ counterName: 'SPEELTUINVER KLOSPLEIN' });
    expect(best(cutOff, change)?.parts[0]?.target.kind).toBe('award');
    expect(propose(bankRow({ counterName: 'Speeltuin Vonder' }), change)).toEqual([]);
    expect(propose(cutOff, { ...change, claimedProposalIds: new Set([uid('p')]) })).toEqual([]);
    expect(best(bankRow({ counterName: 'Speeltuinvereniging Klosplein' }), change)).toMatchObject({
      certainty: 'likely',
      parts: [{ target: { kind: 'award', proposalId: uid('p') } }],
    });
  });

  test('to an account of our own', () => {
    const accounts = [{ id: iban, name: 'Sparen', kind: 'savings', holder: '', retired: false } as const];
    expect(best(bankRow(), { accounts, payables: [payable('x', 12_050, { iban: '' })] })).toMatchObject({
      certainty: 'sure',
      parts: [{ target: { kind: 'own_account', accountId: iban } }],
    });
  });
});

describe('money that came in', () => {
  test('all of a payment back from its account: sure; a part of it: look at it', () => {
    const payments = [paidTo('Greet', 12_050)];
    const full = bankRow({ cents: 12_050, bookedOn: '2026-03-25' });
    expect(best(full, { payments })).toMatchObject({ certainty: 'sure', reasons: ['iban', 'amount'] });
    const part = bankRow({ cents: 4_000, bookedOn: '2026-03-25', description: 'statiegeld terug' });
    expect(best(part, { payments })).toMatchObject({ certainty: 'likely', reasons: ['iban', 'part'] });
    const byHand = payments.map((one) => ({ ...one, payment: { ...one.payment, reversed: true } }));
    expect(propose(part, { payments: byHand })).toEqual([]);
    const unseen = byHand.map((one) => ({ ...one, payment: { ...one.payment, handBackCents: 4_000 } }));
    expect(best(part, { payments: unseen })).toMatchObject({ certainty: 'sure', reasons: ['iban', 'amount'] });
    expect(propose(bankRow({ cents: 12_051, bookedOn: '2026-03-25' }), { payments })).toEqual([]);
    expect(propose(bankRow({ cents: 12_050, bookedOn: '2026-03-01' }), { payments })).toEqual([]); // before it was paid
  });

  test('an own cost that comes back: all that is left of it, or a part', () => {
    const cost: OrganisationCost = {
      ...{
        id: uid('c'),
        year: 2026,
        amountCents: 10_000,
        what: 'Zaalhuur',
        paidOn: '2026-03-02',
        recordedBy: uid('t'),
      },
      ...{ reversed: false, reversedOn: null, reversedReason: null },
    };
    const line = bankRow({ cents: 4_000, counterIban: '', counterName: 'Buurthuis', description: 'zaalhuur terug' });
    expect(best(line, { costs: [cost] })).toMatchObject({ certainty: 'maybe', reasons: ['part', 'name'] });
    expect(best(line, { costs: [{ ...cost, refundedCents: 6_000 }] })).toMatchObject({
      certainty: 'likely',
      parts: [{ amountCents: 4_000, target: { kind: 'cost_refund', costId: uid('c') } }],
    });
    expect(propose(line, { costs: [{ ...cost, refundedCents: 6_001 }] })).toEqual([]);
    expect(propose(line, { costs: [{ ...cost, reversed: true }] })).toEqual([]);
    const byHand = { ...cost, reversed: true, refundedCents: 3_000, handBackCents: 7_000 };
    expect(best(line, { costs: [byHand] })).toMatchObject({ certainty: 'maybe', reasons: ['part', 'name'] });
    expect(best(line, { costs: [{ ...byHand, handBackCents: 4_000 }] })).toMatchObject({ certainty: 'likely' });
    expect(propose(line, { costs: [{ ...byHand, handBackCents: 3_999 }] })).toEqual([]);
  });

  test('money of the city that is in the books already is only shown at the bank', () => {
    const line = bankRow({
      cents: 1_000_000,
      counterIban: '',
      counterName: 'Gemeente Enschede',
      description: 'Wijkbudget',
    });
    const booked = { grants: [{ year: 2026, bookedCents: 1_000_000, shownCents: 0 }] };
    expect(best(line, booked)).toMatchObject({
      certainty: 'sure',
      parts: [{ target: { kind: 'grant', year: 2026, book: false } }],
    });
    const shown = { grants: [{ year: 2026, bookedCents: 1_000_000, shownCents: 1_000_000 }] };
    expect(best(line, shown)).toMatchObject({ certainty: 'likely', parts: [{ target: { book: true } }] });
  });

  const promise: CoFinancing = {
    ...{ id: uid('cf'), proposalId: uid('p'), source: 'Woningcorporatie De Spoel' },
    ...{ promisedCents: 20_000, receivedCents: 0, receivedOn: null },
  };
  test('co-financing: promised, or written down as received before', () => {
    const line = bankRow({ cents: 20_000, counterIban: '', counterName: 'WONINGCORPORATIE DE SPOEL' });
    expect(best(line, { coFinancings: [promise] })).toMatchObject({
      certainty: 'sure',
      parts: [{ target: { book: true } }],
    });
    const noted = { ...promise, receivedCents: 20_000 };
    expect(best(line, { coFinancings: [noted] })).toMatchObject({ parts: [{ target: { book: false } }] });
  });

  test('from another committee', () => {
    const transfer: Transfer = {
      ...{ id: uid('t'), direction: 'in', otherId: uid('o'), otherName: 'Velve', year: 2026, amountCents: 60_000 },
      ...{ reason: '', sentOn: '2026-03-19', state: 'arrived' },
    };
    const line = bankRow({ cents: 60_000, counterName: 'Wijkraad Velve' });
    expect(best(line, { transfers: [transfer] })).toMatchObject({ certainty: 'sure' });
    expect(propose(line, { transfers: [transfer], matchedTransferIds: new Set([uid('t')]) })).toEqual([]);
    expect(propose(line, { transfers: [{ ...transfer, direction: 'out' }] })).toEqual([]);
  });

  test('the bank takes a line back', () => {
    const wrong = bankRow({ cents: -12_050, counterName: 'Niemand' });
    const back = bankRow({ cents: 12_050, reversal: true, counterName: 'Niemand' });
    expect(best(back, { matched: [wrong] })).toMatchObject({
      certainty: 'likely',
      parts: [{ target: { kind: 'reversed_line', transactionId: wrong.id } }],
    });
    expect(propose({ ...back, reversal: false }, { matched: [wrong] })).toEqual([]);
  });
});

test('nothing that went the other way is ever proposed, and each proposal is the whole line', () => {
  const rows = matchingRows({
    open: [bankRow(), bankRow({ cents: 12_050, bookedOn: '2026-03-25' }), bankRow({ cents: -4_000 })],
    payables: [payable('a', 12_050), payable('b', 3_000), payable('c', 1_000)],
    payments: [paidTo('d', 12_050)],
  });
  for (const { line, proposals } of proposeMatches(rows)) {
    for (const { parts } of proposals) {
      expect(parts.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(Math.abs(line.cents));
      const sides = new Set(parts.map(({ target }) => target.kind));
      expect(sides.has('payment') && line.cents > 0).toBe(false);
      expect(sides.has('refund') && line.cents < 0).toBe(false);
    }
  }
});
