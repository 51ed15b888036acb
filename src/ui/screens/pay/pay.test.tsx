import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Payment, PaymentFile, Role } from '../../../domain/rows.ts';
import { AppProvider } from '../../app-context.tsx';
import { nlPay } from '../../nl/pay.ts';
import { ToastRegion } from '../../parts/toast.tsx';
import { dismissToast } from '../../parts/toast-store.ts';
import { testId } from '../meeting/phone.fixture.tsx';
import { type MoneyPhone, moneyPhone } from '../money/committee.fixture.ts';
import { PayScreen } from './pay.tsx';

configure({ defaultHidden: true });

const savedFiles = vi.hoisted(() => [] as File[]);
vi.mock('../hand-over/save-file.ts', () => ({ saveFile: (file: File) => savedFiles.push(file) }));

let now: MoneyPhone;
beforeEach(() =>
  vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true, now: new Date('2026-11-26T12:00:00Z') }),
);
afterEach(async () => {
  dismissToast();
  cleanup();
  savedFiles.length = 0;
  vi.useRealTimers();
  await now.phone.close();
});

async function approved(made: MoneyPhone, change: Parameters<MoneyPhone['handIn']>[1] = {}): Promise<string> {
  const claimId = await made.handIn(made.other, change);
  const approve = { claimId, approvedCents: 8_640, seenClaimedCents: 8_640 };
  await made.phone.do('claim.approve', approve, { ...made.chair, role: 'treasurer' });
  return claimId;
}

async function open(role: Role, prepare: (made: MoneyPhone) => Promise<unknown>): Promise<void> {
  now = await moneyPhone(role);
  await prepare(now);
  render(
    <AppProvider app={now.phone.app}>
      <LocationProvider>
        <PayScreen />
      </LocationProvider>
      <ToastRegion />
    </AppProvider>,
  );
  await screen.findByRole('heading', { level: 1, name: nlPay.title });
}
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const type = async (label: string, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });
const boxes = () => screen.getAllByRole<HTMLInputElement>('checkbox');
const files = () => now.phone.all<PaymentFile>('paymentFile');
const ours = 'NL20INGB0001234567';

test('one file for the bank with what was chosen, and it is remembered', async () => {
  const ids: string[] = [];
  await open('treasurer', async (made) => {
    ids.push(await approved(made), await approved(made));
  });
  fireEvent.click(boxes()[0] as HTMLElement); // receipts without a photo are not chosen beforehand
  await type(nlPay.from.iban, 'NL20 INGB 0001 2345 67');
  await press(/^Maak betaalbestand: €.86,40/);
  await waitFor(async () => expect(await files()).toHaveLength(1));
  await waitFor(() => expect(savedFiles).toHaveLength(1));
  const xml = (await savedFiles[0]?.text()) ?? '';
  expect(xml).toContain('<NbOfTxs>1</NbOfTxs>');
  expect(xml).toContain('<InstdAmt Ccy="EUR">86.40</InstdAmt>');
  expect(xml).toContain(`<EndToEndId>${ids[0]?.replaceAll('-', '')}-1</EndToEndId>`);
  expect(xml).toContain(`<IBAN>${ours}</IBAN>`);
  const [file] = await files();
  expect(file?.transfers).toEqual([{ claimId: ids[0], number: 1, amountCents: 8_640 }]);
  // What is in the file can not be chosen a second time.
  await waitFor(() => expect(boxes().map(({ disabled }) => disabled)).toEqual([true, false]));
});

test('a file that got lost is saved once more: the same payments under the same id, which a bank takes once', async () => {
  await open('treasurer', async (made) => {
    await approved(made);
  });
  fireEvent.click(boxes()[0] as HTMLElement);
  await type(nlPay.from.iban, 'NL20 INGB 0001 2345 67');
  await press(/^Maak betaalbestand/);
  await waitFor(() => expect(savedFiles).toHaveLength(1));
  await screen.findByText(nlPay.standing.pending); // not on the server yet
  await press(nlPay.standing.again);
  await waitFor(() => expect(savedFiles).toHaveLength(2));
  const [first = '', second = ''] = await Promise.all(savedFiles.map((file) => file.text()));
  const withoutTime = (xml: string): string => xml.replace(/<CreDtTm>.*<\/CreDtTm>/, '');
  expect(withoutTime(second)).toBe(withoutTime(first));
  expect(await files()).toHaveLength(1);
  await type(nlPay.from.iban, 'NL20');
  await press(nlPay.standing.again);
  await screen.findAllByText(nlPay.from.ibanWrong);
  expect(savedFiles).toHaveLength(2);
});

test('a wrong account of our own is said beside the field, and nothing is made', async () => {
  await open('treasurer', approved);
  fireEvent.click(boxes()[0] as HTMLElement);
  await type(nlPay.from.iban, 'NL20 INGB 0001 2345 68');
  await press(/^Maak betaalbestand/);
  await screen.findAllByText(nlPay.from.ibanWrong);
  expect(screen.getByLabelText<HTMLInputElement>(nlPay.from.iban).value).toBe('NL20 INGB 0001 2345 68');
  expect(await files()).toEqual([]);
  expect(savedFiles).toEqual([]);
});

test('an account that changed since the last payment is said in words, and not chosen beforehand', async () => {
  await open('treasurer', async (made) => {
    const first = await approved(made);
    const paid = { claimId: first, number: 1, amountCents: 8_640, paidOn: '2026-11-22', reference: '' };
    await made.phone.do('payment.record', paid, { ...made.chair, role: 'treasurer' });
    await approved(made, { iban: ours });
  });
  await screen.findByRole('heading', { name: nlPay.other.title });
  const text = document.body.textContent ?? '';
  expect(text).toContain('NL91 ABNA 0417 1643 00');
  expect(text).toContain('NL20 INGB 0001 2345 67');
  await screen.findByText(/Ingevuld door Ans Bakker: vandaag/);
  expect(boxes().map(({ checked, disabled }) => [checked, disabled])).toEqual([[false, false]]);
});

test.each([
  ['fine', false],
  ['maybe double when another plan has the same receipt, and then it is not chosen beforehand', true],
] as const)('a receipt is %s', async (_, twin) => {
  await open('treasurer', async (made) => {
    const receipt = { receiptId: testId(), amountCents: 8_640, boughtOn: '2026-11-20', shop: 'De Klos', what: 'Soep' };
    const receipts = [{ ...receipt, budgetLineId: null, noPhoto: 'Kwijt', photos: [] }];
    if (twin) await made.handIn(made.other, { proposalId: made.undecidedId });
    return approved(made, { receipts });
  });
  await screen.findByText(twin ? nlPay.list.double : nlPay.list.fine);
  expect(boxes().map(({ checked }) => checked)).toEqual([!twin]);
});

test('an account outside SEPA is not for a file: the bank would refuse all of it', async () => {
  await open('treasurer', (made) => approved(made, { iban: 'TR330006100519786457841326' }));
  await screen.findByText(nlPay.list.blocks.outside_sepa);
  expect(boxes().map(({ disabled }) => disabled)).toEqual([true]);
});

test('what has no account cannot go into a file, and says so', async () => {
  await open('treasurer', (made) => approved(made, { kind: 'invoice', iban: null, holder: null }));
  await screen.findByText(nlPay.list.blocks.no_iban);
  expect(boxes().map(({ disabled }) => disabled)).toEqual([true]);
  await screen.findByRole('button', { name: nlPay.makeNone });
});

test('one press records what the bank did, each as its own payment', async () => {
  const ids: string[] = [];
  await open('treasurer', async (made) => {
    ids.push(await approved(made), await approved(made));
    const transfers = ids.map((claimId) => ({ claimId, number: 1, amountCents: 8_640 }));
    await made.phone.do('paymentFile.make', {
      fileId: testId(),
      madeOn: '2026-11-25',
      executeOn: '2026-11-25',
      transfers,
    });
  });
  await press(/^Leg vast: 2 betalingen gedaan/);
  await waitFor(async () => expect(await now.phone.all<Payment>('payment')).toHaveLength(2));
  const payments = await now.phone.all<Payment>('payment');
  expect(payments.map(({ paidOn, amountCents }) => [paidOn, amountCents])).toEqual([
    ['2026-11-25', 8_640],
    ['2026-11-25', 8_640],
  ]);
  expect(payments[0]?.reference).toContain('Lichtjestocht');
  await waitFor(() => expect(screen.queryByRole('heading', { name: nlPay.standing.title })).toBeNull());
});

test('a file that did not go to the bank is dropped with a reason, and its payments can be chosen again', async () => {
  await open('treasurer', async (made) => {
    const claimId = await approved(made);
    const transfers = [{ claimId, number: 1, amountCents: 8_640 }];
    await made.phone.do('paymentFile.make', {
      fileId: testId(),
      madeOn: '2026-11-25',
      executeOn: '2026-11-25',
      transfers,
    });
  });
  expect(boxes().map(({ disabled }) => disabled)).toEqual([true]);
  await press(nlPay.standing.drop);
  await press(nlPay.standing.doDrop);
  await screen.findAllByText(nlPay.standing.dropMissing);
  await type(nlPay.standing.dropWhy, 'De bank weigerde het');
  await press(nlPay.standing.doDrop);
  await waitFor(async () => expect((await files())[0]?.state).toBe('dropped'));
  await waitFor(() => expect(boxes().map(({ disabled }) => disabled)).toEqual([false]));
});

test('an auditor sees what is ready and can make nothing', async () => {
  await open('auditor', approved);
  await screen.findByText(nlPay.readOnly);
  expect(screen.queryAllByRole('checkbox')).toEqual([]);
  expect(screen.queryByRole('button', { name: /betaalbestand/ })).toBeNull();
});
