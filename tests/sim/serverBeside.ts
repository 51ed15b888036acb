/** The server's store on a real database: the shipped one, SQLite or PostgreSQL. Memory stands beside it, for the oracles to
 *  look at and for the locks, which must not stop real time; every answer of the one is compared with the other's. */
import { isDeepStrictEqual } from 'node:util';
import { saveDevice } from '../../server/db/accountQueries.ts';
import type { Connection, Database } from '../../server/db/database.ts';
import { setBackedUp } from '../../server/db/queries.ts';
import { createStore } from '../../server/db/store.ts';
import { type DeviceRow, type ServerSnapshot, type ServerTx, Transient } from '../../server/engine/ports.ts';
import type { CommitteeData } from './committeeData.ts';
import { MemoryServerStore, type ServerFaults } from './memoryServerStore.ts';
import type { Transaction } from './memoryServerTx.ts';
import { inRealTime } from './realTime.ts';
import { RealTransaction } from './realTransaction.ts';

export interface RealDatabase {
  readonly database: Database;
  /** SQLite has one writer for all committees; PostgreSQL one for each. */
  readonly oneWriter: boolean;
}

const tables = 'committee committee_device row scope_move log log_payload seq_alias held relay_waiting'.split(' ');

export class ServerBeside extends MemoryServerStore {
  readonly #real: RealDatabase;
  readonly #report: (invariant: string, message: string) => void;
  readonly #open = new Map<Transaction, RealTransaction>();
  readonly #devices = new Map<string, DeviceRow>(); // as the real one has them

  constructor(real: RealDatabase, faults: ServerFaults, report: (invariant: string, message: string) => void) {
    super(faults);
    this.#real = real;
    this.#report = report;
    this.#write('made empty', emptied);
  }

  protected override seenAs(tx: Transaction): ServerTx {
    const real = new RealTransaction(this.#real.database);
    this.#open.set(tx, real);
    return besides(tx as ServerTx, async (name, args, inMemory) => {
      const expected = await inMemory().catch((error: unknown) => new Failed(error));
      if (expected instanceof Failed && (expected.error instanceof Transient || tx.state !== 'open'))
        throw expected.error;
      return inRealTime(async () => {
        const begun = await real.begun();
        if (expected instanceof Failed) {
          // A handler's fault: done all the same, so that the savepoint has something to take back.
          await call(begun.tx, name, args).catch(() => undefined);
          throw expected.error;
        }
        if (name === 'device') await this.#saveDevices(begun.connection, real);
        if (name === 'savepoint') return savepoints(expected as Savepoint, await begun.tx.savepoint());
        return this.#same(name, args, expected, await call(begun.tx, name, args));
      });
    });
  }

  protected override look<T>(body: (snapshot: ServerSnapshot) => Promise<T>): Promise<T> {
    return inRealTime(() =>
      createStore(this.#real.database).read((snapshot) =>
        body(
          besides(this.snapshot, async (name, args, inMemory) =>
            this.#same(name, args, await inMemory(), await call(snapshot, name, args)),
          ),
        ),
      ),
    );
  }

  /** Whoever waits for a lock waits here, in virtual time. */
  override lock(id: string, tx: Transaction, go: () => void): void {
    super.lock(this.#real.oneWriter ? 'the file' : id, tx, go);
  }

  override ended(tx: Transaction): void {
    this.#end(tx);
    super.ended(tx);
  }

  override crash(): void {
    for (const tx of [...this.#open.keys()]) {
      tx.state = 'dead';
      this.#end(tx);
    }
    super.crash();
  }

  #end(tx: Transaction): void {
    const real = this.#open.get(tx);
    this.#open.delete(tx);
    if (real === undefined) return;
    const { committed } = tx;
    this.#must(
      committed ? 'committed' : 'rolled back',
      inRealTime(() => real.end(committed)),
    );
    if (!committed) for (const id of real.savedDevices) this.#devices.delete(id);
  }

  override backUp(): boolean {
    const done = super.backUp();
    const seqs = [...this.committees.values()].map(({ row: { id, epoch, seq } }) => ({ id, epoch, seq }));
    if (done) this.#write('backed up', (connection) => connection.runEach(setBackedUp, seqs));
    return done;
  }

  /** As it is after a restore or a failover: everything in it is replaced. */
  protected override put(copies: readonly CommitteeData[] | null, epochAfter: (epoch: string) => string): void {
    super.put(copies, epochAfter);
    const all = [...this.committees.values()];
    this.#write('replaced', emptied);
    const store = createStore(this.#real.database);
    this.#must(
      'filled',
      inRealTime(() =>
        store.write(async (tx) => {
          for (const data of all) await fill(tx, data);
        }),
      ),
    );
  }

  override async check(): Promise<void> {
    await inRealTime(() =>
      createStore(this.#real.database).read(async (snapshot) => {
        for (const id of this.committees.keys()) {
          for (const [name, ...args] of wholeOf) {
            const expected = await call(this.snapshot, name, [id, ...args]);
            this.#same(name, [id, ...args], expected, await call(snapshot, name, [id, ...args]));
          }
        }
      }),
    );
  }

  override close(): void {
    this.crash();
  }

  #write(what: string, body: (connection: Connection) => Promise<void>): void {
    this.#must(
      what,
      inRealTime(() => this.#real.database.write(body)),
    );
  }

  #must(what: string, done: Promise<void>): void {
    done.catch((error: unknown) => this.#report('store', `the database could not be ${what}: ${String(error)}`));
  }

  /** Devices are saved by the routes, in transactions of their own. SQLite's one writer is at work, so there it is in this
   *  one, and again in the next one when this is rolled back. */
  async #saveDevices(connection: Connection, real: RealTransaction): Promise<void> {
    const { database, oneWriter } = this.#real;
    const changed = [...this.devices.values()].filter((device) => this.#devices.get(device.id) !== device);
    if (changed.length === 0) return;
    const save = (on: Connection): Promise<void> => on.runEach(saveDevice, changed.map(recordOf));
    if (oneWriter) real.savedDevices.push(...changed.map(({ id }) => id));
    await (oneWriter ? save(connection) : database.write(save));
    for (const device of changed) this.#devices.set(device.id, device);
  }

  #same(name: string, args: readonly unknown[], expected: unknown, found: unknown): unknown {
    const [memory, real] = [expected, found].map((value) => plain(name, value));
    if (!isDeepStrictEqual(real, memory)) {
      const asked = `${name}(${JSON.stringify(args).slice(1, -1)})`;
      this.#report('store', `${asked}: ${JSON.stringify(real)} instead of ${JSON.stringify(memory)}`);
    }
    return found;
  }
}

const recordOf = ({ id, personId, name, publicKey, state }: DeviceRow) => ({
  ...{ id, person_id: personId, name, public_key: publicKey, state, created_at: 0, seen_at: 0 },
});

/** Each method of `memory`, as `ask` answers it. */
function besides<S extends object>(
  memory: S,
  ask: (name: string, args: readonly unknown[], inMemory: () => Promise<unknown>) => Promise<unknown>,
): S {
  return new Proxy(memory, {
    get:
      (target, name) =>
      (...args: unknown[]) =>
        ask(String(name), args, () => call(target, String(name), args)),
  });
}

class Failed {
  readonly error: unknown;
  constructor(error: unknown) {
    this.error = error;
  }
}

type Savepoint = Awaited<ReturnType<ServerTx['savepoint']>>;
const savepoints = (memory: Savepoint, real: Savepoint): Savepoint => ({
  release: () => memory.release().then(() => inRealTime(() => real.release())),
  rollback: () => memory.rollback().then(() => inRealTime(() => real.rollback())),
});

const call = (on: object, name: string, args: readonly unknown[]): Promise<unknown> =>
  (on as Record<string, (...args: readonly unknown[]) => Promise<unknown>>)[name]?.(...args) as Promise<unknown>;

const everything = Number.MAX_SAFE_INTEGER;
const wholeOf = [
  ['committee'],
  ['allRows'],
  ['logRange', 1, 1_000_000],
  ['logOfRefusals'],
  ['scopeMoves', 0, everything],
] as const;

/** Answers whose order nobody may lean on. */
const unordered: ReadonlySet<string> = new Set(['allRows', 'scopeMoves']);

/** As JSON says it, times of people in whole ms. */
function plain(name: string, value: unknown): unknown {
  if (value === undefined) return undefined;
  const text = JSON.stringify(value, (key, at) => (key === 'clientTime' ? Math.round(at as number) : at));
  const read: unknown = JSON.parse(text);
  return unordered.has(name) ? (read as unknown[]).map((item) => JSON.stringify(sortedKeys(item))).sort() : read;
}
const sortedKeys = (item: unknown): unknown => Object.entries(item as object).sort(([a], [b]) => (a < b ? -1 : 1));

async function emptied(connection: Connection): Promise<void> {
  for (const table of tables) await connection.raw(`delete from "${table}"`);
}

async function fill(tx: ServerTx, data: CommitteeData): Promise<void> {
  const { id } = data.row;
  await tx.saveCommittee(data.row);
  for (const [deviceId, seq] of data.lastDeviceSeq) await tx.saveLastDeviceSeq(id, deviceId, seq);
  await tx.putRows(id, [...data.rows.values()]);
  await tx.addScopeMoves(id, data.moves);
  await tx.addLog(id, data.log);
  for (const [name, commandId] of data.aliases) {
    const [deviceId = '', deviceSeq] = name.split(' ');
    await tx.addAlias(id, deviceId, Number(deviceSeq), commandId);
  }
  for (const held of data.held.values()) await tx.addHeld(id, held);
  for (const waiting of data.waiting.values()) await tx.addWaiting(id, waiting);
}
