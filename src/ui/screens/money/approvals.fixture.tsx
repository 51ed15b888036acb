import { cleanup, configure, fireEvent, render, screen } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { afterEach, vi } from 'vitest';
import type { Access } from '../../../domain/access.ts';
import { yearSummary } from '../../../domain/budget.ts';
import type { CommandName } from '../../../domain/permissions.ts';
import type { Claim, LedgerLine, Role } from '../../../domain/rows.ts';
import { AppProvider } from '../../app-context.tsx';
import { ToastRegion } from '../../parts/toast.tsx';
import { dismissToast } from '../../parts/toast-store.ts';
import { AskAdvanceScreen } from '../advance/ask.tsx';
import { HandInScreen } from '../advance/hand-in.tsx';
import { CheckScreen } from '../audit/check.tsx';
import { PrintClaimScreen } from '../print-claim/print-claim.tsx';
import { EditClaimScreen } from '../receipt/edit-claim.tsx';
import { RulesScreen } from '../rules/rules.tsx';
import { SignScreen } from '../sign/sign.tsx';
import { type MoneyPhone, moneyPhone } from './committee.fixture.ts';
import { JudgeScreen } from './judge.tsx';

configure({ defaultHidden: true });

/** The phone of the test that runs. */
export let now: MoneyPhone;
afterEach(async () => {
  dismissToast();
  cleanup();
  vi.useRealTimers();
  await now.phone.close();
});

export async function open(role: Role, address: (made: MoneyPhone) => Promise<string>): Promise<void> {
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
export const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
export const choose = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('radio', { name }));
export const type = async (label: string | RegExp, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });
export const says = (text: string) => screen.findAllByText(text.replaceAll('\u00a0', ' '));
export const claimOf = async (id: string) => (await now.phone.all<Claim>('claim')).find((claim) => claim.id === id);
export const lastSent = (command: CommandName) => now.phone.sent.filter(({ name }) => name === command).at(-1)?.args;
export const money = async () => yearSummary(await now.phone.all<LedgerLine>('ledgerLine'));
export const me = (made: MoneyPhone, role: Role): Access => ({
  ...made.chair,
  personId: made.phone.app.personId,
  role,
});
