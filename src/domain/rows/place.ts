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

/** How a rule is checked. `judged`: a person says yes or no. All others compare with `limit`: cents for amounts, whole
 *  percents, numbers of people or days. `publish_from` and `consult_from` say which road a proposal takes (S8, S9). */
export type RuleCheck =
  | 'judged'
  | 'amount_max'
  | 'supporters_min'
  | 'co_financing_min_percent'
  | 'days_before_min'
  | 'publish_from'
  | 'consult_from';

/** One rule of one year. The same rule in another year has the same key, so that years can be compared. */
export interface Rule {
  readonly id: string; // ruleId(key, year)
  readonly key: string;
  readonly year: number;
  readonly owner: RuleOwner;
  readonly text: string;
  readonly help: string; // in plainer words, or where it comes from
  readonly check: RuleCheck;
  readonly limit: number | null; // null when a person judges
  readonly retired: boolean; // kept, because decisions name it
}
