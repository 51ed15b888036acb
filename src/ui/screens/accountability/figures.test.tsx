import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CommandArgs } from '../../../domain/commands/index.ts';
import { agendaItemId } from '../../../domain/rows.ts';
import { AppProvider } from '../../app-context.tsx';
import { nlAccountability } from '../../nl/accountability.ts';
import { nlOutcome } from '../../nl/outcome.ts';
import { testId } from '../meeting/phone.fixture.tsx';
import { type MoneyPhone, moneyPhone } from '../money/committee.fixture.ts';
import { AccountabilityScreen } from './accountability.tsx';
import { SourcesScreen } from './sources-screen.tsx';

configure({ defaultHidden: true });

const { figures: words } = nlAccountability;
const saved = vi.hoisted(() => [] as File[]);
vi.mock('../hand-over/save-file.ts', () => ({ saveFile: (file: File) => saved.push(file) }));

let now: MoneyPhone;
beforeEach(async () => {
  saved.length = 0;
  vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true, now: new Date('2026-11-26T12:00:00Z') });
  now = await moneyPhone('treasurer');
});
afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  await now.phone.close();
});

async function open(path: string): Promise<void> {
  cleanup();
  history.replaceState(null, '', path);
  render(
    <AppProvider app={now.phone.app}>
      <LocationProvider>
        <Router>
          <Route path="/verantwoording/projecten" component={SourcesScreen} />
          <Route default component={AccountabilityScreen} />
        </Router>
      </LocationProvider>
    </AppProvider>,
  );
  await screen.findByRole('heading', { level: 1 });
}

/** Told, promised, refused against the rules: something behind every figure that a committee can fill by itself. */
async function fill(): Promise<void> {
  const { phone, chair, awardedId, undecidedId } = now;
  const fields = { visitors: 140, nicer: 'yes', withoutBudget: 'not_gone_on', volunteerHours: 36 } as const;
  const seen = { visitors: null, nicer: null, withoutBudget: null, volunteerHours: null };
  await phone.do('outcome.change', { proposalId: awardedId, fields, seen }, chair);
  const money = { coFinancingId: testId(), source: 'Woningcorporatie', promisedCents: 20_000 };
  await phone.do('coFinancing.add', { proposalId: awardedId, ...money }, chair);
  const promise = { counterContributionId: testId(), what: 'Een verslag voor de site', dueOn: '2026-11-01' };
  await phone.do('counterContribution.add', { proposalId: awardedId, ...promise }, chair);
  const objection: CommandArgs<'support.note'> = {
    ...{ indicationId: testId(), proposalId: awardedId, kind: 'objection', from: '', text: 'Te laat op de avond' },
    ...{ count: null, editions: [], photos: [], notedOn: '2026-10-10' },
  };
  await phone.do('support.note', objection, chair);
  const meetingId = testId();
  const when = { place: 'Buurthuis', plannedOn: '2026-11-12', startTime: '19:30' };
  await phone.do('meeting.plan', { meetingId, title: 'November', ...when }, chair);
  await phone.do('agenda.add', { meetingId, proposalId: undecidedId, title: 'Geveltuintjes', position: 1 }, chair);
  await phone.do('meeting.open', { meetingId }, chair);
  await phone.do(
    'decision.record',
    {
      ...{ meetingId, itemId: agendaItemId(meetingId, undecidedId), round: 1, outcome: 'refused', awardedCents: 0 },
      ...{ conditions: [], reason: 'Er is al veel groen', decidedOn: '2026-11-12' },
      exception: { kind: 'all_rules_met', rules: [], reason: '' },
      takenUnder: {
        ...{ presentIds: [chair.personId], recusedIds: [] },
        votes: { forCount: 0, againstCount: 1, abstainedCount: 0 },
      },
    },
    chair,
  );
}

test('every figure of the year opens to as many projects as it says', async () => {
  await fill();
  await open('/verantwoording?jaar=2026');
  const card = await screen.findByRole('region', { name: words.title });
  const links = within(card)
    .getAllByRole('link')
    .map((link) => ({ href: link.getAttribute('href') ?? '', text: link.textContent ?? '' }));
  const names = links.map(({ href }) => new URL(href, location.origin).searchParams.get('van'));
  for (const name of ['bezoekers', 'uren', 'prettiger', 'zonder', 'binnen', 'draagvlak', 'uitzondering'])
    expect(names).toContain(name);
  for (const name of ['tegenprestatie', 'cofinanciering', 'besluit']) expect(names).toContain(name);
  for (const { href, text } of links) {
    await open(href);
    const found = (await screen.findByRole('list')).querySelectorAll('li').length;
    const said = /(\d+) (project|aanvra|besluit|keer)/.exec(text)?.[1];
    if (said === undefined) expect(found, href).toBeGreaterThan(0);
    else expect(found, href).toBe(Number(said));
  }
});

test('[S15] hours, thanks and who knows the budget stand in the account, and open to where they were counted', async () => {
  const { phone, chair } = now;
  await open('/verantwoording?jaar=2026');
  expect(screen.queryByRole('heading', { name: words.volunteers })).toBeNull();
  const what = 'Kraam op de braderie';
  await phone.do(
    'volunteerHours.add',
    { hoursId: testId(), year: 2026, hours: 12, what, workedOn: '2026-06-13' },
    chair,
  );
  const count = { place: 'Klosplein', countedOn: '2026-06-13' };
  await phone.do(
    'familiarityCount.add',
    { countId: testId(), year: 2026, askedCount: 40, knewCount: 9, ...count },
    chair,
  );
  const cost = { costId: testId(), year: 2026, amountCents: 35_00, what: 'Bloemen', paidOn: '2026-06-14' };
  await phone.do('organisationCost.record', { ...cost, thanks: true });
  const said = ['12 uur', '€ 35,00 uitgegeven aan bedankjes', '9 van de 40 mensen die het gevraagd werd'];

  await open('/verantwoording?jaar=2026');
  const heading = await screen.findByRole('heading', { level: 3, name: words.volunteers });
  const links = within(heading.parentElement as HTMLElement).getAllByRole('link');
  expect(links.map(({ textContent }) => textContent?.replaceAll('\u00a0', ' '))).toEqual(said);
  expect(new Set(links.map((link) => link.getAttribute('href')))).toEqual(new Set(['/vrijwilligers?jaar=2026']));
  expect(screen.getByRole('link', { name: nlAccountability.allMoney }).getAttribute('href')).toBe(
    '/kas/jaar?jaar=2026',
  );
});

/** An award that two themes and two quarters share. */
async function shared(): Promise<void> {
  const { phone, chair } = now;
  const [proposalId, meetingId, title] = [testId(), testId(), 'Buurtmoestuin'];
  await phone.do(
    'proposal.create',
    {
      ...{ proposalId, year: 2026, title, summary: 'Samen tuinieren', applicant: 'Tuingroep', kind: 'unique_project' },
      themeShares: [
        { theme: 5, percent: 60 },
        { theme: 7, percent: 40 },
      ],
      ...{ quarters: ['Klosplein', 'Bleekveld'], budgetLines: [], requestedCents: 333_33 },
    },
    chair,
  );
  await phone.do('proposal.submit', { proposalId, submittedOn: '2026-10-01' }, chair);
  const when = { place: 'Buurthuis', plannedOn: '2026-11-19', startTime: '19:30' };
  await phone.do('meeting.plan', { meetingId, title: 'November', ...when }, chair);
  await phone.do('agenda.add', { meetingId, proposalId, title, position: 1 }, chair);
  await phone.do('meeting.open', { meetingId }, chair);
  const votes = { forCount: 1, againstCount: 0, abstainedCount: 0 };
  await phone.do(
    'decision.record',
    {
      ...{ meetingId, itemId: agendaItemId(meetingId, proposalId), round: 1, outcome: 'awarded', reason: '' },
      ...{ awardedCents: 333_33, conditions: [], decidedOn: '2026-11-19' },
      takenUnder: { presentIds: [chair.personId], recusedIds: [], votes },
    },
    chair,
  );
}

test('[S12] the sums at the top, the themes and the quarters open to projects whose parts add up to them', async () => {
  await shared();
  await open('/verantwoording?jaar=2026');
  const sums = screen.getAllByRole('link', { name: /toegekend$|uitbetaald\.$/ });
  const bars = within(await screen.findByRole('region', { name: nlAccountability.themes.title }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => ({ link: within(row).getByRole('link'), money: row.children[2]?.textContent ?? '' }));
  const quarters = within(await screen.findByRole('region', { name: nlAccountability.quarters.title }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => ({ link: within(row).getByRole('link'), money: row.children[2]?.textContent ?? '' }));
  expect(sums.length).toBeGreaterThan(0);
  expect(bars.filter(({ money }) => centsIn(money) > 0)).toHaveLength(2);
  expect(quarters.filter(({ money }) => centsIn(money) > 0).length).toBeGreaterThan(1);
  const opens = [
    ...sums.map((link) => ({ link, money: /€[^,]*,\d\d/.exec(link.textContent ?? '')?.[0] ?? '' })),
    ...[...bars, ...quarters].filter(({ money }) => centsIn(money) > 0),
  ].map(({ link, money }) => ({ href: link.getAttribute('href') ?? '', cents: centsIn(money) }));
  for (const { href, cents } of opens) {
    await open(href);
    const items = (await screen.findByRole('list')).querySelectorAll('li');
    const parts = [...items].map((item) => centsIn(item.querySelector('.bk-money, .bk-num')?.textContent ?? ''));
    expect(
      parts.reduce((sum, one) => sum + one, 0),
      href,
    ).toBe(cents);
  }
});

const centsIn = (text: string): number => Number(text.replaceAll(/\D/g, ''));

test('of a year from the lists of the city it says what is known, and nothing as if it were zero', async () => {
  const past: CommandArgs<'proposal.record'> = {
    ...{ proposalId: testId(), year: 2016, title: 'Jeu-de-boulesbaan', amountCents: 125_050 },
    themeShares: [{ theme: 6, percent: 100 }],
  };
  await now.phone.do('proposal.record', past, { ...now.chair, role: 'system' });
  await open('/verantwoording?jaar=2016');
  await screen.findByText(nlAccountability.fromLists);
  screen.getByText('1 project, samen € 1.250,50 toegekend');
  for (const name of [words.title, nlAccountability.quarters.title, /compleet$/])
    expect(screen.queryByRole('heading', { name })).toBeNull();
  expect(document.body.textContent).not.toMatch(/uitbetaald|Inleveren voor/);
});

test('[S20] the table to take along has the answers of each project, and no story', async () => {
  await fill();
  const told = { proposalId: now.awardedId, fields: { story: 'Met Jan' }, seen: { story: '' } };
  await now.phone.do('outcome.change', told, now.chair);
  await open('/verantwoording?jaar=2026');
  fireEvent.click(await screen.findByRole('button', { name: nlAccountability.exports.csv }));
  await waitFor(() => expect(saved).toHaveLength(1));
  const [head = '', row = '', ...more] = (await (saved[0] as File).text()).trim().split(/\r?\n/);
  expect(more).toEqual([]);
  expect(head.split(';').slice(-4)).toEqual(['Bezoekers', 'Uren vrijwilligers', 'Prettiger', 'Zonder wijkbudget']);
  const { nicer, withoutBudget } = nlOutcome;
  expect(row.split(';').slice(-4)).toEqual(['140', '36', nicer.yes, withoutBudget.not_gone_on]);
  expect(row).not.toContain('Jan');
});

test('[S6, S20] it says what would not have gone on without, and why a rule was left', async () => {
  await fill();
  await open('/verantwoording?jaar=2026');
  const card = within(await screen.findByRole('region', { name: words.title }));
  card.getByRole('heading', { level: 3, name: nlOutcome.facts.withoutBudget });
  card.getByText(nlOutcome.withoutBudget.not_gone_on);
  card.getByText(words.people(140));
  await open('/verantwoording/projecten?jaar=2026&van=uitzondering&wat=refused');
  await screen.findByRole('heading', { level: 1, name: words.exception.refused });
  screen.getByText('Er is al veel groen');
  await open('/verantwoording/projecten?jaar=2026&van=constructor&wat=x');
  await screen.findByRole('heading', { level: 1, name: nlAccountability.sources.of.alles() });
});

test('[S12] which projects the council sees, and in which order, is chosen here and kept', async () => {
  await shared();
  const { proud } = nlAccountability;
  const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
  const shown = () => [...screen.getByRole('list', { name: /^Op \d/ }).querySelectorAll('b')].map((b) => b.textContent);
  await open('/verantwoording?jaar=2026');
  await press(proud.choose);
  const [first = '', second = ''] = shown();
  await press(new RegExp(`^Zet later: ${first.replace(/^1\. /, '')}`));
  await waitFor(() => expect(shown()[1]).toBe(first.replace('1.', '2.')));
  await press(new RegExp(`^Haal uit de presentatie: ${second.replace(/^2\. /, '')}`));
  await waitFor(() => expect(shown()).toHaveLength(1));
  await screen.findByText(proud.left);
  await open('/verantwoording?jaar=2026');
  await waitFor(() => screen.getByText(proud.text(6))); // the cover, the sum, themes, quarters, one project, and thanks
  await press(proud.choose);
  await press(proud.proposed);
  await waitFor(() => expect(shown()).toEqual([first, second]));
});
