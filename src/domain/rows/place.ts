/** The place and its rules: quarters with their shapes, and the rules of city and wijk of a year. */

/** A quarter as the city draws it. The id is its name in lower case, so that two imports of one map meet. */
export interface Quarter {
  readonly id: string; // quarterId(name)
  readonly name: string;
  readonly code: string; // of the statistics office, 'BU01530101'; '' when unknown
  readonly residents: number | null;
  /** Outer rings as [longitude, latitude], rounded to about a metre, for a schematic map; none when only the name is known. */
  readonly rings: readonly (readonly (readonly [number, number])[])[];
}

export type RuleOwner = 'city' | 'body';

/** How a rule is checked. `judged`: a person says yes or no. `period_in_year`, `support_asked` and `counter_contribution`
 *  are seen from the proposal. All others compare with `limit`: cents for amounts, whole percents, numbers of people or
 *  days, or a day of the year as month and day (1001 is 1 October). `publish_from`, `publication_days` and `consult_from`
 *  say which road a proposal takes (S8, S9). */
export type CheckKind =
  | 'judged'
  | 'amount_max'
  | 'supporters_min'
  | 'co_financing_min_percent'
  | 'days_before_min'
  | 'submitted_before'
  | 'period_in_year'
  | 'support_asked'
  | 'counter_contribution'
  | 'publish_from'
  | 'publication_days'
  | 'consult_from';

/** One rule of one year. The same rule in another year has the same key, so that years can be compared. */
export interface Rule {
  readonly id: string; // ruleId(key, year)
  readonly key: string;
  readonly year: number;
  readonly owner: RuleOwner;
  readonly text: string;
  readonly help: string; // in plainer words, or where it comes from
  readonly check: CheckKind;
  readonly limit: number | null; // null when nothing is compared
  /** Of `amount_max`: with more people than this behind it, the amount may be higher. Rows of before have none. */
  readonly unlessAbove?: number | null;
  readonly retired: boolean; // kept, because decisions name it
}
