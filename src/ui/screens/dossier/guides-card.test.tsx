import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, expect, test } from 'vitest';
import type { ProposalChange, ProposalGuide, Role } from '../../../domain/rows.ts';
import { AppProvider } from '../../app-context.tsx';
import { nlOutcome } from '../../nl/outcome.ts';
import { dismissToast } from '../../parts/toast-store.ts';
import { type MoneyPhone, moneyPhone } from '../money/committee.fixture.ts';
import { GuidesCard } from './guides-card.tsx';

configure({ defaultHidden: true });

const words = nlOutcome.guides;
let now: MoneyPhone;
afterEach(async () => {
  dismissToast();
  cleanup();
  await now.phone.close();
});

async function open(role: Role): Promise<void> {
  now = await moneyPhone(role);
  show();
}
const show = () =>
  render(
    <AppProvider app={now.phone.app}>
      <LocationProvider>
        <GuidesCard proposalId={now.undecidedId} />
      </LocationProvider>
    </AppProvider>,
  );
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const nameField = () => screen.findByLabelText<HTMLInputElement>(new RegExp(`^${words.name('guide')}`));
const type = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });
const named = (name: string) =>
  now.phone.do(
    'proposalGuide.change',
    {
      ...{ proposalId: now.undecidedId, kind: 'guide', fields: { name, helpsWith: 'De begroting' } },
      seen: { name: '', helpsWith: '' },
    },
    now.chair,
  );
const guides = () => now.phone.all<ProposalGuide>('proposalGuide');

test('[S21] a guide is named with what he helps with; the history says only that it changed', async () => {
  await open('member');
  await screen.findByText(words.none);
  await press(`${words.change}: ${words.kinds.guide}`);
  type(await nameField(), ' Joke van het buurthuis ');
  type(await screen.findByLabelText(new RegExp(`^${words.what('guide')}`)), 'De vergunning');
  await press(words.save);
  const kept = { kind: 'guide', name: 'Joke van het buurthuis', helpsWith: 'De vergunning' };
  await waitFor(async () => expect(await guides()).toMatchObject([kept]));
  await screen.findByText('Joke van het buurthuis');
  await screen.findByText(words.helps('De vergunning'));
  const changes = await now.phone.all<ProposalChange>('proposalChange');
  expect(changes.filter(({ after }) => 'guide' in after)).toMatchObject([{ after: { guide: 'guide' } }]);
  expect(JSON.stringify(changes)).not.toContain('Joke');
});

test('somebody else named another one meanwhile: refused, and what was typed is still there', async () => {
  await open('member');
  await press(`${words.change}: ${words.kinds.guide}`);
  type(await nameField(), 'Joke');
  await named('Karim');
  await press(words.save);
  await screen.findByRole('alert');
  expect((await nameField()).value).toBe('Joke');
  expect(await guides()).toMatchObject([{ name: 'Karim' }]);
});

test('an initiator reads whom to call, and changes nothing; without anybody the card is not there', async () => {
  await open('initiator');
  await waitFor(() => expect(screen.queryByRole('region', { name: words.title })).toBeNull());
  await named('Karim');
  await screen.findByText('Karim');
  expect(screen.queryByRole('button')).toBeNull();
});
