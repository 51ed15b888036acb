import { cleanup, configure, fireEvent, render, screen } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { afterEach, beforeEach, vi } from 'vitest';
import { yearSummary } from '../../../domain/budget.ts';
import type { BankTransaction, LedgerLine, Role } from '../../../domain/rows.ts';
import { AppProvider } from '../../app-context.tsx';
import { nlBank } from '../../nl/bank.ts';
import { ToastRegion } from '../../parts/toast.tsx';
import { dismissToast } from '../../parts/toast-store.ts';
import { type MoneyPhone, moneyPhone } from '../money/committee.fixture.ts';
import { BankScreen } from './bank.tsx';

configure({ defaultHidden: true });

/** The phone of the test that runs. */
export let now: MoneyPhone;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true });
  vi.setSystemTime(new Date('2026-11-26T12:00:00Z'));
});
afterEach(async () => {
  dismissToast();
  cleanup();
  vi.useRealTimers();
  await now.phone.close();
});

export async function approved(made: MoneyPhone): Promise<string> {
  const claimId = await made.handIn(made.other);
  await made.phone.do('claim.approve', { claimId, approvedCents: 8_640, seenClaimedCents: 8_640 }, made.chair);
  return claimId;
}

export async function open(
  role: Role = 'treasurer',
  before: (made: MoneyPhone) => Promise<unknown> = approved,
): Promise<void> {
  now = await moneyPhone(role);
  await before(now);
  history.replaceState(null, '', '/kas/bank');
  render(
    <AppProvider app={now.phone.app}>
      <LocationProvider>
        <Router>
          <Route path="/kas/bank" component={BankScreen} />
          <Route default component={BankScreen} />
        </Router>
      </LocationProvider>
      <ToastRegion />
    </AppProvider>,
  );
  await screen.findByRole('heading', { name: nlBank.title, level: 1 });
}

export const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
export const says = (text: string | RegExp) => screen.findAllByText(typeof text === 'string' ? plain(text) : text);
export const named = (name: string | RegExp) =>
  typeof name === 'string'
    ? (found: string) => plain(found) === plain(name)
    : (found: string) => name.test(plain(found));
export const press = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole('button', { name: named(name) }));
export const follow = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole('link', { name: named(name) }));
export const give = async (...files: readonly File[]) => {
  const input = await screen.findByLabelText<HTMLInputElement>(nlBank.pick.button, { selector: 'input' });
  fireEvent.change(input, { target: { files } });
};
export const type = async (label: string | RegExp, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });
/** Its label goes on with '(niet verplicht)'. */
export const partAmount = /^Welk bedrag daarvan/;
export const transactions = () => now.phone.all<BankTransaction>('bankTransaction');
export const money = async () => yearSummary(await now.phone.all<LedgerLine>('ledgerLine'));

/** The first file, of an account that is new here. */
export async function bringIn(file: File, lines: number): Promise<void> {
  await give(file);
  await screen.findByRole('heading', { name: nlBank.preview.title(file.name), level: 1 });
  const include = screen.queryByRole('checkbox', { name: nlBank.preview.include });
  if (include !== null) {
    fireEvent.click(include);
    await type(nlBank.accounts.name, 'Betaalrekening');
  }
  await press(nlBank.preview.save(lines));
  await says(nlBank.preview.done(lines));
}
