// What was asked, what was awarded, what is left, and to whom the money goes.
import { leftToPay } from '../../../domain/dossier.ts';
import { formatIban } from '../../../domain/iban.ts';
import { otherAccountOf } from '../../../domain/payments/payable.ts';
import type { Cents } from '../../../domain/rows.ts';
import { type Seen, useRowsFound } from '../../data.ts';
import { Copy } from '../../icons.ts';
import { nlClaim } from '../../nl/claim.ts';
import { nlJudge } from '../../nl/money.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { SummaryList, type SummaryRow } from '../../parts/summary-list.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { OtherAccountNote } from '../pay/other-account-note.tsx';
import { linesHref } from './hrefs.ts';
import type { JudgeProps } from './judge.tsx';

const { rows } = nlJudge;

export interface ClaimFactsProps extends JudgeProps {
  readonly leftCents: Cents;
}

/** What the amount is judged by. */
export function ClaimFacts({ claim, proposal, leftCents }: ClaimFactsProps) {
  const facts: readonly SummaryRow[] = [
    { label: rows.claimed, value: <MoneyText cents={claim.claimedCents} strong /> },
    ...(proposal === undefined
      ? []
      : [
          {
            label: rows.awarded,
            value: (
              <a href={linesHref({ proposalId: proposal.id })}>
                <MoneyText cents={proposal.awardedCents} />
              </a>
            ),
          },
          { label: rows.left, value: <MoneyText cents={leftCents} /> },
        ]),
  ];
  return (
    <Card labelledBy="feiten">
      <h2 id="feiten">{nlJudge.about}</h2>
      <SummaryList figures rows={facts} />
    </Card>
  );
}

export interface PayeeCardProps {
  readonly claim: Seen<'claim'>;
  /** Only on the phones of treasurer, chair and auditor. */
  readonly account: Seen<'claimAccount'> | undefined;
}

/** To whom the money goes: stands just above the payment. */
export function PayeeCard({ claim, account }: PayeeCardProps) {
  const facts: readonly SummaryRow[] = [
    { label: rows.payee, value: claim.payeeName },
    { label: rows.iban, value: <Account claim={claim} account={account} /> },
    { label: rows.kind, value: nlClaim.kinds[claim.kind] },
    { label: rows.submitted, value: nlClaim.submittedAt(claim.submittedAt) },
  ];
  return (
    <Card labelledBy="wie">
      <h2 id="wie">{nlJudge.payee}</h2>
      <SummaryList rows={facts} />
      {account !== undefined && stillToPay(claim) && <ChangedAccount claim={claim} account={account} />}
    </Card>
  );
}

const stillToPay = (claim: Seen<'claim'>): boolean => claim.state === 'submitted' || leftToPay(claim) > 0;

/** Not as it was paid before: said where somebody approves and pays by hand, and not only above the payment file. */
function ChangedAccount({ claim, account }: { readonly claim: Seen<'claim'>; readonly account: Seen<'claimAccount'> }) {
  const claims = useRowsFound('claim');
  const accounts = useRowsFound('claimAccount');
  const payments = useRowsFound('payment');
  if (!claims.loaded || !accounts.loaded || !payments.loaded) return null;
  const before = otherAccountOf(claim, {
    claims: claims.value,
    accounts: new Map(accounts.value.map((one) => [one.id, one])),
    payments: payments.value,
  });
  if (before === null) return null;
  return <OtherAccountNote {...{ claim, name: claim.payeeName, iban: account.iban, before }} />;
}

function Account({ claim, account }: PayeeCardProps) {
  if (account === undefined) return <span>{nlJudge.ibanHidden(claim.ibanLast4)}</span>;
  return (
    <span class="bk-row bk-gap-2">
      <span class="bk-num">{formatIban(account.iban)}</span>
      <CopyButton text={account.iban} what={rows.iban} />
    </span>
  );
}

/** Typing eighteen characters over is how money goes to a stranger. */
export function CopyButton({ text, what }: { readonly text: string; readonly what: string }) {
  if (typeof navigator.clipboard?.writeText !== 'function') return null;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => showToast({ text: nlJudge.copied(what) }),
      () => undefined, // refused by the browser: the text stands there to be selected
    );
  return (
    <Button kind="quiet" icon={Copy} name={`${nlJudge.copy} ${what.toLowerCase()}`} onClick={() => void copy()}>
      {nlJudge.copy}
    </Button>
  );
}
