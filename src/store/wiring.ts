/** Ties the engine to the browser: when to look at the server, what other tabs do, and the promise of the browser to keep
 *  what is stored. Everything ends with `signal`. */
import { liveQuery } from 'dexie';
import type { Engine } from '../sync/engine.ts';
import type { CommitteeMeta } from '../sync/ports.ts';
import type { DexieStore } from './dexieStore.ts';
import { listen } from './events.ts';
import { keepReserve } from './reserve.ts';
import { sessionStore } from './session.ts';

export function wire(signal: AbortSignal, engine: Engine, { db }: DexieStore, personId: string): void {
  void engine.run(signal);
  const wake = () => engine.wake();
  addEventListener('online', wake, { signal });
  addEventListener('offline', wake, { signal }); // asks at once: the line about sync is not to say yes for a minute more
  addEventListener('pageshow', wake, { signal });
  listenWhileVisible(signal, engine);
  followTabs(signal, engine, personId);
  askToKeep(signal, engine);
  void keepReserve(signal);
  const metas = liveQuery(() => db.table<CommitteeMeta>('meta').toArray()).subscribe({
    next: showRights,
    error: () => undefined, // the storage is gone: whoever writes next says so
  });
  signal.addEventListener('abort', () => metas.unsubscribe());
}

/** Rights and membership of the open committee, as the engine last wrote them. */
export function showRights(metas: readonly CommitteeMeta[]): void {
  const { committeeId, access, removed } = sessionStore.getState();
  const meta = metas.find((found) => found.committeeId === committeeId);
  const now = meta?.access ?? null;
  const changed = now?.v !== access?.v || now?.role !== access?.role || now?.personId !== access?.personId;
  if (changed || removed !== (meta?.removed ?? false)) {
    sessionStore.setState({ access: now, removed: meta?.removed ?? false });
  }
}

/** Pokes for the window that people look at; a hidden one sees to itself once a minute, if the browser lets it. */
function listenWhileVisible(signal: AbortSignal, engine: Engine): void {
  let connection = new AbortController();
  const look = () => {
    connection.abort();
    if (document.visibilityState !== 'visible' || signal.aborted) return;
    connection = new AbortController();
    engine.wake();
    const either = AbortSignal.any([signal, connection.signal]);
    void listen(either, { onPoke: ({ c, seq }) => void engine.poke(c, seq).catch(() => undefined) });
  };
  document.addEventListener('visibilitychange', look, { signal });
  look();
}

/** Another tab saved or settled something: the rows show it by themselves, the counts must be read again. */
function followTabs(signal: AbortSignal, engine: Engine, personId: string): void {
  const channel = new BroadcastChannel(`buurtkas-${personId}`);
  let told = '';
  const fingerprint = () => JSON.stringify({ ...engine.status(), online: '', problem: '', lastSyncAt: 0 });
  const unsubscribe = engine.subscribe(() => {
    const now = fingerprint();
    if (now === told) return;
    told = now;
    channel.postMessage('changed');
  });
  channel.addEventListener('message', ({ data }) => {
    if (data === 'signed_out') return location.reload();
    // What this tab reads now the others know already: told before, or they would answer each other for ever.
    void engine.refreshStatus().then(() => {
      told = fingerprint();
    });
  });
  signal.addEventListener('abort', () => {
    unsubscribe();
    channel.close();
  });
}

/** After the first saved record the browser has seen that this matters, and says yes more often. */
function askToKeep(signal: AbortSignal, engine: Engine): void {
  const unsubscribe = engine.subscribe(() => {
    const { commands, photos } = engine.status().unsent;
    if (commands + photos === 0) return;
    unsubscribe();
    void navigator.storage?.persist?.().catch(() => false);
  });
  signal.addEventListener('abort', unsubscribe);
}

export interface StorageState {
  readonly usedBytes: number;
  readonly quotaBytes: number;
  /** The browser promised not to clear it when the device is full. */
  readonly kept: boolean;
}

/** Undefined when the browser does not say. */
export async function storageState(): Promise<StorageState | undefined> {
  try {
    const [{ usage, quota }, kept] = await Promise.all([navigator.storage.estimate(), navigator.storage.persisted()]);
    return { usedBytes: usage ?? 0, quotaBytes: quota ?? 0, kept };
  } catch {
    return undefined;
  }
}
