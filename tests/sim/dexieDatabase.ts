/** A phone that keeps its things where the app does: the shipped Dexie store on an IndexedDB of its own. Memory stands
 *  beside it, for the oracles to look at, and every answer of the one is compared with the other's. A tab that dies in a
 *  transaction aborts the real one; full and lost storage are the errors that a browser gives. */
import { isDeepStrictEqual } from 'node:util';
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { rowTypes } from '../../src/domain/rows.ts';
import { createDexieStore, type DexieStore } from '../../src/store/dexieStore.ts';
import { type ClientStore, type ClientTx, clientTables } from '../../src/sync/ports.ts';
import { type Beside, DexieTransaction, tableOf } from './dexieTransaction.ts';
import type { Disk } from './disk.ts';
import type { StoreFaults } from './memoryClientStore.ts';
import { MemoryDatabase } from './memoryDatabase.ts';
import { inRealTime } from './realTime.ts';

/** Real time: none of it is waited for in vain, and a connection that was lost is tried once more. */
const options = { openTimeoutMs: 60_000, retryDelaysMs: [0] };

export class DexieDatabase extends MemoryDatabase implements Disk, Beside {
  readonly db = this;
  /** Called with what Dexie answers otherwise than memory. */
  readonly onDifference: (message: string) => void;
  readonly #personId: string;
  #factory = new IDBFactory();
  /** One connection a tab, as in a browser. */
  #connections = new Map<object, DexieStore>();
  #transactions = 0;

  constructor(personId: string, onDifference: (message: string) => void) {
    super();
    this.#personId = personId;
    this.onDifference = onDifference;
  }

  open(owner: object, faults: StoreFaults): ClientStore {
    const run = <T>(mode: 'write' | 'read', body: (tx: ClientTx) => Promise<T>): Promise<T> =>
      new Promise<T>((resolve, reject) => {
        if (faults.isDead(owner)) return;
        this.request(mode, owner, () => {
          this.#transactions += 1;
          const losesOnce = this.#transactions % 2 === 0;
          const transaction = new DexieTransaction(this, { owner, faults, mode, losesOnce });
          const start = (): void => void transaction.run(body, resolve, reject);
          if (mode === 'read' && faults.readsAtOnce()) start();
          else faults.later(owner, start);
        });
      });
    return { write: (body) => run('write', body), read: (body) => run('read', body) };
  }

  /** One transaction of the shipped store; nothing else is under way meanwhile. */
  really<T>(mode: 'write' | 'read', owner: object, body: (tx: ClientTx) => Promise<T>): Promise<T> {
    const connection = this.#connection(owner);
    return inRealTime(() => {
      this.#dependOnOwnFactory();
      return connection[mode](body);
    });
  }

  #connection(owner: object): DexieStore {
    const known = this.#connections.get(owner);
    if (known !== undefined) return known;
    this.#dependOnOwnFactory();
    const made = createDexieStore(this.#personId, options);
    this.#connections.set(owner, made);
    return made;
  }

  /** Devices do not share; the tabs of one do. */
  #dependOnOwnFactory(): void {
    Dexie.dependencies.indexedDB = this.#factory;
    Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  }

  override kill(owner: object): void {
    super.kill(owner);
    this.#disconnect(owner);
  }

  #disconnect(owner: object): void {
    const connection = this.#connections.get(owner);
    if (connection === undefined) return;
    this.#connections.delete(owner);
    void inRealTime(async () => connection.close());
  }

  override clear(): void {
    super.clear();
    if (#factory in this) this.#takeNewDisk(); // not while it is being made
  }

  override copyFrom(other: MemoryDatabase): void {
    super.copyFrom(other); // clears first
    this.#fill();
  }

  /** What a power cut takes back, the disk never got. */
  override losePower(): number {
    const lost = super.losePower();
    if (lost > 0) {
      this.#takeNewDisk();
      this.#fill();
    }
    return lost;
  }

  #takeNewDisk(): void {
    this.close();
    this.#factory = new IDBFactory();
  }

  #fill(): void {
    const values = [...this.tables].map(([name, table]) => [name, table.values()] as const);
    const writing = this.really('write', this, async (tx) => {
      for (const [name, all] of values) await tableOf(tx, name).putMany(all);
    });
    writing.catch((error: unknown) => this.onDifference(`the disk was not filled: ${String(error)}`));
  }

  /** Table by table: what the disk holds is what memory holds. */
  async check(): Promise<void> {
    await this.really('read', this, async (tx) => {
      for (const name of tableNames) {
        const found = await tableOf(tx, name).all();
        if (!isDeepStrictEqual(found, this.tables.get(name)?.all()))
          this.onDifference(`table ${name} holds other things`);
      }
    });
  }

  close(): void {
    for (const owner of [...this.#connections.keys()]) this.#disconnect(owner);
  }
}

const tableNames = [...Object.keys(clientTables), ...rowTypes.map((type) => `rows:${type}`)];
