import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { limits, type PullResponse } from '../../src/sync/protocol.ts';
import { freshPull, startApp, type TestApp, type Visitor } from '../testApp.ts';
import { jpeg, png, sha256Of, webm } from '../testPhotos.ts';

let world: TestApp;
afterEach(() => world.close());
const start = async (options?: Parameters<typeof startApp>[0]): Promise<TestApp> => {
  world = await startApp(options);
  return world;
};
const urlOf = (visitor: Visitor, sha256: string): string => `/api/blobs/${visitor.committeeId}/${sha256}`;
const head = (visitor: Visitor, sha256: string) => visitor.ask('HEAD', urlOf(visitor, sha256));
function patch(visitor: Visitor, sha256: string, offset: number, chunk: Buffer, total: number) {
  const type = { 'content-type': 'application/offset+octet-stream' };
  const headers = { ...type, 'upload-offset': String(offset), 'upload-length': String(total) };
  return visitor.ask('PATCH', urlOf(visitor, sha256), { payload: chunk, headers });
}
const storedPhotos = async (visitor: Visitor): Promise<string[]> => {
  const page = (await visitor.ask('POST', '/api/sync/pull', { payload: freshPull(visitor) })).json<PullResponse>();
  return page.patch.filter(({ t }) => t === 'storedPhoto').map(({ id }) => id);
};
const fileOf = (visitor: Visitor, sha256: string): string =>
  join(world.dataDir, 'blobs', visitor.committeeId, sha256.slice(0, 2), sha256);

test('[B2] a photo in chunks goes on where it stopped, and the log tells everybody that it is stored', async () => {
  const { founder } = await start();
  const anna = await founder();
  const bytes = png(40, 30, 1_000);
  const name = sha256Of(bytes);
  expect((await head(anna, name)).headers['upload-offset']).toBe('0');
  const first = await patch(anna, name, 0, bytes.subarray(0, 400), bytes.length);
  expect([first.statusCode, first.headers['upload-offset'], first.json()]).toEqual([200, '400', { offset: 400 }]);
  expect((await head(anna, name)).headers['upload-offset']).toBe('400');
  expect(await storedPhotos(anna)).toEqual([]);
  expect(existsSync(fileOf(anna, name))).toBe(false);
  const last = await patch(anna, name, 400, bytes.subarray(400), bytes.length);
  expect([last.statusCode, last.headers['upload-offset']]).toEqual([204, String(bytes.length)]);
  expect((await head(anna, name)).statusCode).toBe(204);
  expect(await storedPhotos(anna)).toEqual([name]);
});

test('[B2] a chunk at the wrong place changes nothing and hears the right one', async () => {
  const { founder } = await start();
  const anna = await founder();
  const bytes = png(40, 30, 1_000);
  const name = sha256Of(bytes);
  await patch(anna, name, 0, bytes.subarray(0, 400), bytes.length);
  for (const offset of [0, 399, 401]) {
    const answer = await patch(anna, name, offset, bytes.subarray(offset, offset + 10), bytes.length);
    expect([answer.statusCode, answer.headers['upload-offset']]).toEqual([409, '400']);
  }
  expect((await patch(anna, name, 400, bytes.subarray(400), bytes.length)).statusCode).toBe(204);
});

test('[B2] two devices that send the same photo at once make one file and one entry', async () => {
  const { founder } = await start();
  const anna = await founder();
  const bytes = jpeg();
  const name = sha256Of(bytes);
  const answers = await Promise.all([1, 2, 3].map(() => patch(anna, name, 0, bytes, bytes.length)));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([204, 204, 204]);
  expect(await storedPhotos(anna)).toEqual([name]);
});

test('[B2] bytes with another hash are thrown away: from the start', async () => {
  const { founder } = await start();
  const anna = await founder();
  const [bytes, other] = [png(40, 30, 50), png(41, 30, 50)];
  const name = sha256Of(bytes);
  const answer = await patch(anna, name, 0, other, other.length);
  expect([answer.statusCode, answer.json()]).toMatchObject([460, { code: 'mismatch' }]);
  expect((await head(anna, name)).headers['upload-offset']).toBe('0');
  expect((await patch(anna, name, 0, bytes, bytes.length)).statusCode).toBe(204);
});

test('[B5] what is no photo is refused, whatever it calls itself', async () => {
  const { founder } = await start();
  const anna = await founder();
  const bytes = Buffer.from('<!doctype html><script>alert(1)</script>'.padEnd(200));
  const answer = await patch(anna, sha256Of(bytes), 0, bytes, bytes.length);
  expect([answer.statusCode, answer.json()]).toMatchObject([415, { code: 'not_a_photo' }]);
  expect(existsSync(fileOf(anna, sha256Of(bytes)))).toBe(false);
  expect(await storedPhotos(anna)).toEqual([]);
});

test('[B5] sizes have limits', async () => {
  const { founder } = await start();
  const anna = await founder();
  const bytes = png();
  const name = sha256Of(bytes);
  const codes = [
    await patch(anna, name, 0, bytes, limits.blobBytesMax + 1),
    await patch(anna, name, 0, bytes, bytes.length - 1), // more than was announced
    await patch(anna, name, 0, Buffer.alloc(2 * limits.blobChunkBytes + 1), limits.blobBytesMax),
  ].map((answer) => [answer.statusCode, answer.json<{ code: string }>().code]);
  expect(codes).toEqual([
    [413, 'too_large'],
    [413, 'too_large'],
    [413, 'too_large'],
  ]);
  const headers = { 'content-type': 'application/octet-stream' };
  const without = await anna.ask('PATCH', urlOf(anna, name), { payload: bytes, headers });
  expect(without.json()).toMatchObject({ code: 'malformed' });
});

test('uploads are for whoever is or was a member, and names are only ever hashes', async () => {
  const { founder, member } = await start();
  const [anna, stranger] = [await founder(), await founder()];
  const secretary = await member(anna, 'secretary');
  const bytes = png();
  const name = sha256Of(bytes);
  stranger.committeeId = anna.committeeId;
  expect((await patch(stranger, name, 0, bytes, bytes.length)).statusCode).toBe(403);
  expect((await head(stranger, name)).statusCode).toBe(403);
  await anna.does('member.remove', { personId: secretary.personId });
  expect((await patch(secretary, name, 0, bytes, bytes.length)).statusCode).toBe(204);
  for (const wrong of ['..%2f..%2fbuurtkas.sqlite', 'A'.repeat(64), 'abc']) {
    expect((await patch(anna, wrong, 0, bytes, bytes.length)).statusCode).toBe(400);
  }
});

test('uploads are limited per address', async () => {
  const { founder } = await start({ uploadsPerMinute: 2 });
  const anna = await founder();
  const bytes = png();
  const send = () => patch(anna, sha256Of(bytes), 0, bytes, bytes.length);
  expect([await send(), await send(), await send()].map(({ statusCode }) => statusCode)).toEqual([204, 204, 429]);
});

test('[B4] a photo is shown through a row that names it, to whoever sees that row, and to nobody else', async () => {
  const { founder, member } = await start();
  const anna = await founder();
  const manager = await member(anna, 'district_manager');
  const bytes = jpeg(1_600, 1_200);
  const sha256 = sha256Of(bytes);
  const [proposalId, otherId] = [randomUUID(), randomUUID()];
  const fields = { summary: '', applicant: '', themeShares: [], quarters: [], budgetLines: [], requestedCents: 5 };
  await anna.does('proposal.create', { proposalId, year: 2026, title: 'Feest', kind: 'recurring_event', ...fields });
  const photo = {
    sha256,
    originalSha256: sha256,
    size: bytes.length,
    mime: 'image/jpeg',
    width: 1_600,
    height: 1_200,
  } as const;
  const numbers = { householdsAsked: 3, forCount: 1, againstCount: 1, noOpinionCount: 0, notAtHomeCount: 1 };
  const sheet = { proposalId, area: 'Kloosstraat', ...numbers, countedOn: '2026-01-10' };
  await anna.does('support.count', { ...sheet, sheetNumber: 1, photos: [photo] });
  await anna.does('support.count', { ...sheet, sheetNumber: 2, photos: [] });
  const get = (by: Visitor, id: string, t = 'supportSheet') => by.ask('GET', `${urlOf(by, sha256)}?t=${t}&id=${id}`);
  expect((await get(anna, `${proposalId}:1`)).json()).toMatchObject({ code: 'not_stored_yet' });
  await patch(anna, sha256, 0, bytes, bytes.length);
  const shown = await get(anna, `${proposalId}:1`);
  expect(shown.rawPayload.equals(bytes)).toBe(true);
  expect(shown.headers).toMatchObject({ 'content-type': 'image/jpeg', 'content-length': String(bytes.length) });
  expect(shown.headers['cache-control']).toContain('private');
  for (const answer of [
    await get(manager, `${proposalId}:1`), // may not see the sheet
    await get(anna, `${proposalId}:2`), // a row that does not name it
    await get(anna, otherId), // no such row
    await get(anna, sha256, 'storedPhoto'), // everybody sees this row, and it shows no bytes
  ]) {
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'not_found']);
  }
  expect((await get(anna, 'x', 'secret')).statusCode).toBe(400);
});

test('[B4] a hash is no right: whoever names a photo in a row of his own gets no bytes that he may not see', async () => {
  const { founder, member } = await start();
  const anna = await founder();
  const [proposalId, otherId] = [randomUUID(), randomUUID()];
  const [own, other] = [await member(anna, 'initiator', [proposalId]), await member(anna, 'initiator', [otherId])];
  const fields = { summary: '', applicant: '', themeShares: [], quarters: [], budgetLines: [], requestedCents: 5 };
  const draft = { year: 2026, title: 'Feest', kind: 'recurring_event', ...fields } as const;
  await own.does('proposal.create', { ...draft, proposalId });
  await other.does('proposal.create', { ...draft, proposalId: otherId });
  const photoOf = (of: Buffer) => {
    const [sha256, size] = [sha256Of(of), of.length];
    return { sha256, originalSha256: sha256, size, mime: 'image/jpeg' as const, width: 800, height: 600 };
  };
  const [sheet, quote, taken] = [jpeg(1_600, 1_200), jpeg(800, 600), jpeg(900, 700)];
  const [dropped, refused] = [jpeg(1_000, 700), jpeg(1_100, 700)];
  const numbers = { householdsAsked: 3, forCount: 1, againstCount: 1, noOpinionCount: 0, notAtHomeCount: 1 };
  const counted = { proposalId, area: 'Kloosstraat', ...numbers, countedOn: '2026-01-10', sheetNumber: 1 };
  const document = { kind: 'quote', label: 'Offerte' } as const;
  const show = (by: Visitor, of: Buffer, id = randomUUID()) => {
    const ids = { documentId: id, proposalId: by === own ? proposalId : otherId };
    return by.does('proposalDocument.add', { ...document, ...ids, photos: [photoOf(of)] });
  };
  const send = (by: Visitor, of: Buffer) => patch(by, sha256Of(of), 0, of, of.length);
  await anna.does('support.count', { ...counted, photos: [photoOf(sheet)] });
  expect(await show(other, quote)).toMatchObject({ outcome: 'applied' });
  await send(anna, sheet);
  await send(other, quote);
  // What no row shows: a photo of a sheet that was refused, and one of an initiator whose document was.
  const unfit = { ...counted, sheetNumber: 2, forCount: 9, photos: [photoOf(dropped)] };
  expect(await anna.does('support.count', unfit)).toMatchObject({ outcome: 'rejected' });
  await send(anna, dropped);
  const elsewhere = { ...document, documentId: randomUUID(), proposalId: otherId, photos: [photoOf(refused)] };
  expect(await own.does('proposalDocument.add', elsewhere)).toMatchObject({ outcome: 'rejected' });
  await send(own, refused);
  expect(await storedPhotos(own), 'everybody hears what is stored').toContain(sha256Of(sheet));

  for (const hidden of [sheet, quote, dropped, dropped]) {
    const id = randomUUID();
    expect(await show(own, hidden, id)).toMatchObject({ outcome: 'rejected', code: 'not_permitted' });
    const answer = await own.ask('GET', `${urlOf(own, sha256Of(hidden))}?t=proposalDocument&id=${id}`);
    expect(answer.statusCode).toBe(404);
  }
  // Whoever sees all of the committee may show it to others; and what was just taken, or is shown already, is one's own.
  expect(await show(anna, sheet)).toMatchObject({ outcome: 'applied' });
  expect(await show(own, taken)).toMatchObject({ outcome: 'applied' });
  await send(own, taken);
  expect(await show(own, taken)).toMatchObject({ outcome: 'applied' });
  const same = { ...counted, sheetNumber: 3, photos: [photoOf(refused)] };
  expect(await anna.does('support.count', same)).toMatchObject({ outcome: 'applied' });
  expect(await show(own, refused)).toMatchObject({ outcome: 'applied' });
});

test('[B3] a photo that a crash left without its entry gets it when its phone asks how far it is', async () => {
  const { founder, services } = await start();
  const anna = await founder();
  const bytes = png();
  await services.blobs.append(anna.committeeId, sha256Of(bytes), 0, bytes, bytes.length);
  expect(await storedPhotos(anna)).toEqual([]);
  expect((await head(anna, sha256Of(bytes))).statusCode).toBe(204);
  expect(await storedPhotos(anna)).toEqual([sha256Of(bytes)]);
});

test('[B7] destroyed sheets: their bytes go, late ones are dropped, and a phone that sends them hears that they arrived', async () => {
  const { founder, member, services } = await start();
  const anna = await founder();
  const other = await member(anna, 'member');
  const [bytes, kept] = [jpeg(1_600, 1_200), jpeg(800, 600)];
  const proposalId = randomUUID();
  const fields = { summary: '', applicant: '', themeShares: [], quarters: [], budgetLines: [], requestedCents: 5 };
  await anna.does('proposal.create', { proposalId, year: 2026, title: 'Feest', kind: 'recurring_event', ...fields });
  const photoOf = (of: Buffer) => {
    const [sha256, size] = [sha256Of(of), of.length];
    return { sha256, originalSha256: sha256, size, mime: 'image/jpeg' as const, width: 800, height: 600 };
  };
  const numbers = { householdsAsked: 3, forCount: 1, againstCount: 1, noOpinionCount: 0, notAtHomeCount: 1 };
  const sheet = { proposalId, area: 'Kloosstraat', ...numbers, countedOn: '2026-01-10' };
  await anna.does('support.count', { ...sheet, sheetNumber: 1, photos: [photoOf(bytes), photoOf(kept)] });
  await anna.does('support.count', { ...sheet, sheetNumber: 2, photos: [photoOf(kept)] });
  const send = (by: Visitor, of: Buffer) => patch(by, sha256Of(of), 0, of, of.length);
  await send(anna, bytes);
  await send(anna, kept);
  const held = async () => (await services.blobs.list()).map(({ sha256 }) => sha256);
  expect(await held()).toHaveLength(2);
  await anna.does('support.destroySheets', { sheetIds: [`${proposalId}:1`], destroyedOn: '2027-03-01' });
  await vi.waitFor(async () => expect(await held()).toEqual([sha256Of(kept)]));
  expect((await head(other, sha256Of(bytes))).statusCode).toBe(204);
  expect((await patch(other, sha256Of(bytes), 0, bytes.subarray(0, 20), bytes.length)).statusCode).toBe(204);
  expect(await services.blobs.offset(anna.committeeId, sha256Of(bytes)), 'not even a part').toBe(0);
  const late = await send(other, bytes);
  expect([late.statusCode, late.headers['upload-offset']]).toEqual([204, String(bytes.length)]);
  expect(await held()).toEqual([sha256Of(kept)]);
  const shown = await anna.ask('GET', `${urlOf(anna, sha256Of(kept))}?t=supportSheet&id=${proposalId}:2`);
  expect(shown.rawPayload.equals(kept)).toBe(true);
  const gone = await anna.ask('GET', `${urlOf(anna, sha256Of(bytes))}?t=supportSheet&id=${proposalId}:1`);
  expect(gone.statusCode).toBe(404);
});

test('[B4] what was spoken on the street is played to the committee, and to no initiator', async () => {
  const { founder, member } = await start();
  const anna = await founder();
  const initiator = await member(anna, 'initiator');
  const bytes = webm('webm', 5_000);
  const sha256 = sha256Of(bytes);
  const voice = { sha256, size: bytes.length, mime: 'audio/webm', seconds: 3 } as const;
  const ideaId = randomUUID();
  const where = { quarter: '', channel: 'IJscokar', heardOf: '', caughtOn: '2026-05-12' };
  await anna.does('idea.add', { ideaId, text: '', voice, photos: [], ...where });
  expect((await patch(anna, sha256, 0, bytes, bytes.length)).statusCode).toBe(204);
  const get = (by: Visitor) => by.ask('GET', `${urlOf(by, sha256)}?t=idea&id=${ideaId}`);
  const played = await get(anna);
  expect(played.rawPayload.equals(bytes)).toBe(true);
  expect(played.headers).toMatchObject({ 'content-type': 'audio/webm', 'x-content-type-options': 'nosniff' });
  expect((await get(initiator)).statusCode).toBe(404);
});
