// Fields where something is typed or picked. Each takes and gives the raw string: a draft keeps exactly what was typed, and
// the domain says what it means (parseAmount for money) when the field is left or the form is sent. Never while typing.
import { Search } from '../icons.ts';
import { classes } from './classes.ts';
import { Field, type FieldIds, type FieldProps } from './field.tsx';
import { Icon } from './icon.tsx';

export interface TypedFieldProps extends FieldProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** The field is left: the earliest moment to say that something is wrong. */
  readonly onLeave?: (() => void) | undefined;
  readonly name?: string | undefined;
}

export interface TextFieldProps extends TypedFieldProps {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | undefined;
  /** What the browser may fill in: 'name', 'street-address', 'email'; 'off' by default. */
  readonly autocomplete?: string | undefined;
  readonly short?: boolean | undefined;
  readonly maxLength?: number | undefined;
  /** For names, codes and account numbers: no red lines, no capitals. */
  readonly plain?: boolean | undefined;
}

/** From here on what is typed may be longer than the field is wide: the words wrap, and stay one line of text. */
const wrapsFromLength = 100;

export function TextField(props: TextFieldProps) {
  const { autocomplete = 'off', short = false, plain = false, type = 'text', maxLength = 0 } = props;
  // What the browser fills in, it fills in only in a field of one line.
  const wraps = maxLength >= wrapsFromLength && type === 'text' && autocomplete === 'off';
  return (
    <Field {...props}>
      {(ids) => {
        const input = {
          class: classes('bk-input', short && 'bk-input--short'),
          autocomplete,
          maxLength: props.maxLength,
          spellcheck: !plain,
          autocapitalize: plain ? ('none' as const) : ('sentences' as const),
          ...typed(props, ids),
        };
        if (wraps) {
          return (
            <textarea rows={1} {...input} onInput={(event) => props.onValue(oneLine(event))} onKeyDown={sendOnEnter} />
          );
        }
        switch (type) {
          case 'email':
            return <input type="email" {...input} />;
          case 'tel':
            return <input type="tel" {...input} />;
          case 'url':
            return <input type="url" {...input} />;
          default:
            return <input type="text" {...input} />;
        }
      }}
    </Field>
  );
}

const oneLine = (event: { readonly currentTarget: HTMLTextAreaElement }): string =>
  event.currentTarget.value.replaceAll('\n', ' ');

/** As in a field of one line. */
function sendOnEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.isComposing) return;
  event.preventDefault();
  if (event.currentTarget instanceof HTMLTextAreaElement) event.currentTarget.form?.requestSubmit();
}

export interface TextAreaProps extends TypedFieldProps {
  readonly rows?: number | undefined;
  readonly maxLength?: number | undefined;
}

export function TextArea(props: TextAreaProps) {
  return (
    <Field {...props}>
      {(ids) => <textarea class="bk-input" rows={props.rows ?? 4} maxLength={props.maxLength} {...typed(props, ids)} />}
    </Field>
  );
}

export interface MoneyFieldProps extends TypedFieldProps {
  /** For the amount of a decision or a bon. */
  readonly big?: boolean | undefined;
}

/** An amount as it is typed: "1.250", "86,40", "€ 12". The domain's parseAmount reads it. */
export function MoneyField(props: MoneyFieldProps) {
  return (
    <Field {...props}>
      {(ids) => (
        <div class={classes('bk-affix', props.big && 'bk-affix--big')}>
          <span aria-hidden="true">€</span>
          <input class="bk-input" type="text" inputMode="decimal" autocomplete="off" {...typed(props, ids)} />
        </div>
      )}
    </Field>
  );
}

/** A whole number, typed. Not type=number: a scroll would change it and a comma would empty it. */
export function NumberField(props: TypedFieldProps) {
  return (
    <Field {...props}>
      {(ids) => (
        <input
          class="bk-input bk-input--short bk-num"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          {...typed(props, ids)}
        />
      )}
    </Field>
  );
}

export interface DateFieldProps extends TypedFieldProps {
  /** ISO dates; the picker greys out the rest, the form still checks. */
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

/** The value is an ISO date ('2026-11-24') or empty; the device shows it in its own way. */
export function DateField(props: DateFieldProps) {
  return (
    <Field {...props}>
      {(ids) => (
        <input
          class="bk-input bk-input--short bk-num"
          type="date"
          min={props.min}
          max={props.max}
          {...typed(props, ids)}
        />
      )}
    </Field>
  );
}

export interface SelectFieldProps extends TypedFieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The first line, with the empty value: "Kies een thema". */
  readonly none?: string | undefined;
}

export function SelectField(props: SelectFieldProps) {
  return (
    <Field {...props}>
      {(ids) => (
        <select
          class="bk-input"
          id={ids.id}
          name={props.name}
          value={props.value}
          aria-describedby={ids.describedBy}
          aria-invalid={ids.invalid}
          onChange={(event) => props.onValue(event.currentTarget.value)}
          onBlur={() => props.onLeave?.()}
        >
          {props.none !== undefined && <option value="">{props.none}</option>}
          {props.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export interface SearchFieldProps {
  /** Read out, not shown; the icon shows it. */
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly id?: string | undefined;
  /** What can be searched for; beside the label, not instead of it. */
  readonly example?: string | undefined;
}

export function SearchField({ label, value, onValue, id, example }: SearchFieldProps) {
  return (
    <div class="bk-search bk-grow">
      <Icon of={Search} />
      <input
        class="bk-input"
        type="search"
        id={id}
        aria-label={label}
        placeholder={example}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </div>
  );
}

function typed(props: TypedFieldProps, ids: FieldIds) {
  return {
    id: ids.id,
    name: props.name,
    value: props.value,
    'aria-describedby': ids.describedBy,
    'aria-invalid': ids.invalid,
    onInput: (event: { readonly currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      props.onValue(event.currentTarget.value),
    onBlur: () => props.onLeave?.(),
  } as const;
}
