import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { Bundle, SentCommand } from '../../src/sync/protocol.ts';
import type { StoredLogEntry } from './ports.ts';
import { makeWorld, type Phone, uuid, type World } from './testWorld.ts';

let world: World;
afterEach(() => world.close());
const start = async (): Promise<World> => {
  world = await makeWorld();
  return world;
};
const log = (): Promise<readonly StoredLogEntry[]> =>
  world.store.read((snapshot) => snapshot.logRange(world.committeeId, 1, 10_000));
const proposal = (proposalId: string) => ({
  ...{ proposalId, year: 2026, title: 'Zomerfeest', summary: '', applicant: '', kind: 'recurring_event' as const },
  ...{ themeShares: [], quarters: [], budgetLines: [], requestedCents: 50_000 },
});
const proposals = (phone: Phone, count: number, from = 900): SentCommand[] =>
  Array.from({ length: count }, (_, n) => phone.make('proposal.create', proposal(uuid(from + n))));

function bundleOf({ deviceId, personId }: Phone, commands: readonly SentCommand[], over: Partial<Bundle> = {}): Bundle {
  const { committeeId } = world;
  return {
    ...({ kind: 'buurtkas_bundle', v: 1, committeeId, epoch: null, deviceId, personId } as const),
    ...{ firstSeq: commands[0]?.deviceSeq ?? 1, commands, photos: [] },
    ...{ madeAt: '2026-01-10T19:00:00.000Z', signature: 'AAAA' },
    ...over,
  };
}
const relay = (bundle: Bundle) => world.engine.relay(bundle, bundle);
const waiting = (deviceId: string) =>
  world.store.write((tx) => tx.nextWaiting(world.committeeId, deviceId, 2 ** 31 - 1));

test('[H4] a bundle counts as a push of the device that made it; whoever carried it hears no outcome', async () => {
  const { anna, engine } = await start();
  const commands = [...proposals(anna, 1), anna.make('meeting.open', { meetingId: uuid(1) })];
  const bundle = bundleOf(anna, commands);
  expect(await engine.relay(bundle, { deviceId: uuid(5), personId: anna.personId })).toMatchObject({
    result: 'refused',
    code: 'wrong_signature',
  });
  expect(await log()).toHaveLength(1);
  expect(await relay(bundle)).toEqual({ result: 'taken' });
  expect((await log()).slice(1)).toMatchObject([
    { deviceId: anna.deviceId, deviceSeq: 2, actorId: anna.personId, role: 'chair', outcome: 'applied' },
    { deviceId: anna.deviceId, deviceSeq: 3, outcome: 'held' },
  ]);
});

test('[H4] twice, by two phones, and by its author too: once in the log, one outcome on every way', async () => {
  const { anna } = await start();
  const commands = [...proposals(anna, 2), anna.make('member.remove', { personId: anna.personId })];
  const bundle = bundleOf(anna, commands);
  await relay(bundle);
  const before = await log();
  expect(before.at(-1)).toMatchObject({ outcome: 'rejected' });
  expect(await relay(bundle)).toEqual({ result: 'taken' });
  expect(await relay(bundleOf(anna, commands.slice(1), { madeAt: '2026-01-11T08:00:00.000Z' }))).toEqual({
    result: 'taken',
  });
  const pushed = await anna.send(...commands);
  expect(await log()).toEqual(before);
  const told = (await anna.pull({ pendingFrom: 2 })).last;
  expect(told?.outcomes).toEqual(pushed.outcomes);
  expect(told).toMatchObject({ ackDeviceSeq: 4, lastDeviceSeq: 4 });
});

test('[H5] in whatever order bundles and pushes come, each command is decided once and in its own order', async () => {
  await start();
  let people = 0;
  const pieces = [
    [0, 2],
    [2, 3],
    [3, 6],
    [1, 4],
    [0, 6],
  ] as const;
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(order, fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 }), async (first, again) => {
      people += 1;
      const phone = await world.member('secretary');
      const commands = proposals(phone, 6, 10_000 + people * 10);
      for (const n of [...first, ...again]) {
        const [from, to] = pieces[n] ?? [0, 0];
        if (n === 5) await phone.send(...commands.slice(0, 3));
        else expect((await relay(bundleOf(phone, commands.slice(from, to)))).result).toMatch(/taken|waiting/);
      }
      await phone.send(...commands);
      const mine = (await log()).filter(({ deviceId }) => deviceId === phone.deviceId);
      expect(mine.map(({ deviceSeq, commandId, outcome }) => [deviceSeq, commandId, outcome])).toEqual(
        commands.map(({ deviceSeq, commandId }) => [deviceSeq, commandId, 'applied']),
      );
      expect(await waiting(phone.deviceId)).toBeUndefined();
    }),
    { numRuns: 40 },
  );
});

test('[H5] a bundle that starts too late is kept by the server and taken when another phone brings the part before', async () => {
  const { anna, alarms } = await start();
  const commands = proposals(anna, 4);
  const late = bundleOf(anna, commands.slice(2));
  expect(await relay(late)).toEqual({ result: 'waiting' });
  expect(await relay(late)).toEqual({ result: 'waiting' });
  expect(await log()).toHaveLength(1);
  expect(await relay(bundleOf(anna, commands.slice(0, 2)))).toEqual({ result: 'taken' });
  expect((await log()).map(({ deviceSeq }) => deviceSeq)).toEqual([1, 2, 3, 4, 5]);
  expect(await waiting(anna.deviceId)).toBeUndefined();
  expect(alarms).toEqual([]);
});

test('[H5] a waiting bundle that turns out to be of a clone is kept for the operator and blocks nobody', async () => {
  const { anna, alarms } = await start();
  const commands = proposals(anna, 3);
  const [, second] = commands;
  const ofClone = bundleOf(
    anna,
    proposals(anna, 2, 950).map((command, n) => ({ ...command, deviceSeq: 3 + n })),
  );
  expect(await relay(ofClone)).toEqual({ result: 'waiting' });
  expect((await anna.send(...commands)).stop).toBeUndefined();
  expect(alarms).toMatchObject([{ code: 'forked' }, { code: 'waiting_bundle_stuck', details: { why: 'forked' } }]);
  expect((await log()).map(({ commandId }) => commandId)).toContain(second?.commandId);
  expect((await waiting(anna.deviceId))?.bundle.commands).toHaveLength(2);
  expect(await relay(ofClone)).toEqual({ result: 'refused', code: 'forked' });
});

test('[H8] work of a revoked device, and of a removed member, is on record and refused', async () => {
  const { anna, member, database, engine, committeeId } = await start();
  const [thief, gone] = [await member('secretary'), await member('secretary')];
  const [stolen, late] = [proposals(thief, 1), proposals(gone, 1, 950)];
  const revoke = `update device set state = 'revoked' where id = '${thief.deviceId}'`;
  await database.write((connection) => connection.raw(revoke));
  await anna.does('member.remove', { personId: gone.personId });
  expect(await relay(bundleOf(thief, stolen))).toEqual({ result: 'taken' });
  expect(await relay(bundleOf(gone, late))).toEqual({ result: 'taken' });
  const refused = { outcome: 'rejected', code: 'not_permitted', name: 'proposal.create' };
  expect((await log()).slice(-2)).toMatchObject([
    { ...refused, actorId: thief.personId, args: { title: 'Zomerfeest' } },
    { ...refused, actorId: gone.personId, role: 'removed' },
  ]);
  // Itself it can bring nothing, also not what was in the bundle.
  const push = { protocol: 1, app: 'x', deviceId: thief.deviceId, committeeId, sentAt: 0, commands: stolen };
  expect(await engine.push(thief, push)).toMatchObject({ stop: 'auth', outcomes: [] });
});

test('[P8] a bundle for a committee that its author is no member of, or that is not here, leaves no trace', async () => {
  const { phone, newId } = await start();
  const stranger = await phone(newId());
  const commands = proposals(stranger, 1).map((command) => ({ ...command, deviceSeq: 1 }));
  const refused = { result: 'refused', code: 'stranger' };
  expect(await relay(bundleOf(stranger, commands))).toEqual(refused);
  expect(await relay(bundleOf(world.anna, commands, { committeeId: uuid(77) }))).toEqual(refused);
  expect(await log()).toHaveLength(1);
});

test('[H7] of a former epoch nothing is refused for good: it may have been applied there', async () => {
  const { anna, committeeId, store } = await start();
  const epochNow = (await store.read((snapshot) => snapshot.committee(committeeId)))?.epoch ?? '';
  const changed = (id: string) => anna.make('proposal.create', { ...proposal(id), title: 'Anders' });
  await anna.send(...proposals(anna, 2));
  const before = bundleOf(anna, [...proposals(anna, 1, 910), changed(uuid(900))], { epoch: 'before the restore' });
  expect(await relay(before)).toEqual({ result: 'taken' });
  expect((await log()).slice(-2)).toMatchObject([
    { outcome: 'applied' },
    { outcome: 'held', code: 'healing', params: { wouldBe: 'id_taken' } },
  ]);
  await relay(bundleOf(anna, [changed(uuid(901))], { epoch: epochNow }));
  expect((await log()).at(-1)).toMatchObject({ outcome: 'rejected', code: 'id_taken' });
});
