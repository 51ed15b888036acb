// What the chair has to look at. Shown beside the decision, never instead of it (D2).
import { presenceAt } from '../../../domain/attendance.ts';
import { checkDecision } from '../../../domain/decisionFlags.ts';
import type { Decision, Presence, PresenceMark, Recusal } from '../../../domain/rows.ts';
import { CircleAlert } from '../../icons.ts';
import { nlDecision } from '../../nl/decision.ts';
import { nlMeeting } from '../../nl/meeting.ts';
import { Note } from '../../parts/status.tsx';

export interface FlagRows {
  readonly presences: readonly Presence[];
  readonly marks: readonly PresenceMark[];
  readonly recusals: readonly Recusal[];
  readonly nameOf: (personId: string) => string;
}

/** One sentence for each thing that stands out about this decision; none for most. */
export function flagSentences(decision: Decision, { presences, marks, recusals, nameOf }: FlagRows): readonly string[] {
  // Who came or went after the decision is an ordinary evening. Times are good enough for a hint, never for more.
  const before = presenceAt(presences, marks, decision.recordedAt);
  const check = checkDecision(decision, before, recusals);
  const names = (ids: readonly string[]) => ids.map(nameOf).filter((name) => name !== '');
  return check.flags.map((flag) => {
    if (flag === 'presence_differs')
      return nlMeeting.presenceDiffers(names(check.presentOnlyInRows), names(check.presentOnlyInDecision));
    if (flag === 'recusal_differs')
      return nlMeeting.recusalDiffers(names(check.recusedOnlyInRows), names(check.recusedOnlyInDecision));
    return nlDecision.flags[flag];
  });
}

export function DecisionFlags({ decision, rows }: { readonly decision: Decision; readonly rows: FlagRows }) {
  return (
    <>
      {flagSentences(decision, rows).map((sentence) => (
        <Note key={sentence} tone="look" icon={CircleAlert}>
          {sentence}
        </Note>
      ))}
    </>
  );
}
