import { cleanup, configure, render, screen } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, expect, test } from 'vitest';
import type { Role } from '../../../domain/rows.ts';
import { AppProvider } from '../../app-context.tsx';
import { nlSettings } from '../../nl/settings.ts';
import { type MoneyPhone, moneyPhone } from '../money/committee.fixture.ts';
import { SettingsScreen } from './index.tsx';

configure({ defaultHidden: true });

let now: MoneyPhone;
afterEach(async () => {
  cleanup();
  await now.phone.close();
});

async function open(role: Role): Promise<void> {
  now = await moneyPhone(role);
  history.replaceState(null, '', '/instellingen');
  render(
    <AppProvider app={now.phone.app}>
      <LocationProvider>
        <SettingsScreen />
      </LocationProvider>
    </AppProvider>,
  );
  await screen.findByText('Spoelkwartier');
}

test.each(['chair', 'auditor', 'district_manager'] as const)('%s reads what the city gave', async (role) => {
  await open(role);
  expect(screen.getByText(nlSettings.year.grant)).toBeDefined();
  await screen.findByText('€ 15.000,00');
});

test('[D12] an initiator, who gets no lines of the ledger, reads no sum instead of zero', async () => {
  await open('initiator');
  expect(screen.getByText(nlSettings.year.limitOfOthers)).toBeDefined();
  expect(screen.queryByText(nlSettings.year.grant)).toBeNull();
});

test.each([
  ['chair', '3 personen. Toevoegen, uitnodigen, rol wijzigen'],
  ['member', '3 personen. Wie meedoet, met welke rol'],
] as const)('%s reads how many the list of members holds, and what can be done there', async (role, line) => {
  await open(role);
  await screen.findByText(line);
});

test.each(['initiator', 'district_manager'] as const)(
  '%s, who may see no members, is not led to them',
  async (role) => {
    await open(role);
    expect(screen.queryByText(nlSettings.members.link)).toBeNull();
  },
);
