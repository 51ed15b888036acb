// What only the server knows, shown from what it said the last time until it answers anew.
import { useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import { now, useApp } from './data.ts';
import type { Answer } from './server-api.ts';

export interface HeardUse<T> {
  /** Undefined while nothing was heard, now or before. */
  readonly value: T | undefined;
  readonly at: Date | undefined; // when the server said it, by this phone's clock
  /** asking · told: just now · offline: nobody answers, `value` is of before · refused: the server said no. */
  readonly state: 'asking' | 'told' | 'offline' | 'refused';
}

/** `ask` must be the same function at every call. What was kept in another shape, by an older app, counts as not heard. */
export function useHeard<T>(
  key: string,
  shape: v.GenericSchema<unknown, T>,
  ask: () => Promise<Answer<T>>,
): HeardUse<T> {
  const { heard } = useApp();
  const [use, setUse] = useState<HeardUse<T>>({ value: undefined, at: undefined, state: 'asking' });
  useEffect(() => {
    let gone = false;
    const show = (change: Partial<HeardUse<T>>) => {
      if (!gone) setUse((before) => ({ ...before, ...change }));
    };
    const listen = async () => {
      const kept = await heard.load(key);
      const before = kept === undefined ? undefined : v.safeParse(shape, kept.answer);
      if (kept !== undefined && before?.success) show({ value: before.output, at: new Date(kept.at) });
      const answer = await ask();
      if (!answer.ok) return show({ state: answer.why });
      const at = now();
      show({ value: answer.value, at, state: 'told' });
      await heard.save(key, { answer: answer.value, at: at.getTime() }).catch(() => undefined); // full: asked again next time
    };
    void listen();
    return () => {
      gone = true;
    };
  }, [heard, key, shape, ask]);
  return use;
}
