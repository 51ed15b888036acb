/** A restore where the data are files: they are moved aside, and the backup takes their place. */
import { constants, existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sweepDestroyed } from '../blobs/destroyed.ts';
import { FileBlobs } from '../blobs/fileBlobs.ts';
import { SqliteDatabase } from '../db/sqliteDatabase.ts';
import { blobFolder, databaseFile, openServices, type Places } from '../services.ts';
import { fileTime, type Manifest, readCopy, readManifest } from './backup.ts';
import { beginEpochs, bringPhotos, type Restored, recordPhotos } from './restored.ts';
import { mendRights, type Rights, readRights } from './rights.ts';
import { runningServer } from './running.ts';

export async function restoreIntoFolder(folder: string, places: Places, now: Date, force: boolean): Promise<Restored> {
  const { dataDir } = places;
  const pid = runningServer(dataDir);
  if (pid !== undefined) throw new Error(`Stop the server first (process ${pid}, says server.pid in ${dataDir}).`);
  const present = existsSync(databaseFile(dataDir));
  if (present && !force) throw new Error(`${dataDir} holds data. With --force they are moved aside, not deleted.`);
  const manifest = await readManifest(folder);
  await mkdir(dataDir, { recursive: true });
  const fresh = await prepared(folder, dataDir, manifest);
  const former = present ? await formerRights(dataDir) : null;
  const aside = present ? await moveAside(dataDir, now) : null;
  await rename(databaseFile(fresh), databaseFile(dataDir));
  if (existsSync(blobFolder(fresh))) await rename(blobFolder(fresh), blobFolder(dataDir));
  await rm(fresh, { recursive: true });
  return { manifest, aside, ...(await beginAgain(folder, places, aside, former)) };
}

/** Null when they cannot be read: damaged data may be the very reason to restore. */
async function formerRights(dataDir: string): Promise<Rights | null> {
  try {
    const database = await SqliteDatabase.open(databaseFile(dataDir));
    return await readRights(database, dataDir).finally(() => database.close());
  } catch {
    return null;
  }
}

/** A copy beside the data, verified before anything of the present is touched. */
async function prepared(folder: string, dataDir: string, manifest: Manifest): Promise<string> {
  const fresh = await mkdtemp(join(dataDir, 'restoring-'));
  for (const { path } of manifest.files) {
    const to = join(fresh, path);
    await mkdir(dirname(to), { recursive: true });
    await copyFile(join(folder, path), to, constants.COPYFILE_FICLONE);
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

async function beginAgain(
  backup: string,
  places: Places,
  aside: string | null,
  former: Rights | null,
): Promise<Omit<Restored, 'manifest' | 'aside'>> {
  const services = await openServices(places);
  try {
    await services.database.write(beginEpochs);
    const folders = [...(aside === null ? [] : [aside]), ...(places.s3 == null ? [] : [backup])];
    for (const folder of folders) await bringPhotos(new FileBlobs(blobFolder(folder)), services);
    await sweepDestroyed(services);
    const photosKept = await recordPhotos(services);
    return { photosKept, ...(await mendRights(services, places.dataDir, former)) };
  } finally {
    await services.database.close();
  }
}
