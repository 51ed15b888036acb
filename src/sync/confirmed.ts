/** What the server confirmed, in memory over the tables: pending values are undone here and never read from disk. */
import { type RowKey, rowKey, splitKey } from '../domain/command.ts';
import { changeDigest, type DigestRow, digestOf } from '../domain/digest.ts';
import { currentBody } from '../domain/rowShapes.ts';
import { indexValues, type Row, type RowType, rowIndexes } from '../domain/rows.ts';
import type { RowSource } from '../domain/run.ts';
import type { ClientTx, StoredRow } from './ports.ts';
import { TableSource } from './rowTables.ts';

export class Confirmed implements RowSource {
  readonly committeeId: string;
  readonly #tables: TableSource;
  /** A snapshot holds all there is: nothing in the tables counts any more. */
  readonly #whole: boolean;
  readonly #rows = new Map<RowKey, StoredRow | null>();
  readonly #indexes = new Map<string, ReadonlyMap<string, readonly StoredRow[]>>();
  readonly #leaving: DigestRow[] = [];
  readonly #coming = new Map<RowKey, DigestRow>();

  constructor(tx: ClientTx, committeeId: string, whole: boolean) {
    this.committeeId = committeeId;
    this.#tables = new TableSource(tx, committeeId);
    this.#whole = whole;
  }

  get failure(): unknown {
    return this.#tables.failure;
  }

  /** The confirmed value under a pending one; not part of what the server changed. */
  undo(key: RowKey, row: StoredRow | null): void {
    this.#rows.set(key, row);
  }

  /** The server's new value. For a delta the old one was loaded before, because the digest needs its version. */
  set(key: RowKey, row: StoredRow | null): void {
    if (!this.#whole) {
      const before = this.known(key);
      if (before !== null && !this.#coming.has(key)) this.#leaving.push(digestRow(before));
      if (row === null) this.#coming.delete(key);
      else this.#coming.set(key, digestRow(row));
    }
    this.#rows.set(key, row);
  }

  has(key: RowKey): boolean {
    return this.#rows.get(key) !== undefined && this.#rows.get(key) !== null;
  }

  /** The confirmed row, when it was loaded: null when there is none. */
  known(key: RowKey): StoredRow | null {
    return this.#rows.get(key) ?? (this.#rows.has(key) || this.#whole ? null : (this.#tables.seen.get(key) ?? null));
  }

  /** Everything that may differ from the tables. */
  changed(): ReadonlyMap<RowKey, StoredRow | null> {
    return this.#rows;
  }

  digest(): string {
    return digestOf([...this.#rows.values()].filter((row) => row !== null).map(digestRow));
  }

  digestAfter(digest: string): string {
    return changeDigest(digest, this.#leaving, this.#coming.values());
  }

  async load(keys: readonly RowKey[]): Promise<void> {
    if (!this.#whole) await this.#tables.get(keys.filter((key) => !this.#rows.has(key)));
  }

  async get(keys: readonly RowKey[]): Promise<readonly (Row | null)[]> {
    await this.load(keys);
    return keys.map((key) => {
      const row = this.known(key);
      return row === null ? null : currentBody(row);
    });
  }

  async list(type: RowType, index: string, key: string): Promise<readonly Row[]> {
    const own = this.#indexed(type, index).get(key) ?? [];
    const below = this.#whole ? [] : await this.#tables.list(type, index, key);
    return [...below.filter(({ id }) => !this.#rows.has(rowKey(type, id))), ...own.map(currentBody)];
  }

  /** Built once per index: nothing is set any more when commands begin to run. */
  #indexed(type: RowType, index: string): ReadonlyMap<string, readonly StoredRow[]> {
    const name = `${type}.${index}`;
    const built = this.#indexes.get(name);
    if (built !== undefined) return built;
    const position = (rowIndexes[type] as readonly string[]).indexOf(index);
    const byKey = new Map<string, StoredRow[]>();
    for (const [key, row] of this.#rows) {
      if (row === null || splitKey(key).type !== type) continue;
      const value = indexValues(type, currentBody(row) as never)[position];
      if (value === null || value === undefined) continue;
      const rows = byKey.get(value);
      if (rows === undefined) byKey.set(value, [row]);
      else rows.push(row);
    }
    this.#indexes.set(name, byKey);
    return byKey;
  }
}

const digestRow = ({ type, id, v }: StoredRow): DigestRow => ({ t: type, id, v });
