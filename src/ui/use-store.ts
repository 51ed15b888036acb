// Apart from the other hooks, which bring the database along: what people see before they sign in needs only this one.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { StoreApi } from 'zustand/vanilla';

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
