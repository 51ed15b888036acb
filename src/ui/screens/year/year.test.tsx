import { cleanup, configure, fireEvent, render, screen, within } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bankTransactionId } from '../../../domain/bank/lines.ts';
import type { LedgerLine } from '../../../domain/rows.ts';
import { AppProvider } from '../../app-context.tsx';
import { nlBooks } from '../../nl/books.ts';
import { nlYear } from '../../nl/year.ts';
import { testId } from '../meeting/phone.fixture.tsx';
import { type MoneyPhone, moneyPhone } from '../money/committee.fixture.ts';
import { YearScreen } from './year.tsx';

configure({ defaultHidden: true });

let now: MoneyPhone;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true });
  vi.setSystemTime(new Date('2026-11-26T12:00:00Z'));
});
afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  await now.phone.close();
});

/** € 25.00 of the € 60.00 comes in at the bank. */
async function refundedInPart({ phone, chair }: MoneyPhone): Promise<string> {
  const [costId, importId, accountId] = [testId(), testId(), 'NL18RABO0123459876'];
  const cost = { costId, year: 2026, amountCents: 6_000, what: 'Zaalhuur', paidOn: '2026-11-02' };
  await phone.do('organisationCost.record', cost, chair);
  await phone.do('bankAccount.add', { accountId, name: 'Betaalrekening', kind: 'payment', holder: '' }, chair);
  const opening = { cents: 123_456, on: '2026-11-22' };
  const days = { from: '2026-11-23', until: '2026-11-23', opening, closing: null, importedOn: '2026-11-26' };
  const file = { importId, accountId, fileName: 'x.940', format: 'mt940', lineCount: 1, partCount: 1, warnings: [] };
  await phone.do('bankImport.begin', { ...file, ...days }, chair);
  const other = { valueOn: null, counterIban: '', counterName: 'Buurthuis', description: 'zaalhuur', reference: '' };
  const place = { bankReference: '', code: '', reversal: false, line: 1, nth: 1 };
  const line = { bookedOn: '2026-11-23', cents: 2_500, ...other, ...place };
  await phone.do('bankImport.addLines', { importId, accountId, part: 1, lines: [line], known: [] }, chair);
  const target = { kind: 'cost_refund', costId, reason: 'Terug' } as const;
  const match = { transactionId: bankTransactionId(accountId, line), round: 1, matchedOn: '2026-11-26' };
  await phone.do('bankMatch.make', { ...match, parts: [{ amountCents: 2_500, target }] }, chair);
  return costId;
}

async function open(query: (costId: string) => string): Promise<void> {
  now = await moneyPhone('treasurer');
  history.replaceState(null, '', `/kas/jaar${query(await refundedInPart(now))}`);
  renderYear();
}

function renderYear(): void {
  render(
    <AppProvider app={now.phone.app}>
      <LocationProvider>
        <Router>
          <Route path="/kas/jaar" component={YearScreen} />
          <Route default component={YearScreen} />
        </Router>
      </LocationProvider>
    </AppProvider>,
  );
}
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test('an own cost that came back in part says how much, and what is still spent', async () => {
  await open(() => '');
  const item = await screen.findByRole('link', { name: /Zaalhuur/ });
  within(item).getByText(plain(`2 november. ${nlYear.own.refunded(2_500)}`));
  expect(plain(item.textContent ?? '')).toMatch(/€ 35,00$/);
});

test('taking it back is about what is left', async () => {
  await open((costId) => `?doe=terugdraaien&id=${costId}`);
  await screen.findByText('Zaalhuur, € 35,00');
});

test('what was at the bank before Buurtkas is taken over from its file, with its day', async () => {
  await open(() => '?doe=beginstand');
  fireEvent.click(await screen.findByRole('button', { name: /Neem over van de bank: €.1\.234,56/ }));
  expect((await screen.findByLabelText<HTMLInputElement>(nlYear.amount)).value).toBe('1.234,56');
  expect(screen.getByLabelText<HTMLInputElement>(nlBooks.byHand.on).value).toBe('2026-11-22');
});

const choose = async (text: string) =>
  fireEvent.change(await screen.findByLabelText(nlBooks.byHand.other.pick, { selector: 'input' }), {
    target: { files: [new File([text], 'saldibalans.csv')] },
  });

test('the money of another bookkeeping program is taken over, from the accounts that hold it', async () => {
  await open(() => '?doe=beginstand');
  await choose(
    'Rekening;Omschrijving;Saldo\n1010;Rabobank;1.000,00\n1020;Spaarrekening;500,00\n0500;Reserves;-1.500,00\n',
  );
  const { other } = nlBooks.byHand;
  await screen.findByText(plain(other.take(150_000)));
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Reserves/ }).checked).toBe(false);
  fireEvent.click(screen.getByRole('checkbox', { name: /Spaarrekening/ }));
  fireEvent.click(await screen.findByRole('button', { name: other.take(100_000) }));
  expect((await screen.findByLabelText<HTMLInputElement>(nlYear.amount)).value).toBe('1.000,00');
  fireEvent.input(screen.getByLabelText(nlBooks.byHand.on), { target: { value: '2026-01-01' } });
  fireEvent.click(screen.getByRole('button', { name: nlBooks.byHand.opening }));
  await vi.waitFor(async () =>
    expect(
      (await now.phone.all<LedgerLine>('ledgerLine')).filter(({ account }) => account === 'opening'),
    ).toMatchObject([{ amountCents: -100_000, year: 2026, bookedOn: '2026-01-01' }]),
  );
});

test('a file that is no balance says so beside the button, and what was typed stays', async () => {
  await open(() => '?doe=beginstand');
  fireEvent.input(await screen.findByLabelText(nlYear.amount), { target: { value: '12,00' } });
  await choose('Naam;Adres\nJan;Spoelweg 1\n');
  await screen.findByText(nlBooks.byHand.other.refused.unknown);
  expect(screen.getByLabelText<HTMLInputElement>(nlYear.amount).value).toBe('12,00');
  await choose('Rekening;Omschrijving;Saldo\n1400;Crediteuren;-50,00\n');
  await screen.findByText(nlBooks.byHand.other.noMoney);
  expect(screen.queryByText(nlBooks.byHand.other.refused.unknown)).toBeNull();
});

test('before a year is closed the screen says what flows back, savings in their last year too, and what goes along', async () => {
  now = await moneyPhone('treasurer');
  const { phone, chair } = now;
  const saving = (goal: string, untilYear: number) => ({
    goalId: testId(),
    goal,
    targetCents: 0,
    fromYear: 2026,
    untilYear,
  });
  const goals = [saving('Bankjes', 2026), saving('Speeltuin', 2028)];
  for (const goal of goals) {
    await phone.do('savings.start', goal, chair);
    const put = { goalId: goal.goalId, year: 2026, bookedOn: '2026-11-02' };
    await phone.do('savings.put', { ...put, amountCents: goal.untilYear === 2026 ? 20_000 : 30_000 }, chair);
  }
  await phone.do('organisation.reserve', { year: 2026, amountCents: 5_000, bookedOn: '2026-11-02' }, chair);
  await phone.do('budgetYear.open', { year: 2027, grantCents: 1, smallLimitCents: 1, bookedOn: '2026-11-02' }, chair);
  history.replaceState(null, '', '/kas/jaar?doe=afsluiten');
  renderYear();
  const back = within(await screen.findByRole('region', { name: nlYear.close.returns }));
  const cents = (label: string, among: typeof back): number => {
    const row = among.getByText(label).closest('div');
    return Number((row?.querySelector('dd')?.textContent ?? '').replace(/\D/g, ''));
  };
  const freeCents = cents(nlYear.close.free, back);
  expect(cents(nlYear.close.organisation, back)).toBe(5_000);
  expect(cents(nlYear.close.savingsEnd('Bankjes'), back)).toBe(20_000);
  expect(Number((back.getByText(/^Samen terug/).textContent ?? '').replace(/\D/g, ''))).toBe(freeCents + 25_000);
  const along = within(screen.getByRole('region', { name: nlYear.close.along(2027) }));
  expect(cents(nlYear.close.savedFor('Speeltuin'), along)).toBe(30_000);
  fireEvent.click(screen.getByRole('button', { name: nlYear.close.button(2026) }));
  await vi.waitFor(async () =>
    expect(
      (await phone.all<LedgerLine>('ledgerLine'))
        .filter(({ account, year }) => account === 'returned' && year === 2026)
        .map(({ amountCents }) => amountCents),
    ).toEqual(expect.arrayContaining([20_000, freeCents + 5_000])),
  );
});
