import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Decision } from '../../../domain/rows.ts';
import { AppProvider } from '../../app-context.tsx';
import { DraftContext, memoryDraftStore } from '../../draft.ts';
import { ToastRegion } from '../../parts/toast.tsx';
import { dismissToast, toastStore } from '../../parts/toast-store.ts';
import { ItemScreen } from './item.tsx';
import { type Evening, evening } from './phone.fixture.tsx';

// Working out what is hidden takes longer than the pause between two looks: then nothing else gets a turn.
configure({ defaultHidden: true });

let now: Evening;
const drafts = { store: memoryDraftStore(), holdUpdate: () => () => {} };

beforeEach(async () => {
  now = await evening({ open: true });
});
afterEach(async () => {
  dismissToast();
  cleanup();
  await now.phone.close();
});

/** Opens the page of one item, as the router does. */
async function openItem(index = 0, store = drafts.store) {
  history.replaceState(null, '', `/vergadering/${now.meetingId}/punt/${now.itemIds[index]}`);
  render(
    <AppProvider app={now.phone.app}>
      <DraftContext.Provider value={{ ...drafts, store }}>
        <LocationProvider>
          <Router>
            <Route path="/vergadering/:id/punt/:itemId" component={ItemScreen} />
            <Route default component={() => <p>elsewhere</p>} />
          </Router>
        </LocationProvider>
        <ToastRegion />
      </DraftContext.Provider>
    </AppProvider>,
  );
  await screen.findByRole('heading', { level: 1, name: /^Punt \d van 7$/ });
}

async function everybodyHere(ids: readonly string[] = now.memberIds) {
  for (const personId of ids)
    await now.phone.do('presence.set', { meetingId: now.meetingId, personId, state: 'present' });
}

const button = (name: string | RegExp) => screen.findByRole('button', { name });
let taps = 0;
async function tap(name: string | RegExp) {
  const target = await screen.findByRole(
    /^(Toekennen|Deels|Afwijzen|Aanhouden)$/.test(String(name)) ? 'radio' : 'button',
    {
      name,
    },
  );
  await waitFor(() => expect(target.getAttribute('aria-disabled')).toBeNull());
  taps += 1;
  fireEvent.click(target);
}
const decisions = () => now.phone.all<Decision>('decision');

describe('[D26] an ordinary decision', () => {
  test('takes four taps, the next item included: all in favour, award, record, next', async () => {
    await everybodyHere();
    await openItem();
    taps = 0;
    await tap(/^Allen voor: 7$/);
    await tap('Toekennen');
    await tap('Leg vast: €\u00a01.250,00 toekennen');
    await tap(/^Volgende punt: Geveltuintjes/);
    await screen.findByText('Punt 4 van 7');
    expect(taps).toBeLessThanOrEqual(4);
    const [decision] = await decisions();
    expect(decision).toMatchObject({ outcome: 'awarded', awardedCents: 125_000, decidedOn: '2026-11-25' });
    expect(decision?.takenUnder.votes).toEqual({ forCount: 7, againstCount: 0, abstainedCount: 0 });
    expect(decision?.flags).toEqual([]);
  });

  test('the message about it is there until something is filled in on the next item, and then covers nothing', async () => {
    await everybodyHere();
    await openItem();
    await tap(/^Allen voor: 7$/);
    await tap('Toekennen');
    await tap('Leg vast: €\u00a01.250,00 toekennen');
    await tap(/^Volgende punt: Geveltuintjes/);
    await screen.findByText('Punt 4 van 7');
    expect(toastStore.getState().shown?.text).toMatch(/^Besluit \d vastgelegd/);
    await tap(/^Allen voor: 7$/);
    expect(toastStore.getState().shown).toBeUndefined();
  });
});

describe('[D2] what the decision is taken under', () => {
  test('is who the screen shows as present and as not taking part', async () => {
    await everybodyHere(now.memberIds.slice(0, 6));
    await openItem();
    const row = (await screen.findByText('Ans Bakker', { selector: 'b' })).closest('li');
    if (row === null) throw new Error('no row');
    fireEvent.click(within(row).getByLabelText('Doet niet mee'));
    await tap(/^Allen voor: 5$/);
    await tap('Toekennen');
    await tap(/^Leg vast/);
    await screen.findByText('Wat er besloten is');
    const [decision] = await decisions();
    expect(decision?.takenUnder.presentIds).toHaveLength(6);
    expect(decision?.takenUnder.recusedIds).toEqual([now.memberIds[3]]);
    expect(decision?.flags).toEqual([]);
  });

  test('without a quorum it is recorded all the same, and says so before and after', async () => {
    await everybodyHere(now.memberIds.slice(0, 2));
    await openItem();
    await screen.findByText(/zijn nog 2 leden nodig voor het quorum/);
    await tap(/^Allen voor: 2$/);
    await tap('Toekennen');
    await tap(/^Leg vast/);
    await screen.findByText(/Het quorum was niet gehaald/);
    expect((await decisions())[0]?.flags).toEqual(['no_quorum']);
  });
});

describe('undo', () => {
  test('[D7] gives back the item with everything as it was filled in, and the next try is round 2', async () => {
    await everybodyHere();
    await openItem();
    await tap(/^Allen voor/);
    await tap('Afwijzen');
    fireEvent.input(await screen.findByLabelText(/^Reden/), { target: { value: 'Te duur' } });
    await tap('Leg vast: afwijzen');
    await screen.findByText('Wat er besloten is');
    await tap('Ongedaan maken');
    await screen.findByText(/Wat u had ingevuld, staat er weer/);
    expect(((await screen.findByLabelText(/^Reden/)) as HTMLTextAreaElement).value).toBe('Te duur');
    await tap('Leg vast: afwijzen');
    await screen.findByText('Wat er besloten is');
    expect((await decisions()).map(({ round, withdrawn }) => ({ round, withdrawn }))).toEqual([
      { round: 1, withdrawn: true },
      { round: 2, withdrawn: false },
    ]);
  });
});

describe('what is missing', () => {
  test('a refusal without a reason is not recorded; the summary and the field say the same', async () => {
    await openItem();
    await tap('Afwijzen');
    await tap('Leg vast: afwijzen');
    expect(await screen.findAllByText('Schrijf op waarom u de aanvraag afwijst')).toHaveLength(2);
    expect(document.title).toMatch(/^Fout: /);
    expect(await decisions()).toEqual([]);
  });

  test('a lower amount becomes a part when the field is left, and then asks for the reason', async () => {
    await openItem();
    await tap('Toekennen');
    const amount = await screen.findByLabelText('Toegekend bedrag');
    fireEvent.input(amount, { target: { value: '1.000' } });
    fireEvent.blur(amount);
    await tap('Leg vast: €\u00a01.000,00 deels toekennen');
    await screen.findAllByText('Schrijf op waarom u minder toekent dan gevraagd');
    expect(await decisions()).toEqual([]);
  });

  test('the button says what to choose before anything is chosen', async () => {
    await openItem();
    expect((await button('Kies eerst een besluit')).getAttribute('aria-disabled')).toBe('true');
  });
});

test('a draft survives that the page is closed', async () => {
  const store = memoryDraftStore();
  await openItem(0, store);
  await tap('Deels');
  fireEvent.input(await screen.findByLabelText('Toegekend bedrag'), { target: { value: '900' } });
  cleanup();
  await openItem(0, store);
  expect(((await screen.findByLabelText('Toegekend bedrag')) as HTMLInputElement).value).toBe('900');
  cleanup();
  await openItem(1, store);
  expect(screen.queryByLabelText('Toegekend bedrag')).toBeNull();
});

test('[D2] more votes than members is told, not prevented', async () => {
  await everybodyHere(now.memberIds.slice(0, 4));
  await openItem();
  await tap(/^Allen voor: 4$/);
  await screen.findByText('4 van 4 geteld');
  await tap('Tegen: één meer');
  await screen.findByText(/U telt 5 stemmen, maar er beslissen 4 leden mee/);
  await tap('Toekennen');
  await tap(/^Leg vast/);
  await screen.findByText(/meer stemmen geteld/);
});

test.each([
  ['everybody abstains', 'Onthouding: één meer', 4, 'Niemand stemde voor of tegen.'],
  ['a majority is against', 'Tegen: één meer', 3, 'De stemmen zijn tegen.'],
] as const)('[D2] an award while %s is told before it is recorded, not prevented', async (_, more, times, sentence) => {
  await everybodyHere(now.memberIds.slice(0, 4));
  await openItem();
  for (let n = 0; n < times; n += 1) await tap(more);
  await tap('Afwijzen');
  expect(screen.queryByText(new RegExp(sentence))).toBeNull();
  await tap('Toekennen');
  await screen.findByText(new RegExp(`^${sentence} Uw besluit zegt iets anders`));
  await tap(/^Leg vast/);
  await screen.findByText('Wat er besloten is');
  expect((await decisions())[0]?.flags).toEqual(['votes_say_otherwise']);
});

describe('[D2] two versions of one decision', () => {
  const mine = () => ({
    meetingId: now.meetingId,
    itemId: now.itemIds[0] ?? '',
    round: 1,
    outcome: 'refused' as const,
    awardedCents: 0,
    conditions: [],
    reason: 'Te duur',
    takenUnder: {
      presentIds: now.memberIds.slice(0, 4),
      recusedIds: [],
      votes: { forCount: 0, againstCount: 4, abstainedCount: 0 },
    },
    decidedOn: '2026-11-25',
  });
  beforeEach(async () => {
    const votes = { forCount: 4, againstCount: 0, abstainedCount: 0 };
    const theirs = { ...mine(), outcome: 'awarded' as const, awardedCents: 125_000, reason: '' };
    await now.phone.do('decision.record', { ...theirs, takenUnder: { ...theirs.takenUnder, votes } });
    await now.phone.refuse('decision.record', mine(), 'already_decided');
  });

  test('are shown beside each other, and laying mine aside changes no row', async () => {
    await openItem(0);
    await screen.findByText('Er zijn twee versies van dit besluit');
    await screen.findByText('Te duur');
    await tap('Laat het besluit van de lijst gelden');
    await waitFor(() => expect(screen.queryByText('Er zijn twee versies van dit besluit')).toBeNull());
    expect(await decisions()).toMatchObject([{ outcome: 'awarded', withdrawn: false }]);
  });

  test('taking mine withdraws the other one and records mine as the next round', async () => {
    await openItem(0);
    await tap('Trek het andere in en neem mijn versie');
    await screen.findByText(/^Uw versie geldt nu/);
    expect(await decisions()).toMatchObject([
      { outcome: 'awarded', withdrawn: true, round: 1 },
      { outcome: 'refused', withdrawn: false, round: 2, reason: 'Te duur' },
    ]);
  });
});

test('an item whose proposal was taken back or merged since says so, on the agenda too', async () => {
  const [first = '', second = ''] = now.itemIds.map((id) => id.split(':')[1]);
  await now.phone.do('proposal.withdraw', { proposalId: first, reason: 'Geen tijd' });
  await openItem(0);
  await screen.findByText(/^Deze aanvraag is ingetrokken\. Een besluit houdt er geen geld meer voor vast/);
  await tap('Agenda');
  await screen.findByText(/^Gevraagd €.1\.250,00, ingetrokken$/);
  cleanup();
  await now.phone.do('proposal.merge', { proposalId: second, intoId: now.itemIds[2]?.split(':')[1] ?? '' });
  await openItem(1);
  await screen.findByText(/^Deze aanvraag ging verder in een andere/);
});

test('what I was filling in is kept when somebody else writes the decision down meanwhile', async () => {
  const { phone, meetingId, itemIds, memberIds } = now;
  await openItem(0);
  await tap('Aanhouden');
  await waitFor(async () => expect(await drafts.store.load(`decision:${itemIds[0]}`)).toBeDefined());
  await phone.do(
    'decision.record',
    {
      meetingId,
      itemId: itemIds[0] ?? '',
      round: 1,
      outcome: 'awarded',
      awardedCents: 125_000,
      conditions: [],
      reason: '',
      takenUnder: { presentIds: [], recusedIds: [], votes: { forCount: 0, againstCount: 0, abstainedCount: 0 } },
      decidedOn: '2026-11-25',
    },
    { ...phone.app.access, personId: memberIds[1] ?? '', role: 'chair' },
  );
  await screen.findByText(/Vera Postma legde dit besluit vast terwijl u nog invulde/);
  await tap('Wis mijn invulling');
  await waitFor(() => expect(screen.queryByText(/terwijl u nog invulde/)).toBeNull());
});
