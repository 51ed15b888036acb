/** A small seeded generator (mulberry32): the only source of chance in the simulator, so a seed says everything. */
export class Random {
  #state = 0;

  constructor(seed: number, stream = 0) {
    this.begin(seed ^ Math.imul(stream, 0x27d4eb2f));
  }

  /** Goes on as a fresh generator of this seed would. */
  begin(seed: number): void {
    this.#state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  }

  /** 0 <= x < 1 */
  readonly next = (): number => {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };

  chance(ratio: number): boolean {
    return this.next() < ratio;
  }

  /** An integer, both ends included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  pickOr<T>(items: readonly T[]): T | undefined {
    return items.length === 0 ? undefined : this.pick(items);
  }

  /** Picks by weight; zero weights never come. */
  weighted<T>(items: readonly (readonly [weight: number, item: T])[]): T {
    let rest = this.next() * items.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, item] of items) {
      rest -= weight;
      if (rest < 0) return item;
    }
    throw new Error('no weights');
  }

  shuffled<T>(items: readonly T[]): T[] {
    const copy = [...items];
    for (let n = copy.length - 1; n > 0; n -= 1) {
      const other = this.between(0, n);
      [copy[n], copy[other]] = [copy[other] as T, copy[n] as T];
    }
    return copy;
  }

  /** A whole number of 31 bits, to begin another generator with. */
  seed(): number {
    return Math.floor(this.next() * 2_147_483_648);
  }

  /** Eight hex digits, for ids. */
  hex8(): string {
    return Math.floor(this.next() * 4_294_967_296)
      .toString(16)
      .padStart(8, '0');
  }
}
