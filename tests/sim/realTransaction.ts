/** A transaction of a real database that stays open over many pieces of real work, until the simulator says how it ends. */
import type { Connection, Database } from '../../server/db/database.ts';
import { createStore } from '../../server/db/store.ts';
import type { ServerTx } from '../../server/engine/ports.ts';

interface Begun {
  readonly connection: Connection;
  readonly tx: ServerTx;
}
class RolledBack extends Error {}

export class RealTransaction {
  /** What it saved beside the engine's own work: gone when it is rolled back. */
  readonly savedDevices: string[] = [];
  readonly #database: Database;
  #begun: Promise<Begun> | null = null;
  #done: Promise<void> = Promise.resolve();
  #commit: () => void = () => undefined;
  #rollBack: (why: Error) => void = () => undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Begins with the first thing that is asked in it, which is the lock of a committee. */
  begun(): Promise<Begun> {
    this.#begun ??= new Promise((resolve, reject) => {
      const held = new Promise<void>((commit, rollBack) => {
        this.#commit = commit;
        this.#rollBack = rollBack;
      });
      this.#done = this.#database.write((connection) => {
        const inside = (body: (connection: Connection) => Promise<never>) => body(connection);
        createStore({ read: inside, write: inside })
          .write(async (tx) => resolve({ connection, tx }))
          .catch(reject);
        return held;
      });
      this.#done.catch(reject);
    });
    return this.#begun;
  }

  async end(committed: boolean): Promise<void> {
    if (this.#begun === null) return;
    if (committed) this.#commit();
    else this.#rollBack(new RolledBack());
    await this.#done.catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error;
    });
  }
}
