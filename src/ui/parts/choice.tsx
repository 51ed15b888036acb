import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { classes } from './classes.ts';
import { Icon, type IconData } from './icon.tsx';

export interface SegOption<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly icon?: IconData | undefined;
}

export interface SegProps<V extends string> {
  /** Not shown: the row beside it says it ("Voorzitter"). */
  readonly legend: string;
  readonly options: readonly SegOption<V>[];
  readonly value: V | undefined;
  readonly onValue: (value: V) => void;
}

/** Two or three states side by side. Native radios: one tab stop, arrow keys choose. */
export function Seg<V extends string>({ legend, options, value, onValue }: SegProps<V>) {
  const name = useId();
  return (
    <fieldset class="bk-seg">
      <legend class="bk-hidden">{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onValue(option.value)}
          />
          {option.icon !== undefined && <Icon of={option.icon} />}
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}

export interface DecideOption<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly icon: IconData;
}

export interface DecideProps<V extends string> {
  readonly legend: string;
  readonly options: readonly DecideOption<V>[];
  readonly value: V | undefined;
  readonly onValue: (value: V) => void;
  readonly id?: string | undefined;
}

/** The decision of a meeting: big tiles, two beside each other on a phone, four on a tablet. */
export function Decide<V extends string>({ legend, options, value, onValue, id }: DecideProps<V>) {
  const name = useId();
  return (
    <fieldset class={classes('bk-decide', options.length === 4 && 'bk-decide--4')} id={id}>
      <legend class="bk-hidden">{legend}</legend>
      {options.map((option) => (
        <label key={option.value} class="bk-choice">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onValue(option.value)}
          />
          <Icon of={option.icon} />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}

export interface ChoiceProps {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly label: ComponentChildren;
  readonly note?: ComponentChildren | undefined;
  readonly icon?: IconData | undefined;
  readonly checked: boolean;
  readonly onChecked: (checked: boolean) => void;
  readonly value?: string | undefined;
  readonly id?: string | undefined;
  readonly describedBy?: string | undefined;
}

/** One card with a radio or a tick. RadioGroup and CheckboxGroup make whole questions of it. */
export function Choice(props: ChoiceProps) {
  return (
    <label class="bk-choice">
      <input
        type={props.type}
        name={props.name}
        value={props.value}
        id={props.id}
        checked={props.checked}
        aria-describedby={props.describedBy}
        onChange={(event) => props.onChecked(event.currentTarget.checked)}
      />
      <span>
        <b>{props.label}</b>
        {props.note !== undefined && <small>{props.note}</small>}
      </span>
      {props.icon !== undefined && <Icon of={props.icon} />}
    </label>
  );
}

/** Cards below each other. */
export function Choices({ children }: { readonly children: ComponentChildren }) {
  return <div class="bk-choices">{children}</div>;
}
