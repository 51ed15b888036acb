import { expect, test } from 'vitest';
import { begin, inboxOf, metaIn, metaOf, outboxOf, proposalOf } from '../../tests/sync/committee.ts';
import { newId, proposalArgs, today } from '../../tests/sync/phones.ts';
import { digestOf } from '../domain/digest.ts';
import { archived } from '../sync/archive.ts';
import type { ClientTx, StoredRow } from '../sync/ports.ts';
import type { PullResponse } from '../sync/protocol.ts';

test('[R3] a confirmed command moves to the archive and its row is no longer pending', async () => {
  const { committeeId, chair } = await begin();
  const id = newId();
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
  await chair.engine.sync(committeeId);
  expect(await outboxOf(chair, committeeId)).toEqual([]);
  expect(await chair.read((tx) => tx.shadow.all())).toEqual([]);
  const row = await proposalOf(chair, committeeId, id);
  expect(row).toMatchObject({ pending: 0, v: 2 });
  const settled = await chair.read((tx) => archived(tx, committeeId));
  expect(settled.map(({ name, outcome, seq }) => [name, outcome, seq])).toContainEqual([
    'proposal.create',
    'applied',
    2,
  ]);
});

test('[P2] a lost answer leads to a repeat and not to a second entry', async () => {
  const { server, committeeId, chair } = await begin();
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  chair.traffic.onAnswer = (kind, answer) => {
    if (kind === 'push') throw new Error('the connection broke here');
    return answer;
  };
  await expect(chair.engine.sync(committeeId)).rejects.toThrow();
  expect(await outboxOf(chair, committeeId)).toMatchObject([{ decided: false }]);
  chair.traffic.onAnswer = (_, answer) => answer;
  await chair.engine.sync(committeeId);
  expect(server.log(committeeId)).toHaveLength(2);
  expect(await outboxOf(chair, committeeId)).toEqual([]);
});

test('[R3] an answer to push alone changes nothing on the screen', async () => {
  const { committeeId, chair } = await begin();
  const id = newId();
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
  chair.traffic.onAnswer = (kind, answer) => {
    if (kind === 'pull') throw new Error('cut off');
    return answer;
  };
  await expect(chair.engine.sync(committeeId)).rejects.toThrow();
  expect(await outboxOf(chair, committeeId)).toMatchObject([{ decided: true }]);
  expect(await proposalOf(chair, committeeId, id)).toMatchObject({ pending: 1 });
  await chair.engine.refreshStatus();
  expect(chair.engine.status().unsent.commands).toBe(0);
});

test('[R6] the digest follows deltas and equals the sum over all rows', async () => {
  const { committeeId, chair, addPhone } = await begin();
  const secretary = await addPhone('secretary');
  const id = newId();
  await secretary.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
  await secretary.engine.sync(committeeId);
  await chair.engine.sync(committeeId);
  await secretary.engine.dispatch(committeeId, 'proposal.submit', { proposalId: id, submittedOn: today });
  await secretary.engine.sync(committeeId);
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId(), 'Nog een'));
  await chair.engine.sync(committeeId);
  const rows = [...chair.server.store.committee(committeeId).rows.values()];
  const { digest } = await metaOf(chair, committeeId);
  expect(digest).toBe(digestOf(rows.map(({ type, id: rowId, v }) => ({ t: type, id: rowId, v }))));
  const again = chair.tab();
  await again.sync(committeeId);
  expect(chair.alarms).toEqual([]);
});

test('[U2] rows that diverged silently heal by a snapshot and raise an alarm', async () => {
  const { committeeId, chair } = await begin();
  const id = newId();
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
  await chair.engine.sync(committeeId);
  await chair.store.write(async (tx) => {
    await tx.rows('proposal').removeMany([[committeeId, id]]);
    await tx.meta.put({ ...(await metaIn(tx, committeeId)), digest: '0123456789abcdef' });
  });
  await chair.tab().sync(committeeId);
  expect(chair.alarms).toEqual(['digest_mismatch']);
  expect(await proposalOf(chair, committeeId, id)).toMatchObject({ pending: 0, v: 2 });
});

test.each([
  ['went', (tx: ClientTx, row: StoredRow) => tx.rows('proposal').removeMany([[row.committeeId, row.id]])],
  ['is an old one', (tx: ClientTx, row: StoredRow) => tx.rows('proposal').put({ ...row, v: row.v - 1 })],
  ['came back', (tx: ClientTx, row: StoredRow) => tx.rows('proposal').put({ ...row, id: newId() })],
])('[R6] a row in the storage that %s is found, reported and healed, with pending work on top', async (_, corrupt) => {
  const { committeeId, chair } = await begin();
  const [id, untouched, pending] = [newId(), newId(), newId()];
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(untouched));
  await chair.engine.sync(committeeId);
  const before = await chair.read((tx) => tx.rows('proposal').where('committeeId', committeeId));
  const row = before.find((one) => one.id === id);
  if (row === undefined) throw new Error('no row');
  await chair.store.write((tx) => corrupt(tx, row));
  const tab = chair.tab();
  await tab.sync(committeeId);
  expect(chair.alarms).toEqual([]); // what is carried along still fits
  const change = { proposalId: untouched, fields: { title: 'Anders' }, seen: { title: 'Buurtfeest' } };
  chair.traffic.onAnswer = async (_, answer) => {
    if ((answer as PullResponse).last?.digestOk === false) {
      chair.traffic.offline = true; // what is saved while the answer is under way stays here
      await tab.dispatch(committeeId, 'proposal.change', change);
      await tab.dispatch(committeeId, 'proposal.create', proposalArgs(pending));
    }
    return answer;
  };
  await tab.sync(committeeId);
  expect(chair.alarms).toEqual(['digest_mismatch']);
  const after = await chair.read((tx) => tx.rows('proposal').where('committeeId', committeeId));
  expect(after.map(({ id: rowId, pending: own }) => [rowId, own]).sort()).toEqual(
    [
      [id, 0],
      [untouched, 1],
      [pending, 1],
    ].sort(),
  );
  expect(after.find((one) => one.id === id)).toEqual(row);
});

test('[R6] all rows are read in a round that brought nothing, and not in one that somebody waits for', async () => {
  const { committeeId, chair, addPhone } = await begin();
  const secretary = await addPhone('secretary');
  await chair.engine.sync(committeeId);
  const tab = chair.tab();
  const comparisons = () =>
    chair.traffic.requests.filter(({ kind, body }) => kind === 'pull' && 'digest' in (body as object)).length;
  await tab.sync(committeeId);
  const carried = comparisons();
  await secretary.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  await secretary.engine.sync(committeeId);
  await tab.sync(committeeId);
  await tab.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  await tab.sync(committeeId);
  expect(comparisons()).toBe(carried);
  await tab.sync(committeeId);
  expect(comparisons()).toBe(carried + 1);
  await tab.sync(committeeId);
  expect(comparisons()).toBe(carried + 1);
  expect(chair.alarms).toEqual([]);
});

test('[R6] rows that fit are not called different, pending work or not', async () => {
  const { committeeId, chair } = await begin();
  await chair.engine.sync(committeeId);
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  await chair.engine.sync(committeeId);
  const digests = chair.traffic.requests.filter(({ kind, body }) => kind === 'pull' && 'digest' in (body as object));
  expect(digests.length).toBeGreaterThan(1);
  expect(chair.alarms).toEqual([]);
});

test('[R4] pending commands are replayed over what others did; what will be refused is marked and sent', async () => {
  const { committeeId, chair, addPhone } = await begin();
  const secretary = await addPhone('secretary');
  const id = newId();
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
  await chair.engine.sync(committeeId);
  await secretary.engine.sync(committeeId);
  const change = (title: string, requestedCents?: number) => ({
    proposalId: id,
    fields: { title, ...(requestedCents === undefined ? {} : { requestedCents }) },
    seen: { title: 'Buurtfeest', ...(requestedCents === undefined ? {} : { requestedCents: 45_000 }) },
  });
  await secretary.engine.dispatch(committeeId, 'proposal.change', change('Straatfeest'));
  await secretary.engine.dispatch(committeeId, 'proposal.change', { ...change('Straatfeest', 60_000) });
  await chair.engine.dispatch(committeeId, 'proposal.change', change('Pleinfeest', 50_000));
  await chair.engine.sync(committeeId);
  // The pull comes before the push here, as when another tab pulls: only the replay is looked at.
  secretary.traffic.instead = (kind) => (kind === 'push' ? { deviceSeq: 0, outcomes: [], stop: 'retry' } : undefined);
  await expect(secretary.engine.sync(committeeId)).rejects.toThrow('retry');
  const items = await outboxOf(secretary, committeeId);
  expect(items.map(({ forecast, forecastCode }) => [forecast, forecastCode])).toEqual([
    ['expected', null],
    ['doubtful', 'changed_meanwhile'],
  ]);
  expect((await proposalOf(secretary, committeeId, id))?.body).toMatchObject({
    title: 'Straatfeest',
    requestedCents: 50_000,
  });
  secretary.traffic.instead = () => undefined;
  await secretary.engine.sync(committeeId);
  expect(await inboxOf(secretary, committeeId)).toMatchObject([{ code: 'changed_meanwhile', outcome: 'rejected' }]);
});

test('[P9] held becomes applied: the inbox asks for attention no longer', async () => {
  const { committeeId, chair, addPhone } = await begin();
  const secretary = await addPhone('secretary');
  const proposalId = newId();
  const note = { noteId: newId(), proposalId, text: 'Mooi plan' };
  await secretary.engine.dispatch(committeeId, 'proposalNote.add', note);
  await secretary.engine.sync(committeeId);
  expect(await inboxOf(secretary, committeeId)).toMatchObject([{ outcome: 'held', code: 'waits_for' }]);
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(proposalId));
  await chair.engine.sync(committeeId);
  await secretary.engine.sync(committeeId);
  expect(await inboxOf(secretary, committeeId)).toEqual([]);
  const settled = await secretary.read((tx) => archived(tx, committeeId));
  expect(settled.map(({ outcome }) => outcome)).toEqual(['applied']);
  expect(await secretary.read((tx) => tx.rows('proposalNote').all())).toHaveLength(1);
});

test('[I18] a handled refusal stays handled when it is told again', async () => {
  const { committeeId, chair } = await begin();
  const id = newId();
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id, 'Anders'), { accept: true });
  await chair.engine.sync(committeeId);
  const [refused] = await inboxOf(chair, committeeId);
  await chair.engine.markHandled(refused?.commandId ?? '');
  expect(chair.engine.status().attention).toBe(0);
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  await chair.engine.sync(committeeId);
  expect(await inboxOf(chair, committeeId)).toMatchObject([{ handled: 1 }]);
});
