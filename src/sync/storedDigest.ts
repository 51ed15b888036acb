/** The sum over what really lies in the tables (docs/sync.md, R6). The one in `meta` is carried along from change to change:
 *  it finds our own mistakes, and never a row that the device's storage lost or brought back. */
import { rowKey } from '../domain/command.ts';
import { changeDigest, type DigestRow, emptyDigest } from '../domain/digest.ts';
import { rowTypes } from '../domain/rows.ts';
import type { ClientStore, ClientTx, StoredRow } from './ports.ts';

const rowsAtOnce = 500; // a tap in between waits for these and not for all

/** Undefined when something was written meanwhile, for then there is no one moment to sum, and when it was interrupted. */
export async function storedDigest(
  store: ClientStore,
  committeeId: string,
  interrupted: () => boolean,
): Promise<string | undefined> {
  const before = await store.read((tx) => moment(tx, committeeId));
  const shadow = await store.read((tx) => tx.shadow.where('committeeId', committeeId));
  const confirmed = new Map(shadow.map((row) => [row.key, row.confirmed]));
  let digest = changeDigest(emptyDigest, [], [...confirmed.values()].filter((row) => row !== null).map(digestRow));
  for (let at = 0; at < rowTypes.length; ) {
    if (interrupted()) return undefined;
    const { rows, types } = await readSome(store, committeeId, at);
    const own = rows.filter(({ type, id }) => !confirmed.has(rowKey(type, id)));
    digest = changeDigest(digest, [], own.map(digestRow));
    at += types;
  }
  return (await store.read((tx) => moment(tx, committeeId))) === before ? digest : undefined;
}

/** The rows of some types, beginning with type number `first`, and of how many. */
function readSome(
  store: ClientStore,
  committeeId: string,
  first: number,
): Promise<{ readonly rows: readonly StoredRow[]; readonly types: number }> {
  return store.read(async (tx) => {
    const rows: StoredRow[] = [];
    let types = 0;
    for (const type of rowTypes.slice(first)) {
      rows.push(...(await tx.rows(type).where('committeeId', committeeId)));
      types += 1;
      if (rows.length >= rowsAtOnce) break;
    }
    return { rows, types };
  });
}

const digestRow = ({ type, id, v }: StoredRow): DigestRow => ({ t: type, id, v });
/** Every write to rows changes this one too. */
const moment = async (tx: ClientTx, committeeId: string) => JSON.stringify(await tx.meta.get(committeeId));
