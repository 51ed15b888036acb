import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Proposal } from '../../../domain/rows.ts';
import { AppProvider } from '../../app-context.tsx';
import { nlAccountability } from '../../nl/accountability.ts';
import { testId } from '../meeting/phone.fixture.tsx';
import { type MoneyPhone, moneyPhone } from '../money/committee.fixture.ts';
import { NewnessYearsCard } from './newness-years.tsx';
import { YearsScreen } from './years-screen.tsx';

configure({ defaultHidden: true });
const saved = vi.hoisted(() => [] as File[]);
vi.mock('../hand-over/save-file.ts', () => ({ saveFile: (file: File) => saved.push(file) }));

let now: MoneyPhone;
beforeEach(async () => {
  saved.length = 0;
  vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true, now: new Date('2026-11-26T12:00:00Z') });
  now = await moneyPhone('member');
});
afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  await now.phone.close();
});

const past = (year: number, amountCents: number, ...themeShares: { theme: number; percent: number }[]) =>
  now.phone.do(
    'proposal.record',
    { proposalId: testId(), year, title: 'Van vroeger', amountCents, themeShares },
    now.chair,
  );

async function open(search = ''): Promise<void> {
  history.replaceState(null, '', `/verantwoording/jaren${search}`);
  render(
    <AppProvider app={now.phone.app}>
      <LocationProvider>
        <Router>
          <Route path="/verantwoording/jaren" component={YearsScreen} />
          <Route default component={YearsScreen} />
        </Router>
      </LocationProvider>
    </AppProvider>,
  );
  await screen.findByRole('heading', { level: 1, name: 'Jaren naast elkaar' });
}

const rowsOf = async (caption: string): Promise<readonly (readonly string[])[]> =>
  within(await screen.findByRole('table', { name: caption }))
    .getAllByRole('row')
    .map((row) => [...row.querySelectorAll('th,td')].map((cell) => (cell.textContent ?? '').replaceAll('\u00a0', ' ')));

test('[S18] projects of several years stand per theme, in counts and in euros, with what each part is', async () => {
  await past(2024, 100_00, { theme: 7, percent: 100 });
  await past(2025, 300_01, { theme: 1, percent: 60 }, { theme: 7, percent: 40 });
  await past(2025, 50_00, { theme: 7, percent: 100 });
  await open();
  const counts = await rowsOf('Aantal projecten');
  expect(counts[0]).toEqual(['Thema', '2024', '2025', '2026', 'Samen', 'Deel']);
  expect(counts.find(([name]) => name?.startsWith('1. '))?.slice(1)).toEqual(['0', '1', '0', '1', '25 %']);
  expect(counts.find(([name]) => name?.startsWith('7. '))?.slice(1)).toEqual(['1', '1', '1', '3', '75 %']);
  expect(counts.at(-1)?.slice(1)).toEqual(['1', '2', '1', '4', '']);
  const money = await rowsOf('Toegekend geld');
  expect(money.find(([name]) => name?.startsWith('1. '))?.slice(1, 4)).toEqual(['€ 0,00', '€ 180,01', '€ 0,00']);
  expect(money.find(([name]) => name?.startsWith('7. '))?.slice(1, 3)).toEqual(['€ 100,00', '€ 170,00']);
});

test('[S13] new against returning applicants stand year by year, and each opens to its projects', async () => {
  await open();
  const [known] = await now.phone.all<Proposal>('proposal');
  if (known === undefined) throw new Error('no proposal');
  const of = (year: number, applicant: string): Proposal => ({
    ...{ ...known, id: testId(), year, applicant, state: 'awarded' },
  });
  const repeat = { ...of(2025, ''), repeatOfId: 'x' }; // of before the books: returning, and no share of new ones
  const before = [of(2025, 'Speeltuin'), of(2025, ''), repeat];
  const proposals = [...before, of(2026, 'speeltuin '), of(2026, 'Dorien'), of(2026, '')];
  cleanup();
  render(<NewnessYearsCard proposals={proposals} years={[2025, 2026]} />);
  expect(await rowsOf(nlAccountability.newnessYears.title)).toEqual([
    ['Jaar', 'Nieuwe aanvragers', 'Vroeg eerder aan', 'Niet bekend', 'Deel nieuw'],
    ['2025', '0', '1', '2', ''],
    ['2026', '1', '1', '1', '50 %'],
  ]);
  const hrefs = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
  expect(hrefs).toContain('/verantwoording/projecten?jaar=2026&van=aanvrager&wat=returning');
});

test('other years can be chosen, and years without a project say so', async () => {
  await past(2024, 100_00, { theme: 7, percent: 100 });
  await open('?van=2024&tot=2026');
  fireEvent.change(await screen.findByLabelText('Tot en met'), { target: { value: '2024' } });
  await waitFor(async () => expect((await rowsOf('Aantal projecten'))[0]).toEqual(['Thema', '2024', 'Deel']));
  expect(location.search).toBe('?van=2024&tot=2024');
  cleanup();
  await open('?van=2031&tot=2032');
  await screen.findByText('Geen projecten in deze jaren');
});

test('the table goes along as a file with a line a year and theme', async () => {
  await past(2024, 100_00, { theme: 7, percent: 100 });
  await open('?van=2024&tot=2024');
  fireEvent.click(await screen.findByRole('button', { name: 'Tabel (CSV)' }));
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.name).toBe('themas-spoelkwartier-2024-2024.csv');
  const lines = (await (saved[0] as File).text()).trim().split(/\r?\n/);
  expect(lines.filter((line) => line.includes(';2024;'))).toHaveLength(7);
  expect(lines.find((line) => line.includes(';2024;7;'))).toMatch(/;1;100,00$/);
});
