import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import ICAL from 'ical.js';
import { LocationProvider, Route, Router } from 'preact-iso';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Claim, Role, SupportSheet, Task } from '../../../domain/rows.ts';
import { taskKey } from '../../../domain/tasks/kinds.ts';
import { AppProvider } from '../../app-context.tsx';
import { nlTasks } from '../../nl/tasks.ts';
import { ToastRegion } from '../../parts/toast.tsx';
import { dismissToast } from '../../parts/toast-store.ts';
import { testId } from '../meeting/phone.fixture.tsx';
import { type MoneyPhone, moneyPhone } from '../money/committee.fixture.ts';
import { TasksScreen } from './tasks.tsx';

configure({ defaultHidden: true });
const saved = vi.hoisted(() => [] as File[]);
vi.mock('../hand-over/save-file.ts', () => ({ saveFile: (file: File) => saved.push(file), canShareFile: () => false }));

let now: MoneyPhone;
beforeEach(() => {
  saved.length = 0;
  vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true, now: new Date('2026-11-26T12:00:00Z') });
});
afterEach(async () => {
  dismissToast();
  cleanup();
  vi.useRealTimers();
  await now.phone.close();
});

const add = (text: string, dueOn: string | null, ownerId: string | null) => ({
  ...{ taskId: testId(), text, dueOn, ownerId, proposalId: null, addedOn: '2026-11-20', district: null },
});

async function open(role: Role, at: (made: MoneyPhone) => Promise<string>): Promise<void> {
  now = await moneyPhone(role);
  history.replaceState(null, '', await at(now));
  show();
  await screen.findByRole('heading', { level: 1 });
}
function show(): void {
  render(
    <AppProvider app={now.phone.app}>
      <LocationProvider>
        <Router>
          <Route path="/taken" component={TasksScreen} />
          <Route default component={TasksScreen} />
        </Router>
      </LocationProvider>
      <ToastRegion />
    </AppProvider>,
  );
}
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const rows = () => now.phone.all<Task>('task');
const judge = (claimId: string) => taskKey('claim_to_judge', claimId);

test('tasks stand under when they are due, with whose they are, and the load says who carries what', async () => {
  await open('treasurer', async ({ phone, chair, other }) => {
    await phone.do('task.add', add('Huur de zaal', '2026-11-20', other.personId), chair);
    await phone.do('task.add', add('Maak een flyer', '2026-12-01', null), chair);
    await phone.do('task.add', add('Zoek een tent', '2027-02-01', phone.app.personId), chair);
    return '/taken';
  });
  await press(/^Alle/);
  const link = await screen.findByRole('link', { name: /Huur de zaal/ });
  expect(screen.getByRole('region', { name: 'Te laat' }).contains(link)).toBe(true);
  expect(link.textContent).toContain('Van Ans Bakker');
  expect(screen.getByRole('region', { name: 'Komende week' }).textContent).toContain('Van niemand');
  const load = screen.getByRole('region', { name: nlTasks.load.title });
  expect(load.textContent).toContain('Ans Bakker1 taak, 1 te laat');
  expect(load.textContent).toContain('Paul de Wit1 taak');
  await press(/^Van u/);
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Te laat' })).toBeNull());
  expect(screen.getByRole('region', { name: 'Later' }).textContent).toContain('Zoek een tent');
});

test('somebody takes a task, hands it over with a note, and the other sees from whom', async () => {
  let key = '';
  await open('treasurer', async (made) => {
    key = judge(await made.handIn(made.other));
    return `/taken?taak=${encodeURIComponent(key)}`;
  });
  await press(nlTasks.one.take);
  await waitFor(async () => expect((await rows())[0]).toMatchObject({ id: key, ownerId: now.phone.app.personId }));
  fireEvent.click(await screen.findByRole('link', { name: nlTasks.hand.title }));
  await press(nlTasks.hand.send);
  expect((await screen.findAllByText(nlTasks.hand.toMissing)).length).toBeGreaterThan(0);
  const to = await screen.findByLabelText<HTMLSelectElement>(nlTasks.hand.to);
  // Ans handed the claim in herself, and judges no claims: only the chair can.
  expect([...to.options].map(({ text }) => text)).toEqual([nlTasks.hand.choose, 'Vera Postma']);
  fireEvent.change(to, { target: { value: now.chair.personId } });
  fireEvent.input(screen.getByLabelText(/Wat moet die ander weten/), { target: { value: 'De bon is onscherp' } });
  await press(nlTasks.hand.send);
  await waitFor(async () =>
    expect((await rows())[0]).toMatchObject({
      ...{ ownerId: now.chair.personId, note: 'De bon is onscherp', handedBy: now.phone.app.personId },
    }),
  );
});

test('a refusal says that somebody else took it, and nothing changes', async () => {
  await open('treasurer', async (made) => {
    const key = judge(await made.handIn(made.other));
    return `/taken?taak=${encodeURIComponent(key)}&doe=geef`;
  });
  const to = await screen.findByLabelText<HTMLSelectElement>(nlTasks.hand.to);
  await waitFor(() => expect(to.options).toHaveLength(3));
  fireEvent.change(to, { target: { value: now.chair.personId } });
  fireEvent.input(screen.getByLabelText(/Wat moet die ander weten/), { target: { value: 'Zie de bon' } });
  const [claim] = await now.phone.all<Claim>('claim');
  await now.phone.do('task.take', { taskId: judge(claim?.id ?? ''), seenOwnerId: null }, now.chair);
  await screen.findByRole('option', { name: 'Paul de Wit' });
  await press(nlTasks.hand.send);
  await screen.findByRole('alert');
  expect((await rows())[0]).toMatchObject({ ownerId: now.chair.personId, note: '' });
});

test('what somebody writes down is ticked off, and undone', async () => {
  let taskId = '';
  await open('member', async ({ phone }) => {
    const task = add('Huur de zaal', null, phone.app.personId);
    taskId = task.taskId;
    await phone.do('task.add', task);
    return `/taken?taak=${task.taskId}`;
  });
  await press(nlTasks.one.done);
  await waitFor(async () => expect((await rows())[0]).toMatchObject({ id: taskId, doneOn: '2026-11-26' }));
  await press('Ongedaan maken');
  await waitFor(async () => expect((await rows())[0]).toMatchObject({ doneOn: null, doneBy: null }));
});

test('a new task needs words, and is of who writes it unless she says otherwise', async () => {
  await open('secretary', async () => '/taken?doe=nieuw');
  await press(nlTasks.form.add);
  expect((await screen.findAllByText(nlTasks.form.textMissing)).length).toBeGreaterThan(0);
  fireEvent.input(screen.getByLabelText(nlTasks.form.text), { target: { value: 'Bel de brandweer' } });
  await press(nlTasks.form.add);
  await waitFor(async () =>
    expect((await rows())[0]).toMatchObject({
      ownerId: now.phone.app.personId,
      written: { text: 'Bel de brandweer', dueOn: null, addedOn: '2026-11-26' },
    }),
  );
});

test('[S21] a task for stadsdeelbeheer says what the district reads, and is of nobody in the committee', async () => {
  let title = '';
  await open('secretary', async (made) => {
    title = 'Lichtjestocht met soep';
    expect(made.awardedId).not.toBe('');
    return '/taken?doe=nieuw';
  });
  fireEvent.input(await screen.findByLabelText(nlTasks.form.text), { target: { value: 'Plaats paaltjes' } });
  fireEvent.change(screen.getByLabelText(nlTasks.form.proposal), {
    target: { value: (await screen.findByRole<HTMLOptionElement>('option', { name: title })).value },
  });
  fireEvent.change(screen.getByLabelText(nlTasks.form.who), { target: { value: 'stadsdeelbeheer' } });
  await screen.findByText(nlTasks.district.reads);
  await press(nlTasks.form.add);
  await waitFor(async () =>
    expect((await rows())[0]).toMatchObject({
      ownerId: null,
      written: { text: 'Plaats paaltjes', district: { about: title } },
    }),
  );
});

test('[S21] the district manager reads what was asked and ticks it off', async () => {
  await open('district_manager', async ({ phone, chair }) => {
    await phone.do(
      'task.add',
      { ...add('Plaats paaltjes', '2026-12-01', null), district: { about: 'Lichtjestocht' } },
      chair,
    );
    await phone.do('task.add', add('Van de commissie', null, null), chair);
    return '/taken';
  });
  fireEvent.click(await screen.findByRole('link', { name: /Plaats paaltjes/ }));
  await press(nlTasks.one.done);
  await waitFor(async () => expect((await rows()).map(({ doneOn }) => doneOn).sort()).toEqual(['2026-11-26', null]));
  await screen.findByText(nlTasks.district.none.title);
  expect(screen.queryByText('Van de commissie')).toBeNull();
});

test('the calendar holds meetings to come and the own tasks with a day, without amounts', async () => {
  await open('treasurer', async (made) => {
    const { phone, chair, other } = made;
    await phone.do('task.add', add('Betaal de zaal, voor 1 december', '2026-12-01', phone.app.personId), chair);
    await phone.do('task.add', add('Van een ander', '2026-12-02', other.personId), chair);
    const claimId = await made.handIn(other);
    await phone.do('task.take', { taskId: judge(claimId), seenOwnerId: null });
    const meeting = { title: 'December', place: 'De Spil', plannedOn: '2026-12-15', startTime: '19:30' };
    await phone.do('meeting.plan', { meetingId: testId(), ...meeting }, chair);
    return '/taken';
  });
  await press(nlTasks.calendar.save);
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]).toMatchObject({ name: 'buurtkas-agenda-2026-11-26.ics', type: 'text/calendar' });
  const text = (await saved[0]?.text()) ?? '';
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  expect(events.map(({ summary }) => summary)).toEqual(['December', 'Taak: Betaal de zaal, voor 1 december']);
  expect(text).not.toContain('€');
});

test('[D12] the weekly message names no amounts, payees or unpublished decisions', async () => {
  await open('treasurer', async (made) => {
    const { phone, chair, other } = made;
    await made.handIn(other);
    await phone.do('task.add', add('Huur de zaal', '2026-11-20', other.personId), chair);
    const taskId = testId();
    await phone.do('task.add', { ...add('Breng de sleutel terug', null, null), taskId }, chair);
    await phone.do('task.done', { taskId, done: true, doneOn: '2026-11-24' }, other);
    await phone.do(
      'meeting.plan',
      {
        ...{ meetingId: testId(), title: 'December', place: 'De Spil', plannedOn: '2026-12-03', startTime: '19:30' },
      },
      chair,
    );
    return '/taken?doe=weekbericht';
  });
  const field = await screen.findByLabelText<HTMLTextAreaElement>(nlTasks.week.text);
  await waitFor(() => expect(field.value).toContain('Huur de zaal (had klaar moeten zijn op 20 november)'));
  expect(field.value).toContain('Gedaan door Ans: Breng de sleutel terug');
  expect(field.value).toContain('December: donderdag 3 december om 19.30 uur, De Spil');
  expect(field.value).not.toMatch(/€|Bakker|NL91|toegekend/);
});

test('the weekly message counts what is not public yet, with a link, and names it once everybody could read it', async () => {
  await open('treasurer', async ({ phone, chair, undecidedId: proposalId }) => {
    const meetingId = testId();
    const when = { place: 'De Spil', plannedOn: '2026-12-01', startTime: '19:30' };
    vi.setSystemTime(new Date('2026-10-05T12:00:00Z'));
    await phone.do('meeting.plan', { meetingId, title: 'December', ...when }, chair);
    await phone.do('agenda.add', { meetingId, proposalId, title: 'Geveltuintjes', position: 1 }, chair);
    for (const sheetNumber of [1, 2])
      await phone.do(
        'support.count',
        {
          ...{ proposalId, sheetNumber, area: '', householdsAsked: 9, forCount: 9, againstCount: 0 },
          ...{ noOpinionCount: 0, notAtHomeCount: 0, photos: [], countedOn: '2026-10-05' },
        },
        chair,
      );
    return '/taken?doe=weekbericht';
  });
  const text = async () => (await screen.findByLabelText<HTMLTextAreaElement>(nlTasks.week.text)).value;
  vi.setSystemTime(new Date('2026-10-05T12:00:00Z'));
  await waitFor(async () => expect(await text()).toContain(`2 nieuwe aanvragen: ${location.origin}/aanvragen`));
  cleanup();
  vi.setSystemTime(new Date('2026-11-26T12:00:00Z'));
  show();
  await waitFor(async () =>
    expect(await text()).toContain('- 2 keer: Tel de handtekeningen na (voor dinsdag 1 december)'),
  );
  expect(await text()).toContain(nlTasks.week.which(`${location.origin}/taken`));
  expect(await text()).not.toMatch(/Geveltuintjes|Lichtjestocht/);
  const publication = { on: '2026-11-20', until: '2026-12-04', where: 'Wijkkrant' };
  await now.phone.do('proposal.publish', { proposalId: now.undecidedId, publication, seen: null }, now.chair);
  await waitFor(async () =>
    expect(await text()).toContain('- 2 keer: Tel de handtekeningen na: Geveltuintjes (voor dinsdag 1 december)'),
  );
  expect(await text()).not.toContain(nlTasks.week.which(`${location.origin}/taken`));
});

test('what somebody made of the weekly message stays when the page is left, until she wants it anew', async () => {
  await open('secretary', async () => '/taken?doe=weekbericht');
  const field = () => screen.findByLabelText<HTMLTextAreaElement>(nlTasks.week.text);
  await waitFor(async () => expect((await field()).value).toContain('Wijkbudget Spoelkwartier'));
  fireEvent.input(await field(), { target: { value: 'Morgen zijn wij er weer' } });
  await screen.findByRole('button', { name: nlTasks.week.again });
  cleanup();
  show();
  await waitFor(async () => expect((await field()).value).toBe('Morgen zijn wij er weer'));
  await press(nlTasks.week.again);
  await waitFor(async () => expect((await field()).value).toContain('Wijkbudget Spoelkwartier'));
});

test('[U6] an initiator reads that tasks are for the committee', async () => {
  await open('initiator', async () => '/taken');
  await screen.findByText(nlTasks.notYours.title);
  expect(screen.queryByRole('region', { name: nlTasks.load.title })).toBeNull();
});

describe('destroyed sheets', () => {
  const destroyed = nlTasks.destroy;
  const openOn = async (day: string, role: Role = 'secretary') => {
    vi.setSystemTime(new Date(`${day}T12:00:00Z`));
    await open(role, async ({ phone, chair, awardedId }) => {
      const sha256 = 'a'.repeat(64);
      const photo = { sha256, originalSha256: sha256, size: 9, mime: 'image/jpeg', width: 9, height: 9 } as const;
      await phone.do(
        'support.count',
        {
          ...{ proposalId: awardedId, sheetNumber: 1, area: '', householdsAsked: 9, forCount: 9, againstCount: 0 },
          ...{ noOpinionCount: 0, notAtHomeCount: 0, photos: [photo], countedOn: '2026-03-01' },
        },
        chair,
      );
      return '/taken?taak=sheets_to_destroy:2026';
    });
  };
  const sheet = async () => (await now.phone.all<SupportSheet>('supportSheet'))[0];

  test('the secretary says on which day, reads what goes with it, and the task is over', async () => {
    await openOn('2027-03-05');
    fireEvent.input(await screen.findByLabelText(destroyed.day), { target: { value: '2027-03-02' } });
    await press(destroyed.button);
    expect((await screen.findByRole('dialog')).textContent).toContain(destroyed.text(1));
    await press(destroyed.confirm(1));
    await waitFor(async () =>
      expect(await sheet()).toMatchObject({
        ...{ photos: [], destroyed: { destroyedOn: '2027-03-02', destroyedBy: now.phone.app.personId } },
      }),
    );
    history.replaceState(null, '', '/taken?taak=sheets_to_destroy:2026');
    cleanup();
    show();
    await screen.findByRole('heading', { name: nlTasks.one.gone.title, level: 1 });
  });

  test('a day that does not fit is asked again, with what was typed, and nothing is destroyed', async () => {
    await openOn('2027-03-05');
    const day = await screen.findByLabelText<HTMLInputElement>(destroyed.day);
    fireEvent.input(day, { target: { value: '2027-02-27' } });
    await press(destroyed.button);
    await screen.findByText(destroyed.dayWrong('2027-03-01'));
    expect(day.value).toBe('2027-02-27');
    expect(screen.queryByRole('button', { name: destroyed.confirm(1) })).toBeNull();
    expect((await sheet())?.photos).toHaveLength(1);
  });

  test('before the day on the paper, and for who may not say so, there is no button', async () => {
    await openOn('2027-02-20');
    await screen.findByText(destroyed.from('2027-03-01'));
    cleanup();
    await now.phone.close();
    await openOn('2027-03-05', 'member');
    await screen.findByText(nlTasks.one.byItself);
    expect(screen.queryByRole('button', { name: destroyed.button })).toBeNull();
  });
});
