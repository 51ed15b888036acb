/** The rows that run in Chromium: what is measured, against what, and what is asked of it. */
import { type Contender, type Peer, peers } from './contenders.ts';
import type { handOver } from './handOver.ts';
import type { Measured } from './page.ts';
import type { Stage } from './stage.ts';
import { type BenchRow, inOrder, percentile, round, rowOf } from './stats.ts';
import { seedRows } from './workload.ts';

const everybody = ['ours', 'floor', ...peers] as const;
const full = { rows: seedRows };

/** One round that is not counted, then `rounds` that are. Each begins with another contender, so that a noisy minute of
 *  the machine hits nobody always. */
async function inTurn<C extends Contender, T>(
  rounds: number,
  contenders: readonly C[],
  measure: (contender: C) => Promise<T>,
): Promise<Readonly<Record<C, readonly T[]>>> {
  const results = Object.fromEntries(contenders.map((name) => [name, [] as T[]])) as Record<C, T[]>;
  for (let n = 0; n <= rounds; n += 1) {
    const first = n % contenders.length;
    for (const name of [...contenders.slice(first), ...contenders.slice(0, first)]) {
      const result = await measure(name);
      if (n > 0) results[name].push(result);
    }
  }
  return results;
}

type Results = Readonly<Record<(typeof everybody)[number], readonly Measured[]>>;
const times = (results: readonly Measured[]): readonly number[] => results.flatMap(({ ms }) => ms);
const longest = (results: readonly Measured[]): number =>
  Math.round(Math.max(...results.map(({ longestTaskMs }) => longestTaskMs)));
const ofPeers = <T>(pick: (name: Peer) => T) =>
  Object.fromEntries(peers.map((name) => [name, pick(name)])) as Record<Peer, T>;

const sides = (results: Results) => ({
  ours: times(results.ours),
  floor: times(results.floor),
  peers: ofPeers((name) => times(results[name])),
});
/** How long the screen was stuck at most, by whom. */
const stuck = (results: Results) => ({
  longestTaskMs: longest(results.ours),
  ...Object.fromEntries(peers.map((name) => [`${name}LongestTaskMs`, longest(results[name])])),
});
const spread = (ms: readonly number[]) => {
  const sorted = inOrder(ms);
  return { p50: round(percentile(sorted, 50)), p95: round(percentile(sorted, 95)), p99: round(percentile(sorted, 99)) };
};
const p95 = (ms: readonly number[]): number => spread(ms).p95;
const p95OfPeers = (all: Readonly<Record<Peer, readonly number[]>>) =>
  Object.fromEntries(peers.map((name) => [`${name}P95`, p95(all[name])]));

export const rowsInBrowser = {
  async save(stage: Stage, rounds: number): Promise<BenchRow> {
    const results = await stage.with(full, (phone) =>
      inTurn(rounds, everybody, (name) => phone.call('save', name, 100)),
    );
    const all = sides(results);
    const notes = {
      ...spread(all.ours),
      floorP95: p95(all.floor),
      ...p95OfPeers(all.peers),
      ...{ rxdbP99: spread(all.peers.rxdb).p99, pouchdbP99: spread(all.peers.pouchdb).p99 },
      ...stuck(results),
    };
    return rowOf({
      ...all,
      bar: 'p95 < 10 ms, no long task > 50 ms',
      holds: () => notes.p95 < 10 && notes.longestTaskMs <= 50,
      notes,
    });
  },

  async saveDuringSwap(stage: Stage, rounds: number): Promise<BenchRow> {
    const { ours } = await stage.with({ ...full, withPeers: false }, (phone) =>
      inTurn(rounds, ['ours'], () => phone.call('saveDuringSwap')),
    );
    const taps = times(ours);
    const notes = { taps: taps.length, ...spread(taps), longestTaskMs: longest(ours) };
    return rowOf({ ours: taps, bar: 'reported', notes });
  },

  async snapshot(stage: Stage, rounds: number): Promise<BenchRow> {
    const counts = new Map<Contender, number>();
    const results = await stage.with(full, (phone) =>
      inTurn(rounds, everybody, async (name) => {
        const { count, ...measured } = await phone.call('snapshot', name);
        counts.set(name, count);
        return measured;
      }),
    );
    const few = [...counts].find(([, count]) => count < seedRows - 10);
    if (few !== undefined) throw new Error(`${few[0]} has ${few[1]} records`);
    return rowOf({
      ...sides(results),
      bar: '≤ 1.6 × the floor, half of RxDB and of PouchDB or less',
      holds: ({ ours, floorRatio = 0, peers: theirs }) =>
        floorRatio <= 1.6 &&
        [theirs?.rxdb, theirs?.pouchdb].every((one) => one !== undefined && ours.median * 2 <= one.median),
      notes: { rows: counts.get('ours') ?? 0, ...stuck(results) },
      lacking: { yjs: 'no rows and no index in IndexedDB, but one binary update' },
    });
  },

  async push(stage: Stage, rounds: number): Promise<BenchRow> {
    const results = await stage.with(full, (phone) => inTurn(rounds, everybody, (name) => phone.call('push', name)));
    return rowOf({
      ...sides(results),
      bar: '< 2 s with SQLite, not slower than RxDB',
      holds: ({ ours, peers: theirs }) => ours.median < 2_000 && ours.median <= (theirs?.rxdb?.median ?? 0),
      notes: stuck(results),
    });
  },

  async rebase(stage: Stage, rounds: number): Promise<BenchRow> {
    const results = await stage.with(full, (phone) => inTurn(rounds, everybody, (name) => phone.call('rebase', name)));
    const notes = { patchRows: 100, pending: 1_000, ...stuck(results) };
    return rowOf({
      ...sides(results),
      bar: '< 400 ms, never blocked > 50 ms',
      holds: ({ ours }) => ours.median < 400 && notes.longestTaskMs <= 50,
      notes,
      lacking: ofPeers(() => 'does no rebase: writes the hundred beside what is pending and runs nothing again'),
    });
  },

  async editSeen(stage: Stage, rounds: number): Promise<BenchRow> {
    const count = 20;
    let from = 2_000_000;
    const results = await stage.with(full, (a, b) =>
      inTurn(rounds, ['ours', ...peers] as const, async (name) => {
        from += count;
        await Promise.all([a.call('goOnline', name), b.call('goOnline', name)]);
        const [begun, seen] = await Promise.all([a.call('edits', from, count), b.call('sightings', from, count)]);
        await Promise.all([a.call('goOffline'), b.call('goOffline')]);
        return seen.map((at, n) => at - (begun[n] ?? 0));
      }),
    );
    const all = { ours: results.ours.flat(), peers: ofPeers((name) => results[name].flat()) };
    const notes = { ...spread(all.ours), ...p95OfPeers(all.peers) };
    return rowOf({
      ...all,
      bar: 'p95 < 300 ms',
      holds: () => notes.p95 < 300,
      notes,
      lacking: { yjs: 'seen before it is stored on A or on B' },
    });
  },

  /** Ten kilobytes of unsent work from a screen to a camera, beside the time that the codes take when none is missed. */
  async handover(stage: Stage, rounds: number): Promise<BenchRow> {
    const results = await stage.with({ rows: 60, withPeers: false }, async (phone) => {
      const all: Awaited<ReturnType<typeof handOver>>[] = [];
      for (let n = 0; n <= rounds; n += 1) all.push(await phone.call('handOver'));
      return all.slice(1);
    });
    const p50 = (values: readonly number[]): number => spread(values).p50;
    const [first] = results;
    return rowOf({
      ours: results.map(({ ours }) => ours),
      floor: results.map(({ floor }) => floor),
      bar: '10 kB < 20 s',
      holds: (row) => row.ours.median < 20_000,
      notes: {
        ...{ bytes: first?.bytes ?? 0, codes: first?.pieces ?? 0, missed: first?.missed ?? 0 },
        shown: p50(results.map(({ shown }) => shown)),
        readShare: p50(results.map(({ readShare }) => readShare)),
        ...{
          readP50: p50(results.flatMap(({ readMs }) => readMs)),
          readP95: p95(results.flatMap(({ readMs }) => readMs)),
        },
      },
    });
  },

  async growth(stage: Stage, rounds: number): Promise<BenchRow> {
    const notes: Record<string, number> = {};
    let snapshots: readonly number[] = [];
    for (const rows of [1_000, 10_000, 50_000]) {
      const { ours } = await stage.with({ rows, withPeers: false }, (phone) =>
        inTurn(rounds, ['ours'], () => phone.call('growth', 50)),
      );
      const middle = (pick: (one: (typeof ours)[number]) => Measured): number => spread(times(ours.map(pick))).p50;
      snapshots = times(ours.map(({ snapshot }) => snapshot));
      const size = `${rows / 1_000}k`;
      notes[`snapshot${size}`] = middle(({ snapshot }) => snapshot);
      notes[`save${size}`] = middle(({ save }) => save);
      notes[`delta${size}`] = middle(({ delta }) => delta);
      notes[`list${size}`] = middle(({ list }) => list);
      notes[`notesOfOne${size}`] = middle(({ notes: found }) => found);
    }
    return rowOf({ ours: snapshots, bar: 'reported: the snapshot of 50,000, in the notes all sizes', notes });
  },
};
export type RowInBrowser = keyof typeof rowsInBrowser;
