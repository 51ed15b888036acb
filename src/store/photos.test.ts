import { expect, test } from 'vitest';
import { begin, metaOf, outboxOf, proposalOf } from '../../tests/sync/committee.ts';
import { hashOf, newId, type Phone, proposalArgs, type Server, smallBytes, today } from '../../tests/sync/phones.ts';
import type { Role } from '../domain/rows.ts';
import { StorageFull } from '../sync/ports.ts';
import type { PullResponse } from '../sync/protocol.ts';

const bytesOf = (size: number) => Uint8Array.from({ length: size }, (_, n) => n % 256).buffer;
async function withPhoto(size = 600_000) {
  const world = await begin();
  const proposalId = newId();
  await world.chair.engine.dispatch(world.committeeId, 'proposal.create', proposalArgs(proposalId));
  await world.chair.engine.sync(world.committeeId);
  const bytes = bytesOf(size);
  const sha256 = hashOf(bytes);
  const photo = { sha256, originalSha256: sha256, size, mime: 'image/jpeg', width: 900, height: 1200 } as const;
  const numbers = { householdsAsked: 10, forCount: 6, againstCount: 1, noOpinionCount: 1, notAtHomeCount: 2 };
  const count = { proposalId, sheetNumber: 1, area: 'Klosplein', ...numbers, photos: [photo], countedOn: today };
  const thumbnail = bytesOf(100);
  await world.chair.engine.dispatch(world.committeeId, 'support.count', count, {
    photos: [{ photo, bytes, thumbnail }],
  });
  const blob = () => world.chair.read((tx) => tx.blobs.get([world.committeeId, sha256]));
  return { ...world, proposalId, sha256, bytes, blob };
}
const sent = (phone: Phone) => phone.traffic.requests.filter(({ kind }) => kind === 'blobSend').map(({ body }) => body);

const growBackup = (server: Server, committeeId: string): void => {
  const data = server.store.committee(committeeId);
  data.row = { ...data.row, backedUpSeq: data.row.seq };
};

test('[B1] [B3] [H2] goes after its command, in chunks; bytes stay until a backup holds them, the thumbnail longer', async () => {
  const { server, committeeId, chair, blob } = await withPhoto();
  expect(await blob()).toMatchObject({ state: 'waiting', own: 1 });
  await chair.engine.sync(committeeId);
  const kinds = chair.traffic.requests.map(({ kind }) => kind);
  expect(kinds.lastIndexOf('push')).toBeLessThan(kinds.indexOf('blobOffset'));
  expect(sent(chair)).toMatchObject([{ offset: 0 }, { offset: 262_144 }, { offset: 524_288, size: 75_712 }]);
  expect(await blob()).toMatchObject({ state: 'stored' });
  expect((await blob())?.bytes?.byteLength).toBe(600_000);
  growBackup(server, committeeId);
  await chair.engine.sync(committeeId);
  expect(await blob()).toMatchObject({ state: 'stored', bytes: null });
  expect((await blob())?.thumbnail?.byteLength).toBe(100);
});

test('[H3] a server that came back without the photo gets it again', async () => {
  const { server, committeeId, chair, sha256, blob } = await withPhoto(1_000);
  const restore = server.backup();
  await chair.engine.sync(committeeId);
  restore();
  server.blobs.clear(); // a new machine: only the backup was left
  await chair.engine.sync(committeeId);
  await chair.engine.sync(committeeId);
  expect([...server.blobs.keys()]).toEqual([`${committeeId}/${sha256}`]);
  expect(await blob()).toMatchObject({ state: 'stored' });
  expect(await chair.read((tx) => tx.rows('storedPhoto').all())).toMatchObject([{ id: sha256 }]);
  expect(chair.alarms).toEqual([]);
});

test('[B6] news that finds no room takes that of photos which the server holds, and comes', async () => {
  const { committeeId, chair, addPhone, blob } = await withPhoto();
  const secretary = await addPhone('secretary');
  await chair.engine.sync(committeeId);
  const id = newId();
  await secretary.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
  await secretary.engine.sync(committeeId);
  let isFull = true;
  chair.store.db.table('blobs').hook('updating', () => {
    isFull = false;
  });
  chair.store.db.table('rows_proposal').hook('creating', () => {
    if (isFull) throw new DOMException('no room', 'QuotaExceededError');
  });
  await chair.engine.sync(committeeId);
  expect(await proposalOf(chair, committeeId, id)).toMatchObject({ pending: 0 });
  expect(await blob()).toMatchObject({ state: 'stored', bytes: null });
  expect(chair.alarms).toEqual([]);
});

test('[H2] the room of photos that no backup holds yet is given back when it is needed', async () => {
  const { committeeId, chair, blob } = await withPhoto(1_000);
  await chair.engine.sync(committeeId);
  expect(await chair.engine.freeSpace()).toBe(1_000);
  expect(await blob()).toMatchObject({ state: 'stored', bytes: null });
});

test('[B1] waits while its command has no outcome', async () => {
  const { committeeId, chair, blob } = await withPhoto();
  chair.traffic.instead = (kind) => (kind === 'push' ? { deviceSeq: 0, outcomes: [], stop: 'retry' } : undefined);
  await expect(chair.engine.sync(committeeId)).rejects.toThrow();
  expect(sent(chair)).toEqual([]);
  expect(await blob()).toMatchObject({ state: 'waiting' });
});

test('[B2] goes on where it was cut off', async () => {
  const { committeeId, chair, blob } = await withPhoto();
  let chunks = 0;
  chair.traffic.onAnswer = (kind, answer) => {
    chunks += kind === 'blobSend' ? 1 : 0;
    if (chunks === 2) {
      chair.traffic.offline = true;
      throw new Error('cut');
    }
    return answer;
  };
  await expect(chair.engine.sync(committeeId)).rejects.toThrow();
  chair.traffic.offline = false;
  chair.traffic.onAnswer = (_, answer) => answer;
  await chair.engine.sync(committeeId);
  expect(sent(chair)).toMatchObject([{ offset: 0 }, { offset: 262_144 }, { offset: 524_288 }]);
  expect(await blob()).toMatchObject({ state: 'stored' });
});

test('[B2] begins again after a difference in the hash, a few times, and then lets others pass', async () => {
  const { committeeId, chair, blob } = await withPhoto(1_000);
  chair.traffic.onAnswer = (kind, answer) => (kind === 'blobSend' ? 'mismatch' : answer);
  await chair.engine.sync(committeeId);
  expect(await blob()).toMatchObject({ state: 'waiting', problem: 'mismatch', tries: 1 });
  expect((await blob())?.bytes?.byteLength).toBe(1_000);
  expect(sent(chair).length).toBeLessThan(10);
});

test('[B5] a photo that the server refuses blocks neither commands nor other photos, and keeps its bytes', async () => {
  const { committeeId, chair, blob } = await withPhoto(1_000);
  chair.traffic.onAnswer = (kind, answer) => (kind === 'blobSend' ? 'refused' : answer);
  await chair.engine.sync(committeeId);
  expect(await blob()).toMatchObject({ state: 'broken', problem: 'refused' });
  expect((await blob())?.bytes?.byteLength).toBe(1_000);
});

test('[B3] bytes stay when the server says stored but its entry did not come', async () => {
  const { committeeId, chair, blob } = await withPhoto(1_000);
  chair.traffic.onAnswer = (kind, answer) => (kind === 'blobOffset' ? 'stored' : answer);
  await chair.engine.sync(committeeId);
  expect(await blob()).toMatchObject({ state: 'waiting' });
  expect((await blob())?.bytes?.byteLength).toBe(1_000);
});

test('[B4] another phone gets the bytes, checks them, and never shows a wrong one', async () => {
  const { server, committeeId, chair, addPhone, sha256, bytes, proposalId } = await withPhoto(1_000);
  await chair.engine.sync(committeeId);
  const treasurer = await addPhone('treasurer');
  const shownBy = `supportSheet/${proposalId}:1` as const;
  const name = `${committeeId}/${sha256}`;
  server.blobs.set(name, bytesOf(999));
  await expect(treasurer.engine.photo(committeeId, sha256, shownBy)).rejects.toThrow('damaged');
  expect(treasurer.alarms).toEqual(['photo_damaged_there']);
  server.blobs.set(name, bytes);
  expect(hashOf(await treasurer.engine.photo(committeeId, sha256, shownBy))).toBe(sha256);
  treasurer.traffic.offline = true;
  expect(hashOf(await treasurer.engine.photo(committeeId, sha256, shownBy))).toBe(sha256);
  expect(await treasurer.engine.freeSpace()).toBe(1_000);
  await expect(treasurer.engine.photo(committeeId, sha256, shownBy)).rejects.toThrow();
});

async function seenBy(role: Role) {
  const world = await withPhoto(1_000);
  await world.chair.engine.sync(world.committeeId);
  const phone = await world.addPhone(role);
  await phone.engine.photo(world.committeeId, world.sha256, `supportSheet/${world.proposalId}:1`);
  const copy = () => phone.read((tx) => tx.blobs.get([world.committeeId, world.sha256]));
  return { ...world, phone, copy };
}

test('[B6] what makes way are bytes that the server holds; the small picture stays to be seen', async () => {
  const { committeeId, sha256, phone, copy } = await seenBy('treasurer');
  const small = await phone.engine.thumbnail(committeeId, sha256);
  expect(small?.byteLength).toBe(smallBytes);
  expect(await phone.engine.freeSpace()).toBe(1_000);
  expect(await copy()).toMatchObject({ bytes: null, state: 'stored', own: 0 });
  expect(hashOf((await phone.engine.thumbnail(committeeId, sha256)) ?? '')).toBe(hashOf(small ?? ''));
  expect(await phone.engine.thumbnail(committeeId, hashOf('another'))).toBeUndefined();
});

test('[B4] a copy without a small picture, because it cannot be drawn, is shown all the same', async () => {
  const { committeeId, chair, addPhone, sha256, proposalId } = await withPhoto(1_000);
  await chair.engine.sync(committeeId);
  const phone = await addPhone('treasurer');
  phone.draws = false;
  const shownBy = `supportSheet/${proposalId}:1` as const;
  expect((await phone.engine.photo(committeeId, sha256, shownBy)).byteLength).toBe(1_000);
  expect(await phone.engine.thumbnail(committeeId, sha256)).toBeUndefined();
});

test('[V1] with other rights no copy of the photos of others stays, small or large', async () => {
  const { committeeId, chair, phone, copy } = await seenBy('treasurer');
  const change = { personId: phone.personId, role: 'auditor', seenRole: 'treasurer', proposalIds: [] };
  await chair.engine.dispatch(committeeId, 'member.changeRole', change);
  await chair.engine.sync(committeeId);
  expect(await copy()).toBeDefined();
  await phone.engine.sync(committeeId);
  expect(await copy()).toBeUndefined();
});

test('[V1] a photo that arrives after its row left the sight of a phone is not kept', async () => {
  const { committeeId, chair, addPhone, sha256, proposalId } = await withPhoto(1_000);
  await chair.engine.sync(committeeId);
  const phone = await addPhone('treasurer');
  phone.traffic.onAnswer = async (kind, answer) => {
    if (kind !== 'blobGet') return answer;
    await chair.engine.dispatch(committeeId, 'member.remove', { personId: phone.personId });
    await chair.engine.sync(committeeId);
    await phone.engine.sync(committeeId); // while the bytes are under way
    return answer;
  };
  await phone.engine.photo(committeeId, sha256, `supportSheet/${proposalId}:1`);
  expect(await phone.read((tx) => tx.rows('supportSheet').all())).toEqual([]);
  expect(await phone.read((tx) => tx.blobs.all())).toEqual([]);
});

test('[V1] rights that another past gave under the same version leave no copy either', async () => {
  const { server, committeeId, phone, copy } = await seenBy('treasurer');
  const restore = server.backup();
  const { access } = await metaOf(phone, committeeId);
  restore();
  phone.traffic.onAnswer = (kind, found) => {
    if (kind !== 'pull') return found;
    const answer = found as PullResponse;
    const initiator = { ...answer.access, role: 'initiator', proposalIds: [] } as const;
    expect(answer).toMatchObject({ mode: 'snapshot', access: { v: access?.v } });
    return { ...answer, access: initiator, patch: answer.patch.filter(({ t }) => t === 'storedPhoto') };
  };
  await phone.engine.sync(committeeId);
  expect(await copy()).toBeUndefined();
});

test('[V1] a sheet that leaves the sight of a phone takes its photos along', async () => {
  const { committeeId, chair, proposalId, phone, copy } = await seenBy('treasurer');
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  await chair.engine.sync(committeeId);
  const id = `${proposalId}:1`;
  phone.traffic.onAnswer = (kind, found) => {
    if (kind !== 'pull') return found;
    const answer = found as PullResponse;
    return { ...answer, patch: [...answer.patch, { op: 'del', t: 'supportSheet', id, v: answer.cursor }] };
  };
  await phone.engine.sync(committeeId);
  expect(await copy()).toBeUndefined();
});

test('[B6] on a full device a photo is refused, and text is still saved in the room that is kept for it', async () => {
  const { committeeId, chair, proposalId, bytes, sha256 } = await withPhoto(1_000);
  await chair.engine.sync(committeeId);
  chair.fillUp(1);
  const photo = { sha256, originalSha256: sha256, size: 1_000, mime: 'image/jpeg', width: 9, height: 9 } as const;
  const numbers = { householdsAsked: 3, forCount: 3, againstCount: 0, noOpinionCount: 0, notAtHomeCount: 0 };
  const count = { proposalId, sheetNumber: 2, area: '', ...numbers, photos: [photo], countedOn: today };
  const photos = [{ photo, bytes, thumbnail: null }];
  await expect(chair.engine.dispatch(committeeId, 'support.count', count, { photos })).rejects.toThrow(StorageFull);
  const text = () => chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  expect(await text()).toMatchObject({ saved: true });
  await expect(text()).rejects.toThrow(StorageFull);
  expect((await outboxOf(chair, committeeId)).map(({ name }) => name)).toEqual(['proposal.create']);
});

test('[B6] copies of photos make way for a save before the reserve does', async () => {
  const { committeeId, phone, copy } = await seenBy('treasurer');
  phone.fillUp(5);
  phone.store.db.table('blobs').hook('updating', (changes) => {
    if ('bytes' in changes) phone.room += 1;
  });
  expect(await phone.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()))).toMatchObject({
    saved: true,
  });
  expect(await copy()).toMatchObject({ bytes: null });
  expect(phone.roomInReserve).toBe(5);
});

test('free space never touches bytes that are not at the server yet', async () => {
  const { chair, blob } = await withPhoto(1_000);
  expect(await chair.engine.freeSpace()).toBe(0);
  expect((await blob())?.bytes?.byteLength).toBe(1_000);
});

const destroy = (proposalId: string) => ({ sheetIds: [`${proposalId}:1`], destroyedOn: '2027-03-01' });

test('[B7] photos of destroyed sheets leave every phone, the small pictures too, and the server', async () => {
  const { server, committeeId, chair, sha256, proposalId, phone, copy, blob } = await seenBy('treasurer');
  expect((await blob())?.thumbnail?.byteLength).toBe(100);
  expect((await copy())?.bytes?.byteLength).toBe(1_000);
  await chair.engine.dispatch(committeeId, 'support.destroySheets', destroy(proposalId));
  expect(await blob(), 'only the server knows whether another row shows it').toBeDefined();
  await chair.engine.sync(committeeId);
  await phone.engine.sync(committeeId);
  expect([await blob(), await copy()]).toEqual([undefined, undefined]);
  expect([...server.blobs.keys()]).toEqual([]);
  await expect(phone.engine.photo(committeeId, sha256, `supportSheet/${proposalId}:1`)).rejects.toThrow();
});

test('[B7] a photo that another row shows stays on every phone', async () => {
  const { server, committeeId, chair, sha256, proposalId, phone, copy, blob } = await seenBy('treasurer');
  const photo = { sha256, originalSha256: sha256, size: 1_000, mime: 'image/jpeg', width: 900, height: 1200 } as const;
  const numbers = { householdsAsked: 3, forCount: 3, againstCount: 0, noOpinionCount: 0, notAtHomeCount: 0 };
  const other = { proposalId, sheetNumber: 2, area: '', ...numbers, photos: [photo], countedOn: today };
  await chair.engine.dispatch(committeeId, 'support.count', other);
  await chair.engine.dispatch(committeeId, 'support.destroySheets', destroy(proposalId));
  await chair.engine.sync(committeeId);
  await phone.engine.sync(committeeId);
  expect([(await blob())?.state, (await copy())?.bytes?.byteLength]).toEqual(['stored', 1_000]);
  expect([...server.blobs.keys()]).toEqual([`${committeeId}/${sha256}`]);
});

test('[B7] a phone that still has to send a photo of a destroyed sheet drops it with its count', async () => {
  const { server, committeeId, chair, proposalId, phone } = await seenBy('treasurer');
  const bytes = bytesOf(2_000);
  const late = hashOf(bytes);
  const photo = { sha256: late, originalSha256: late, size: 2_000, mime: 'image/jpeg', width: 9, height: 9 } as const;
  const numbers = { householdsAsked: 10, forCount: 6, againstCount: 1, noOpinionCount: 1, notAtHomeCount: 2 };
  const count = { proposalId, sheetNumber: 1, area: 'Klosplein', ...numbers, photos: [photo], countedOn: today };
  await phone.engine.dispatch(committeeId, 'support.count', count, { photos: [{ photo, bytes, thumbnail: null }] });
  await chair.engine.dispatch(committeeId, 'support.destroySheets', destroy(proposalId));
  await chair.engine.sync(committeeId);
  await phone.engine.sync(committeeId);
  expect(await phone.read((tx) => tx.blobs.all())).toEqual([]);
  expect([...server.blobs.keys()]).toEqual([]);
  expect(phone.traffic.requests.some(({ kind }) => kind === 'blobSend')).toBe(false);
  expect(
    await phone.read((tx) => tx.rows('supportCount').where('[committeeId+body.proposalId]', [committeeId, proposalId])),
  ).toHaveLength(2);
});

test('[B7] a photo whose count is not decided yet waits for that, is offered, and goes when the server dropped it', async () => {
  const { server, committeeId, chair, addPhone } = await begin();
  const [phone, proposalId, bytes] = [await addPhone('treasurer'), newId(), bytesOf(1_000)];
  const sha256 = hashOf(bytes);
  const photo = { sha256, originalSha256: sha256, size: 1_000, mime: 'image/jpeg', width: 9, height: 9 } as const;
  const numbers = { householdsAsked: 10, forCount: 6, againstCount: 1, noOpinionCount: 1, notAtHomeCount: 2 };
  const count = { proposalId, sheetNumber: 1, area: 'Klosplein', ...numbers, photos: [photo], countedOn: today };
  const photos = [{ photo, bytes, thumbnail: null }];
  const blob = () => phone.read((tx) => tx.blobs.get([committeeId, sha256]));
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(proposalId));
  await chair.engine.dispatch(committeeId, 'support.count', count, { photos });
  await phone.engine.dispatch(committeeId, 'support.count', count, { photos }); // the same picture, on a phone that heard nothing yet
  await chair.engine.sync(committeeId);
  await chair.engine.dispatch(committeeId, 'support.destroySheets', destroy(proposalId));
  await chair.engine.sync(committeeId);
  phone.traffic.instead = (kind) => (kind === 'push' ? { deviceSeq: 0, outcomes: [], stop: 'retry' } : undefined);
  await expect(phone.engine.sync(committeeId)).rejects.toThrow();
  expect((await blob())?.bytes?.byteLength).toBe(1_000);
  phone.traffic.instead = () => undefined;
  await phone.engine.sync(committeeId);
  expect(sent(phone)).toHaveLength(1);
  expect([await blob(), [...server.blobs.keys()]]).toEqual([undefined, []]);
});
