import { screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { BudgetYear, Countersign } from '../../../domain/rows.ts';
import { nlApprovals } from '../../nl/approvals.ts';
import { nlClaim } from '../../nl/claim.ts';
import { nlJudge } from '../../nl/money.ts';
import { testId } from '../meeting/phone.fixture.tsx';
import { choose, claimOf, lastSent, me, now, open, press, says, type } from './approvals.fixture.tsx';
import type { MoneyPhone } from './committee.fixture.ts';

let claimId = '';
/** Of a member, above the limit of the year, approved by the chair. */
async function needsSecond(made: MoneyPhone): Promise<string> {
  const limit = { year: 2026, fields: { secondAboveCents: 5_000 }, seen: { secondAboveCents: 0 } };
  await made.phone.do('budgetYear.change', limit, made.chair);
  claimId = await made.handIn(made.other);
  await made.phone.do('claim.approve', { claimId, approvedCents: 8_640, seenClaimedCents: 8_640 }, made.chair);
  return claimId;
}

test('a second officer approves too, and only then the payment form is there', async () => {
  await open('treasurer', async (made) => `/kas/declaratie/${await needsSecond(made)}`);
  await screen.findByRole('heading', { name: nlApprovals.second.title });
  expect(screen.queryByRole('heading', { name: nlJudge.pay.title })).toBeNull();
  await press(/^Keur ook goed: €\s86,40/);
  await screen.findByRole('heading', { name: nlJudge.pay.title });
  expect(await claimOf(claimId)).toMatchObject({ awaits: null, secondBy: now.phone.app.personId });
  expect(lastSent('claim.approveSecond')).toMatchObject({ seenPayee: { name: 'A. Bakker', ibanLast4: '4300' } });
});

/** The chair's own claim, approved by the chair while no treasurer is there. */
async function needsSignature(made: MoneyPhone): Promise<string> {
  const account = { payeeName: 'V. Postma', iban: 'NL20INGB0001234567', holder: 'V. Postma' };
  claimId = await made.handIn(made.chair, account);
  await made.phone.do('claim.approve', { claimId, approvedCents: 8_640, seenClaimedCents: 8_640 }, made.chair);
  return claimId;
}

test('an auditor signs where only one officer is active', async () => {
  await open('auditor', async (made) => `/tekenen/${await needsSignature(made)}`);
  await says(nlApprovals.countersign.why.own_claim);
  await choose(nlApprovals.countersign.form.sign);
  await press(/^Teken voor €\s86,40/);
  await says(nlApprovals.countersign.states.signed('2026-11-25'));
  expect(await claimOf(claimId)).toMatchObject({ awaits: null, state: 'approved' });
  expect(lastSent('claim.countersign')).toMatchObject({ seenPayeeName: 'V. Postma' });
});

const said = { vatCents: 1_500, noPhoto: 'De bon is nat geworden' };
test.each([
  ['chair', '/kas/declaratie/'],
  ['auditor', '/kas/controle/'],
  ['district_manager', '/tekenen/'],
] as const)('the %s reads at %s what the receipt says, VAT and the reason for no photo too', async (role, path) => {
  await open(role, async (made) => {
    const account = { payeeName: 'V. Postma', iban: 'NL20INGB0001234567', holder: 'V. Postma' };
    const receipt = { receiptId: testId(), amountCents: 8_640, boughtOn: '2026-11-20', shop: 'De Klos', what: 'Draad' };
    const receipts = [{ ...receipt, ...said, budgetLineId: made.lineId, photos: [] }];
    const maker = role === 'chair' ? made.other : made.chair;
    claimId = await made.handIn(maker, { ...account, receipts });
    await made.phone.do('claim.approve', { claimId, approvedCents: 8_640, seenClaimedCents: 8_640 }, made.chair);
    return `${path}${claimId}`;
  });
  await says(nlClaim.vat(1_500, 7_140, false));
  await says(said.noPhoto);
  await says('Lampionnen, Draad');
  await says('De Klos');
});

test('of an advance the district reads what it is for', async () => {
  await open('district_manager', async (made) => {
    claimId = testId();
    const account = { payeeName: 'V. Postma', iban: 'NL20INGB0001234567', holder: 'V. Postma' };
    const ask = { claimId, proposalId: made.awardedId, amountCents: 10_000, what: 'Soep voor 80 mensen', ...account };
    await made.phone.do('advance.ask', ask, made.chair);
    await made.phone.do('claim.approve', { claimId, approvedCents: 10_000, seenClaimedCents: 10_000 }, made.chair);
    return `/tekenen/${claimId}`;
  });
  await says('Soep voor 80 mensen');
  await says(nlApprovals.countersign.noReceipts);
});

test('whoever does not sign says why, and the claim goes back', async () => {
  await open('district_manager', async (made) => `/tekenen/${await needsSignature(made)}`);
  await choose(nlApprovals.countersign.form.refuse);
  await press(nlApprovals.countersign.form.doRefuse);
  await says(nlApprovals.double.missing);
  await type(nlApprovals.countersign.form.reason, 'De bon hoort hier niet bij');
  await press(nlApprovals.countersign.form.doRefuse);
  await waitFor(async () =>
    expect((await now.phone.all<Countersign>('countersign'))[0]).toMatchObject({
      ...{ state: 'refused', reason: 'De bon hoort hier niet bij' },
    }),
  );
});

test('the only officer is told that somebody from outside has to sign, and can approve', async () => {
  await open('chair', async (made) => {
    await made.phone.do('member.remove', { personId: made.chair.personId }, me(made, 'chair'));
    claimId = await made.handIn(me(made, 'chair'));
    return `/kas/declaratie/${claimId}`;
  });
  await says(nlApprovals.sole);
  await press(/^Keur goed: €\s86,40/);
  await says(nlApprovals.countersign.nobody);
  expect(screen.getByRole('link', { name: nlApprovals.countersign.toMembers }).getAttribute('href')).toBe(
    '/instellingen/leden',
  );
  const auditor = { personId: testId(), name: 'Gert Scholten', role: 'auditor', proposalIds: [] } as const;
  await now.phone.do('member.add', auditor, me(now, 'chair'));
  await says(nlApprovals.countersign.waits);
  expect(await claimOf(claimId)).toMatchObject({ awaits: 'countersign' });
  expect(lastSent('claim.approve')).toMatchObject({ seenPayee: { name: 'A. Bakker', ibanLast4: '4300' } });
});

test('two receipts that look alike are shown, and somebody says why they are two', async () => {
  await open('treasurer', async (made) => {
    await made.handIn(made.other);
    claimId = await made.handIn(made.other);
    return `/kas/declaratie/${claimId}`;
  });
  await says(nlApprovals.double.why.same_purchase);
  await press(nlApprovals.double.dismiss);
  await press(nlApprovals.double.do);
  await says(nlApprovals.double.missing);
  await type(nlApprovals.double.reason, 'Twee keer soepvlees gehaald');
  await press(nlApprovals.double.do);
  await says(nlApprovals.double.dismissed('Twee keer soepvlees gehaald'));
  expect((await claimOf(claimId))?.notDouble).toMatchObject([{ reason: 'Twee keer soepvlees gehaald' }]);
});

test('an approval that a change undid is said to whoever judges', async () => {
  await open('treasurer', async (made) => {
    claimId = await made.handIn(made.other);
    const approve = { claimId, approvedCents: 8_640, seenClaimedCents: 8_640 };
    await made.phone.do('claim.approve', approve, made.chair);
    await made.handIn(made.other, {
      claimId,
      payeeName: 'B. Ander',
      iban: 'NL20INGB0001234567',
      receipts: [
        {
          receiptId: testId(),
          amountCents: 100,
          boughtOn: '2026-11-20',
          shop: 'Vos',
          what: '',
          budgetLineId: made.lineId,
          photos: [],
        },
      ],
    });
    return `/kas/declaratie/${claimId}`;
  });
  await says(nlApprovals.voided.title);
  await says(nlApprovals.voided.account('A. Bakker', '4300'));
});

test('a claim above what is left shows the way out', async () => {
  await open('chair', async (made) => {
    const receipt = { receiptId: testId(), boughtOn: '2026-11-20', shop: 'Vos', what: '', budgetLineId: made.lineId };
    claimId = await made.handIn(made.other, { receipts: [{ ...receipt, amountCents: 60_000, photos: [] }] });
    return `/kas/declaratie/${claimId}`;
  });
  const link = await screen.findByRole('link', { name: nlApprovals.raise.link });
  expect(link.getAttribute('href')).toMatch(/^\/vergadering\/.+\/punt\/.+\/herstellen$/);
});

test('the limit of a second approval is a rule of the year', async () => {
  await open('treasurer', async () => '/instellingen/regels?tweede=1');
  await type(nlApprovals.limit.field, 'veel');
  await press(nlApprovals.limit.save);
  expect((await now.phone.all<BudgetYear>('budgetYear'))[0]?.secondAboveCents).toBeUndefined();
  await type(nlApprovals.limit.field, '250');
  await press(nlApprovals.limit.save);
  await says(nlApprovals.limit.text(25_000));
  expect((await now.phone.all<BudgetYear>('budgetYear'))[0]?.secondAboveCents).toBe(25_000);
});

test('the print says what was claimed, judged and paid', async () => {
  await open('treasurer', async (made) => {
    claimId = await made.handIn(made.other);
    await made.phone.do('claim.approve', { claimId, approvedCents: 8_640, seenClaimedCents: 8_640 }, made.chair);
    const paid = { claimId, number: 1, amountCents: 8_640, paidOn: '2026-11-22', reference: 'Soep' };
    await made.phone.do('payment.record', paid, made.chair);
    return `/print/declaratie/${claimId}`;
  });
  await screen.findByRole('heading', { name: /^Declaratie van €\s86,40/ });
  await says('Lichtjestocht met soep');
  await screen.findByText(/22 november.*Soep/);
  await screen.findByText('NL91 ABNA 0417 1643 00');
});
