/** Whether the files of an account follow each other: opening and transactions make the closing balance, and no day lies
 *  between two files. Every difference has its place. */
import type { BankImport, BankTransaction, Cents, IsoDate, StatementBalance } from '../rows.ts';

export type ChainProblem =
  /** Inside one file. */
  | { readonly kind: 'file_differs'; readonly importId: string; readonly cents: Cents }
  /** Between two files: what stood at the end of one is not what stands at the beginning of the next. */
  | {
      readonly kind: 'gap';
      readonly after: IsoDate;
      readonly before: IsoDate;
      readonly cents: Cents;
      readonly importId: string;
    }
  | { readonly kind: 'part_missing'; readonly importId: string; readonly count: number };

export interface AccountChain {
  readonly problems: readonly ChainProblem[];
  readonly balance: StatementBalance | null; // the last one that a file says
  readonly filesWithoutBalance: number;
}

/** `imports` of one account; `transactions` of it that count. */
export function accountChain(imports: readonly BankImport[], transactions: readonly BankTransaction[]): AccountChain {
  const files = imports
    .filter(({ undone }) => !undone)
    .sort((a, b) => (a.from === b.from ? (a.until < b.until ? -1 : 1) : a.from < b.from ? -1 : 1));
  const sums = sumsByImport(transactions);
  const problems = [...files.flatMap((file) => ownProblems(file, sums)), ...gaps(files, transactions)];
  const closings = files.flatMap(({ closing }) => closing ?? []).sort((a, b) => (a.on < b.on ? -1 : 1));
  return {
    problems,
    balance: closings.at(-1) ?? null,
    filesWithoutBalance: files.filter(({ opening, closing }) => opening === null || closing === null).length,
  };
}

function sumsByImport(transactions: readonly BankTransaction[]): ReadonlyMap<string, Cents> {
  const sums = new Map<string, Cents>();
  for (const { importId, alsoIn, cents } of transactions) {
    for (const id of [importId, ...alsoIn]) sums.set(id, (sums.get(id) ?? 0) + cents);
  }
  return sums;
}

function ownProblems(file: BankImport, sums: ReadonlyMap<string, Cents>): readonly ChainProblem[] {
  const missing = file.partCount - file.partsIn.length;
  if (missing > 0) return [{ kind: 'part_missing', importId: file.id, count: missing }];
  if (file.opening === null || file.closing === null) return [];
  const cents = file.opening.cents + (sums.get(file.id) ?? 0) - file.closing.cents;
  return cents === 0 ? [] : [{ kind: 'file_differs', importId: file.id, cents }];
}

/** Each file against the one that reached furthest before it. Two that overlap are reckoned over their days together. */
function gaps(files: readonly BankImport[], transactions: readonly BankTransaction[]): readonly ChainProblem[] {
  const problems: ChainProblem[] = [];
  let before: BankImport | undefined;
  for (const file of files) {
    if (file.opening === null || file.closing === null) continue;
    if (before !== undefined && before.closing !== null && before.opening !== null) {
      const cents = differenceBetween(before, file, transactions);
      if (cents !== 0) {
        problems.push({ kind: 'gap', after: before.until, before: file.from, cents, importId: file.id });
      }
    }
    if (before === undefined || before.until <= file.until) before = file;
  }
  return problems;
}

function differenceBetween(before: BankImport, file: BankImport, transactions: readonly BankTransaction[]): Cents {
  const [start, end] = [before.opening?.cents ?? 0, before.closing?.cents ?? 0];
  if (file.opening?.cents === end) return 0;
  const overlaps = file.from <= before.until;
  if (!overlaps) return (file.opening?.cents ?? 0) - end;
  const ids = new Set([before.id, file.id]);
  const both = transactions.filter(({ importId, alsoIn }) => ids.has(importId) || alsoIn.some((id) => ids.has(id)));
  const sum = both.reduce((total, { cents }) => total + cents, 0);
  const last = before.until > file.until ? before.closing : file.closing;
  return (last?.cents ?? 0) - start - sum;
}
