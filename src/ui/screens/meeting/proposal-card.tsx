// The proposal in one card: what is asked, what is free, and what the committee should know before it votes.

import type { Decision } from '../../../domain/rows.ts';
import { pictureOf, supportSummary } from '../../../domain/support.ts';
import { type Seen, useRow, useRows } from '../../data.ts';
import { Check, ChevronRight, CircleAlert, Clock, ThumbsUp } from '../../icons.ts';
import { nlMeeting } from '../../nl/meeting.ts';
import { Card } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Figure } from '../../parts/money.tsx';
import { Badge, Note } from '../../parts/status.tsx';
import { PlanNotes } from '../consultation/plan-notes.tsx';
import { oddState } from './odd-state.ts';
import type { FreeMoney } from './use-free.ts';

const words = nlMeeting.proposal;

export interface ProposalCardProps {
  readonly proposal: Seen<'proposal'>;
  readonly free: FreeMoney;
  /** The decision of this meeting, which is not an earlier one. */
  readonly decision: Decision | undefined;
}

export function ProposalCard({ proposal, free, decision }: ProposalCardProps) {
  const strange = oddState(proposal);
  return (
    <Card labelledBy="punt" gap={3}>
      <div class="bk-row bk-between">
        <h2 id="punt">{proposal.title}</h2>
        <a class="bk-link" href={`/aanvragen/${proposal.id}`}>
          {words.dossier}
          <Icon of={ChevronRight} />
        </a>
      </div>
      {proposal.applicant !== '' && <p class="bk-soft">{words.applicant(proposal.applicant)}</p>}
      <div class="bk-row bk-gap-5 bk-between">
        <Figure size="m" label={words.asked} cents={proposal.requestedCents} />
        <Figure size="m" label={words.free} cents={free.confirmedCents} />
      </div>
      {free.pendingCents !== 0 && (
        <p class="bk-soft bk-small">{words.pendingFree(free.pendingCents, free.leftCents)}</p>
      )}
      <div class="bk-row bk-gap-2">
        <SupportBadge proposalId={proposal.id} />
        <EarlierBadge proposal={proposal} decision={decision} />
      </div>
      {decision === undefined && strange !== undefined && (
        <Note tone="look" icon={CircleAlert}>
          {strange.note}
        </Note>
      )}
      <PlanNotes proposalId={proposal.id} />
    </Card>
  );
}

/** Bounds, never one percentage: who did not answer may be for or against. Whoever votes must know them, so here they are
 *  shown to those too who could still do a blind second count. */
function SupportBadge({ proposalId }: { readonly proposalId: string }) {
  const sheets = useRows('supportSheet', 'proposalId', proposalId);
  const counts = useRows('supportCount', 'proposalId', proposalId);
  const area = useRow('supportArea', proposalId);
  const summary = supportSummary(sheets, counts);
  const { sure, upTo } = pictureOf(summary, area?.households ?? 0);
  if (sheets.length === 0) return <Badge icon={Clock}>{words.noSupport}</Badge>;
  // Rounded outwards, so that the bounds are never better than the paper.
  const [low, high] = [Math.floor(sure.perMille / 10), Math.ceil(upTo.perMille / 10)];
  return (
    <>
      <Badge tone="info" icon={ThumbsUp}>
        {words.support(low, high)}
      </Badge>
      {!summary.certain && (
        <Badge tone="look" icon={Clock}>
          {words.supportOpen}
        </Badge>
      )}
    </>
  );
}

/** An award that stands already, or that it was put off before. */
function EarlierBadge({ proposal, decision }: Pick<ProposalCardProps, 'proposal' | 'decision'>) {
  const decisions = useRows('decision', 'proposalId', proposal.id);
  const earlier = decisions
    .filter(({ id, withdrawn, meetingId }) => !withdrawn && id !== decision?.id && meetingId !== decision?.meetingId)
    .sort((a, b) => (a.decidedOn < b.decidedOn ? 1 : -1))[0];
  if (earlier === undefined) return null;
  const awarded = earlier.awardedCents > 0;
  return (
    <Badge tone={awarded ? 'look' : 'quiet'} icon={awarded ? CircleAlert : Check}>
      {words.earlier(earlier.outcome, earlier.decidedOn)}
    </Badge>
  );
}
