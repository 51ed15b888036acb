// A proposal against the rules of its year, live: the findings, the road, and what the app can see by itself.
import type { IsoDate } from '../../../domain/rows.ts';
import { type Checked, checkOf } from '../../../domain/ruleCheck/check.ts';
import { type RoadFound, type RoadStep, roadOf, roadStep } from '../../../domain/ruleCheck/road.ts';
import { type Seen, useMe, useRow, useRowsFound, useToday } from '../../data.ts';
import { shownSupport } from '../support/blind.ts';

export interface CheckData {
  /** False until the rules and findings were read: an empty list then means nothing. */
  readonly loaded: boolean;
  readonly rules: readonly Seen<'rule'>[];
  readonly road: RoadFound;
  readonly step: RoadStep;
  readonly checked: Checked;
}

/** `on`: the day on which it is decided; how far the road was gone depends on it. */
export function useCheck(proposal: Seen<'proposal'>, on?: IsoDate): CheckData {
  const { access } = useMe();
  const now = useToday();
  const { id, year, requestedCents, publication } = proposal;
  const budgetYear = useRow('budgetYear', String(year));
  const rules = useRowsFound('rule', 'year', year);
  const recorded = useRowsFound('ruleCheck', 'proposalId', id);
  const sheets = useRowsFound('supportSheet', 'proposalId', id).value;
  const counts = useRowsFound('supportCount', 'proposalId', id).value;
  const indications = useRowsFound('supportIndication', 'proposalId', id).value;
  const coFinancing = useRowsFound('coFinancing', 'proposalId', id).value;
  const counterContributions = useRowsFound('counterContribution', 'proposalId', id).value;
  const consultations = useRowsFound('consultation').value;
  const results = useRowsFound('consultationResult').value;
  const about = new Set(
    consultations.filter(({ options }) => options.some((one) => one.proposalId === id)).map((one) => one.id),
  );
  const support = shownSupport({ access, proposal, sheets, counts });
  const { forCount } = support.summary;
  const road = roadOf({ requestedCents, budgetYear, rules: rules.value });
  const step = roadStep({
    road: road.road,
    publication,
    consulted: results.some(({ consultationId }) => about.has(consultationId)),
    today: on ?? now,
  });
  const facts = {
    proposal,
    // With a sheet that this person still has to count blindly, nobody knows here how many there are.
    supporters: support.hiddenSheets.length === 0 ? forCount : { low: forCount.low, high: Number.MAX_SAFE_INTEGER },
    supportAsked: sheets.length > 0 || indications.some(({ withdrawnReason }) => withdrawnReason === null),
    coFinancing,
    counterContributions,
  };
  return {
    loaded: rules.loaded && recorded.loaded,
    rules: rules.value,
    road,
    step,
    checked: checkOf({ facts, rules: rules.value, recorded: recorded.value, road, step }),
  };
}
