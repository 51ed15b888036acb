// What the engine tells, as a store that any part of the interface can follow. `follow` ties it to one engine.
import { createStore } from 'zustand/vanilla';
import type { Engine, EngineStatus } from '../sync/engine.ts';

export interface FollowedStatus extends EngineStatus {
  /** Since when there is no answer, by this phone's clock; null while there is. */
  readonly offlineSince: number | null;
  /** What the browser itself says about its network. It may say yes wrongly, never no: then it is not the server. */
  readonly network: boolean;
}

const unknown: FollowedStatus = {
  online: 'unknown',
  unsentByCommittee: {},
  unsent: { commands: 0, photos: 0 },
  oldestUnsentAt: null,
  attention: 0,
  lastSyncAt: null,
  problem: null,
  offlineSince: null,
  network: true,
};

export const syncStore = createStore<FollowedStatus>(() => unknown);

/** Copies the status of this engine into the store until the returned function is called. */
export function followStatus(engine: Pick<Engine, 'status' | 'subscribe'>, now: () => number): () => void {
  const copy = () => {
    const status = engine.status();
    const before = syncStore.getState().offlineSince;
    const offlineSince = status.online === 'no' ? (before ?? now()) : null;
    syncStore.setState({ ...status, offlineSince, network: navigator.onLine });
  };
  copy();
  window.addEventListener('online', copy);
  window.addEventListener('offline', copy);
  const leave = engine.subscribe(copy);
  return () => {
    window.removeEventListener('online', copy);
    window.removeEventListener('offline', copy);
    leave();
  };
}
