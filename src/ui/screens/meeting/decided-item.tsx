// What was decided on this item, and what can still be done with it: withdraw while the meeting is open, correct after.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { mayI, Refusal, type Seen, useCommand } from '../../data.ts';
import { Undo2 } from '../../icons.ts';
import { nlDecision } from '../../nl/decision.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { LocalMark } from '../../parts/status.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { CorrectionList, CorrectLink } from './corrections.tsx';
import { DecisionFlags } from './decision-flags.tsx';
import { useMyVersion } from './my-version.ts';
import { NextButton } from './next-button.tsx';
import { TwoVersions, TypingMeanwhile } from './other-version.tsx';
import type { MeetingRows, SeenEntry } from './use-meeting.ts';
import { Verdict } from './verdict.tsx';
import { WhoWasThere } from './who-was-there.tsx';

const words = nlDecision.decided;

export interface DecidedItemProps {
  readonly rows: MeetingRows;
  readonly entry: SeenEntry & { readonly decision: Seen<'decision'>; readonly proposal: Seen<'proposal'> };
  readonly notes: ComponentChildren;
}

export function DecidedItem({ rows, entry, notes }: DecidedItemProps) {
  const { decision, proposal } = entry;
  const heading = useFocusAfterRecording(decision);
  const mine = useMyVersion(decision);
  if (mine !== undefined) {
    return (
      <>
        <TwoVersions rows={rows} entry={entry} mine={mine} />
        <NextButton rows={rows} itemId={entry.item.id} />
      </>
    );
  }
  return (
    <>
      <TypingMeanwhile rows={rows} entry={entry} />
      <Card labelledBy="besloten" gap={3}>
        <h2 id="besloten" tabIndex={-1} ref={heading}>
          {words.title}
        </h2>
        <CorrectionList decision={decision} nameOf={rows.nameOf} />
        <Verdict decision={decision} requestedCents={proposal.requestedCents} />
        <p class="bk-soft bk-small">{words.by(rows.nameOf(decision.recordedBy), decision.recordedAt)}</p>
        {decision.pending && (
          <p>
            <LocalMark />
          </p>
        )}
        <WhoWasThere decision={decision} rows={rows} />
        <DecisionFlags decision={decision} rows={rows} />
        <Earlier rows={rows} itemId={entry.item.id} />
        {rows.meeting.state === 'open' && <Withdraw decision={decision} />}
        {rows.meeting.state === 'closed' && <CorrectLink decision={decision} />}
      </Card>
      {notes}
      <NextButton rows={rows} itemId={entry.item.id} />
    </>
  );
}

/** The button that was pressed is gone: the focus goes to the result. Not when the page opens on an older decision. */
function useFocusAfterRecording(decision: Seen<'decision'>) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pending, id } = decision;
  const focused = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (focused.current === id) return;
    focused.current = id;
    if (pending && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [id, pending]);
  return heading;
}

function Withdraw({ decision }: { readonly decision: Seen<'decision'> }) {
  const withdraw = useCommand('decision.withdraw');
  if (!mayI('decision.withdraw')) return null;
  return (
    <>
      <Button
        icon={Undo2}
        busy={withdraw.busy}
        onClick={async () => {
          const sent = await withdraw.send({ decisionId: decision.id });
          if (sent.saved) showToast({ text: nlDecision.decide.withdrawnPlain });
        }}
      >
        {words.withdraw}
      </Button>
      <Refusal command={withdraw} />
    </>
  );
}

/** Rounds that were withdrawn stay readable: nothing is wiped out. */
function Earlier({ rows, itemId }: { readonly rows: MeetingRows; readonly itemId: string }) {
  const earlier = rows.decisions
    .filter((decision) => decision.itemId === itemId && decision.withdrawn)
    .sort((a, b) => a.round - b.round);
  if (earlier.length === 0) return null;
  return (
    <details>
      <summary class="bk-strong">{words.earlier}</summary>
      <ul class="bk-stack bk-gap-1">
        {earlier.map(({ id, outcome, awardedCents, recordedAt }) => (
          <li key={id}>{words.earlierRow(outcome, awardedCents, recordedAt)}</li>
        ))}
      </ul>
    </details>
  );
}
