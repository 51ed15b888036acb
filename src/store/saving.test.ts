import { expect, test } from 'vitest';
import { begin, inboxOf, metaOf, outboxOf, proposalOf } from '../../tests/sync/committee.ts';
import { foundArgs, newId, Phone, proposalArgs, Server, today } from '../../tests/sync/phones.ts';

test('[S1] outbox, row, shadow and number are written together and shown as pending', async () => {
  const { committeeId, chair } = await begin();
  const id = newId();
  const before = await metaOf(chair, committeeId);
  const saved = await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
  expect(saved).toMatchObject({ saved: true, forecast: 'expected' });
  const row = await proposalOf(chair, committeeId, id);
  expect(row).toMatchObject({ pending: 1, v: 0, body: { title: 'Buurtfeest', state: 'draft' } });
  const [item] = await outboxOf(chair, committeeId);
  expect(item).toMatchObject({ deviceSeq: before.nextSeq, name: 'proposal.create', decided: false });
  expect(item?.writes).toContain(`proposal/${id}`);
  const shadow = await chair.read((tx) => tx.shadow.where('committeeId', committeeId));
  expect(shadow).toEqual([
    { committeeId, key: `proposal/${id}`, confirmed: null },
    { committeeId, key: `proposalChange/${item?.commandId}`, confirmed: null },
  ]);
  expect((await metaOf(chair, committeeId)).nextSeq).toBe(before.nextSeq + 1);
});

test('[S4] a wrong shape, a missing right and a final code stop the form, also with accept', async () => {
  const { committeeId, chair, addPhone } = await begin();
  const auditor = await addPhone('auditor');
  const id = newId();
  const wrong = await chair.engine.dispatch(committeeId, 'proposal.create', { proposalId: id }, { accept: true });
  expect(wrong).toMatchObject({ saved: false, code: 'malformed', final: true });
  const args = proposalArgs(id);
  const denied = await auditor.engine.dispatch(committeeId, 'proposal.create', args, { accept: true });
  expect(denied).toMatchObject({ saved: false, code: 'not_permitted', final: true });
  const bad = { ...args, themeShares: [{ theme: 7, percent: 60 }] };
  await chair.engine.dispatch(committeeId, 'proposal.create', bad);
  const submit = { proposalId: id, submittedOn: today };
  const refused = await chair.engine.dispatch(committeeId, 'proposal.submit', submit, { accept: true });
  expect(refused).toMatchObject({ saved: false, final: true });
  expect((await outboxOf(chair, committeeId)).map(({ name }) => name)).toEqual(['proposal.create']);
});

test('[S4] any other refusal is a forecast: unsaved at first, doubtful with accept, decided by the server', async () => {
  const { committeeId, chair } = await begin();
  const id = newId();
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
  const other = proposalArgs(id, 'Iets anders');
  const asked = await chair.engine.dispatch(committeeId, 'proposal.create', other);
  expect(asked).toEqual({ saved: false, code: 'id_taken', params: {}, final: false });
  expect(await outboxOf(chair, committeeId)).toHaveLength(1);
  const saved = await chair.engine.dispatch(committeeId, 'proposal.create', other, { accept: true });
  expect(saved).toMatchObject({ saved: true, forecast: 'doubtful', code: 'id_taken' });
  expect((await proposalOf(chair, committeeId, id))?.body).toMatchObject({ title: 'Buurtfeest' });
  await chair.engine.sync(committeeId);
  expect(await inboxOf(chair, committeeId)).toMatchObject([{ outcome: 'rejected', code: 'id_taken', handled: 0 }]);
  expect(chair.engine.status()).toMatchObject({ online: 'yes', attention: 1, unsent: { commands: 0, photos: 0 } });
});

test('[S4] what waits for a row of another phone is saved without asking', async () => {
  const { committeeId, chair } = await begin();
  const note = { noteId: newId(), proposalId: newId(), text: 'Mooi plan' };
  const saved = await chair.engine.dispatch(committeeId, 'proposalNote.add', note);
  expect(saved).toMatchObject({ saved: true, forecast: 'doubtful', code: 'waits_for' });
});

test('[S5] two tabs never take the same number', async () => {
  const { committeeId, chair } = await begin();
  const second = chair.tab();
  const tabs = [chair.engine, second];
  await Promise.all(
    Array.from({ length: 12 }, (_, n) => tabs[n % 2]?.dispatch(committeeId, 'proposal.create', proposalArgs(newId()))),
  );
  const numbers = (await outboxOf(chair, committeeId)).map(({ deviceSeq }) => deviceSeq);
  expect(numbers).toEqual(Array.from({ length: 12 }, (_, n) => n + 2));
});

test('a founder without a connection goes on as chair', async () => {
  const server = new Server();
  const committeeId = newId();
  const phone = new Phone(server, newId());
  await server.found(committeeId, phone.personId);
  await phone.join(committeeId, 'founder');
  phone.traffic.offline = true;
  await phone.engine.dispatch(committeeId, 'committee.found', foundArgs);
  const created = await phone.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  expect(created).toMatchObject({ saved: true, forecast: 'expected' });
  phone.traffic.offline = false;
  await phone.engine.sync(committeeId);
  expect(server.log(committeeId).map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
  expect((await metaOf(phone, committeeId)).access).toMatchObject({ role: 'chair' });
});

test('[S1] the draft of the form goes with the save, and stays when it is refused', async () => {
  const { committeeId, chair } = await begin();
  const id = newId();
  const draft = { key: 'proposal.new', value: { title: 'Buurtfeest' } };
  await chair.store.write((tx) => tx.drafts.put(draft));
  await chair.engine.dispatch(committeeId, 'proposal.create', {}, { draftKey: draft.key });
  expect(await chair.read((tx) => tx.drafts.all())).toEqual([draft]);
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id), { draftKey: draft.key });
  expect(await chair.read((tx) => tx.drafts.all())).toEqual([]);
});
