// Balans: every account on a day of the year, and what must stand at the bank.
import { useState } from 'preact/hooks';
import { bankBalance } from '../../../domain/bank/bankBalance.ts';
import { standing } from '../../../domain/bank/match.ts';
import { type AccountBalance, heldCents, trialBalance } from '../../../domain/books/balance.ts';
import type { IsoDate } from '../../../domain/rows.ts';
import { type Seen, useMe, useRows, useRowsFound, useToday } from '../../data.ts';
import { CircleAlert, CircleCheckBig } from '../../icons.ts';
import { nlBooks } from '../../nl/books.ts';
import { nlMoney } from '../../nl/money.ts';
import { BackLink } from '../../parts/button.tsx';
import { Card, Columns, Stack } from '../../parts/card.tsx';
import { Figure, MoneyText } from '../../parts/money.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { LocalMark, Note } from '../../parts/status.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { DateField } from '../../parts/text-fields.tsx';
import { YearChips } from '../../year-choice.tsx';
import { linesHref } from '../money/hrefs.ts';

const { balance: words } = nlBooks;

export function BalanceScreen() {
  const { year } = useMe();
  const today = useToday();
  const lines = useRowsFound('ledgerLine');
  const [day, setDay] = useState(today);
  if (!lines.loaded) return null;
  const { accounts, debitCents, creditCents } = trialBalance(lines.value, year, day);
  return (
    <>
      <BackLink href="/kas">{nlBooks.back}</BackLink>
      <PageHead title={words.title(year)} lead={words.lead} />
      <YearChips />
      <Columns kind="side">
        <Stack gap={5}>
          {accounts.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <Table
              caption={words.caption}
              columns={columns}
              rows={accounts}
              rowKey={({ number }) => number}
              foot={[
                words.sum,
                <MoneyText key="debit" cents={debitCents} strong />,
                <MoneyText key="credit" cents={creditCents} strong />,
                '',
              ]}
            />
          )}
          <p class="bk-small bk-soft">{words.kindHint}</p>
        </Stack>
        <Stack gap={5}>
          <Card labelledBy="op-de-bank" first>
            <DateField
              id="dag"
              label={words.on}
              value={day}
              onValue={(value) => setDay(value === '' ? today : value)}
            />
            <h2 id="op-de-bank" class="bk-hidden">
              {words.held}
            </h2>
            <Figure label={words.held} cents={heldCents(lines.value, day)} />
            <p class="bk-small bk-soft">{words.heldHint}</p>
            <AtTheBank lines={lines.value} day={day} />
            {lines.value.some(({ pending }) => pending) && <LocalMark />}
          </Card>
          {debitCents === creditCents ? (
            <Note tone="ok" icon={CircleCheckBig}>
              {words.even}
            </Note>
          ) : (
            <Note tone="bad" icon={CircleAlert}>
              {words.uneven}
            </Note>
          )}
        </Stack>
      </Columns>
    </>
  );
}

/** Only on phones that have the bank's files: of treasurer, chair and auditor. */
function AtTheBank({ lines, day }: { readonly lines: readonly Seen<'ledgerLine'>[]; readonly day: IsoDate }) {
  const imports = useRows('bankImport');
  const transactions = standing(useRows('bankTransaction'), imports);
  const bank = bankBalance(imports, transactions, day);
  if (bank === null) return null;
  const heldThen = heldCents(lines, bank.on);
  return (
    <>
      <h3>{words.bank.title}</h3>
      <SummaryList
        figures
        rows={[
          { label: words.bank.at(bank.on), value: <MoneyText cents={bank.cents} /> },
          { label: words.bank.here(bank.on), value: <MoneyText cents={heldThen} /> },
          { label: words.bank.difference, value: <MoneyText cents={bank.cents - heldThen} strong /> },
        ]}
      />
      {bank.cents !== heldThen && <a href="/kas/bank">{words.bank.look}</a>}
    </>
  );
}

const columns: readonly Column<AccountBalance>[] = [
  {
    id: 'account',
    label: words.columns.account,
    rowHead: true,
    cell: ({ account, number }) => (
      <>
        <a href={linesHref({ account })}>{nlMoney.ledger.accounts[account]}</a>
        <small class="bk-num">{number}</small>
      </>
    ),
  },
  { id: 'debit', label: words.columns.debit, end: true, cell: ({ debitCents }) => <MoneyText cents={debitCents} /> },
  {
    id: 'credit',
    label: words.columns.credit,
    end: true,
    cell: ({ creditCents }) => <MoneyText cents={creditCents} />,
  },
  {
    id: 'closing',
    label: words.columns.closing,
    end: true,
    cell: ({ closingCents }) => <MoneyText cents={closingCents} />,
  },
];
