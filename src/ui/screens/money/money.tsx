// Kas: what waits, where the year's money stands, and every line behind each figure.
import { useMemo } from 'preact/hooks';
import { isCommitteeRole, visible } from '../../../domain/access.ts';
import { leftToPay } from '../../../domain/dossier.ts';
import { mayI, useMe, useRows, useRowsFound } from '../../data.ts';
import { ArrowRight, Camera } from '../../icons.ts';
import { nlBank } from '../../nl/bank.ts';
import { nlBooks } from '../../nl/books.ts';
import { nlMoney } from '../../nl/money.ts';
import { nlPay } from '../../nl/pay.ts';
import { nlPlan } from '../../nl/plan.ts';
import { nlYear } from '../../nl/year.ts';
import { LinkButton } from '../../parts/button.tsx';
import { Card, Columns, Stack } from '../../parts/card.tsx';
import { Item, List } from '../../parts/list.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { useLocation } from '../../router.tsx';
import { YearChips } from '../../year-choice.tsx';
import { BudgetPart } from './budget-part.tsx';
import { ClaimTable } from './claim-table.tsx';
import { type MoneyPart, moneyParts, partHref } from './hrefs.ts';
import { LedgerPart } from './ledger-part.tsx';
import { type ClaimLists, claimLists, publicNames } from './money-model.ts';
import { OwnMoney } from './own-money.tsx';
import { YearCard } from './year-card.tsx';

export function MoneyScreen() {
  const { access } = useMe();
  return visible(access, 'dist') ? <CommitteeMoney /> : <OwnMoney />;
}

function CommitteeMoney() {
  const { access, year } = useMe();
  const { query } = useLocation();
  const proposals = useProposalsIn(year);
  const claims = useRowsFound('claim');
  const receipts = useRowsFound('receipt');
  const lines = useRowsFound('ledgerLine', 'year', year);
  const decisions = useRows('decision');
  const asked = moneyParts.find((part) => part === query['deel']);
  // A district manager gets sums and published facts, no claims.
  const withClaims = isCommitteeRole(access.role);
  const part = asked ?? (withClaims ? 'beoordelen' : 'begroting');
  // Ten thousand receipts are compared once, and not at every tap on a tab.
  const { byId, lists } = useMemo(() => {
    const byId = new Map(proposals.value.map((proposal) => [proposal.id, proposal]));
    return { byId, lists: claimLists({ access, claims: claims.value, proposals: byId, receipts: receipts.value }) };
  }, [access, proposals.value, claims.value, receipts.value]);
  if (![proposals, claims, receipts, lines].every(({ loaded }) => loaded)) return null;
  const names = publicNames(proposals.value, decisions);
  return (
    <>
      <PageHead
        title={nlMoney.title(year)}
        actions={
          mayI('claim.submit') && (
            <LinkButton icon={Camera} href="/bon/nieuw">
              {nlMoney.receipt}
            </LinkButton>
          )
        }
      />
      <YearChips />
      <Columns kind="side">
        <Stack gap={5}>
          <Card flush labelledBy="deel">
            <Tabs label={nlMoney.tabs.label} tabs={tabsOf(lists, withClaims)} current={partHref(part)} />
            {part === 'begroting' && <BudgetPart lines={lines.value} proposals={byId} names={names} />}
            {part === 'grootboek' && (
              <LedgerPart
                lines={lines.value}
                proposals={byId}
                names={names}
                account={query['rekening']}
                proposalId={query['aanvraag']}
              />
            )}
            {part !== 'begroting' && part !== 'grootboek' && <ClaimsPart part={part} lists={lists} />}
          </Card>
        </Stack>
        <Stack gap={5}>
          <YearCard lines={lines.value} />
          <List label={nlMoney.more}>
            {visible(access, 'fin') && <Item title={nlBank.title} href="/kas/bank" />}
            <Item title={nlYear.link} href="/kas/jaar" />
            <Item title={nlPlan.link(year + 1)} href="/kas/plan" />
            {withClaims && <Item title={nlBooks.links.balance} href="/kas/balans" />}
            {withClaims && <Item title={nlBooks.links.audit} href="/kas/controle" />}
            {withClaims && <Item title={nlBooks.links.export} href="/kas/meenemen" />}
          </List>
        </Stack>
      </Columns>
    </>
  );
}

/** Those of the year, and of earlier ones whose promises were carried over into it. */
function useProposalsIn(year: number) {
  const now = useRowsFound('proposal', 'year', year);
  const last = useRowsFound('proposal', 'year', year - 1);
  const before = useRowsFound('proposal', 'year', year - 2);
  const lines = useRows('ledgerLine', 'year', year);
  const carried = new Set(lines.map(({ proposalId }) => proposalId));
  const older = [...last.value, ...before.value].filter(({ id }) => carried.has(id));
  return { loaded: now.loaded && last.loaded && before.loaded, value: [...now.value, ...older] };
}

function tabsOf(lists: ClaimLists, withClaims: boolean) {
  const { tabs } = nlMoney;
  const claimTabs = [
    { href: partHref('beoordelen'), label: tabs.judge, count: lists.judge.length },
    { href: partHref('betalen'), label: tabs.pay, count: lists.pay.length },
    { href: partHref('klaar'), label: tabs.done },
  ];
  return [
    ...(withClaims ? claimTabs : []),
    { href: partHref('begroting'), label: tabs.budget },
    { href: partHref('grootboek'), label: tabs.ledger },
  ];
}

interface ClaimsPartProps {
  readonly part: Extract<MoneyPart, 'beoordelen' | 'betalen' | 'klaar'>;
  readonly lists: ClaimLists;
}

function ClaimsPart({ part, lists }: ClaimsPartProps) {
  const members = new Map(useRows('member').map((member) => [member.id, member]));
  const { judge, pay, done } = nlMoney.tabs;
  const [kind, title] = ({ beoordelen: ['judge', judge], betalen: ['pay', pay], klaar: ['done', done] } as const)[part];
  return (
    <>
      <h2 id="deel" class="bk-hidden">
        {title}
      </h2>
      <ClaimTable
        kind={kind}
        listed={lists[kind]}
        members={members}
        amountOf={({ claim, stage }) => {
          if (kind === 'pay') return leftToPay(claim);
          return stage === 'paid' ? claim.paidCents : claim.claimedCents;
        }}
      />
      {kind === 'pay' && lists.pay.length > 0 && mayI('payment.record') && (
        <div class="bk-strip">
          <LinkButton kind="primary" href="/kas/betalen" iconAfter={ArrowRight}>
            {nlPay.link}
          </LinkButton>
        </div>
      )}
    </>
  );
}
