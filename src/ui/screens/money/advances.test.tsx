import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { Access } from '../../../domain/access.ts';
import type { Claim } from '../../../domain/rows.ts';
import { nlApprovals } from '../../nl/approvals.ts';
import { nlClaim } from '../../nl/claim.ts';
import { nlJudge } from '../../nl/money.ts';
import { testId } from '../meeting/phone.fixture.tsx';
import { choose, claimOf, me, money, now, open, press, says, type } from './approvals.fixture.tsx';
import type { MoneyPhone } from './committee.fixture.ts';

let claimId = '';

/** An advance that was paid; with `receipts` its holder accounted for it too. */
async function advance(made: MoneyPhone, holder: Access, receipts: readonly number[] | undefined): Promise<string> {
  claimId = testId();
  const { phone, chair, awardedId: proposalId } = made;
  const account = { payeeName: 'A. Bakker', iban: 'NL91ABNA0417164300', holder: 'A. Bakker' };
  await phone.do('advance.ask', { claimId, proposalId, amountCents: 10_000, what: 'Soep', ...account }, holder);
  await phone.do('claim.approve', { claimId, approvedCents: 10_000, seenClaimedCents: 10_000 }, chair);
  const paid = { claimId, number: 1, amountCents: 10_000, paidOn: '2026-11-01', reference: '' };
  await phone.do('payment.record', paid, chair);
  if (receipts === undefined) return claimId;
  const rest = { boughtOn: '2026-11-10', shop: 'De Klos', what: 'Soep', budgetLineId: made.lineId, photos: [] };
  const all = receipts.map((amountCents) => ({ receiptId: testId(), amountCents, ...rest }));
  await phone.do('advance.handIn', { claimId, receipts: all }, holder);
  return claimId;
}

test('an advance is settled, and what is left comes back', async () => {
  await open('treasurer', async (made) => `/kas/declaratie/${await advance(made, made.other, [8_000])}`);
  await press(/^Reken af: €\s80,00/);
  await screen.findByRole('heading', { name: nlApprovals.refund.title });
  expect(await money()).toMatchObject({ paidCents: 8_000, advanceCents: 2_000, balanced: true });
  await type(nlApprovals.refund.amount, '30');
  await press(/^Leg vast: €\s30,00 terug/);
  await says(nlApprovals.refund.above(2_000));
  await type(nlApprovals.refund.amount, '20');
  await press(/^Leg vast: €\s20,00 terug/);
  await waitFor(async () =>
    expect(await money()).toMatchObject({ paidCents: 8_000, advanceCents: 0, awardedCents: 42_000 }),
  );
});

test('less is accepted only with a reason, and what was typed stays', async () => {
  await open('treasurer', async (made) => `/kas/declaratie/${await advance(made, made.other, [8_000])}`);
  await type(nlApprovals.settle.accepted, '75');
  await press(/^Reken af: €\s75,00/);
  await says(nlApprovals.settle.errors.reason);
  expect((await screen.findByLabelText<HTMLInputElement>(nlApprovals.settle.accepted)).value).toBe('75');
  await type(nlApprovals.settle.reason, 'Zonder de bloemen');
  await press(/^Reken af: €\s75,00/);
  await waitFor(async () =>
    expect((await claimOf(claimId))?.settlement).toMatchObject({ acceptedCents: 7_500, reason: 'Zonder de bloemen' }),
  );
});

test('an account is given back with a question', async () => {
  await open('treasurer', async (made) => `/kas/declaratie/${await advance(made, made.other, [8_000])}`);
  await press(nlApprovals.settle.giveBack);
  await press(nlApprovals.settle.doGiveBack);
  await says(nlApprovals.double.missing);
  await type(nlApprovals.settle.giveBackWhy, 'Waar is de bon van de bakker?');
  await press(nlApprovals.settle.doGiveBack);
  await says(nlApprovals.settle.returned('Waar is de bon van de bakker?'));
});

test('the form of somebody else is not missing: it says whose it is, or that it is not the time', async () => {
  const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
  await open('treasurer', async (made) => `/bon/${await advance(made, made.other, undefined)}/afrekenen`);
  await heading(nlApprovals.handIn.notYours.title);
  const look = await screen.findByRole('link', { name: nlClaim.look });
  expect(look.getAttribute('href')).toBe(location.pathname.replace('/afrekenen', ''));
  cleanup();
  await now.phone.close();
  await open('treasurer', async (made) => `/bon/${await made.handIn(made.other)}/wijzigen`);
  await heading(nlClaim.notYours.title);
  cleanup();
  await now.phone.close();
  await open('treasurer', async (made) => `/bon/${await made.handIn(made.phone.app.access)}/wijzigen`);
  await heading(nlClaim.notNow.title);
});

test('above the advance the difference is paid as any claim', async () => {
  await open('treasurer', async (made) => `/kas/declaratie/${await advance(made, made.other, [13_000])}`);
  await press(/^Reken af: €\s130,00/);
  await press(/^Leg vast: €\s30,00 betaald/);
  await waitFor(async () => expect(await money()).toMatchObject({ paidCents: 13_000, advanceCents: 0 }));
});

test('above the limit a second officer looks at the account too, and can give it back', async () => {
  await open('treasurer', async (made) => {
    const limit = { year: 2026, fields: { secondAboveCents: 12_000 }, seen: { secondAboveCents: 0 } };
    await made.phone.do('budgetYear.change', limit, made.chair);
    const id = await advance(made, made.other, [13_000]);
    const settle = { claimId: id, acceptedCents: 13_000, seenSpentCents: 13_000, reason: '', settledOn: '2026-11-24' };
    await made.phone.do('advance.settle', settle, made.chair);
    return `/kas/declaratie/${id}`;
  });
  await screen.findByRole('button', { name: /^Keur ook goed: €\s130,00/ });
  expect(screen.queryByRole('heading', { name: nlJudge.pay.title })).toBeNull();
  await press(nlApprovals.settle.giveBack);
  await type(nlApprovals.settle.giveBackWhy, 'Waarom zoveel meer?');
  await press(nlApprovals.settle.doGiveBack);
  await says(nlApprovals.settle.returned('Waarom zoveel meer?'));
  expect(await money()).toMatchObject({ paidCents: 0, advanceCents: 10_000, balanced: true });
});

test('the only officer accounts for an own advance, and an outsider is asked to sign', async () => {
  await open('chair', async (made) => {
    const id = await advance(made, me(made, 'chair'), [8_000]);
    await made.phone.do('member.remove', { personId: made.chair.personId }, me(made, 'chair'));
    return `/kas/declaratie/${id}`;
  });
  await says(nlApprovals.sole);
  expect(screen.queryByRole('button', { name: nlApprovals.settle.giveBack })).toBeNull();
  await press(/^Reken af: €\s80,00/);
  await says(nlApprovals.countersign.nobody);
  expect(await claimOf(claimId)).toMatchObject({ awaits: 'countersign', settlement: { state: 'settled' } });
});

test('its holder asks for it', async () => {
  await open('member', async (made) => `/bon/voorschot?aanvraag=${made.awardedId}`);
  await press(nlApprovals.advance.do(undefined));
  await says(nlApprovals.advance.errors.what);
  await type(nlApprovals.advance.amount, '100');
  await type(nlApprovals.advance.what, 'Boodschappen voor de soep');
  await type(/^Rekeningnummer/, 'NL91 ABNA 0417 1643 00');
  await type(/^Naam bij deze rekening/, 'P. de Wit');
  await press(/^Vraag €\s100,00 voorschot/);
  await says('elders');
  expect((await now.phone.all<Claim>('claim'))[0]).toMatchObject({
    ...{ kind: 'advance', claimedCents: 10_000, what: 'Boodschappen voor de soep', ibanLast4: '4300' },
  });
});

test('given back for its account, it is asked again with another one; a field that was emptied stays empty', async () => {
  const account = { payeeName: 'P. de Wit', iban: 'NL91ABNA0417164300', holder: 'P. de Wit' };
  await open('member', async (made) => {
    claimId = testId();
    const ask = { claimId, proposalId: made.awardedId, amountCents: 10_000, what: 'Soep', ...account };
    await made.phone.do('advance.ask', ask, me(made, 'member'));
    await made.phone.do('claim.return', { claimId, reason: 'Klopt de rekening?' }, made.chair);
    return `/bon/voorschot?opnieuw=${claimId}`;
  });
  await says('Klopt de rekening?');
  const field = (await screen.findByLabelText(/^Rekeningnummer/)) as HTMLInputElement;
  await type(/^Rekeningnummer/, account.iban);
  await press(/^Vraag €\s100,00 voorschot/); // the account is remembered on this device from now on
  await says('elders');
  await now.phone.do('claim.return', { claimId, reason: 'Echt deze rekening?' }, now.chair);
  history.pushState(null, '', `/bon/voorschot?opnieuw=${claimId}`);
  fireEvent.popState(window);
  await says('Echt deze rekening?');
  const again = (await screen.findByLabelText(/^Rekeningnummer/)) as HTMLInputElement;
  expect(again).not.toBe(field);
  await waitFor(() => expect(again.value).toBe(account.iban));
  await type(/^Rekeningnummer/, '');
  expect(again.value).toBe('');
  await type(/^Rekeningnummer/, 'NL20 INGB 0001 2345 67');
  await press(/^Vraag €\s100,00 voorschot/);
  await says('elders');
  expect(await claimOf(claimId)).toMatchObject({ state: 'submitted', ibanLast4: '4567' });
});

test('its holder accounts for it with receipts', async () => {
  await open('member', async (made) => `/bon/${await advance(made, me(made, 'member'), undefined)}/afrekenen`);
  await type(/^Totaal op de bon/, '80');
  await says(nlApprovals.handIn.less(2_000));
  await press(nlApprovals.handIn.do(1));
  expect((await claimOf(claimId))?.settlement).toBeUndefined(); // shop, date and line are missing
  await press('Vandaag');
  await type(/^Winkel/, 'De Klos');
  await choose(/^Lampionnen/);
  await press(nlApprovals.handIn.do(1));
  await says('elders');
  expect((await claimOf(claimId))?.settlement).toMatchObject({ state: 'handed_in', spentCents: 8_000 });
});

test('its holder spent nothing', async () => {
  await open('member', async (made) => `/bon/${await advance(made, me(made, 'member'), undefined)}/afrekenen`);
  await press(nlApprovals.handIn.nothing);
  await press(nlApprovals.handIn.do(0));
  await says('elders');
  expect((await claimOf(claimId))?.settlement).toMatchObject({ state: 'handed_in', spentCents: 0 });
});
