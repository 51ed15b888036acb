/** `in` decides along (a lit window), `off` is recused (crossed and dashed), `away` is not there (dark). */
export type SeatState = 'in' | 'off' | 'away';

export interface QuorumHousesProps {
  readonly seats: readonly SeatState[];
  /** The same in words: "Vijf van zeven leden beslissen mee. Eén lid is weg." */
  readonly label: string;
}

/** One house a member. The sentence below it, by the screen, says the same. */
export function QuorumHouses({ seats, label }: QuorumHousesProps) {
  return (
    <div class="bk-quorum" role="img" aria-label={label}>
      {seats.map((seat, index) => (
        <svg key={index} class={seat === 'away' ? undefined : seat} viewBox="0 0 34 40" aria-hidden="true">
          <path class="wall" d="M3 38V16L17 3l14 13v22z" />
          <rect class="pane" x="12" y="19" width="10" height="11" rx="1.5" />
          {seat === 'off' && <path class="cross" d="M7 34L27 12" />}
        </svg>
      ))}
    </div>
  );
}
