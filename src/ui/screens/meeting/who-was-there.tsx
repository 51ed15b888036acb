import { staysOf } from '../../../domain/attendance.ts';
import type { Seen } from '../../data.ts';
import { nlDecision } from '../../nl/decision.ts';
import type { MeetingRows } from './use-meeting.ts';

const words = nlDecision.decided;

export interface WhoWasThereProps {
  readonly decision: Seen<'decision'>;
  readonly rows: MeetingRows;
}

/** Who was at the table when this was decided, by name, with who left afterwards and how each voted where that was noted.
 *  For the committee only: the list of decisions has roles. */
export function WhoWasThere({ decision, rows }: WhoWasThereProps) {
  const { presentIds, recusedIds, ballots = [] } = decision.takenUnder;
  const lines = [
    ...presentIds
      .filter((id) => !recusedIds.includes(id))
      .map((id) => {
        const left = staysOf(rows.marks, id).at(-1)?.until ?? undefined;
        const vote = ballots.find(({ personId }) => personId === id)?.vote;
        const there = words.wasThere(
          rows.nameOf(id),
          left !== undefined && left > decision.recordedAt ? left : undefined,
        );
        return vote === undefined ? there : `${there}: ${nlDecision.votes.words[vote]}`;
      }),
    ...recusedIds.map((id) => words.wasRecused(rows.nameOf(id))),
  ];
  return (
    <details>
      <summary class="bk-strong">{words.who}</summary>
      {lines.length === 0 ? (
        <p class="bk-soft">{words.nobodyKnown}</p>
      ) : (
        <ul class="bk-stack bk-gap-1">
          {lines.map((line, at) => (
            <li key={at}>{line}</li>
          ))}
        </ul>
      )}
    </details>
  );
}
