import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Access } from '../../../domain/access.ts';
import type { SupportCount, SupportIndication, SupportSheet } from '../../../domain/rows.ts';
import { AppProvider } from '../../app-context.tsx';
import { DraftContext, memoryDraftStore } from '../../draft.ts';
import { ToastRegion } from '../../parts/toast.tsx';
import { dismissToast } from '../../parts/toast-store.ts';
import { DossierScreen } from '../dossier/dossier.tsx';
import { type Evening, evening } from '../meeting/phone.fixture.tsx';
import { CountScreen } from './count.tsx';
import { EvidenceScreen } from './evidence-form.tsx';
import { SupportScreen } from './support.tsx';

configure({ defaultHidden: true });

let now: Evening;
let proposalId: string;
beforeEach(async () => {
  now = await evening({ open: false });
  proposalId = now.itemIds[0]?.split(':')[1] ?? '';
});
afterEach(async () => {
  dismissToast();
  cleanup();
  await now.phone.close();
});

function open(path: string, store = memoryDraftStore()) {
  history.replaceState(null, '', `/aanvragen/${proposalId}${path}`);
  return render(
    <AppProvider app={now.phone.app}>
      <DraftContext.Provider value={{ store, holdUpdate: () => () => {} }}>
        <LocationProvider>
          <Router>
            <Route path="/aanvragen/:id/draagvlak" component={SupportScreen} />
            <Route path="/aanvragen/:id/draagvlak/tellen" component={CountScreen} />
            <Route path="/aanvragen/:id/draagvlak/noteren" component={EvidenceScreen} />
            <Route path="/aanvragen/:id" component={DossierScreen} />
          </Router>
        </LocationProvider>
        <ToastRegion />
      </DraftContext.Provider>
    </AppProvider>,
  );
}

const numbers = { householdsAsked: 60, forCount: 41, againstCount: 6, noOpinionCount: 2, notAtHomeCount: 11 };
const as = (index: number): Access => ({
  ...now.phone.app.access,
  personId: now.memberIds[index] ?? '',
  role: 'member',
});
const countedBy = (index: number, more: Partial<typeof numbers> = {}) =>
  now.phone.do(
    'support.count',
    { proposalId, sheetNumber: 1, area: 'Klosplein', ...numbers, ...more, photos: [], countedOn: '2026-11-20' },
    as(index),
  );
const type = async (label: string | RegExp, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const counts = () => now.phone.all<SupportCount>('supportCount');

test('a destroyed sheet says so and keeps its counts; nobody counts it again', async () => {
  await countedBy(0);
  await countedBy(1);
  const sheetIds = [`${proposalId}:1`];
  await now.phone.do('support.destroySheets', { sheetIds, destroyedOn: '2027-03-02' });
  open('/draagvlak');
  await screen.findByText(/De lijst en de foto’s zijn vernietigd op 2 maart 2027, zegt de secretaris/);
  await screen.findByText(/41 voor, 6 tegen, 2 geen mening/);
  expect(screen.queryByRole('link', { name: /telling van lijst 1/ })).toBeNull();
});

describe('the second count', () => {
  test('shows no number of the first anywhere until it is saved, and says then whether they agree', async () => {
    await countedBy(1);
    open('/draagvlak');
    await screen.findByText(/U ziet de aantallen als u zelf geteld heeft/);
    expect(document.body.textContent).not.toMatch(/41/);
    fireEvent.click(await screen.findByRole('link', { name: 'Begin met tellen' }));
    await screen.findByText('Tel lijst 1 na');
    expect(document.body.textContent).not.toMatch(/41/);
    await type('Voor, aantal', '41');
    await type('Tegen, aantal', '6');
    await type('Geen mening, aantal', '2');
    await type('Niet thuis, aantal', '11');
    await type(/^Huishoudens gevraagd/, '60');
    await press('Leg vast: 60 huishoudens geteld');
    await screen.findByText('Lijst 1: uw telling is gelijk aan de eerste');
    await screen.findAllByText('Twee keer geteld');
    expect(await counts()).toHaveLength(2);
  });

  test('a count with more answers than households is not sent; the sentence stands beside the field', async () => {
    open('/draagvlak/tellen');
    await type(/^Nummer van de lijst/, '3');
    await type('Voor, aantal', '12');
    await type(/^Huishoudens gevraagd/, '10');
    await press('Leg vast: 12 huishoudens geteld');
    expect(await screen.findAllByText('Er zijn 12 antwoorden. Vul minstens dat aantal huishoudens in')).toHaveLength(2);
    expect(document.title).toMatch(/^Fout: /);
    expect(now.phone.sent).toEqual([]);
  });

  test('what was counted is there again after the page was closed', async () => {
    const store = memoryDraftStore();
    const page = open('/draagvlak/tellen', store);
    await type(/^Nummer van de lijst/, '3');
    await press('Voor: één meer');
    await press('Voor: één meer');
    page.unmount();
    open('/draagvlak/tellen', store);
    await screen.findByText('We hebben bewaard wat u eerder invulde.');
    expect(((await screen.findByLabelText('Voor, aantal')) as HTMLInputElement).value).toBe('2');
    await screen.findByText('Samen 2 huishoudens.');
  });
});

describe('two counts that differ', () => {
  test('stand side by side, neither is chosen, and a reason is asked', async () => {
    await countedBy(1);
    await countedBy(2, { forCount: 40, notAtHomeCount: 12 });
    open('/draagvlak');
    const form = (await screen.findByRole('button', { name: 'Kies eerst een telling' })).closest('form');
    if (form === null) throw new Error('no form');
    const radios = within(form).getAllByRole('radio') as HTMLInputElement[];
    expect(radios.map(({ checked }) => checked)).toEqual([false, false, false]);
    fireEvent.click(await screen.findByRole('radio', { name: /^Penningmeester/ }));
    await press('Leg vast: 40 voor, 6 tegen');
    await waitFor(async () =>
      expect(await screen.findAllByText('Schrijf op waarom deze aantallen gelden')).toHaveLength(2),
    );
    expect(now.phone.sent).toEqual([]);
    await type(/^Waarom/, 'Regel 7 is twee keer gezet');
    await press('Leg vast: 40 voor, 6 tegen');
    await screen.findAllByText('Verschil beslist');
    const [sheet] = await now.phone.all<SupportSheet>('supportSheet');
    expect(sheet?.settled).toMatchObject({ forCount: 40, notAtHomeCount: 12 });
  });

  test('whoever counted one of them is told that somebody else chooses', async () => {
    await countedBy(1);
    await countedBy(0, { forCount: 40 });
    open('/draagvlak');
    await screen.findByText(/U telde deze lijst zelf/);
    expect(screen.queryByRole('button', { name: 'Kies eerst een telling' })).toBeNull();
  });
});

describe('[S5] the picture', () => {
  const rowOf = async (label: string) => (await screen.findByText(label)).parentElement?.textContent;

  test('is about all households in the streets once their number is known, and says who was asked and who answered', async () => {
    await countedBy(0);
    await countedBy(1);
    open('/draagvlak');
    await screen.findByText('Van alle 60 gevraagde huishoudens is zeker 68 % voor.');
    expect(screen.queryByText('Gevraagd', { selector: 'dt' })).toBeNull();
    await now.phone.do('support.describeArea', { proposalId, streets: 'Klosplein', households: 80, source: '' });
    await screen.findByText('Van alle 80 huishoudens in deze straten is zeker 51 % voor.');
    await screen.findByText(/Het kan oplopen tot 90 %/);
    await screen.findByText('Onbekend: niet thuis (11) en niet gevraagd (20)');
    expect(await rowOf('Daarvan gaf antwoord')).toMatch(/49 van 60 \(82.%\)$/);
    expect((await screen.findByText('Gevraagd', { selector: 'dt' })).parentElement?.textContent).toMatch(
      /60 van 80 \(75.%\)$/,
    );
    await screen.findByRole('img', { name: /^Tussen 51 en 90 procent van alle huishoudens in deze straten is voor\./ });
  });
});

describe('[S13] a plan that is done again', () => {
  /** Of 2024, of 2025 and of this year, each the same plan again. */
  beforeEach(async () => {
    const told = { visitors: null, volunteers: null };
    const editions = [
      [2024, '018f2f6e-0000-7000-8000-000000002024', { visitors: 150, volunteers: null }],
      [2025, '018f2f6e-0000-7000-8000-000000002025', { visitors: 180, volunteers: 12 }],
    ] as const;
    let repeatOfId: string | null = null;
    const plan = { title: 'Lichtjestocht', summary: 'x', applicant: 'y', kind: 'recurring_event' } as const;
    const rest = { themeShares: [], quarters: [], budgetLines: [], requestedCents: 90_000 } as const;
    const chair = { ...now.phone.app.access, role: 'chair' as const };
    for (const [year, id, fields] of editions) {
      const opened = { year, grantCents: 1_000_000, smallLimitCents: 150_000, bookedOn: `${year}-01-05` };
      await now.phone.do('budgetYear.open', opened, chair);
      await now.phone.do('proposal.create', { proposalId: id, year, ...plan, ...rest, repeatOfId });
      await now.phone.do('outcome.change', { proposalId: id, fields, seen: told });
      repeatOfId = id;
    }
    proposalId = '018f2f6e-0000-7000-8000-000000002026';
    await now.phone.do('proposal.create', { proposalId, year: 2026, ...plan, ...rest, repeatOfId });
  });

  test('begins with how many came in the years before, as it was told then, and takes what is typed instead', async () => {
    open('/draagvlak/noteren');
    fireEvent.click(await screen.findByRole('radio', { name: /^Verwachte bezoekers/ }));
    const came = (year: number) => screen.findByLabelText<HTMLInputElement>(new RegExp(`^Bezoekers in ${year}`));
    await waitFor(async () => expect((await came(2025)).value).toBe('180'));
    await waitFor(async () => expect((await came(2024)).value).toBe('150'));
    expect((await came(2023)).value).toBe('');
    await type(/^Bezoekers in 2024/, '140');
    await type(/^Hoeveel bezoekers/, '200');
    await press('Bewaar');
    await waitFor(async () => expect(await now.phone.all<SupportIndication>('supportIndication')).toHaveLength(1));
    const [noted] = await now.phone.all<SupportIndication>('supportIndication');
    expect(noted?.editions).toEqual([
      { year: 2025, visitors: 180 },
      { year: 2024, visitors: 140 },
    ]);
  });

  test('shows in its dossier what came of it the year before', async () => {
    open('');
    const card = within(await screen.findByRole('region', { name: 'Zo ging het in 2025' }));
    expect((await card.findByText('Bezoekers of deelnemers')).parentElement?.textContent).toMatch(/180$/);
    expect(card.getByText('Vrijwilligers').parentElement?.textContent).toMatch(/12$/);
  });
});
