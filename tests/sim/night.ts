/** `npm run sim:night`: the simulator on every kind of store, one after the other, with other seeds every day; the last line
 *  is one line of JSON. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { StoreNames } from './stores.ts';

const help = `npm run sim:night -- [--seeds N] [--from S] [--no-mutants]

Plays N seeds (500 if not said) on memory with all broken engines, then on Dexie, SQLite, PostgreSQL, and on Dexie and
PostgreSQL together. Without --from the seeds go by the date. Ends with 1 when one of the runs did.`;

/** Seeds on real stores cost four to ten times as much: there are as many of them as fit in the time of the others. */
const runs: readonly (StoreNames & { readonly share: number })[] = [
  { store: 'memory', server: 'memory', share: 1 },
  { store: 'dexie', server: 'memory', share: 0.4 },
  { store: 'memory', server: 'sqlite', share: 1 },
  { store: 'memory', server: 'postgres', share: 0.6 },
  { store: 'dexie', server: 'postgres', share: 0.4 },
];
const dayMs = 86_400_000;
const main = fileURLToPath(new URL('./main.ts', import.meta.url));

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '500' },
    from: { type: 'string' },
    'no-mutants': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

async function play({ store, server, share }: (typeof runs)[number], seeds: number, from: number) {
  const count = Math.ceil(seeds * share);
  console.log(`\nphones on ${store}, server on ${server}: ${count} seeds from ${from}`);
  const args = ['--seeds', `${count}`, '--from', `${from}`, '--store', store, '--server', server];
  if (values['no-mutants']) args.push('--no-mutants');
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    process.stdout.write(chunk);
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const last = text.trimEnd().split('\n').at(-1) ?? '';
  const { violations, mutants, mutantsCaught, secondsOfSeeds } = last.startsWith('{') ? JSON.parse(last) : {};
  return { store, server, seeds: count, from, code, violations, mutants, mutantsCaught, secondsOfSeeds };
}

if (values.help) console.log(help);
else {
  const seeds = Number(values.seeds);
  const from = Number(values.from ?? 1 + Math.floor(Date.now() / dayMs) * seeds);
  if (!(Number.isSafeInteger(seeds) && seeds > 0 && Number.isSafeInteger(from) && from > 0))
    throw new Error('--seeds and --from want whole numbers');
  const told = [];
  for (const run of runs) told.push(await play(run, seeds, from));
  process.exitCode = told.every(({ code }) => code === 0) ? 0 : 1;
  console.log(JSON.stringify({ night: told, whole: process.exitCode === 0 }));
}
