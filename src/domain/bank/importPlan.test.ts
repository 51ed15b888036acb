/** What the preview says is what gets written: each test brings the plan in and looks at what counts then. */
import { describe, expect, test } from 'vitest';
import * as bank from '../../../tests/domain/bankExamples.ts';
import * as given from '../../../tests/domain/committee.ts';
import { uid, type World } from '../../../tests/domain/world.ts';
import { accountChain } from './chain.ts';
import { type ImportPlan, partsOf, planImport } from './importPlan.ts';
import type { BankLine } from './lines.ts';
import { standing } from './match.ts';

const { accountId } = bank;
const line = (change: Partial<BankLine> = {}): BankLine => {
  const { nth: _, ...plain } = bank.line(change);
  return plain;
};
const start = (): World => {
  const world = given.foundedWorld();
  world.ok('treasurer', 'bankAccount.add', bank.account);
  return world;
};
const here = (world: World) => standing(world.all('bankTransaction'), world.all('bankImport'));

interface File {
  readonly lines: readonly BankLine[];
  readonly opening?: number;
  readonly closing?: number;
  readonly wanted?: ReadonlySet<string>;
}
function planOf(world: World, { lines, opening, closing, wanted = new Set() }: File): ImportPlan {
  const days = lines.map(({ bookedOn }) => bookedOn).sort();
  const balance = (cents: number | undefined, on: string | undefined) =>
    cents === undefined || on === undefined ? null : { cents, on };
  const plan = planImport({
    ...{ accountId, transactions: here(world), warnings: [], wanted },
    statements: [{ opening: balance(opening, days[0]), closing: balance(closing, days.at(-1)), transactions: lines }],
  });
  if (plan === undefined) throw new Error('no plan');
  return plan;
}

/** As the screen does it. */
function bring(world: World, name: string, plan: ImportPlan): void {
  const { from, until, opening, closing, fresh, known } = plan;
  const importId = uid(name);
  const parts = partsOf(plan);
  world.ok('treasurer', 'bankImport.begin', {
    ...{ importId, accountId, fileName: name, format: 'mt940', from, until, opening, closing, warnings: [] },
    ...{ lineCount: fresh.length + known.length, partCount: parts.length, importedOn: '2026-04-01' },
  });
  parts.forEach((part, n) => {
    world.ok('treasurer', 'bankImport.addLines', { importId, accountId, part: n + 1, ...part });
  });
}
const chainOf = (world: World) => accountChain(world.all('bankImport'), here(world));

describe('the same lines once more', () => {
  const twins = [line({ line: 1 }), line({ line: 2 }), line({ cents: -100, line: 3 })];

  test('the same file adds nothing, and two real equal payments on one day stay two', () => {
    const world = start();
    bring(world, 'a', planOf(world, { lines: twins }));
    expect(here(world)).toHaveLength(3);
    const again = planOf(world, { lines: twins });
    expect([again.fresh, again.known.length, again.likely]).toEqual([[], 3, []]);
  });

  test('a file that overlaps adds only what is new, in another order too', () => {
    const world = start();
    bring(world, 'a', planOf(world, { lines: twins }));
    const later = line({ bookedOn: '2026-03-22', line: 1 });
    const plan = planOf(world, { lines: [later, ...[...twins].reverse()] });
    expect(plan.fresh).toMatchObject([{ bookedOn: '2026-03-22' }]);
    bring(world, 'b', plan);
    expect(here(world)).toHaveLength(4);
  });

  test('a file of half a day does not swallow what came later that day', () => {
    const world = start();
    bring(world, 'morning', planOf(world, { lines: [line()] }));
    const whole = planOf(world, { lines: [line({ line: 1 }), line({ line: 2 })] });
    expect([whole.fresh.length, whole.known.length, whole.likely]).toEqual([1, 1, []]);
  });

  test('the same days in another layout are left out until somebody wants them', () => {
    const world = start();
    bring(world, 'a', planOf(world, { lines: [line()], opening: 20_000, closing: 7_950 }));
    const other = line({ description: '/REMI/Buurtfeest', counterIban: '' });
    const plan = planOf(world, { lines: [other], opening: 20_000, closing: 7_950 });
    expect([plan.fresh, plan.likely.length, plan.known]).toEqual([[], 1, [here(world)[0]?.id]]);
    bring(world, 'b', plan);
    expect(here(world)).toHaveLength(1);
    expect(chainOf(world).problems).toEqual([]);
    const wanted = new Set(plan.likely.map(({ id }) => id));
    expect(planOf(world, { lines: [other], wanted }).fresh).toHaveLength(1);
  });

  test('money to somebody else of the same amount on the same day is new', () => {
    const world = start();
    bring(world, 'a', planOf(world, { lines: [line()] }));
    const plan = planOf(world, { lines: [line({ counterIban: 'NL02ABNA0123456789', counterName: 'Bakker' })] });
    expect([plan.fresh.length, plan.likely]).toEqual([1, []]);
  });
});

test('a message of the bank that moves no money is no line', () => {
  expect(
    planOf(start(), { lines: [line(), line({ cents: 0, description: 'Uw pas is verlengd' })] }).fresh,
  ).toHaveLength(1);
});

describe('sums', () => {
  test('a file that does not add up says by how much, before and after', () => {
    const world = start();
    const plan = planOf(world, { lines: [line()], opening: 20_000, closing: 8_000 });
    expect(plan.differenceCents).toBe(-50);
    bring(world, 'a', plan);
    expect(chainOf(world).problems).toEqual([{ kind: 'file_differs', importId: uid('a'), cents: -50 }]);
  });

  test('days between two files are a gap, with the amount that is missing', () => {
    const world = start();
    bring(world, 'a', planOf(world, { lines: [line()], opening: 20_000, closing: 7_950 }));
    const april = line({ bookedOn: '2026-04-20', cents: 100 });
    bring(world, 'b', planOf(world, { lines: [april], opening: 6_950, closing: 7_050 }));
    expect(chainOf(world).problems).toEqual([
      { kind: 'gap', after: '2026-03-21', before: '2026-04-20', cents: -1_000, importId: uid('b') },
    ]);
    const between = line({ bookedOn: '2026-04-02', cents: -1_000 });
    bring(world, 'c', planOf(world, { lines: [between], opening: 7_950, closing: 6_950 }));
    expect(chainOf(world)).toMatchObject({ problems: [], balance: { cents: 7_050 } });
  });

  test('two files that overlap follow each other when their days together add up', () => {
    const world = start();
    const [one, two, three] = [
      line({ bookedOn: '2026-03-01' }),
      line({ bookedOn: '2026-03-10', cents: -50 }),
      line({ bookedOn: '2026-03-20', cents: 300 }),
    ];
    bring(world, 'a', planOf(world, { lines: [one, two], opening: 20_000, closing: 7_900 }));
    bring(world, 'b', planOf(world, { lines: [two, three], opening: 7_950, closing: 8_200 }));
    expect(chainOf(world)).toMatchObject({ problems: [], balance: { cents: 8_200, on: '2026-03-20' } });
  });

  test('undoing a file in the middle shows the gap that it leaves', () => {
    const world = start();
    const day = (on: string, cents: number) => line({ bookedOn: on, cents });
    bring(world, 'a', planOf(world, { lines: [day('2026-01-05', 10)], opening: 0, closing: 10 }));
    bring(world, 'b', planOf(world, { lines: [day('2026-02-05', 20)], opening: 10, closing: 30 }));
    bring(world, 'c', planOf(world, { lines: [day('2026-03-05', 30)], opening: 30, closing: 60 }));
    world.ok('treasurer', 'bankImport.undo', { importId: uid('b'), reason: 'Fout', undoneOn: '2026-04-01' });
    expect(chainOf(world).problems).toMatchObject([{ kind: 'gap', cents: 20, importId: uid('c') }]);
  });
});

describe('parts', () => {
  const many = Array.from({ length: 450 }, (_, n) => line({ line: n, description: `${n} ${'woorden '.repeat(40)}` }));

  test('no command is above 50 kB, and together they are the file', () => {
    const world = start();
    const plan = planOf(world, { lines: many });
    const sizes = partsOf(plan).map((part) => JSON.stringify(part).length + 80 * part.lines.length);
    expect(Math.max(...sizes)).toBeLessThan(50_000);
    bring(world, 'big', plan);
    expect(here(world)).toHaveLength(450);
    bring(world, 'big again', planOf(world, { lines: many }));
    expect(here(world)).toHaveLength(450);
  });

  test('an import of which a part is missing says so', () => {
    const world = start();
    bring(world, 'a', planOf(world, { lines: [line()] }));
    const { id, ...file } = { ...world.get('bankImport', uid('a')), partCount: 2 };
    const half = [{ ...file, id }];
    expect(accountChain(half, here(world)).problems).toEqual([{ kind: 'part_missing', importId: id, count: 1 }]);
  });

  test('control characters and endless texts of a bank do not stop a file', () => {
    const world = start();
    const odd = line({ description: `a\nb\t${'x'.repeat(3_000)}`, counterIban: 'nl91 abna 0417 1643 00' });
    bring(world, 'a', planOf(world, { lines: [odd] }));
    expect(here(world)).toMatchObject([{ counterIban: 'NL91ABNA0417164300' }]);
    expect(here(world)[0]?.description).toHaveLength(1_000);
  });
});
