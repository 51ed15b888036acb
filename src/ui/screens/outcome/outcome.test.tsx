import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CommandArgs } from '../../../domain/commands/index.ts';
import type { Outcome, PublishedOutcome } from '../../../domain/rows.ts';
import { AppProvider } from '../../app-context.tsx';
import { nlOutcome } from '../../nl/outcome.ts';
import { ToastRegion } from '../../parts/toast.tsx';
import { dismissToast } from '../../parts/toast-store.ts';
import { type MoneyPhone, moneyPhone } from '../money/committee.fixture.ts';
import { OutcomeScreen } from './outcome.tsx';

configure({ defaultHidden: true });

let now: MoneyPhone;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true, now: new Date('2026-11-26T12:00:00Z') });
  now = await moneyPhone('secretary');
});
afterEach(async () => {
  dismissToast();
  cleanup();
  vi.useRealTimers();
  await now.phone.close();
});

async function open(): Promise<void> {
  history.replaceState(null, '', `/aanvragen/${now.awardedId}/verantwoording`);
  render(
    <AppProvider app={now.phone.app}>
      <LocationProvider>
        <Router>
          <Route path="/aanvragen/:id/verantwoording" component={OutcomeScreen} />
          <Route default component={OutcomeScreen} />
        </Router>
      </LocationProvider>
      <ToastRegion />
    </AppProvider>,
  );
  await screen.findByRole('heading', { level: 1 });
}
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const type = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });
const label = (text: string): RegExp => new RegExp(`^${text.replace(/[?]/g, '\\?')}`);

const answers = { visitors: 140, nicer: 'yes', withoutBudget: 'gone_on_smaller', volunteerHours: 36 } as const;
const told = { ...answers, story: 'De hele straat danste, ook Jan.', nicerFor: 'Kinderen', sideEffects: '' } as const;
const tell = () =>
  now.phone.do(
    'outcome.change',
    {
      ...{ proposalId: now.awardedId, fields: told },
      seen: { visitors: null, nicer: null, withoutBudget: null, volunteerHours: null },
    },
    now.chair,
  );
const publish = (over: Partial<CommandArgs<'outcome.publish'>['told']> = {}) =>
  now.phone.do(
    'outcome.publish',
    {
      ...{ proposalId: now.awardedId, told: { title: 'Lichtjestocht', ...told, ...over } },
      ...{ photoHashes: [], seen: null, publishedOn: '2026-11-25' },
    },
    now.chair,
  );
const published = async () => (await now.phone.all<PublishedOutcome>('publishedOutcome'))[0];

describe('the story for everybody', () => {
  const words = nlOutcome.publish;
  const story = () => screen.findByLabelText<HTMLTextAreaElement>(label(nlOutcome.facts.story));

  test('is read through, loses a name, and goes out in the very words that were read', async () => {
    await tell();
    await open();
    await press(words.open);
    type(await story(), 'De hele straat danste.');
    await press(words.button);
    await waitFor(async () =>
      expect(await published()).toMatchObject({
        ...{ title: 'Lichtjestocht met soep', story: 'De hele straat danste.', visitors: 140, published: true },
        publishedOn: '2026-11-26',
      }),
    );
    const card = screen.getByRole('region', { name: words.title });
    await within(card).findByText('De hele straat danste.');
    expect((await now.phone.all<Outcome>('outcome'))[0]?.story, 'the dossier keeps it all').toBe(told.story);
  });

  test('without a title it does not go; the sentence stands beside the field and the rest stays typed', async () => {
    await tell();
    await open();
    await press(words.open);
    type(await story(), 'Zonder namen');
    type(await screen.findByLabelText(words.name), ' ');
    await press(words.button);
    await screen.findByText(words.nameMissing);
    expect((await story()).value).toBe('Zonder namen');
    expect(await published()).toBeUndefined();
  });

  test('somebody else published meanwhile: refused, and what was typed is still there', async () => {
    await tell();
    await open();
    await press(words.open);
    type(await story(), 'Mijn woorden');
    await publish({ story: 'Haar woorden' });
    await press(words.button);
    await screen.findByRole('alert');
    expect((await story()).value).toBe('Mijn woorden');
    expect(await published()).toMatchObject({ story: 'Haar woorden' });
  });

  test('is taken back, and says so', async () => {
    await tell();
    await publish();
    await open();
    await press(words.takeBack);
    await screen.findByText(words.takenBack);
    expect(await published()).toMatchObject({ published: false });
  });
});

describe('[S21] a project of more years', () => {
  const words = nlOutcome.eachYear;
  const years = async () => (await now.phone.all<Outcome>('outcome'))[0]?.years;
  const visitors = () => screen.findByLabelText<HTMLInputElement>(label(nlOutcome.facts.visitors));
  beforeEach(() =>
    now.phone.do('proposal.setYears', { proposalId: now.awardedId, untilYear: 2028, seen: null }, now.chair),
  );

  test('tells of a year by itself, and shows it', async () => {
    await open();
    await press(words.tell(2026));
    type(await visitors(), '60');
    type(await screen.findByLabelText(label(words.story)), 'Elke week vol');
    await press(words.save(2026));
    await waitFor(async () => expect(await years()).toEqual([{ year: 2026, visitors: 60, story: 'Elke week vol' }]));
    const section = await screen.findByRole('region', { name: '2026' });
    await within(section).findByText(words.visitors(60));
    expect(screen.queryByRole('region', { name: '2027' }), 'has not begun').toBeNull();
  });

  test('a number that is none is asked again, with what was typed', async () => {
    await open();
    await press(words.tell(2026));
    type(await visitors(), 'veel');
    await press(words.save(2026));
    await screen.findAllByText(nlOutcome.form.number);
    expect((await visitors()).value).toBe('veel');
    expect(await years()).toBeUndefined();
  });

  test('somebody else counted other visitors meanwhile: refused, with what was typed', async () => {
    await open();
    await press(words.tell(2026));
    type(await visitors(), '60');
    const ofChair = { proposalId: now.awardedId, year: 2026, fields: { visitors: 80 }, seen: { visitors: null } };
    await now.phone.do('outcome.tellYear', ofChair, now.chair);
    await press(words.save(2026));
    await screen.findByRole('alert');
    expect((await visitors()).value).toBe('60');
    expect(await years()).toEqual([{ year: 2026, visitors: 80, story: '' }]);
  });
});

test('[S21] the years that were told are read through and published with the story', async () => {
  const { phone, chair, awardedId: proposalId } = now;
  await phone.do('proposal.setYears', { proposalId, untilYear: 2028, seen: null }, chair);
  await tell();
  const fields = { visitors: 60, story: 'Elke week vol, ook Jan' };
  const args = { proposalId, year: 2026, fields, seen: { visitors: null, story: '' } };
  await phone.do('outcome.tellYear', args, chair);
  await open();
  await press(nlOutcome.publish.open);
  const ofYear = await screen.findByLabelText<HTMLTextAreaElement>(label(nlOutcome.publish.ofYear(2026)));
  expect(ofYear.value).toBe('Elke week vol, ook Jan');
  type(ofYear, 'Elke week vol');
  await press(nlOutcome.publish.button);
  await waitFor(async () =>
    expect(await published()).toMatchObject({
      ...{ story: told.story, years: [{ year: 2026, visitors: 60, story: 'Elke week vol' }] },
    }),
  );
  const card = within(screen.getByRole('region', { name: nlOutcome.publish.title }));
  within(await card.findByRole('region', { name: '2026' })).getByText('Elke week vol');
  expect(card.queryByText(nlOutcome.publish.changed)).toBeNull();
  await phone.do('outcome.tellYear', { ...args, fields: { visitors: 65 }, seen: { visitors: 60 } }, chair);
  await card.findByText(nlOutcome.publish.changed);
});

test('a project of one year is not asked year by year', async () => {
  await open();
  expect(screen.queryByRole('region', { name: nlOutcome.eachYear.title })).toBeNull();
});
