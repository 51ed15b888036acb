/** `npm run -s bank-score -- DIR`: how many of the files in a folder are read as its truth.json says. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BankFile } from '../src/files/bank/statement.ts';
import { addsUp, type Read, summaryOf } from './bankSummary.ts';

const help = `npm run -s bank-score -- DIR [--help]
  DIR holds files of banks and a truth.json: for each file accounts, statements, transactions, opening, closing, sum,
  addsUp, first, last, reversals, or "error": true; what is not given is not compared. "overlap" names another file: how many
  transactions are the same and how many there are together. Prints a line for each file that is read otherwise, and
  last one line of JSON: {"files","right","wrong"}. Ends with 1 when one is wrong.`;

interface Truth {
  readonly accounts?: readonly string[];
  readonly statements?: number;
  readonly transactions?: number;
  readonly opening?: number | null;
  readonly closing?: number | null;
  readonly sum?: number;
  readonly addsUp?: boolean;
  readonly first?: string;
  readonly last?: string;
  readonly reversals?: number;
  readonly error?: boolean;
  readonly overlap?: {
    readonly file: string;
    readonly same: number;
    readonly together: number;
    readonly sumTogether: number;
  };
}

const args = process.argv.slice(2);
const folder = args.find((arg) => !arg.startsWith('--'));

if (args.includes('--help')) console.log(help);
else if (folder === undefined || !existsSync(join(folder, 'truth.json'))) {
  console.error(folder === undefined ? help : `${folder} holds no truth.json`);
  process.exitCode = 1;
} else score(folder);

function score(dir: string): void {
  const truths = Object.entries(JSON.parse(readFileSync(join(dir, 'truth.json'), 'utf8')) as Record<string, Truth>);
  const wrong = truths.flatMap(([name, truth]) => {
    const differences = compare(truth, dir, name);
    for (const difference of differences) console.log(`${name}: ${difference}`);
    return differences.length === 0 ? [] : [name];
  });
  console.log(JSON.stringify({ files: truths.length, right: truths.length - wrong.length, wrong }));
  if (wrong.length > 0) process.exitCode = 1;
}

function compare(truth: Truth, dir: string, name: string): readonly string[] {
  const read = summaryOf(join(dir, name));
  if (truth.error === true) return 'refusal' in read ? [] : ['was read, and should be refused'];
  if ('refusal' in read) return [`refused: ${read.refusal.error}`];
  const found: Truth = { ...read.summary, ...more(read.file) };
  const keys = [
    'accounts',
    'statements',
    'transactions',
    'opening',
    'closing',
    'sum',
    'addsUp',
    'first',
    'last',
    'reversals',
  ] as const;
  const differences = keys.flatMap((key) => {
    const [right, mine] = [JSON.stringify(truth[key]), JSON.stringify(found[key])];
    return right === undefined || right === mine ? [] : [`${key} is ${mine}, should be ${right}`];
  });
  const silent = truth.addsUp === false && read.summary.warnings.length === 0;
  return [...differences, ...(silent ? ['does not add up, and nothing warns'] : []), ...overlap(truth, dir, read)];
}

function more({ statements }: BankFile): Pick<Truth, 'addsUp' | 'first' | 'last' | 'reversals'> {
  const transactions = statements.flatMap((statement) => statement.transactions);
  const days = transactions.map(({ bookedOn }) => bookedOn).sort();
  return {
    addsUp: statements.every(addsUp),
    ...(days[0] === undefined ? {} : { first: days[0], last: days.at(-1) ?? days[0] }),
    reversals: transactions.filter(({ reversal }) => reversal).length,
  };
}

/** The same transaction in two files of one account: same day, amount, other side, text and number, as often as it occurs. */
function overlap({ overlap: truth }: Truth, dir: string, read: Read): readonly string[] {
  if (truth === undefined || 'refusal' in read) return [];
  const other = summaryOf(join(dir, truth.file));
  if ('refusal' in other) return [`${truth.file} is refused`];
  const counts = new Map<string, number>();
  for (const key of keysOf(other.file)) counts.set(key, (counts.get(key) ?? 0) + 1);
  let same = 0;
  let sumTogether = other.summary.sum;
  for (const key of keysOf(read.file)) {
    const left = counts.get(key) ?? 0;
    if (left > 0) same += 1;
    else sumTogether += Number(key.split('\t')[1]);
    counts.set(key, left - 1);
  }
  const together = other.summary.transactions + read.summary.transactions - same;
  const found = { same, together, sumTogether };
  return Object.entries(found).flatMap(([key, mine]) => {
    const right = truth[key as keyof typeof found];
    return right === undefined || right === mine ? [] : [`overlap ${key} is ${mine}, should be ${right}`];
  });
}

function keysOf({ statements }: BankFile): readonly string[] {
  return statements.flatMap(({ account, transactions }) =>
    transactions.map(({ bookedOn, cents, counterIban, description, bankReference }) =>
      [account + bookedOn, cents, counterIban, description, bankReference].join('\t'),
    ),
  );
}
