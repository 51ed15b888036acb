import { cleanup, configure, render, screen, within } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Proposal } from '../../../domain/rows.ts';
import { AppProvider } from '../../app-context.tsx';
import { nlAccountability } from '../../nl/accountability.ts';
import { nlOutcome } from '../../nl/outcome.ts';
import { type MoneyPhone, moneyPhone } from '../money/committee.fixture.ts';
import { AccountabilityScreen } from './accountability.tsx';
import { PresentationScreen } from './presentation.tsx';
import { PrintAccountScreen } from './print.tsx';
import { moreYearsSheet } from './sheets.ts';
import type { YearInsight } from './use-insight.ts';

configure({ defaultHidden: true });

const words = nlAccountability.moreYears;
let now: MoneyPhone;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true, now: new Date('2026-11-26T12:00:00Z') });
  now = await moneyPhone('treasurer');
  const { phone, chair, awardedId: proposalId } = now;
  await phone.do('proposal.setYears', { proposalId, untilYear: 2028, seen: null }, chair);
});
afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  await now.phone.close();
});

async function open(path: string): Promise<void> {
  history.replaceState(null, '', path);
  render(
    <AppProvider app={now.phone.app}>
      <LocationProvider>
        <Router>
          <Route path="/presentatie/:jaar" component={PresentationScreen} />
          <Route path="/print/verantwoording/:jaar" component={PrintAccountScreen} />
          <Route default component={AccountabilityScreen} />
        </Router>
      </LocationProvider>
    </AppProvider>,
  );
  await screen.findByRole('heading', { level: 1 });
}

test('[S21] the account of a year shows what a project of more years brought in it', async () => {
  const fields = { visitors: 60, story: 'Elke week vol' };
  const args = { proposalId: now.awardedId, year: 2026, fields, seen: { visitors: null, story: '' } };
  await now.phone.do('outcome.tellYear', args, now.chair);
  await open('/verantwoording?jaar=2026');
  const card = await screen.findByRole('region', { name: words.title });
  within(card).getByRole('link', { name: 'Lichtjestocht met soep' });
  within(card).getByText(nlOutcome.eachYear.visitors(60));
  within(card).getByText('Elke week vol');
  cleanup();
  await open('/print/verantwoording/2026');
  screen.getByRole('heading', { level: 2, name: words.title });
  screen.getByText('Elke week vol');
});

test('[S21] the presentation of a year tells what is published of that year, and only that', async () => {
  const { phone, chair, awardedId: proposalId } = now;
  const told = { visitors: 60, story: 'Elke week vol' };
  const seen = { visitors: null, story: '' };
  await phone.do('outcome.tellYear', { proposalId, year: 2027, fields: { story: 'Met Jan' }, seen }, chair);
  await open('/presentatie/2027');
  await screen.findByText(words.place(2, 3).split('.')[0] ?? '');
  expect(screen.queryByText('Met Jan'), 'told, and not published').toBeNull();
  cleanup();
  const whole = { title: 'Tocht', story: 'Drie winters licht', visitors: 200, nicer: null, nicerFor: '' } as const;
  await phone.do(
    'outcome.publish',
    {
      ...{ proposalId, seen: null, photoHashes: [], publishedOn: '2026-11-25' },
      told: {
        ...{ ...whole, withoutBudget: null, sideEffects: '', volunteerHours: null },
        years: [{ year: 2027, ...told }],
      },
    },
    chair,
  );
  await open('/presentatie/2027');
  await screen.findByText('Elke week vol');
  screen.getByText(nlAccountability.slides.visitors(60));
  expect(screen.queryByText(whole.story)).toBeNull();
  cleanup();
  await open('/presentatie/2028');
  expect(screen.queryByText(whole.story), 'nobody told of 2028 in the dossier').toBeNull();
});

test('[S21] the spreadsheet of a year has them with what they cost and drew in it', async () => {
  const proposal = { ...(await now.phone.all<Proposal>('proposal'))[0], year: 2026, untilYear: 2028 } as Proposal;
  const line = { account: 'paid', proposalId: proposal.id, amountCents: 1_250 } as YearInsight['lines'][number];
  const told = { year: 2027, visitors: 60, story: 'Elke week vol' };
  const { columns, rows } = moreYearsSheet({ moreYears: [{ proposal, told }], lines: [line] });
  expect(rows).toEqual([[proposal.title, 2026, 2028, { cents: 1_250 }, 60]]);
  expect(columns).toHaveLength(5);
});

test('[S21] in a later year it stands there too, and says that nothing was told of it yet', async () => {
  await open('/verantwoording?jaar=2027');
  const card = await screen.findByRole('region', { name: words.title });
  within(card).getByText(/^Jaar 2 van 3\./);
  within(card).getByText(words.none(2027));
  cleanup();
  await open('/verantwoording?jaar=2029');
  expect(screen.queryByRole('region', { name: words.title })).toBeNull();
});
