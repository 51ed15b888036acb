import { expect, test } from 'vitest';
import { begin, proposalOf } from '../../tests/sync/committee.ts';
import { newId, proposalArgs, today } from '../../tests/sync/phones.ts';
import { archived } from '../sync/archive.ts';

const thirtyDays = 30 * 24 * 3_600_000;

test('[H2] the archive shrinks only behind a verified backup, and never what its author must still see', async () => {
  const { server, committeeId, chair } = await begin();
  const id = newId();
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id, 'Anders'), { accept: true });
  await chair.engine.sync(committeeId);
  expect(await chair.read((tx) => archived(tx, committeeId))).toHaveLength(3);
  const data = server.store.committee(committeeId);
  const kept = async () => (await chair.read((tx) => archived(tx, committeeId))).map(({ outcome }) => outcome);
  data.row = { ...data.row, backedUpSeq: 1 };
  chair.now += thirtyDays;
  await chair.engine.sync(committeeId);
  expect(await kept()).toHaveLength(2); // those that no backup holds, however long they lie there
  data.row = { ...data.row, backedUpSeq: 3 };
  await chair.engine.sync(committeeId);
  expect(await kept()).toEqual(['rejected']);
});

test('[H2] [H3] a server that comes back from an older backup than the newest is healed for thirty days', async () => {
  const { server, committeeId, chair } = await begin();
  const restore = server.backup();
  const id = newId();
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
  await chair.engine.sync(committeeId);
  const data = server.store.committee(committeeId);
  data.row = { ...data.row, backedUpSeq: 2 }; // the backup of last night, which went with the disk beside it
  chair.now += thirtyDays - 1;
  await chair.engine.sync(committeeId);
  restore();
  await chair.engine.sync(committeeId);
  await chair.engine.sync(committeeId);
  expect(server.log(committeeId).map(({ name }) => name)).toEqual(['committee.found', 'proposal.create']);
  expect(await proposalOf(chair, committeeId, id)).toMatchObject({ pending: 0 });
  expect([...chair.alarms, ...server.alarms]).toEqual([]);
});

test('[H2] a clock that was years ahead when something was settled keeps it no longer than the backup asks', async () => {
  const { server, committeeId, chair } = await begin();
  chair.now += 400 * thirtyDays;
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  await chair.engine.sync(committeeId);
  chair.now -= 400 * thirtyDays;
  const data = server.store.committee(committeeId);
  data.row = { ...data.row, backedUpSeq: 2 };
  await chair.engine.sync(committeeId);
  expect(await chair.read((tx) => archived(tx, committeeId))).toMatchObject([{ name: 'committee.found' }]);
});

test('[L6] what holds a name that was erased leaves the archive as soon as a backup holds it', async () => {
  const { server, committeeId, chair, addPhone } = await begin();
  const { personId } = await addPhone('secretary');
  await chair.engine.dispatch(committeeId, 'member.remove', { personId });
  await chair.engine.dispatch(committeeId, 'person.erase', { personId, erasedOn: today });
  await chair.engine.sync(committeeId);
  const data = server.store.committee(committeeId);
  data.row = { ...data.row, backedUpSeq: data.row.seq };
  await chair.engine.sync(committeeId);
  const kept = await chair.read((tx) => archived(tx, committeeId));
  expect(kept.map(({ name }) => name)).not.toContain('member.add');
  expect(kept.map(({ name }) => name)).toContain('person.erase'); // an older backup has the name yet
  expect(kept.map(({ name }) => name)).toContain('committee.found');
});
