/** What screens read, for `liveQuery`: Dexie runs such a query again when what it read changes. Nothing here writes. */
import type { Dexie, Table } from 'dexie';
import { currentBody } from '../domain/rowShapes.ts';
import { type RowIndex, type Rows, type RowType, rowTypes } from '../domain/rows.ts';
import type { CommitteeMeta, Loss, StoredRow } from '../sync/ports.ts';
import {
  type ArchiveItem,
  type ArchiveRecord,
  type BlobItem,
  type InboxItem,
  type OutboxItem,
  type RelayItem,
  rowIndexName,
} from '../sync/ports.ts';
import { indexKey } from '../sync/rowTables.ts';
import { rowTableName } from './database.ts';

/** A row with what the server knows of it: `v` is 0 while it exists only here; `pending` while an own command that the
 *  server has not decided yet lies on top (D8). */
export type ReadRow<T extends RowType> = Rows[T] & { readonly v: number; readonly pending: boolean };

/** A command that is not settled, or one that asks for its author's attention, with its content. */
export interface Attention extends InboxItem {
  /** Undefined when the command is under way again, after a restore of the server: see `unsentItems`. */
  readonly command: ArchiveItem | undefined;
}

export interface LogHead {
  readonly head: string; // hash of the last entry that this phone has
  readonly seq: number; // its number in the log
  readonly lastSyncAt: number | null; // ms by this phone's clock
}

export interface Reader {
  byId<T extends RowType>(type: T, id: string): Promise<ReadRow<T> | undefined>;
  by<T extends RowType>(type: T, index: RowIndex<T>, key: string): Promise<readonly ReadRow<T>[]>;
  all<T extends RowType>(type: T): Promise<readonly ReadRow<T>[]>;
  /** Commands that the server has not decided yet, in the order in which they were saved. */
  unsentItems(): Promise<readonly OutboxItem[]>;
  /** Refused and held commands, newest first; handled ones too. */
  inboxItems(): Promise<readonly Attention[]>;
  /** Where a photo is; bytes included. Undefined when this phone never had it. */
  blobState(sha256: string): Promise<BlobItem | undefined>;
  /** Photos of this phone that the server does not hold yet. */
  waitingPhotos(): Promise<number>;
  /** Photos that the server refused or that are damaged here. */
  brokenPhotos(): Promise<readonly BlobItem[]>;
  /** What this phone carries for others until the server has it. */
  carried(): Promise<readonly RelayItem[]>;
  /** Where this phone is in the committee's log: what a printed list can be checked by. Undefined before the first pull. */
  logHead(): Promise<LogHead | undefined>;
  /** What this phone lost and nobody has read yet. */
  loss(): Promise<Loss | null>;
  /** For a screen that waits for the first rows: how many there are of all types together. */
  rowCount(): Promise<number>;
}

export function createReader(db: Dexie, committeeId: string): Reader {
  const rows = (type: RowType): Table<StoredRow> => db.table(rowTableName(type));
  const ofCommittee = <V>(table: string) => db.table<V>(table).where('committeeId').equals(committeeId);
  const blobs = (state: BlobItem['state']) =>
    db.table<BlobItem>('blobs').where('[committeeId+state]').equals([committeeId, state]);
  return {
    byId: async (type, id) => {
      const row = await rows(type).get([committeeId, id]);
      return (row === undefined ? undefined : read(row)) as never;
    },
    by: async (type, index, key) => {
      const found = rows(type).where(rowIndexName(index as string));
      return (await found.equals(indexKey(committeeId, index as string, key) as string[]).toArray()).map(read) as never;
    },
    all: async (type) => (await rows(type).where('committeeId').equals(committeeId).toArray()).map(read) as never,
    unsentItems: async () => (await ofCommittee<OutboxItem>('outbox').toArray()).filter(({ decided }) => !decided),
    inboxItems: async () => {
      const items = await ofCommittee<InboxItem>('inbox').toArray();
      const commands = await db.table<ArchiveRecord>('archive').bulkGet(items.map(({ commandId }) => commandId));
      const alone = commands.map((record) => (record === undefined || 'items' in record ? undefined : record));
      return items.map((item, n) => ({ ...item, command: alone[n] })).sort((a, b) => b.seq - a.seq);
    },
    blobState: (sha256) => db.table<BlobItem>('blobs').get([committeeId, sha256]),
    waitingPhotos: () => blobs('waiting').count(),
    brokenPhotos: () => blobs('broken').toArray(),
    carried: () => ofCommittee<RelayItem>('relay').toArray(),
    logHead: async () => {
      const meta = await db.table<CommitteeMeta>('meta').get(committeeId);
      if (meta === undefined || meta.head === null) return undefined;
      return { head: meta.head, seq: meta.cursor, lastSyncAt: meta.lastSyncAt };
    },
    loss: async () => (await db.table<CommitteeMeta>('meta').get(committeeId))?.loss ?? null,
    rowCount: async () => {
      const counts = await Promise.all(rowTypes.map((type) => ofCommittee(rowTableName(type)).count()));
      return counts.reduce((sum, count) => sum + count, 0);
    },
  };
}

function read<T extends RowType>(row: StoredRow): ReadRow<T> {
  return { ...(currentBody(row) as Rows[T]), v: row.v, pending: row.pending === 1 };
}
