// A line of the plan in words.
import type { DraftLine } from '../../../domain/plan/draft.ts';
import type { PlannedLine } from '../../../domain/plan/plan.ts';
import type { Theme } from '../../../domain/rows.ts';
import { nlPlan } from '../../nl/plan.ts';
import { titleOr } from '../../nl/proposals.ts';
import { themeName } from '../../nl/themes.ts';

const titleMax = 150; // what a command takes

export const planTheme = (themes: readonly Theme[], number: number | null): string =>
  number === null ? nlPlan.themes.none : themeName(themes, number);

export function titleOfLine({ kind, title, themeShares }: DraftLine, themes: readonly Theme[]): string {
  const { lineTitles } = nlPlan;
  if (kind === 'ideas' || kind === 'own_costs') return lineTitles[kind];
  const words = kind === 'new' ? lineTitles.new(planTheme(themes, themeShares[0]?.theme ?? null)) : titleOr(title);
  return words.slice(0, titleMax);
}

export function reasonOf({ reason, edit, kind }: PlannedLine): string {
  const why = whyOf(reason);
  return edit === null || kind === 'added' ? why : nlPlan.reasons.changed(why);
}

function whyOf(reason: DraftLine['reason']): string {
  const { reasons } = nlPlan;
  switch (reason.code) {
    case 'held_in':
      return reasons.held_in(reason.amounts);
    case 'still_open':
      return reason.until === null ? reasons.noEnd : reasons.until(reason.until);
    case 'ideas_open':
      return reasons.ideas(reason.open, reason.settled, reason.awarded, reason.typicalCents);
    case 'other_years':
      return reasons.other_years(reason.amounts);
    case 'by_hand':
      return reasons.by_hand;
  }
}

export interface ListReasons {
  /** What holds for most of the list, to be said once above it. */
  readonly shared: string | undefined;
  /** Of a line for which that does not hold. */
  readonly own: (line: PlannedLine) => string | undefined;
}

/** The amounts of a list stand beside its lines: a reason that only repeats them is the same for all of them. */
export function reasonsOf(lines: readonly PlannedLine[]): ListReasons {
  const counts = new Map<string, number>();
  for (const reason of lines.map(inList)) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const [most, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  if (count < 2 || count * 2 <= lines.length) return { shared: undefined, own: inList };
  const own = (line: PlannedLine) => (inList(line) === most ? undefined : inList(line));
  return { shared: count === lines.length ? most : nlPlan.reasons.most(most), own };
}

function inList(line: PlannedLine): string {
  const { reason, edit, expectedCents } = line;
  if (edit !== null || (reason.code !== 'held_in' && reason.code !== 'other_years')) return reasonOf(line);
  const [only, more] = reason.amounts;
  if (only === undefined || more !== undefined || only.cents !== expectedCents) return reasonOf(line);
  return nlPlan.reasons[reason.code === 'held_in' ? 'heldSame' : 'wasSame'](only.year);
}
