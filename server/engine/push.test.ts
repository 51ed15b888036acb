import { afterEach, expect, test } from 'vitest';
import { libraries } from '../testDatabase.ts';
import { ChainCheck } from './chain.ts';
import { type ServerTx, type StoredLogEntry, Transient } from './ports.ts';
import { founding, makeWorld, uuid, type World, type WorldOptions } from './testWorld.ts';

let world: World;
afterEach(() => world.close());
const start = async (options?: WorldOptions): Promise<World> => {
  world = await makeWorld(options);
  return world;
};
const log = (): Promise<readonly StoredLogEntry[]> =>
  world.store.read((snapshot) => snapshot.logRange(world.committeeId, 1, 10_000));
const rows = () => world.store.read((snapshot) => snapshot.allRows(world.committeeId));
const row = (key: Parameters<ServerTx['row']>[1]) =>
  world.store.read((snapshot) => snapshot.row(world.committeeId, key));
const note = (id: string, proposalId = uuid(900)) => ({ noteId: id, proposalId, text: 'mooi plan' });
const proposal = (proposalId: string) => ({
  ...{ proposalId, year: 2026, title: 'Zomerfeest', summary: '', applicant: '', kind: 'recurring_event' as const },
  ...{ themeShares: [], quarters: [], budgetLines: [], requestedCents: 50_000 },
});

for (const library of libraries) {
  test(`[P1] commands are applied in order and numbered from 1 (${library ?? 'PostgreSQL'})`, async () => {
    const { anna, pokes } = await start(library === undefined ? {} : { library });
    const answer = await anna.send(
      anna.make('proposal.create', proposal(uuid(900))),
      anna.make('proposalNote.add', note(uuid(901))),
    );
    expect(answer.outcomes.map(({ deviceSeq, seq, outcome }) => [deviceSeq, seq, outcome])).toEqual([
      [2, 2, 'applied'],
      [3, 3, 'applied'],
    ]);
    expect(answer).toMatchObject({ deviceSeq: 3 });
    expect(await row(`proposalNote/${uuid(901)}`)).toMatchObject({ v: 3, scope: 'com', body: { text: 'mooi plan' } });
    expect(pokes.at(-1)).toBe(3);
  });
}

test('[P2] the same push again gets the same outcomes and changes nothing', async () => {
  const { anna } = await start();
  const commands = [
    anna.make('proposal.create', proposal(uuid(900))),
    anna.make('meeting.open', { meetingId: uuid(1) }),
  ];
  const first = await anna.send(...commands);
  const before = { log: await log(), rows: await rows() };
  expect(await anna.send(...commands)).toEqual(first);
  expect({ log: await log(), rows: await rows() }).toEqual(before);
});

test('[P2] another command under a used number is a cloned phone', async () => {
  const { anna } = await start();
  const answer = await anna.send(anna.make('proposal.create', proposal(uuid(900)), { deviceSeq: 1 }));
  expect(answer).toEqual({ deviceSeq: 1, epoch: expect.any(String), outcomes: [], stop: 'forked' });
  expect(await log()).toHaveLength(1);
});

test('[P3] a number too high is a gap: what comes before is decided, the rest is not', async () => {
  const { anna } = await start();
  const second = anna.make('proposal.create', proposal(uuid(900)));
  const fourth = anna.make('proposalNote.add', note(uuid(901)), { deviceSeq: 4 });
  const answer = await anna.send(second, fourth);
  expect(answer).toMatchObject({ deviceSeq: 2, stop: 'gap', expected: 3 });
  expect(answer.outcomes).toHaveLength(1);
  expect(await log()).toHaveLength(2);
});

test('[P4] a command that is in the log already is not run again under another number', async () => {
  const { anna, phone } = await start();
  const command = anna.make('proposal.create', proposal(uuid(900)));
  const { outcomes } = await anna.send(command);
  const clone = await phone(anna.personId);
  const answer = await clone.send({ ...command, deviceSeq: 1 });
  expect(answer).toMatchObject({ deviceSeq: 1, outcomes: [{ ...outcomes[0], deviceSeq: 1 }] });
  expect(await clone.send({ ...command, deviceSeq: 1 })).toEqual(answer);
  expect(await log()).toHaveLength(2);
  expect((await clone.pull()).last).toMatchObject({ ackDeviceSeq: 1, outcomes: [{ commandId: command.commandId }] });
});

test('[P5] a refusal is on record with its content and writes no row', async () => {
  const { anna } = await start();
  const before = await rows();
  const outcome = await anna.does('committee.found', founding);
  expect(outcome).toMatchObject({ outcome: 'rejected', code: 'not_permitted', seq: 2 });
  expect((await log())[1]).toMatchObject({ args: founding, effects: [], code: 'not_permitted', role: 'chair' });
  expect(await rows()).toEqual(before);
});

test('[P5] arguments of another shape are refused as malformed', async () => {
  const { anna } = await start();
  expect(await anna.does('meeting.open', { meetingId: 'no uuid' })).toMatchObject({ code: 'malformed' });
});

test('[P5] a command that this server does not know is held with its content, and the queue goes on', async () => {
  const { anna, alarms } = await start();
  const unknown = anna.make('meeting.open', { meetingId: uuid(1) }, { v: 7 });
  const next = anna.make('proposal.create', proposal(uuid(900)));
  const { outcomes } = await anna.send(unknown, next);
  expect(outcomes).toMatchObject([{ outcome: 'held', code: 'unknown_command' }, { outcome: 'applied' }]);
  expect((await log())[1]).toMatchObject({ args: { meetingId: uuid(1) }, v: 7 });
  expect(alarms).toMatchObject([{ code: 'unknown_command', details: { name: 'meeting.open', v: 7 } }]);
});

/** A store that fails inside a transaction when asked to. */
function failing(fail: (operation: 'row' | 'addLog', name: string) => Error | undefined): WorldOptions {
  return {
    around: (store) => ({
      ...store,
      write: (body) =>
        store.write((tx) =>
          body({
            ...tx,
            addLog: async (committeeId, entries) => {
              await tx.addLog(committeeId, entries);
              for (const { name } of entries) {
                const error = fail('addLog', name);
                if (error !== undefined) throw error;
              }
            },
          }),
        ),
    }),
  };
}

test('[P5] a fault that passes by itself records nothing and asks to try again', async () => {
  let broken = true;
  const { anna } = await start(
    failing((_, name) => (broken && name === 'meeting.plan' ? new Transient('busy') : undefined)),
  );
  const plan = {
    meetingId: uuid(800),
    title: 'Maart',
    place: 'De Schouw',
    plannedOn: '2026-03-02',
    startTime: '20:00',
  };
  const command = anna.make('meeting.plan', plan);
  expect(await anna.send(command)).toMatchObject({ outcomes: [], stop: 'retry' });
  expect(await log()).toHaveLength(1);
  broken = false;
  expect(await anna.send(command)).toMatchObject({ deviceSeq: 2, outcomes: [{ outcome: 'applied', seq: 2 }] });
});

test('[P7] when a batch fails, its commands are repeated one by one up to the one that fails again', async () => {
  const { anna, pokes } = await start(
    failing((_, name) => (name === 'meeting.open' ? new Transient('busy') : undefined)),
  );
  const commands = [
    anna.make('proposal.create', proposal(uuid(900))),
    anna.make('proposalNote.add', note(uuid(901))),
    anna.make('meeting.open', { meetingId: uuid(1) }),
    anna.make('proposalNote.add', note(uuid(902))),
  ];
  const answer = await anna.send(...commands);
  expect(answer).toMatchObject({ deviceSeq: 3, stop: 'retry' });
  expect(answer.outcomes.map(({ deviceSeq }) => deviceSeq)).toEqual([2, 3]);
  expect(await log()).toHaveLength(3);
  expect(pokes.slice(-2)).toEqual([2, 3]);
});

test('[P5] a command that breaks our code is held, its rows are taken back, and the queue goes on', async () => {
  const { anna, alarms } = await start(
    failing((_, name) => (name === 'proposalNote.add' && alarms.length === 0 ? new Error('bug') : undefined)),
  );
  const { outcomes } = await anna.send(
    anna.make('proposal.create', proposal(uuid(900))),
    anna.make('proposalNote.add', note(uuid(901))),
    anna.make('proposalNote.add', note(uuid(902))),
  );
  expect(outcomes.map(({ outcome, code }) => code ?? outcome)).toEqual(['applied', 'server_error', 'applied']);
  expect(alarms).toMatchObject([{ code: 'server_error', details: { commandId: outcomes[1]?.commandId } }]);
  expect(await row(`proposalNote/${uuid(901)}`)).toBeUndefined();
  expect(await row(`proposalNote/${uuid(902)}`)).toBeDefined();
  expect(await chainProblems()).toEqual([]);
});

test('[P6] more than twenty broken commands in five minutes are a bad deploy: nothing more is held', async () => {
  let broken = true;
  const { anna, clock } = await start(
    failing((_, name) => (broken && name === 'proposalNote.add' && !recording() ? new Error('bug') : undefined)),
  );
  // The entry that holds a broken command must pass; it is the second one of the same name in a row.
  let calls = 0;
  function recording(): boolean {
    calls += 1;
    return calls % 2 === 0;
  }
  const notes = Array.from({ length: 25 }, (_, n) => anna.make('proposalNote.add', note(uuid(1_000 + n))));
  const answer = await anna.send(...notes);
  expect(answer.outcomes).toHaveLength(20);
  expect(answer).toMatchObject({ deviceSeq: 21, stop: 'retry' });
  expect(await log()).toHaveLength(21);
  broken = false;
  clock.now += 5 * 60_000;
  const again = await anna.send(...notes.slice(20));
  expect(again).toMatchObject({ deviceSeq: 26 });
});

test('[P6] [T1] a clock of the server that is set back makes no deploy bad', async () => {
  let calls = 0;
  const { anna, clock } = await start(
    failing((_, name) => {
      if (name !== 'proposalNote.add') return undefined;
      calls += 1;
      return calls % 2 === 1 ? new Error('bug') : undefined; // and then the entry that holds it
    }),
  );
  const notes = Array.from({ length: 21 }, (_, n) => anna.make('proposalNote.add', note(uuid(1_000 + n))));
  expect((await anna.send(...notes.slice(0, 20))).outcomes).toHaveLength(20);
  clock.now -= 365 * 24 * 3_600_000;
  const [last] = (await anna.send(...notes.slice(20))).outcomes;
  expect(last).toMatchObject({ outcome: 'held', code: 'server_error' });
});

test('[P8] a removed member may deliver: every command is on record, refused', async () => {
  const { anna, member } = await start();
  const secretary = await member('secretary');
  await anna.does('member.remove', { personId: secretary.personId });
  const outcome = await secretary.does('proposalNote.add', note(uuid(901)));
  expect(outcome).toMatchObject({ outcome: 'rejected', code: 'not_permitted' });
  expect((await log()).at(-1)).toMatchObject({ actorId: secretary.personId, role: 'removed', args: note(uuid(901)) });
});

test('[P8] somebody who never was a member gets nothing into the log, and neither does a revoked device', async () => {
  const { anna, phone, newId, database } = await start();
  const stranger = await phone(newId());
  const refused = { deviceSeq: 0, outcomes: [], stop: 'auth' };
  expect(await stranger.send(stranger.make('proposalNote.add', note(uuid(901))))).toEqual(refused);
  const second = await phone(anna.personId);
  await database.write(async (connection) => void (await connection.raw(`update device set state = 'revoked'`)));
  expect(await second.send(second.make('proposalNote.add', note(uuid(901))))).toEqual(refused);
  expect(await log()).toHaveLength(1);
});

test('[P8] only the founder of a committee that does not exist yet may found it, once', async () => {
  const { anna, phone, newId } = await start({ founded: false });
  const other = await phone(newId());
  expect(await other.send(other.make('committee.found', founding))).toMatchObject({ stop: 'auth' });
  expect(await anna.does('meeting.open', { meetingId: uuid(1) })).toMatchObject({ code: 'not_permitted' });
  expect(await anna.does('committee.found', founding)).toMatchObject({ outcome: 'applied' });
  expect((await anna.pull()).access).toMatchObject({ role: 'chair' });
});

test('[V1] rights are those of now: a batch that takes a right away refuses what comes after', async () => {
  const { anna, member } = await start();
  const chair = await member('chair');
  const remove = chair.make('member.remove', { personId: chair.personId });
  const { outcomes } = await chair.send(remove, chair.make('proposalNote.add', note(uuid(901))));
  expect(outcomes.map(({ code }) => code)).toEqual([undefined, 'not_permitted']);
  expect(anna.personId).not.toBe(chair.personId);
});

async function chainProblems(entries?: readonly StoredLogEntry[]): Promise<readonly string[]> {
  const check = new ChainCheck(world.ports.sha256);
  return (entries ?? (await log())).flatMap((entry) => check.next(entry));
}

test('[L2] the chain verifies; a changed, missing or swapped entry shows; an erased payload does not', async () => {
  const { anna } = await start();
  await anna.does('proposal.create', proposal(uuid(900)));
  await anna.does('proposalNote.add', note(uuid(901)));
  const entries = await log();
  expect(await chainProblems()).toEqual([]);
  const changed = (n: number, over: Partial<StoredLogEntry>) =>
    chainProblems(entries.map((entry, at) => (at === n ? { ...entry, ...over } : entry)));
  expect(await changed(1, { actorId: 'somebody' })).toEqual(['L2: entry 2 was changed']);
  expect(await changed(1, { code: 'x' })).toEqual(['L2: entry 2 was changed']);
  expect(await changed(2, { args: { ...note(uuid(901)), text: 'ander plan' } })).toEqual([
    'L2: the payload of entry 3 was changed',
  ]);
  expect(await changed(1, { salt: null, args: null, effects: [], params: null })).toEqual([]);
  expect(await chainProblems(entries.filter((_, n) => n !== 1))).toHaveLength(2);
});

test('a photo that the server holds is written to the log once, under a number of the server', async () => {
  const { engine, committeeId, pokes } = await start();
  await engine.recordStoredPhoto(committeeId, 'ab'.repeat(32), 1_234);
  await engine.recordStoredPhoto(committeeId, 'ab'.repeat(32), 1_234);
  await engine.recordStoredPhoto(committeeId, 'cd'.repeat(32), 5);
  expect((await log()).slice(1)).toMatchObject([
    { name: 'photo.stored', deviceId: 'server', deviceSeq: 1 },
    { name: 'photo.stored', deviceId: 'server', deviceSeq: 2 },
  ]);
  expect(await row(`storedPhoto/${'ab'.repeat(32)}`)).toMatchObject({ v: 2, scope: 'pub', body: { size: 1_234 } });
  expect(pokes).toEqual([1, 2, 3]);
});
