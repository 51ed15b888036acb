/** What the engine tells people: how much is only on this phone, since when, and what asks for attention. */
import type { ClientStore } from './ports.ts';

export interface Unsent {
  readonly commands: number; // saved here, not yet decided by the server
  readonly photos: number;
}

export interface EngineStatus {
  /** By the last answer or its absence: the browser's own `onLine` is not reliable. */
  readonly online: 'yes' | 'no' | 'unknown';
  readonly unsentByCommittee: Readonly<Record<string, Unsent>>;
  readonly unsent: Unsent; // of all committees together
  readonly oldestUnsentAt: number | null; // ms by this phone's clock
  readonly attention: number; // refused or held commands that their author has not looked at
  readonly lastSyncAt: number | null;
  /** signed_out · revoked (this device was signed out from elsewhere; its rows are gone) · storage_full · storage_lost · blocked · missing_outcome · sync_failed; null when all goes well. */
  readonly problem: string | null;
}

export type Stored = Omit<EngineStatus, 'online' | 'problem'>;

export const nothingStored: Stored = {
  unsentByCommittee: {},
  unsent: { commands: 0, photos: 0 },
  oldestUnsentAt: null,
  attention: 0,
  lastSyncAt: null,
};

export function readStored(store: ClientStore): Promise<Stored> {
  return store.read(async (tx) => {
    const unsentByCommittee: Record<string, Unsent> = {};
    const unsent = { commands: 0, photos: 0 };
    let oldestUnsentAt: number | null = null;
    let lastSyncAt: number | null = null;
    let attention = 0;
    for (const meta of await tx.meta.all()) {
      const { committeeId } = meta;
      const open = (await tx.outbox.where('committeeId', committeeId)).filter(({ decided }) => !decided);
      const photos = await tx.blobs.count('[committeeId+state]', [committeeId, 'waiting']);
      unsentByCommittee[committeeId] = { commands: open.length, photos };
      unsent.commands += open.length;
      unsent.photos += photos;
      for (const { clientTime } of open) oldestUnsentAt = Math.min(oldestUnsentAt ?? clientTime, clientTime);
      if (meta.lastSyncAt !== null) lastSyncAt = Math.max(lastSyncAt ?? meta.lastSyncAt, meta.lastSyncAt);
      const inbox = await tx.inbox.where('committeeId', committeeId);
      attention += inbox.filter(({ handled }) => handled === 0).length;
    }
    return { unsentByCommittee, unsent, oldestUnsentAt, attention, lastSyncAt };
  });
}
