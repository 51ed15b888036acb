import { cleanup, configure, render, screen } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AppProvider } from '../../app-context.tsx';
import { nlBarriers } from '../../nl/barriers.ts';
import { type MoneyPhone, moneyPhone } from '../money/committee.fixture.ts';
import { PrintAccountScreen } from './print.tsx';

configure({ defaultHidden: true });

let now: MoneyPhone;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true, now: new Date('2026-11-26T12:00:00Z') });
  now = await moneyPhone('treasurer');
});
afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  await now.phone.close();
});

async function open(): Promise<void> {
  history.replaceState(null, '', '/print/verantwoording/2026');
  render(
    <AppProvider app={now.phone.app}>
      <LocationProvider>
        <Router>
          <Route path="/print/verantwoording/:jaar" component={PrintAccountScreen} />
          <Route default component={PrintAccountScreen} />
        </Router>
      </LocationProvider>
    </AppProvider>,
  );
  await screen.findByRole('heading', { level: 1, name: 'Verantwoording 2026' });
}

test('[S21] the barriers of a theme stand on the paper of the year, beside what went to the themes', async () => {
  await now.phone.do('budgetYear.change', {
    year: 2026,
    fields: {
      barriers: [
        { theme: 3, kind: 'statutory_rule', text: 'Camera’s mag alleen de gemeente ophangen' },
        { theme: 3, kind: 'professional_needed', text: '' },
      ],
    },
    seen: { barriers: [] },
  });
  await open();
  const heading = screen.getByRole('heading', { level: 2, name: nlBarriers.title });
  const lines = [...(heading.parentElement?.querySelectorAll('h3, li') ?? [])].map(({ textContent }) => textContent);
  expect(lines[0]).toMatch(/^3\. /);
  expect(lines.slice(1)).toEqual([
    `${nlBarriers.kinds.statutory_rule}: Camera’s mag alleen de gemeente ophangen`,
    nlBarriers.kinds.professional_needed,
  ]);
});

test('without barriers there is no empty heading for them', async () => {
  await open();
  expect(screen.queryByRole('heading', { name: nlBarriers.title })).toBeNull();
});
