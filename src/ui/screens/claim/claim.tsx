// A claim as its maker sees it: where it stands, whether everything arrived, and what to do next.
import { refundDue } from '../../../domain/advance.ts';
import { type ClaimStage, claimStage } from '../../../domain/claims.ts';
import { mayChangeClaim, mayJudge } from '../../../domain/dossier.ts';
import { mayI, type Seen, useMe, useRow, useRowFound, useRows } from '../../data.ts';
import {
  Check,
  CircleAlert,
  CloudUpload,
  ImageOff,
  PencilLine,
  Plus,
  Printer,
  ReceiptText,
  RotateCcw,
  Scale,
  TabletSmartphone,
  Undo2,
} from '../../icons.ts';
import { nlApprovals } from '../../nl/approvals.ts';
import { nlClaim } from '../../nl/claim.ts';
import { roleNames } from '../../nl/roles.ts';
import { Actions, BackLink, LinkButton } from '../../parts/button.tsx';
import { Card, Stack } from '../../parts/card.tsx';
import { Empty } from '../../parts/empty.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { SummaryList, type SummaryRow } from '../../parts/summary-list.tsx';
import { useParam } from '../../router.tsx';
import { advanceFacts } from '../money/settle-card.tsx';
import { VoidedNote } from '../money/voided-note.tsx';
import { ReceiptFrame } from '../receipt/frame.tsx';
import { AddPhoto } from './add-photo.tsx';
import { countPhotos, type PhotoCounts, usePhotoStands } from './photo-stand.ts';
import { ReceiptCard } from './receipt-card.tsx';
import { StageBadge } from './stage.tsx';

export function ClaimScreen() {
  const claim = useRowFound('claim', useParam('claimId'));
  const proposal = useRow('proposal', claim.value?.proposalId);
  return (
    <ReceiptFrame sub={proposal?.title ?? nlClaim.tab}>
      <Stack gap={5}>
        <BackLink href="/kas">{nlClaim.back}</BackLink>
        {claim.loaded &&
          (claim.value === undefined ? <ClaimGone /> : <ClaimPage claim={claim.value} proposal={proposal} />)}
      </Stack>
    </ReceiptFrame>
  );
}

export function ClaimGone() {
  const { title, text, action } = nlClaim.gone;
  return (
    <Empty page title={title} action={<LinkButton href="/toestel">{action}</LinkButton>}>
      {text}
    </Empty>
  );
}

/** It is here, but changing it is not for this person, or not now: `words` says which. */
export function ClaimClosed({ claimId, words }: { readonly claimId: string; readonly words: ClosedWords }) {
  return (
    <Empty page title={words.title} action={<LinkButton href={`/bon/${claimId}`}>{nlClaim.look}</LinkButton>}>
      {words.text}
    </Empty>
  );
}
interface ClosedWords {
  readonly title: string;
  readonly text: string;
}

interface ClaimPageProps {
  readonly claim: Seen<'claim'>;
  readonly proposal: Seen<'proposal'> | undefined;
}

function ClaimPage({ claim, proposal }: ClaimPageProps) {
  const { access } = useMe();
  const receipts = useRows('receipt', 'claimId', claim.id);
  const payments = useRows('payment', 'claimId', claim.id);
  const standOf = usePhotoStands();
  const own = claim.claimantId === access.personId;
  const stage = claimStage(claim, proposal);
  const { next } = nlClaim.own[stage];
  return (
    <>
      <PageHead
        title={nlClaim.title(claim.claimedCents)}
        kicker={proposal?.title ?? nlClaim.unknownProposal}
        lead={own && stage !== 'returned' ? next : undefined}
      >
        <StageBadge stage={stage} own={own} />
      </PageHead>
      {own && stage === 'returned' && <TurnCard claim={claim} />}
      {own && stage === 'account_returned' && <Note icon={RotateCcw}>{claim.settlement?.reason}</Note>}
      {own && stage === 'refund_due' && (
        <Note tone="look" icon={Undo2}>
          {nlApprovals.refund.own(refundDue(claim))}
        </Note>
      )}
      {stage === 'rejected' && <Reason claim={claim} />}
      {claim.state === 'approved' && claim.judgeReason !== null && <PartReason claim={claim} />}
      <VoidedNote claim={claim} own={own} />
      {own && <OwnNext claim={claim} stage={stage} />}
      <SentNote claim={claim} counts={countPhotos(receipts, standOf)} />
      <SummaryList well rows={factsOf(claim, proposal, payments)} />
      {claim.kind === 'advance' && claim.settlement !== undefined && <SummaryList rows={advanceFacts(claim)} />}
      {receipts.map((receipt, index) => (
        <ReceiptCard
          key={receipt.id}
          receipt={receipt}
          number={index + 1}
          proposal={proposal}
          standOf={standOf}
          sayStored
        >
          {mayI('receipt.addPhoto') && stage !== 'rejected' && <AddPhoto receiptId={receipt.id} />}
        </ReceiptCard>
      ))}
      <Actions>
        {mayJudge(access, claim) && (
          <LinkButton
            kind={claim.state === 'submitted' ? 'primary' : undefined}
            icon={Scale}
            href={`/kas/declaratie/${claim.id}`}
          >
            {claim.state === 'submitted' ? nlClaim.judge : nlClaim.toMoney}
          </LinkButton>
        )}
        <LinkButton icon={Printer} href={`/print/declaratie/${claim.id}`}>
          {nlApprovals.print.link}
        </LinkButton>
        {own && mayChangeClaim(access, claim) && stage !== 'returned' && (
          <LinkButton icon={PencilLine} href={`/bon/${claim.id}/wijzigen`}>
            {nlApprovals.change.link}
          </LinkButton>
        )}
        {own && (
          <LinkButton icon={Plus} href={`/bon/nieuw?aanvraag=${claim.proposalId}`}>
            {nlClaim.more}
          </LinkButton>
        )}
      </Actions>
    </>
  );
}

/** What its holder does with an advance. */
function OwnNext({ claim, stage }: { readonly claim: Seen<'claim'>; readonly stage: ClaimStage }) {
  if (stage !== 'to_account' && stage !== 'account_returned') return null;
  return (
    <LinkButton kind="primary" icon={ReceiptText} href={`/bon/${claim.id}/afrekenen`}>
      {stage === 'to_account' ? nlApprovals.handIn.link : nlApprovals.handIn.again}
    </LinkButton>
  );
}

function TurnCard({ claim }: { readonly claim: Seen<'claim'> }) {
  const { turn } = nlClaim;
  return (
    <Card kind="sun" roof labelledBy="beurt">
      <p class="bk-kicker">{turn.kicker}</p>
      <h2 id="beurt">{turn.title}</h2>
      <Judged claim={claim} />
      <LinkButton
        kind="primary"
        icon={PencilLine}
        href={claim.kind === 'advance' ? `/bon/voorschot?opnieuw=${claim.id}` : `/bon/${claim.id}/wijzigen`}
      >
        {turn.fix}
      </LinkButton>
    </Card>
  );
}

function Reason({ claim }: { readonly claim: Seen<'claim'> }) {
  return (
    <Note tone="bad" icon={CircleAlert}>
      <p>
        <b>{nlClaim.rejectedBecause}</b>
      </p>
      <Judged claim={claim} />
    </Note>
  );
}

/** Less was approved than was asked, and why. */
function PartReason({ claim }: { readonly claim: Seen<'claim'> }) {
  return (
    <Note tone="look" icon={CircleAlert}>
      <p>
        <b>{nlClaim.partBecause(claim.approvedCents, claim.claimedCents)}</b>
      </p>
      <Judged claim={claim} />
    </Note>
  );
}

/** What whoever judged it wrote, with the role: an initiator has no names of the committee on the phone. */
function Judged({ claim }: { readonly claim: Seen<'claim'> }) {
  const judge = useRow('member', claim.judgedBy ?? undefined);
  return (
    <div>
      {judge !== undefined && <p class="bk-small">{nlClaim.turn.from(roleNames[judge.role])}</p>}
      <p>{claim.judgeReason}</p>
    </div>
  );
}

function SentNote({ claim, counts }: { readonly claim: Seen<'claim'>; readonly counts: PhotoCounts }) {
  const { sent } = nlClaim;
  if (counts.broken > 0) {
    return (
      <Note tone="bad" icon={CircleAlert}>
        {sent.photosBroken(counts.broken)}
      </Note>
    );
  }
  if (claim.pending) return <Note icon={TabletSmartphone}>{sent.here}</Note>;
  if (counts.onTheWay > 0) return <Note icon={CloudUpload}>{sent.photosLeft(counts.onTheWay)}</Note>;
  if (counts.receiptsWithout === 0 && counts.all === 0) return <Note icon={Check}>{sent.all}</Note>;
  if (counts.all === 0) {
    return (
      <Note tone="look" icon={ImageOff}>
        {sent.allWithout}
      </Note>
    );
  }
  return <Note icon={Check}>{sent.all}</Note>;
}

function factsOf(
  claim: Seen<'claim'>,
  proposal: Seen<'proposal'> | undefined,
  payments: readonly Seen<'payment'>[],
): readonly SummaryRow[] {
  const { rows, payment, paymentReversed } = nlClaim;
  const lines = payments.map(({ id, amountCents, paidOn, reversed }) => (
    <span key={id} class="bk-num">
      {reversed ? paymentReversed(amountCents, paidOn) : payment(amountCents, paidOn)}
      <br />
    </span>
  ));
  return [
    ...(proposal === undefined
      ? []
      : [{ label: rows.proposal, value: <a href={`/aanvragen/${proposal.id}`}>{proposal.title}</a> }]),
    { label: rows.claimed, value: <MoneyText cents={claim.claimedCents} /> },
    ...(claim.state === 'approved' ? [{ label: rows.approved, value: <MoneyText cents={claim.approvedCents} /> }] : []),
    ...(claim.what === undefined ? [] : [{ label: rows.line, value: claim.what }]),
    ...(lines.length === 0 ? [] : [{ label: rows.paid, value: lines }]),
    { label: rows.account, value: nlClaim.accountEnd(claim.payeeName, claim.ibanLast4) },
    { label: rows.submitted, value: nlClaim.submittedAt(claim.submittedAt) },
  ];
}
