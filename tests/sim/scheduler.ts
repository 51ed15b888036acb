/** Virtual time and the one place where the order of things is decided. Everything that the engines wait for (store,
 *  network, clock) is an event here; a random delay from the seed decides which comes first. Nothing else takes time. */
import type { Random } from './random.ts';
import { atRest } from './realTime.ts';

export interface Pending {
  due: number; // virtual ms
  readonly order: number;
  fire: (() => void) | null; // null: withdrawn
  /** A tab that was killed takes its events with it; for one that is frozen they come when it thaws. */
  readonly owner: Owner | null;
}
export interface Owner {
  readonly frozenUntil: number; // virtual ms; 0: not frozen
}

export class Scheduler {
  now: number;
  steps = 0;
  readonly #random: Random;
  readonly #heap: Pending[] = [];
  #order = 0;

  constructor(random: Random, startMs: number) {
    this.#random = random;
    this.now = startMs;
  }

  get size(): number {
    return this.#heap.length;
  }

  after(delayMs: number, fire: () => void, owner: Owner | null = null): Pending {
    const pending: Pending = { due: this.now + delayMs, order: this.#order, fire, owner };
    this.#order += 1;
    push(this.#heap, pending);
    return pending;
  }

  /** A moment that somebody waits for: at least 0.1 ms, at most `maxMs`, mostly short. */
  soon(maxMs: number, fire: () => void, owner: Owner | null = null): Pending {
    const draw = this.#random.next();
    return this.after(0.1 + draw * draw * maxMs, fire, owner);
  }

  cancel(pending: Pending): void {
    pending.fire = null;
  }

  cancelAllOf(owner: object): void {
    for (const pending of this.#heap) if (pending.owner === owner) pending.fire = null;
  }

  /** When the next event is due; undefined when nobody waits for anything. Those of frozen tabs move to their thaw. */
  nextDue(): number | undefined {
    for (let next = this.#heap[0]; next !== undefined; next = this.#heap[0]) {
      const thaws = next.owner?.frozenUntil ?? 0;
      if (next.fire !== null && next.due >= thaws) return next.due;
      pop(this.#heap);
      if (next.fire === null) continue;
      next.due = thaws;
      push(this.#heap, next);
    }
    return undefined;
  }

  /** Fires the next event and lets everything that follows from it come to rest. */
  async fireNext(): Promise<boolean> {
    if (this.nextDue() === undefined) return false;
    const next = pop(this.#heap) as Pending;
    this.now = Math.max(this.now, next.due);
    const fire = next.fire as () => void;
    next.fire = null;
    this.steps += 1;
    fire();
    await atRest();
    return true;
  }

  /** All phones sleep for a while: what was due in the meantime becomes due now, once. */
  jump(ms: number): void {
    this.now += ms;
  }
}

const before = (a: Pending, b: Pending): boolean => a.due < b.due || (a.due === b.due && a.order < b.order);

function push(heap: Pending[], item: Pending): void {
  let at = heap.length;
  heap.push(item);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent] as Pending;
    if (!before(item, above)) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = item;
}

function pop(heap: Pending[]): Pending | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (top === undefined || last === undefined || heap.length === 0) return top;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && before(heap[child + 1] as Pending, heap[child] as Pending)) child += 1;
    if (!before(heap[child] as Pending, last)) break;
    heap[at] = heap[child] as Pending;
    at = child;
  }
  heap[at] = last;
  return top;
}
