// One claim for whoever judges and pays it: the receipts large, what was awarded beside them, then the next step.
import { awardLeft, claimStage } from '../../../domain/claims.ts';
import { leftToPay } from '../../../domain/dossier.ts';
import { type Seen, useRow, useRowFound, useRowsFound } from '../../data.ts';
import { Printer } from '../../icons.ts';
import { nlApprovals } from '../../nl/approvals.ts';
import { nlClaim } from '../../nl/claim.ts';
import { nlJudge } from '../../nl/money.ts';
import { BackLink, LinkButton } from '../../parts/button.tsx';
import { Columns, Stack } from '../../parts/card.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { LocalMark } from '../../parts/status.tsx';
import { useParam } from '../../router.tsx';
import { ClaimGone } from '../claim/claim.tsx';
import { usePhotoStands } from '../claim/photo-stand.ts';
import { ReceiptCard } from '../claim/receipt-card.tsx';
import { StageBadge } from '../claim/stage.tsx';
import { ClaimFacts, PayeeCard } from './claim-facts.tsx';
import { DoubleNote } from './double-note.tsx';
import { JudgedCard } from './judged-card.tsx';
import { PayForm } from './pay-form.tsx';
import { PaymentsCard } from './payments-card.tsx';
import { SecondCard } from './second-card.tsx';
import { SettleCard } from './settle-card.tsx';
import { VerdictForm } from './verdict-form.tsx';
import { VoidedNote } from './voided-note.tsx';
import { WhatStandsInTheWay } from './way-notes.tsx';

export function JudgeScreen() {
  const claim = useRowFound('claim', useParam('claimId'));
  const proposal = useRowFound('proposal', claim.value?.proposalId);
  if (!claim.loaded || !proposal.loaded) return null;
  return (
    <Stack gap={4}>
      <BackLink href="/kas">{nlJudge.back}</BackLink>
      {claim.value === undefined ? <ClaimGone /> : <JudgePage claim={claim.value} proposal={proposal.value} />}
    </Stack>
  );
}

export interface JudgeProps {
  readonly claim: Seen<'claim'>;
  readonly proposal: Seen<'proposal'> | undefined;
}

function JudgePage({ claim, proposal }: JudgeProps) {
  const receipts = useRowsFound('receipt', 'claimId', claim.id);
  const claims = useRowsFound('claim', 'proposalId', claim.proposalId);
  const payments = useRowsFound('payment', 'claimId', claim.id);
  const account = useRow('claimAccount', claim.id);
  const standOf = usePhotoStands();
  // The forms begin with what is left: that is known only when everything is read.
  if (!receipts.loaded || !claims.loaded || !payments.loaded) return null;
  const stage = claimStage(claim, proposal);
  const leftCents = proposal === undefined ? 0 : awardLeft(proposal, claims.value);
  const canTurnDown =
    claim.settlement === undefined &&
    (claim.state === 'returned' || (claim.state === 'approved' && claim.paidCents === 0));
  return (
    <>
      <PageHead
        title={nlClaim.title(claim.claimedCents)}
        tabTitle={nlJudge.tab}
        kicker={
          proposal === undefined ? nlClaim.unknownProposal : <a href={`/aanvragen/${proposal.id}`}>{proposal.title}</a>
        }
      >
        <StageBadge stage={stage} own={false} />
        {claim.pending && <LocalMark />}
      </PageHead>
      <Columns kind="side">
        <Stack gap={5}>
          <DoubleNote claim={claim} />
          {receipts.value.map((receipt, index) => (
            <ReceiptCard
              key={receipt.id}
              receipt={receipt}
              number={index + 1}
              proposal={proposal}
              standOf={standOf}
              sayStored={false}
            />
          ))}
        </Stack>
        <Stack gap={5}>
          <VoidedNote claim={claim} />
          <ClaimFacts claim={claim} proposal={proposal} leftCents={leftCents} />
          <WhatStandsInTheWay
            claim={claim}
            proposal={proposal}
            stage={stage}
            leftCents={leftCents}
            receipts={receipts.value}
            standOf={standOf}
          />
          <JudgedCard claim={claim} />
          <SecondCard claim={claim} proposal={proposal} />
          {claim.kind === 'advance' && <SettleCard claim={claim} />}
          <PaymentsCard claim={claim} payments={payments.value} />
          {claim.state === 'submitted' && <VerdictForm claim={claim} stage={stage} leftCents={leftCents} />}
          <PayeeCard claim={claim} account={account} />
          {leftToPay(claim) > 0 && <PayForm claim={claim} proposal={proposal} payments={payments.value} />}
          <LinkButton icon={Printer} href={`/print/declaratie/${claim.id}`}>
            {nlApprovals.print.link}
          </LinkButton>
          {canTurnDown && <VerdictForm claim={claim} stage={stage} leftCents={leftCents} folded />}
        </Stack>
      </Columns>
    </>
  );
}
