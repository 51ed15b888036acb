export interface RangeBarProps {
  /** What a screen reader says instead of the bar. */
  readonly label: string;
  /** From 0 to `low` is nearly sure, on to `high` is possible; both 0 to 1. */
  readonly low: number;
  readonly high: number;
}

/** An amount that is not known exactly: full where it is sure, striped where it may come. */
export function RangeBar({ label, low, high }: RangeBarProps) {
  const at = (share: number) => `${share * 100}%`;
  return (
    <div class="bk-meter-track" role="img" aria-label={label}>
      <span class="bk-meter-sure bk-fill-paid" style={{ '--w': at(low) }} />
      <span class="bk-meter-maybe bk-fill-due" style={{ '--at': at(low), '--w': at(high - low) }} />
    </div>
  );
}
