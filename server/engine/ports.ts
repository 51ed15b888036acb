/** What the server engine needs of its store. SQLite, PostgreSQL and memory give the same; one contract suite runs on all. */
import type { Scope } from '../../src/domain/access.ts';
import type { Params, RowKey } from '../../src/domain/command.ts';
import type { Row, RowType } from '../../src/domain/rows.ts';
import type { Bundle, LogEntry } from '../../src/sync/protocol.ts';

export interface CommitteeRow {
  readonly id: string;
  readonly epoch: string;
  readonly seq: number;
  readonly head: string; // hex hash of the entry at seq, '' when empty
  readonly backedUpSeq: number;
  readonly founderId: string | null; // who may found it while it has no members
}

export interface DeviceRow {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly publicKey: string | null; // JWK as JSON
  readonly state: 'active' | 'revoked';
}

/** A log entry with its chain hashes and erasable payload (SYNC 6.1). An entry that settles a held command repeats that
 *  command's id, device, number and actor; only entries with `settles: null` take part in the unique keys (L3). */
export interface StoredLogEntry extends LogEntry {
  readonly prevHash: string;
  readonly hash: string;
  readonly params: Params | null;
  readonly salt: string | null; // null after erasure
  readonly args: unknown;
  readonly effects: readonly { readonly type: RowType; readonly id: string; readonly body: Row }[];
  readonly clientTime: number; // when it was done as the server estimates it, in ms; for display only (SYNC 6.15)
  readonly touches: readonly RowKey[];
  /** For an entry that settles a held command: the seq of that held entry. */
  readonly settles: number | null;
}

export interface ServerRowRecord {
  readonly type: RowType;
  readonly id: string;
  readonly scope: Scope;
  readonly v: number;
  readonly sv: number;
  readonly body: Row;
}

/** An open held command: what it waits for, and what it freezes (D2, D5). */
export interface HeldRow {
  readonly seq: number;
  readonly commandId: string;
  readonly deviceId: string;
  readonly deviceSeq: number;
  readonly actorId: string;
  readonly code: 'waits_for' | 'unknown_command' | 'depends_on_held' | 'server_error' | 'healing';
  readonly waitsFor: RowKey | null;
  readonly touches: readonly RowKey[];
  readonly wasSeq: number | null; // its place in the log before a restore, if it was applied there (D6)
}

/** How a command ended, without what it was. */
export type LogOutcome = Pick<
  StoredLogEntry,
  'seq' | 'commandId' | 'deviceSeq' | 'outcome' | 'code' | 'params' | 'hash' | 'serverTime'
>;

/** A verified bundle that starts too late: it is taken as soon as everything before `nextSeq` is decided (H5). */
export interface WaitingBundle {
  readonly id: string; // hash: the same bundle waits once
  readonly nextSeq: number;
  readonly bundle: Bundle;
}

/** One transaction. Reads see its own writes. */
export interface ServerTx {
  /** The committee row, locked against every other writer until the end (SYNC 6.4). */
  lockCommittee(id: string): Promise<CommitteeRow | undefined>;
  saveCommittee(row: CommitteeRow): Promise<void>;
  device(id: string): Promise<DeviceRow | undefined>;
  /** Last deviceSeq of this device in this committee; 0 when it never wrote (D1). Locked with the committee. */
  lastDeviceSeq(committeeId: string, deviceId: string): Promise<number>;
  saveLastDeviceSeq(committeeId: string, deviceId: string, seq: number): Promise<void>;
  row(committeeId: string, key: RowKey): Promise<ServerRowRecord | undefined>;
  rows(committeeId: string, keys: readonly RowKey[]): Promise<readonly (ServerRowRecord | undefined)[]>;
  list(committeeId: string, type: RowType, index: string, key: string): Promise<readonly ServerRowRecord[]>;
  /** Every row: only for what is rare. */
  allRows(committeeId: string): Promise<readonly ServerRowRecord[]>;
  putRows(committeeId: string, rows: readonly ServerRowRecord[]): Promise<void>;
  /** The row left this scope at version v: those who saw it there and do not see it now get a `del`. */
  addScopeMoves(
    committeeId: string,
    moves: readonly { readonly type: RowType; readonly id: string; readonly scope: Scope; readonly v: number }[],
  ): Promise<void>;
  addLog(committeeId: string, entries: readonly StoredLogEntry[]): Promise<void>;
  logByCommand(committeeId: string, commandId: string): Promise<StoredLogEntry | undefined>;
  logByDeviceSeq(committeeId: string, deviceId: string, deviceSeq: number): Promise<StoredLogEntry | undefined>;
  logBySeq(committeeId: string, seq: number): Promise<StoredLogEntry | undefined>;
  /** In seq order: entries of this person, or in whose touches, arguments or effects this id stands. Only for what is rare. */
  logNaming(committeeId: string, id: string): Promise<readonly StoredLogEntry[]>;
  /** For good: salt, arguments, effects and params; the entries themselves stay (L6). */
  erasePayloads(committeeId: string, seqs: readonly number[]): Promise<void>;
  /** The entry that settled the held entry at `seq`, if any. */
  logSettling(committeeId: string, seq: number): Promise<StoredLogEntry | undefined>;
  addAlias(committeeId: string, deviceId: string, deviceSeq: number, commandId: string): Promise<void>;
  alias(committeeId: string, deviceId: string, deviceSeq: number): Promise<string | undefined>;
  openHeld(committeeId: string): Promise<readonly HeldRow[]>;
  addHeld(committeeId: string, held: HeldRow): Promise<void>;
  removeHeld(committeeId: string, seq: number): Promise<void>;
  /** Replaces the one with the same id. */
  addWaiting(committeeId: string, waiting: WaitingBundle): Promise<void>;
  /** Of this device: the one that starts first, when it starts at `upToSeq` or before. */
  nextWaiting(committeeId: string, deviceId: string, upToSeq: number): Promise<WaitingBundle | undefined>;
  removeWaiting(committeeId: string, id: string): Promise<void>;
  savepoint(): Promise<{ release(): Promise<void>; rollback(): Promise<void> }>;
}

/** One consistent snapshot for a pull: rows, head, acks and rights of the same moment (SYNC 6.4). */
export interface ServerSnapshot {
  committee(id: string): Promise<CommitteeRow | undefined>;
  device(id: string): Promise<DeviceRow | undefined>;
  row(committeeId: string, key: RowKey): Promise<ServerRowRecord | undefined>;
  list(committeeId: string, type: RowType, index: string, key: string): Promise<readonly ServerRowRecord[]>;
  /** Visible rows with after < (v, type, id) in that order and v <= upTo, at most `max`. */
  changedRows(committeeId: string, filter: RowFilter): Promise<readonly ServerRowRecord[]>;
  scopeMoves(
    committeeId: string,
    afterV: number,
    upToV: number,
  ): Promise<readonly { readonly type: RowType; readonly id: string; readonly scope: Scope; readonly v: number }[]>;
  lastDeviceSeq(committeeId: string, deviceId: string): Promise<number>;
  logBySeq(committeeId: string, seq: number): Promise<StoredLogEntry | undefined>;
  /** In seq order: entries of this device from deviceSeq on, what settled those, and what settled its earlier held ones
   *  after `afterSeq`. A number that is an alias gives the entry, and what settled it, with this device and number in place of its own. */
  logOfDevice(
    committeeId: string,
    deviceId: string,
    fromDeviceSeq: number,
    afterSeq: number,
  ): Promise<readonly LogOutcome[]>;
  logRange(committeeId: string, fromSeq: number, max: number): Promise<readonly StoredLogEntry[]>;
  /** In seq order: what was refused as `not_permitted`, and every `refused.settle`. */
  logOfRefusals(committeeId: string): Promise<readonly StoredLogEntry[]>;
  /** For the digest and the checks: every row. */
  allRows(committeeId: string): Promise<readonly ServerRowRecord[]>;
}
export interface RowFilter {
  readonly after: { readonly v: number; readonly type: string; readonly id: string };
  readonly upTo: number;
  readonly scopes: readonly Scope[];
  readonly everyProposal: boolean; // also every prop:* scope
  readonly max: number;
}

export interface ServerStore {
  /** Commits what `body` did, or nothing. Throws `Transient` for what passes by itself (busy, deadlock, lost connection). */
  write<T>(body: (tx: ServerTx) => Promise<T>): Promise<T>;
  read<T>(body: (snapshot: ServerSnapshot) => Promise<T>): Promise<T>;
}
export class Transient extends Error {}

export interface EnginePorts {
  readonly store: ServerStore;
  readonly now: () => number;
  readonly newId: () => string; // epochs, salts
  readonly sha256: (text: string) => string; // hex
  readonly poke: (committeeId: string, seq: number) => void; // after commit
  /** After commit: their bytes may go from where photos are kept. */
  readonly photosDestroyed: (committeeId: string, hashes: readonly string[]) => void;
  /** After commit: to be erased again when a backup of before is restored (L6). */
  readonly nameErased: (committeeId: string, personId: string) => void;
  readonly alarm: (code: string, details: Params) => void;
}
