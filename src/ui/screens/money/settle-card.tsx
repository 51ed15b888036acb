// The account that was given of an advance: accept it, give it back, and write down what came back.
import { useState } from 'preact/hooks';
import { advanceStage, outstandingOf, refundDue } from '../../../domain/advance.ts';
import { isSoleApprover, mayJudge, maySettleAdvance } from '../../../domain/dossier.ts';
import { addCents } from '../../../domain/money.ts';
import { type Seen, useMe, useRows } from '../../data.ts';
import { Check, Clock, RotateCcw } from '../../icons.ts';
import { nlApprovals } from '../../nl/approvals.ts';
import { Card } from '../../parts/card.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { Note } from '../../parts/status.tsx';
import { SummaryList, type SummaryRow } from '../../parts/summary-list.tsx';
import { RefundForm } from './refund-form.tsx';
import { GiveBack, SettleForm } from './settle-form.tsx';

const words = nlApprovals.settle;

export function SettleCard({ claim }: { readonly claim: Seen<'claim'> }) {
  const { access } = useMe();
  const stage = advanceStage(claim);
  const sole = isSoleApprover(access, claim, useRows('member'));
  const [givesBack, setGivesBack] = useState(false);
  const mine = stage === 'to_settle' && sole && claim.claimantId === access.personId;
  return (
    <Card labelledBy="afrekening">
      <h2 id="afrekening">{words.title}</h2>
      <p>{words.what(claim.what ?? '')}</p>
      <SummaryList figures rows={advanceFacts(claim)} />
      {stage === 'to_account' && <Note icon={Clock}>{words.waits}</Note>}
      {stage === 'account_returned' && <Note icon={RotateCcw}>{words.returned(claim.settlement?.reason ?? '')}</Note>}
      {claim.settlement?.state === 'settled' && (
        <Note tone="ok" icon={Check}>
          <p>{words.settled(claim.settlement.settledOn ?? '', claim.settlement.acceptedCents)}</p>
          {claim.settlement.reason !== '' && <p>{claim.settlement.reason}</p>}
        </Note>
      )}
      {(claim.refunds ?? []).map(({ number, amountCents, receivedOn }) => (
        <p key={number}>{nlApprovals.refund.line(amountCents, receivedOn)}</p>
      ))}
      {mine && <p>{nlApprovals.sole}</p>}
      {(mine || maySettleAdvance(access, claim)) && (
        <SettleForm key={claim.settlement?.spentCents} claim={claim} own={mine} />
      )}
      {claim.settlement?.state === 'settled' && claim.awaits != null && mayJudge(access, claim) && (
        <GiveBack claim={claim} open={givesBack} onOpen={setGivesBack} />
      )}
      {stage === 'refund_due' && <RefundForm key={refundDue(claim)} claim={claim} />}
    </Card>
  );
}

/** What was paid, what the receipts say, and what is left or comes on top. */
export function advanceFacts(claim: Seen<'claim'>): readonly SummaryRow[] {
  const { rows } = words;
  const { settlement, paidCents } = claim;
  const backCents = addCents((claim.refunds ?? []).map(({ amountCents }) => amountCents));
  const paid = { label: rows.paid, value: <MoneyText cents={paidCents + backCents} /> };
  if (settlement === undefined) return [paid];
  const settled = settlement.state === 'settled';
  const leftCents = settled ? outstandingOf(claim) : paidCents - settlement.spentCents;
  return [
    paid,
    { label: rows.spent, value: <MoneyText cents={settlement.spentCents} /> },
    ...(leftCents > 0 ? [{ label: rows.left, value: <MoneyText cents={leftCents} strong /> }] : []),
    ...(leftCents < 0 ? [{ label: rows.extra, value: <MoneyText cents={-leftCents} strong /> }] : []),
  ];
}
