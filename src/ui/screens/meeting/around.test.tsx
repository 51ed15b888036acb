// What happens in the room around a decision: people leave, vote by name, take notes, and agree with an earlier list.
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import type { ComponentType } from 'preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type {
  AgendaItem,
  Decision,
  Guest,
  ListAdoption,
  Meeting,
  MinutesNote,
  PresenceMark,
} from '../../../domain/rows.ts';
import { AppProvider } from '../../app-context.tsx';
import { ToastRegion } from '../../parts/toast.tsx';
import { dismissToast } from '../../parts/toast-store.ts';
import { showYear } from '../../year-store.ts';
import { CorrectionScreen } from './correction.tsx';
import { EditMeetingScreen } from './edit-meeting.tsx';
import { InvitationScreen } from './invitation.tsx';
import { ItemScreen } from './item.tsx';
import { MeetingScreen } from './meeting.tsx';
import { MinutesScreen } from './minutes.tsx';
import { type Evening, evening, testId } from './phone.fixture.tsx';

// Working out what is hidden takes longer than the pause between two looks: then nothing else gets a turn.
configure({ defaultHidden: true });

let now: Evening;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 25, 19, 40), shouldAdvanceTime: true }); // that evening
  now = await evening({ open: true });
});
afterEach(async () => {
  showYear(null);
  dismissToast();
  cleanup();
  await now.phone.close();
  vi.useRealTimers();
});

const screens: readonly (readonly [string, ComponentType])[] = [
  ['/vergadering/:id', MeetingScreen],
  ['/vergadering/:id/punt/:itemId', ItemScreen],
  ['/vergadering/:id/notulen', MinutesScreen],
  ['/vergadering/:id/uitnodiging', InvitationScreen],
  ['/vergadering/:id/wijzigen', EditMeetingScreen],
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
const openItem = (n: number) => open(`/vergadering/${now.meetingId}/punt/${now.itemIds[n]}`);
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const rowOf = async (name: string): Promise<HTMLElement> => {
  const row = (await screen.findAllByText(name, { selector: 'b' })).map((one) => one.closest('li')).find(Boolean);
  if (row == null) throw new Error(`no row of ${name}`);
  return row;
};

/** The first four of seven members came at half past seven. */
async function fourAreHere() {
  for (const personId of now.memberIds.slice(0, 4))
    await now.phone.do('presence.mark', {
      ...{ meetingId: now.meetingId, personId, state: 'present', at: '2026-11-25T18:30:00.000Z' },
    });
}

test('every page of a meeting that is not on this device says so', async () => {
  for (const [at] of screens) {
    open(at.replace(':id', testId()).replace(':itemId', testId()));
    await screen.findByRole('heading', { level: 1, name: 'Deze vergadering staat niet op dit toestel' });
    cleanup();
  }
});

describe('the quorum while people come and go', () => {
  test('the screen says at once whose leaving took it away', async () => {
    await fourAreHere();
    openMeeting();
    await screen.findByText('Quorum gehaald');
    fireEvent.click(within(await rowOf('Ans Bakker')).getByLabelText('Weg'));
    const alert = await screen.findByText(/Ans Bakker is weg sinds/);
    expect(alert.closest('[role=alert]')).not.toBeNull();
    expect(alert.textContent).toMatch(/geen quorum meer: 3 leden beslissen mee, nodig zijn er 4/);
    await screen.findByText('Geen quorum');
    // A second one leaves: still said, by who left last.
    fireEvent.click(within(await rowOf('Paul de Wit')).getByLabelText('Weg'));
    await screen.findByText(/Paul de Wit is weg sinds .*: 2 leden beslissen mee/);
    fireEvent.click(within(await rowOf('Paul de Wit')).getByLabelText('Er'));
    fireEvent.click(within(await rowOf('Ans Bakker')).getByLabelText('Er'));
    await screen.findByText('Quorum gehaald');
    await waitFor(() => expect(screen.queryByText(/is weg sinds/)).toBeNull());
  });

  test('who was never there took nothing away', async () => {
    for (const personId of now.memberIds.slice(0, 3))
      await now.phone.do('presence.mark', {
        ...{ meetingId: now.meetingId, personId, state: 'present', at: '2026-11-25T18:30:00.000Z' },
      });
    openMeeting();
    fireEvent.click(within(await rowOf('Ans Bakker')).getByLabelText('Weg'));
    await screen.findByText(/Ans Bakker is er niet/);
    expect(screen.queryByText(/geen quorum meer/)).toBeNull();
  });

  test('the time of a leaving is set right, also to one after midnight', async () => {
    await fourAreHere();
    openMeeting();
    fireEvent.click(within(await rowOf('Ans Bakker')).getByLabelText('Weg'));
    await press('Tijden van komen en gaan');
    await press('Verbeter de tijd: Ans Bakker ging weg');
    fireEvent.input(await screen.findByLabelText(/Hoe laat was dit/), { target: { value: 'laat' } });
    await press('Bewaar de tijd');
    await screen.findByText(/Vul de tijd in met uren en minuten/);
    fireEvent.input(screen.getByLabelText(/Hoe laat was dit/), { target: { value: '0.20' } });
    await press('Bewaar de tijd');
    await screen.findByText(/Tijd bewaard: Ans Bakker/);
    await screen.findByText('weg sinds 00.20 uur'); // in the list of who is there
    const marks = await now.phone.all<PresenceMark>('presenceMark');
    const left = marks.filter(({ state, removed }) => state === 'absent' && !removed);
    expect(left.map(({ at }) => at)).toEqual(['2026-11-25T23:20:00.000Z']);
  });
});

describe('a vote by name', () => {
  test('shows who has not voted yet, and the decision carries every vote', async () => {
    await fourAreHere();
    openItem(0);
    fireEvent.click(await screen.findByLabelText('Op naam'));
    await screen.findByText(/Nog niet gestemd: Vera Postma, Sjoerd Meijer, Paul de Wit en Ans Bakker/);
    await press('Allen voor: 4');
    await screen.findByText('Iedereen heeft gestemd.');
    const votes = screen.getByRole('region', { name: 'Stemmen' });
    const row = within(votes).getByText('Ans Bakker', { selector: 'b' }).closest('li');
    fireEvent.click(within(row as HTMLElement).getByLabelText('Tegen'));
    fireEvent.click(await screen.findByLabelText('Toekennen'));
    await press(/^Leg vast/);
    await screen.findByText('Ans Bakker: tegen');
    const [decision] = await now.phone.all<Decision>('decision');
    expect(decision?.takenUnder).toMatchObject({
      voting: 'by_name',
      votes: { forCount: 3, againstCount: 1, abstainedCount: 0 },
    });
    expect(decision?.takenUnder.ballots).toHaveLength(4);
  });

  test('a tie asks what the committee chose: the lot', async () => {
    const chair = { ...now.phone.app.access, role: 'chair' as const };
    await now.phone.do('meetingRules.change', { fields: { tieRule: 'lot' }, seen: { tieRule: 'postponed' } }, chair);
    await fourAreHere();
    openItem(0);
    for (const name of ['Voor', 'Tegen']) {
      const group = await screen.findByRole('group', { name });
      for (let n = 0; n < 2; n += 1) fireEvent.click(within(group).getByRole('button', { name: `${name}: één meer` }));
    }
    await screen.findByText(/Volgens uw regels beslist dan het lot/);
    await press('Laat dit toestel loten');
    await screen.findByText(/^Dit toestel trok het lot: (voor|tegen)\.$/);
    expect(screen.queryByRole('button', { name: 'Laat dit toestel loten' })).toBeNull(); // it draws once
    fireEvent.click(await screen.findByLabelText('Toekennen'));
    await press(/^Leg vast/);
    await screen.findByText(/De stemmen staakten, het lot viel op/);
    const [decision] = await now.phone.all<Decision>('decision');
    expect(decision?.takenUnder.tie).toMatchObject({ rule: 'lot' });
  });
});

describe('notes', () => {
  test('one person writes, another sees who and what, and nothing is overwritten', async () => {
    const other = now.memberIds[3] ?? '';
    const asOther = { ...now.phone.app.access, role: 'member' as const, personId: other };
    const itemId = now.itemIds[0] ?? '';
    const note = { meetingId: now.meetingId, itemId, text: 'De buren zijn het eens', seen: '' };
    await now.phone.do('minutes.take', { meetingId: now.meetingId }, asOther);
    await now.phone.do('minutes.write', note, asOther);
    open(`/vergadering/${now.meetingId}/notulen`);
    await screen.findByText(/Ans Bakker maakt de notulen/);
    await screen.findByText('De buren zijn het eens');
    expect(screen.queryByLabelText(/Uw notitie/)).toBeNull();
    await press('Ik maak de notulen');
    const fields = await screen.findAllByLabelText(/Uw notitie bij dit punt/);
    fireEvent.input(fields[2] as HTMLElement, { target: { value: 'Bram belt' } });
    const form = (fields[2] as HTMLElement).closest('form') as HTMLElement;
    fireEvent.click(within(form).getByRole('button', { name: 'Bewaar de notitie' }));
    await screen.findByText('De notitie staat op dit toestel');
    const notes = await now.phone.all<MinutesNote>('minutesNote');
    expect(notes.map(({ text, itemId: at }) => [text, at === itemId])).toEqual(
      expect.arrayContaining([
        ['De buren zijn het eens', true],
        ['Bram belt', true],
      ]),
    );
  });
});

test('where the browser copies nothing, the notes stand there as a text to be selected', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('no permission'));
  const note = { meetingId: now.meetingId, itemId: null, text: 'Volgende keer in De Spil', seen: '' };
  await now.phone.do('minutes.take', { meetingId: now.meetingId });
  await now.phone.do('minutes.write', note);
  open(`/vergadering/${now.meetingId}/notulen`);
  await press('Kopieer de notulen als tekst');
  const text = await screen.findByLabelText<HTMLTextAreaElement>(/^Notulen/);
  expect(text.value).toContain('Over de hele vergadering\nVolgende keer in De Spil');
});

describe('the own words of the invitation', () => {
  const invitation = () => open(`/vergadering/${now.meetingId}/uitnodiging`);
  const kept = async () => (await now.phone.all<Meeting>('meeting')).find(({ id }) => id === now.meetingId)?.invitation;
  const typeOwn = async (value: string) =>
    fireEvent.input(await screen.findByLabelText(/^Eigen woorden/), { target: { value } });

  test('are kept with the meeting, so that another phone sends the same', async () => {
    invitation();
    await typeOwn('Er is koffie');
    await screen.findByText('Er is koffie', { selector: 'p' }); // what it will look like, while typing
    expect(await kept()).toBeUndefined();
    await press('Bewaar uw woorden');
    await screen.findByText('Uw woorden staan in de uitnodiging');
    expect(await kept()).toBe('Er is koffie');
    await screen.findByRole('button', { name: 'Uw woorden zijn bewaard' });
  });

  test('of two people do not overwrite each other: what was typed stays there with a sentence', async () => {
    invitation();
    await typeOwn('Er is koffie');
    const fields = { invitation: 'Bel aan bij de zijdeur' };
    await now.phone.do('meeting.change', { meetingId: now.meetingId, fields, seen: { invitation: '' } });
    await press('Bewaar uw woorden');
    await screen.findByRole('alert');
    expect((screen.getByLabelText(/^Eigen woorden/) as HTMLTextAreaElement).value).toBe('Er is koffie');
    expect(await kept()).toBe('Bel aan bij de zijdeur');
  });

  test('are read, not changed, by who may not change the meeting', async () => {
    const fields = { invitation: 'Er is koffie' };
    await now.phone.do('meeting.change', { meetingId: now.meetingId, fields, seen: { invitation: '' } });
    const { personId, access } = now.phone.app;
    const change = { personId, role: 'member', proposalIds: [], seenRole: 'secretary' } as const;
    await now.phone.do('member.changeRole', change, { ...access, role: 'chair' });
    invitation();
    await screen.findByText('Er is koffie');
    expect(screen.queryByLabelText(/^Eigen woorden/)).toBeNull();
  });
});

test('guests are noted with a number, and taken away again', async () => {
  openMeeting();
  await press('Gasten erbij');
  await screen.findByText(/Schrijf op wie er zijn/);
  fireEvent.input(screen.getByLabelText('Wie zijn er?'), { target: { value: 'Bewoners van de Klosstraat' } });
  fireEvent.click(screen.getByRole('button', { name: /Hoeveel.*meer|meer.*Hoeveel/i }));
  await press('Gasten erbij');
  await screen.findByText('Genoteerd: 2 gasten');
  await press('Haal weg: Bewoners van de Klosstraat');
  await waitFor(async () =>
    expect((await now.phone.all<Guest>('guest')).map(({ count, removed }) => [count, removed])).toEqual([[2, true]]),
  );
});

describe('the agenda', () => {
  const titles = async () =>
    [...(await now.phone.all<AgendaItem>('agendaItem'))]
      .filter(({ removed }) => !removed)
      .sort((a, b) => a.position - b.position)
      .map(({ title }) => title);

  test('takes all proposals that are ready in one tap, and gives them back in one', async () => {
    const { phone, meetingId, itemIds } = now;
    for (const itemId of itemIds.slice(1)) await phone.do('agenda.remove', { itemId });
    openMeeting();
    // The AED is above the limit for small projects: first the neighbourhood is asked.
    await press('Zet alle 2 aanvragen die klaar zijn erbij');
    await screen.findByText('Op de agenda gezet: 2 aanvragen');
    expect((await titles()).slice(-2)).toEqual(['Bankje bij de Ververij', 'Rondvraag en sluiting']);
    await press('Ongedaan maken');
    await waitFor(async () => expect(await titles()).toHaveLength(4));
    expect(meetingId).not.toBe('');
  });

  test('[S9] says of a proposal what has to come first, and can be told to take it all the same', async () => {
    const { phone, itemIds } = now;
    await phone.do('agenda.remove', { itemId: itemIds[2] ?? '' });
    openMeeting();
    await press('Wijzig de agenda');
    await press(/^AED bij de Spinhal.*moet eerst naar de wijkraadpleging/);
    await waitFor(async () => expect(await titles()).toContain('AED bij de Spinhal'));
  });

  test('takes what was put off last year, once the year is over', async () => {
    const { phone, itemIds } = now;
    for (const itemId of itemIds) await phone.do('agenda.remove', { itemId });
    const opened = { year: 2027, grantCents: 1_000_000, smallLimitCents: 150_000, bookedOn: '2026-11-20' };
    await phone.do('budgetYear.open', opened, { ...phone.app.access, role: 'chair' });
    showYear(2027);
    openMeeting();
    await press('Wijzig de agenda');
    await screen.findByRole('button', { name: /^Geveltuintjes Klosstraat.*Uit 2026, nummer 2, gevraagd/ });
  });

  test('changes its order after it was planned', async () => {
    openMeeting();
    await press('Wijzig de agenda');
    await press('Zet eerder: AED bij de Spinhal');
    await screen.findByText('AED bij de Spinhal is nu punt 4');
    expect((await titles()).slice(2, 5)).toEqual([
      'Lichtjestocht met soep op het Klosplein',
      'AED bij de Spinhal',
      'Geveltuintjes Klosstraat',
    ]);
  });
});

test('the list of the meeting before is agreed with, remarks and all, and that can be taken back', async () => {
  const { phone } = now;
  const earlier = testId();
  const plan = {
    meetingId: earlier,
    title: 'Oktober',
    place: 'Buurthuis',
    plannedOn: '2026-10-27',
    startTime: '19:30',
  };
  await phone.do('meeting.plan', plan);
  await phone.do('meeting.open', { meetingId: earlier });
  await phone.do('meeting.close', { meetingId: earlier });
  openMeeting();
  await press('Keur de lijst goed');
  fireEvent.input(await screen.findByLabelText(/Wat klopte er niet/), { target: { value: 'Punt 2 was later' } });
  await press('De vergadering keurt de lijst goed');
  await screen.findByText(/Goedgekeurd in Commissievergadering november/);
  await screen.findByText(/Opmerkingen: Punt 2 was later/);
  await press('Ongedaan maken');
  await waitFor(async () => {
    const [adoption] = await phone.all<ListAdoption>('listAdoption');
    expect(adoption).toMatchObject({ withdrawn: true, remarks: ['Punt 2 was later'] });
  });
  // Agreed with once more, and taken back later in the evening: the message with its undo is gone by then.
  await press('Keur de lijst goed');
  await press('De vergadering keurt de lijst goed');
  await screen.findByText(/Goedgekeurd in Commissievergadering november/);
  dismissToast();
  await press('Toch nog niet goedgekeurd');
  await screen.findByRole('button', { name: 'Keur de lijst goed' });
  expect(await phone.all<ListAdoption>('listAdoption')).toMatchObject([{ withdrawn: true }]);
});

test('changing the time of an evening leaves the place as somebody else set it while the form was open', async () => {
  const { phone, meetingId } = now;
  open(`/vergadering/${meetingId}/wijzigen`);
  const time = await screen.findByLabelText<HTMLInputElement>(/^Tijd/);
  await phone.do('meeting.change', {
    meetingId,
    fields: { place: 'De Spinhal' },
    seen: { place: 'Buurthuis De Schering' },
  });
  fireEvent.input(time, { target: { value: '20.00' } });
  await press('Bewaar tijd en plaats');
  await waitFor(async () =>
    expect(await phone.all<Meeting>('meeting')).toMatchObject([{ startTime: '20:00', place: 'De Spinhal' }]),
  );
});

test('a planned evening that nobody opened is entered afterwards the next day, with its agenda', async () => {
  const { phone, itemIds } = now;
  const meetingId = testId();
  const plan = { title: 'Oktober', place: 'Buurthuis', plannedOn: '2026-10-27', startTime: '19:30' };
  await phone.do('meeting.plan', { meetingId, ...plan });
  const proposalId = itemIds[0]?.split(':')[1] ?? '';
  await phone.do('agenda.add', { meetingId, proposalId, title: 'Lichtjestocht', position: 1 });
  open(`/vergadering/${meetingId}`);
  await press('Voer de vergadering in');
  await screen.findByText(/^Vul in hoe laat de vergadering was afgelopen/);
  fireEvent.input(await screen.findByLabelText(/^Tot hoe laat/), { target: { value: '22.15' } });
  await press('Voer de vergadering in');
  await screen.findByText('Achteraf ingevoerd');
  await screen.findByText('Lichtjestocht', { selector: 'b' });
  const meetings = await phone.all<Meeting>('meeting');
  expect(meetings.find(({ id }) => id === meetingId)).toMatchObject({
    ...{ state: 'open', enteredAfterwards: true, endTime: '22:15', openedAt: null },
  });
});
