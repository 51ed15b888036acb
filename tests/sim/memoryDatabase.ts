/** The database of one phone in memory, as IndexedDB behaves: writers exclude everybody, readers share, first come first
 *  served; a power loss takes what is not on disk. */
import { type RowType, rowTypes } from '../../src/domain/rows.ts';
import { type ClientTx, clientTables, type Key, rowTable, type StoredRow, type Table } from '../../src/sync/ports.ts';
import { MemoryTable, type Undo } from './memoryTable.ts';

export type PlainTable = Exclude<keyof ClientTx, 'rows'>;
type ValueOf<T extends PlainTable> = ClientTx[T] extends Table<infer V> ? V : never;

export interface Change {
  readonly table: PlainTable | RowType;
  readonly key: Key;
  readonly before: unknown;
  readonly after: unknown; // undefined: removed
}

/** A commit that its tab was not told of yet: it may not be on disk. */
export interface Commit {
  readonly undo: readonly Undo[];
  readonly changes: readonly Change[];
}

export class MemoryDatabase {
  readonly tables = new Map<string, MemoryTable<unknown>>();
  /** Commits that are told before they are on disk: none with `durability: 'strict'` (promise 1); a mutant has more. */
  relaxedCommits = 0;
  /** Called for each commit that a power loss takes back. */
  onLoss: (changes: readonly Change[]) => void = () => undefined;
  /** Called once for each commit, with everything it changed. */
  onCommit: (changes: readonly Change[], owner: object) => void = () => undefined;
  /** Called when a transaction body waits for something else than its transaction: IndexedDB would have closed it. */
  onStray: (owner: object) => void = () => undefined;
  readonly #queue: { readonly mode: 'write' | 'read'; readonly owner: object; readonly start: () => void }[] = [];
  #writer: object | null = null;
  #abortWriter: (() => void) | null = null;
  readonly #readers = new Map<object, number>();
  #unsafe: Commit[] = [];

  constructor() {
    this.clear();
  }

  /** A database that was never used, or whose content the browser threw away. */
  clear(): void {
    const add = (name: string, [key, ...indexes]: readonly [string, ...string[]]): unknown =>
      this.tables.set(name, new MemoryTable(key, indexes));
    for (const [name, paths] of Object.entries(clientTables)) add(name, paths);
    for (const type of rowTypes) add(`rows:${type}`, rowTable(type));
  }

  copyFrom(other: MemoryDatabase): void {
    this.clear();
    for (const [name, table] of this.tables) table.copyFrom(other.tables.get(name) as MemoryTable<unknown>);
  }

  committed(commit: Commit): void {
    this.#unsafe.push(commit);
  }

  /** The disk has it, and all that was committed before it. */
  flushed(commit: Commit): void {
    const at = this.#unsafe.indexOf(commit) - this.relaxedCommits;
    if (at >= 0) this.#unsafe.splice(0, at + 1);
  }

  /** What is not on disk is gone. Only when no tab is left. Answers how many commits that took. */
  losePower(): number {
    const lost = this.#unsafe.reverse();
    this.#unsafe = [];
    for (const { undo, changes } of lost) {
      for (const take of undo) take();
      this.onLoss(changes);
    }
    return lost.length;
  }

  /** Whether this tab keeps others out, or will when its turn comes. */
  holds(owner: object): boolean {
    return this.#writer === owner || this.#readers.has(owner) || this.#queue.some((next) => next.owner === owner);
  }

  plain<T extends PlainTable>(name: T): MemoryTable<ValueOf<T>> {
    return this.tables.get(name) as MemoryTable<ValueOf<T>>;
  }

  rows(type: RowType): MemoryTable<StoredRow> {
    return this.tables.get(`rows:${type}`) as MemoryTable<StoredRow>;
  }

  /** Everything of a dead tab goes: its open transaction is undone, its waiting ones never start. */
  kill(owner: object): void {
    for (let n = this.#queue.length - 1; n >= 0; n -= 1) if (this.#queue[n]?.owner === owner) this.#queue.splice(n, 1);
    this.#readers.delete(owner);
    if (this.#writer === owner) {
      this.#abortWriter?.();
      this.#abortWriter = null;
      this.#writer = null;
    }
    this.#startNext();
  }

  /** Whether a write transaction is between its begin and its end: nobody may look at the tables then. */
  get writing(): boolean {
    return this.#abortWriter !== null;
  }

  request(mode: 'write' | 'read', owner: object, start: () => void): void {
    this.#queue.push({ mode, owner, start });
    this.#startNext();
  }

  beginWrite(abort: () => void): void {
    this.#abortWriter = abort;
  }

  release(mode: 'write' | 'read', owner: object): void {
    if (mode === 'write') {
      this.#writer = null;
      this.#abortWriter = null;
    } else {
      const left = (this.#readers.get(owner) ?? 1) - 1;
      if (left > 0) this.#readers.set(owner, left);
      else this.#readers.delete(owner);
    }
    this.#startNext();
  }

  #startNext(): void {
    for (let next = this.#queue[0]; next !== undefined; next = this.#queue[0]) {
      if (this.#writer !== null || (next.mode === 'write' && this.#readers.size > 0)) return;
      this.#queue.shift();
      this.#unsafe.splice(0, Math.max(0, this.#unsafe.length - this.relaxedCommits)); // nobody reads what is not on disk
      if (next.mode === 'write') this.#writer = next.owner;
      else this.#readers.set(next.owner, (this.#readers.get(next.owner) ?? 0) + 1);
      next.start();
    }
  }
}
