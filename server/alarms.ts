/** What the operator should know of: broken promises that the server or a phone noticed. One line each in a file beside the
 *  database, so that it outlives a restore; `admin verify` counts them. Ids and counts only, never content (D11). */
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Params } from '../src/domain/command.ts';

const bytesMax = 1_000_000; // then the file is put aside, in the place of the one before it

export class AlarmJournal {
  readonly #file: string;
  readonly #older: string;
  readonly #now: () => number;

  constructor(dataDir: string, now: () => number = Date.now) {
    this.#file = join(dataDir, 'alarms.jsonl');
    this.#older = join(dataDir, 'alarms.older.jsonl');
    this.#now = now;
  }

  /** Never throws: a full disk must not break what the alarm is about. */
  note(code: string, details: Params): void {
    const line = JSON.stringify({ at: new Date(this.#now()).toISOString(), code, ...details });
    try {
      mkdirSync(dirname(this.#file), { recursive: true });
      if (existsSync(this.#file) && statSync(this.#file).size > bytesMax) renameSync(this.#file, this.#older);
      appendFileSync(this.#file, `${line}\n`);
    } catch {
      // It stands in the log of the server as well.
    }
  }

  /** How often each code came in the last `days`. */
  counts(days: number): Readonly<Record<string, number>> {
    const since = new Date(this.#now() - days * 24 * 3_600_000).toISOString();
    const counts: Record<string, number> = {};
    for (const file of [this.#older, this.#file]) {
      for (const line of existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []) {
        const { at, code } = parsed(line);
        if (typeof at === 'string' && typeof code === 'string' && at >= since) counts[code] = (counts[code] ?? 0) + 1;
      }
    }
    return counts;
  }
}

/** A line that was cut off by a crash says nothing. */
function parsed(line: string): { readonly at?: unknown; readonly code?: unknown } {
  try {
    return JSON.parse(line) as object;
  } catch {
    return {};
  }
}
