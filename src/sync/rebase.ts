/** The heart (docs/sync.md, R1-R6): what the server confirmed, with the own pending commands on top, in one transaction
 *  that is done whole or not at all. Runs over memory and writes each row once. */
import { type Access, showsPhotos } from '../domain/access.ts';
import { type Params, type RowKey, rowKey, splitKey } from '../domain/command.ts';
import { shapesNow } from '../domain/rowShapes.ts';
import { type Person, type RowType, rowTypes, type StoredPhoto } from '../domain/rows.ts';
import { takeFromArchive } from './archive.ts';
import { forgetCopies, forgetDestroyed, freeBackedUp, noteStored, sendAgain } from './blobStore.ts';
import { Confirmed } from './confirmed.ts';
import { Forecaster } from './forecast.ts';
import { BrokenPromise, renumber, requeue } from './heal.ts';
import { pendingRow } from './outbox.ts';
import type { ArchiveItem, ClientTx, CommitteeMeta, Loss, OutboxItem, ShadowRow, StoredRow } from './ports.ts';
import type { PatchOp, PullResponse } from './protocol.ts';
import { removeRuns } from './removeRuns.ts';
import { writeRows } from './rowTables.ts';
import { settle } from './settle.ts';

/** Where the phone stood when it asked: compare-and-swap (R1). */
export interface PullBase {
  readonly epoch: string | null;
  readonly cursor: number;
  readonly head: string | null;
}

export interface WholeAnswer {
  readonly epoch: string;
  readonly cursor: number;
  readonly access: Access;
  readonly mode: PullResponse['mode'];
  readonly last: NonNullable<PullResponse['last']>;
  /** Rows in the order in which the server sent them; pages that an earlier run staged are read inside the transaction. */
  readonly patch: readonly PatchOp[] | { readonly stagingId: string; readonly pages: number };
}

export interface Environment {
  readonly now: number;
  readonly alarm: (code: string, details: Params) => void;
}

const replaySlice = 200; // commands between two breaths: the database's queue runs and the screen is not held up (D9)

export async function applyPull(
  tx: ClientTx,
  committeeId: string,
  base: PullBase,
  answer: WholeAnswer,
  environment: Environment,
): Promise<'applied' | 'stale'> {
  const before = await tx.meta.get(committeeId);
  if (before === undefined || !sameBase(before, base)) return 'stale';
  if (answer.epoch === before.epoch && answer.cursor < before.cursor) return 'stale'; // R5: never back within an epoch
  const patch = await patchOf(tx, committeeId, answer);
  if (patch === undefined) return 'stale';

  const [shadow, sent] = await Promise.all([
    tx.shadow.where('committeeId', committeeId),
    tx.outbox.where('committeeId', committeeId),
  ]);
  const confirmed = new Confirmed(tx, committeeId, answer.mode === 'snapshot');
  const gone = await serverTruth(tx, committeeId, confirmed, shadow, patch, answer.mode);
  const digest = answer.mode === 'snapshot' ? confirmed.digest() : confirmed.digestAfter(before.digest);
  const settled = await settleAll(tx, before, sent, answer, environment);
  const pending = await replay(tx, confirmed, settled.outbox, answer.access, environment);
  await flush(tx, committeeId, confirmed, shadow, pending, gone);
  await photosAfter(tx, before, answer, patch, gone);
  await tx.staging.removeMany(await tx.staging.keysWhere('committeeId', committeeId));
  if (answer.last.backedUpSeq > before.backedUpSeq) await trimArchive(tx, committeeId, answer, environment.now);
  await tx.meta.put({
    ...settled.meta,
    epoch: answer.epoch,
    cursor: answer.cursor,
    head: answer.last.head,
    access: answer.access,
    digest,
    backedUpSeq: answer.last.backedUpSeq,
    lastSyncAt: environment.now,
    removed: false,
    shapes: answer.mode === 'snapshot' ? shapesNow() : settled.meta.shapes,
    staging: null,
  });
  return 'applied';
}

export const sameBase = (meta: CommitteeMeta, base: PullBase): boolean =>
  meta.cursor === base.cursor && meta.epoch === base.epoch && meta.head === base.head;

/** Undefined when another tab took the staged pages away: its answer was first. */
async function patchOf(
  tx: ClientTx,
  committeeId: string,
  { patch }: WholeAnswer,
): Promise<readonly PatchOp[] | undefined> {
  if (!('stagingId' in patch)) return patch;
  const keys = Array.from({ length: patch.pages }, (_, n) => [committeeId, patch.stagingId, n]);
  const pages = await tx.staging.getMany(keys);
  if (pages.includes(undefined)) return undefined;
  return pages.flatMap((page) => page?.ops ?? []);
}

/** Undo, then the server's rows (R2). Answers the keys of rows that a snapshot does not hold. */
async function serverTruth(
  tx: ClientTx,
  committeeId: string,
  confirmed: Confirmed,
  shadow: readonly ShadowRow[],
  patch: readonly PatchOp[],
  mode: PullResponse['mode'],
): Promise<readonly RowKey[]> {
  if (mode === 'delta') {
    for (const { key, confirmed: row } of shadow) confirmed.undo(key, row);
    await confirmed.load(patch.map(({ t, id }) => rowKey(t, id)));
  }
  for (const op of patch) {
    const row = op.op === 'put' ? storedRow(committeeId, op) : null;
    confirmed.set(rowKey(op.t, op.id), row);
  }
  if (mode === 'delta') return [];
  const keys = async (type: RowType): Promise<readonly RowKey[]> =>
    (await tx.rows(type).keysWhere('committeeId', committeeId)).map((key) =>
      rowKey(type, String((key as readonly string[])[1])),
    );
  return (await Promise.all(rowTypes.map(keys))).flat().filter((key) => !confirmed.has(key));
}

function storedRow(committeeId: string, { t, id, v, sv, scope, row }: Extract<PatchOp, { op: 'put' }>): StoredRow {
  return { committeeId, type: t, id, v, sv, scope, pending: 0, body: row };
}

/** R3: outcomes first; what the server acknowledged without one stops everything. Then what a restored server lost. */
async function settleAll(
  tx: ClientTx,
  known: CommitteeMeta,
  sent: readonly OutboxItem[],
  { epoch, last }: WholeAnswer,
  { alarm, now }: Environment,
): Promise<{ readonly outbox: readonly OutboxItem[]; readonly meta: CommitteeMeta }> {
  const { committeeId } = known;
  const rest = await settle(tx, committeeId, epoch, sent, last.outcomes, now);
  const loss = clearedStorage(known, last, sent.length - rest.length);
  const before = loss === undefined ? known : { ...known, loss };
  const missing = rest.find(({ deviceSeq }) => deviceSeq <= last.ackDeviceSeq);
  if (missing !== undefined) {
    const { deviceSeq } = missing;
    const cloned = last.outcomes.some((o) => o.deviceSeq === deviceSeq && o.commandId !== missing.commandId);
    if (!cloned) throw new BrokenPromise('missing_outcome', { deviceSeq, ackDeviceSeq: last.ackDeviceSeq });
    if (loss === undefined) alarm('forked', { committeeId, deviceSeq });
    return renumber(tx, { ...before, settledSeq: last.ackDeviceSeq }, rest, last.ackDeviceSeq + 1);
  }
  if (last.lastDeviceSeq < before.settledSeq) {
    const healed = await requeue(tx, before, last.lastDeviceSeq + 1);
    if (healed.lost !== null) alarm('lost_commands', { committeeId, ...healed.lost });
    return healed;
  }
  const outbox = await askAgain(tx, rest, last.lastDeviceSeq);
  const settledSeq = Math.max(before.settledSeq, last.ackDeviceSeq);
  // A device that lost its storage, or that came back under its old name, goes on behind what the server knows.
  const nextSeq = rest.length === 0 ? Math.max(before.nextSeq, last.lastDeviceSeq + 1) : before.nextSeq;
  return { outbox, meta: { ...before, settledSeq, nextSeq } };
}

/** Never answered before, and yet the server knows more of this device than what is settled now: its storage was cleared. */
function clearedStorage(
  { epoch, settledSeq }: CommitteeMeta,
  { lastDeviceSeq, lastDeviceAt }: WholeAnswer['last'],
  settledNow: number,
): Loss | undefined {
  const arrived = lastDeviceSeq - settledNow;
  if (epoch !== null || settledSeq > 0 || arrived < 1) return undefined;
  return { kind: 'storage', arrived, lastAt: lastDeviceAt ?? null };
}

/** An answer that came late, from before a restore, called these decided; the server of now does not know them. */
async function askAgain(
  tx: ClientTx,
  rest: readonly OutboxItem[],
  lastDeviceSeq: number,
): Promise<readonly OutboxItem[]> {
  const isForgotten = ({ decided, deviceSeq }: OutboxItem): boolean => decided && deviceSeq > lastDeviceSeq;
  if (!rest.some(isForgotten)) return rest;
  const outbox = rest.map((item) => (isForgotten(item) ? { ...item, decided: false } : item));
  await tx.outbox.putMany(outbox);
  return outbox;
}

/** R4: the rest of the outbox in order. What would be refused now is marked and still sent: only the server refuses. */
async function replay(
  tx: ClientTx,
  confirmed: Confirmed,
  outbox: readonly OutboxItem[],
  access: Access,
  { alarm }: Environment,
): Promise<ReadonlyMap<RowKey, StoredRow>> {
  const rows = new Map<RowKey, StoredRow>();
  if (outbox.length === 0) return rows;
  const forecaster = new Forecaster(confirmed, confirmed.committeeId, access);
  await confirmed.load(outbox.flatMap(({ touches, writes }) => [...touches, ...writes]));
  const changed: OutboxItem[] = [];
  for (const [n, item] of outbox.entries()) {
    if (n % replaySlice === replaySlice - 1) await tx.meta.get(confirmed.committeeId);
    const next = await replayed(item, forecaster, confirmed, alarm);
    for (const row of next.rows) rows.set(rowKey(row.type, row.id), row);
    if (!sameForecast(item, next.item)) changed.push(next.item);
  }
  await tx.outbox.putMany(changed);
  return rows;
}

async function replayed(
  item: OutboxItem,
  forecaster: Forecaster,
  confirmed: Confirmed,
  alarm: Environment['alarm'],
): Promise<{ readonly item: OutboxItem; readonly rows: readonly StoredRow[] }> {
  let code: string;
  let params: Params = {};
  try {
    const forecast = await forecaster.run(item);
    if (forecast.kind === 'expected') {
      const rows = forecast.writes.map((write) =>
        pendingRow(item.committeeId, write, confirmed.known(rowKey(write.type, write.id))),
      );
      const writes = rows.map(({ type, id }) => rowKey(type, id));
      return { item: { ...item, writes, forecast: 'expected', forecastCode: null, forecastParams: null }, rows };
    }
    ({ code, params } = forecast);
  } catch (error) {
    if (confirmed.failure !== undefined) throw error; // the database, not the command
    alarm('replay_failed', { command: item.name, commandId: item.commandId });
    code = 'client_error';
  }
  return { item: { ...item, writes: [], forecast: 'doubtful', forecastCode: code, forecastParams: params }, rows: [] };
}

const sameForecast = (a: OutboxItem, b: OutboxItem): boolean =>
  a.forecast === b.forecast && a.forecastCode === b.forecastCode && a.writes.join() === b.writes.join();

/** Every touched row once: with its pending value, else the confirmed one, else not at all. Shadow to match. */
async function flush(
  tx: ClientTx,
  committeeId: string,
  confirmed: Confirmed,
  shadow: readonly ShadowRow[],
  pending: ReadonlyMap<RowKey, StoredRow>,
  gone: readonly RowKey[],
): Promise<void> {
  const puts: StoredRow[] = [...pending.values()];
  const removes: RowKey[] = gone.filter((key) => !pending.has(key));
  for (const [key, row] of confirmed.changed()) {
    if (pending.has(key)) continue;
    if (row === null) removes.push(key);
    else puts.push(row);
  }
  const present = new Map(shadow.map((row) => [row.key, row.confirmed]));
  const shadowRows: ShadowRow[] = [];
  for (const key of pending.keys()) {
    const row = confirmed.known(key);
    if (!present.has(key) || present.get(key) !== row) shadowRows.push({ committeeId, key, confirmed: row });
  }
  await Promise.all([
    writeRows(tx, committeeId, puts, removes),
    swapShadow(tx, committeeId, shadow, ({ key }) => !pending.has(key), shadowRows),
  ]);
}

/** What goes is taken away first: a new one may lie between two that go. */
async function swapShadow(
  tx: ClientTx,
  committeeId: string,
  before: readonly ShadowRow[],
  isOver: (row: ShadowRow) => boolean,
  fresh: readonly ShadowRow[],
): Promise<void> {
  await removeRuns(tx.shadow, before, isOver, ({ key }) => [committeeId, key]);
  await tx.shadow.putMany(fresh);
}

async function photosAfter(
  tx: ClientTx,
  { committeeId, epoch: epochBefore, access: before, backedUpSeq }: CommitteeMeta,
  { epoch, access: now, last }: WholeAnswer,
  patch: readonly PatchOp[],
  gone: readonly RowKey[],
): Promise<void> {
  const photos = patch.flatMap((op) => (op.op === 'put' && op.t === 'storedPhoto' ? [op.row as StoredPhoto] : []));
  const hashes = (destroyed: boolean) =>
    photos.filter(({ destroyedOn }) => (destroyedOn !== undefined) === destroyed).map(({ id }) => id);
  await noteStored(tx, committeeId, hashes(false));
  await forgetDestroyed(tx, committeeId, hashes(true));
  if (epoch !== epochBefore) await sendAgain(tx, committeeId);
  await freeBackedUp(tx, committeeId, epoch === epochBefore ? backedUpSeq : 0, last.backedUpSeq);
  // Photos of others that were kept for a second look may belong to rows that went.
  const left =
    patch.some(({ op, t }) => op === 'del' && showsPhotos(t)) || gone.some((key) => showsPhotos(splitKey(key).type));
  if (left || (before !== null && before.v !== now.v)) await forgetCopies(tx, committeeId);
}

const keptMs = 30 * 24 * 3_600_000;

/** H2: a verified backup holds it, and it has lain here for thirty days: the newest backup may be lost with its server, and
 *  one of weeks ago come back. A clock that jumps never takes more than the backup allows. What its author still has to look
 *  at stays, content and all; what holds a name that was erased goes as soon as it may (L6). */
async function trimArchive(
  tx: ClientTx,
  committeeId: string,
  { epoch, last }: WholeAnswer,
  now: number,
): Promise<void> {
  const inbox = await tx.inbox.where('committeeId', committeeId);
  const open = new Set(inbox.filter(({ handled }) => handled === 0).map(({ commandId }) => commandId));
  const people = (await tx.rows('person').where('committeeId', committeeId)).map(({ body }) => body as Person);
  const erased = new Set(people.filter(({ erasedOn }) => erasedOn !== undefined).map(({ id }) => rowKey('person', id)));
  const holdsErased = ({ name, touches }: ArchiveItem): boolean =>
    name !== 'person.erase' && touches.some((key) => erased.has(key));
  const mayBeAsked = (item: ArchiveItem): boolean =>
    Math.abs(now - (item.settledAt ?? 0)) < keptMs && !holdsErased(item);
  const isBackedUp = ({ seq, outcome }: ArchiveItem): boolean => seq <= last.backedUpSeq && outcome !== 'held';
  await takeFromArchive(
    tx,
    committeeId,
    (item) => item.epoch === epoch && isBackedUp(item) && !mayBeAsked(item) && !open.has(item.commandId),
  );
}
