// The hooks between screens and data. Two replace react bindings of Dexie and zustand: with react itself they would cost
// more than the rest of the interface.
import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';

export { useDraft } from './draft.ts';
export { useStore } from './use-store.ts';

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
