/** Web Locks as the engine wants them. Politeness only: correctness rests on compare-and-swap (promise 9). */
import type { Locks } from '../sync/ports.ts';

export function createLocks(locks: LockManager | undefined = globalThis.navigator?.locks): Locks {
  return {
    ifFree: async (name, body) => {
      if (locks === undefined) return body(); // no Web Locks (plain http, old Safari): two at work are harmless
      return locks.request(name, { ifAvailable: true }, async (lock) => (lock === null ? 'busy' : body()));
    },
  };
}
