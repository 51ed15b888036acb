import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { CircleAlert, Eye, ScanText } from '../icons.ts';
import { nl } from '../nl/index.ts';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import { usePageTitle } from './page-head.tsx';

/** What every field has. A placeholder is never a label, so there is none. */
export interface FieldProps {
  /** Give one when an error summary links to it. */
  readonly id?: string | undefined;
  readonly label: string;
  readonly hint?: ComponentChildren | undefined;
  /** How to mend it, without a full stop: the same sentence as in the summary. */
  readonly error?: string | undefined;
  /** Adds "(niet verplicht)" to the label; everything else is required. */
  readonly optional?: boolean | undefined;
  /** The label is the h1 of the page: one question a page. It does what a page head does: title and focus. */
  readonly page?: boolean | undefined;
  /** Title of the tab of such a page: "Hoeveel geld vraagt u? Vraag 5 van 8"; else the label. */
  readonly tabTitle?: string | undefined;
  /** Where a value was read on a photo; `doubt` asks to look again. */
  readonly read?: { readonly text: string; readonly doubt?: boolean | undefined } | undefined;
  /** Below the field: what is left to type, what follows from it. */
  readonly after?: ComponentChildren | undefined;
}

export interface FieldIds {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: 'true' | undefined;
}

/** Label, hint, error and control, tied together. The fields below use it; a new kind of field does too. */
export function Field(props: FieldProps & { readonly children: (ids: FieldIds) => ComponentChildren }) {
  const { label, hint, error, page = false, read, after, children } = props;
  const ids = useFieldIds(props);
  const labelText = (
    <label class={page ? 'bk-label--page' : 'bk-label'} for={ids.id}>
      {label}
      {props.optional && <i> {nl.optional}</i>}
    </label>
  );
  return (
    <div class={classes('bk-field', page && 'bk-gap-2', error !== undefined && 'bk-field--error')}>
      {page ? <PageQuestion title={props.tabTitle ?? label}>{labelText}</PageQuestion> : labelText}
      {hint !== undefined && (
        <span class="bk-hint" id={`${ids.id}-hint`}>
          {hint}
        </span>
      )}
      <ErrorText id={`${ids.id}-error`} error={error} />
      {children(ids)}
      {read !== undefined && (
        <span class={classes('bk-read', read.doubt && 'bk-read--doubt')} id={`${ids.id}-read`}>
          <Icon of={read.doubt ? Eye : ScanText} />
          {read.text}
        </span>
      )}
      {after !== undefined && (
        <p class="bk-hint bk-num" id={`${ids.id}-after`}>
          {after}
        </p>
      )}
    </div>
  );
}

/** The same for a group of choices: a fieldset with its legend. */
export function FieldGroup(props: FieldProps & { readonly children: (ids: FieldIds) => ComponentChildren }) {
  const { label, hint, error, page = false, children } = props;
  const ids = useFieldIds(props);
  const legendText = (
    <>
      {label}
      {props.optional && <i> {nl.optional}</i>}
    </>
  );
  return (
    <fieldset
      class={classes('bk-stack bk-gap-2', error !== undefined && 'bk-field--error')}
      id={ids.id}
      aria-describedby={ids.describedBy}
    >
      {page ? (
        <legend>
          <PageQuestion title={props.tabTitle ?? label} class="bk-label--page">
            {legendText}
          </PageQuestion>
        </legend>
      ) : (
        <legend class="bk-label">{legendText}</legend>
      )}
      {hint !== undefined && (
        <p class="bk-hint" id={`${ids.id}-hint`}>
          {hint}
        </p>
      )}
      <ErrorText id={`${ids.id}-error`} error={error} />
      {children(ids)}
    </fieldset>
  );
}

interface PageQuestionProps {
  readonly title: string;
  readonly class?: string | undefined;
  readonly children: ComponentChildren;
}

function PageQuestion({ title, class: look, children }: PageQuestionProps) {
  const heading = usePageTitle(title, title);
  return (
    <h1 ref={heading} tabIndex={-1} class={look}>
      {children}
    </h1>
  );
}

function ErrorText({ id, error }: { readonly id: string; readonly error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <p class="bk-error" id={id}>
      <Icon of={CircleAlert} />
      <span>{error}</span>
    </p>
  );
}

function useFieldIds({ id, hint, error, read, after }: FieldProps): FieldIds {
  const ownId = useId();
  const used = id ?? ownId;
  const described = classes(
    hint !== undefined && `${used}-hint`,
    error !== undefined && `${used}-error`,
    read !== undefined && `${used}-read`,
    after !== undefined && `${used}-after`,
  );
  return {
    id: used,
    describedBy: described === '' ? undefined : described,
    invalid: error === undefined ? undefined : 'true',
  };
}
