import { cleanup, configure, render, screen } from '@testing-library/preact';
import type { ComponentType } from 'preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Role } from '../../../domain/rows.ts';
import { AppProvider } from '../../app-context.tsx';
import { nlAccountability } from '../../nl/accountability.ts';
import { type MoneyPhone, moneyPhone } from '../money/committee.fixture.ts';
import { AccountabilityScreen } from './accountability.tsx';
import { PresentationScreen } from './presentation.tsx';
import { PrintAccountScreen } from './print.tsx';
import { SourcesScreen } from './sources-screen.tsx';
import { YearsScreen } from './years-screen.tsx';

configure({ defaultHidden: true });
const words = nlAccountability.elsewhere;

let now: MoneyPhone;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true, now: new Date('2026-11-26T12:00:00Z') });
});
afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  await now.phone.close();
});

type Case = readonly [route: string, path: string, component: ComponentType];
const screens: readonly [Case, ...Case[]] = [
  ['/verantwoording', '/verantwoording', AccountabilityScreen],
  ['/verantwoording/projecten', '/verantwoording/projecten', SourcesScreen],
  ['/verantwoording/jaren', '/verantwoording/jaren', YearsScreen],
  ['/print/verantwoording/:jaar', '/print/verantwoording/2026', PrintAccountScreen],
  ['/presentatie/:jaar', '/presentatie/2026', PresentationScreen],
];

async function open(role: Role, [route, path, component]: Case): Promise<readonly string[]> {
  now = await moneyPhone(role);
  history.replaceState(null, '', path);
  render(
    <AppProvider app={now.phone.app}>
      <LocationProvider>
        <Router>
          <Route path={route} component={component} />
          <Route default component={component} />
        </Router>
      </LocationProvider>
    </AppProvider>,
  );
  await screen.findByRole('heading', { level: 1, name: words.title });
  return screen.getAllByRole('link').map((link) => link.getAttribute('href') ?? '');
}

test.each(screens)(
  '%s says to the district no sums of dossiers that it does not have, and leads to those of the server',
  async (...of) => {
    const hrefs = await open('district_manager', of);
    screen.getByText(words.district);
    for (const href of [`/wijken/${now.phone.app.committeeId}`, '/kas/jaar', '/vrijwilligers'])
      expect(hrefs).toContain(href);
    expect(screen.queryByText(/0 projecten|€|Nog niets/)).toBeNull();
  },
);

test('an initiator is not told that the own projects are all of the year', async () => {
  const hrefs = await open('initiator', screens[0]);
  screen.getByText(words.initiator);
  expect(hrefs).toEqual([`/wijken/${now.phone.app.committeeId}`, '/aanvragen']);
});
