// One reading for all that show the same rows: the parts of a screen each ask for the members, and the next screen asks for
// them again.
import { liveQuery, type Subscription } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import type { RowReader } from './app-context.tsx';

export type Found<T> = { readonly loaded: boolean; readonly value: T };

/** What is read stays until nobody has shown it for this long, in ms: a screen that comes in the place of another begins
 *  with what that one had. */
const lingerMs = 300;

class SharedRows<T> {
  answer: { readonly value: T } | undefined;
  failure: { readonly error: unknown } | undefined;
  readonly #query: () => Promise<T> | T;
  readonly #forget: () => void;
  readonly #listeners = new Set<() => void>();
  #reading: Subscription | undefined;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  constructor(query: () => Promise<T> | T, forget: () => void) {
    this.#query = query;
    this.#forget = forget;
  }

  /** Reads, and again after every change, as long as somebody listens. */
  listen(listener: () => void): () => void {
    clearTimeout(this.#leaving);
    this.#listeners.add(listener);
    this.#reading ??= liveQuery(this.#query).subscribe({
      next: (value) => this.#tell({ answer: { value } }),
      error: (error: unknown) => this.#tell({ failure: { error } }),
    });
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      // After a fault the next one who asks reads anew.
      if (this.failure !== undefined) this.#end();
      else this.#leaving = setTimeout(() => this.#end(), lingerMs);
    };
  }

  #tell(news: Pick<SharedRows<T>, 'answer'> | Pick<SharedRows<T>, 'failure'>): void {
    Object.assign(this, news);
    for (const listener of [...this.#listeners]) listener();
  }

  #end(): void {
    this.#reading?.unsubscribe();
    this.#reading = undefined;
    this.answer = undefined;
    this.failure = undefined;
    this.#forget();
  }
}

const byReader = new WeakMap<RowReader, Map<string, SharedRows<unknown>>>();

function sharedRows<T>(reader: RowReader, key: string, query: () => Promise<T> | T): SharedRows<T> {
  const known = byReader.get(reader) ?? new Map<string, SharedRows<unknown>>();
  byReader.set(reader, known);
  const shared = known.get(key) as SharedRows<T> | undefined;
  if (shared !== undefined) return shared;
  const fresh: SharedRows<T> = new SharedRows(query, () => {
    if (known.get(key) === fresh) known.delete(key);
  });
  known.set(key, fresh as SharedRows<unknown>);
  return fresh;
}

/** A live query by its key: who has the same key has the same answer. `before` is shown until the first one. */
export function useSharedRows<T>(reader: RowReader, key: string, query: () => Promise<T> | T, before: T): Found<T> {
  const [, again] = useState(0);
  const shared = sharedRows(reader, key, query);
  const { answer, failure } = shared;
  useEffect(() => {
    const check = (): void => again((count) => count + 1);
    if (shared.answer !== answer || shared.failure !== failure) check(); // it came between drawing and here
    return shared.listen(check);
  }, [shared]);
  if (failure !== undefined) throw failure.error;
  return answer === undefined ? { loaded: false, value: before } : { loaded: true, value: answer.value };
}
