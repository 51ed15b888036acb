/** A backup: a copy of the database and the photos in a folder of its own, with a list of hashes, read again before it
 *  counts. Only then phones are told that they need not keep what it holds (H2). Works while the server runs. Its form is
 *  the same whatever the data are in: an SQLite file and photos as files. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import * as v from 'valibot';
import type { BlobStore } from '../blobs/blobStore.ts';
import { copyBlob } from '../blobs/copyBlob.ts';
import { sweepDestroyed } from '../blobs/destroyed.ts';
import { FileBlobs, hashOfFile } from '../blobs/fileBlobs.ts';
import { listCommittees } from '../db/committees.ts';
import type { Database } from '../db/database.ts';
import { setBackedUp } from '../db/queries.ts';
import { SqliteDatabase } from '../db/sqliteDatabase.ts';
import { createStore } from '../db/store.ts';
import { syncFolder, syncTree } from '../onDisk.ts';
import { blobFolder, databaseFile, type Services } from '../services.ts';
import { type Report, verifyAll } from './verify.ts';

/** What a backup holds; a list that names another file is none of ours. */
const copiedFile = /^(buurtkas\.sqlite|blobs\/[0-9a-f-]{36}\/[0-9a-f]{2}\/[0-9a-f]{64})$/;
const manifestShape = v.object({
  kind: v.literal('buurtkas_backup'),
  v: v.literal(1),
  madeAt: v.string(),
  committees: v.array(v.object({ id: v.string(), epoch: v.string(), seq: v.number(), head: v.string() })),
  files: v.array(v.object({ path: v.pipe(v.string(), v.regex(copiedFile)), size: v.number(), sha256: v.string() })),
});
export type Manifest = v.InferOutput<typeof manifestShape>;

export const manifestFile = (folder: string): string => join(folder, 'manifest.json');

export interface Backup {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly report: Report;
}

/** Makes `<into>/buurtkas-<time>`. With problems in the report the copy is there, and counts for nothing. */
export async function makeBackup(services: Services, into: string, now: Date): Promise<Backup> {
  const folder = join(into, `buurtkas-${fileTime(now)}`);
  mkdirSync(folder, { recursive: true });
  await sweepDestroyed(services); // what is destroyed must not live on in a backup
  // The rows first: a photo that they name is on disk already, and one that comes later does no harm.
  await services.database.copyTo(databaseFile(folder));
  const photos = new FileBlobs(blobFolder(folder));
  for (const name of await services.blobs.list()) await copyBlob(services.blobs, photos, name);
  const { report, committees } = await readCopy(folder);
  const manifest = await manifestOf(folder, committees, now);
  writeFileSync(manifestFile(folder), `${JSON.stringify(manifest, null, 1)}\n`);
  await syncTree(folder); // SQLite does not sync the copy that it makes, and phones give away what is in it
  await syncFolder(into);
  if (report.problems.length === 0) await tellPhones(services, manifest);
  return { folder, manifest, report };
}

/** '2026-01-10T19-00-00-000Z': sorts by time and is a file name everywhere. */
export const fileTime = (now: Date): string => now.toISOString().replace(/[:.]/g, '-');

type Copy = { readonly report: Report; readonly committees: Manifest['committees'] };

/** Opens a copy of the data and verifies it whole. */
export async function readCopy(folder: string): Promise<Copy> {
  const database = await SqliteDatabase.open(databaseFile(folder));
  return readCopyIn(database, new FileBlobs(blobFolder(folder))).finally(() => database.close());
}

export async function readCopyIn(database: Database, blobs: BlobStore): Promise<Copy> {
  const report = await verifyAll({ database, store: createStore(database), blobs });
  const rows = await listCommittees(database);
  return { report, committees: rows.map(({ id, epoch, seq, head }) => ({ id, epoch, seq, head })) };
}

async function manifestOf(folder: string, committees: Manifest['committees'], now: Date): Promise<Manifest> {
  const photos = new FileBlobs(blobFolder(folder));
  const files = [];
  for (const file of [databaseFile(folder), ...(await photos.list()).map((name) => photos.file(name))]) {
    const { size } = await stat(file);
    files.push({ path: relative(folder, file).replaceAll('\\', '/'), size, sha256: await hashOfFile(file) });
  }
  return { kind: 'buurtkas_backup', v: 1, madeAt: now.toISOString(), committees, files };
}

async function tellPhones({ database }: Services, { committees }: Manifest): Promise<void> {
  await database.write(async (connection) => {
    for (const { id, epoch, seq } of committees) await connection.run(setBackedUp, { id, epoch, seq });
  });
}

function manifestFrom(text: string): Manifest | undefined {
  try {
    return v.parse(manifestShape, JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** The list of a backup, every file compared with it. Throws a sentence when something is missing or changed. */
export async function readManifest(folder: string): Promise<Manifest> {
  let text: string;
  try {
    text = readFileSync(manifestFile(folder), 'utf8');
  } catch {
    throw new Error(`${folder} is no backup: it has no manifest.json`);
  }
  const manifest = manifestFrom(text);
  if (manifest === undefined) throw new Error(`${folder} is no backup: its manifest.json is damaged`);
  for (const { path, sha256 } of manifest.files) {
    const hash = await hashOfFile(join(folder, path)).catch(() => 'missing');
    if (hash !== sha256) throw new Error(`${path} of the backup is ${hash === 'missing' ? 'missing' : 'changed'}`);
  }
  return manifest;
}
