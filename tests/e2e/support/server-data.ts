/** What the server holds, read beside it from its data folder: rows, log, photos, and what its own check says. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileBlobs } from '../../../server/blobs/fileBlobs.ts';
import { listCommittees } from '../../../server/db/committees.ts';
import type { ServerRowRecord, StoredLogEntry } from '../../../server/engine/ports.ts';
import { blobFolder, openServices } from '../../../server/services.ts';
import type { Row, Rows, RowType } from '../../../src/domain/rows.ts';
import { projectRoot } from '../built-server.ts';

export interface ServerData {
  readonly log: readonly StoredLogEntry[];
  readonly rows: readonly ServerRowRecord[];
  readonly photos: readonly { readonly sha256: string; readonly bytes: Buffer }[];
}

const logMax = 10_000;

/** Of the one committee that these tests have. */
export async function readServer(dataDir: string): Promise<ServerData> {
  const { database, store } = await openServices({ dataDir });
  try {
    const [committee] = await listCommittees(database);
    if (committee === undefined) throw new Error(`${dataDir} holds no committee`);
    const log = await store.read((snapshot) => snapshot.logRange(committee.id, 1, logMax));
    const rows = await store.read((snapshot) => snapshot.allRows(committee.id));
    const files = new FileBlobs(blobFolder(dataDir));
    const photos = (await files.list()).map((name) => ({ sha256: name.sha256, bytes: readFileSync(files.file(name)) }));
    return { log, rows, photos };
  } finally {
    await database.close();
  }
}

export function rowsOf<T extends RowType>({ rows }: ServerData, type: T): readonly Rows[T][] {
  return rows.filter((row) => row.type === type).map((row) => row.body as Row as Rows[T]);
}

export function personIdOf(data: ServerData, name: string): string {
  const person = rowsOf(data, 'person').find((one) => one.name === name);
  if (person === undefined) throw new Error(`the server knows nobody with the name ${name}`);
  return person.id;
}

/** `admin verify`: recomputes chain, rows, ledger, device numbers and photos. Answers what does not fit. */
export function verifyProblems(dataDir: string): readonly string[] {
  const admin = join(projectRoot, 'dist/server/admin.js');
  const env = { ...process.env, DATA_DIR: dataDir };
  const { stdout, stderr } = spawnSync(process.execPath, [admin, 'verify'], { env, encoding: 'utf8' });
  const last = stdout.trim().split('\n').at(-1) ?? '';
  if (!last.startsWith('{')) throw new Error(`admin verify gave no report:\n${stdout}${stderr}`);
  const report: { readonly ok: boolean; readonly entries: number; readonly problems: readonly string[] } =
    JSON.parse(last);
  if (report.ok && report.entries === 0) return ['the log is empty'];
  return report.problems;
}

/** Commands that stand in the log more than once, apart from a held one and what settled it (L3). */
export function doubledCommands({ log }: ServerData): readonly string[] {
  const ids = log.filter(({ settles }) => settles === null).map(({ commandId }) => commandId);
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}
