/** One table in memory with IndexedDB's order of keys. Writes go in place and are undone when their transaction fails:
 *  read-write transactions exclude each other, so nobody sees the middle of one. */
import type { Key } from '../../src/sync/ports.ts';

export type Undo = () => void;
type Part = string | number;

/** Text of a key; a number never equals the text that looks like it, as in IndexedDB. */
export const keyText = (key: Key): string =>
  Array.isArray(key) ? (key as readonly Part[]).map(partText).join('\u0000') : partText(key as Part);
const partText = (part: Part): string => (typeof part === 'number' ? `\u0001${part}` : part);

/** IndexedDB: numbers before text before arrays; arrays part by part. */
export function compareKeys(a: Key, b: Key): number {
  const left: readonly Part[] = Array.isArray(a) ? (a as readonly Part[]) : [a as Part];
  const right: readonly Part[] = Array.isArray(b) ? (b as readonly Part[]) : [b as Part];
  for (let n = 0; n < Math.min(left.length, right.length); n += 1) {
    const order = compareParts(left[n] as Part, right[n] as Part);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareParts(a: Part, b: Part): number {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Reads 'committeeId' or '[committeeId+body.proposalId]' as Dexie does. A value without the field has no index entry. */
export function keyReader(path: string): (value: unknown) => Key | undefined {
  const names = path.startsWith('[') ? path.slice(1, -1).split('+') : [path];
  const steps = names.map((name) => name.split('.'));
  const read = (value: unknown, fields: readonly string[]): unknown =>
    fields.reduce<unknown>(
      (at, field) => (at === null || at === undefined ? at : (at as Record<string, unknown>)[field]),
      value,
    );
  const valid = (part: unknown): part is Part =>
    typeof part === 'string' || (typeof part === 'number' && !Number.isNaN(part));
  return (value) => {
    const parts = steps.map((fields) => read(value, fields));
    if (!parts.every(valid)) return undefined;
    return path.startsWith('[') ? parts : (parts[0] as Part);
  };
}

interface Slot<V> {
  readonly key: Key;
  readonly value: V;
}

export class MemoryTable<V> {
  readonly #key: (value: unknown) => Key | undefined;
  readonly #slots = new Map<string, Slot<V>>();
  readonly #indexes = new Map<
    string,
    { readonly read: (value: unknown) => Key | undefined; readonly entries: Map<string, Set<string>> }
  >();

  constructor(key: string, indexes: readonly string[]) {
    this.#key = keyReader(key);
    for (const index of indexes) this.#indexes.set(index, { read: keyReader(index), entries: new Map() });
  }

  get size(): number {
    return this.#slots.size;
  }

  values(): V[] {
    return [...this.#slots.values()].map(({ value }) => value);
  }

  get(key: Key): V | undefined {
    return this.#slots.get(keyText(key))?.value;
  }

  /** Adds or replaces; tells what was there and how to take it back. */
  replace(value: V): { readonly key: Key; readonly before: V | undefined; readonly undo: Undo } {
    const key = this.#key(value);
    if (key === undefined) throw new Error('DataError: the value has no valid key');
    const text = keyText(key);
    return { key, before: this.#slots.get(text)?.value, undo: this.#swap(text, { key, value }) };
  }

  remove(key: Key): Undo {
    return this.#swap(keyText(key), undefined);
  }

  where(index: string, key: Key): readonly V[] {
    return this.#sorted([...this.#entries(index, key)]).map(({ value }) => value);
  }

  keysWhere(index: string, key: Key): readonly Key[] {
    return this.#sorted([...this.#entries(index, key)]).map((slot) => slot.key);
  }

  /** In primary-key order. */
  all(): readonly V[] {
    return this.#sorted([...this.#slots.keys()]).map(({ value }) => value);
  }

  #sorted(texts: readonly string[]): readonly Slot<V>[] {
    const slots = texts.map((text) => this.#slots.get(text) as Slot<V>);
    return slots.length > 1 ? slots.sort((a, b) => compareKeys(a.key, b.key)) : slots;
  }

  count(index: string, key: Key): number {
    return this.#entries(index, key).size;
  }

  #entries(index: string, key: Key): ReadonlySet<string> {
    const found = this.#indexes.get(index);
    if (found === undefined) throw new Error(`SchemaError: no index ${index}`);
    return found.entries.get(keyText(key)) ?? empty;
  }

  #swap(text: string, next: Slot<V> | undefined): Undo {
    const previous = this.#slots.get(text);
    this.#set(text, previous, next);
    return () => this.#set(text, next, previous);
  }

  #set(text: string, from: Slot<V> | undefined, to: Slot<V> | undefined): void {
    if (to === undefined) this.#slots.delete(text);
    else this.#slots.set(text, to);
    for (const { read, entries } of this.#indexes.values()) {
      const old = from === undefined ? undefined : read(from.value);
      const now = to === undefined ? undefined : read(to.value);
      const oldText = old === undefined ? undefined : keyText(old);
      const nowText = now === undefined ? undefined : keyText(now);
      if (oldText === nowText) continue;
      if (oldText !== undefined) entries.get(oldText)?.delete(text);
      if (nowText === undefined) continue;
      const set = entries.get(nowText);
      if (set === undefined) entries.set(nowText, new Set([text]));
      else set.add(text);
    }
  }
}

const empty: ReadonlySet<string> = new Set();
