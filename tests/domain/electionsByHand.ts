/** The methods of the consultation once more, as the papers write them and as slowly as they can be: one voter at a time,
 *  every fraction reduced, no grouping, no memory between rounds. Shares no line with src/domain/consultation. */

export interface HandElection {
  readonly costs: readonly number[]; // by number - 1
  readonly votes: readonly (readonly number[])[]; // points of each voter for each plan
  readonly budget: number;
}
export type Prefer = (a: number, b: number) => number; // plans by index: below 0 when a comes first

class Fraction {
  readonly n: bigint;
  readonly d: bigint;
  constructor(n: bigint, d = 1n) {
    const divisor = gcd(n < 0n ? -n : n, d) * (d < 0n ? -1n : 1n);
    this.n = n / divisor;
    this.d = d / divisor;
  }
  static of = (n: number): Fraction => new Fraction(BigInt(n));
  plus = (o: Fraction): Fraction => new Fraction(this.n * o.d + o.n * this.d, this.d * o.d);
  minus = (o: Fraction): Fraction => new Fraction(this.n * o.d - o.n * this.d, this.d * o.d);
  times = (o: Fraction): Fraction => new Fraction(this.n * o.n, this.d * o.d);
  over = (o: Fraction): Fraction => new Fraction(this.n * o.d, this.d * o.n);
  below = (o: Fraction): boolean => this.n * o.d < o.n * this.d;
  same = (o: Fraction): boolean => this.n === o.n && this.d === o.d;
}
function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a || 1n : gcd(b, a % b);
}
const zero = Fraction.of(0);
const min = (a: Fraction, b: Fraction): Fraction => (b.below(a) ? b : a);

/** The smallest rho for which the voters' payments min(money, rho * utility) reach the cost. Their sum grows piecewise
 *  linearly in rho and bends where a voter has no more: try every piece. */
function affordableAt(cost: Fraction, money: readonly Fraction[], utility: readonly Fraction[]): Fraction | undefined {
  const supporters = utility.flatMap((u, i) => (zero.below(u) ? [{ u, has: money[i] ?? zero }] : []));
  let best: Fraction | undefined;
  const paidAt = (rho: Fraction): Fraction =>
    supporters.reduce((sum, { u, has }) => sum.plus(min(has, rho.times(u))), zero);
  for (const edge of [zero, ...supporters.map(({ u, has }) => has.over(u))]) {
    // On the piece that begins at `edge`, these give all they have and the others rho times their utility.
    const broke = supporters.filter(({ u, has }) => !edge.below(has.over(u)));
    const rich = supporters.filter((one) => !broke.includes(one));
    const rest = broke.reduce((left, { has }) => left.minus(has), cost);
    const slope = rich.reduce((sum, { u }) => sum.plus(u), zero);
    const rho = zero.below(slope) ? rest.over(slope) : edge;
    if (paidAt(rho).same(cost) && (best === undefined || rho.below(best))) best = rho;
  }
  return best;
}

export function equalSharesByHand(
  { costs, votes, budget }: HandElection,
  { byCost, share, prefer }: { readonly byCost: boolean; readonly share?: Fraction; readonly prefer: Prefer },
): readonly number[] {
  const start = share ?? Fraction.of(budget).over(Fraction.of(votes.length));
  const money = votes.map(() => start);
  const utility = costs.map((cost, c) => votes.map((points) => Fraction.of((points[c] ?? 0) * (byCost ? cost : 1))));
  const chosen: number[] = [];
  for (;;) {
    let best: { readonly c: number; readonly rho: Fraction } | undefined;
    costs.forEach((cost, c) => {
      if (chosen.includes(c) || cost === 0) return;
      const rho = affordableAt(Fraction.of(cost), money, utility[c] ?? []);
      if (rho === undefined) return;
      if (best === undefined || rho.below(best.rho) || (rho.same(best.rho) && prefer(c, best.c) < 0)) best = { c, rho };
    });
    const found = best as { readonly c: number; readonly rho: Fraction } | undefined;
    if (found === undefined) return chosen;
    chosen.push(found.c);
    (utility[found.c] ?? []).forEach((u, i) => {
      const has = money[i] ?? zero;
      money[i] = has.minus(min(has, found.rho.times(u)));
    });
  }
}

export function completedByHand(election: HandElection, byCost: boolean, prefer: Prefer): readonly number[] {
  const { costs, votes, budget } = election;
  const costOf = (set: readonly number[]): number => set.reduce((sum, c) => sum + (costs[c] ?? 0), 0);
  const countOf = (c: number): number => votes.filter((points) => (points[c] ?? 0) > 0).length;
  const supported = costs.map((_, c) => c).filter((c) => countOf(c) > 0);
  const exhaustive = (set: readonly number[]): boolean =>
    !supported.some((c) => (costs[c] ?? 0) > 0 && !set.includes(c) && costOf(set) + (costs[c] ?? 0) <= budget);
  const at = (euros: number): readonly number[] => {
    const share = Fraction.of(budget)
      .over(Fraction.of(votes.length || 1))
      .plus(Fraction.of(100 * euros));
    return equalSharesByHand(election, { byCost, share, prefer });
  };
  let euros = 0;
  while (!exhaustive(at(euros)) && costOf(at(euros + 1)) <= budget) euros += 1;
  return [...at(euros), ...greedyByHand(election, budget - costOf(at(euros)), prefer, at(euros))];
}

/** Most votes first; of equal votes as `prefer` says; taken when it fits. */
export function greedyByHand(
  { costs, votes }: HandElection,
  budget: number,
  prefer: Prefer,
  without: readonly number[] = [],
): readonly number[] {
  const countOf = (c: number): number => votes.filter((points) => (points[c] ?? 0) > 0).length;
  const order = costs
    .map((_, c) => c)
    .filter((c) => countOf(c) > 0 && !without.includes(c))
    .sort((a, b) => countOf(b) - countOf(a) || prefer(a, b));
  const chosen: number[] = [];
  let left = budget;
  for (const c of order) {
    const cost = costs[c] ?? 0;
    if (cost > left) continue;
    chosen.push(c);
    left -= cost;
  }
  return chosen;
}
