/** The sum over what really lies in the tables (docs/sync.md, R6). The one in `meta` is carried along from change to change:
 *  it finds our own mistakes, and never a row that the device's storage lost or brought back. */
import { rowKey } from '../domain/command.ts';
import { changeDigest, type DigestRow, emptyDigest } from '../domain/digest.ts';
import { rowTypes } from '../domain/rows.ts';
import type { ClientStore, ClientTx, StoredRow } from './ports.ts';

/** Undefined when something was written meanwhile: then there is no one moment to sum, and a later pull tries again. One
 *  table at a time, so that a tap in between waits for one and not for all. */
export async function storedDigest(store: ClientStore, committeeId: string): Promise<string | undefined> {
  const before = await store.read((tx) => moment(tx, committeeId));
  const shadow = await store.read((tx) => tx.shadow.where('committeeId', committeeId));
  const confirmed = new Map(shadow.map((row) => [row.key, row.confirmed]));
  let digest = changeDigest(emptyDigest, [], [...confirmed.values()].filter((row) => row !== null).map(digestRow));
  for (const type of rowTypes) {
    const rows = await store.read((tx) => tx.rows(type).where('committeeId', committeeId));
    const own = rows.filter(({ id }) => !confirmed.has(rowKey(type, id)));
    digest = changeDigest(digest, [], own.map(digestRow));
  }
  return (await store.read((tx) => moment(tx, committeeId))) === before ? digest : undefined;
}

const digestRow = ({ type, id, v }: StoredRow): DigestRow => ({ t: type, id, v });
/** Every write to rows changes this one too. */
const moment = async (tx: ClientTx, committeeId: string) => JSON.stringify(await tx.meta.get(committeeId));
