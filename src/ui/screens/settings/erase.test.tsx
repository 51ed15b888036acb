import { cleanup, configure, fireEvent, render, screen } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, expect, test } from 'vitest';
import type { Role } from '../../../domain/rows.ts';
import { AppProvider } from '../../app-context.tsx';
import { nlSettings } from '../../nl/settings.ts';
import { type MoneyPhone, moneyPhone } from '../money/committee.fixture.ts';
import { MembersScreen } from './members.tsx';

configure({ defaultHidden: true });

let now: MoneyPhone;
afterEach(async () => {
  cleanup();
  await now.phone.close();
});

async function open(role: Role, { left }: { readonly left: boolean }): Promise<void> {
  now = await moneyPhone(role);
  if (left) await now.phone.do('member.remove', { personId: now.other.personId }, now.chair);
  history.replaceState(null, '', `/instellingen/leden?lid=${now.other.personId}`);
  render(
    <AppProvider app={now.phone.app}>
      <LocationProvider>
        <MembersScreen />
      </LocationProvider>
    </AppProvider>,
  );
  await screen.findByRole('heading', { level: 1, name: 'Ans Bakker' });
}

const words = nlSettings.erase;

test('a chair erases the name of somebody who left, after a question; nothing offers it back', async () => {
  await open('chair', { left: true });
  fireEvent.click(screen.getByRole('button', { name: words.button }));
  await screen.findByRole('heading', { name: words.question('Ans Bakker') });
  fireEvent.click(screen.getByRole('button', { name: words.confirm }));
  await screen.findByRole('heading', { level: 1, name: 'Gewiste naam' });
  expect(screen.getByText(/^De naam is gewist op /)).toBeDefined();
  expect(screen.queryByRole('button', { name: nlSettings.member.again })).toBeNull();
  expect(screen.queryByRole('button', { name: words.button })).toBeNull();
});

test('who thinks better of it leaves the name', async () => {
  await open('chair', { left: true });
  fireEvent.click(screen.getByRole('button', { name: words.button }));
  fireEvent.click(await screen.findByRole('button', { name: words.cancel }));
  expect(screen.getByRole('heading', { level: 1, name: 'Ans Bakker' })).toBeDefined();
});

test.each([
  ['chair', false],
  ['secretary', true],
] as const)('a %s is not offered it when the person left is %s', async (role, left) => {
  await open(role, { left });
  expect(screen.queryByRole('button', { name: words.button })).toBeNull();
});
