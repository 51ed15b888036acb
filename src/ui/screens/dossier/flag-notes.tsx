import type { Decision } from '../../../domain/rows.ts';
import { CircleAlert } from '../../icons.ts';
import { nlDecision } from '../../nl/decision.ts';
import { Note } from '../../parts/status.tsx';

/** What the server flagged on a decision; what differs from the presence of that evening is told in the meeting. */
export function FlagNotes({ decision }: { readonly decision: Pick<Decision, 'flags'> }) {
  return (
    <>
      {decision.flags.map((flag) => (
        <Note key={flag} tone="look" icon={CircleAlert}>
          {nlDecision.flags[flag]}
        </Note>
      ))}
    </>
  );
}
