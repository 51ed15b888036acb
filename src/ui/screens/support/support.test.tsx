import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Access } from '../../../domain/access.ts';
import type { SupportCount, SupportSheet } from '../../../domain/rows.ts';
import { AppProvider } from '../../app-context.tsx';
import { DraftContext, memoryDraftStore } from '../../draft.ts';
import { ToastRegion } from '../../parts/toast.tsx';
import { dismissToast } from '../../parts/toast-store.ts';
import { type Evening, evening } from '../meeting/phone.fixture.tsx';
import { CountScreen } from './count.tsx';
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
