// "Reken alles na": the books from their own rows, and the chain of the log from the server's links.
import { useState } from 'preact/hooks';
import { type BookProblem, bookProblems } from '../../../domain/audit/bookCheck.ts';
import { useApp } from '../../data.ts';
import { CircleAlert, CircleCheckBig, ShieldCheck, WifiOff } from '../../icons.ts';
import { nlAudit } from '../../nl/audit.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Note } from '../../parts/status.tsx';
import { readLog } from '../../server-api.ts';
import { shortMark } from '../print-decisions/log-head.ts';
import { type ChainResult, verifyChain } from './verify.ts';

const { verify: words } = nlAudit;

interface Verified {
  readonly entries: number;
  readonly problems: readonly BookProblem[];
  readonly chain: ChainResult;
}

export function VerifyCard() {
  const app = useApp();
  const [busy, setBusy] = useState(false);
  const [seq, setSeq] = useState(0);
  const [found, setFound] = useState<Verified | undefined>(undefined);
  const verify = async () => {
    setBusy(true);
    const { rows, queue, committeeId } = app;
    const [lines, proposals, claims, payments] = await Promise.all([
      ...([rows.all('ledgerLine'), rows.all('proposal')] as const),
      ...([rows.all('claim'), rows.all('payment')] as const),
    ]);
    const problems = bookProblems({ lines, proposals, claims, payments });
    const known = await queue.logHead();
    const chain = await verifyChain({ read: (from) => readLog(committeeId, from), known, onProgress: setSeq });
    setFound({ entries: new Set(lines.map(({ entryId }) => entryId)).size, problems, chain });
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

function Result({ found: { entries, problems, chain } }: { readonly found: Verified }) {
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
              <li key={`${code} ${id}`}>{words.problems[code](saysCents, countedCents)}</li>
            ))}
          </ul>
        </Note>
      )}
      <Chain chain={chain} />
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
