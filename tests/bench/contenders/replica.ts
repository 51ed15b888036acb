/** One device of one contender, with an empty database at first. What is measured is written once, over this. */
import { noteArgs } from '../workload.ts';

export interface Replica {
  /** Everything that the server has and this device lacks, in IndexedDB when it resolves. */
  pull(): Promise<void>;
  /** One record, saved as a person would; resolves when IndexedDB says that it is committed. */
  save(record: BenchRecord): Promise<void>;
  /** Everything unsent is on the server, on its disk, and this device knows that. */
  push(): Promise<void>;
  /** Records on this device. */
  count(): Promise<number>;
  /** From now on in both directions by itself. */
  live(): Promise<void>;
  /** Resolves when a screen that shows this record would show it. */
  seen(id: string): Promise<void>;
  end(): Promise<void>;
}

export interface BenchRecord {
  readonly id: string;
  readonly proposalId: string;
  readonly text: string;
}

export function recordOf(n: number): BenchRecord {
  const { noteId: id, proposalId, text } = noteArgs(n);
  return { id, proposalId, text };
}

/** A name for a database that no other device of this browser has. */
export const freshName = (prefix: string): string => `${prefix}-${crypto.randomUUID()}`;

export async function post(path: string, body: unknown): Promise<unknown> {
  const response = await fetch(path, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}
