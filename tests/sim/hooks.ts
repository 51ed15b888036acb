/** Mutants that need no change of the sources: hands between the engines and their ports. */

import type { CommitteeRow, ServerStore, ServerTx } from '../../server/engine/ports.ts';
import { type Ports, StorageFull, Unreachable } from '../../src/sync/ports.ts';
import type { MemoryServerStore } from './memoryServerStore.ts';
import type { Hooks } from './world.ts';

/** The server answers while its transaction is still to be committed. */
const ackBeforeCommit = (store: MemoryServerStore): ServerStore => ({
  read: (body) => store.read(body),
  write: (body) =>
    new Promise((resolve, reject) => {
      store
        .write(async (tx) => {
          const result = await body(tx);
          resolve(result);
          return result;
        })
        .catch(reject);
    }),
});

/** Numbers from a sequence that is handed out without a lock: transactions commit in another order than they count. */
function bareSequence(store: MemoryServerStore): ServerStore {
  const tips = new Map<string, CommitteeRow>();
  const unlocked = (tx: ServerTx): Partial<ServerTx> => ({
    lockCommittee: async (id) => {
      const committed = store.committees.get(id)?.row;
      const tip = tips.get(id);
      return tip !== undefined && tip.seq >= (committed?.seq ?? 0) ? tip : committed;
    },
    saveCommittee: (row) => {
      tips.set(row.id, row);
      return tx.saveCommittee(row);
    },
  });
  return { read: (body) => store.read(body), write: (body) => store.write((tx) => body(over(tx, unlocked(tx)))) };
}

function over<T extends object>(base: T, changes: Partial<T>): T {
  return new Proxy(base, {
    get: (target, name) => {
      const value: unknown = Reflect.get(name in changes ? changes : target, name);
      return typeof value === 'function' && !(name in changes) ? value.bind(target) : value;
    },
  });
}

/** The phone takes an error of the server for a refusal and drops what it sent (Workbox, TanStack). */
function dropOnError(ports: Ports): Ports {
  const push: Ports['net']['push'] = async (request) => {
    try {
      return await ports.net.push(request);
    } catch (error) {
      if (error instanceof Unreachable && /^50[03]$/.test(error.message)) {
        const keys = request.commands.map(({ deviceSeq }) => [request.committeeId, deviceSeq] as const);
        await ports.store.write((tx) => tx.outbox.removeMany(keys));
      }
      throw error;
    }
  };
  return { ...ports, net: { ...ports.net, push } };
}

/** The screen says "saved" before the database has committed. */
function savedBeforeCommit(ports: Ports): Ports {
  const write: Ports['store']['write'] = (body) =>
    new Promise((resolve, reject) => {
      ports.store
        .write(async (tx) => {
          const result = await body(tx);
          resolve(result);
          return result;
        })
        .catch(reject);
    });
  return { ...ports, store: { read: ports.store.read, write } };
}

/** A phone that is full makes room with what it has to keep. */
function quotaDropsOutbox(ports: Ports): Ports {
  const write: Ports['store']['write'] = async (body) => {
    try {
      return await ports.store.write(body);
    } catch (error) {
      if (error instanceof StorageFull) {
        await ports.store.write(async (tx) => {
          for (const { committeeId } of await tx.meta.all()) {
            await tx.outbox.removeMany((await tx.outbox.keysWhere('committeeId', committeeId)).slice(-1));
          }
        });
      }
      throw error;
    }
  };
  return { ...ports, store: { read: ports.store.read, write } };
}

const hooks: Readonly<Record<string, Hooks>> = {
  ackBeforeCommit: { wrapServerStore: ackBeforeCommit },
  bareSequence: { wrapServerStore: bareSequence },
  dropOnError: { wrapPorts: dropOnError },
  savedBeforeCommit: { wrapPorts: savedBeforeCommit },
  relaxedCommits: { relaxedCommits: 3 },
  quotaDropsOutbox: { wrapPorts: quotaDropsOutbox },
};

export function hooksOf(name: string | null): Hooks {
  if (name === null) return {};
  const found = hooks[name];
  if (found === undefined) throw new Error(`no hook ${name}`);
  return found;
}
