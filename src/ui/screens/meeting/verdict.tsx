// One decision as it reads: outcome, amount, conditions, reason, votes. The same on the item, in the closed meeting and in
// the comparison of two versions.
import type { Decision, DecisionOutcome } from '../../../domain/rows.ts';
import { euro } from '../../format.ts';
import { Check, CircleSlash2, Pause, X } from '../../icons.ts';
import { nlDecision } from '../../nl/decision.ts';
import { exceptionText } from '../../nl/ruling.ts';
import { Icon, type IconData } from '../../parts/icon.tsx';
import { Lines } from '../../parts/lines.tsx';
import { Badge, type BadgeTone } from '../../parts/status.tsx';

const looks: Readonly<Record<DecisionOutcome, { readonly tone: BadgeTone; readonly icon: IconData }>> = {
  awarded: { tone: 'ok', icon: Check },
  partly_awarded: { tone: 'ok', icon: CircleSlash2 },
  refused: { tone: 'bad', icon: X },
  deferred: { tone: 'quiet', icon: Pause },
};

export function OutcomeBadge({ outcome }: { readonly outcome: DecisionOutcome }) {
  const { tone, icon } = looks[outcome];
  return (
    <Badge tone={tone} icon={icon}>
      {nlDecision.outcomes[outcome]}
    </Badge>
  );
}

/** What two secretaries may have written differently. */
export type VerdictParts = Pick<
  Decision,
  'outcome' | 'awardedCents' | 'conditions' | 'reason' | 'exception' | 'takenUnder'
>;

export interface VerdictProps {
  readonly decision: VerdictParts;
  /** Shown beside a partly awarded amount. */
  readonly requestedCents: number | undefined;
}

export function Verdict({ decision, requestedCents }: VerdictProps) {
  const { outcome, awardedCents, conditions, reason, exception, takenUnder } = decision;
  const { votes, presentIds, recusedIds, voting, tie } = takenUnder;
  const counted = votes.forCount + votes.againstCount + votes.abstainedCount;
  return (
    <>
      <div class="bk-row bk-gap-3">
        <OutcomeBadge outcome={outcome} />
        {awardedCents > 0 && (
          <b class="bk-num">
            {euro(awardedCents)}
            {outcome === 'partly_awarded' &&
              requestedCents !== undefined &&
              ` ${nlDecision.decided.of(requestedCents)}`}
          </b>
        )}
      </div>
      <Lines text={reason} />
      {exception !== undefined && <p>{exceptionText(exception)}</p>}
      {conditions.length > 0 && (
        <div class="bk-stack bk-gap-1">
          <p class="bk-label">{nlDecision.decided.conditions}</p>
          <ul class="bk-stack bk-gap-1">
            {conditions.map((condition) => (
              <li key={condition}>
                <Icon of={Check} size="in" /> {condition}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p class="bk-soft bk-small">
        {counted === 0
          ? nlDecision.votes.none
          : `${nlDecision.votes.summary(votes.forCount, votes.againstCount, votes.abstainedCount)}.`}{' '}
        {nlDecision.decided.under(presentIds.length, recusedIds.length)}
        {voting !== undefined && counted > 0 && ` ${nlDecision.votes.votings[voting]}.`}
        {tie !== undefined && ` ${nlDecision.votes.tie.said(tie)}`}
      </p>
    </>
  );
}
