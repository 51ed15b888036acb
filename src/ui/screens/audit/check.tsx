// One claim for the kascommissie: the receipts beside what was asked, approved, paid and booked.
import { useState } from 'preact/hooks';
import { matchesById, standing } from '../../../domain/bank/match.ts';
import { formatIban } from '../../../domain/iban.ts';
import { addCents } from '../../../domain/money.ts';
import { auditCheckId, type MatchTarget } from '../../../domain/rows.ts';
import { mayI, Refusal, type Seen, useCommand, useMe, useRow, useRowFound, useRows, useToday } from '../../data.ts';
import { day } from '../../format.ts';
import { ArrowRight, Check, CircleQuestionMark } from '../../icons.ts';
import { nlAudit } from '../../nl/audit.ts';
import { nlMoney } from '../../nl/money.ts';
import { Actions, BackLink, Button, LinkButton } from '../../parts/button.tsx';
import { Card, Columns, Stack } from '../../parts/card.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { LocalMark, Note } from '../../parts/status.tsx';
import { SummaryList, type SummaryRow } from '../../parts/summary-list.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { useParam } from '../../router.tsx';
import { ClaimGone } from '../claim/claim.tsx';
import { usePhotoStands } from '../claim/photo-stand.ts';
import { ReceiptCard } from '../claim/receipt-card.tsx';
import { useCheckedClaims } from './audit.tsx';
import { leftToCheck } from './audit-model.ts';
import { AskForm, FindingsCard } from './findings.tsx';
import { checkHref } from './hrefs.ts';

const { check: words } = nlAudit;

export function CheckScreen() {
  const claim = useRowFound('claim', useParam('claimId'));
  if (!claim.loaded) return null;
  return (
    <Stack gap={4}>
      <BackLink href="/kas/controle">{nlAudit.backAudit}</BackLink>
      {claim.value === undefined ? <ClaimGone /> : <CheckPage claim={claim.value} />}
    </Stack>
  );
}

interface CheckProps {
  readonly claim: Seen<'claim'>;
}

function CheckPage({ claim }: CheckProps) {
  const proposal = useRow('proposal', claim.proposalId);
  const receipts = useRows('receipt', 'claimId', claim.id);
  const findings = useRows('auditFinding', 'claimId', claim.id);
  const standOf = usePhotoStands();
  return (
    <>
      <PageHead title={words.title(claim.claimedCents)} tabTitle={words.tab} kicker={proposal?.title} />
      <Columns kind="side">
        <Stack gap={5}>
          {receipts.map((receipt, index) => (
            <ReceiptCard
              key={receipt.id}
              receipt={receipt}
              number={index + 1}
              proposal={proposal}
              standOf={standOf}
              sayStored={false}
            />
          ))}
          <p class="bk-num">{words.receiptsSum(addCents(receipts.map(({ amountCents }) => amountCents)))}</p>
        </Stack>
        <Stack gap={5}>
          <FlowCard claim={claim} />
          {mayI('auditCheck.record') && <VerdictCard key={claim.id} claim={claim} />}
          {(findings.length > 0 || !mayI('auditCheck.record')) && (
            <FindingsCard findings={findings} claimId={claim.id} />
          )}
        </Stack>
      </Columns>
    </>
  );
}

/** From what was asked to what left the bank, in the order in which it happened. */
function FlowCard({ claim }: CheckProps) {
  const judge = useRow('person', claim.judgedBy ?? undefined);
  const payments = useRows('payment', 'claimId', claim.id);
  const account = useRow('claimAccount', claim.id);
  const lines = useRows('ledgerLine', 'proposalId', claim.proposalId);
  const booked = lines.filter((line) => line.claimId === claim.id && line.amountCents > 0);
  const atBank = useBankLines(claim.id);
  const rows: readonly SummaryRow[] = [
    { label: words.payee, value: claim.payeeName },
    ...(account === undefined
      ? []
      : [{ label: words.account, value: <span class="bk-num">{formatIban(account.iban)}</span> }]),
    { label: words.asked, value: <MoneyText cents={claim.claimedCents} /> },
    {
      label: words.approved,
      value: (
        <>
          <MoneyText cents={claim.approvedCents} />{' '}
          {judge !== undefined && <small>{words.approvedBy(judge.name)}</small>}
        </>
      ),
    },
    ...payments.map(({ amountCents, paidOn, reversed }) => ({
      label: reversed ? nlMoney.ledger.kinds.payment_reversal : words.paid,
      value: (
        <>
          <MoneyText cents={amountCents} /> <small>{day(paidOn)}</small>
        </>
      ),
    })),
    ...atBank.map(({ line: { bookedOn, cents, counterName }, partCents }) => ({
      label: words.atBank,
      value: (
        <>
          <MoneyText cents={cents} />{' '}
          <small>
            {[day(bookedOn), counterName].filter((text) => text !== '').join(', ')}
            {partCents !== Math.abs(cents) && `, ${words.partOf(partCents)}`}
          </small>
        </>
      ),
    })),
    ...(claim.paidCents > 0 && atBank.length === 0 ? [{ label: words.atBank, value: words.notAtBank }] : []),
    ...booked.map(({ kind, amountCents, bookedOn, account: to }) => ({
      label: words.booked,
      value: (
        <>
          <MoneyText cents={amountCents} />{' '}
          <small>
            {nlMoney.ledger.kinds[kind]}, {nlMoney.ledger.accounts[to].toLowerCase()}, {day(bookedOn)}
          </small>
        </>
      ),
    })),
  ];
  return (
    <Card labelledBy="stroom">
      <h2 id="stroom">{words.flow}</h2>
      <SummaryList rows={rows} />
    </Card>
  );
}

/** What the bank's files say of this claim: what left, what came back, and how much of a line is about it. */
function useBankLines(claimId: string) {
  const transactions = standing(useRows('bankTransaction'), useRows('bankImport'));
  const matches = matchesById(useRows('bankMatch'));
  return transactions.flatMap((line) => {
    const parts = matches.get(line.id)?.parts.filter(({ target }) => isAbout(target, claimId)) ?? [];
    return parts.length === 0 ? [] : [{ line, partCents: addCents(parts.map(({ amountCents }) => amountCents)) }];
  });
}

const isAbout = (target: MatchTarget, claimId: string): boolean =>
  (target.kind === 'payment' && target.claimId === claimId) ||
  (target.kind === 'refund' && target.paymentId.startsWith(`${claimId}:`));

function VerdictCard({ claim }: CheckProps) {
  const { access } = useMe();
  const today = useToday();
  const known = useRow('auditCheck', auditCheckId(claim.id, access.personId));
  const command = useCommand('auditCheck.record');
  const [asking, setAsking] = useState(false);
  const all = useCheckedClaims() ?? [];
  const next = leftToCheck(all).find((one) => one.claim.id !== claim.id);
  const record = async (verdict: 'right' | 'question') => {
    const args = { claimId: claim.id, verdict, seenPaidCents: claim.paidCents, checkedOn: today };
    const { saved } = await command.send(args);
    if (saved && verdict === 'right') showToast({ text: words.saved });
  };
  // Only a question that was sent counts as one.
  const asked = () => {
    setAsking(false);
    void record('question');
  };
  return (
    <Card labelledBy="oordeel" kind="tint">
      <h2 id="oordeel">{words.questions}</h2>
      <ul>
        {words.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      {known !== undefined && (
        <Note icon={known.verdict === 'right' ? Check : CircleQuestionMark}>
          {words.yours(known.verdict, known.checkedOn)}
        </Note>
      )}
      {known?.pending && <LocalMark />}
      <Refusal command={command} />
      {asking ? (
        <AskForm claimId={claim.id} onSaved={asked} onCancel={() => setAsking(false)} />
      ) : (
        <Actions>
          <Button kind="primary" icon={Check} busy={command.busy} onClick={() => void record('right')}>
            {words.right}
          </Button>
          <Button icon={CircleQuestionMark} busy={command.busy} onClick={() => setAsking(true)}>
            {words.question}
          </Button>
        </Actions>
      )}
      {known !== undefined &&
        (next === undefined ? (
          <p class="bk-soft">{words.finished}</p>
        ) : (
          <LinkButton iconAfter={ArrowRight} href={checkHref(next.claim.id)}>
            {words.next}
          </LinkButton>
        ))}
    </Card>
  );
}
