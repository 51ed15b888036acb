/** What a phone may know of a committee, read from one snapshot (docs/sync.md U1-U6, SYNC 6.5). Rows travel in the order
 *  of their version. A row that changes between two pages moves to the end and comes (once more) on a later page, so the
 *  last page completes the state of its own moment, and nothing is torn. */
import { type Access, visible, visibleScopes } from '../../src/domain/access.ts';
import { type RowKey, rowKey, splitKey } from '../../src/domain/command.ts';
import { digestOf } from '../../src/domain/digest.ts';
import { currentBody, shapeVersion } from '../../src/domain/rowShapes.ts';
import {
  limits,
  type NotMember,
  type Outcome,
  type PatchOp,
  type PullRequest,
  type PullResponse,
} from '../../src/sync/protocol.ts';
import { standingOf } from './access.ts';
import { beginEpoch } from './epoch.ts';
import { type PageToken, readToken, writeToken } from './pageToken.ts';
import type { CommitteeRow, EnginePorts, LogOutcome, ServerRowRecord, ServerSnapshot } from './ports.ts';
import { outcomeOf, type PushingDevice } from './push.ts';

export type PullAnswer = PullResponse | NotMember | { readonly code: 'restart' };

export function createPull(ports: EnginePorts) {
  return async (device: PushingDevice, request: PullRequest): Promise<PullAnswer> => {
    const answer = await tryPull(ports, device, request);
    if (answer !== 'forgot') return answer;
    await noteLostHistory(ports, device, request);
    return (await tryPull(ports, device, request)) as PullAnswer; // the phone's epoch is now another: nothing to compare
  };
}

function tryPull(ports: EnginePorts, device: PushingDevice, request: PullRequest): Promise<PullAnswer | 'forgot'> {
  return ports.store.read(async (snapshot) => {
    const committee = await snapshot.committee(request.committeeId);
    const standing = committee && (await standingOf(snapshot, committee, device.personId));
    const known = committee !== undefined && standing?.kind !== 'stranger'; // who was removed knows what was, too
    if (known && (await hasForgotten(snapshot, committee, device, request))) return 'forgot';
    if (committee === undefined || standing?.kind !== 'member') {
      const lastDeviceSeq = await snapshot.lastDeviceSeq(request.committeeId, device.deviceId);
      return { code: 'not_member', wipe: true, lastDeviceSeq };
    }
    const { access } = standing;
    const page = await pageOf(ports, snapshot, committee, access, request);
    if (page === undefined || !(await goesOn(snapshot, committee, access, page))) return { code: 'restart' };
    return answer(snapshot, { committee, access, request, deviceId: device.deviceId }, page);
  });
}

/** H13: a phone knows of this epoch what its log does not hold. The database went back without `admin restore`: a copy of
 *  the disk, or a standby that had not heard the last. */
async function hasForgotten(
  snapshot: ServerSnapshot,
  committee: CommitteeRow,
  device: PushingDevice,
  { epoch, cursor, head, settledSeq = 0, page }: PullRequest,
): Promise<boolean> {
  if (page !== undefined || epoch !== committee.epoch) return false;
  if (cursor > committee.seq || settledSeq > (await snapshot.lastDeviceSeq(committee.id, device.deviceId))) return true;
  return cursor > 0 && head !== null && (await snapshot.logBySeq(committee.id, cursor))?.hash !== head;
}

/** As after a restore: every phone reads all anew, and sends again what is not here. */
async function noteLostHistory(ports: EnginePorts, device: PushingDevice, request: PullRequest): Promise<void> {
  const { committeeId, epoch, cursor } = request;
  const seq = await ports.store.write(async (tx) => {
    const committee = await tx.lockCommittee(committeeId);
    if (committee === undefined || committee.epoch !== epoch) return null; // somebody else was first
    await beginEpoch(tx, committee, ports.newId());
    return committee.seq;
  });
  if (seq === null) return;
  ports.alarm('history_lost', { committeeId, deviceId: device.deviceId, cursor, seq });
  ports.poke(committeeId, seq);
}

/** Whether the page before was read from this same history, and with these rights. */
async function goesOn(snapshot: ServerSnapshot, committee: CommitteeRow, access: Access, page: PageToken) {
  if (page.epoch !== committee.epoch || page.accessV !== access.v) return false;
  if (page.seq === committee.seq) return page.head === committee.head;
  return (await snapshot.logBySeq(committee.id, page.seq))?.hash === page.head;
}

interface Asked {
  readonly committee: CommitteeRow;
  readonly access: Access;
  readonly request: PullRequest;
  readonly deviceId: string;
}

/** Where this page begins: as the token says, or anew. */
async function pageOf(
  ports: EnginePorts,
  snapshot: ServerSnapshot,
  committee: CommitteeRow,
  access: Access,
  request: PullRequest,
): Promise<PageToken | undefined> {
  if (request.page !== undefined) return readToken(request.page);
  const { epoch, seq } = committee;
  const fresh = { epoch, seq, head: committee.head, accessV: access.v, type: '', id: '' };
  const snapshotPage = { ...fresh, mode: 'snapshot', since: seq, v: 0 } as const;
  if (!(await knowsThePast(snapshot, committee, access, request))) return snapshotPage;
  // Rows of the past are not kept: the sums can be compared only while nothing is newer than what the phone has.
  if (request.digest === undefined || request.cursor !== seq) {
    return { ...fresh, mode: 'delta', since: request.cursor, v: request.cursor + 1 };
  }
  const digest = await visibleDigest(snapshot, committee.id, access);
  if (digest === request.digest) return { ...fresh, mode: 'delta', since: seq, v: seq + 1, digestOk: true };
  ports.alarm('digest_mismatch', { committeeId: committee.id, deviceId: request.deviceId, cursor: seq });
  return { ...snapshotPage, digestOk: false };
}

/** False: the phone gets everything anew (U2). */
async function knowsThePast(
  snapshot: ServerSnapshot,
  committee: CommitteeRow,
  access: Access,
  { epoch, cursor, head, accessV }: PullRequest,
): Promise<boolean> {
  if (epoch !== committee.epoch || accessV !== access.v || cursor < 1 || cursor > committee.seq) return false;
  const entry = await snapshot.logBySeq(committee.id, cursor);
  return entry !== undefined && entry.hash === head;
}

async function visibleDigest(snapshot: ServerSnapshot, committeeId: string, access: Access): Promise<string> {
  const rows = await snapshot.allRows(committeeId);
  const seen = rows.filter(({ scope }) => visible(access, scope));
  return digestOf(seen.map(({ type, id, v }) => ({ t: type, id, v })));
}

async function answer(snapshot: ServerSnapshot, asked: Asked, page: PageToken): Promise<PullResponse> {
  const { committee, access } = asked;
  const { v, type, id } = page;
  const rows = await snapshot.changedRows(committee.id, {
    ...visibleScopes(access),
    after: { v, type, id },
    upTo: committee.seq,
    max: limits.pageRowsMax,
  });
  const patch = rows.map(putOf);
  const { epoch } = committee;
  const common = { epoch, cursor: committee.seq, access, mode: page.mode };
  const lastRow = rows[limits.pageRowsMax - 1];
  if (lastRow !== undefined) {
    const { seq, head } = committee;
    const next = writeToken({ ...page, seq, head, v: lastRow.v, type: lastRow.type, id: lastRow.id });
    return { ...common, patch, next };
  }
  patch.push(...(await deletions(snapshot, asked, page.since)));
  return { ...common, patch, last: await lastPart(snapshot, asked, page.digestOk) };
}

function putOf(record: ServerRowRecord): PatchOp {
  const { type, id, v, scope } = record;
  return { op: 'put', t: type, id, v, sv: shapeVersion(type), scope, row: currentBody(record) };
}

/** Rows that left a scope which this person sees for one that he does not (U3), since the pull began or the cursor. */
async function deletions(snapshot: ServerSnapshot, { committee, access }: Asked, since: number): Promise<PatchOp[]> {
  const moves = await snapshot.scopeMoves(committee.id, since, committee.seq);
  const keys = new Set<RowKey>();
  for (const move of moves) if (visible(access, move.scope)) keys.add(rowKey(move.type, move.id));
  const gone: PatchOp[] = [];
  for (const key of keys) {
    const row = await snapshot.row(committee.id, key);
    if (row !== undefined && visible(access, row.scope)) continue;
    const { type, id } = splitKey(key);
    gone.push({ op: 'del', t: type, id, v: row?.v ?? committee.seq });
  }
  return gone;
}

async function lastPart(snapshot: ServerSnapshot, asked: Asked, digestOk: boolean | undefined) {
  const { committee, deviceId } = asked;
  const lastDeviceSeq = await snapshot.lastDeviceSeq(committee.id, deviceId);
  return {
    head: committee.head,
    ackDeviceSeq: lastDeviceSeq,
    lastDeviceSeq,
    ...(asked.request.cursor === 0 ? await lastArrival(snapshot, committee.id, deviceId, lastDeviceSeq) : {}),
    outcomes: await outcomesFor(snapshot, asked),
    backedUpSeq: committee.backedUpSeq,
    ...(digestOk === undefined ? {} : { digestOk }),
  };
}

/** A phone that lost its storage can then say what of it is safe, and until when (SYNC 6.13). */
async function lastArrival(snapshot: ServerSnapshot, committeeId: string, deviceId: string, lastDeviceSeq: number) {
  if (lastDeviceSeq === 0) return {};
  const [entry] = await snapshot.logOfDevice(committeeId, deviceId, lastDeviceSeq, Number.MAX_SAFE_INTEGER);
  return entry === undefined ? {} : { lastDeviceAt: entry.serverTime };
}

/** One outcome a command: what holds now, also when it was held first and settled later. */
async function outcomesFor(snapshot: ServerSnapshot, { committee, request, deviceId }: Asked): Promise<Outcome[]> {
  const { epoch, cursor, pendingFrom } = request;
  // In another epoch also what this phone was told long ago can have ended otherwise: somebody brought it as a bundle.
  const from = epoch !== null && epoch !== committee.epoch ? 1 : pendingFrom;
  const afterSeq = epoch === committee.epoch ? cursor : 0;
  const entries = await snapshot.logOfDevice(committee.id, deviceId, from, afterSeq);
  const byCommand = new Map<string, LogOutcome>();
  for (const entry of entries) byCommand.set(entry.commandId, entry); // in seq order: what settles comes after
  return [...byCommand.values()].sort((a, b) => a.deviceSeq - b.deviceSeq).map((entry) => outcomeOf(entry));
}
