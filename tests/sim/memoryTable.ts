/** One table in memory with IndexedDB's order of keys. Writes go in place and are undone when their transaction fails:
 *  read-write transactions exclude each other, so nobody sees the middle of one. */
import type { Key } from '../../src/sync/ports.ts';

export type Undo = () => void;
type Part = string | number;

/** Text of a key that sorts as IndexedDB sorts keys: numbers before text, arrays part by part. Whole numbers only. */
export function keyText(key: Key): string {
  if (typeof key === 'string') return key;
  if (!Array.isArray(key)) return partText(key as Part);
  const parts = key as readonly Part[];
  let text = partText(parts[0] as Part);
  for (let n = 1; n < parts.length; n += 1) text += `\u0000${partText(parts[n] as Part)}`;
  return text;
}
const partText = (part: Part): string =>
  typeof part === 'number' ? `\u0001${String(part).padStart(digitsMax, '0')}` : part;
const digitsMax = 16;

/** Reads 'committeeId' or '[committeeId+body.proposalId]' as Dexie does. A value without the field has no index entry. */
export function keyReader(path: string): (value: unknown) => Key | undefined {
  if (!path.startsWith('[')) return partReader(path);
  const readers = path.slice(1, -1).split('+').map(partReader);
  return (value) => {
    const parts: Part[] = [];
    for (const read of readers) {
      const part = read(value);
      if (part === undefined) return undefined;
      parts.push(part);
    }
    return parts;
  };
}

function partReader(path: string): (value: unknown) => Part | undefined {
  const [first = '', second] = path.split('.');
  return (value) => {
    const field = (value as Fields)[first];
    const part = second === undefined ? field : (field as Fields | null | undefined)?.[second];
    return typeof part === 'string' || (typeof part === 'number' && !Number.isNaN(part)) ? part : undefined;
  };
}
type Fields = Readonly<Record<string, unknown>>;

interface Slot<V> {
  readonly text: string;
  readonly key: Key;
  readonly value: V;
}
interface Index<V> {
  readonly read: (value: unknown) => Key | undefined;
  readonly entries: Map<string, Map<string, Slot<V>>>;
}

export class MemoryTable<V> {
  readonly #key: (value: unknown) => Key | undefined;
  readonly #slots = new Map<string, Slot<V>>();
  readonly #indexes = new Map<string, Index<V>>();

  constructor(key: string, indexes: readonly string[]) {
    this.#key = keyReader(key);
    const first = key.match(/^\[(\w+)\+\w+\]$/)?.[1];
    for (const index of first === undefined ? indexes : [first, ...indexes]) {
      this.#indexes.set(index, { read: keyReader(index), entries: new Map() });
    }
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
    return { key, before: this.#slots.get(text)?.value, undo: this.#swap(text, { text, key, value }) };
  }

  remove(key: Key): Undo {
    return this.#swap(keyText(key), undefined);
  }

  where(index: string, key: Key): readonly V[] {
    return sorted(this.#entries(index, key)).map(({ value }) => value);
  }

  keysWhere(index: string, key: Key): readonly Key[] {
    return sorted(this.#entries(index, key)).map((slot) => slot.key);
  }

  keysBetween(first: Key, last: Key): readonly Key[] {
    const from = keyText(first);
    return this.#upTo(last, (text) => text >= from).map(({ key }) => key);
  }

  /** Without the first key. */
  between(first: Key, last: Key, most: number): readonly V[] {
    const from = keyText(first);
    return this.#upTo(last, (text) => text > from)
      .slice(0, most)
      .map(({ value }) => value);
  }

  #upTo(last: Key, isIn: (text: string) => boolean): readonly Slot<V>[] {
    const to = keyText(last);
    const found = new Map<string, Slot<V>>();
    for (const [text, slot] of this.#slots) if (text <= to && isIn(text)) found.set(text, slot);
    return sorted(found);
  }

  /** In primary-key order. */
  all(): readonly V[] {
    return sorted(this.#slots).map(({ value }) => value);
  }

  /** As `where` in no particular order: for onlookers. */
  valuesWhere(index: string, key: Key): V[] {
    const found: V[] = [];
    for (const { value } of this.#entries(index, key).values()) found.push(value);
    return found;
  }

  count(index: string, key: Key): number {
    return this.#entries(index, key).size;
  }

  #entries(index: string, key: Key): ReadonlyMap<string, Slot<V>> {
    const found = this.#indexes.get(index);
    if (found === undefined) throw new Error(`SchemaError: no index ${index}`);
    return found.entries.get(keyText(key)) ?? empty;
  }

  copyFrom(other: MemoryTable<V>): void {
    for (const slot of other.#slots.values()) this.#set(slot.text, undefined, slot);
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
      if (oldText !== undefined && oldText !== nowText) entries.get(oldText)?.delete(text);
      if (nowText === undefined) continue;
      const slots = entries.get(nowText);
      if (slots === undefined) entries.set(nowText, new Map([[text, to as Slot<V>]]));
      else slots.set(text, to as Slot<V>);
    }
  }
}

const empty: ReadonlyMap<string, never> = new Map<string, never>();

/** Mostly they came in order already. */
function sorted<V>(slots: ReadonlyMap<string, Slot<V>>): Slot<V>[] {
  const list = [...slots.values()];
  for (let n = 1; n < list.length; n += 1) {
    if ((list[n - 1] as Slot<V>).text > (list[n] as Slot<V>).text) {
      return list.sort((a, b) => (a.text < b.text ? -1 : 1));
    }
  }
  return list;
}
