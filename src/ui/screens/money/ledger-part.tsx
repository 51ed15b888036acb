// Grootboek: every movement of money as a journal, all of it or of one account or proposal.
import { addCents } from '../../../domain/money.ts';
import type { LedgerAccount } from '../../../domain/rows.ts';
import type { Seen } from '../../data.ts';
import { day } from '../../format.ts';
import { nlClaim } from '../../nl/claim.ts';
import { nlMoney } from '../../nl/money.ts';
import { Empty } from '../../parts/empty.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { LocalMark } from '../../parts/status.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { SelectField } from '../../parts/text-fields.tsx';
import { useLocation } from '../../router.tsx';
import type { BudgetPartProps } from './budget-part.tsx';
import { judgeHref, linesHref } from './hrefs.ts';
import { accountFrom, type LedgerEntry, ledgerAccounts, ledgerEntries } from './money-model.ts';

const words = nlMoney.ledger;

export interface LedgerPartProps extends BudgetPartProps {
  readonly lines: readonly Seen<'ledgerLine'>[];
  /** As they stand in the address. */
  readonly account: string | undefined;
  readonly proposalId: string | undefined;
}

export function LedgerPart({ lines, proposals, names, account: asked, proposalId }: LedgerPartProps) {
  const { route } = useLocation();
  const account = accountFrom(asked);
  const entries = ledgerEntries(lines, { account, proposalId });
  const titleOf = (id: string): string | undefined => names.get(id);
  const balance = account === undefined ? undefined : words.sum(words.accounts[account]);
  return (
    <>
      <h2 id="deel" class="bk-hidden">
        {nlMoney.tabs.ledger}
      </h2>
      <div class="bk-strip bk-strip--top bk-stack bk-gap-2">
        <SelectField
          label={words.filter}
          value={account ?? 'all'}
          onValue={(value) => route(linesHref({ account: accountFrom(value), proposalId }))}
          options={[
            { value: 'all', label: words.all },
            ...accountsIn(lines).map((value) => ({ value, label: words.accounts[value] })),
          ]}
        />
        {proposalId !== undefined && (
          <p>
            {words.only(titleOf(proposalId) ?? nlClaim.unknownProposal)}{' '}
            <a href={linesHref({ account })}>{words.showAll}</a>
          </p>
        )}
      </div>
      {entries.length === 0 ? (
        <Empty title={words.none[0]}>{words.none[1]}</Empty>
      ) : (
        <Table
          framed={false}
          caption={words.caption}
          rows={entries}
          rowKey={({ id }) => id}
          columns={columnsFor({ titleOf, mayOpen: (id) => proposals.has(id) })}
          foot={
            balance === undefined
              ? undefined
              : [balance, '', '', <MoneyText key="sum" strong cents={addCents(entries.map((e) => e.amountCents))} />]
          }
        />
      )}
    </>
  );
}

/** The four that every year has, and of the others what this year holds. */
const accountsIn = (lines: BudgetPartProps['lines']): readonly LedgerAccount[] =>
  ledgerAccounts.filter((account, n) => n < 4 || lines.some((line) => line.account === account));

function columnsFor(known: Omit<WhatProps, 'entry'>): readonly Column<LedgerEntry>[] {
  const { columns } = words;
  return [
    { id: 'what', label: columns.what, rowHead: true, cell: (entry) => <What entry={entry} {...known} /> },
    { id: 'on', label: columns.on, cell: ({ bookedOn }) => <span class="bk-num">{day(bookedOn)}</span> },
    {
      id: 'move',
      label: columns.move,
      cell: ({ from, to }) => <small>{words.move(words.accounts[from], words.accounts[to])}</small>,
    },
    { id: 'amount', label: columns.amount, end: true, cell: ({ amountCents }) => <MoneyText cents={amountCents} /> },
  ];
}

interface WhatProps {
  readonly entry: LedgerEntry;
  readonly titleOf: (proposalId: string) => string | undefined;
  readonly mayOpen: (proposalId: string) => boolean;
}

function What({ entry, titleOf, mayOpen }: WhatProps) {
  const { kind, proposalId, claimId, note, pending } = entry;
  const title = proposalId === null ? undefined : titleOf(proposalId);
  const name = title ?? words.kinds[kind];
  // Lines of before hold what stands at the bank: for whoever may see the claim.
  const opens = proposalId !== null && mayOpen(proposalId);
  const isPayment = kind === 'payment' || kind === 'payment_reversal';
  const told = isPayment && !opens ? '' : note;
  const under = [title === undefined ? '' : words.kinds[kind], told].filter((text) => text !== '');
  // A phone that may not see the proposal sees its sums, and has nowhere to go from them.
  const href = !opens ? undefined : claimId !== null ? judgeHref(claimId) : `/aanvragen/${proposalId}`;
  return (
    <>
      {href === undefined ? name : <a href={href}>{name}</a>}
      {under.length > 0 && <small>{under.join(': ')}</small>}
      {pending && <LocalMark />}
    </>
  );
}
