import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SupportCount, SupportNumbers, SupportSheet } from './rows.ts';
import { pictureOf, secondCountOpen, supportSummary } from './support.ts';

const sheet = (number: number, settled: SupportNumbers | null = null): SupportSheet => ({
  ...{ id: `p:${number}`, proposalId: 'p', number, area: 'Klosplein', photos: [] },
  ...{ settled, settledBy: settled && 'chair', settledReason: settled && 'Nageteld' },
});
const numbers = (asked: number, forCount: number, against = 0, noOpinion = 0, notAtHome = 0): SupportNumbers => ({
  ...{ householdsAsked: asked, forCount, againstCount: against, noOpinionCount: noOpinion, notAtHomeCount: notAtHome },
});
const counted = (number: number, by: string, of: SupportNumbers): SupportCount => ({
  ...{
    id: `p:${number}:${by}`,
    sheetId: `p:${number}`,
    proposalId: 'p',
    countedBy: by,
    countedOn: '2026-02-20',
    ...of,
  },
});
const one = (low: number, high = low) => ({ low, high });

describe('[S5] supportSummary', () => {
  test('nobody was asked yet: no share is invented', () => {
    const summary = supportSummary([], []);
    expect(summary.forLow).toEqual({ count: 0, of: 0, perMille: 0 });
    expect(summary).toMatchObject({ sheets: [], certain: true, secondCountDue: 0, shareHigh: { perMille: 0 } });
  });

  test('two people agree: what is known, and what the unknown could make of it', () => {
    const of = numbers(40, 25, 3, 2, 6);
    const summary = supportSummary([sheet(1)], [counted(1, 'a', of), counted(1, 'b', of)]);
    expect(summary).toMatchObject({
      ...{ certain: true, secondCountDue: 0, differing: 0 },
      ...{
        asked: one(40),
        known: one(30),
        unknown: one(10),
        forCount: one(25),
        againstCount: one(3),
        notAtHomeCount: one(6),
      },
      forLow: { count: 25, of: 40, perMille: 625 }, // every unknown against
      forHigh: { count: 35, of: 40, perMille: 875 }, // every unknown in favour
      shareLow: { count: 25, of: 30, perMille: 833 },
      shareHigh: { count: 25, of: 30, perMille: 834 },
    });
    expect(summary.sheets[0]).toMatchObject({ state: 'agreed', countedBy: ['a', 'b'], number: 1 });
  });

  test('counts that differ give a low and a high number', () => {
    const summary = supportSummary(
      [sheet(1)],
      [counted(1, 'a', numbers(40, 25, 3)), counted(1, 'b', numbers(40, 22, 5))],
    );
    expect(summary).toMatchObject({
      ...{
        certain: false,
        differing: 1,
        forCount: one(22, 25),
        againstCount: one(3, 5),
        known: one(27, 28),
        unknown: one(12, 13),
      },
      forLow: { count: 22, of: 40, perMille: 550 },
      forHigh: { count: 37, of: 40, perMille: 925 },
    });
    expect(summary.sheets[0]?.state).toBe('differs');
  });

  test('one count is a number that still waits for the second; the first one may not give it', () => {
    const summary = supportSummary([sheet(1)], [counted(1, 'a', numbers(10, 8))]);
    expect(summary).toMatchObject({ certain: false, secondCountDue: 1 });
    const first = summary.sheets[0];
    if (first === undefined) throw new Error('no sheet');
    expect(first.state).toBe('one_count');
    expect([secondCountOpen(first, 'a'), secondCountOpen(first, 'b')]).toEqual([false, true]);
  });

  test('what was settled holds, whatever was counted', () => {
    const settled = numbers(40, 24, 4);
    const summary = supportSummary(
      [sheet(1, settled)],
      [counted(1, 'a', numbers(40, 25)), counted(1, 'b', numbers(40, 1))],
    );
    expect(summary).toMatchObject({ certain: true, differing: 0, forCount: one(24), againstCount: one(4) });
    expect(summary.sheets[0]?.state).toBe('settled');
  });

  test('a third count that differs makes the sheet differ', () => {
    const of = numbers(10, 8);
    const counts = [counted(1, 'a', of), counted(1, 'b', of), counted(1, 'c', numbers(10, 7))];
    expect(supportSummary([sheet(1)], counts).sheets[0]?.state).toBe('differs');
  });

  test('sheets add up, in the order of their numbers', () => {
    const counts = [
      counted(2, 'a', numbers(10, 5)),
      counted(1, 'a', numbers(20, 15, 1)),
      counted(2, 'b', numbers(10, 5)),
    ];
    const summary = supportSummary([sheet(2), sheet(1)], counts);
    expect(summary.sheets.map((of) => [of.number, of.state])).toEqual([
      [1, 'one_count'],
      [2, 'agreed'],
    ]);
    expect(summary).toMatchObject({ asked: one(30), forCount: one(20), againstCount: one(1), secondCountDue: 1 });
  });

  /** The truth lies within the bounds, whichever count is right and whatever the unknown households think. */
  test('the bounds always hold', () => {
    const some = fc
      .tuple(fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(20))
      .map(([yes, no, none, away, more]) => numbers(yes + no + none + away + more, yes, no, none, away));
    const paper = fc.record({
      counts: fc.array(some, { minLength: 1, maxLength: 3 }),
      right: fc.nat(2),
      inFavour: fc.nat(1000),
    });
    fc.assert(
      fc.property(fc.array(paper, { minLength: 1, maxLength: 4 }), (papers) => {
        const sheets = papers.map((_, n) => sheet(n + 1));
        const counts = papers.flatMap(({ counts: list }, n) => list.map((of, by) => counted(n + 1, `p${by}`, of)));
        const summary = supportSummary(sheets, counts);
        const truth = papers.map(({ counts: list, right, inFavour }) => {
          const of = list[right % list.length] ?? numbers(0, 0);
          const known = of.forCount + of.againstCount + of.noOpinionCount;
          const unknown = of.householdsAsked - known;
          return {
            asked: of.householdsAsked,
            yes: of.forCount + Math.round((unknown * inFavour) / 1000),
            known,
            forCount: of.forCount,
          };
        });
        const sum = (field: 'asked' | 'yes' | 'known' | 'forCount'): number =>
          truth.reduce((all, of) => all + of[field], 0);
        const [asked, yes, known, forCount] = [sum('asked'), sum('yes'), sum('known'), sum('forCount')];
        if (asked === 0) return;
        expect(summary.forLow.perMille).toBeLessThanOrEqual((1000 * yes) / asked);
        expect(summary.forHigh.perMille).toBeGreaterThanOrEqual((1000 * yes) / asked);
        if (known > 0) {
          expect(summary.shareLow.perMille).toBeLessThanOrEqual((1000 * forCount) / known);
          expect(summary.shareHigh.perMille).toBeGreaterThanOrEqual((1000 * forCount) / known);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('[S5] the picture of the streets', () => {
  /** Asked 74 of whom 41 in favour, 6 against, 9 without an opinion and 18 not at home. */
  const of = numbers(74, 41, 6, 9, 18);
  const agreed = supportSummary([sheet(1)], [counted(1, 'a', of), counted(1, 'b', of)]);
  const differs = supportSummary(
    [sheet(1)],
    [counted(1, 'a', numbers(40, 30, 4)), counted(1, 'b', numbers(44, 28, 6))],
  );

  test('who was never asked is as unknown as who was not at home', () => {
    expect(pictureOf(agreed, 118)).toEqual({
      of: one(118),
      sure: { count: 41, of: 118, perMille: 347 },
      upTo: { count: 103, of: 118, perMille: 873 },
      notAsked: one(44),
      unknown: one(62),
    });
  });

  test.each([
    ['nobody knows how many live there', 0],
    ['more were asked than live there', 60],
  ])('%s: it is about those who were asked', (_, households) => {
    const { forLow, forHigh, asked, unknown } = agreed;
    expect(pictureOf(agreed, households)).toEqual({
      ...{ of: asked, sure: forLow, upTo: forHigh, notAsked: one(0), unknown },
    });
  });

  test('everybody was asked: only who was not at home is unknown', () => {
    expect(pictureOf(agreed, 74)).toMatchObject({ of: one(74), notAsked: one(0), unknown: one(18) });
  });

  test('two counts that differ: the widest bounds of both', () => {
    expect(pictureOf(differs, 80)).toMatchObject({
      ...{ notAsked: one(36, 40), unknown: one(42, 50) },
      ...{ sure: { count: 28, perMille: 350 }, upTo: { count: 76, perMille: 950 } },
    });
    expect(pictureOf(differs, 42).of).toEqual(one(40, 44)); // one count says more than live there
  });
});
