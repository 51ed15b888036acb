import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { BudgetYear } from '../../../domain/rows.ts';
import { AppProvider } from '../../app-context.tsx';
import { nlRules } from '../../nl/rules.ts';
import { themeName } from '../../nl/themes.ts';
import { type MoneyPhone, moneyPhone } from '../money/committee.fixture.ts';
import { RulesScreen } from './rules.tsx';

configure({ defaultHidden: true });

const { themes: words } = nlRules;
let now: MoneyPhone;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true, now: new Date('2026-11-26T12:00:00Z') });
  now = await moneyPhone('treasurer');
  history.replaceState(null, '', '/instellingen/regels?themas=1');
  render(
    <AppProvider app={now.phone.app}>
      <LocationProvider>
        <Router>
          <Route path="/instellingen/regels" component={RulesScreen} />
          <Route default component={RulesScreen} />
        </Router>
      </LocationProvider>
    </AppProvider>,
  );
  await screen.findByRole('heading', { level: 1, name: words.edit });
});
afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  await now.phone.close();
});
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const themes = async () => (await now.phone.all<BudgetYear>('budgetYear')).find(({ year }) => year === 2026)?.themes;
const of = (number: number) => within(screen.getByRole('group', { name: words.one(number) }));

test('[S2] a city has other themes: one is added under a number of its own, one that nothing belongs to goes away', async () => {
  fireEvent.click(of(1).getByRole('button'));
  await waitFor(() => expect(screen.queryByRole('group', { name: words.one(1) })).toBeNull());
  await press(words.add);
  await press(words.save);
  await screen.findAllByText(words.nameMissing(8));
  fireEvent.input(of(8).getByLabelText(words.name(8)), { target: { value: ' Cultuur ' } });
  await press(words.save);
  await waitFor(async () => expect((await themes())?.map(({ number }) => number)).toEqual([2, 3, 4, 5, 6, 7, 8]));
  expect((await themes())?.at(-1)).toEqual({ number: 8, name: 'Cultuur', plain: '' });
  expect(themeName(await themes(), 8), 'where nobody wrote a plainer word').toBe('Cultuur');
  expect(themeName(await themes(), 1)).toBe('Thema 1');
});

test('a theme of a proposal or with barriers stays', async () => {
  await screen.findByText(words.inUse);
  expect(of(7).queryByRole('button')).toBeNull();
  const barriers = [{ theme: 3, kind: 'statutory_rule', text: '' }] as const;
  await now.phone.do('budgetYear.change', { year: 2026, fields: { barriers }, seen: { barriers: [] } }, now.chair);
  await waitFor(() => expect(of(3).queryByRole('button')).toBeNull());
  of(2).getByRole('button');
});
