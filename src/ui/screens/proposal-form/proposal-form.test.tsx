import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Proposal } from '../../../domain/rows.ts';
import { enschedeThemes } from '../../../domain/themes.ts';
import { AppProvider } from '../../app-context.tsx';
import { DraftContext, memoryDraftStore } from '../../draft.ts';
import { ToastRegion } from '../../parts/toast.tsx';
import { dismissToast } from '../../parts/toast-store.ts';
import { showYear } from '../../year-store.ts';
import { type Evening, evening } from '../meeting/phone.fixture.tsx';
import { EditProposalScreen } from './edit-proposal.tsx';
import { NewProposalScreen } from './new-proposal.tsx';

configure({ defaultHidden: true });

let now: Evening;
let proposalId: string;
beforeEach(async () => {
  now = await evening({ open: false });
  proposalId = now.itemIds[0]?.split(':')[1] ?? '';
});
afterEach(async () => {
  showYear(null);
  dismissToast();
  cleanup();
  await now.phone.close();
});

function open(path: string, store = memoryDraftStore()) {
  history.replaceState(null, '', path);
  return render(
    <AppProvider app={now.phone.app}>
      <DraftContext.Provider value={{ store, holdUpdate: () => () => {} }}>
        <LocationProvider>
          <Router>
            <Route path="/aanvragen/nieuw" component={NewProposalScreen} />
            <Route path="/aanvragen/:id/bewerken" component={EditProposalScreen} />
            <Route default component={() => <p>elsewhere</p>} />
          </Router>
        </LocationProvider>
        <ToastRegion />
      </DraftContext.Provider>
    </AppProvider>,
  );
}

const type = async (label: string | RegExp, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const proposals = () => now.phone.all<Proposal>('proposal');
const names = () => now.phone.sent.map(({ name }) => name);

describe('a new proposal on one page', () => {
  test('is not handed in while something is missing; each line leads to its field', async () => {
    open('/aanvragen/nieuw');
    await screen.findByText('Er missen nog 5 dingen.', { exact: false });
    await type(/^Naam van het plan/, 'Bankje bij de Ververij');
    await screen.findByText('Er missen nog 4 dingen.', { exact: false });
    await press('Dien de aanvraag in');
    await screen.findByText('Kijk 4 antwoorden na');
    expect(now.phone.sent).toEqual([]);
    const links = (await screen.findAllByText('Vul in wie aanvraagt')).filter((one) => one.matches('a'));
    const [link] = links;
    if (link === undefined) throw new Error('no link');
    fireEvent.click(link);
    expect(document.activeElement?.id).toBe('aanvrager');
  });

  test('is kept as a concept with only a name, once, also when the page is opened again', async () => {
    const store = memoryDraftStore();
    const page = open('/aanvragen/nieuw', store);
    await type(/^Naam van het plan/, 'Schaaktafel');
    page.unmount();
    open('/aanvragen/nieuw', store);
    expect(((await screen.findByLabelText(/^Naam van het plan/)) as HTMLInputElement).value).toBe('Schaaktafel');
    await press('Bewaar als concept');
    await screen.findByText('elsewhere');
    expect((await proposals()).filter(({ title }) => title === 'Schaaktafel')).toHaveLength(1);
    expect(await store.load('proposal.new')).toBeUndefined();
  });

  test('complete: saved and handed in with its amount on the button', async () => {
    open('/aanvragen/nieuw');
    await type(/^Naam van het plan/, 'Bankje');
    await type(/^Wat is het plan/, 'Een bank van hout.');
    await type(/^Wie vraagt aan/, 'Bewoners Ververij');
    fireEvent.click(await screen.findByRole('checkbox', { name: /^De buurt schoon/ }));
    await type(/^Gevraagd van het wijkbudget/, '€ 975');
    await press('Dien in: €\u00a0975,00 gevraagd');
    await screen.findByText('elsewhere');
    expect(names()).toEqual(['proposal.create', 'proposal.submit']);
    const made = (await proposals()).find(({ title }) => title === 'Bankje');
    expect(made).toMatchObject({ state: 'submitted', requestedCents: 97_500, number: 5 });
  });
});

describe('[D3] somebody else changed the same field', () => {
  test('both values stand there, saving waits for a choice, and the chosen one is saved', async () => {
    open(`/aanvragen/${proposalId}/bewerken`);
    await type(/^Gevraagd van het wijkbudget/, '1.000');
    await now.phone.do('proposal.change', {
      proposalId,
      fields: { requestedCents: 110_000 },
      seen: { requestedCents: 125_000 },
    });
    await screen.findByText('Iemand anders wijzigde dit ook');
    await screen.findByText(/^€\s1\.100,00$/);
    await screen.findByText(/^€\s1\.000,00$/);
    await press('Kies eerst bij 1 onderdeel wat er moet staan');
    expect(now.phone.sent).toEqual([]);
    await press('Neem wat u invulde: Gevraagd bedrag');
    await waitFor(() => expect(screen.queryByText('Iemand anders wijzigde dit ook')).toBeNull());
    await press('Bewaar de wijzigingen');
    await screen.findByText('elsewhere');
    expect(names()).toEqual(['proposal.change']);
    expect((await proposals()).find(({ id }) => id === proposalId)?.requestedCents).toBe(100_000);
  });
});

test('a theme that the year no longer has can be taken off the plan', async () => {
  const themes = enschedeThemes.filter(({ number }) => number !== 7);
  const chair = { ...now.phone.app.access, personId: now.memberIds[1] ?? '', role: 'chair' as const };
  const year = (await proposals()).find(({ id }) => id === proposalId)?.year ?? 0;
  await now.phone.do('budgetYear.change', { year, fields: { themes }, seen: { themes: enschedeThemes } }, chair);
  open(`/aanvragen/${proposalId}/bewerken`);
  const gone = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Thema 7' });
  expect(gone.checked).toBe(true);
  fireEvent.click(gone);
  await waitFor(() => expect(screen.queryByRole('checkbox', { name: 'Thema 7' })).toBeNull());
  fireEvent.click(screen.getByRole('checkbox', { name: /^Prettiger wonen in de buurt/ }));
  await press('Bewaar de wijzigingen');
  await screen.findByText('elsewhere');
  const saved = (await proposals()).find(({ id }) => id === proposalId);
  expect(saved?.themeShares).toEqual([{ theme: 6, percent: 100 }]);
});

describe('one question a page', () => {
  beforeEach(async () => {
    Object.assign(now.phone.app.access, { role: 'initiator', proposalIds: [proposalId] });
    const chair = { ...now.phone.app.access, personId: now.memberIds[1] ?? '', role: 'chair' as const };
    await now.phone.do('proposal.return', { proposalId, reason: 'Stuur de offerte mee.' }, chair);
    await now.phone.do(
      'member.changeRole',
      { personId: now.phone.app.personId, role: 'initiator', seenRole: 'secretary', proposalIds: [proposalId] },
      chair,
    );
  });

  test('a question without an answer does not go on', async () => {
    open('/aanvragen/nieuw');
    await screen.findByText('Vraag 1 van 8');
    await press(/^Volgende vraag/);
    expect(await screen.findAllByText('Geef de aanvraag een naam')).toHaveLength(2);
    await type(/^Hoe heet uw plan/, 'Geveltuin');
    await press(/^Volgende vraag/);
    await screen.findByText('Vraag 2 van 8');
  });

  test('who comes back another day goes on at the question that was next, without it in the address', async () => {
    const store = memoryDraftStore();
    const page = open('/aanvragen/nieuw', store);
    await type(/^Hoe heet uw plan/, 'Geveltuin');
    await press(/^Volgende vraag/);
    await type(/^Wat wilt u doen|^Wat/, 'Planten langs de gevel.');
    await press(/^Volgende vraag/);
    await press(/^Volgende vraag/); // what kind: may stay open
    await screen.findByText('Vraag 4 van 8');
    page.unmount();
    open('/aanvragen/nieuw', store);
    await screen.findByText('Vraag 4 van 8');
    await screen.findByText(/bewaard wat u eerder invulde/);
  });

  test('a returned proposal shows what is asked and is sent again from the check page', async () => {
    open(`/aanvragen/${proposalId}/bewerken`);
    await screen.findByText('Stuur de offerte mee.');
    await press(/^Verstuur: /);
    await screen.findByText('elsewhere');
    expect(names()).toEqual(['proposal.submit']);
    expect((await proposals()).find(({ id }) => id === proposalId)?.state).toBe('submitted');
  });
});

describe('[S13] a plan that was there before', () => {
  const value = (label: string | RegExp) => (screen.getByLabelText(label) as HTMLInputElement).value;

  test('is begun from the name that is typed or chosen, with how it went that year', async () => {
    await awarded();
    await nextYear();
    open('/aanvragen/nieuw');
    await type(/^Naam van het plan/, 'Lichtjestocht met soep');
    const link = await screen.findByRole('link', { name: /^Lichtjestocht met soep/ });
    expect(link.getAttribute('href')).toBe(`/aanvragen/nieuw?herhaal=${proposalId}`);
    fireEvent.change(await screen.findByLabelText(/^Was dit er eerder ook/), { target: { value: proposalId } });
    await screen.findByRole('heading', { name: 'Zo ging het in 2026' });
    expect(value(/^Naam van het plan/)).toBe('Lichtjestocht met soep op het Klosplein');
    await press('Bewaar als concept');
    await screen.findByText('elsewhere');
    const repeat = (await proposals()).find(({ year }) => year === 2027);
    expect(repeat).toMatchObject({ repeatOfId: proposalId, requestedCents: 125_000, state: 'draft' });
  });

  test('a choice can be taken back, and leads to an empty form', async () => {
    await awarded();
    await nextYear();
    open(`/aanvragen/nieuw?herhaal=${proposalId}`);
    fireEvent.click(await screen.findByRole('link', { name: /^Toch niet/ }));
    await screen.findByLabelText(/^Was dit er eerder ook/);
    expect(value(/^Naam van het plan/)).toBe('');
  });

  test('of the same year it is a hint with the way to it, and nothing more', async () => {
    open('/aanvragen/nieuw');
    await type(/^Naam van het plan/, 'Lichtjestocht op het Klosplein');
    const link = await screen.findByRole('link', { name: /^Lichtjestocht met soep/ });
    expect(link.getAttribute('href')).toBe(`/aanvragen/${proposalId}`);
    await type(/^Naam van het plan/, 'Schaakavond');
    await waitFor(() => expect(screen.queryByRole('link', { name: /^Lichtjestocht/ })).toBeNull());
  });

  async function awarded(): Promise<void> {
    const { phone, meetingId, memberIds } = now;
    await phone.do('meeting.open', { meetingId });
    const votes = { forCount: 7, againstCount: 0, abstainedCount: 0 };
    await phone.do('decision.record', {
      ...{ meetingId, itemId: `${meetingId}:${proposalId}`, round: 1, outcome: 'awarded', awardedCents: 125_000 },
      ...{ conditions: [], reason: '', takenUnder: { presentIds: memberIds, recusedIds: [], votes } },
      decidedOn: '2026-11-25',
    });
  }

  async function nextYear(): Promise<void> {
    const { phone } = now;
    const opened = { year: 2027, grantCents: 1_000_000, smallLimitCents: 150_000, bookedOn: '2026-12-20' };
    await phone.do('budgetYear.open', opened, { ...phone.app.access, role: 'chair' });
    showYear(2027);
  }
});
