/** A server that knows less of this device than the device itself, because it came back from a backup, gets the rest
 *  again (D6; docs/sync.md, H3). */
import type { Params } from '../domain/command.ts';
import { takeFromArchive } from './archive.ts';
import type { ArchiveItem, ClientTx, CommitteeMeta, OutboxItem } from './ports.ts';
import { ended, sentOf } from './settle.ts';

/** A promise of the engine that does not hold. The transaction that finds it writes nothing; the maintainers are told. */
export class BrokenPromise extends Error {
  readonly code: string;
  readonly params: Params;
  constructor(code: string, params: Params) {
    super(`${code} ${JSON.stringify(params)}`);
    this.code = code;
    this.params = params;
  }
}

export interface Requeued {
  readonly outbox: readonly OutboxItem[];
  readonly meta: CommitteeMeta;
  /** Numbers that neither server nor phone has any more; the loss is named exactly. */
  readonly lost: { readonly from: number; readonly to: number } | null;
}

/** Puts everything from number `from` on back into the outbox, with how it ended before. Takes no answer of an earlier
 *  pull any more: `head` goes, so that compare-and-swap refuses it and the next pull is a snapshot. */
export async function requeue(tx: ClientTx, meta: CommitteeMeta, from: number): Promise<Requeued> {
  const { committeeId } = meta;
  const archived = await takeFromArchive(tx, committeeId, ({ deviceSeq }) => deviceSeq >= from);
  const waiting = await tx.outbox.where('committeeId', committeeId);
  const again = [
    ...archived.map(backToOutbox),
    ...waiting.filter(({ deviceSeq }) => deviceSeq >= from).map((item) => ({ ...item, decided: false })),
  ].sort((a, b) => a.deviceSeq - b.deviceSeq);
  await tx.outbox.putMany(again);
  const lost = firstHole(again, from, meta.nextSeq);
  const loss = lost === null ? meta.loss : ({ kind: 'numbers', ...lost } as const);
  const next = { ...meta, head: null, settledSeq: from - 1, ...(loss === undefined ? {} : { loss }) };
  const before = waiting.filter(({ deviceSeq }) => deviceSeq < from);
  const numbered = lost === null ? { outbox: again, meta: next } : await renumber(tx, next, again, from);
  return { outbox: [...before, ...numbered.outbox], meta: numbered.meta, lost };
}

/** New numbers for unsent commands, each under its own id, so nothing can be carried out twice. After a loss or when a
 *  clone of this device took the numbers: what is left must still arrive. */
export async function renumber(
  tx: ClientTx,
  meta: CommitteeMeta,
  items: readonly OutboxItem[],
  from: number,
): Promise<{ readonly outbox: readonly OutboxItem[]; readonly meta: CommitteeMeta }> {
  const { committeeId } = meta;
  const outbox = items.map((item, n) => ({ ...item, deviceSeq: from + n, decided: false }));
  await tx.outbox.removeMany(items.map(({ deviceSeq }) => [committeeId, deviceSeq]));
  await tx.outbox.putMany(outbox);
  return { outbox, meta: { ...meta, nextSeq: from + outbox.length } };
}

function backToOutbox(item: ArchiveItem): OutboxItem {
  const { committeeId, epoch, seq, outcome } = item;
  const none = { writes: [], forecastCode: null, forecastParams: null } as const;
  const was = ended(item.was, { epoch, seq, outcome });
  return { ...sentOf(item), ...none, committeeId, was, forecast: 'expected', decided: false };
}

function firstHole(items: readonly OutboxItem[], from: number, end: number) {
  let expected = from;
  for (const { deviceSeq } of items) {
    if (deviceSeq !== expected) return { from: expected, to: deviceSeq - 1 };
    expected += 1;
  }
  return expected < end ? { from: expected, to: end - 1 } : null;
}
