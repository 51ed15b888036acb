/** A restore into PostgreSQL: the present data are saved as a backup, and the tables filled anew in one transaction. */
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sweepDestroyed } from '../blobs/destroyed.ts';
import { FileBlobs } from '../blobs/fileBlobs.ts';
import { listCommittees } from '../db/committees.ts';
import { copyTables, emptyTables } from '../db/copy.ts';
import type { Database } from '../db/database.ts';
import { SqliteDatabase } from '../db/sqliteDatabase.ts';
import { withoutNodes } from '../nodes.ts';
import { blobFolder, databaseFile, openServices, type Places } from '../services.ts';
import { makeBackup, readCopyIn, readManifest } from './backup.ts';
import { beginEpochs, bringPhotos, type Restored, recordPhotos } from './restored.ts';
import { mendRights, readRights } from './rights.ts';

export function restoreIntoPostgres(
  folder: string,
  places: Places,
  url: string,
  now: Date,
  force: boolean,
): Promise<Restored> {
  return withoutNodes(url, async () => {
    const services = await openServices(places);
    try {
      const present = (await listCommittees(services.database)).length > 0;
      if (present && !force)
        throw new Error('The database holds data. With --force they are saved aside, not deleted.');
      const manifest = await readManifest(folder);
      const former = present ? await readRights(services.database, places.dataDir) : null;
      const photos = new FileBlobs(blobFolder(folder));
      const aside = await withCopy(folder, photos, async (copy) => {
        const saved = present ? (await makeBackup(services, join(places.dataDir, 'replaced'), now)).folder : null;
        await fill(services.database, copy);
        return saved;
      });
      await bringPhotos(photos, services);
      await sweepDestroyed(services);
      const photosKept = await recordPhotos(services);
      return { manifest, aside, photosKept, ...(await mendRights(services, places.dataDir, former)) };
    } finally {
      await services.database.close();
    }
  });
}

/** Of a copy, verified: to open a database changes its file, and a backup stays as it is. */
async function withCopy<T>(folder: string, photos: FileBlobs, body: (copy: Database) => Promise<T>): Promise<T> {
  const temporary = await mkdtemp(join(tmpdir(), 'buurtkas-restoring-'));
  try {
    await copyFile(databaseFile(folder), databaseFile(temporary));
    const copy = await SqliteDatabase.open(databaseFile(temporary));
    try {
      const { report } = await readCopyIn(copy, photos);
      if (report.problems.length > 0) throw new Error(`The backup does not verify:\n${report.problems.join('\n')}`);
      return await body(copy);
    } finally {
      await copy.close();
    }
  } finally {
    await rm(temporary, { recursive: true });
  }
}

function fill(database: Database, copy: Database): Promise<void> {
  return copy.read((from) =>
    database.write(async (to) => {
      await emptyTables(to);
      await copyTables(from, to);
      await beginEpochs(to);
    }),
  );
}
