/** Rows of one committee by their keys, whatever the type: the tables are one a type (D16), commands name `type/id`. */
import { type RowKey, rowKey, splitKey } from '../domain/command.ts';
import { currentBody } from '../domain/rowShapes.ts';
import type { Row, RowType } from '../domain/rows.ts';
import type { RowSource } from '../domain/run.ts';
import { type ClientTx, type Key, rowIndexName, type StoredRow } from './ports.ts';

export async function readRows(
  tx: ClientTx,
  committeeId: string,
  keys: readonly RowKey[],
): Promise<ReadonlyMap<RowKey, StoredRow>> {
  const found = new Map<RowKey, StoredRow>();
  const read = async ([type, ids]: readonly [RowType, readonly string[]]): Promise<void> => {
    const rows = await tx.rows(type).getMany(ids.map((id) => [committeeId, id]));
    for (const row of rows) if (row !== undefined) found.set(rowKey(type, row.id), row);
  };
  await Promise.all([...idsByType(keys)].map(read)); // side by side: each waits for the disk's queue, not for the others
  return found;
}

export async function writeRows(
  tx: ClientTx,
  committeeId: string,
  puts: Iterable<StoredRow>,
  removes: Iterable<RowKey>,
): Promise<void> {
  const gone = [...idsByType(removes)];
  await Promise.all(gone.map(([type, ids]) => tx.rows(type).removeMany(ids.map((id) => [committeeId, id]))));
  const byType = new Map<RowType, StoredRow[]>();
  for (const row of puts) listIn(byType, row.type).push(row);
  await Promise.all([...byType].map(([type, rows]) => tx.rows(type).putMany(rows)));
}

/** Rows whose index has this key. Keys travel as text; the only number under an index is a year. */
export function listRows(tx: ClientTx, committeeId: string, type: RowType, index: string, key: string) {
  return tx.rows(type).where(rowIndexName(index), indexKey(committeeId, index, key));
}

export const indexKey = (committeeId: string, index: string, key: string): Key => [
  committeeId,
  index === 'year' ? Number(key) : key,
];

/** What lies in the tables, as commands read it; remembers what it handed out, for the shadow. */
export class TableSource implements RowSource {
  readonly seen = new Map<RowKey, StoredRow | null>();
  /** A read that failed is the database's trouble, never the command's. */
  failure: unknown;
  readonly #tx: ClientTx;
  readonly #committeeId: string;

  constructor(tx: ClientTx, committeeId: string) {
    this.#tx = tx;
    this.#committeeId = committeeId;
  }

  async get(keys: readonly RowKey[]): Promise<readonly (Row | null)[]> {
    const missing = keys.filter((key) => !this.seen.has(key));
    if (missing.length > 0) {
      const found = await this.#guard(readRows(this.#tx, this.#committeeId, missing));
      for (const key of missing) this.seen.set(key, found.get(key) ?? null);
    }
    return keys.map((key) => {
      const row = this.seen.get(key);
      return row == null ? null : currentBody(row);
    });
  }

  async list(type: RowType, index: string, key: string): Promise<readonly Row[]> {
    const rows = await this.#guard(listRows(this.#tx, this.#committeeId, type, index, key));
    for (const row of rows) if (!this.seen.has(rowKey(type, row.id))) this.seen.set(rowKey(type, row.id), row);
    return rows.map(currentBody);
  }

  async #guard<T>(reading: Promise<T>): Promise<T> {
    try {
      return await reading;
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }
}

function idsByType(keys: Iterable<RowKey>): ReadonlyMap<RowType, string[]> {
  const ids = new Map<RowType, string[]>();
  for (const key of keys) {
    const { type, id } = splitKey(key);
    listIn(ids, type).push(id);
  }
  return ids;
}

function listIn<K, V>(map: Map<K, V[]>, key: K): V[] {
  const known = map.get(key);
  if (known !== undefined) return known;
  const fresh: V[] = [];
  map.set(key, fresh);
  return fresh;
}
