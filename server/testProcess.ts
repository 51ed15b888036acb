/** For tests: the server and its command line as programs of their own, as an operator runs them: built, see
 *  tests/setup/program.ts. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestPlace } from './testDatabase.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const started: ChildProcess[] = [];
export type Settings = Readonly<Record<string, string>>;

/** Without BASE_URL: Vitest sets one of its own. */
function env({ dataDir, databaseUrl }: TestPlace, more: Settings = {}): NodeJS.ProcessEnv {
  const { BASE_URL: _, ...rest } = process.env;
  return { ...rest, DATA_DIR: dataDir, DATABASE_URL: databaseUrl ?? '', PORT: '0', HOST: '127.0.0.1', ...more };
}

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export type Program = 'main' | 'admin';

const built = (program: Program): string => {
  const folder = process.env['TEST_PROGRAMS'];
  if (folder === undefined) throw new Error('tests/setup/program.ts did not run');
  return join(folder, `${program}.js`);
};

/** Runs a program of `server/` to its end. */
export function runProgram(
  place: TestPlace,
  [program, ...args]: readonly [Program, ...string[]],
  more?: Settings,
): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd: root, env: env(place, more) };
    execFile(process.execPath, [built(program), ...args], options, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

export interface RunningServer {
  readonly match: RegExpExecArray;
  readonly stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<number | null>;
}

/** A server process, once it has printed what `pattern` looks for. */
export function startServer(place: TestPlace, pattern: RegExp): Promise<RunningServer> {
  const child = spawn(process.execPath, [built('main')], { cwd: root, env: env(place) });
  started.push(child);
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const stop: RunningServer['stop'] = (signal = 'SIGTERM') => {
    child.kill(signal);
    return ended;
  };
  return new Promise((resolve, reject) => {
    let text = '';
    const read = (chunk: Buffer): void => {
      text += chunk.toString();
      const match = pattern.exec(text);
      if (match !== null) resolve({ match, stop });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', (code) => reject(new Error(`ended with ${code}: ${text}`)));
  });
}

export function stopServers(): void {
  for (const child of started.splice(0)) child.kill('SIGKILL');
}
