// Two secretaries wrote down something different about one item. Both are shown, neither is preselected (D2, DESIGN).
import { useState } from 'preact/hooks';
import {
  dispatchOnce,
  mayI,
  Refusal,
  type RefusalOf,
  type Seen,
  useApp,
  useCommand,
  useEngine,
  useMe,
} from '../../data.ts';
import { CircleAlert, Info } from '../../icons.ts';
import { nlDecision } from '../../nl/decision.ts';
import { Button } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { Note } from '../../parts/status.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { useDecisionDraft } from './decide-item.tsx';
import { isTouched } from './decision-draft.ts';
import type { MyVersion } from './my-version.ts';
import type { MeetingRows, SeenEntry } from './use-meeting.ts';
import { Verdict } from './verdict.tsx';

const words = nlDecision.versions;

export interface OtherVersionProps {
  readonly rows: MeetingRows;
  readonly entry: SeenEntry & { readonly decision: Seen<'decision'>; readonly proposal: Seen<'proposal'> };
}

/** Stands in place of the decision: it is shown once, beside mine. */
export function TwoVersions({ rows, entry, mine }: OtherVersionProps & { readonly mine: MyVersion }) {
  const { decision, proposal } = entry;
  const { refusal, busy, keep, takeMine } = useChoice(decision, mine);
  const canReplace = rows.meeting.state === 'open' && mayI('decision.withdraw');
  return (
    <Card labelledBy="versies" gap={3}>
      <CardHead id="versies" title={words.title} />
      <Note tone="look" icon={CircleAlert}>
        {mine.refused ? words.text : words.unsent}
      </Note>
      <div class="bk-card bk-card--well bk-stack bk-gap-2">
        <h3>{words.theirs}</h3>
        <p class="bk-soft bk-small">{words.recordedBy(rows.nameOf(decision.recordedBy))}</p>
        <Verdict decision={decision} requestedCents={proposal.requestedCents} />
        {mine.refused && (
          <Button busy={busy} onClick={() => void keep()}>
            {words.keep}
          </Button>
        )}
      </div>
      <div class="bk-card bk-card--well bk-stack bk-gap-2">
        <h3>{words.mine}</h3>
        <Verdict decision={mine.args} requestedCents={proposal.requestedCents} />
        {mine.refused && canReplace && (
          <Button busy={busy} onClick={() => void takeMine()}>
            {words.useMine}
          </Button>
        )}
      </div>
      {refusal !== undefined && <Refusal command={{ refusal, busy, saveAnyway: async () => undefined }} />}
    </Card>
  );
}

/** What the two buttons do. Neither version is lost: the one that does not hold stays in the history. */
function useChoice(decision: Seen<'decision'>, mine: MyVersion) {
  const app = useApp();
  const engine = useEngine();
  const withdraw = useCommand('decision.withdraw');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<RefusalOf | undefined>(undefined);
  const keep = async () => {
    await engine.markHandled(mine.commandId);
    showToast({ text: words.kept });
  };
  const replace = async () => {
    const gone = await withdraw.send({ decisionId: decision.id });
    if (!gone.saved) return setRefusal({ ...gone, final: true });
    const next = await dispatchOnce(app, 'decision.record', { ...mine.args, round: decision.round + 1 });
    if (!next.saved) return setRefusal({ ...next, final: true });
    await engine.markHandled(mine.commandId);
    showToast({ text: words.replaced });
  };
  const takeMine = async () => {
    setBusy(true);
    await replace();
    setBusy(false);
  };
  return { refusal, busy, keep, takeMine };
}

/** The other one was faster while this phone was still filling in: nothing of it is lost, and nothing is sent by itself. */
export function TypingMeanwhile({ rows, entry }: OtherVersionProps) {
  const me = useMe();
  const { decision, proposal, item } = entry;
  const draft = useDecisionDraft(item.id, proposal.requestedCents);
  if (decision.recordedBy === me.personId || !isTouched(draft.value)) return null;
  return (
    <Note icon={Info}>
      <p>{words.typing(rows.nameOf(decision.recordedBy))}</p>
      <Button onClick={() => void draft.clear()}>{words.dropDraft}</Button>
    </Note>
  );
}
