/** What the client engine needs of its world. The app gives Dexie, fetch and the browser's clock; the simulator gives
 *  memory, a lossy network and virtual time. The engine itself knows no globals (SYNC 7, Dropbox's rule). */
import type { Access, Scope } from '../domain/access.ts';
import type { Params, RowKey } from '../domain/command.ts';
import { type Row, type RowType, rowIndexes } from '../domain/rows.ts';
import type {
  Bundle,
  NotMember,
  OutcomeKind,
  PullRequest,
  PullResponse,
  PushRequest,
  PushResponse,
  RelayRefusal,
  RelayResponse,
  SentCommand,
} from './protocol.ts';
import type { Wake } from './waker.ts';

/** A row on the phone. `pending`: at least one own command that the server has not decided yet wrote it. */
export interface StoredRow {
  readonly committeeId: string;
  readonly type: RowType;
  readonly id: string;
  readonly v: number; // server version of the confirmed row under it; 0 when the row exists only here
  readonly sv: number;
  readonly scope: Scope;
  readonly pending: 0 | 1;
  readonly body: Row;
}

/** Confirmed value of a row that a pending command wrote; null: the server knows no such row. */
export interface ShadowRow {
  readonly committeeId: string;
  readonly key: RowKey;
  readonly confirmed: StoredRow | null;
}

/** One command that was saved and not yet settled. Precious. */
export interface OutboxItem extends SentCommand {
  readonly committeeId: string;
  readonly writes: readonly RowKey[]; // what it wrote when it last ran
  readonly forecast: 'expected' | 'doubtful';
  readonly forecastCode: string | null; // why doubtful
  readonly forecastParams: Params | null;
  readonly decided: boolean; // the push answered; stays here until the pull that contains its effects (SYNC 6.3)
}

/** A settled command, kept until a verified backup holds it (promise 7). */
export interface ArchiveItem extends SentCommand {
  readonly committeeId: string;
  readonly epoch: string;
  readonly seq: number;
  readonly hash: string;
  readonly outcome: OutcomeKind;
  readonly code: string | null;
  readonly params: Params | null;
  /** When it came in here, in ms, by this device's clock; older apps left it out. */
  readonly settledAt?: number;
}

/** One record of the archive: a command, or several that were carried out together, under the id of the first. */
export type ArchiveRecord =
  | ArchiveItem
  | { readonly commandId: string; readonly committeeId: string; readonly items: readonly ArchiveItem[] };

/** A refused or held command that its author still has to look at. */
export interface InboxItem {
  readonly commandId: string;
  readonly committeeId: string;
  readonly outcome: 'rejected' | 'held';
  readonly code: string;
  readonly params: Params | null;
  readonly seq: number;
  readonly handled: 0 | 1;
}

export interface BlobItem {
  readonly sha256: string;
  readonly committeeId: string;
  readonly mime: string;
  readonly size: number;
  readonly bytes: ArrayBuffer | null; // null: freed, the server holds it
  readonly thumbnail: ArrayBuffer | null;
  readonly own: 0 | 1; // made on this device: precious until stored
  readonly state: 'waiting' | 'stored' | 'broken';
  readonly announcedBy: string; // commandId that names it
  readonly tries: number;
  readonly problem: string | null; // last code why it did not go
}

/** Work that this phone does not have any more. `storage`: the browser cleared it all; what had arrived is safe. `numbers`:
 *  commands that neither the server nor this phone has. */
export type Loss =
  | { readonly kind: 'storage'; readonly arrived: number; readonly lastAt: string | null }
  | { readonly kind: 'numbers'; readonly from: number; readonly to: number };

export interface CommitteeMeta {
  readonly committeeId: string;
  readonly epoch: string | null;
  readonly cursor: number;
  readonly head: string | null;
  readonly access: Access | null;
  readonly nextSeq: number; // next deviceSeq of this device
  readonly digest: string; // of the confirmed rows
  readonly settledSeq: number; // highest deviceSeq of this device that the server decided; lower on the server: restored (D6)
  readonly backedUpSeq: number;
  readonly lastSyncAt: number | null;
  readonly removed: boolean; // no member any more
  readonly loss?: Loss | null; // shown until somebody has seen it
  readonly shapes: string; // `shapesNow()` when the last snapshot came: under other shapes all rows are asked again
  readonly staging: {
    readonly id: string;
    readonly cursor: number;
    readonly epoch: string;
    readonly accessV: number;
    readonly next: string;
  } | null;
}

export interface StagedOp {
  readonly committeeId: string;
  readonly stagingId: string;
  readonly n: number;
  readonly ops: PullResponse['patch'];
}

export interface DeviceMeta {
  readonly key: 'device';
  readonly deviceId: string;
  readonly personId: string;
  readonly name: string;
}

/** Another device's unsent work, kept until the server took it in (SYNC 6.12). */
export interface RelayItem {
  readonly id: string; // hash of the bundle: taken in twice is kept once
  readonly committeeId: string;
  readonly bundle: Bundle;
  /** Why the server did not take it the last time; a refusal is for good. */
  readonly problem: 'retry' | 'unknown_device' | RelayRefusal | null;
}

/** What is being typed into a form. Goes in the same transaction in which its command is saved. */
export interface DraftItem {
  readonly key: string;
  readonly value: unknown;
}

/** One table of the client store. Keys are strings or arrays of strings and numbers, as IndexedDB compares them. */
export type Key = string | number | readonly (string | number)[];
export interface Table<V> {
  get(key: Key): Promise<V | undefined>;
  getMany(keys: readonly Key[]): Promise<readonly (V | undefined)[]>;
  put(value: V): Promise<void>;
  putMany(values: readonly V[]): Promise<void>;
  removeMany(keys: readonly Key[]): Promise<void>;
  /** Everything from the first of these keys to the last, whatever lies between. */
  removeRange(first: Key, last: Key): Promise<void>;
  /** All values whose index has this key, in primary-key order. */
  where(index: string, key: Key): Promise<readonly V[]>;
  /** At most `most` values behind the first of these primary keys, up to and with the last one, in their order. */
  between(first: Key, last: Key, most: number): Promise<readonly V[]>;
  /** Primary keys of `where`, without reading the values. */
  keysWhere(index: string, key: Key): Promise<readonly Key[]>;
  /** Every value, in primary-key order; for small tables. */
  all(): Promise<readonly V[]>;
  count(index: string, key: Key): Promise<number>;
}

/** Primary key and indexes of every table but `rows`. A primary key of two fields is an index of the first too;
 *  of three it is not in every browser: Dexie fills up with one array twice, which the standard calls no key. */
export const clientTables = {
  outbox: ['[committeeId+deviceSeq]', 'commandId'],
  archive: ['commandId', 'committeeId'],
  inbox: ['commandId', 'committeeId'],
  blobs: ['[committeeId+sha256]', '[committeeId+state]'],
  meta: ['committeeId'],
  device: ['key'],
  shadow: ['[committeeId+key]'],
  staging: ['[committeeId+stagingId+n]', 'committeeId'],
  relay: ['id', 'committeeId'],
  drafts: ['key'],
} as const satisfies Readonly<Record<Exclude<keyof ClientTx, 'rows'>, readonly [string, ...string[]]>>;

/** As `clientTables`, for the rows of one type. */
export const rowTable = (type: RowType): readonly [string, ...string[]] => [
  '[committeeId+id]',
  ...rowIndexes[type].map(rowIndexName),
];
export const rowIndexName = (field: string): string => `[committeeId+body.${field}]`;

/** The tables inside one transaction; keys and indexes as in `clientTables`. `rows` is one table a type (D16). */
export interface ClientTx {
  readonly outbox: Table<OutboxItem>;
  readonly archive: Table<ArchiveRecord>;
  readonly inbox: Table<InboxItem>;
  readonly blobs: Table<BlobItem>;
  readonly meta: Table<CommitteeMeta>;
  readonly device: Table<DeviceMeta>;
  readonly shadow: Table<ShadowRow>;
  readonly staging: Table<StagedOp>;
  readonly relay: Table<RelayItem>;
  readonly drafts: Table<DraftItem>;
  rows(type: RowType): Table<StoredRow>;
}

export interface ClientStore {
  /** All or nothing, serialised with every other write, on disk before it resolves (`durability: 'strict'`).
   *  `body` awaits nothing but `tx`, and may run again after a connection was lost. Rejects with `StorageFull` or `StorageLost`; then nothing was written. */
  write<T>(body: (tx: ClientTx) => Promise<T>): Promise<T>;
  read<T>(body: (tx: ClientTx) => Promise<T>): Promise<T>;
}
export class StorageFull extends Error {}
export class StorageLost extends Error {}

/** What the network can answer. A transport never throws for what the server said; it throws `Unreachable` for all else:
 *  no answer, cut off, not our JSON (a login page with status 200), 5xx, 429. */
export class Unreachable extends Error {
  readonly retryAfterMs: number | null;
  constructor(reason: string, retryAfterMs: number | null = null) {
    super(reason);
    this.retryAfterMs = retryAfterMs;
  }
}
/** The server does not know this device any more: signed out or revoked. Tried again like any other fault, but shown. */
export class SignedOut extends Unreachable {}
/** The server shows nothing more to an app of this age (426). It still takes what was made here. */
export class Outdated extends Unreachable {}
export type PullAnswer = PullResponse | NotMember | { readonly code: 'restart' };
export interface Net {
  push(request: PushRequest): Promise<PushResponse>;
  pull(request: PullRequest): Promise<PullAnswer>;
  /** Bytes of a photo that the server already has; 'stored' when complete. */
  blobOffset(committeeId: string, sha256: string): Promise<number | 'stored'>;
  /** Sends bytes from `offset`. Answers the new offset, 'stored', or 'mismatch' when the server's own hash differs. */
  blobSend(
    committeeId: string,
    sha256: string,
    offset: number,
    chunk: ArrayBuffer,
    total: number,
    mime: string,
  ): Promise<number | 'stored' | 'mismatch' | 'refused'>;
  blobGet(committeeId: string, sha256: string, shownBy: RowKey): Promise<ArrayBuffer>;
  relay(bundle: Bundle): Promise<RelayResponse>;
}

export interface Clock {
  now(): number; // ms since 1970, may be wrong by years; never order, identity or expiry (promise 8)
  /** Resolves after `ms`, or at once when `wake` is called. */
  sleep(ms: number, wake: Wake): Promise<void>;
}

export interface Locks {
  /** Runs `body` while holding the named lock; resolves 'busy' at once when somebody else holds it. Politeness only (promise 9). */
  ifFree<T>(name: string, body: () => Promise<T>): Promise<T | 'busy'>;
}

export interface Ports {
  readonly store: ClientStore;
  readonly net: Net;
  readonly clock: Clock;
  readonly locks: Locks;
  /** A new UUIDv7, made before any transaction (D4). */
  readonly newId: () => string;
  readonly random: () => number; // for jitter only
  readonly sha256: (bytes: ArrayBuffer) => Promise<string>; // hex
  /** Gives up room that is held for text on a device that is full; false when there is none (any more). */
  readonly releaseReserve?: () => Promise<boolean>;
  /** A small picture of a photo; left out where nothing can draw. Throws when it cannot be drawn. */
  readonly thumbnail?: (bytes: ArrayBuffer) => Promise<ArrayBuffer>;
  readonly sign: (text: string) => Promise<string>; // base64, this device's private key
  /** Something that must be seen by the maintainers: a broken promise, never a normal refusal. */
  readonly alarm: (code: string, details: Params) => void;
  readonly appVersion: string;
  readonly commandsAtOnce: number; // in one request
}
