// What was set right later. The decision itself stays as it was taken (D7).
import { effective } from '../../../domain/commands/standing.ts';
import { mayI, type Seen, useRows } from '../../data.ts';
import { euro } from '../../format.ts';
import { PencilLine } from '../../icons.ts';
import { nlDecision } from '../../nl/decision.ts';
import { LinkButton } from '../../parts/button.tsx';
import { Lines } from '../../parts/lines.tsx';
import { LocalMark } from '../../parts/status.tsx';
import { OutcomeBadge } from './verdict.tsx';

const words = nlDecision.decided;

export interface CorrectionListProps {
  readonly decision: Seen<'decision'>;
  readonly nameOf: (personId: string) => string;
}

/** First what holds now, then every correction with its day and reason; the original follows below. */
export function CorrectionList({ decision, nameOf }: CorrectionListProps) {
  const corrections = useCorrections(decision.id);
  if (corrections.length === 0) return null;
  const { outcome, awardedCents } = effective(decision, corrections);
  return (
    <div class="bk-card bk-card--well bk-stack bk-gap-2">
      <h3>{words.standsNow}</h3>
      <div class="bk-row bk-gap-3">
        <OutcomeBadge outcome={outcome} />
        {awardedCents > 0 && <b class="bk-num">{euro(awardedCents)}</b>}
      </div>
      <ul class="bk-stack bk-gap-2">
        {corrections.map((correction) => (
          <li key={correction.id} class="bk-stack bk-gap-1">
            <b>{nlDecision.correction.line(correction.outcome, correction.awardedCents, correction.correctedOn)}</b>
            <Lines text={correction.reason} />
            <small class="bk-soft">{nlDecision.correction.by(nameOf(correction.recordedBy))}</small>
            {correction.pending && <LocalMark />}
          </li>
        ))}
      </ul>
      <p class="bk-soft bk-small">{words.originalStays}</p>
    </div>
  );
}

/** Oldest first, as they follow on each other. */
export function useCorrections(decisionId: string): readonly Seen<'decisionCorrection'>[] {
  return [...useRows('decisionCorrection', 'decisionId', decisionId)].sort((a, b) =>
    `${a.correctedOn}${a.id}` < `${b.correctedOn}${b.id}` ? -1 : 1,
  );
}

export function CorrectLink({ decision }: { readonly decision: Seen<'decision'> }) {
  if (!mayI('decision.correct')) return null;
  return (
    <LinkButton icon={PencilLine} href={correctionHref(decision)}>
      {words.correct}
    </LinkButton>
  );
}

export const correctionHref = ({ meetingId, itemId }: Pick<Seen<'decision'>, 'meetingId' | 'itemId'>): string =>
  `/vergadering/${meetingId}/punt/${itemId}/herstellen`;
