/** Saving one command: outbox, rows, shadow, photos and the end of the draft in one transaction (docs/sync.md, S1). */

import { scopeOf } from '../domain/access.ts';
import type { Params, RowKey } from '../domain/command.ts';
import { rowKey } from '../domain/command.ts';
import { shapeVersion } from '../domain/rowShapes.ts';
import type { Attachment } from '../domain/rows.ts';
import type { RowWrite } from '../domain/run.ts';
import { standingOf } from './blobStore.ts';
import { Forecaster } from './forecast.ts';
import { newMeta } from './meta.ts';
import type { BlobItem, ClientTx, OutboxItem, ShadowRow, StoredRow } from './ports.ts';
import type { SentCommand } from './protocol.ts';
import { TableSource, writeRows } from './rowTables.ts';

/** A photo, or what was spoken, made ready, hashes included: hashing waits for other things than the database (S2). */
export interface NewPhoto {
  readonly photo: Attachment;
  readonly bytes: ArrayBuffer;
  readonly thumbnail: ArrayBuffer | null;
}

export type Dispatched =
  | {
      readonly saved: true;
      readonly commandId: string;
      readonly forecast: 'expected' | 'doubtful';
      readonly code?: string;
    }
  | { readonly saved: false; readonly code: string; readonly params: Params; readonly final: boolean };

export interface NewCommand extends Omit<SentCommand, 'deviceSeq' | 'was'> {
  readonly committeeId: string;
  readonly personId: string;
  readonly accept: boolean;
  readonly photos: readonly NewPhoto[];
  readonly draftKey: string | undefined;
}

export async function enqueue(tx: ClientTx, command: NewCommand): Promise<Dispatched> {
  const { committeeId, commandId, personId, accept, photos, draftKey, ...sent } = command;
  const source = new TableSource(tx, committeeId);
  // Everything that is read goes to the disk's queue at once: a tap waits for it.
  const [[again], known] = await Promise.all([
    tx.outbox.where('commandId', commandId),
    tx.meta.get(committeeId),
    source.get([...command.touches, rowKey('member', personId)]), // the role decides what is allowed
  ]);
  // The store may run a body again after a lost connection.
  if (again !== undefined) return { saved: true, commandId, forecast: again.forecast };
  const meta = known ?? newMeta(committeeId);
  if (meta.access === null) return { saved: false, code: 'not_permitted', params: {}, final: true };
  const forecast = await new Forecaster(source, committeeId, meta.access).run(command);
  const unsure = forecast.kind === 'doubtful' ? forecast : undefined;
  // What has not arrived yet is no refusal: it is saved without asking (D3).
  if (unsure && (unsure.final || !(accept || unsure.code === 'waits_for'))) {
    return { saved: false, code: unsure.code, params: unsure.params, final: unsure.final };
  }
  const writes = forecast.kind === 'expected' ? forecast.writes : [];
  const item: OutboxItem = {
    ...sent,
    commandId,
    committeeId,
    deviceSeq: meta.nextSeq,
    writes: writes.map(({ type, id }) => rowKey(type, id)),
    forecast: forecast.kind,
    forecastCode: unsure?.code ?? null,
    forecastParams: unsure?.params ?? null,
    decided: false,
  };
  await Promise.all([
    tx.outbox.put(item),
    tx.meta.put({ ...meta, nextSeq: meta.nextSeq + 1 }),
    showPending(tx, committeeId, writes, source.seen),
    keepPhotos(tx, committeeId, commandId, photos),
    draftKey === undefined ? undefined : tx.drafts.removeMany([draftKey]),
  ]);
  return { saved: true, commandId, forecast: forecast.kind, ...(unsure ? { code: unsure.code } : {}) };
}

/** A row with an own command on top, over its confirmed value. */
export function pendingRow(committeeId: string, { type, id, body }: RowWrite, confirmed: StoredRow | null): StoredRow {
  const v = confirmed?.v ?? 0;
  const scope = scopeOf(type, body as never);
  return { committeeId, type, id, v, sv: shapeVersion(type), scope, pending: 1, body };
}

async function showPending(
  tx: ClientTx,
  committeeId: string,
  writes: readonly RowWrite[],
  seen: ReadonlyMap<RowKey, StoredRow | null>,
): Promise<void> {
  const shadow: ShadowRow[] = [];
  const rows: StoredRow[] = [];
  for (const write of writes) {
    const key = rowKey(write.type, write.id);
    const before = seen.get(key) ?? null;
    rows.push(pendingRow(committeeId, write, before));
    if (before?.pending !== 1) shadow.push({ committeeId, key, confirmed: before }); // copy on the first write only
  }
  await Promise.all([tx.shadow.putMany(shadow), writeRows(tx, committeeId, rows, [])]);
}

async function keepPhotos(
  tx: ClientTx,
  committeeId: string,
  announcedBy: string,
  photos: readonly NewPhoto[],
): Promise<void> {
  for (const { photo, bytes, thumbnail } of photos) {
    const key = [committeeId, photo.sha256];
    const known = await tx.blobs.get(key);
    if (known !== undefined && known.state !== 'broken' && (known.bytes !== null || known.state === 'stored')) continue;
    const stored = (await standingOf(tx, committeeId, photo.sha256)) === 'stored'; // somebody else took the same picture in
    const item: BlobItem = {
      sha256: photo.sha256,
      committeeId,
      mime: photo.mime,
      size: photo.size,
      bytes: stored ? null : bytes,
      thumbnail,
      own: 1,
      state: stored ? 'stored' : 'waiting',
      announcedBy,
      tries: 0,
      problem: null,
    };
    await tx.blobs.put(item);
  }
}
