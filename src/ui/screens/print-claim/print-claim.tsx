// /print/declaratie/:claimId: a claim on paper with its judgement, its payments and every photo in full.
import { claimStage } from '../../../domain/claims.ts';
import { rowKey } from '../../../domain/command.ts';
import { formatIban } from '../../../domain/iban.ts';
import { type Seen, useMe, useRow, useRowFound, useRowsFound, useToday } from '../../data.ts';
import { day } from '../../format.ts';
import { Printer } from '../../icons.ts';
import { nlApprovals } from '../../nl/approvals.ts';
import { nlClaim } from '../../nl/claim.ts';
import { nlJudge } from '../../nl/money.ts';
import { nlPrint } from '../../nl/print-decisions.ts';
import { roleNames } from '../../nl/roles.ts';
import { BackLink, Button } from '../../parts/button.tsx';
import { Mark } from '../../parts/mark.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { usePageTitle } from '../../parts/page-head.tsx';
import { SummaryList, type SummaryRow } from '../../parts/summary-list.tsx';
import { useParam } from '../../router.tsx';
import { useRowPhotos } from '../../row-photos.ts';
import { ClaimGone } from '../claim/claim.tsx';
import { lineOf, vatWords } from '../claim/receipt-card.tsx';
import { advanceFacts } from '../money/settle-card.tsx';

const words = nlApprovals.print;

export function PrintClaimScreen() {
  const claim = useRowFound('claim', useParam('claimId'));
  const proposal = useRowFound('proposal', claim.value?.proposalId);
  if (!claim.loaded || !proposal.loaded) return null;
  return claim.value === undefined ? <ClaimGone /> : <Paper claim={claim.value} proposal={proposal.value} />;
}

interface PaperProps {
  readonly claim: Seen<'claim'>;
  readonly proposal: Seen<'proposal'> | undefined;
}

function Paper({ claim, proposal }: PaperProps) {
  const { committee } = useMe();
  const today = useToday();
  const receipts = useRowsFound('receipt', 'claimId', claim.id);
  const title = words.title(claim.claimedCents);
  const heading = usePageTitle(title);
  if (!receipts.loaded) return null;
  return (
    <>
      <header class="bk-noprint bk-paper-tools bk-row bk-between">
        <BackLink href={`/bon/${claim.id}`}>{words.back}</BackLink>
        <Button kind="primary" icon={Printer} onClick={() => print()}>
          {nlPrint.print}
        </Button>
      </header>
      <main class="bk-paper" id="inhoud" tabIndex={-1}>
        <header class="bk-paper-head">
          <div>
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {committee !== undefined && <p>{nlPrint.committee(committee.bodyWord, committee.name)}</p>}
          </div>
          <Mark />
        </header>
        <p class="bk-strong">{proposal?.title ?? nlClaim.unknownProposal}</p>
        <Facts claim={claim} proposal={proposal} />
        <Judgement claim={claim} />
        <Payments claim={claim} />
        {receipts.value.map((receipt, index) => (
          <Receipt key={receipt.id} receipt={receipt} number={index + 1} proposal={proposal} />
        ))}
        <footer class="bk-paper-foot">{words.made(today)}</footer>
      </main>
    </>
  );
}

function Facts({ claim, proposal }: PaperProps) {
  const account = useRow('claimAccount', claim.id);
  const { rows } = nlClaim;
  const iban = account === undefined ? '' : formatIban(account.iban);
  const facts: readonly SummaryRow[] = [
    { label: nlJudge.rows.kind, value: nlClaim.kinds[claim.kind] },
    ...(claim.what === undefined ? [] : [{ label: rows.line, value: claim.what }]),
    { label: nlJudge.rows.payee, value: claim.payeeName },
    { label: rows.account, value: iban === '' ? nlClaim.accountEnd(claim.payeeName, claim.ibanLast4) : iban },
    { label: rows.submitted, value: nlClaim.submittedAt(claim.submittedAt) },
    { label: rows.claimed, value: <MoneyText cents={claim.claimedCents} strong /> },
    { label: words.stand, value: nlClaim.committee[claimStage(claim, proposal)] },
  ];
  return <SummaryList rows={facts} />;
}

function Judgement({ claim }: { readonly claim: Seen<'claim'> }) {
  const judge = useRow('member', claim.judgedBy ?? undefined);
  const second = useRow('member', claim.secondBy ?? undefined);
  const { judged } = nlJudge;
  const by = judge === undefined ? '' : judged.by(roleNames[judge.role]);
  const verdict = {
    submitted: words.not,
    approved: judged.approved(claim.approvedCents),
    returned: judged.returned,
    rejected: judged.rejected,
  }[claim.state];
  return (
    <section class="bk-stack bk-gap-1">
      <h2>{words.judgement}</h2>
      <p>{[verdict, claim.state === 'submitted' ? '' : by].filter((one) => one !== '').join('. ')}</p>
      {claim.judgeReason !== null && <p>{claim.judgeReason}</p>}
      {claim.secondBy != null && <p>{nlApprovals.second.given(second === undefined ? '' : roleNames[second.role])}</p>}
      {claim.kind === 'advance' && <SummaryList rows={advanceFacts(claim)} />}
    </section>
  );
}

function Payments({ claim }: { readonly claim: Seen<'claim'> }) {
  const payments = useRowsFound('payment', 'claimId', claim.id).value;
  const sorted = [...payments].sort((a, b) => (a.paidOn < b.paidOn ? -1 : 1));
  return (
    <section class="bk-stack bk-gap-1">
      <h2>{words.payments}</h2>
      {sorted.length === 0 && <p>{words.none}</p>}
      {sorted.map(({ id, amountCents, paidOn, reference, reversed }) => (
        <p key={id}>
          {(reversed ? nlClaim.paymentReversed : nlClaim.payment)(amountCents, paidOn)}
          {reference !== '' && `, ${reference}`}
        </p>
      ))}
      {(claim.refunds ?? []).map(({ number, amountCents, receivedOn }) => (
        <p key={number}>{nlApprovals.refund.line(amountCents, receivedOn)}</p>
      ))}
    </section>
  );
}

interface ReceiptProps {
  readonly receipt: Seen<'receipt'>;
  readonly number: number;
  readonly proposal: Seen<'proposal'> | undefined;
}

function Receipt({ receipt, number, proposal }: ReceiptProps) {
  const photos = useRowPhotos(rowKey('receipt', receipt.id), receipt.photos);
  const vat = vatWords(receipt);
  const what = [lineOf(receipt, proposal), receipt.what].filter((text) => text !== undefined && text !== '').join(', ');
  return (
    <section class="bk-stack bk-gap-2 bk-print-receipt">
      <h2>
        {words.receipt(number)}: <MoneyText cents={receipt.amountCents} />
      </h2>
      <p>{[receipt.shop, day(receipt.boughtOn), what].filter((text) => text !== '').join(', ')}</p>
      {vat !== undefined && (
        <p>
          {nlClaim.rows.vat}: {vat}
        </p>
      )}
      {receipt.noPhoto !== undefined && (
        <p>
          {nlClaim.rows.noPhoto}: {receipt.noPhoto}
        </p>
      )}
      {receipt.photos.map(({ sha256 }, index) => {
        const src = photos.get(sha256)?.url;
        return src === undefined ? (
          <p key={sha256}>{words.photoMissing}</p>
        ) : (
          <img key={sha256} class="bk-print-photo" src={src} alt={nlClaim.photo(receipt.shop, index + 1)} />
        );
      })}
    </section>
  );
}
