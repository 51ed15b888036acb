import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { afterEach, expect, test, vi } from 'vitest';
import type { Access } from '../../../domain/access.ts';
import { yearSummary } from '../../../domain/budget.ts';
import type { CommandName } from '../../../domain/permissions.ts';
import type { BudgetYear, Claim, Countersign, LedgerLine, Role } from '../../../domain/rows.ts';
import { AppProvider } from '../../app-context.tsx';
import { nlApprovals } from '../../nl/approvals.ts';
import { nlClaim } from '../../nl/claim.ts';
import { nlJudge } from '../../nl/money.ts';
import { ToastRegion } from '../../parts/toast.tsx';
import { dismissToast } from '../../parts/toast-store.ts';
import { AskAdvanceScreen } from '../advance/ask.tsx';
import { HandInScreen } from '../advance/hand-in.tsx';
import { CheckScreen } from '../audit/check.tsx';
import { testId } from '../meeting/phone.fixture.tsx';
import { PrintClaimScreen } from '../print-claim/print-claim.tsx';
import { EditClaimScreen } from '../receipt/edit-claim.tsx';
import { RulesScreen } from '../rules/rules.tsx';
import { SignScreen } from '../sign/sign.tsx';
import { type MoneyPhone, moneyPhone } from './committee.fixture.ts';
import { JudgeScreen } from './judge.tsx';

configure({ defaultHidden: true });

let now: MoneyPhone;
afterEach(async () => {
  dismissToast();
  cleanup();
  vi.useRealTimers();
  await now.phone.close();
});

async function open(role: Role, address: (made: MoneyPhone) => Promise<string>): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true, now: new Date('2026-11-25T10:00:00Z') });
  now = await moneyPhone(role);
  history.replaceState(null, '', await address(now));
  render(
    <AppProvider app={now.phone.app}>
      <LocationProvider>
        <Router>
          <Route path="/kas/declaratie/:claimId" component={JudgeScreen} />
          <Route path="/tekenen/:claimId" component={SignScreen} />
          <Route path="/kas/controle/:claimId" component={CheckScreen} />
          <Route path="/bon/voorschot" component={AskAdvanceScreen} />
          <Route path="/bon/:claimId/afrekenen" component={HandInScreen} />
          <Route path="/bon/:claimId/wijzigen" component={EditClaimScreen} />
          <Route path="/print/declaratie/:claimId" component={PrintClaimScreen} />
          <Route path="/instellingen/regels" component={RulesScreen} />
          <Route default component={() => <p>elders</p>} />
        </Router>
      </LocationProvider>
      <ToastRegion />
    </AppProvider>,
  );
}
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const choose = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('radio', { name }));
const type = async (label: string | RegExp, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });
const says = (text: string) => screen.findAllByText(text.replaceAll('\u00a0', ' '));
const claimOf = async (id: string) => (await now.phone.all<Claim>('claim')).find((claim) => claim.id === id);
const lastSent = (command: CommandName) => now.phone.sent.filter(({ name }) => name === command).at(-1)?.args;
const money = async () => yearSummary(await now.phone.all<LedgerLine>('ledgerLine'));
const me = (made: MoneyPhone, role: Role): Access => ({ ...made.chair, personId: made.phone.app.personId, role });

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
