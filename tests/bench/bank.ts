/** The bank desk without its screen: a file of 5,000 transactions read, planned and run as commands over rows in memory, and
 *  1,000 open lines matched against 1,000 claims. The floor is what any program would have to do at least. */
import { performance } from 'node:perf_hooks';
import { partsOf, planImport } from '../../src/domain/bank/importPlan.ts';
import { bankTransactionId, numbered } from '../../src/domain/bank/lines.ts';
import type { Context } from '../../src/domain/command.ts';
import { commands } from '../../src/domain/commands/index.ts';
import { proposeMatches } from '../../src/domain/matching/proposals.ts';
import { indexValues, type Row, type RowType, rowIndexes } from '../../src/domain/rows.ts';
import { type RowSource, WorkingSet } from '../../src/domain/run.ts';
import { readBankFile } from '../../src/files/bank/read.ts';
import { documentXml, statementXml } from '../bank/drawCamt.ts';
import type { DrawnTransaction } from '../bank/drawn.ts';
import * as bank from '../domain/bankExamples.ts';
import { bankRow, matchingRows, payable } from '../domain/matchingRows.ts';
import { committeeId, people, uid } from '../domain/world.ts';
import { type BenchRow, rowOf } from './stats.ts';

const fileLines = 5_000;
const openLines = 1_000;

const iban = (n: number): string => `NL91ABNA${String(1_000_000_000 + n)}`;
const drawn: readonly DrawnTransaction[] = Array.from({ length: fileLines }, (_, n) => ({
  bookedOn: `2026-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`,
  ...{ cents: n % 5 === 0 ? 5_000 + n : -1_000 - n, iban: iban(n % 200), name: `Bewoner ${n % 200}` },
  ...{ description: `Declaratie ${n} van het wijkbudget`, reference: '' },
}));

/** Rows by key, with lists by index: what Dexie or SQLite do on disk. */
class MemoryRows implements RowSource {
  readonly rows = new Map<string, Row>();
  async get(keys: readonly string[]): Promise<readonly (Row | null)[]> {
    return keys.map((key) => this.rows.get(key) ?? null);
  }
  async list(type: RowType, index: string, key: string): Promise<readonly Row[]> {
    const at = (rowIndexes[type] as readonly string[]).indexOf(index);
    return [...this.rows]
      .filter(([name, row]) => name.startsWith(`${type}/`) && indexValues(type, row as never)[at] === key)
      .map(([, row]) => row);
  }
}

const ctx = (n: number): Context => ({
  ...{ commandId: uid(`bench ${n}`), committeeId, at: '2026-12-31T12:00:00.000Z' },
  actor: { personId: people.treasurer, role: 'treasurer', proposalIds: [], v: 1 },
});

async function run(source: MemoryRows, name: keyof typeof commands, args: unknown, n: number): Promise<void> {
  const result = await new WorkingSet(source).run(commands[name] as never, args, ctx(n));
  if (result.kind !== 'applied') throw new Error(`${name}: ${JSON.stringify(result)}`);
  for (const { type, id, body } of result.writes) source.rows.set(`${type}/${id}`, body);
}

/** From the bytes of a file to rows, in as many commands as a phone sends. */
async function importOnce(bytes: Uint8Array): Promise<number> {
  const { statements } = readBankFile(bytes);
  const { accountId } = bank;
  const plan = planImport({ accountId, statements, warnings: [], transactions: [] });
  if (plan === undefined || plan.fresh.length !== fileLines) throw new Error('not the whole file is new');
  const source = new MemoryRows();
  await run(source, 'bankAccount.add', bank.account, 0);
  const parts = partsOf(plan);
  const head = { ...bank.begin, lineCount: fileLines, partCount: parts.length };
  await run(source, 'bankImport.begin', head, 1);
  for (const [n, part] of parts.entries()) {
    await run(source, 'bankImport.addLines', { importId: bank.importId, accountId, part: n + 1, ...part }, n + 2);
  }
  if (source.rows.size !== fileLines + 2) throw new Error(`${source.rows.size} rows`);
  return parts.length;
}

async function timed<T>(rounds: number, work: () => T | Promise<T>): Promise<readonly number[]> {
  const ms: number[] = [];
  for (let n = 0; n <= rounds; n += 1) {
    const begin = performance.now();
    await work();
    if (n > 0) ms.push(performance.now() - begin);
  }
  return ms;
}

export async function bankImport(rounds: number): Promise<BenchRow> {
  const text = documentXml(statementXml({ account: bank.accountId, openingCents: 0, transactions: drawn }, 2), 2);
  const bytes = new TextEncoder().encode(text);
  let parts = 0;
  const ours = await timed(rounds, async () => {
    parts = await importOnce(bytes);
  });
  const { statements } = readBankFile(bytes);
  const lines = numbered(statements.flatMap(({ transactions }) => transactions));
  // At least: give every line its id and keep it.
  const floor = await timed(rounds, () => {
    const rows = new Map(lines.map((line) => [bankTransactionId(bank.accountId, line), structuredClone(line)]));
    if (rows.size !== fileLines) throw new Error('two lines got one id');
  });
  const notes = { transactions: fileLines, commands: parts, fileKb: Math.round(bytes.length / 1_024) };
  return rowOf({ ours, floor, bar: 'reported', notes });
}

export async function matching(rounds: number): Promise<BenchRow> {
  const rows = matchingRows({
    open: Array.from({ length: openLines }, (_, n) =>
      bankRow({ cents: -(1_000 + (n % 400)), counterIban: iban(n % 200), counterName: `Bewoner ${n % 200}` }),
    ),
    payables: Array.from({ length: openLines }, (_, n) =>
      payable(`claim ${n}`, 1_000 + (n % 400), { iban: iban(n % 200), name: `Bewoner ${n % 200}` }),
    ),
  });
  let proposed = 0;
  const ours = await timed(rounds, () => {
    proposed = proposeMatches(rows).filter(({ proposals }) => proposals.length > 0).length;
  });
  // At least: one look-up by account and amount.
  const floor = await timed(rounds, () => {
    const known = new Map(rows.payables.map((one) => [`${one.iban} ${one.amountCents}`, one]));
    return rows.open.filter(({ counterIban, cents }) => known.has(`${counterIban} ${-cents}`)).length;
  });
  return rowOf({ ours, floor, bar: 'reported', notes: { lines: openLines, proposed } });
}
