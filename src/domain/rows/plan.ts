/** What a committee expects to spend next year (S11): what people changed in the draft, and what was sent. */
import type { ThemeShare } from './proposal.ts';
import type { Cents, IsoDate } from './values.ts';

/** recurring: an event that comes back · promise: awarded and still running · ideas: what comes of ideas from the street ·
 *  new: other projects of a theme · own_costs: of the committee itself · added: by hand */
export type PlanKind = 'recurring' | 'promise' | 'ideas' | 'new' | 'own_costs' | 'added';

/** Never above each other in another order: low ≤ expected ≤ high. */
export interface PlanRange {
  readonly lowCents: Cents;
  readonly expectedCents: Cents;
  readonly highCents: Cents;
}

/** A line as people made it. */
export interface PlanEdit extends PlanRange {
  readonly title: string;
  readonly themeShares: readonly ThemeShare[]; // none: not known
  readonly leftOut: boolean;
}

/** What people changed in one line of the draft of a year, or added to it. The draft itself is never stored. */
export interface PlanLine {
  readonly id: string; // planLineId(year, key)
  readonly year: number;
  readonly key: string; // of the draft's line, or a UUID of an added one
  readonly line: PlanEdit | null; // null: as the draft says after all
}

export interface FinishedLine extends PlanRange {
  readonly kind: PlanKind;
  readonly title: string; // as it was shown
  readonly themeShares: readonly ThemeShare[];
}

/** A plan as it was when the committee finished and sent it. A later version is a row of its own. */
export interface SpendingPlan {
  readonly id: string;
  readonly year: number;
  readonly finishedOn: IsoDate;
  readonly finishedBy: string;
  readonly grantCents: Cents; // what the committee reckoned with
  readonly carriedCents: Cents; // promised before, comes along into this year
  readonly lines: readonly FinishedLine[];
}
