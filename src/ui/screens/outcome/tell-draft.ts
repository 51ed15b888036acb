/** What is typed about an outcome, and what of it really changed: a phone sends only the answers that its owner gave. */
import type { CommandArgs } from '../../../domain/commands/index.ts';
import type { Outcome } from '../../../domain/rows.ts';

export const numbers = ['visitors', 'volunteers', 'volunteerHours'] as const;
type Answers = Omit<Outcome, 'id' | 'photos' | 'years'>;

/** Figures as they are typed; `seen` is what stood there when the form was opened. */
export type TellDraft = Omit<Answers, (typeof numbers)[number]> & {
  readonly [N in (typeof numbers)[number]]: string;
} & { readonly seen: Answers };

export function tellDraft({ id: _, photos: __, years: ___, ...seen }: Outcome): TellDraft {
  const typed = (count: number | null): string => (count === null ? '' : String(count));
  return {
    ...seen,
    ...{ visitors: typed(seen.visitors), volunteers: typed(seen.volunteers) },
    ...{ volunteerHours: typed(seen.volunteerHours), seen },
  };
}

/** Null when nothing is typed, undefined when it is no whole number. */
export function numberIn(text: string): number | null | undefined {
  return text.trim() === '' ? null : wholeIn(text);
}

/** A whole number of at most five digits, as people type it: 1.250 too. */
export function wholeIn(text: string): number | undefined {
  const digits = text.trim().replace(/\./g, '');
  return /^\d{1,5}$/.test(digits) ? Number(digits) : undefined;
}

export function changedOf({ seen, ...typed }: TellDraft): Pick<CommandArgs<'outcome.change'>, 'fields' | 'seen'> {
  const now: Answers = {
    ...typed,
    ...{ story: typed.story.trim(), nicerFor: typed.nicerFor.trim(), sideEffects: typed.sideEffects.trim() },
    visitors: numberIn(typed.visitors) ?? null,
    volunteers: numberIn(typed.volunteers) ?? null,
    volunteerHours: numberIn(typed.volunteerHours) ?? null,
  };
  const changed = (Object.keys(seen) as (keyof Answers)[]).filter((name) => now[name] !== seen[name]);
  const pick = (of: Answers) => Object.fromEntries(changed.map((name) => [name, of[name]]));
  return { fields: pick(now), seen: pick(seen) };
}
