import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { afterEach, expect, test } from 'vitest';
import { yearSummary } from '../../../domain/budget.ts';
import type { Claim, LedgerLine, Payment, Role } from '../../../domain/rows.ts';
import { AppProvider } from '../../app-context.tsx';
import { nlClaim } from '../../nl/claim.ts';
import { nlJudge } from '../../nl/money.ts';
import { nlPay } from '../../nl/pay.ts';
import { ToastRegion } from '../../parts/toast.tsx';
import { dismissToast } from '../../parts/toast-store.ts';
import { testId } from '../meeting/phone.fixture.tsx';
import { type MoneyPhone, moneyPhone } from './committee.fixture.ts';
import { JudgeScreen } from './judge.tsx';

configure({ defaultHidden: true });

let now: MoneyPhone;
afterEach(async () => {
  dismissToast();
  cleanup();
  await now.phone.close();
});

async function open(role: Role, claimOf: (made: MoneyPhone) => Promise<string>): Promise<void> {
  now = await moneyPhone(role);
  history.replaceState(null, '', `/kas/declaratie/${await claimOf(now)}`);
  render(
    <AppProvider app={now.phone.app}>
      <LocationProvider>
        <Router>
          <Route path="/kas/declaratie/:claimId" component={JudgeScreen} />
          <Route default component={JudgeScreen} />
        </Router>
      </LocationProvider>
      <ToastRegion />
    </AppProvider>,
  );
  await screen.findByRole('heading', { name: nlJudge.about });
}
const byOther = ({ handIn, other }: MoneyPhone) => handIn(other);
const choose = async (name: string) => fireEvent.click(await screen.findByRole('radio', { name }));
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const type = async (label: string, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });
/** Amounts hold a no-break space, which the search for text reads as a space. */
const says = (text: string, of?: string) =>
  screen.findAllByText(text.replaceAll('\u00a0', ' '), of === undefined ? {} : { selector: of });
const claim = async () => (await now.phone.all<Claim>('claim'))[0];
const money = async () => yearSummary(await now.phone.all<LedgerLine>('ledgerLine'));

test('the amount to approve begins with what is left of the award, not with what was awarded', async () => {
  await open('treasurer', async (made) => {
    const first = await made.handIn(made.other);
    const approve = { claimId: first, approvedCents: 8_640, seenClaimedCents: 8_640 };
    await made.phone.do('claim.approve', approve, { ...made.chair, role: 'treasurer' });
    const receipt = { receiptId: testId(), boughtOn: '2026-11-20', shop: 'Vos', what: '', budgetLineId: made.lineId };
    return made.handIn(made.other, { receipts: [{ ...receipt, amountCents: 60_000, photos: [] }] });
  });
  await choose(nlJudge.verdict.approve);
  const amount = await screen.findByLabelText<HTMLInputElement>(nlJudge.verdict.amount);
  expect(amount.value).toBe('413,60'); // 500 awarded, 86.40 approved before
});

test('approving a part, paying it and taking the payment back leaves the books as before', async () => {
  await open('treasurer', byOther);
  await choose(nlJudge.verdict.approve);
  expect(screen.queryByLabelText(nlJudge.verdict.reasonFor.approve)).toBeNull();
  await type(nlJudge.verdict.amount, '80');
  await press(/^Keur goed: €\s80,00/);
  await says(nlJudge.verdict.errors.reason);
  expect(await claim()).toMatchObject({ state: 'submitted' });
  await type(nlJudge.verdict.reasonFor.approve, 'De fooi hoort er niet bij');
  await press(/^Keur goed: €\s80,00/);
  await says(nlJudge.judged.approved(8_000));
  await says('De fooi hoort er niet bij');
  await press(/^Leg vast: €\s80,00/);
  await says(nlJudge.pay.saved(8_000));
  expect(await claim()).toMatchObject({ state: 'approved', approvedCents: 8_000, paidCents: 8_000 });
  expect(await money()).toMatchObject({ paidCents: 8_000, awardedCents: 42_000 });

  await press('Ongedaan maken');
  await waitFor(async () => expect(await claim()).toMatchObject({ paidCents: 0 }));
  expect(await money()).toMatchObject({ paidCents: 0, awardedCents: 50_000, balanced: true });
  const payments = await now.phone.all<Payment>('payment');
  expect(payments.map(({ reversed, reversedReason }) => [reversed, reversedReason])).toEqual([
    [true, nlJudge.pay.undoReason],
  ]);
});

test('a second payment after an undo gets a number of its own', async () => {
  await open('treasurer', byOther);
  await choose(nlJudge.verdict.approve);
  await press(/^Keur goed/);
  await press(/^Leg vast: €\s86,40/);
  await press('Ongedaan maken');
  await says(nlJudge.payments.undone);
  await press(/^Leg vast: €\s86,40/);
  await waitFor(async () => expect(await now.phone.all('payment')).toHaveLength(2));
  expect(await claim()).toMatchObject({ paidCents: 8_640 });
});

test('more than was asked is not sent', async () => {
  await open('treasurer', byOther);
  await choose(nlJudge.verdict.approve);
  await type(nlJudge.verdict.amount, '86,41');
  await press(/^Keur goed: /);
  expect(await says(nlJudge.verdict.errors.aboveClaim(8_640))).toHaveLength(2);
  expect(now.phone.sent).toEqual([]);
});

test('who judges sees the VAT beside what is left without it, and that it cannot be', async () => {
  const receipt = { boughtOn: '2026-11-20', shop: 'Vos', what: '', budgetLineId: null, photos: [] };
  await open('treasurer', (made) =>
    made.handIn(made.other, {
      receipts: [
        { ...receipt, receiptId: testId(), amountCents: 8_640, vatCents: 1_499 },
        { ...receipt, receiptId: testId(), amountCents: 5_000, vatCents: 2_000 },
        { ...receipt, receiptId: testId(), amountCents: 1_000 },
      ],
    }),
  );
  await says(nlClaim.vat(1_499, 7_141, false));
  await says(nlClaim.vat(2_000, 3_000, true));
  expect(screen.getAllByText(nlClaim.rows.vat)).toHaveLength(2); // the third says nothing of it
});

test('giving back needs a reason, which stands there afterwards', async () => {
  await open('treasurer', byOther);
  await choose(nlJudge.verdict.return);
  await press(nlJudge.verdict.doReturn);
  expect(await screen.findAllByText(nlJudge.verdict.errors.reason)).toHaveLength(2);
  expect(now.phone.sent).toEqual([]);
  await type(nlJudge.verdict.reasonFor.return, 'Het totaal is niet te lezen');
  await press(nlJudge.verdict.doReturn);
  await says('Het totaal is niet te lezen', 'p');
  expect(await claim()).toMatchObject({ state: 'returned', approvedCents: 0 });
});

test('who judges sees that the account is another than before, who typed it and when', async () => {
  await open('treasurer', async (made) => {
    const first = await made.handIn(made.other);
    const treasurer = { ...made.chair, role: 'treasurer' } as const;
    await made.phone.do('claim.approve', { claimId: first, approvedCents: 8_640, seenClaimedCents: 8_640 }, treasurer);
    const paid = { claimId: first, number: 1, amountCents: 8_640, paidOn: '2026-11-22', reference: '' };
    await made.phone.do('payment.record', paid, treasurer);
    return made.handIn(made.other, { iban: 'NL20INGB0001234567' });
  });
  await screen.findByText(/Ingevuld door Ans Bakker: /);
  await screen.findByText(nlPay.other.ask);
  const text = document.body.textContent ?? '';
  expect(text).toContain(
    'A. Bakker kreeg op 22 november geld op NL91 ABNA 0417 1643 00. Nu staat er NL20 INGB 0001 2345 67.',
  );
});

test('nobody judges their own claim: there is no form, and it says who can', async () => {
  await open('treasurer', ({ handIn, phone }) => handIn(phone.app.access));
  await screen.findByText(nlJudge.own('Vera Postma (voorzitter)'));
  expect(screen.queryByRole('heading', { name: nlJudge.verdict.title })).toBeNull();
});

test('a member sees the claim, and neither a form nor the whole account', async () => {
  // What the server would send to a member: no claimAccount.
  await open('member', async ({ handIn, chair }) => handIn(chair, { iban: null, payeeName: 'V. Postma' }));
  await screen.findByText(nlJudge.notYours);
  expect(screen.queryByRole('heading', { name: nlJudge.verdict.title })).toBeNull();
  expect(document.body.textContent).not.toContain('NL91');
});

test('before the decision a claim can be given back and not approved', async () => {
  await open('treasurer', ({ handIn, other, undecidedId }) => handIn(other, { proposalId: undecidedId }));
  await screen.findByText(nlJudge.waits);
  expect(screen.queryByRole('radio', { name: nlJudge.verdict.approve })).toBeNull();
  expect(screen.getByRole('radio', { name: nlJudge.verdict.return })).toBeDefined();
});

test('a receipt that looks like another one shows the other, with a way to its claim', async () => {
  let firstId = '';
  await open('treasurer', async ({ handIn, other, chair }) => {
    firstId = await handIn(chair);
    return handIn(other);
  });
  const link = await screen.findByRole('link', { name: nlJudge.double.open });
  expect(link.getAttribute('href')).toBe(`/kas/declaratie/${firstId}`);
});
