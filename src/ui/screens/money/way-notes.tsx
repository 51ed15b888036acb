// What to know before judging or paying: own claim, no award yet, too little left, a photo missing.
import type { ClaimStage } from '../../../domain/claims.ts';
import type { Cents } from '../../../domain/rows.ts';
import { mayI, type Seen, useMe, useRows } from '../../data.ts';
import { CircleAlert, Clock, ImageOff, UserRoundX, UsersRound } from '../../icons.ts';
import { nlApprovals } from '../../nl/approvals.ts';
import { nlJudge } from '../../nl/money.ts';
import { roleNames } from '../../nl/roles.ts';
import { Note } from '../../parts/status.tsx';
import { countPhotos, missingPhotos, type PhotoStands } from '../claim/photo-stand.ts';

export interface WayProps {
  readonly claim: Seen<'claim'>;
  readonly proposal: Seen<'proposal'> | undefined;
  readonly stage: ClaimStage;
  readonly leftCents: Cents;
  readonly receipts: readonly Seen<'receipt'>[];
  readonly standOf: PhotoStands;
}

export function WhatStandsInTheWay({ claim, proposal, stage, leftCents, receipts, standOf }: WayProps) {
  const { access } = useMe();
  const open = claim.state === 'submitted';
  const own = claim.claimantId === access.personId;
  const missing = stage === 'paid' || stage === 'rejected' ? 0 : missingPhotos(countPhotos(receipts, standOf));
  return (
    <>
      {open && !mayI('claim.approve') && <Note icon={UsersRound}>{nlJudge.notYours}</Note>}
      {open && own && mayI('claim.approve') && <OwnNote />}
      {stage === 'waits_for_decision' && <Note icon={Clock}>{nlJudge.waits}</Note>}
      {stage === 'no_money' && (
        <Note tone="look" icon={CircleAlert}>
          {nlJudge.noMoney}
        </Note>
      )}
      {stage === 'to_judge' && leftCents < claim.claimedCents && (
        <Note tone="look" icon={CircleAlert}>
          <p>{nlJudge.overAward(leftCents)}</p>
          <RaiseAward proposal={proposal} />
        </Note>
      )}
      {missing > 0 && (
        <Note tone="look" icon={ImageOff}>
          {nlJudge.missing(missing)}
        </Note>
      )}
    </>
  );
}

/** Nobody judges their own claim; here is who can. */
function OwnNote() {
  const { personId } = useMe();
  const members = useRows('member');
  const people = new Map(useRows('person').map(({ id, name }) => [id, name]));
  const names = members
    .filter(({ id, role, active }) => active && id !== personId && (role === 'chair' || role === 'treasurer'))
    .map(({ id, role }) => nlJudge.person(people.get(id) ?? '', roleNames[role]));
  return <Note icon={UserRoundX}>{names.length === 0 ? nlApprovals.sole : nlJudge.own(nlJudge.or(names))}</Note>;
}

/** The way out: a decision that awards more. */
function RaiseAward({ proposal }: { readonly proposal: Seen<'proposal'> | undefined }) {
  const decisions = useRows('decision', 'proposalId', proposal?.id ?? '');
  const last = decisions.filter(({ withdrawn, outcome }) => !withdrawn && outcome.endsWith('awarded')).at(-1);
  const { text, link, none } = nlApprovals.raise;
  if (last === undefined) return <p>{none}</p>;
  const href = `/vergadering/${last.meetingId}/punt/${encodeURIComponent(last.itemId)}/herstellen`;
  return (
    <>
      <p>{text}</p>
      {mayI('decision.correct') && <a href={href}>{link}</a>}
    </>
  );
}
