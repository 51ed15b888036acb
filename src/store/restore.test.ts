import { expect, test } from 'vitest';
import { begin, beginUnsent, inboxOf, metaIn, outboxOf, proposalOf } from '../../tests/sync/committee.ts';
import { foundArgs, newId, Phone, proposalArgs, Server, today } from '../../tests/sync/phones.ts';
import { archived, takeFromArchive } from '../sync/archive.ts';
import { wipe } from '../sync/meta.ts';
import { Outdated, Unreachable } from '../sync/ports.ts';
import type { PushRequest } from '../sync/protocol.ts';
import { pushAll } from '../sync/push.ts';
import { createReader } from './queries.ts';

test('[P3] who is removed while a push is under way sends again, and that is no lack of progress', async () => {
  const { committeeId, chair, addPhone } = await begin();
  const secretary = await addPhone('secretary');
  const { store } = secretary;
  await secretary.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  await secretary.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  await chair.engine.dispatch(committeeId, 'member.remove', { personId: secretary.personId });
  await chair.engine.sync(committeeId);
  let reads = 0;
  // Between the first answer and the next look at the outbox another tab hears of it.
  const read: typeof store.read = async (body) => {
    reads += 1;
    if (reads === 2) await store.write((tx) => wipe(tx, committeeId));
    return store.read(body);
  };
  const ports = { ...secretary.ports(store), store: { ...store, read } };
  const pushed = await pushAll(ports, secretary.deviceId, committeeId);
  expect(pushed.kind).toBe('sent');
  expect(secretary.alarms).toEqual([]);
  expect(await outboxOf(secretary, committeeId)).toEqual([]);
});

test('[V2] a removed member loses the rows at once; the unsent is delivered and answered', async () => {
  const { server, committeeId, chair, addPhone } = await begin();
  const secretary = await addPhone('secretary');
  const id = newId();
  await secretary.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
  await chair.engine.dispatch(committeeId, 'member.remove', { personId: secretary.personId });
  await chair.engine.sync(committeeId);
  await secretary.engine.sync(committeeId);
  expect(await secretary.read((tx) => tx.rows('proposal').all())).toEqual([]);
  expect(await secretary.read((tx) => tx.rows('member').all())).toEqual([]);
  await secretary.engine.sync(committeeId);
  expect(await outboxOf(secretary, committeeId)).toEqual([]);
  expect(await inboxOf(secretary, committeeId)).toMatchObject([{ outcome: 'rejected', code: 'not_permitted' }]);
  expect(server.log(committeeId).at(-1)).toMatchObject({ name: 'proposal.create', outcome: 'rejected' });
  const denied = await secretary.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  expect(denied).toMatchObject({ saved: false, code: 'not_permitted', final: true });
});

test('[H3] a server that came back from a backup gets everything again', async () => {
  const { server, committeeId, chair } = await begin();
  const restore = server.backup();
  const ids = [newId(), newId(), newId()];
  for (const id of ids) await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
  await chair.engine.sync(committeeId);
  restore();
  expect(server.log(committeeId)).toHaveLength(1);
  await chair.engine.sync(committeeId);
  await chair.engine.sync(committeeId);
  expect(server.log(committeeId).map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'applied', 'applied']);
  expect(await outboxOf(chair, committeeId)).toEqual([]);
  for (const id of ids) expect(await proposalOf(chair, committeeId, id)).toMatchObject({ pending: 0 });
  expect(chair.alarms).toEqual([]);
});

test('[H3] a gap named by the server heals by sending again from there', async () => {
  const { server, committeeId, chair } = await begin();
  const restore = server.backup();
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  await chair.engine.sync(committeeId);
  restore();
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  await chair.engine.sync(committeeId);
  expect(server.log(committeeId).map(({ deviceSeq }) => deviceSeq)).toEqual([1, 2, 3]);
  const pushes = chair.traffic.requests.filter(({ kind }) => kind === 'push');
  expect(pushes.at(-1)?.body).toMatchObject({
    commands: [{ deviceSeq: 2, was: { outcome: 'applied' } }, { deviceSeq: 3 }],
  });
  expect(await outboxOf(chair, committeeId)).toEqual([]);
});

test('[P11] what was carried out and never settled here is not refused after a restore either', async () => {
  const { server, committeeId, chair, addPhone } = await begin();
  const secretary = await addPhone('secretary');
  const restore = server.backup();
  await secretary.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  secretary.traffic.instead = (kind) => {
    if (kind === 'pull') throw new Unreachable('the line broke');
    return undefined;
  };
  await expect(secretary.engine.sync(committeeId)).rejects.toThrow('the line broke');
  expect(server.log(committeeId).at(-1)).toMatchObject({ name: 'proposal.create', outcome: 'applied' }); // others saw it
  restore();
  await chair.engine.dispatch(committeeId, 'member.remove', { personId: secretary.personId });
  await chair.engine.sync(committeeId);
  secretary.traffic.instead = () => undefined;
  await secretary.engine.sync(committeeId);
  await secretary.engine.sync(committeeId);
  expect(server.log(committeeId).at(-1)).toMatchObject({ name: 'proposal.create', outcome: 'held', code: 'healing' });
  expect(await outboxOf(secretary, committeeId)).toEqual([]);
});

test('[P13] a request that waited in the network since before a restore decides nothing', async () => {
  const { server, committeeId, chair, addPhone } = await begin();
  const secretary = await addPhone('secretary');
  const restore = server.backup();
  await secretary.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  await secretary.engine.sync(committeeId);
  const late = secretary.traffic.requests.findLast(({ kind }) => kind === 'push')?.body as PushRequest;
  restore();
  await chair.engine.dispatch(committeeId, 'member.remove', { personId: secretary.personId });
  await chair.engine.sync(committeeId);
  const before = server.log(committeeId);
  // Judged as new it would be refused, and its author was told that it was carried out.
  expect(await server.engine.push(secretary, late)).toMatchObject({ stop: 'epoch', outcomes: [] });
  expect(server.log(committeeId)).toEqual(before);
  await secretary.engine.sync(committeeId);
  await secretary.engine.sync(committeeId);
  expect(server.log(committeeId).at(-1)).toMatchObject({ name: 'proposal.create', outcome: 'held', code: 'healing' });
  expect(await outboxOf(secretary, committeeId)).toEqual([]);
  expect([...secretary.alarms, ...server.alarms]).toEqual([]);
});

test('[P13] a phone pulls before it pushes for the first time, so that its requests name an epoch too', async () => {
  const { server, committeeId, chair } = await beginUnsent();
  const restore = server.backup();
  await chair.engine.sync(committeeId);
  const asked = chair.traffic.requests.map(({ kind }) => kind);
  expect(asked.indexOf('pull')).toBeLessThan(asked.indexOf('push'));
  const late = chair.traffic.requests.find(({ kind }) => kind === 'push')?.body as PushRequest;
  expect(late.epoch).toBe(server.epoch(committeeId));
  restore();
  expect(await server.engine.push(chair, late)).toMatchObject({ stop: 'epoch', outcomes: [] });
});

test('[P13] an app that may push and not pull asks first in which epoch the server is', async () => {
  const server = new Server();
  const committeeId = newId();
  const chair = new Phone(server, newId());
  await server.found(committeeId, chair.personId);
  await chair.join(committeeId, 'founder');
  chair.traffic.instead = (kind) => {
    if (kind === 'pull') throw new Outdated('outdated');
    return undefined;
  };
  await chair.engine.dispatch(committeeId, 'committee.found', foundArgs);
  await expect(chair.engine.sync(committeeId)).rejects.toThrow(Outdated);
  expect(server.log(committeeId).map(({ outcome }) => outcome)).toEqual(['applied']);
  const pushes = chair.traffic.requests.filter(({ kind }) => kind === 'push').map(({ body }) => body as PushRequest);
  expect(pushes.map(({ epoch }) => epoch)).toEqual(['', server.epoch(committeeId)]);
});

test('[P13] [V2] who was removed before the first pull delivers all the same', async () => {
  const { server, committeeId, chair } = await begin();
  const secretary = new Phone(server, newId());
  const { personId } = secretary;
  const role = { personId, name: 'Sien', role: 'secretary', proposalIds: [] };
  await chair.engine.dispatch(committeeId, 'member.add', role);
  await secretary.join(committeeId, 'secretary');
  await secretary.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()), { accept: true });
  await chair.engine.dispatch(committeeId, 'member.remove', { personId });
  await chair.engine.sync(committeeId);
  await secretary.engine.sync(committeeId);
  expect(server.log(committeeId).at(-1)).toMatchObject({
    actorId: personId,
    outcome: 'rejected',
    code: 'not_permitted',
  });
  expect(await outboxOf(secretary, committeeId)).toEqual([]);
  expect(await inboxOf(secretary, committeeId)).toMatchObject([{ outcome: 'rejected', code: 'not_permitted' }]);
});

test('[P13] work of before a restore that was never sent is sent once its phone knows the new epoch', async () => {
  const { server, committeeId, chair } = await begin();
  const restore = server.backup();
  restore();
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  await chair.engine.sync(committeeId);
  expect(server.log(committeeId).map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
  expect(await outboxOf(chair, committeeId)).toEqual([]);
  expect(chair.alarms).toEqual([]);
});

const twoMore = async (phone: Phone, committeeId: string): Promise<void> => {
  for (let n = 0; n < 2; n += 1) await phone.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  await phone.engine.sync(committeeId);
};

test.each([
  ['its cursor', async () => undefined],
  ['its numbers, when the log has grown past it with the work of others', twoMore],
])('[H13] a server that went back in time unnoticed is told so by a phone: %s', async (_, meanwhile) => {
  const { server, committeeId, chair, addPhone } = await begin();
  const secretary = await addPhone('secretary');
  const restore = server.backup({ epoch: (before) => before });
  const id = newId();
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
  await chair.engine.sync(committeeId);
  restore(); // a copy of the disk, put back without a word
  await meanwhile(secretary, committeeId);
  const epoch = server.epoch(committeeId);
  await chair.engine.sync(committeeId);
  expect(server.epoch(committeeId)).not.toBe(epoch);
  expect(server.alarms).toContain('history_lost');
  await chair.engine.sync(committeeId);
  const entry = server.log(committeeId).find(({ args }) => (args as { proposalId?: string }).proposalId === id);
  expect(entry).toMatchObject({ outcome: 'applied', deviceId: chair.deviceId });
  expect(await outboxOf(chair, committeeId)).toEqual([]);
  await secretary.engine.sync(committeeId);
  expect(await proposalOf(secretary, committeeId, id)).toMatchObject({ pending: 0 });
  expect(server.alarms.filter((code) => code === 'history_lost')).toHaveLength(1);
});

test('[H3] a phone whose storage was cleared says how much of its work had arrived, and goes on behind it', async () => {
  const { server, committeeId, chair } = await begin();
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  await chair.engine.sync(committeeId);
  const cleared = new Phone(server, chair.personId, chair.deviceId); // the same device with an empty database
  await cleared.join(committeeId);
  await cleared.engine.sync(committeeId);
  const reader = createReader(cleared.store.db, committeeId);
  const lastAt = new Date(1_700_000_000_000).toISOString();
  expect(await reader.loss()).toEqual({ kind: 'storage', arrived: 2, lastAt });
  await cleared.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  await cleared.engine.sync(committeeId);
  expect(server.log(committeeId).map(({ deviceSeq }) => deviceSeq)).toEqual([1, 2, 3]);
  expect(await reader.loss()).not.toBeNull(); // until somebody has read it
  expect(await createReader(chair.store.db, committeeId).loss()).toBeNull();
});

test('[H3] what was made after the storage was cleared is not counted as what had arrived', async () => {
  const { server, committeeId, chair } = await begin();
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  await chair.engine.sync(committeeId);
  const cleared = new Phone(server, chair.personId, chair.deviceId);
  await cleared.join(committeeId, 'chair');
  for (let n = 0; n < 3; n += 1) {
    await cleared.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()), { accept: true });
  }
  await cleared.engine.sync(committeeId);
  expect(await createReader(cleared.store.db, committeeId).loss()).toMatchObject({ kind: 'storage', arrived: 2 });
  expect(server.log(committeeId).map(({ deviceSeq }) => deviceSeq)).toEqual([1, 2, 3, 4, 5]);
  expect(await outboxOf(cleared, committeeId)).toEqual([]);
  expect([...cleared.alarms, ...server.alarms]).toEqual([]);
});

test('[H3] what neither side has any more is an alarm that names it; the rest still arrives', async () => {
  const { server, committeeId, chair } = await begin();
  const restore = server.backup();
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  await chair.engine.sync(committeeId);
  restore();
  await chair.store.write(async (tx) => {
    await takeFromArchive(tx, committeeId, () => true);
  });
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId(), 'Na de storing'));
  await chair.engine.sync(committeeId);
  expect(chair.alarms).toContain('lost_commands');
  // Said to the person too, exactly, until it was read.
  const reader = createReader(chair.store.db, committeeId);
  expect(await reader.loss()).toEqual({ kind: 'numbers', from: 2, to: 2 });
  await chair.engine.sync(committeeId);
  expect(await reader.loss()).not.toBeNull();
  await chair.engine.lossSeen(committeeId);
  expect(await reader.loss()).toBeNull();
  expect(server.log(committeeId)).toHaveLength(2);
  expect(await outboxOf(chair, committeeId)).toEqual([]);
});

test('[P2] a cloned phone gets numbers of its own and everything of both arrives', async () => {
  const { server, committeeId, chair } = await begin();
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId(), 'Van de eerste'));
  const clone = new Phone(server, chair.personId, chair.deviceId);
  await copyStore(chair, clone);
  await clone.store.write(async (tx) => {
    const [item] = await tx.outbox.where('committeeId', committeeId);
    if (item !== undefined) await tx.outbox.removeMany([[committeeId, item.deviceSeq]]);
    await tx.meta.put({ ...(await metaIn(tx, committeeId)), nextSeq: 2 });
  });
  await clone.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId(), 'Van de kloon'));
  await chair.engine.sync(committeeId);
  await clone.engine.sync(committeeId);
  expect(clone.alarms).toContain('forked');
  expect(server.log(committeeId).map(({ deviceSeq, outcome }) => [deviceSeq, outcome])).toEqual([
    [1, 'applied'],
    [2, 'applied'],
    [3, 'applied'],
  ]);
  expect(await outboxOf(clone, committeeId)).toEqual([]);
});

/** Everything of one phone's database into another's: a migrated or restored profile. */
async function copyStore(from: Phone, to: Phone): Promise<void> {
  for (const table of from.store.db.tables) await to.store.db.table(table.name).bulkPut(await table.toArray());
}

test('[H13] an app that is too old to pull gives back what the server forgot all the same', async () => {
  const { server, committeeId, chair } = await begin();
  const restore = server.backup({ epoch: (before) => before });
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  await chair.engine.sync(committeeId);
  restore();
  chair.traffic.instead = (kind) => {
    if (kind === 'pull') throw new Outdated('outdated');
    return undefined;
  };
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  await expect(chair.engine.sync(committeeId)).rejects.toThrow(Outdated);
  expect(server.log(committeeId).map(({ deviceSeq, outcome }) => [deviceSeq, outcome])).toEqual([
    [1, 'applied'],
    [2, 'applied'],
    [3, 'applied'],
  ]);
});

test('[H7] what came back by somebody else and waits there is told to its author, who had heard of another end', async () => {
  const { server, committeeId, chair, addPhone } = await begin();
  const secretary = await addPhone('secretary');
  const proposalId = newId();
  await secretary.engine.dispatch(committeeId, 'proposal.create', proposalArgs(proposalId));
  await secretary.engine.sync(committeeId);
  await chair.engine.sync(committeeId);
  const restore = server.backup();
  await secretary.engine.dispatch(committeeId, 'proposal.submit', { proposalId, submittedOn: today });
  const bundle = JSON.parse(JSON.stringify(await secretary.engine.exportBundle(committeeId))) as unknown;
  await secretary.engine.sync(committeeId);
  expect(await inboxOf(secretary, committeeId)).toEqual([]); // carried out
  restore();
  await chair.engine.dispatch(committeeId, 'proposal.withdraw', { proposalId, reason: 'Niet meer nodig' });
  expect(await chair.engine.importBundle(bundle)).toBe('kept');
  await chair.engine.sync(committeeId);
  await chair.engine.sync(committeeId);
  expect(server.log(committeeId).at(-1)).toMatchObject({ name: 'proposal.submit', outcome: 'held', code: 'healing' });
  await secretary.engine.sync(committeeId);
  expect(await inboxOf(secretary, committeeId)).toMatchObject([{ outcome: 'held', code: 'healing' }]);
  const [kept] = await secretary
    .read((tx) => archived(tx, committeeId))
    .then((items) => items.filter(({ name }) => name === 'proposal.submit'));
  expect(kept).toMatchObject({ outcome: 'held', was: { outcome: 'applied' } }); // known through a second restore
});
