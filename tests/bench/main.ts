/** Measures the rows of the speed table, each beside its floor in the same run; ends with one line of JSON. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import type { Benches } from './page.ts';
import { type BenchServer, serverRound, startBenchServer } from './server.ts';
import { engineKb, firstVisit } from './sizes.ts';
import { type BenchRow, percentile, round, rowOf } from './stats.ts';
import { seedCommands, seedRows } from './workload.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const help = `npm run bench [-- --only NAME] [--rounds N] [--help]
  Measures in one run, each with its floor (the same records through bare Dexie or bare SQLite):
  save, saveDuringSwap, push, snapshot, rebase, handover, server, firstVisit, engineSize
  Median of N rounds (5) after one that is not counted; times in milliseconds, sizes in kB after gzip.
  Machines are noisy: the ratios hold, the times are of this machine. Ends with one line of JSON.`;

const names = [
  'save',
  'saveDuringSwap',
  'push',
  'snapshot',
  'rebase',
  'handover',
  'server',
  'firstVisit',
  'engineSize',
] as const;
type Name = (typeof names)[number];

const args = process.argv.slice(2);
const option = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
async function main(only: string | undefined, rounds: number): Promise<void> {
  if (only !== undefined && !names.includes(only as Name)) throw new Error(`no measurement ${only}\n${help}`);
  const wanted = names.filter((name) => only === undefined || name === only);
  const report: Record<string, BenchRow> = {};
  const stage = wanted.some((name) => name in inBrowser) ? await openStage() : undefined;
  try {
    for (const name of wanted) {
      const row =
        stage !== undefined && name in inBrowser
          ? await inBrowser[name as BrowserName](stage.page, rounds)
          : await outside[name as OutsideName](rounds);
      report[name] = row;
      console.log(lineOf(name, row));
    }
  } finally {
    await stage?.close();
  }
  console.log(JSON.stringify(report));
}

const called =
  <N extends keyof Benches>(page: Page, name: N) =>
  (argument?: number): Promise<Awaited<ReturnType<Benches[N]>>> =>
    page.evaluate(
      ([key, value]) =>
        (window as unknown as { benches: Record<string, (n?: number) => unknown> }).benches[key]?.(value),
      [name, argument] as const,
    ) as Promise<Awaited<ReturnType<Benches[N]>>>;

/** One round that is not counted, then `rounds` that are. */
async function repeated<T>(rounds: number, once: () => Promise<T>): Promise<readonly T[]> {
  await once();
  const results: T[] = [];
  for (let n = 0; n < rounds; n += 1) results.push(await once());
  return results;
}
const longest = (results: readonly { readonly longestTaskMs: number }[]): number =>
  round(Math.max(...results.map(({ longestTaskMs }) => longestTaskMs)));

const inBrowser = {
  async save(page: Page, rounds: number): Promise<BenchRow> {
    const results = await repeated(rounds, () => called(page, 'save')(100));
    const all = results.flatMap(({ ours }) => ours).sort((a, b) => a - b);
    const floor = results.flatMap((result) => result.floor).sort((a, b) => a - b);
    const [p95, longestTaskMs] = [round(percentile(all, 95)), longest(results)];
    const notes = {
      p50: round(percentile(all, 50)),
      p95,
      p99: round(percentile(all, 99)),
      floorP95: round(percentile(floor, 95)),
      longestTaskMs,
    };
    return rowOf(all, floor, 'p95 < 10 ms, no long task > 50 ms', () => p95 < 10 && longestTaskMs <= 50, notes);
  },
  async saveDuringSwap(page: Page, rounds: number): Promise<BenchRow> {
    const results = await repeated(rounds, () => called(page, 'saveDuringSwap')());
    const taps = results.flatMap((result) => result.taps).sort((a, b) => a - b);
    const notes = { taps: taps.length, p95: round(percentile(taps, 95)), longestTaskMs: longest(results) };
    return { ...rowOf(taps, undefined, 'reported', () => true, notes), holds: null };
  },
  async push(page: Page, rounds: number): Promise<BenchRow> {
    const results = await repeated(rounds, () => called(page, 'push')());
    return rowOf(
      results.map(({ ours }) => ours),
      results.map(({ floor }) => floor),
      '1,000 commands < 2 s with SQLite',
      ({ median }) => median < 2_000,
    );
  },
  async snapshot(page: Page, rounds: number): Promise<BenchRow> {
    const results = await repeated(rounds, () => called(page, 'snapshot')());
    const notes = { rows: results[0]?.rows ?? 0, longestTaskMs: longest(results) };
    return rowOf(
      results.map(({ ours }) => ours),
      results.map(({ floor }) => floor),
      '≤ 1.6 × the floor',
      (_, ratio) => ratio <= 1.6,
      notes,
    );
  },
  async rebase(page: Page, rounds: number): Promise<BenchRow> {
    const results = await repeated(rounds, () => called(page, 'rebase')());
    const longestTaskMs = longest(results);
    const notes = { patchRows: results[0]?.patchRows ?? 0, longestTaskMs };
    return rowOf(
      results.map(({ ours }) => ours),
      results.map(({ floor }) => floor),
      '< 400 ms, never blocked > 50 ms',
      ({ median }) => median < 400 && longestTaskMs <= 50,
      notes,
    );
  },
  /** Its floor is a camera that misses nothing: the pieces at the speed at which they are shown. */
  async handover(page: Page, rounds: number): Promise<BenchRow> {
    const results = await repeated(rounds, () => called(page, 'handOver')());
    const reading = results.flatMap(({ readMs }) => readMs).sort((a, b) => a - b);
    const notes = {
      bytes: results[0]?.bytes ?? 0,
      codes: results[0]?.pieces ?? 0,
      shown: round(
        percentile(
          results.map(({ shown }) => shown).sort((a, b) => a - b),
          50,
        ),
      ),
      missed: results[0]?.missed ?? 0,
      readShare: round(
        percentile(
          results.map(({ readShare }) => readShare).sort((a, b) => a - b),
          50,
        ),
      ),
      readP50: round(percentile(reading, 50)),
      readP95: round(percentile(reading, 95)),
    };
    return rowOf(
      results.map(({ ours }) => ours),
      results.map(({ floor }) => floor),
      '10 kB < 20 s',
      ({ median }) => median < 20_000,
      notes,
    );
  },
};
type BrowserName = keyof typeof inBrowser;

const outside = {
  async server(rounds: number): Promise<BenchRow> {
    const commands = seedCommands(3_051);
    const results = await repeated(rounds, () => serverRound(commands));
    const perSecond = (ms: number): number => Math.round(((commands.length - 51) / ms) * 1_000);
    const row = rowOf(
      results.map(({ ours }) => ours),
      results.map(({ floor }) => floor),
      '≥ 3,000 commands a second',
      ({ median }) => perSecond(median) >= 3_000,
    );
    return {
      ...row,
      notes: { commandsPerSecond: perSecond(row.ours.median), floorPerSecond: perSecond(row.floor?.median ?? 1) },
    };
  },
  async firstVisit(): Promise<BenchRow> {
    const dist = join(root, 'dist/web');
    if (!existsSync(dist)) throw new Error('build first: npm run build');
    const { jsKb, cssKb, allKb } = firstVisit(dist);
    return rowOf(
      [jsKb],
      undefined,
      'JavaScript ≤ 90 kB, CSS ≤ 15 kB, all ≤ 400 kB',
      () => jsKb <= 90 && cssKb <= 15 && allKb <= 400,
      { jsKb, cssKb, allKb },
    );
  },
  async engineSize(): Promise<BenchRow> {
    return rowOf([await engineKb(root)], undefined, '< 14 kB', ({ median }) => median < 14);
  },
};
type OutsideName = keyof typeof outside;

interface Stage {
  readonly page: Page;
  close(): Promise<void>;
}

/** The page, built as the app is, a server with ten thousand rows, and one Chromium for the whole run. */
async function openStage(): Promise<Stage> {
  const outDir = mkdtempSync(join(tmpdir(), 'buurtkas-bench-page-'));
  await build({
    root: join(root, 'tests/bench'),
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, target: 'es2022' },
  });
  const server: BenchServer = await startBenchServer(outDir, seedRows);
  const browser: Browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(`page: ${error.message}`));
  await page.goto(server.url);
  await page.waitForFunction(() => 'benches' in window);
  const close = async (): Promise<void> => {
    await browser.close();
    await server.close();
    rmSync(outDir, { recursive: true, force: true });
  };
  return { page, close };
}

function lineOf(name: string, { ours, floor, ratio, bar, holds, notes }: BenchRow): string {
  const beside = floor === undefined ? '' : `, floor ${floor.median} (${floor.min}-${floor.max}), ratio ${ratio}`;
  const verdict = holds === null ? '' : holds ? ', holds' : ', DOES NOT HOLD';
  return `${name}: ${ours.median} (${ours.min}-${ours.max})${beside}; bar: ${bar}${verdict}${notes === undefined ? '' : ` ${JSON.stringify(notes)}`}`;
}

if (args.includes('--help')) {
  console.log(help);
} else {
  await main(option('--only'), Number(option('--rounds') ?? 5));
}
