import { useEffect, useRef, useState } from 'preact/hooks';
import { nl } from '../nl/index.ts';
import { markTitleWrong } from '../title.ts';

export interface FieldError {
  /** The id of the field, the same as its `id` prop. */
  readonly fieldId: string;
  /** How to mend it; exactly the sentence beside the field. */
  readonly sentence: string;
}

export interface FormErrors {
  readonly errors: readonly FieldError[];
  /** Counts the failed attempts, so that the focus goes to the summary again when nothing changed. */
  readonly attempt: number;
  /** The sentence beside a field: `<MoneyField id="bedrag" error={form.of('bedrag')} />`. */
  of(fieldId: string): string | undefined;
  /** Shows what is wrong; true when there is nothing, and the form can go on. */
  check(errors: readonly FieldError[]): boolean;
}

/** The errors of one form: `if (!form.check(errorsIn(value))) return;` in its submit. */
export function useFormErrors(): FormErrors {
  const [state, setState] = useState<{ readonly errors: readonly FieldError[]; readonly attempt: number }>({
    errors: [],
    attempt: 0,
  });
  return {
    ...state,
    of: (fieldId) => state.errors.find((error) => error.fieldId === fieldId)?.sentence,
    check: (errors) => {
      setState((before) => ({ errors, attempt: errors.length > 0 ? before.attempt + 1 : before.attempt }));
      return errors.length === 0;
    },
  };
}

/** Stands above the h1 of a form. Shown on every failed submit, even for one error; takes the focus then. */
export function ErrorSummary({ form }: { readonly form: Pick<FormErrors, 'errors' | 'attempt'> }) {
  if (form.errors.length === 0) return null;
  return <ShownErrors errors={form.errors} attempt={form.attempt} />;
}

function ShownErrors({ errors, attempt }: Pick<FormErrors, 'errors' | 'attempt'>) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => markTitleWrong(), []);
  // Each attempt moves the focus again.
  useEffect(() => {
    summary.current?.scrollIntoView?.({ block: 'start' });
    summary.current?.focus();
  }, [attempt]);
  return (
    <div class="bk-errors" role="alert" tabIndex={-1} ref={summary}>
      <h2>{nl.errors.title(errors.length)}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.fieldId}>
            <a
              href={`#${error.fieldId}`}
              onClick={(event) => {
                event.preventDefault();
                focusField(error.fieldId);
              }}
            >
              {error.sentence}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** To the field itself, or to the first control of a group; its question comes along into view. */
function focusField(fieldId: string): void {
  const field = document.getElementById(fieldId);
  const control = field?.matches('input, select, textarea, button')
    ? field
    : field?.querySelector<HTMLElement>('input:not([hidden]), select, textarea, button');
  control?.closest('.bk-field, fieldset')?.scrollIntoView?.({ block: 'start' });
  control?.focus({ preventScroll: true });
}
