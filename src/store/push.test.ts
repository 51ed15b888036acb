import { expect, test, vi } from 'vitest';
import { requeue } from '../sync/heal.ts';
import { newMeta } from '../sync/meta.ts';
import { type ArchiveItem, type ClientStore, type OutboxItem, type Ports, Unreachable } from '../sync/ports.ts';
import { limits, type PushRequest, type PushResponse, type SentCommand } from '../sync/protocol.ts';
import { pushAll } from '../sync/push.ts';
import { createDexieStore } from './dexieStore.ts';

const committeeId = 'committee';
const pulled = { ...newMeta(committeeId), epoch: 'epoch' };
const item = (deviceSeq: number, commandId: string, decided = false): OutboxItem => ({
  ...{ committeeId, deviceSeq, commandId, name: 'meeting.plan', v: 1, args: {}, touches: [], clientTime: 0, decided },
  ...{ writes: [], forecast: 'expected', forecastCode: null, forecastParams: null },
});

const memory = (): ClientStore => createDexieStore(crypto.randomUUID());
const outboxOf = (store: ClientStore) => store.read((tx) => tx.outbox.where('committeeId', committeeId));
const numbersOf = (items: readonly SentCommand[]) =>
  items.map(({ deviceSeq, commandId }) => `${deviceSeq} ${commandId}`);

function portsWith(store: ClientStore, answers: PushResponse[]): Ports {
  const push = async (): Promise<PushResponse> => answers.shift() ?? { deviceSeq: 9, outcomes: [], stop: 'retry' };
  const clock = { now: () => 0, sleep: () => new Promise(() => undefined) };
  const rest = { clock, alarm: () => undefined, appVersion: 'test', commandsAtOnce: limits.pushCommandsMax };
  return { store, net: { push }, ...rest } as unknown as Ports; // push asks for nothing else
}

test('[P2] a late word about a clone does not take the number of what was decided meanwhile', async () => {
  const store = memory();
  await store.write(async (tx) => {
    await tx.meta.put({ ...pulled, nextSeq: 8 });
    await tx.outbox.putMany([item(5, 'a', true), item(6, 'b', true), item(7, 'c')]);
  });
  await pushAll(portsWith(store, [{ deviceSeq: 4, outcomes: [], stop: 'forked' }]), 'device', committeeId);
  expect(numbersOf(await outboxOf(store))).toEqual(['5 a', '6 b', '7 c']);
});

test('[P2] what another tab put back is decided once more, without an alarm', async () => {
  const store = memory();
  await store.write(async (tx) => {
    await tx.meta.put({ ...pulled, nextSeq: 2 });
    await tx.outbox.put(item(1, 'a'));
  });
  let putBack = false;
  const write: ClientStore['write'] = async (body) => {
    const result = await store.write(body);
    if (!putBack) await store.write((tx) => tx.outbox.put(item(1, 'a'))); // a pull that was asked for before the push
    putBack = true;
    return result;
  };
  const decided: PushResponse = {
    deviceSeq: 1,
    outcomes: [{ deviceSeq: 1, commandId: 'a', seq: 1, hash: '', outcome: 'applied' }],
  };
  const alarms: string[] = [];
  const ports = { ...portsWith(store, [decided, decided]), store: { ...store, write } };
  const pushed = await pushAll({ ...ports, alarm: (code) => alarms.push(code) }, 'device', committeeId);
  expect([pushed.kind, alarms]).toEqual(['sent', []]);
});

test('[P11] what was carried out once stays known when a second restore finds it waiting', async () => {
  const store = memory();
  const { decided: _, writes: __, forecast: ___, forecastCode: ____, forecastParams: _____, ...sent } = item(1, 'a');
  const archived: ArchiveItem = {
    ...{ ...sent, was: { epoch: 'first', seq: 7, outcome: 'applied' } },
    ...{ epoch: 'second', seq: 3, hash: '', outcome: 'held', code: 'healing', params: null },
  };
  const again = await store.write(async (tx) => {
    await tx.archive.put(archived);
    return requeue(tx, { ...pulled, nextSeq: 2 }, 1);
  });
  expect(again.outbox.map(({ was }) => was)).toEqual([archived.was]);
});

const decisionOn = ({ deviceSeq, commandId }: SentCommand) =>
  ({ deviceSeq, commandId, seq: deviceSeq, hash: '', outcome: 'applied' }) as const;
const answerTo = (commands: readonly SentCommand[]): PushResponse => ({
  deviceSeq: commands.at(-1)?.deviceSeq ?? 0,
  outcomes: commands.map(decisionOn),
});
const batchAndOne = limits.pushCommandsMax + 1;

/** A phone with one command more than go in a request. */
async function full(): Promise<ClientStore> {
  const store = memory();
  await store.write(async (tx) => {
    await tx.meta.put({ ...pulled, nextSeq: batchAndOne + 1 });
    await tx.outbox.putMany(Array.from({ length: batchAndOne }, (_, n) => item(n + 1, `c${n + 1}`)));
  });
  return store;
}
const markedIn = async (store: ClientStore) => (await outboxOf(store)).filter(({ decided }) => decided).length;

test('[P12] answers that come at once are not written down one by one: the pull behind them settles all', async () => {
  const store = await full();
  const sent: number[] = [];
  const push = async ({ commands }: PushRequest) => {
    sent.push(commands.length);
    return answerTo(commands);
  };
  const pushed = await pushAll({ ...portsWith(store, []), net: { push } } as unknown as Ports, 'device', committeeId);
  expect([pushed.kind, sent, pushed.marks.count]).toEqual(['sent', [limits.pushCommandsMax, 1], batchAndOne]);
  expect(await markedIn(store)).toBe(0);
  await pushed.marks.write(); // no pull came
  expect(await markedIn(store)).toBe(batchAndOne);
});

test('[P12] while an answer takes long, what was decided before is marked', async () => {
  const store = await full();
  const ports = portsWith(store, []);
  const clock = { now: () => 0, sleep: () => Promise.resolve() }; // no answer is faster
  const push = async ({ commands }: PushRequest) => {
    if (commands.length === 1) await vi.waitUntil(async () => (await markedIn(store)) === limits.pushCommandsMax);
    return answerTo(commands);
  };
  const pushed = await pushAll({ ...ports, clock, net: { push } } as unknown as Ports, 'device', committeeId);
  expect([pushed.kind, await markedIn(store)]).toEqual(['sent', limits.pushCommandsMax]);
});

test('[P12] when the line breaks, what was decided before is marked', async () => {
  const store = await full();
  const push = async ({ commands }: PushRequest) => {
    if (commands.length === 1) throw new Unreachable('cut off');
    return answerTo(commands);
  };
  const ports = { ...portsWith(store, []), net: { push } } as unknown as Ports;
  await expect(pushAll(ports, 'device', committeeId)).rejects.toThrow('cut off');
  expect(await markedIn(store)).toBe(limits.pushCommandsMax);
});

/** Six commands, two a request. */
async function six() {
  const store = memory();
  await store.write(async (tx) => {
    await tx.meta.put({ ...pulled, nextSeq: 7 });
    await tx.outbox.putMany(Array.from({ length: 6 }, (_, n) => item(n + 1, `c${n + 1}`)));
  });
  return { ...portsWith(store, []), commandsAtOnce: 2 };
}
const namesIn = (commands: readonly SentCommand[]): string => commands.map(({ commandId }) => commandId).join();

test('[P1] once an answer was quick, the next request leaves before the one in front of it is answered', async () => {
  const ports = await six();
  const events: string[] = [];
  let answerSecond: (answer: PushResponse) => void = () => undefined;
  const push = ({ commands }: PushRequest): Promise<PushResponse> => {
    events.push(`sent ${namesIn(commands)}`);
    if (commands[0]?.deviceSeq === 3) return new Promise((resolve) => (answerSecond = resolve));
    if (commands[0]?.deviceSeq === 5) answerSecond(answerTo([item(3, 'c3'), item(4, 'c4')]));
    return Promise.resolve(answerTo(commands));
  };
  const pushed = await pushAll({ ...ports, net: { push } } as unknown as Ports, 'device', committeeId);
  expect([pushed.kind, pushed.marks.count, events]).toEqual(['sent', 6, ['sent c1,c2', 'sent c3,c4', 'sent c5,c6']]);
});

test('[P1] on a slow line no request leaves before the one in front of it is answered', async () => {
  const ports = await six();
  const clock = { now: () => 0, sleep: () => Promise.resolve() }; // no answer is faster
  let open = 0;
  let most = 0;
  const push = async ({ commands }: PushRequest) => {
    open += 1;
    most = Math.max(most, open);
    await new Promise((resolve) => setTimeout(resolve, 20));
    open -= 1;
    return answerTo(commands);
  };
  const pushed = await pushAll({ ...ports, clock, net: { push } } as unknown as Ports, 'device', committeeId);
  expect([pushed.kind, pushed.marks.count, most]).toEqual(['sent', 6, 1]);
});

test('[P3] a request that overtook the one in front of it is sent once more, and nothing is healed for it', async () => {
  const ports = await six();
  const sent: string[] = [];
  let told = 0;
  const push = async ({ commands }: PushRequest): Promise<PushResponse> => {
    sent.push(namesIn(commands));
    const { deviceSeq } = commands[0] as SentCommand;
    if (deviceSeq > told + 1) return { deviceSeq: told, outcomes: [], stop: 'gap', expected: told + 1 };
    // The second request takes longer than the third, which arrives first.
    if (deviceSeq === 3) await vi.waitUntil(() => sent.includes('c5,c6'));
    told = commands.at(-1)?.deviceSeq ?? 0;
    return answerTo(commands);
  };
  const alarms: string[] = [];
  const alarm = (code: string) => alarms.push(code);
  const pushed = await pushAll({ ...ports, alarm, net: { push } } as unknown as Ports, 'device', committeeId);
  expect([pushed.kind, pushed.marks.count, alarms]).toEqual(['sent', 6, []]);
  expect(sent).toEqual(['c1,c2', 'c3,c4', 'c5,c6', 'c5,c6']);
});
