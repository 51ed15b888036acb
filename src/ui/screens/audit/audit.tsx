// Kascontrole: the sample, the questions, the books computed again, and what is signed.
import { useState } from 'preact/hooks';
import { mayI, useMe, useRows, useRowsFound } from '../../data.ts';
import { BookOpenCheck, Check, CircleAlert, CircleQuestionMark, Clock } from '../../icons.ts';
import { nlAudit } from '../../nl/audit.ts';
import { nlClaim } from '../../nl/claim.ts';
import { BackLink, Button } from '../../parts/button.tsx';
import { Card, Columns, Stack } from '../../parts/card.tsx';
import type { IconData } from '../../parts/icon.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Badge, type BadgeTone, LocalMark } from '../../parts/status.tsx';
import { Table } from '../../parts/table.tsx';
import { YearChips } from '../../year-choice.tsx';
import { type CheckedClaim, type CheckState, checkedClaims, leftToCheck, paidIn } from './audit-model.ts';
import { FindingsCard } from './findings.tsx';
import { checkHref } from './hrefs.ts';
import { StatementCard } from './statement.tsx';
import { VerifyCard } from './verify-card.tsx';

export function AuditScreen() {
  const { year } = useMe();
  const all = useCheckedClaims();
  const lines = useRowsFound('ledgerLine', 'year', year);
  const findings = useRows('auditFinding', 'year', year);
  if (all === undefined || !lines.loaded) return null;
  const auditor = mayI('auditCheck.record');
  return (
    <>
      <BackLink href="/kas">{nlAudit.back}</BackLink>
      <PageHead title={nlAudit.title(year)} lead={auditor ? nlAudit.lead.auditor : nlAudit.lead.others} />
      <YearChips />
      <Columns kind="side">
        <Stack gap={5}>
          <SampleCard all={all} />
          <FindingsCard findings={findings} claimId={null} />
        </Stack>
        <Stack gap={5}>
          <VerifyCard />
          <StatementCard
            paidCents={paidIn(lines.value)}
            leftCount={leftToCheck(all).length}
            openCount={findings.filter(({ settled }) => !settled).length}
          />
        </Stack>
      </Columns>
    </>
  );
}

/** Undefined while it is being read. */
export function useCheckedClaims(): readonly CheckedClaim[] | undefined {
  const { year, access } = useMe();
  const claims = useRowsFound('claim');
  const proposals = useRowsFound('proposal', 'year', year);
  const checks = useRowsFound('auditCheck', 'year', year);
  if (!claims.loaded || !proposals.loaded || !checks.loaded) return undefined;
  const auditorId = mayI('auditCheck.record') ? access.personId : undefined;
  return checkedClaims({ year, claims: claims.value, proposals: proposals.value, checks: checks.value, auditorId });
}

const looks: Readonly<Record<CheckState, { readonly tone: BadgeTone; readonly icon: IconData }>> = {
  open: { tone: 'quiet', icon: Clock },
  right: { tone: 'ok', icon: Check },
  question: { tone: 'look', icon: CircleQuestionMark },
  changed: { tone: 'look', icon: CircleAlert },
};

function SampleCard({ all }: { readonly all: readonly CheckedClaim[] }) {
  const [everything, setEverything] = useState(false);
  const { sample: words } = nlAudit;
  const sample = all.filter(({ inSample }) => inSample);
  return (
    <Card flush labelledBy="steekproef">
      <div class="bk-strip bk-strip--top">
        <h2 id="steekproef">{words.title}</h2>
        <p class="bk-soft">{all.length === 0 ? words.none : words.lead}</p>
        {all.length > 0 && <p role="status">{words.done(sample.length - leftToCheck(all).length, sample.length)}</p>}
      </div>
      {all.length > 0 && (
        <Table
          framed={false}
          caption={words.caption}
          rows={everything ? all : sample}
          rowKey={({ claim }) => claim.id}
          columns={[
            { id: 'what', label: words.columns.what, rowHead: true, cell: (one) => <What one={one} /> },
            {
              id: 'amount',
              label: words.columns.amount,
              end: true,
              cell: ({ claim }) => <MoneyText cents={claim.paidCents} />,
            },
            {
              id: 'stand',
              label: words.columns.stand,
              quiet: true,
              cell: ({ state }) => <Badge {...looks[state]}>{words.states[state]}</Badge>,
            },
          ]}
        />
      )}
      {all.length > sample.length && (
        <div class="bk-strip">
          <Button kind="quiet" icon={BookOpenCheck} onClick={() => setEverything(!everything)}>
            {everything ? words.fewer : words.all}
          </Button>
        </div>
      )}
    </Card>
  );
}

function What({ one: { claim, proposal } }: { readonly one: CheckedClaim }) {
  return (
    <>
      <a href={checkHref(claim.id)}>{proposal?.title ?? nlClaim.unknownProposal}</a>
      <small>{claim.payeeName}</small>
      {claim.pending && <LocalMark />}
    </>
  );
}
