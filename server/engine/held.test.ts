import { afterEach, expect, test } from 'vitest';
import type { RowKey } from '../../src/domain/command.ts';
import type { SentCommand } from '../../src/sync/protocol.ts';
import { ChainCheck } from './chain.ts';
import { after, founding, makeWorld, type Phone, uuid, type World, type WorldOptions } from './testWorld.ts';

let world: World;
afterEach(() => world.close());
const start = async (options?: WorldOptions): Promise<World> => {
  world = await makeWorld(options);
  return world;
};
const log = () => world.store.read((snapshot) => snapshot.logRange(world.committeeId, 1, 10_000));
const row = (key: RowKey) => world.store.read((snapshot) => snapshot.row(world.committeeId, key));
const held = async () => (await world.engine.openHeld(world.committeeId)).map((item) => item.held);

const meetingId = uuid(700);
const proposalId = uuid(900);
const itemId = `${meetingId}:${proposalId}`;
const plan = { meetingId, title: 'Maart', place: 'De Schouw', plannedOn: '2026-03-02', startTime: '20:00' };
const proposal = {
  ...{ proposalId, year: 2026, title: 'Zomerfeest', summary: '', applicant: '', kind: 'recurring_event' as const },
  ...{ themeShares: [], quarters: [], budgetLines: [], requestedCents: 50_000 },
};
const item = { meetingId, proposalId, title: 'Zomerfeest', position: 1 };
const award = {
  ...{ meetingId, itemId, round: 1, outcome: 'awarded' as const, awardedCents: 50_000, conditions: [], reason: '' },
  ...{ takenUnder: { presentIds: [], recusedIds: [], votes: { forCount: 3, againstCount: 0, abstainedCount: 0 } } },
  decidedOn: '2026-03-02',
};

/** One evening on three phones: each sends its own part, whole and in order, whenever it comes online. */
const evening: readonly ((phone: Phone) => SentCommand[])[] = [
  (phone) => [phone.make('proposal.create', proposal), phone.make('meeting.plan', plan)],
  (phone) => [phone.make('meeting.open', { meetingId }), phone.make('agenda.add', item)],
  (phone) => [
    phone.make('presence.set', { meetingId, personId: phone.personId, state: 'present' }),
    phone.make('decision.record', award),
    phone.make('meeting.close', { meetingId }),
  ],
];
const orders = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];

test.each(orders)('[P9] phones that come online in the order %i, %i, %i end with the same rows', async (...order) => {
  const { member } = await start();
  const phones = [await member('chair'), await member('secretary'), await member('secretary')];
  for (const n of order) {
    const phone = phones[n];
    if (phone !== undefined) await phone.send(...(evening[n]?.(phone) ?? []));
  }
  expect(await held()).toEqual([]);
  expect(await row(`decision/${itemId}:1`)).toMatchObject({ body: { awardedCents: 50_000, published: true } });
  expect(await row(`proposal/${proposalId}`)).toMatchObject({ body: { state: 'awarded' } });
  expect(await row(`meeting/${meetingId}`)).toMatchObject({ body: { state: 'closed' } });
});

test('[P9] what waits runs in the same transaction as what it waited for, as an entry that names the held one', async () => {
  const { anna, member } = await start();
  const secretary = await member('secretary');
  const early = await secretary.does('meeting.open', { meetingId });
  expect(early).toMatchObject({ outcome: 'held', code: 'waits_for', params: { waitsFor: `meeting/${meetingId}` } });
  const opened = secretary.make('meeting.open', { meetingId }, { deviceSeq: 1, commandId: early.commandId });
  await anna.does('meeting.plan', plan);
  const [planned, settled] = (await log()).slice(-2);
  expect(planned).toMatchObject({ name: 'meeting.plan', settles: null });
  expect(settled).toMatchObject({ commandId: early.commandId, settles: early.seq, actorId: secretary.personId });
  expect(settled).toMatchObject({ role: 'secretary', outcome: 'applied', deviceSeq: 1 });
  // The phone asks again: the same command has the outcome of the entry that settled it.
  const again = await secretary.send(opened);
  expect(again.outcomes).toEqual(
    [{ ...early, outcome: 'applied', seq: settled?.seq, hash: settled?.hash, code: undefined, params: undefined }].map(
      defined,
    ),
  );
});

const defined = (value: object): object => JSON.parse(JSON.stringify(value)) as object;

test('[U5] the phone hears what became of a held command, even when it asked for later outcomes only', async () => {
  const { anna, member } = await start();
  const secretary = await member('secretary');
  const early = await secretary.does('meeting.open', { meetingId });
  const page = await secretary.pull();
  expect(page.last?.outcomes).toEqual([early]);
  await anna.does('meeting.plan', plan);
  const next = await secretary.pull(after(page, 2));
  expect(next.last?.outcomes).toMatchObject([{ commandId: early.commandId, deviceSeq: 1, outcome: 'applied' }]);
  expect((await secretary.pull(after(next, 2))).last?.outcomes).toEqual([]);
  // From the first number on there is one outcome a command, the final one.
  expect((await secretary.pull()).last?.outcomes).toMatchObject([{ outcome: 'applied' }]);
});

test('[P9] what waits again for something else is settled only when that arrives', async () => {
  const { anna } = await start();
  const early = await anna.does('agenda.add', item);
  await anna.does('meeting.plan', plan);
  expect(await held()).toMatchObject([{ seq: early.seq, waitsFor: `proposal/${proposalId}` }]);
  await anna.does('proposal.create', proposal);
  expect(await held()).toEqual([]);
  expect(await row(`agendaItem/${itemId}`)).toBeDefined();
});

test('[P9] one arrival settles a whole row of waiting commands in the order they were sent', async () => {
  const { anna } = await start();
  const { outcomes } = await anna.send(
    anna.make('agenda.add', item),
    anna.make('decision.record', award),
    anna.make('decision.withdraw', { decisionId: `${itemId}:1` }),
    anna.make('decision.record', { ...award, round: 2, outcome: 'refused', awardedCents: 0, reason: 'te duur' }),
    anna.make('proposal.create', proposal),
  );
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['held', 'held', 'held', 'held', 'applied']);
  await anna.send(anna.make('meeting.plan', plan), anna.make('meeting.open', { meetingId }));
  expect(await held()).toEqual([]);
  expect(await row(`decision/${itemId}:1`)).toMatchObject({ body: { withdrawn: true } });
  expect(await row(`decision/${itemId}:2`)).toMatchObject({ body: { outcome: 'refused', withdrawn: false } });
});

test('[P8] a held command whose author lost the right meanwhile is refused when it can go on', async () => {
  const { anna, member } = await start();
  const secretary = await member('secretary');
  const early = await secretary.does('meeting.open', { meetingId });
  await anna.does('member.remove', { personId: secretary.personId });
  await anna.does('meeting.plan', plan);
  expect((await log()).at(-1)).toMatchObject({ settles: early.seq, code: 'not_permitted', role: 'removed' });
  expect(await row(`meeting/${meetingId}`)).toMatchObject({ body: { state: 'planned' } });
});

const unknown = { v: 7, touches: [`proposal/${proposalId}`, `proposalNote/${uuid(901)}`] as RowKey[] };
const note = (id: string) => ({ noteId: id, proposalId, text: 'mooi plan' });

test('[P10] with a command held for our fault wait: what needs a row it would have made, and the same phone on its rows', async () => {
  const { anna, member } = await start();
  const secretary = await member('secretary');
  await anna.does('proposal.create', proposal);
  const fields = { fields: { title: 'Feest' }, seen: { title: 'Zomerfeest' } };
  const [blocker] = (await anna.send(anna.make('proposalNote.add', note(uuid(901)), unknown))).outcomes;
  const same = await anna.does('proposal.change', { proposalId, ...fields });
  expect(same).toMatchObject({ code: 'depends_on_held', params: { heldCommandId: blocker?.commandId } });
  const needsIt = await secretary.does('proposalNote.add', note(uuid(901)));
  expect(needsIt).toMatchObject({ code: 'depends_on_held' });
  // Another phone on a row that is there, and the same phone on other rows, go on.
  expect(await secretary.does('proposal.change', { proposalId, ...fields })).toMatchObject({ outcome: 'applied' });
  expect(await anna.does('proposalNote.add', note(uuid(902)))).toMatchObject({ outcome: 'applied' });
});

test('[P10] rows that everybody works with all evening are never frozen', async () => {
  const { anna } = await start();
  await anna.does('meeting.plan', plan);
  const touches: RowKey[] = [`meeting/${meetingId}`, `budgetYear/2026`, `member/${anna.personId}`];
  await anna.send(anna.make('meeting.open', { meetingId }, { v: 7, touches }));
  expect(await anna.does('meeting.open', { meetingId })).toMatchObject({ outcome: 'applied' });
});

test('the chair drops what is held: it is settled as refused, and what depended on it goes on', async () => {
  const { anna, member } = await start();
  const secretary = await member('secretary');
  await anna.does('proposal.create', proposal);
  const send = secretary.make('proposalNote.add', note(uuid(901)), unknown);
  const [blocker] = (await secretary.send(send)).outcomes;
  const depends = await secretary.does('proposalNote.add', note(uuid(901)));
  const commandId = blocker?.commandId ?? '';
  expect(await secretary.does('held.drop', { commandId })).toMatchObject({ code: 'not_permitted' });
  expect(await anna.does('held.drop', { commandId })).toMatchObject({ outcome: 'applied' });
  expect((await log()).slice(-3)).toMatchObject([
    { name: 'held.drop', outcome: 'applied' },
    { commandId, settles: blocker?.seq, outcome: 'rejected', code: 'dropped_by_chair' },
    { commandId: depends.commandId, settles: depends.seq, outcome: 'applied' },
  ]);
  expect(await held()).toEqual([]);
  expect(await anna.does('held.drop', { commandId })).toMatchObject({ outcome: 'applied' }); // twice is once
  expect(await anna.does('held.drop', { commandId: uuid(5) })).toMatchObject({ code: 'wrong_state' });
  const settled = { commandId: depends.commandId };
  expect(await anna.does('held.drop', settled)).toMatchObject({ code: 'wrong_state' });
});

test('[P5] after a fault of ours is mended, the operator runs again what is held', async () => {
  let broken = true;
  const { anna, engine, committeeId, alarms } = await start({
    around: (store) => ({
      ...store,
      write: (body) =>
        store.write((tx) =>
          body({
            ...tx,
            putRows: (id, rows) => {
              if (broken && rows.some(({ type }) => type === 'proposalNote')) throw new Error('bug');
              return tx.putRows(id, rows);
            },
          }),
        ),
    }),
  });
  await anna.does('proposal.create', proposal);
  const bad = await anna.does('proposalNote.add', note(uuid(901)));
  expect(bad).toMatchObject({ outcome: 'held', code: 'server_error' });
  expect(await engine.redrive(committeeId)).toEqual({ settled: 0, open: 1 });
  expect(alarms.map(({ code }) => code)).toEqual(['server_error', 'held_failed_again']);
  expect(await log()).toHaveLength(3);
  broken = false;
  expect(await engine.redrive(committeeId)).toEqual({ settled: 1, open: 0 });
  expect((await log()).at(-1)).toMatchObject({ settles: bad.seq, outcome: 'applied' });
  const check = new ChainCheck(world.ports.sha256);
  expect((await log()).flatMap((entry) => check.next(entry))).toEqual([]);
});

const was = (seq: number) => ({ was: { epoch: 'before the restore', seq, outcome: 'applied' as const } });

test('[P11] what was applied before a restore is never refused: it waits, and what the same phone did after it too', async () => {
  const { anna, member } = await start();
  const treasurer = await member('treasurer');
  const change = (from: string, to: string) => ({ proposalId, fields: { title: to }, seen: { title: from } });
  await anna.does('proposal.create', proposal);
  await anna.does('proposal.withdraw', { proposalId, reason: '' }); // so that a change is refused now
  const first = treasurer.make('proposal.change', change('Zomerfeest', 'A'), was(30));
  const { outcomes } = await treasurer.send(first, treasurer.make('proposal.change', change('A', 'B')));
  expect(outcomes.map(({ code, params }) => [code, params])).toEqual([
    ['healing', { wouldBe: 'wrong_state' }],
    ['depends_on_held', { heldCommandId: first.commandId }],
  ]);
  expect((await held()).map(({ wasSeq }) => wasSeq)).toEqual([30, null]);
});

test('[P11] a command without a former outcome, or that was refused before, is refused as ever', async () => {
  const { anna } = await start();
  const fresh = anna.make('meeting.open', { meetingId: 'x' });
  const refused = anna.make('committee.found', founding, { was: { epoch: 'e', seq: 1, outcome: 'rejected' } });
  const { outcomes } = await anna.send(fresh, refused);
  expect(outcomes.map(({ code }) => code)).toEqual(['malformed', 'not_permitted']);
});

test('[P11] what waits when the server went back may have been carried out: it is not refused any more', async () => {
  const { anna, member } = await start();
  const secretary = await member('secretary');
  const finish = { proposalId, finishedOn: '2026-03-02' };
  expect(await anna.does('proposal.finish', finish)).toMatchObject({ code: 'waits_for' });
  const page = await anna.pull();
  await anna.pull({ ...after(page), cursor: page.cursor + 5 }); // of a log that is gone
  await secretary.does('proposal.create', proposal); // a draft, which nobody can finish yet
  expect(await held()).toMatchObject([{ code: 'healing', wasSeq: 2 ** 31 - 1 }]);
  expect((await log()).filter(({ outcome }) => outcome === 'rejected')).toEqual([]);
});

test('[P11] phones that heal a restored server in another order end as before', async () => {
  const { anna, member } = await start();
  const treasurer = await member('treasurer');
  const next = { year: 2027, grantCents: 5, smallLimitCents: 5, bookedOn: '2026-12-31' };
  // Before the restore: year opened by the treasurer (20), two proposals by Anna (30 and 31).
  const { outcomes } = await anna.send(
    anna.make('proposal.create', { ...proposal, proposalId: uuid(931), year: 2027 }, was(31)),
    anna.make('proposal.create', { ...proposal, proposalId: uuid(930), year: 2027 }, was(30)),
  );
  expect(outcomes.map(({ code, params }) => [code, params])).toEqual([
    ['healing', { wouldBe: 'unknown_year' }],
    ['healing', { wouldBe: 'unknown_year' }],
  ]);
  await treasurer.send(treasurer.make('budgetYear.open', next, was(20)));
  expect(await held()).toEqual([]);
  const settled = (await log()).slice(-2).map(({ effects }) => effects[0]?.id);
  expect(settled).toEqual([uuid(930), uuid(931)]);
});

test('[P10] whoever has no rights yet because a fault of ours holds what gives them waits, and is not refused', async () => {
  let broken = true;
  const around: WorldOptions['around'] = (store) => ({
    read: (body) => store.read(body),
    write: (body) =>
      store.write((tx) => {
        const addLog: typeof tx.addLog = (id, entries) => {
          if (broken && entries.some(({ outcome }) => outcome === 'applied')) throw new TypeError('a fault of ours');
          return tx.addLog(id, entries);
        };
        return body(Object.assign(Object.create(tx), { addLog }));
      }),
  });
  const { anna, engine, committeeId, alarms } = await start({ founded: false, around });
  expect(await anna.does('committee.found', founding)).toMatchObject({ outcome: 'held', code: 'server_error' });
  expect(await anna.does('meeting.plan', plan)).toMatchObject({ outcome: 'held', code: 'depends_on_held' });
  broken = false;
  await engine.redrive(committeeId);
  expect(await held()).toEqual([]);
  expect(await row(`meeting/${meetingId}`)).toMatchObject({ body: { title: 'Maart' } });
  expect(alarms.map(({ code }) => code)).toEqual(['server_error']);
});
