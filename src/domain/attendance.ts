/** Who was there when, from the marks of coming and going. The order in which marks arrive does not matter. */
import type { IsoInstant, Presence, PresenceMark } from './rows.ts';

export interface Stay {
  readonly from: IsoInstant;
  readonly until: IsoInstant | null; // null: still there when the meeting ended
}

/** Oldest first. Of one instant the id decides, the same everywhere. */
export const byMoment = (a: PresenceMark, b: PresenceMark): number => {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id < b.id ? -1 : 1;
};

export const marksOf = (marks: readonly PresenceMark[], personId: string): readonly PresenceMark[] =>
  marks.filter((mark) => mark.personId === personId && !mark.removed).sort(byMoment);

/** The mark that holds at `at`, or at the end. */
export function lastMark(marks: readonly PresenceMark[], personId: string, at?: IsoInstant): PresenceMark | undefined {
  return marksOf(marks, personId)
    .filter((mark) => at === undefined || mark.at <= at)
    .at(-1);
}

/** Two phones that noted the same arrival a minute apart: one stay, from the first. */
export function staysOf(marks: readonly PresenceMark[], personId: string): readonly Stay[] {
  const stays: { from: IsoInstant; until: IsoInstant | null }[] = [];
  for (const { state, at } of marksOf(marks, personId)) {
    const open = stays.at(-1);
    const here = open !== undefined && open.until === null;
    if (state === 'present' && !here) stays.push({ from: at, until: null });
    if (state !== 'present' && here) open.until = at;
  }
  return stays;
}

/** The rows of presence as they were at that moment, where the marks tell; else as they are. */
export function presenceAt(
  presences: readonly Presence[],
  marks: readonly PresenceMark[],
  at: IsoInstant,
): readonly Presence[] {
  return presences.flatMap((presence) => {
    const own = marksOf(marks, presence.personId);
    if (own.length === 0) return presence.at <= at ? [presence] : [];
    const then = lastMark(own, presence.personId, at);
    return then === undefined ? [] : [{ ...presence, state: then.state, at: then.at }];
  });
}
