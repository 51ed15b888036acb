import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BudgetYear, FamiliarityCount, Role, VolunteerHours } from '../../../domain/rows.ts';
import { AppProvider } from '../../app-context.tsx';
import { nlVolunteers } from '../../nl/volunteers.ts';
import { testId } from '../meeting/phone.fixture.tsx';
import { type MoneyPhone, moneyPhone } from '../money/committee.fixture.ts';
import { VolunteersScreen } from './volunteers.tsx';

configure({ defaultHidden: true });

let now: MoneyPhone;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true, now: new Date('2026-11-26T12:00:00Z') });
});
afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  await now.phone.close();
});

async function open(role: Role, doing = ''): Promise<void> {
  now = await moneyPhone(role);
  show(doing);
  await screen.findByRole('heading', { level: 1 });
}
function show(doing: string): void {
  history.replaceState(null, '', `/vrijwilligers${doing === '' ? '' : `?doe=${doing}`}`);
  render(
    <AppProvider app={now.phone.app}>
      <LocationProvider>
        <Router>
          <Route path="/vrijwilligers" component={VolunteersScreen} />
          <Route default component={VolunteersScreen} />
        </Router>
      </LocationProvider>
    </AppProvider>,
  );
}
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const field = (label: string | RegExp) => screen.findByLabelText<HTMLInputElement>(label);
/** As it stands on the screen, where a space is a space. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const type = async (label: string | RegExp, value: string) =>
  fireEvent.input(await field(label), { target: { value } });

describe('hours', () => {
  const words = nlVolunteers.hours;
  const rows = () => now.phone.all<VolunteerHours>('volunteerHours');

  test('are kept for the day that they were made, stand in the list, and are crossed out', async () => {
    await open('member', 'uren');
    await type(words.hours, '12');
    await type(words.what, 'Kraam op de braderie');
    await type(words.on, '2026-06-13');
    await press(words.add);
    const kept = { year: 2026, hours: 12, what: 'Kraam op de braderie', workedOn: '2026-06-13', withdrawn: false };
    await waitFor(async () => expect(await rows()).toMatchObject([kept]));
    const card = await screen.findByRole('region', { name: words.title });
    await within(card).findByText(words.sum(12, 0));
    await press(`${nlVolunteers.crossOut}: Kraam op de braderie`);
    await within(card).findByText(nlVolunteers.crossedOut);
    expect(await rows()).toMatchObject([{ withdrawn: true }]);
  });

  test('without a number or words nothing is kept; what was typed is', async () => {
    await open('member', 'uren');
    await type(words.hours, 'de hele dag');
    await press(words.add);
    expect((await screen.findAllByText(words.hoursMissing)).length).toBeGreaterThan(0);
    await screen.findAllByText(words.whatMissing);
    expect((await field(words.hours)).value).toBe('de hele dag');
    expect(await rows()).toEqual([]);
  });
});

describe('how well known the budget is', () => {
  const words = nlVolunteers.known;
  const rows = () => now.phone.all<FamiliarityCount>('familiarityCount');

  test('a count in the street is shown with what it does not say', async () => {
    await open('member', 'telling');
    await type(words.asked, '40');
    await type(words.knew, '11');
    await type(/^Waar was het/, 'Bij de bakker');
    await press(words.add);
    await waitFor(async () => expect(await rows()).toMatchObject([{ askedCount: 40, knewCount: 11 }]));
    await screen.findByText(words.sum(40, 11));
    await screen.findByText(words.note);
    await screen.findByText('26 november, Bij de bakker, Paul de Wit');
  });

  test('more who knew it than were asked: the sentence stands there, with both numbers', async () => {
    await open('member', 'telling');
    await type(words.asked, '10');
    await type(words.knew, '11');
    await press(words.add);
    expect((await screen.findAllByText(words.tooMany)).length).toBeGreaterThan(0);
    expect([(await field(words.asked)).value, (await field(words.knew)).value]).toEqual(['10', '11']);
    expect(await rows()).toEqual([]);
  });
});

describe('money to thank with', () => {
  const words = nlVolunteers.thanks;
  const agreed = async () =>
    (await now.phone.all<BudgetYear>('budgetYear')).find(({ year }) => year === 2026)?.thanksCents;

  test('is agreed for the year, and compared with what was spent', async () => {
    await open('treasurer', 'bedankjes');
    await type(words.amount, '250');
    await press(words.save(25_000));
    await waitFor(async () => expect(await agreed()).toBe(25_000));
    await screen.findByText(plain(words.of(0, 25_000)));
    const cost = {
      costId: testId(),
      year: 2026,
      amountCents: 30_000,
      what: 'Etentje',
      paidOn: '2026-09-26',
      thanks: true,
    } as const;
    await now.phone.do('organisationCost.record', cost);
    await screen.findByText(plain(words.over(5_000)));
  });

  test('another amount was agreed meanwhile: refused, and what was typed is still there', async () => {
    await open('treasurer', 'bedankjes');
    await type(words.amount, '250');
    const change = { year: 2026, fields: { thanksCents: 10_000 }, seen: { thanksCents: 0 } };
    await now.phone.do('budgetYear.change', change, now.chair);
    await press(words.save(25_000));
    await screen.findByRole('alert');
    expect((await field(words.amount)).value).toBe('250');
    expect(await agreed()).toBe(10_000);
  });
});

test('who may only read sees no buttons', async () => {
  await open('auditor');
  await screen.findByText(nlVolunteers.hours.none);
  for (const { add } of [nlVolunteers.hours, nlVolunteers.known]) {
    expect(screen.queryByRole('link', { name: add })).toBeNull();
  }
  expect(screen.queryByRole('link', { name: nlVolunteers.thanks.change })).toBeNull();
});

test('[S15] what was not done twice: counted, with the minutes that are assumed, as an estimate', async () => {
  await open('chair');
  const { saved: words } = nlVolunteers;
  expect(screen.queryByRole('region', { name: words.title })).toBeNull(); // nothing was finished yet
  const claimId = await now.handIn(now.other);
  await now.phone.do('claim.approve', { claimId, approvedCents: 8_640, seenClaimedCents: 8_640 }, now.chair);
  const card = within(await screen.findByRole('region', { name: words.title }));
  card.getByText(words.of.claim);
  card.getByText(words.times(1, 5));
  card.getByText(words.some); // five minutes are no hour
  card.getByText(words.note);
});
