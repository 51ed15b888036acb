/** A server with a founder, something held and a photo, for every test of backup, restore and verify. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { PullResponse } from '../../src/sync/protocol.ts';
import { freshPull, startApp, type TestApp, type Visitor } from '../testApp.ts';
import { png, sha256Of } from '../testPhotos.ts';
import { type Backup, makeBackup } from './backup.ts';
import { verifyAll } from './verify.ts';

export let world: TestApp;
export let anna: Visitor;
export let folder: string;
export const now = new Date('2026-01-11T08:00:00Z');
export const later = new Date('2026-01-12T08:00:00Z');
export const meetingId = '00000000-0000-7000-8000-000000000700';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'buurtkas-backup-'));
  world = await startApp();
  anna = await world.founder();
  await world.member(anna, 'secretary');
  await anna.does('meeting.open', { meetingId }); // held
  await upload(anna, png());
});
afterEach(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

export function upload(visitor: Visitor, bytes: Buffer) {
  const size = String(bytes.length);
  const headers = { 'content-type': 'application/octet-stream', 'upload-offset': '0', 'upload-length': size };
  const url = `/api/blobs/${visitor.committeeId}/${sha256Of(bytes)}`;
  return visitor.ask('PATCH', url, { payload: bytes, headers });
}
export const backUp = (): Promise<Backup> => makeBackup(world.services, folder, now);
export const backedUp = async (): Promise<number | undefined> =>
  (await anna.ask('POST', '/api/sync/pull', { payload: freshPull(anna) })).json<PullResponse>().last?.backedUpSeq;
export const problems = async (): Promise<readonly string[]> =>
  (await verifyAll(world.services)).problems.map((problem) => problem.replace(`${anna.committeeId}: `, ''));
export const sql = (text: string): Promise<void> =>
  world.services.database.write(async (connection) => void (await connection.raw(text)));
export const blobFile = (root: string, bytes: Buffer): string =>
  join(root, 'blobs', anna.committeeId, sha256Of(bytes).slice(0, 2), sha256Of(bytes));
