// Nog te koppelen: each open line of the bank beside what it probably is. One tap says that it is.
import { useState } from 'preact/hooks';
import type { OpenLine } from '../../../domain/matching/proposals.ts';
import { dispatchOnce, mayI, useApp, useToday } from '../../data.ts';
import { CheckCheck } from '../../icons.ts';
import { nlBank } from '../../nl/bank.ts';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { lessonOf, matchArgs } from './accept.ts';
import { useBankNames } from './describe.ts';
import { OpenLineRow } from './open-line.tsx';
import type { BankRows, Matching } from './use-bank.ts';

const words = nlBank.open;
const shownFirst = 10;

export interface OpenPartProps {
  readonly bank: BankRows;
  readonly matching: Matching;
}

export function OpenPart({ bank, matching }: OpenPartProps) {
  const [shown, setShown] = useState(shownFirst);
  const names = useBankNames(bank.transactions);
  const { lines } = matching;
  const sure = lines.filter(({ proposals }) => proposals[0]?.certainty === 'sure');
  if (lines.length === 0) {
    const [title, text] = bank.transactions.length === 0 ? words.noFile : words.none;
    return <Empty title={title}>{text}</Empty>;
  }
  // What is sure stands first: it is the least work.
  const sorted = [...sure, ...lines.filter((one) => !sure.includes(one))];
  return (
    <>
      <div class="bk-row bk-between bk-strip bk-strip--top">
        <div>
          <h2 id="deel">{words.title(lines.length)}</h2>
          <p class="bk-small bk-soft">{words.lead(sure.length)}</p>
        </div>
        {sure.length > 1 && mayI('bankMatch.make') && <AcceptAll sure={sure} bank={bank} matching={matching} />}
      </div>
      {sorted.slice(0, shown).map((one, at) => (
        <OpenLineRow key={one.line.id} open={one} next={at === 0} {...{ bank, matching, names }} />
      ))}
      {lines.length > shown && (
        <div class="bk-strip">
          <Button onClick={() => setShown(shown + 50)}>{words.more(lines.length - shown)}</Button>
        </div>
      )}
    </>
  );
}

/** Each line in a command of its own, so that one that is refused keeps no other back. */
function AcceptAll({ sure, bank, matching }: OpenPartProps & { readonly sure: readonly OpenLine[] }) {
  const app = useApp();
  const today = useToday();
  const [busy, setBusy] = useState(false);
  const accept = async () => {
    setBusy(true);
    let failed = 0;
    for (const { line, proposals } of sure) {
      const parts = proposals[0]?.parts ?? [];
      const sent = await dispatchOnce(app, 'bankMatch.make', matchArgs(line, parts, { bank, today }));
      const lesson = sent.saved ? lessonOf(line, parts, { rows: matching.rows, today }) : undefined;
      if (lesson !== undefined) await dispatchOnce(app, 'matchRule.learn', lesson);
      if (!sent.saved) failed += 1;
    }
    setBusy(false);
    showToast({ text: failed === 0 ? words.allDone(sure.length) : words.someFailed(failed) });
  };
  return (
    <Button icon={CheckCheck} busy={busy} onClick={() => void accept()}>
      {words.allSure(sure.length)}
    </Button>
  );
}
