/** Puts a backup in the place of the present data, which are moved aside and never deleted. Each committee begins a new
 *  epoch: by that phones notice, and send again what the backup does not hold (D6, H3). */
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FileBlobs } from '../blobs.ts';
import { listCommittees } from '../db/committees.ts';
import { beginEpoch } from '../db/queries.ts';
import { blobFolder, databaseFile, openServices } from '../services.ts';
import { newId } from '../uuid.ts';
import { copyBlob, fileTime, type Manifest, readCopy, readManifest } from './backup.ts';
import { runningServer } from './running.ts';

export interface Restored {
  readonly manifest: Manifest;
  /** Where the former data are now; null when there were none. */
  readonly aside: string | null;
  /** Photos that came in after the backup and are kept: phones that sent them may have freed their bytes. */
  readonly photosKept: number;
}

export async function restore(folder: string, dataDir: string, now: Date, force: boolean): Promise<Restored> {
  const pid = runningServer(dataDir);
  if (pid !== undefined) throw new Error(`Stop the server first (process ${pid}, says server.pid in ${dataDir}).`);
  const present = existsSync(databaseFile(dataDir));
  if (present && !force) throw new Error(`${dataDir} holds data. With --force they are moved aside, not deleted.`);
  const manifest = await readManifest(folder);
  await mkdir(dataDir, { recursive: true });
  const fresh = await prepared(folder, dataDir, manifest);
  const aside = present ? await moveAside(dataDir, now) : null;
  await rename(databaseFile(fresh), databaseFile(dataDir));
  if (existsSync(blobFolder(fresh))) await rename(blobFolder(fresh), blobFolder(dataDir));
  await rm(fresh, { recursive: true });
  return { manifest, aside, photosKept: await beginAgain(dataDir, aside) };
}

/** A copy beside the data, verified before anything of the present is touched. */
async function prepared(folder: string, dataDir: string, manifest: Manifest): Promise<string> {
  const fresh = await mkdtemp(join(dataDir, 'restoring-'));
  for (const { path } of manifest.files) {
    const to = join(fresh, path);
    if (path.startsWith('blobs/')) await copyBlob(join(folder, path), to);
    else await copyFile(join(folder, path), to);
  }
  const { report } = await readCopy(fresh);
  if (report.problems.length > 0) {
    await rm(fresh, { recursive: true });
    throw new Error(`The backup does not verify:\n${report.problems.join('\n')}`);
  }
  return fresh;
}

async function moveAside(dataDir: string, now: Date): Promise<string> {
  const aside = join(dataDir, `replaced-${fileTime(now)}`);
  await mkdir(aside);
  const file = databaseFile(dataDir);
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(file + suffix)) await rename(file + suffix, databaseFile(aside) + suffix);
  }
  if (existsSync(blobFolder(dataDir))) await rename(blobFolder(dataDir), blobFolder(aside));
  return aside;
}

async function beginAgain(dataDir: string, aside: string | null): Promise<number> {
  const services = await openServices({ dataDir });
  try {
    const committees = await listCommittees(services.database);
    await services.database.write(async (connection) => {
      for (const { id } of committees) connection.run(beginEpoch, { id, epoch: newId() });
    });
    if (aside === null) return 0;
    const known = new Set(committees.map(({ id }) => id));
    const here = new Set((await services.blobs.list()).map(({ committeeId, sha256 }) => `${committeeId}/${sha256}`));
    let kept = 0;
    for (const { committeeId, sha256, file } of await new FileBlobs(blobFolder(aside)).list()) {
      if (!known.has(committeeId) || here.has(`${committeeId}/${sha256}`)) continue;
      await copyBlob(file, join(blobFolder(dataDir), committeeId, sha256.slice(0, 2), sha256));
      const offset = await services.blobs.offset(committeeId, sha256);
      if (typeof offset !== 'number') await services.engine.recordStoredPhoto(committeeId, sha256, offset.stored);
      kept += 1;
    }
    return kept;
  } finally {
    await services.database.close();
  }
}
