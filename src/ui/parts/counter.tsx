import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Check, Minus, Plus, X } from '../icons.ts';
import { nl } from '../nl/index.ts';
import { Icon, type IconData } from './icon.tsx';

export interface CounterProps {
  readonly label: string;
  readonly note?: string | undefined;
  readonly icon?: IconData | undefined;
  readonly value: number;
  readonly onValue: (value: number) => void;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly id?: string | undefined;
}

/** Counting at a table: a large plus, a quieter minus, and the number can be typed after a tap. No swipe, no long press. */
export function Counter({ label, note, icon, value, onValue, min = 0, max = countMax, id }: CounterProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: three controls for one number are a group, not a form section.
    <div class="bk-counter" role="group" aria-label={label}>
      <span>
        {icon !== undefined && <Icon of={icon} />}
        <span>
          {label}
          {note !== undefined && <small>{note}</small>}
        </span>
      </span>
      <div>
        <StepButton label={label} by={-1} value={value} min={min} max={max} onValue={onValue} />
        <Tally label={label} value={value} min={min} max={max} onValue={onValue} id={id} />
        <StepButton label={label} by={1} value={value} min={min} max={max} onValue={onValue} />
      </div>
    </div>
  );
}

export interface VoteCounts {
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
}

export interface VotesProps {
  readonly value: VoteCounts;
  readonly onValue: (value: VoteCounts) => void;
  /** Members who decide along: no single count can be higher. What the three add up to is for the screen to say. */
  readonly max: number;
}

export function Votes({ value, onValue, max }: VotesProps) {
  return (
    <div class="bk-votes">
      <Vote
        kind="for"
        label={nl.votes.for}
        icon={Check}
        value={value.for}
        max={max}
        onValue={(count) => onValue({ ...value, for: count })}
      />
      <Vote
        kind="against"
        label={nl.votes.against}
        icon={X}
        value={value.against}
        max={max}
        onValue={(count) => onValue({ ...value, against: count })}
      />
      <Vote
        kind="none"
        label={nl.votes.abstain}
        icon={Minus}
        value={value.abstain}
        max={max}
        onValue={(count) => onValue({ ...value, abstain: count })}
      />
    </div>
  );
}

interface VoteProps {
  readonly kind: 'for' | 'against' | 'none';
  readonly label: string;
  readonly icon: IconData;
  readonly value: number;
  readonly max: number;
  readonly onValue: (value: number) => void;
}

function Vote({ kind, label, icon, value, max, onValue }: VoteProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: as Counter.
    <div class={`bk-vote bk-vote--${kind}`} role="group" aria-label={label}>
      <span>
        <Icon of={icon} />
        {label}
      </span>
      <Tally label={label} value={value} min={0} max={max} onValue={onValue} />
      <div>
        <StepButton label={label} by={-1} value={value} min={0} max={max} onValue={onValue} />
        <StepButton label={label} by={1} value={value} min={0} max={max} onValue={onValue} />
      </div>
    </div>
  );
}

/** More than any street has doors; keeps a stuck key from making a million. */
const countMax = 9_999;

interface StepButtonProps {
  readonly label: string;
  readonly by: 1 | -1;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onValue: (value: number) => void;
}

function StepButton({ label, by, value, min, max, onValue }: StepButtonProps): ComponentChildren {
  const next = value + by;
  const possible = next >= min && next <= max;
  return (
    <button
      type="button"
      aria-label={by > 0 ? nl.counter.more(label) : nl.counter.less(label)}
      aria-disabled={possible ? undefined : 'true'}
      onClick={() => {
        if (possible) onValue(next);
      }}
    >
      <Icon of={by > 0 ? Plus : Minus} />
    </button>
  );
}

interface TallyProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onValue: (value: number) => void;
  readonly id?: string | undefined;
}

/** The number. A field, so that a tap is enough to type; the output beside it reads the new count aloud. */
function Tally({ label, value, min, max, onValue, id }: TallyProps) {
  const ownId = useId();
  /** What is in the field while someone types; undefined: show the value. */
  const [typed, setTyped] = useState<string | undefined>(undefined);
  return (
    <>
      <input
        class="bk-tally"
        id={id ?? ownId}
        inputMode="numeric"
        autocomplete="off"
        aria-label={nl.counter.typed(label)}
        value={typed ?? String(value)}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => {
          const digits = event.currentTarget.value.replace(/\D/g, '');
          setTyped(digits);
          if (digits !== '') onValue(Math.min(max, Math.max(min, Number(digits))));
        }}
        onBlur={() => setTyped(undefined)}
      />
      <output class="bk-hidden" for={id ?? ownId} aria-live="polite">
        {value}
      </output>
    </>
  );
}
