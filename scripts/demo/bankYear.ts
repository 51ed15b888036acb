/** What the treasurer did with the bank: a file in the summer, matched but for the last lines, and the next one in November. */
import { partsOf, planImport } from '../../src/domain/bank/importPlan.ts';
import { type BankLine, bankTransactionId } from '../../src/domain/bank/lines.ts';
import type { MatchTarget } from '../../src/domain/rows.ts';
import { accountOf } from './accounts.ts';
import { openingCents } from './audit.ts';
import type { BankLine as DemoLine } from './year.ts';
import type { Do } from './yearMoney.ts';

const accountId = 'NL18RABO0123459876';
const monthEnds = ['2026-06-30', '2026-10-31'] as const;

/** Beside the payments: costs of the bank, something that is nobody's, and money to the savings account. */
const others: readonly DemoLine[] = [
  { date: '2026-03-31', name: '', cents: -9_95, text: 'Kosten zakelijk betalen eerste kwartaal' },
  { date: '2026-06-30', name: '', cents: -9_95, text: 'Kosten zakelijk betalen tweede kwartaal' },
  { date: '2026-09-30', name: '', cents: -9_95, text: 'Kosten zakelijk betalen derde kwartaal' },
  { date: '2026-09-12', name: 'Speeltuin De Spoel', cents: 40_00, text: 'statiegeld terug' },
];

export function bankYear(act: Do, id: (name: string) => string, payments: readonly DemoLine[]): void {
  act('2026-07-03', '19:30', 'treasurer', 'bankAccount.add', {
    ...{ accountId, name: 'Betaalrekening', kind: 'payment', holder: 'Wijkcommissie Spoelkwartier' },
  });
  const all = [...payments, ...others].sort((a, b) => (a.date < b.date ? -1 : 1));
  let cents = openingCents;
  let from = '2026-01-01';
  for (const until of monthEnds) {
    const own = all.filter(({ date }) => date >= from && date <= until);
    const lines = own.map(lineOf);
    const opening = { cents, on: from };
    cents += lines.reduce((sum, line) => sum + line.cents, 0);
    bring(act, id(`bank file ${until}`), { own, lines, opening, closing: { cents, on: until } });
    from = until;
  }
}

const lineOf = ({ date, name, cents, text }: DemoLine, n: number): BankLine => ({
  ...{ bookedOn: date, valueOn: date, cents, counterName: name, description: text },
  counterIban: cents < 0 && name !== '' ? accountOf(name) : '',
  ...{ reference: '', bankReference: '', code: '', reversal: false, line: n + 1 },
});

interface DemoFile {
  readonly own: readonly DemoLine[]; // in the order of the lines
  readonly lines: readonly BankLine[];
  readonly opening: { readonly cents: number; readonly on: string };
  readonly closing: { readonly cents: number; readonly on: string };
}

function bring(act: Do, importId: string, { own, lines, opening, closing }: DemoFile): void {
  const statements = [{ opening, closing, transactions: lines }];
  const plan = planImport({ accountId, statements, warnings: [], transactions: [] });
  if (plan === undefined) throw new Error('an empty file in the demo');
  const day = closing.on === '2026-06-30' ? '2026-07-03' : '2026-11-02';
  const parts = partsOf(plan);
  act(day, '19:40', 'treasurer', 'bankImport.begin', {
    ...{ importId, accountId, fileName: `afschrift-${closing.on.slice(0, 7)}.xml`, format: 'camt.053' },
    ...{ from: plan.from, until: plan.until, opening, closing, warnings: [], importedOn: day },
    ...{ lineCount: plan.fresh.length, partCount: parts.length },
  });
  parts.forEach((part, n) => {
    act(day, '19:41', 'treasurer', 'bankImport.addLines', { importId, accountId, part: n + 1, ...part });
  });
  for (const [n, line] of plan.fresh.entries()) {
    const target = targetOf(line, own[n], own);
    if (target === undefined) continue;
    const transactionId = bankTransactionId(accountId, line);
    const made = { amountCents: Math.abs(line.cents), target };
    act(day, '19:50', 'treasurer', 'bankMatch.make', { transactionId, round: 1, parts: [made], matchedOn: day });
  }
}

/** What the treasurer was sure of in July; the lines of the second file are for whoever opens the desk. */
function targetOf(
  { counterName, cents, bookedOn }: BankLine,
  demo: DemoLine | undefined,
  own: readonly DemoLine[],
): MatchTarget | undefined {
  if (counterName === 'Gemeente Enschede') return { kind: 'grant', year: 2026, note: '', book: false };
  if (counterName === '' && cents < 0) return { kind: 'explained', why: 'other', note: 'Kosten van de bank' };
  const cameBack = own.some((other) => other.name === counterName && other.cents > 0);
  if (demo?.payment === undefined || cameBack || bookedOn > '2026-06-30') return undefined;
  return { kind: 'payment', ...demo.payment };
}
