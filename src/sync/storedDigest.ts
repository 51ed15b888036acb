/** The sum over what really lies in the tables (docs/sync.md, R6). The one in `meta` is carried along from change to change:
 *  it finds our own mistakes, and never a row that the device's storage lost or brought back. */
import { rowKey } from '../domain/command.ts';
import { changeDigest, type DigestRow, emptyDigest } from '../domain/digest.ts';
import { type RowType, rowTypes } from '../domain/rows.ts';
import type { ClientStore, ClientTx, StoredRow } from './ports.ts';

const rowsAtOnce = 500; // a tap in between waits for these and not for all
const lastId = '\uffff';

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
  for (let from: Place | undefined = { type: 0, after: '' }; from !== undefined; ) {
    if (interrupted()) return undefined;
    const read: ReadRows = await readSome(store, committeeId, from);
    const own = read.rows.filter(({ type, id }) => !confirmed.has(rowKey(type, id)));
    digest = changeDigest(digest, [], own.map(digestRow));
    from = read.next;
  }
  return (await store.read((tx) => moment(tx, committeeId))) === before ? digest : undefined;
}

/** Behind which row of which type reading goes on. */
interface Place {
  readonly type: number; // in `rowTypes`
  readonly after: string;
}

interface ReadRows {
  readonly rows: readonly StoredRow[];
  readonly next: Place | undefined;
}

function readSome(store: ClientStore, committeeId: string, from: Place): Promise<ReadRows> {
  return store.read(async (tx) => {
    const rows: StoredRow[] = [];
    let { type, after } = from;
    for (; type < rowTypes.length; type += 1, after = '') {
      const most = rowsAtOnce - rows.length;
      const found = await tx.rows(rowTypes[type] as RowType).between([committeeId, after], [committeeId, lastId], most);
      rows.push(...found);
      if (found.length === most) return { rows, next: { type, after: found.at(-1)?.id ?? lastId } };
    }
    return { rows, next: undefined };
  });
}

const digestRow = ({ type, id, v }: StoredRow): DigestRow => ({ t: type, id, v });
/** Every write to rows changes this one too. */
const moment = async (tx: ClientTx, committeeId: string) => JSON.stringify(await tx.meta.get(committeeId));
