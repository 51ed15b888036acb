import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import type { ComponentType } from 'preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AgendaItem, Decision, DecisionCorrection, Meeting, Presence, Proposal } from '../../../domain/rows.ts';
import { AppProvider } from '../../app-context.tsx';
import { ToastRegion } from '../../parts/toast.tsx';
import { dismissToast } from '../../parts/toast-store.ts';
import { CorrectionScreen } from './correction.tsx';
import { ItemScreen } from './item.tsx';
import { MeetingScreen } from './meeting.tsx';
import { type Evening, evening, testId } from './phone.fixture.tsx';

// Working out what is hidden takes longer than the pause between two looks: then nothing else gets a turn.
configure({ defaultHidden: true });

let now: Evening;
beforeEach(async () => {
  now = await evening({ open: true });
});
afterEach(async () => {
  dismissToast();
  cleanup();
  await now.phone.close();
});

const screens: readonly (readonly [string, ComponentType])[] = [
  ['/vergadering/:id', MeetingScreen],
  ['/vergadering/:id/punt/:itemId', ItemScreen],
  ['/vergadering/:id/punt/:itemId/herstellen', CorrectionScreen],
];

function open(path: string) {
  history.replaceState(null, '', path);
  render(
    <AppProvider app={now.phone.app}>
      <LocationProvider>
        <Router>
          {screens.map(([at, screenOf]) => (
            <Route key={at} path={at} component={screenOf} />
          ))}
        </Router>
      </LocationProvider>
      <ToastRegion />
    </AppProvider>,
  );
}
const openMeeting = () => open(`/vergadering/${now.meetingId}`);
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const presences = async () =>
  (await now.phone.all<Presence>('presence')).map(({ personId, state }) => [now.memberIds.indexOf(personId), state]);

async function decided(index: number, awardedCents: number) {
  const votes = { forCount: 4, againstCount: 0, abstainedCount: 0 };
  await now.phone.do('decision.record', {
    meetingId: now.meetingId,
    itemId: now.itemIds[index] ?? '',
    round: 1,
    outcome: 'awarded',
    awardedCents,
    conditions: [],
    reason: '',
    takenUnder: { presentIds: now.memberIds.slice(0, 4), recusedIds: [], votes },
    decidedOn: '2026-11-25',
  });
}

describe('who is there', () => {
  test('everybody in one tap, but not who sent apologies; and back in one tap', async () => {
    const { phone, meetingId, memberIds } = now;
    await phone.do('presence.set', { meetingId, personId: memberIds[6] ?? '', state: 'excused' });
    await phone.do('presence.set', { meetingId, personId: memberIds[1] ?? '', state: 'absent' });
    openMeeting();
    await press('Iedereen is er, behalve wie is afgemeld');
    await screen.findByText('Als aanwezig genoteerd: 6 leden');
    expect((await presences()).filter(([, state]) => state === 'present').map(([member]) => member)).toEqual([
      0, 1, 2, 3, 4, 5,
    ]);
    await screen.findByText('Quorum gehaald');
    await press('Ongedaan maken');
    await screen.findByText('Geen quorum');
    await waitFor(async () => expect((await presences()).filter(([, state]) => state === 'present')).toEqual([]));
    expect(await presences()).toContainEqual([6, 'excused']);
  });

  test('one member goes with one tap', async () => {
    for (const personId of now.memberIds)
      await now.phone.do('presence.set', { meetingId: now.meetingId, personId, state: 'present' });
    openMeeting();
    const row = (await screen.findByText('Bram Yıldız', { selector: 'b' })).closest('li');
    if (row === null) throw new Error('no row');
    fireEvent.click(within(row).getByLabelText('Weg'));
    await screen.findByText('6 leden');
    expect(await presences()).toContainEqual([4, 'absent']);
  });
});

describe('the agenda', () => {
  test('takes a proposal and a point of its own in the middle of the evening', async () => {
    const proposalId = testId();
    await now.phone.do('proposal.create', {
      proposalId,
      year: 2026,
      title: 'Muziek op het plein',
      summary: 'Voor iedereen.',
      applicant: 'Fanfare',
      kind: 'unique_project',
      themeShares: [{ theme: 7, percent: 100 }],
      quarters: [],
      budgetLines: [],
      requestedCents: 50_000,
    });
    await now.phone.do('proposal.submit', { proposalId, submittedOn: '2026-11-01' });
    openMeeting();
    await press('Wijzig de agenda');
    await press(/^Muziek op het plein/);
    await screen.findByText('Op de agenda gezet: Muziek op het plein');
    await press('Zet dit punt op de agenda');
    await screen.findByText(/Vul in waar het punt over gaat/);
    fireEvent.input(await screen.findByLabelText('Waar gaat het over?'), { target: { value: 'Buurtbarbecue' } });
    await press('Zet dit punt op de agenda');
    await screen.findByText('Op de agenda gezet: Buurtbarbecue');
    const last = [...(await now.phone.all<AgendaItem>('agendaItem'))].sort((a, b) => a.position - b.position).slice(-3);
    expect(last.map(({ title, proposalId: of }) => [title, of])).toEqual([
      ['Muziek op het plein', proposalId],
      ['Buurtbarbecue', null],
      ['Rondvraag en sluiting', null], // what closes the evening stays last
    ]);
  });

  test('an item comes back as it was when taking it off is undone', async () => {
    const before = await now.phone.all<AgendaItem>('agendaItem');
    openMeeting();
    await press('Wijzig de agenda');
    await press('Haal van de agenda: Opening');
    await screen.findByText('Van de agenda gehaald: Opening');
    expect((await now.phone.all<AgendaItem>('agendaItem')).filter(({ removed }) => removed)).toHaveLength(1);
    await press('Ongedaan maken');
    await waitFor(async () => expect(await now.phone.all<AgendaItem>('agendaItem')).toEqual(before));
  });
});

describe('closing', () => {
  test('asks once, says what is undecided, and makes the decisions public', async () => {
    await decided(0, 125_000);
    openMeeting();
    await press('Sluit de vergadering');
    await screen.findByText('Over 3 aanvragen is nog niets besloten.');
    expect((await now.phone.all<Meeting>('meeting'))[0]?.state).toBe('open');
    await press('Stel de besluitenlijst vast');
    await screen.findByText('Druk de besluitenlijst af');
    expect((await now.phone.all<Decision>('decision')).map(({ published }) => published)).toEqual([true]);
  });
});

describe('[D7] correcting', () => {
  test('makes a dated row of its own; the decision stays, and what stands is told first', async () => {
    await decided(0, 125_000);
    await now.phone.do('meeting.close', { meetingId: now.meetingId });
    open(`/vergadering/${now.meetingId}/punt/${now.itemIds[0]}/herstellen`);
    fireEvent.click(await screen.findByLabelText('Toekennen'));
    fireEvent.input(await screen.findByLabelText('Welk bedrag geldt nu?'), { target: { value: '1.100' } });
    fireEvent.input(await screen.findByLabelText('Op welke dag is dit hersteld?'), { target: { value: '2026-11-25' } });
    await press('Leg het herstel vast: €\u00a01.100,00');
    await screen.findAllByText('Schrijf op waarom u het besluit herstelt');
    fireEvent.input(await screen.findByLabelText('Waarom herstelt u het besluit?'), {
      target: { value: 'De offerte viel lager uit' },
    });
    await press('Leg het herstel vast: €\u00a01.100,00');
    await screen.findByText('Dit geldt nu');
    await screen.findByText(/€\s1\.250,00/, { selector: 'b' });
    const [correction] = await now.phone.all<DecisionCorrection>('decisionCorrection');
    expect(correction).toMatchObject({ outcome: 'partly_awarded', awardedCents: 110_000, correctedOn: '2026-11-25' });
    expect((await now.phone.all<Decision>('decision'))[0]).toMatchObject({ outcome: 'awarded', awardedCents: 125_000 });
    expect((await now.phone.all<Proposal>('proposal'))[0]?.awardedCents).toBe(110_000);
  });
});
