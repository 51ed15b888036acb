/** Photos in an S3-compatible store, over the whole app. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startS3, type TestS3 } from '../../tests/setup/s3.ts';
import { addPart } from '../db/blobQueries.ts';
import { makeBackup } from '../operator/backup.ts';
import { verifyAll } from '../operator/verify.ts';
import { startApp, type TestApp, type Visitor } from '../testApp.ts';
import { png, sha256Of } from '../testPhotos.ts';
import type { S3Settings } from './s3Shelf.ts';

let s3: TestS3;
let world: TestApp;
let anna: Visitor;
const bytes = png(40, 30, 1_000);
const name = sha256Of(bytes);

beforeEach(async () => {
  s3 = await startS3();
  await begin(s3.settings);
});
afterEach(async () => {
  await world.close();
  await s3.remove();
});

async function begin(s3Settings: S3Settings): Promise<void> {
  world = await startApp({ s3: s3Settings });
  anna = await world.founder();
}
function send(offset: number, end = bytes.length) {
  const headers = { 'upload-offset': String(offset), 'upload-length': String(bytes.length) };
  return anna.ask('PATCH', urlOf(), {
    payload: bytes.subarray(offset, end),
    headers: { ...headers, 'content-type': 'application/octet-stream' },
  });
}
const urlOf = (): string => `/api/blobs/${anna.committeeId}/${name}`;
const offset = async (): Promise<unknown> => (await anna.ask('HEAD', urlOf())).headers['upload-offset'];

test('[B2] a photo goes there in parts, is found there, and no file is left here', async () => {
  expect((await send(0, 400)).json()).toEqual({ offset: 400 });
  expect(await offset()).toBe('400');
  expect((await send(400)).statusCode).toBe(204);
  expect((await send(400)).statusCode).toBe(204); // the answer got lost
  expect(await world.services.blobs.list()).toEqual([{ committeeId: anna.committeeId, sha256: name }]);
  expect(readdirSync(world.dataDir)).not.toContain('blobs');
  const stored = await world.services.blobs.read(anna.committeeId, name);
  const parts: Buffer[] = [];
  for await (const part of stored?.stream() ?? []) parts.push(part as Buffer);
  expect([stored?.mime, Buffer.concat(parts).equals(bytes)]).toEqual(['image/png', true]);
  expect(await verifyAll(world.services)).toMatchObject({ photos: 1, problems: [] });
  const { manifest, report } = await makeBackup(world.services, join(world.dataDir, 'backups'), new Date());
  expect([manifest.files.length, report.photos, report.problems]).toEqual([2, 1, []]);
});

test.each([0, 400])(
  '[B2] parts with a hole, of a device that was quicker or broke off, keep no photo waiting (from %i)',
  async (from) => {
    const { database } = world.services;
    const part = { committeeId: anna.committeeId, sha256: name, start: 400, bytes: bytes.subarray(400, 700) };
    await database.write((connection) => connection.run(addPart, part));
    expect(await offset()).toBe('0');
    let at = from;
    for (let tries = 0; tries < 4; tries += 1) {
      const answer = await send(at, Math.min(bytes.length, at + 400));
      if (answer.statusCode === 204) break;
      at = Number(answer.headers['upload-offset']);
    }
    expect(await world.services.blobs.list()).toEqual([{ committeeId: anna.committeeId, sha256: name }]);
  },
);

test('[B2] a store that cannot be reached costs the phone one chunk: it is asked to try again', async () => {
  await send(0, 400);
  await s3.goDown();
  const answer = await send(400);
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '2']);
  await s3.comeUp();
  expect(await offset()).toBe('400');
  expect((await send(400)).statusCode).toBe(204);
});

test('[B7] a photo that is destroyed is no object there any more, nor is what was on its way; twice is no error', async () => {
  const { blobs } = world.services;
  await send(0);
  await blobs.remove(anna.committeeId, name);
  await blobs.remove(anna.committeeId, name);
  expect(await blobs.list()).toEqual([]);
  await send(0, 400);
  await blobs.remove(anna.committeeId, name);
  expect(await offset()).toBe('0');
});

test('a wrong key loses nothing: phones keep their photos and try again', async () => {
  await world.close();
  await begin({ ...s3.settings, secretAccessKey: 'wrong' });
  expect((await send(0)).statusCode).toBe(503);
});
