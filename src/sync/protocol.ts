/** What travels between phone and server (docs/sync.md). Pure types and limits: phone, server and simulator share them. */

import type { Access, Scope } from '../domain/access.ts';
import { canonical } from '../domain/canonical.ts';
import type { Params, RowKey } from '../domain/command.ts';
import type { IsoInstant, Row, RowType } from '../domain/rows.ts';

export const protocolVersion = 1;

/** Named limits; nothing on the wire is unbounded. */
export const limits = {
  pushCommandsMax: 200,
  pushBytesMax: 512 * 1024,
  batchCommandsMax: 200, // commands in one server transaction (D13)
  pageRowsMax: 2_000, // rows on one page of a pull (D9)
  bundleCommandsMax: 5_000,
  blobBytesMax: 12 * 1024 * 1024,
  blobChunkBytes: 256 * 1024,
  pokeHeartbeatMs: 25_000,
  pullEveryMs: 60_000,
  backoffMinMs: 1_000,
  backoffMaxMs: 300_000,
} as const;

/** A command on its way. `commandId` makes it never doubled, `(committee, device, deviceSeq)` never silently lost (D1). */
export interface SentCommand {
  readonly deviceSeq: number; // 1, 2, 3 … per committee and device
  readonly commandId: string; // UUIDv7
  readonly name: string;
  readonly v: number;
  readonly args: unknown;
  readonly touches: readonly RowKey[]; // what later commands may depend on when this one is held (D5)
  readonly clientTime: number; // device clock, a claim
  /** Set on commands that a restored server asks for again: how it ended before (D6). */
  readonly was?: { readonly epoch: string; readonly seq: number; readonly outcome: OutcomeKind };
}

export interface PushRequest {
  readonly protocol: number;
  readonly app: string; // version of the app, for diagnosis only
  readonly deviceId: string;
  readonly committeeId: string; // one push names one committee (D1)
  /** As the phone knows it (P13); older apps leave it out. */
  readonly epoch?: string;
  readonly sentAt: number; // device clock, only to estimate how far it is off
  readonly commands: readonly SentCommand[];
}

export type OutcomeKind = 'applied' | 'rejected' | 'held';

/** How a command ended in the log. The same on every retry and every path (I12); only `held` may become final later. */
export interface Outcome {
  readonly deviceSeq: number;
  readonly commandId: string;
  readonly seq: number; // its place in the committee's log; for a re-driven command the entry that settled it
  readonly hash: string; // hex, of that entry
  readonly outcome: OutcomeKind;
  readonly code?: string; // a RejectionCode, or waits_for | unknown_command | depends_on_held | server_error | healing
  readonly params?: Params; // ids, versions and cents only (D11)
}

export interface PushResponse {
  readonly deviceSeq: number; // everything of this device up to here is durably decided
  readonly outcomes: readonly Outcome[];
  readonly epoch?: string; // of the log in which they stand; older servers leave it out
  readonly stop?: 'retry' | 'gap' | 'forked' | 'auth' | 'epoch';
  readonly expected?: number; // with `gap`: the next deviceSeq the server waits for
  readonly retryAfterMs?: number;
}

export interface PullRequest {
  readonly protocol: number;
  readonly deviceId: string;
  readonly committeeId: string;
  readonly epoch: string | null;
  readonly cursor: number; // 0 without a snapshot
  readonly head: string | null; // hash of the log entry at `cursor`
  readonly accessV: number;
  readonly pendingFrom: number; // lowest deviceSeq whose outcome this device still waits for
  readonly settledSeq?: number; // the server told how everything of this device up to here ended; older apps leave it out
  readonly digest?: string; // of the confirmed rows at `cursor` (D10)
  readonly page?: string; // `next` of the page before
}

export type PatchOp =
  | {
      readonly op: 'put';
      readonly t: RowType;
      readonly id: string;
      readonly v: number;
      readonly sv: number;
      readonly scope: Scope;
      readonly row: Row;
    }
  | { readonly op: 'del'; readonly t: RowType; readonly id: string; readonly v: number };

/** One page. `outcomes`, `ackDeviceSeq` and `head` come with the last page only and belong to `cursor` (D9). */
export interface PullResponse {
  readonly epoch: string;
  readonly cursor: number; // the log seq that this answer brings the device to
  readonly access: Access;
  readonly mode: 'delta' | 'snapshot';
  readonly patch: readonly PatchOp[];
  readonly next?: string; // there is another page
  readonly last?: {
    readonly head: string; // hash of the log entry at `cursor`, '' for an empty log
    readonly ackDeviceSeq: number;
    readonly lastDeviceSeq: number; // what the server knows of this device (D6)
    readonly lastDeviceAt?: string; // when the last of these arrived; only for a phone that asks from the beginning
    readonly outcomes: readonly Outcome[]; // of this device, from `pendingFrom`, and of its held ones settled since
    readonly backedUpSeq: number;
    readonly digestOk?: boolean;
  };
}

/** 403 body of a pull by somebody who is no member (any more). Push stays allowed; every command gets an outcome. */
export interface NotMember {
  readonly code: 'not_member';
  /** As in a pull: after a restore, whoever was removed gives back what the server forgot, too (H3). */
  readonly lastDeviceSeq: number;
  readonly wipe: true;
}

/** Server-sent event `at`: the committee is now at this seq. Carries no data, so it needs no order and no rights. */
export interface Poke {
  readonly c: string;
  readonly seq: number;
}

/** Unsent work in a file or in QR codes: any phone or the server takes it in, twice or in any order (H1). */
export interface Bundle {
  readonly kind: 'buurtkas_bundle';
  readonly v: 1;
  readonly committeeId: string;
  readonly epoch: string | null; // as the phone knew it; null before its first pull
  readonly deviceId: string;
  readonly personId: string;
  readonly firstSeq: number;
  readonly commands: readonly SentCommand[];
  readonly photos: readonly { readonly sha256: string; readonly mime: string; readonly base64: string }[];
  readonly madeAt: IsoInstant;
  readonly signature: string; // base64, ECDSA P-256 (IEEE P1363) with SHA-256 over the UTF-8 of bundleText()
}

/** What the signature of a bundle covers: everything but itself. Of a photo the bytes are left out, because its name is
 *  their hash: so commands can go ahead of heavy photos. */
export function bundleText(bundle: Omit<Bundle, 'signature'>): string {
  const { signature: _, photos, ...rest } = bundle as Bundle;
  return canonical({ ...rest, photos: photos.map(({ sha256, mime }) => ({ sha256, mime })) });
}

/** What became of a bundle, for whoever carried it. How its commands ended is for their author alone, who hears it by
 *  pull (H4). */
export interface RelayResponse {
  /** taken, waiting: the server has it for good. retry: later. unknown_device: when its phone signed in again. */
  readonly result: 'taken' | 'waiting' | 'retry' | 'unknown_device' | 'refused';
  readonly code?: RelayRefusal; // with `refused`
}
export type RelayRefusal = 'wrong_signature' | 'stranger' | 'forked' | 'malformed';

/** One entry of the committee's log as the chain hashes it; see docs/sync.md. */
export interface LogEntry {
  readonly seq: number;
  readonly commandId: string;
  readonly deviceId: string;
  readonly deviceSeq: number;
  readonly actorId: string;
  readonly role: string;
  readonly name: string;
  readonly v: number;
  readonly payloadDigest: string; // hex SHA-256 of salt and canonical({args, effects, params})
  readonly outcome: OutcomeKind;
  readonly code: string | null;
  readonly serverTime: IsoInstant;
}
