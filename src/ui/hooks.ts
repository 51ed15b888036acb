// The hooks between screens and data. Two replace react bindings of Dexie and zustand: with react itself they would cost
// more than the rest of the interface.
import { liveQuery } from 'dexie';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { StoreApi } from 'zustand/vanilla';

export { useDraft } from './draft.ts';

/** Runs a Dexie query and again whenever what it read changes. `initial` is shown until the first answer. */
export function useLive<T>(query: () => Promise<T> | T, deps: readonly unknown[], initial: T): T {
  const [value, setValue] = useState<T>(initial);
  const [failure, setFailure] = useState<{ readonly error: unknown } | undefined>(undefined);
  // The caller names what the query depends on.
  useEffect(() => {
    const subscription = liveQuery(query).subscribe({
      next: (next) => setValue(() => next),
      error: (error: unknown) => setFailure({ error }),
    });
    return () => subscription.unsubscribe();
  }, [...deps]);
  if (failure !== undefined) throw failure.error;
  return value;
}

/** A slice of a zustand store. `select` returns a stable slice: a new object each time would render for ever. */
export function useStore<S, T>(store: Pick<StoreApi<S>, 'getState' | 'subscribe'>, select: (state: S) => T): T {
  const [, force] = useState(0);
  const selectNow = useRef(select);
  selectNow.current = select;
  const value = select(store.getState());
  const shown = useRef(value);
  shown.current = value;
  useEffect(() => {
    const check = () => {
      if (!Object.is(selectNow.current(store.getState()), shown.current)) force((count) => count + 1);
    };
    check();
    return store.subscribe(check);
  }, [store]);
  return value;
}
