/** Measures the rows of the speed table, each beside its floor and the peers in the same run; ends with one line of JSON. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bankImport, matching } from './bank.ts';
import { coldStart } from './coldStart.ts';
import { desk } from './desk.ts';
import { table } from './markdown.ts';
import { openScreens } from './openScreens.ts';
import { reading } from './reading.ts';
import { type RowInBrowser, rowsInBrowser } from './rows.ts';
import { serverRound } from './server.ts';
import { bundles, engineKb, firstVisit } from './sizes.ts';
import { projectRoot, Stage } from './stage.ts';
import { type BenchRow, rowOf } from './stats.ts';
import { treasurerWalk } from './treasurerWalk.ts';
import { treasurerYear } from './treasurerYear.ts';
import { seedCommands } from './workload.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    markdown: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const outside = {
  async server(rounds: number): Promise<BenchRow> {
    const commands = seedCommands(3_051);
    const perSecond = (ms: number): number => Math.round(((commands.length - 51) / ms) * 1_000);
    const results: Awaited<ReturnType<typeof serverRound>>[] = [];
    for (let n = 0; n <= rounds; n += 1) results.push(await serverRound(commands));
    const row = rowOf({
      ours: results.slice(1).map(({ ours }) => ours),
      floor: results.slice(1).map(({ floor }) => floor),
      bar: '≥ 3,000 commands a second',
      holds: ({ ours }) => perSecond(ours.median) >= 3_000,
    });
    return {
      ...row,
      notes: { commandsPerSecond: perSecond(row.ours.median), floorPerSecond: perSecond(row.floor?.median ?? 1) },
    };
  },
  coldStart,
  openScreens,
  desk,
  bankImport,
  matching,
  async bundle(): Promise<BenchRow> {
    const { ours, domain, floor, peers } = await bundles(projectRoot);
    return rowOf({ ...{ unit: 'kB', ours, floor, peers }, bar: 'reported', notes: { withDomainKb: domain } });
  },
  async firstVisit(): Promise<BenchRow> {
    const dist = join(projectRoot, 'dist/web');
    if (!existsSync(dist)) throw new Error('build first: npm run build');
    const { jsKb, cssKb, allKb } = firstVisit(dist);
    return rowOf({
      unit: 'kB',
      ours: [jsKb],
      bar: 'JavaScript ≤ 90 kB, CSS ≤ 15 kB, all ≤ 400 kB',
      holds: () => jsKb <= 90 && cssKb <= 15 && allKb <= 400,
      notes: { jsKb, cssKb, allKb },
    });
  },
  reading,
  treasurerWalk,
  treasurerYear,
  async engineSize(): Promise<BenchRow> {
    const ours = [await engineKb(projectRoot)];
    return rowOf({ unit: 'kB', ours, bar: '< 14 kB', holds: (row) => row.ours.median < 14 });
  },
};

const names = [...Object.keys(rowsInBrowser), ...Object.keys(outside)] as (RowInBrowser | keyof typeof outside)[];
const isInBrowser = (name: string): name is RowInBrowser => name in rowsInBrowser;

const help = `npm run bench [-- --only NAME] [--rounds N] [--markdown] [--help]
  Measures in one run, each beside its floor (the same records through bare Dexie or bare SQLite) and RxDB, PouchDB, Yjs:
  ${names.join(', ')}
  Median of N rounds (5) after one that is not counted; times in milliseconds, sizes in kB after gzip.
  --markdown prints the table of docs/benchmarks.md before the last line.
  Machines are noisy: the ratios hold, the times are of this machine. Ends with one line of JSON.`;

async function main(only: string | undefined, rounds: number): Promise<void> {
  if (only !== undefined && !names.some((name) => name === only)) throw new Error(`no measurement ${only}\n${help}`);
  if (!Number.isSafeInteger(rounds) || rounds < 1) throw new Error(`--rounds wants a whole number\n${help}`);
  const wanted = names.filter((name) => only === undefined || name === only);
  const stage = wanted.some(isInBrowser) ? await Stage.open() : undefined;
  const report: Record<string, BenchRow> = {};
  try {
    for (const name of wanted) {
      const inBrowser = isInBrowser(name) && stage !== undefined;
      const row = inBrowser ? await rowsInBrowser[name](stage, rounds) : await outside[name as 'server'](rounds);
      report[name] = row;
      console.log(lineOf(name, row));
    }
  } finally {
    await stage?.close();
  }
  if (values.markdown) console.log(table(report));
  console.log(JSON.stringify(report));
}

function lineOf(
  name: string,
  { ours, peers = {}, ratio, best, floor, floorRatio, bar, holds, notes }: BenchRow,
): string {
  const theirs = Object.entries(peers).map(([peer, { median, min, max }]) => `, ${peer} ${median} (${min}-${max})`);
  const beside = best === undefined ? '' : `${theirs.join('')}, ratio to ${best} ${ratio}`;
  const below = floor === undefined ? '' : `, floor ${floor.median} (${floor.min}-${floor.max}), ratio ${floorRatio}`;
  const verdict = holds === null ? '' : holds ? ', holds' : ', DOES NOT HOLD';
  const more = notes === undefined ? '' : ` ${JSON.stringify(notes)}`;
  return `${name}: ${ours.median} (${ours.min}-${ours.max})${beside}${below}; bar: ${bar}${verdict}${more}`;
}

if (values.help) {
  console.log(help);
} else {
  await main(values.only, Number(values.rounds));
}
