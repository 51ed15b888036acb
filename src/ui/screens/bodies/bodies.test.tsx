import { cleanup, configure, fireEvent, render, screen, within } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { BodyFigures, BodyYear } from '../../../domain/insight/bodyFigures.ts';
import { Unreachable } from '../../../sync/ports.ts';
import { AppProvider } from '../../app-context.tsx';
import { type MoneyPhone, moneyPhone } from '../money/committee.fixture.ts';
import { BodiesScreen } from './bodies.tsx';
import { BodyScreen } from './body.tsx';
import { BodyThemesScreen } from './themes.tsx';

configure({ defaultHidden: true });
const server = vi.hoisted(() => ({ figures: undefined as unknown }));
vi.mock('../../../store/net.ts', () => ({
  isNetShut: () => false,
  askJson: async () => {
    if (server.figures === undefined) throw new Unreachable('no line');
    return { status: 200, json: { figures: server.figures } };
  },
}));

let now: MoneyPhone;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true, now: new Date('2026-11-26T12:00:00Z') });
  now = await moneyPhone('member');
});
afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  await now.phone.close();
});

const year = (of: Partial<BodyYear>): BodyYear => ({
  ...{ year: 2026, grantCents: 10_000_00, awardedCents: 0, projects: 0, refused: 0, themes: [], smallLimitCents: null },
  ...{ rules: [], askedSupport: 0, exceptions: 0, newApplicants: 0, returningApplicants: 0 },
  ...{ daysToDecision: null, daysToPayment: null },
  ...of,
});
const themes = (...list: readonly (readonly [theme: number, count: number, cents: number])[]) =>
  list.map(([theme, count, cents]) => ({ theme, count, cents, name: theme === 7 ? 'Elkaar ontmoeten' : '' }));
const figures = (): readonly BodyFigures[] => {
  const { committeeId } = now.phone.app;
  const place = { bodyWord: 'wijkraad', quorum: { kind: 'count', count: 4 } } as const;
  return [
    {
      ...{ id: committeeId, name: 'Spoelkwartier', district: 'Noord', ...place },
      years: [year({ awardedCents: 300_00, projects: 2, daysToDecision: 12, themes: themes([7, 2, 300_00]) })],
    },
    {
      ...{ id: 'd', name: 'Dolphia', district: 'Oost', ...place },
      years: [
        year({
          ...{ awardedCents: 900_00, projects: 3, rules: [{ owner: 'body', text: 'Alleen met drie buren' }] },
          themes: themes([6, 1, 100_00], [7, 2, 800_00]),
        }),
        year({ year: 2025, grantCents: 0, awardedCents: 50_00, projects: 1, themes: themes([6, 1, 50_00]) }),
      ],
    },
  ];
};

async function open(address: string, heading: string): Promise<void> {
  cleanup();
  history.replaceState(null, '', address);
  render(
    <AppProvider app={now.phone.app}>
      <LocationProvider>
        <Router>
          <Route path="/wijken" component={BodiesScreen} />
          <Route path="/wijken/themas" component={BodyThemesScreen} />
          <Route path="/wijken/:id" component={BodyScreen} />
        </Router>
      </LocationProvider>
    </AppProvider>,
  );
  await screen.findByRole('heading', { name: heading });
}

const plain = (element: Element): string => (element.textContent ?? '').replaceAll('\u00a0', ' ');
const bars = async (): Promise<readonly string[]> =>
  within(await screen.findByRole('list', { name: /per wijk in/ }))
    .getAllByRole('listitem')
    .map(plain);
const rowsOf = async (caption: string): Promise<readonly (readonly string[])[]> =>
  within(await screen.findByRole('table', { name: caption }))
    .getAllByRole('row')
    .map((row) => [...row.querySelectorAll('th,td')].map(plain));

test('[S18] wijken stand beside each other on what somebody chooses, the most first, the own one marked', async () => {
  server.figures = figures();
  await open('/wijken', 'Toegekend geld');
  expect(await bars()).toEqual(['Dolphia€ 900,00', 'SpoelkwartierUw wijk€ 300,00']);
  fireEvent.change(screen.getByLabelText('Vergelijk op'), { target: { value: 'toDecision' } });
  await screen.findByRole('heading', { name: 'Dagen tot een besluit' });
  expect(await bars()).toEqual(['SpoelkwartierUw wijk12 dagen', 'DolphiaNiet bekend']);
  fireEvent.change(screen.getByLabelText('Stadsdeel'), { target: { value: 'Oost' } });
  await vi.waitFor(async () => expect(await bars()).toEqual(['DolphiaNiet bekend']));
});

test('[S18] of a year out of a list nobody knows what support was asked and what was refused', async () => {
  const listed = { awardedCents: 900_00, projects: 3, booked: 0 };
  server.figures = figures().map((one) =>
    one.id === 'd'
      ? { ...one, years: [year(listed)] }
      : { ...one, years: [year({ projects: 4, booked: 2, askedSupport: 1 })] },
  );
  await open('/wijken', 'Toegekend geld');
  for (const [measure, heading, own] of [
    ['support', 'Draagvlak op papier', '50 %'],
    ['refused', 'Afgewezen', '0'],
    ['exceptions', 'Uitzonderingen', '0'],
  ] as const) {
    fireEvent.change(screen.getByLabelText('Vergelijk op'), { target: { value: measure } });
    await screen.findByRole('heading', { name: heading });
    expect(await bars()).toEqual([`SpoelkwartierUw wijk${own}`, 'DolphiaNiet bekend']);
  }
});

test('what was heard once is read without a connection, with its time; nothing heard says what to do', async () => {
  server.figures = undefined;
  await open('/wijken', 'Nog niet opgehaald');
  server.figures = figures();
  await open('/wijken', 'Toegekend geld');
  await vi.waitFor(async () => expect(await now.phone.app.heard.load('bodies')).toBeDefined());
  server.figures = undefined;
  await open('/wijken', 'Toegekend geld');
  expect(await screen.findByText(/^Geen verbinding\. Dit zijn de cijfers van vandaag/)).toBeTruthy();
  expect(await bars()).toHaveLength(2);
});

test('one wijk has its heading before anything was heard', async () => {
  await open('/wijken/d', 'Andere wijk');
  await screen.findByText(/Open deze bladzijde één keer met internet/);
  expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
});

test('an answer in another shape counts as none, also one that an older app kept', async () => {
  server.figures = [{ id: 'd', name: 'Dolphia' }];
  await now.phone.app.heard.save('bodies', { answer: server.figures, at: 1 });
  await open('/wijken', 'Nog niet opgehaald');
});

test('one wijk shows how it decides, its rules and its years; an unknown one says so', async () => {
  server.figures = figures();
  await open('/wijken/d', 'Dolphia');
  expect(screen.getByText('4 leden')).toBeTruthy();
  expect(screen.getByText('Alleen met drie buren')).toBeTruthy();
  const years = await rowsOf('Jaar voor jaar');
  expect(years.map(([name, grant, awarded]) => [name, grant, awarded])).toEqual([
    ['Jaar', 'Budget van de gemeente', 'Toegekend geld'],
    ['2026', '€ 10.000,00', '€ 900,00'],
    ['2025', 'Niet bekend', '€ 50,00'],
  ]);
  await open('/wijken/x', 'Deze wijk staat er niet bij');
});

test('[S18] the table of the evaluation counts over the wijken and years that are chosen', async () => {
  server.figures = figures();
  await open('/wijken/themas', 'Aantal projecten');
  expect((await rowsOf('Aantal projecten')).slice(1)).toEqual([
    ['6. Thema 6', '1', '1', '2', '33 %'],
    ['7. Elkaar ontmoeten', '0', '4', '4', '67 %'],
    ['Samen', '1', '5', '6', ''],
  ]);
  expect(await rowsOf('Projecten per stadsdeel')).toEqual([
    ['Thema', 'Noord', 'Oost'],
    ['6. Thema 6', '0', '2'],
    ['7. Elkaar ontmoeten', '2', '2'],
    ['Samen', '2', '4'],
  ]);
  fireEvent.click(screen.getByLabelText(/Dolphia/));
  await vi.waitFor(async () => expect((await rowsOf('Aantal projecten')).at(-1)).toEqual(['Samen', '2', '']));
});
