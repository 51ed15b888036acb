import { percent } from '../format.ts';
import { nl } from '../nl/index.ts';

export interface MeterProps {
  /** Share of all households that is surely in favour, 0 to 1. */
  readonly sure: number;
  /** What it can become at most, if everybody who is unknown were in favour. */
  readonly upTo: number;
  /** Share of those who answered; a pin, never the headline. Left out when nobody answered. */
  readonly ofAnswered?: number | undefined;
  /** Which households the shares are of. */
  readonly of: 'streets' | 'asked';
}

/** Support as bounds: certain, unknown, the rest. The sentence above it is the screen's; a Legend below gives counts. */
export function Meter({ sure, upTo, ofAnswered, of }: MeterProps) {
  const says =
    nl.meter.says(of, Math.floor(sure * 100), Math.ceil(upTo * 100)) +
    (ofAnswered === undefined ? '' : nl.meter.saysAnswered(rounded(ofAnswered)));
  return (
    <div class="bk-meter">
      {ofAnswered !== undefined && (
        <>
          <div class="bk-meter-tip" style={{ '--at': at(ofAnswered) }}>
            <b>{percent(ofAnswered)}</b>
            {nl.meter.ofAnswered}
          </div>
          <span class="bk-meter-pin" style={{ '--at': at(ofAnswered) }} />
        </>
      )}
      <div class="bk-meter-track" role="img" aria-label={says}>
        <span class="bk-meter-sure bk-fill-paid" style={{ '--w': at(sure) }} />
        <span class="bk-meter-maybe bk-fill-due" style={{ '--at': at(sure), '--w': at(upTo - sure) }} />
      </div>
      <span class="bk-meter-half" />
      <div class="bk-meter-ends">
        <span>{percent(0)}</span>
        <span>{nl.meter.half}</span>
        <span>{percent(1)}</span>
      </div>
    </div>
  );
}

function at(share: number): string {
  return `${Math.min(1, Math.max(0, share)) * 100}%`;
}

function rounded(share: number): number {
  return Math.round(share * 100);
}
