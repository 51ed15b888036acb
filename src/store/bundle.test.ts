import { expect, test } from 'vitest';
import { begin, outboxOf } from '../../tests/sync/committee.ts';
import { newId, proposalArgs } from '../../tests/sync/phones.ts';
import { exportBundle } from '../sync/bundle.ts';
import { type ClientStore, StorageFull, StorageLost } from '../sync/ports.ts';

test('[H1] another phone delivers what one could not send, photos and all; twice changes nothing', async () => {
  const { server, committeeId, chair, addPhone } = await begin();
  const secretary = await addPhone('secretary');
  const id = newId();
  await secretary.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
  const bundle = await secretary.engine.exportBundle(committeeId);
  expect(bundle).toMatchObject({ kind: 'buurtkas_bundle', firstSeq: 1, deviceId: secretary.deviceId });
  const file = JSON.parse(JSON.stringify(bundle)) as unknown;
  expect(await secretary.engine.importBundle(file)).toBe('own');
  expect(await chair.engine.importBundle(file)).toBe('kept');
  expect(await chair.engine.importBundle(file)).toBe('kept');
  expect(await chair.engine.importBundle({ kind: 'something' })).toBe('not_a_bundle');
  await chair.engine.sync(committeeId);
  expect(await chair.read((tx) => tx.relay.all())).toEqual([]);
  expect(server.log(committeeId).at(-1)).toMatchObject({ name: 'proposal.create', actorId: secretary.personId });
  await secretary.engine.sync(committeeId);
  expect(server.log(committeeId).filter(({ name }) => name === 'proposal.create')).toHaveLength(1);
  expect(await outboxOf(secretary, committeeId)).toEqual([]);
});

test('[H5] a bundle whose earlier part is missing waits at the server and holds nothing up', async () => {
  const { server, committeeId, chair, addPhone } = await begin();
  const secretary = await addPhone('secretary');
  await secretary.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  await secretary.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  const whole = await secretary.engine.exportBundle(committeeId);
  const late = { ...whole, firstSeq: 2, commands: whole.commands.slice(1) };
  await chair.engine.importBundle(late);
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  await chair.engine.sync(committeeId);
  expect(await chair.read((tx) => tx.relay.all())).toEqual([]);
  expect(server.log(committeeId).filter(({ name }) => name === 'proposal.create')).toHaveLength(1);
  expect(await outboxOf(chair, committeeId)).toEqual([]);
  await secretary.engine.sync(committeeId);
  await chair.engine.sync(committeeId);
  expect(await chair.read((tx) => tx.relay.all())).toEqual([]);
  expect(server.log(committeeId).filter(({ name }) => name === 'proposal.create')).toHaveLength(3);
});

test('[H9] work of a phone that the server does not know stays, is listed, and is tried again now and then', async () => {
  const { committeeId, chair, addPhone } = await begin();
  const secretary = await addPhone('secretary');
  await secretary.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  await chair.engine.importBundle(await secretary.engine.exportBundle(committeeId));
  chair.traffic.instead = (kind) => (kind === 'relay' ? { result: 'unknown_device' } : undefined);
  for (let n = 0; n < 40; n += 1) await chair.engine.sync(committeeId);
  expect(chair.traffic.requests.filter(({ kind }) => kind === 'relay')).toHaveLength(2);
  const [item] = await chair.read((tx) => tx.relay.all());
  expect(item).toMatchObject({ problem: 'unknown_device' });
  await chair.engine.dropRefused(item?.id ?? '');
  expect(await chair.read((tx) => tx.relay.all())).toHaveLength(1); // it can still arrive
});

test('[H1] what the server refused is not sent again, and goes when somebody says so', async () => {
  const { committeeId, chair, addPhone } = await begin();
  const secretary = await addPhone('secretary');
  await secretary.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  await chair.engine.importBundle(await secretary.engine.exportBundle(committeeId));
  chair.traffic.instead = (kind) => (kind === 'relay' ? { result: 'refused', code: 'wrong_signature' } : undefined);
  for (let n = 0; n < 3; n += 1) await chair.engine.sync(committeeId);
  expect(chair.traffic.requests.filter(({ kind }) => kind === 'relay')).toHaveLength(1);
  const [item] = await chair.read((tx) => tx.relay.all());
  expect(item).toMatchObject({ problem: 'wrong_signature' });
  await chair.engine.dropRefused(item?.id ?? '');
  expect(await chair.read((tx) => tx.relay.all())).toEqual([]);
});

test('[H10] what is damaged or of another committee is not taken in', async () => {
  const { committeeId, chair, addPhone } = await begin();
  const secretary = await addPhone('secretary');
  await secretary.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  const bundle = await secretary.engine.exportBundle(committeeId);
  expect(await chair.engine.importBundle({ ...bundle, committeeId: newId() })).toBe('other_committee');
  const damaged = [{ commands: [1] }, { commands: 'x' }, { photos: [null] }, { firstSeq: 'a' }, { v: 2 }, { epoch: 1 }];
  for (const change of damaged) {
    expect(await chair.engine.importBundle({ ...bundle, ...change })).toBe('not_a_bundle');
  }
  expect(await chair.read((tx) => tx.relay.all())).toEqual([]);
});

test('[H6] the work leaves a phone of which only the outbox can be read, unsigned when its key is lost', async () => {
  const { committeeId, addPhone } = await begin();
  const secretary = await addPhone('secretary');
  await secretary.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  const ports = secretary.ports(secretary.store);
  const broken = new StorageLost('no such table');
  const store: ClientStore = {
    write: () => Promise.reject(new StorageFull('full')),
    read: (body) =>
      ports.store.read((tx) =>
        body(
          new Proxy(tx, {
            get: (target, name) => {
              if (name !== 'outbox') throw broken;
              return target.outbox;
            },
          }),
        ),
      ),
  };
  const sign = () => Promise.reject(new Error('the key is gone'));
  const me = { personId: secretary.personId, deviceId: secretary.deviceId };
  const bundle = await exportBundle({ ...ports, store, sign }, me, committeeId);
  expect(bundle).toMatchObject({ epoch: null, commands: [{ name: 'proposal.create' }], photos: [], signature: '' });
  expect((await exportBundle({ ...ports, store }, me, committeeId)).signature).not.toBe('');
});
