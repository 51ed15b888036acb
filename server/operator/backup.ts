/** A backup: a copy of the database and the photos in a folder of its own, with a list of hashes, read again before it
 *  counts. Only then phones are told that they need not keep what it holds (H2). Works while the server runs. */
import { constants, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import * as v from 'valibot';
import { FileBlobs, hashOfFile } from '../blobs.ts';
import { listCommittees } from '../db/committees.ts';
import { Database } from '../db/database.ts';
import { setBackedUp } from '../db/queries.ts';
import { createSqliteStore } from '../db/sqliteStore.ts';
import { blobFolder, databaseFile, type Services } from '../services.ts';
import { type Report, verifyAll } from './verify.ts';

const manifestShape = v.object({
  kind: v.literal('buurtkas_backup'),
  v: v.literal(1),
  madeAt: v.string(),
  committees: v.array(v.object({ id: v.string(), epoch: v.string(), seq: v.number(), head: v.string() })),
  files: v.array(v.object({ path: v.string(), size: v.number(), sha256: v.string() })),
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
  // The rows first: a photo that they name is on disk already, and one that comes later does no harm.
  await services.database.copyTo(databaseFile(folder));
  for (const { committeeId, sha256, file } of await services.blobs.list()) {
    await copyBlob(file, join(blobFolder(folder), committeeId, sha256.slice(0, 2), sha256));
  }
  const { report, committees } = await readCopy(folder);
  const manifest = await manifestOf(folder, committees, now);
  writeFileSync(manifestFile(folder), `${JSON.stringify(manifest, null, 1)}\n`);
  if (report.problems.length === 0) await tellPhones(services, manifest);
  return { folder, manifest, report };
}

export async function copyBlob(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to, constants.COPYFILE_FICLONE); // costs nothing where the file system can share
}

/** '2026-01-10T19-00-00-000Z': sorts by time and is a file name everywhere. */
export const fileTime = (now: Date): string => now.toISOString().replace(/[:.]/g, '-');

/** Opens a copy of the data and verifies it whole. */
export async function readCopy(folder: string): Promise<{ report: Report; committees: Manifest['committees'] }> {
  const database = await Database.open(databaseFile(folder));
  try {
    const blobs = new FileBlobs(blobFolder(folder));
    const report = await verifyAll({ database, store: createSqliteStore(database), blobs });
    const rows = await listCommittees(database);
    return { report, committees: rows.map(({ id, epoch, seq, head }) => ({ id, epoch, seq, head })) };
  } finally {
    await database.close();
  }
}

async function manifestOf(folder: string, committees: Manifest['committees'], now: Date): Promise<Manifest> {
  const photos = (await new FileBlobs(blobFolder(folder)).list()).map(({ file }) => file);
  const files = [];
  for (const file of [databaseFile(folder), ...photos]) {
    const { size } = await stat(file);
    files.push({ path: relative(folder, file).replaceAll('\\', '/'), size, sha256: await hashOfFile(file) });
  }
  return { kind: 'buurtkas_backup', v: 1, madeAt: now.toISOString(), committees, files };
}

async function tellPhones({ database }: Services, { committees }: Manifest): Promise<void> {
  await database.write(async (connection) => {
    for (const { id, epoch, seq } of committees) connection.run(setBackedUp, { id, epoch, seq });
  });
}

/** The list of a backup, every file compared with it. Throws a sentence when something is missing or changed. */
export async function readManifest(folder: string): Promise<Manifest> {
  let text: string;
  try {
    text = readFileSync(manifestFile(folder), 'utf8');
  } catch {
    throw new Error(`${folder} is no backup: it has no manifest.json`);
  }
  const manifest = v.parse(manifestShape, JSON.parse(text));
  for (const { path, sha256 } of manifest.files) {
    const hash = await hashOfFile(join(folder, path)).catch(() => 'missing');
    if (hash !== sha256) throw new Error(`${path} of the backup is ${hash === 'missing' ? 'missing' : 'changed'}`);
  }
  return manifest;
}
