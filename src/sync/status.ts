/** What the engine tells people: how much is only on this phone, since when, and what asks for attention. */
import type { ClientStore, ClientTx } from './ports.ts';

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
  /** signed_out · revoked (this device was signed out from elsewhere; its rows are gone) · storage_full · storage_lost · upgrade (the server shows nothing more to this version of the app) · blocked · missing_outcome · sync_failed; null when all goes well. */
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
      const [open, photos, inbox] = await Promise.all([
        undecided(tx, committeeId),
        tx.blobs.count('[committeeId+state]', [committeeId, 'waiting']),
        tx.inbox.where('committeeId', committeeId),
      ]);
      unsentByCommittee[committeeId] = { commands: open.count, photos };
      unsent.commands += open.count;
      unsent.photos += photos;
      if (open.since !== null) oldestUnsentAt = Math.min(oldestUnsentAt ?? open.since, open.since);
      if (meta.lastSyncAt !== null) lastSyncAt = Math.max(lastSyncAt ?? meta.lastSyncAt, meta.lastSyncAt);
      attention += inbox.filter(({ handled }) => handled === 0).length;
    }
    return { unsentByCommittee, unsent, oldestUnsentAt, attention, lastSyncAt };
  });
}

/** Commands are decided in order, so those that are not are the end of the outbox: found without reading it all, because
 *  this runs after every tap, also with a thousand waiting. The first one is asked first: mostly none is decided. */
async function undecided(
  tx: ClientTx,
  committeeId: string,
): Promise<{ readonly count: number; readonly since: number | null }> {
  const keys = await tx.outbox.keysWhere('committeeId', committeeId);
  let [from, to] = [0, keys.length]; // the first undecided one is here
  let since: number | null = null;
  for (let at = 0; from < to; at = Math.floor((from + to) / 2)) {
    const item = await tx.outbox.get(keys[at] ?? '');
    if (item?.decided === true) from = at + 1;
    else {
      to = at;
      since = item?.clientTime ?? null;
    }
  }
  return { count: keys.length - from, since };
}
