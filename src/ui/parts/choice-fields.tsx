import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Choice } from './choice.tsx';
import { FieldGroup, type FieldProps } from './field.tsx';
import type { IconData } from './icon.tsx';

export interface Option<V extends string> {
  readonly value: V;
  readonly label: ComponentChildren;
  readonly note?: ComponentChildren | undefined;
  readonly icon?: IconData | undefined;
}

export interface RadioGroupProps<V extends string> extends FieldProps {
  readonly options: readonly Option<V>[];
  readonly value: V | undefined;
  readonly onValue: (value: V) => void;
}

/** One of a few, as cards. Nothing is chosen beforehand unless the value says so. */
export function RadioGroup<V extends string>(props: RadioGroupProps<V>) {
  const name = useId();
  return (
    <FieldGroup {...props}>
      {() => (
        <div class="bk-choices">
          {props.options.map((option) => (
            <Choice
              key={option.value}
              type="radio"
              name={name}
              value={option.value}
              label={option.label}
              note={option.note}
              icon={option.icon}
              checked={option.value === props.value}
              onChecked={() => props.onValue(option.value)}
            />
          ))}
        </div>
      )}
    </FieldGroup>
  );
}

export interface CheckboxGroupProps<V extends string> extends FieldProps {
  readonly options: readonly Option<V>[];
  readonly values: readonly V[];
  readonly onValues: (values: readonly V[]) => void;
}

/** Any number of a few, as cards; the values keep the order of the options. */
export function CheckboxGroup<V extends string>(props: CheckboxGroupProps<V>) {
  const name = useId();
  const { options, values, onValues } = props;
  return (
    <FieldGroup {...props}>
      {() => (
        <div class="bk-choices">
          {options.map((option) => (
            <Choice
              key={option.value}
              type="checkbox"
              name={name}
              value={option.value}
              label={option.label}
              note={option.note}
              icon={option.icon}
              checked={values.includes(option.value)}
              onChecked={(checked) =>
                onValues(
                  options
                    .map(({ value }) => value)
                    .filter((value) => (value === option.value ? checked : values.includes(value))),
                )
              }
            />
          ))}
        </div>
      )}
    </FieldGroup>
  );
}
