/** What the kinds of checks have in common. */
import type { CheckKind } from '../rows.ts';

const withoutLimit: ReadonlySet<CheckKind> = new Set([
  'judged',
  'period_in_year',
  'support_asked',
  'counter_contribution',
]);
export const comparesWithLimit = (check: CheckKind): boolean => !withoutLimit.has(check);

const roadKinds: ReadonlySet<CheckKind> = new Set(['publish_from', 'publication_days', 'consult_from']);
/** These say which road a proposal takes; there is nothing in them that a proposal meets or misses. */
export const isOfRoad = (check: CheckKind): boolean => roadKinds.has(check);
