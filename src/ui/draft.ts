// What someone is typing is kept on this device after every change, because a phone may close the page at any moment: when
// the camera opens, when a call comes in, when the tablet is closed. Restored when the form opens again.
import { createContext } from 'preact';
import { useContext, useLayoutEffect, useMemo, useState } from 'preact/hooks';

/** Where drafts are kept. The app gives one on Dexie; a test or a print gets the one in memory below. */
export interface DraftStore {
  load(key: string): Promise<unknown | undefined>;
  save(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

export interface DraftServices {
  readonly store: DraftStore;
  /** Postpones a waiting update of the app while a form is open; returns the release. */
  readonly holdUpdate: () => () => void;
}

/** A storage that hangs must not keep the camera shut. */
const flushWaitMs = 1_000;

export const DraftContext = createContext<DraftServices>({ store: memoryDraftStore(), holdUpdate: () => () => {} });

export interface Draft<T extends object> {
  readonly value: T;
  /** False until the stored draft was read. Show the form anyway; what is typed meanwhile wins from what was stored. */
  readonly ready: boolean;
  /** True when an earlier draft was found: say so ("We hebben bewaard wat u eerder invulde"). */
  readonly restored: boolean;
  /** True when the last save failed, mostly because the device is full. */
  readonly failed: boolean;
  set(patch: Partial<T> | ((value: T) => T)): void;
  /** Resolves when everything typed so far is stored. */
  flush(): Promise<void>;
  /** Forgets the draft: call it after the command is saved. */
  clear(): Promise<void>;
}

/** One draft a form. `key` names the form *and* its subject ('claim.new', 'proposal.edit:<id>'), never shared by two. */
export function useDraft<T extends object>(key: string, initial: T): Draft<T> {
  const { store, holdUpdate } = useContext(DraftContext);
  const [, render] = useState(0);
  // A later `initial` must not wipe what is being typed.
  const keeper = useMemo(() => new DraftKeeper(store, key, initial), [store, key]);
  // Layout effects end when the form leaves the page; a plain effect would end, and so save, some time after.
  useLayoutEffect(() => keeper.open(() => render((count) => count + 1)), [keeper]);
  useLayoutEffect(() => holdUpdate(), [holdUpdate]);
  return keeper;
}

const openKeepers = new Set<{ flush(): Promise<void> }>();

/** Stores every open form now. Awaited before the camera opens, which is when phones like to close a page. */
export async function flushDrafts(): Promise<void> {
  const timeout = new Promise<void>((resolve) => setTimeout(resolve, flushWaitMs));
  await Promise.race([Promise.allSettled([...openKeepers].map((keeper) => keeper.flush())), timeout]);
}

class DraftKeeper<T extends object> implements Draft<T> {
  value: T;
  ready = false;
  restored = false;
  failed = false;
  readonly #store: DraftStore;
  readonly #key: string;
  readonly #initial: T;
  /** Changes made before the stored draft was read: replayed on top of it. */
  #early: ((value: T) => T)[] = [];
  #dirty = false;
  #saving = false;
  /** Saves and removals run one after the other, so that an old save never lands on a newer one. */
  #queue: Promise<void> = Promise.resolve();
  #changed: () => void = () => {};

  constructor(store: DraftStore, key: string, initial: T) {
    this.#store = store;
    this.#key = key;
    this.#initial = initial;
    this.value = initial;
  }

  open(changed: () => void): () => void {
    this.#changed = changed;
    const flush = () => void this.flush();
    openKeepers.add(this);
    document.addEventListener('visibilitychange', flush);
    addEventListener('pagehide', flush);
    void this.#restore();
    return () => {
      this.#changed = () => {};
      openKeepers.delete(this);
      document.removeEventListener('visibilitychange', flush);
      removeEventListener('pagehide', flush);
      flush();
    };
  }

  set = (patch: Partial<T> | ((value: T) => T)): void => {
    const change = typeof patch === 'function' ? patch : (value: T): T => ({ ...value, ...patch });
    if (!this.ready) this.#early.push(change);
    this.value = change(this.value);
    this.#dirty = true;
    // At once: a page may be gone in the next instant. While one save runs, the newest value waits for it.
    if (!this.#saving) void this.flush();
    this.#changed();
  };

  flush = (): Promise<void> => {
    // Before the stored draft is read we do not know what to save; #restore saves when it has merged the two.
    if (this.#dirty && this.ready) {
      this.#dirty = false;
      this.#saving = true;
      const value = this.value;
      this.#enqueue(() => this.#store.save(this.#key, value));
    }
    return this.#queue;
  };

  clear = (): Promise<void> => {
    this.#dirty = false;
    this.#early = [];
    this.value = this.#initial;
    this.restored = false;
    this.ready = true;
    this.#enqueue(() => this.#store.remove(this.#key));
    this.#changed();
    return this.#queue;
  };

  async #restore(): Promise<void> {
    if (this.ready) return;
    let stored: unknown;
    try {
      stored = await this.#store.load(this.#key);
    } catch {
      this.failed = true;
    }
    if (this.ready) return;
    if (typeof stored === 'object' && stored !== null) {
      // Fields that an older version did not know get their initial value.
      const found: T = { ...this.#initial, ...stored };
      this.value = this.#early.reduce((value, change) => change(value), found);
      this.restored = true;
    }
    this.#early = [];
    this.ready = true;
    if (this.#dirty) void this.flush();
    this.#changed();
  }

  #enqueue(write: () => Promise<void>): void {
    this.#queue = this.#queue.then(write).then(
      () => this.#settle(false),
      () => this.#settle(true),
    );
  }

  #settle(failed: boolean): void {
    this.#saving = false;
    if (this.#dirty) void this.flush();
    if (this.failed === failed) return;
    this.failed = failed;
    this.#changed();
  }
}

export function memoryDraftStore(): DraftStore {
  const values = new Map<string, unknown>();
  return {
    load: async (key) => values.get(key),
    save: async (key, value) => {
      values.set(key, value);
    },
    remove: async (key) => {
      values.delete(key);
    },
  };
}
