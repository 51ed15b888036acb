// "Reken alles na": the books from their own rows, and the chain of the log from the server's links.
import { useState } from 'preact/hooks';
import { type BookProblem, type BookProblemCode, bookProblems } from '../../../domain/audit/bookCheck.ts';
import { bankBalance } from '../../../domain/bank/bankBalance.ts';
import { accountChain } from '../../../domain/bank/chain.ts';
import { standing } from '../../../domain/bank/match.ts';
import { heldCents } from '../../../domain/books/balance.ts';
import { groupBy } from '../../../domain/groupBy.ts';
import type { BankImport, BankTransaction, IsoDate, LedgerLine, StatementBalance } from '../../../domain/rows.ts';
import { useApp, useToday } from '../../data.ts';
import { CircleAlert, CircleCheckBig, ShieldCheck, WifiOff } from '../../icons.ts';
import { nlAudit } from '../../nl/audit.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Note } from '../../parts/status.tsx';
import { readLog } from '../../server-api.ts';
import { bankHome } from '../bank/hrefs.ts';
import { linesHref, partHref } from '../money/hrefs.ts';
import { shortMark } from '../print-decisions/log-head.ts';
import { checkHref } from './hrefs.ts';
import { type ChainResult, verifyChain } from './verify.ts';

const { verify: words } = nlAudit;

interface Verified {
  readonly entries: number;
  readonly problems: readonly BookProblem[];
  /** What the bank's last files say beside what must stand there then; null where no file says a balance. */
  readonly bank: (StatementBalance & { readonly heldCents: number; readonly gaps: number }) | null;
  readonly chain: ChainResult;
}

/** Where she can look at what does not fit. */
const whereOf: Readonly<Record<BookProblemCode, (id: string) => string>> = {
  entry_uneven: () => partHref('grootboek'),
  claim_paid: checkHref,
  claim_above: checkHref,
  payments_booked: (proposalId) => linesHref({ proposalId }),
  award_booked: (proposalId) => linesHref({ proposalId }),
  paid_above_award: (proposalId) => linesHref({ proposalId }),
  costs_booked: () => linesHref({ account: 'organisation_paid' }),
  bank_line_changed: () => bankHome,
  match_uneven: () => bankHome,
};

export function VerifyCard() {
  const app = useApp();
  const [busy, setBusy] = useState(false);
  const [seq, setSeq] = useState(0);
  const [found, setFound] = useState<Verified | undefined>(undefined);
  const today = useToday();
  const verify = async () => {
    setBusy(true);
    const { rows, queue, committeeId } = app;
    const [lines, proposals, claims, payments, costs, transactions, matches, imports] = await Promise.all([
      ...([rows.all('ledgerLine'), rows.all('proposal'), rows.all('claim'), rows.all('payment')] as const),
      ...([rows.all('organisationCost'), rows.all('bankTransaction')] as const),
      ...([rows.all('bankMatch'), rows.all('bankImport')] as const),
    ]);
    const problems = bookProblems({ lines, proposals, claims, payments, costs, transactions, matches });
    const bank = bankBeside(lines, imports, transactions, today);
    const known = await queue.logHead();
    const chain = await verifyChain({ read: (from) => readLog(committeeId, from), known, onProgress: setSeq });
    setFound({ entries: new Set(lines.map(({ entryId }) => entryId)).size, problems, bank, chain });
    setBusy(false);
  };
  return (
    <Card labelledBy="narekenen">
      <h2 id="narekenen">{words.title}</h2>
      <p class="bk-soft">{words.lead}</p>
      <Button icon={ShieldCheck} busy={busy} onClick={() => void verify()}>
        {found === undefined ? words.start : words.again}
      </Button>
      {busy && seq > 0 && <p class="bk-small">{words.working(seq)}</p>}
      <div role="status" class="bk-stack bk-gap-2">
        {found !== undefined && !busy && <Result found={found} />}
      </div>
    </Card>
  );
}

/** The books beside the bank, on the last day that all accounts are known; and where files do not follow each other. */
function bankBeside(
  lines: readonly LedgerLine[],
  imports: readonly BankImport[],
  all: readonly BankTransaction[],
  today: IsoDate,
): Verified['bank'] {
  const transactions = standing(all, imports);
  const balance = bankBalance(imports, transactions, today);
  if (balance === null) return null;
  const gaps = [...groupBy(imports, ({ accountId }) => accountId)].flatMap(([accountId, own]) => {
    const lines = transactions.filter((line) => line.accountId === accountId);
    return accountChain(own, lines).problems;
  }).length;
  return { ...balance, heldCents: heldCents(lines, balance.on), gaps };
}

function Result({ found: { entries, problems, bank, chain } }: { readonly found: Verified }) {
  return (
    <>
      {problems.length === 0 ? (
        <Note tone="ok" icon={CircleCheckBig}>
          {words.books(entries)}
        </Note>
      ) : (
        <Note tone="bad" icon={CircleAlert}>
          <p>
            <b>{words.booksWrong(problems.length)}</b>
          </p>
          <ul>
            {problems.map(({ code, id, saysCents, countedCents }) => (
              <li key={`${code} ${id}`}>
                {words.problems[code](saysCents, countedCents)} <a href={whereOf[code](id)}>{words.look}</a>
              </li>
            ))}
          </ul>
        </Note>
      )}
      {bank !== null && <Bank bank={bank} />}
      <Chain chain={chain} />
    </>
  );
}

function Bank({ bank: { on, cents, heldCents: held, gaps } }: { readonly bank: NonNullable<Verified['bank']> }) {
  return (
    <>
      {cents === held ? (
        <Note tone="ok" icon={CircleCheckBig}>
          {words.bank(on, cents)}
        </Note>
      ) : (
        <Note tone="look" icon={CircleAlert}>
          {words.bankDiffers(on, cents, held)}
        </Note>
      )}
      {gaps > 0 && (
        <Note tone="look" icon={CircleAlert}>
          {words.bankGaps(gaps)}
        </Note>
      )}
    </>
  );
}

function Chain({ chain }: { readonly chain: ChainResult }) {
  switch (chain.kind) {
    case 'right':
      return (
        <Note tone="ok" icon={CircleCheckBig}>
          <p>{words.chain(chain.count)}</p>
          <p class="bk-small">{words.mark(shortMark(chain.count, chain.head))}</p>
        </Note>
      );
    case 'broken':
      return (
        <Note tone="bad" icon={CircleAlert}>
          {words.chainWrong(chain.seq)}
        </Note>
      );
    case 'another_log':
      return (
        <Note tone="bad" icon={CircleAlert}>
          {words.headWrong}
        </Note>
      );
    case 'no_answer':
      return <Note icon={WifiOff}>{chain.why === 'offline' ? words.chainOffline : words.chainRefused}</Note>;
  }
}
