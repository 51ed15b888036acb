/** `npm run torture`: real Chromium and real servers, killed and cut off while people work; the last line is JSON. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { tortureBrowser } from './browser.ts';
import { tortureServer } from './server.ts';

const help = `npm run torture -- [--rounds N] [--only PART,PART] [--seed S] [--report FILE]

Kills that come at random moments, and afterwards the question whether everything that was confirmed is there, once.
  browser       Chromium, SIGKILL while the app saves
  browserTorn   the same, and every kill comes in the middle of a write of the browser's own database
  browserPower  SIGKILL, and what it had not synced is gone
  server        the server on SQLite, SIGKILL under load of four phones on a line that is cut and slow
  serverPower   the same, and what it had not synced is gone
  postgres      two servers on PostgreSQL, one of the three killed at a time
Torn writes and power cuts come a quarter as often; power cuts need a C compiler (cc). Beside each a control runs: a build that
is broken on purpose must lose something, else they prove nothing. Ends with 1 when something was lost, doubled or broken.`;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    report: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

interface Part {
  readonly lost: number;
  readonly doubled?: number;
  readonly problems: readonly string[];
}
interface Run {
  readonly rounds: number;
  readonly seed: number;
  readonly tell: (line: string) => void;
}

const controlRounds = 15;
const quarter = (rounds: number): number => Math.max(1, Math.ceil(rounds / 4));

const parts: Readonly<Record<string, (run: Run) => Promise<Part>>> = {
  browser: (run) => tortureBrowser(run),
  browserTorn: (run) => withControl(run, (options) => tortureBrowser({ ...options, torn: true })),
  browserPower: (run) => withControl(run, (options) => tortureBrowser({ ...options, power: true })),
  server: (run) => tortureServer(run),
  postgres: (run) => tortureServer({ ...run, database: 'postgres' }),
  serverPower: (run) => withControl(run, (options) => tortureServer({ ...options, power: true })),
};

/** The fault itself is tried on a build that is broken on purpose: it must lose something. */
async function withControl(run: Run, torture: (options: Run & { readonly broken: boolean }) => Promise<Part>) {
  const part = await torture({ ...run, rounds: quarter(run.rounds), broken: false });
  const control = await torture({ ...run, rounds: controlRounds, broken: true }).catch((error: unknown) => {
    run.tell(`  control: ${error instanceof Error ? error.message.split('\n')[0] : error}`); // it may not even start again
    return undefined;
  });
  const caught = control === undefined || !isWhole(control);
  return {
    ...part,
    controlCaught: caught,
    problems: caught ? part.problems : [...part.problems, 'the control lost nothing'],
  };
}

const isWhole = ({ lost, doubled = 0, problems }: Part): boolean => lost + doubled + problems.length === 0;

async function main(): Promise<number> {
  if (values.help) {
    console.log(help);
    return 0;
  }
  const [rounds, seed] = [Number(values.rounds), Number(values.seed)];
  if (!Number.isSafeInteger(rounds) || rounds < 1)
    throw new Error(`--rounds wants a whole number, not ${values.rounds}`);
  const { only } = values;
  const names = only === undefined ? Object.keys(parts) : only.split(',');
  const started = performance.now();
  const report: Record<string, Part> = {};
  for (const name of names) {
    const torture = parts[name];
    if (torture === undefined) throw new Error(`--only knows ${Object.keys(parts).join(', ')}`);
    console.log(name);
    const part = await torture({ rounds, seed, tell: console.log });
    report[name] = part;
    console.log(`  ${JSON.stringify(part)}`);
  }
  const ok = Object.values(report).every(isWhole);
  const seconds = Math.round((performance.now() - started) / 1_000);
  if (values.report !== undefined) writeFileSync(values.report, JSON.stringify({ ok, parts: report }));
  console.log(JSON.stringify({ rounds, ...report, ok, seconds }));
  return ok ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
