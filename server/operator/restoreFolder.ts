/** A restore where the data are files: they are moved aside, and the backup takes their place. */
import { constants, existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { sweepDestroyed } from '../blobs/destroyed.ts';
import { FileBlobs } from '../blobs/fileBlobs.ts';
import { SqliteDatabase } from '../db/sqliteDatabase.ts';
import { syncFolder, syncTree } from '../onDisk.ts';
import { blobFolder, databaseFile, openServices, type Places, restoreLeftovers, restoring } from '../services.ts';
import { fileTime, type Manifest, readCopy, readManifest } from './backup.ts';
import { beginEpochs, bringPhotos, type Restored, recordPhotos } from './restored.ts';
import { mendRights, type Rights, readRights } from './rights.ts';
import { runningServer } from './running.ts';

export async function restoreIntoFolder(folder: string, places: Places, now: Date, force: boolean): Promise<Restored> {
  const { dataDir } = places;
  const pid = runningServer(dataDir);
  if (pid !== undefined) throw new Error(`Stop the server first (process ${pid}, says server.pid in ${dataDir}).`);
  const begun = await begunAside(dataDir);
  const present = databaseFiles(dataDir).some(existsSync);
  if (present && begun === null && !force)
    throw new Error(`${dataDir} holds data. With --force they are moved aside, not deleted.`);
  const manifest = await readManifest(folder);
  await mkdir(dataDir, { recursive: true });
  const fresh = await prepared(folder, dataDir, manifest);
  const aside = begun ?? (present ? join(dataDir, `replaced-${fileTime(now)}`) : null);
  if (aside !== null) await moveAside(dataDir, aside, fresh);
  const former = aside === null ? null : await formerRights(aside, dataDir); // with its log beside it, and never without
  if (existsSync(blobFolder(fresh))) await rename(blobFolder(fresh), blobFolder(dataDir));
  await rename(databaseFile(fresh), databaseFile(dataDir)); // last: no server starts on what is half done
  await syncFolder(dataDir);
  for (const name of restoreLeftovers(dataDir)) await rm(join(dataDir, name), { recursive: true });
  return { manifest, aside, ...(await beginAgain(folder, places, aside, former)) };
}

const asideNote = 'aside.txt';

/** Where a restore that stopped half-way had put the data of before: the next one goes on with those. */
async function begunAside(dataDir: string): Promise<string | null> {
  if (existsSync(databaseFile(dataDir))) return null;
  for (const name of restoreLeftovers(dataDir)) {
    const aside = await readFile(join(dataDir, name, asideNote), 'utf8').catch(() => '');
    if (aside !== '' && existsSync(join(dataDir, aside))) return join(dataDir, aside);
  }
  return null;
}

/** All that SQLite reads under the name: the log of another database beside a restored one would be carried out on it. */
const databaseFiles = (dataDir: string): readonly string[] =>
  ['', '-wal', '-shm'].map((suffix) => databaseFile(dataDir) + suffix);

/** Null when they cannot be read: damaged data may be the very reason to restore. */
async function formerRights(from: string, dataDir: string): Promise<Rights | null> {
  if (!existsSync(databaseFile(from))) return null;
  try {
    const database = await SqliteDatabase.open(databaseFile(from));
    return await readRights(database, dataDir).finally(() => database.close());
  } catch {
    return null;
  }
}

/** A copy beside the data, verified before anything of the present is touched, and under its new epochs: a restore that stops
 *  half-way leaves nothing that phones take for the server of before. */
async function prepared(folder: string, dataDir: string, manifest: Manifest): Promise<string> {
  const fresh = await mkdtemp(join(dataDir, restoring));
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
  const database = await SqliteDatabase.open(databaseFile(fresh));
  await database.write(beginEpochs).finally(() => database.close());
  await syncTree(fresh);
  return fresh;
}

/** The second time only what the first one did not come to. */
async function moveAside(dataDir: string, aside: string, fresh: string): Promise<void> {
  await writeFile(join(fresh, asideNote), basename(aside));
  await mkdir(aside, { recursive: true });
  for (const file of databaseFiles(dataDir)) {
    if (existsSync(file)) await rename(file, join(aside, basename(file)));
  }
  const [photos, kept] = [blobFolder(dataDir), blobFolder(aside)];
  if (existsSync(photos) && existsSync(kept))
    await rm(photos, { recursive: true }); // of the backup, put in place before it stopped
  else if (existsSync(photos)) await rename(photos, kept);
}

async function beginAgain(
  backup: string,
  places: Places,
  aside: string | null,
  former: Rights | null,
): Promise<Omit<Restored, 'manifest' | 'aside'>> {
  const services = await openServices(places);
  try {
    const folders = [...(aside === null ? [] : [aside]), ...(places.s3 == null ? [] : [backup])];
    for (const folder of folders) await bringPhotos(new FileBlobs(blobFolder(folder)), services);
    await sweepDestroyed(services);
    const photosKept = await recordPhotos(services);
    return { photosKept, ...(await mendRights(services, places.dataDir, former)) };
  } finally {
    await services.database.close();
  }
}
