// What still blocks submitting, above the form, each line leading to its field.
import { Check, ListChecks } from '../../icons.ts';
import { nlProposalForm } from '../../nl/proposal-form.ts';
import { Note } from '../../parts/status.tsx';
import type { MissingField } from './proposal-draft.ts';

const words = nlProposalForm.checklist;

export function Checklist({ missing }: { readonly missing: readonly MissingField[] }) {
  if (missing.length === 0) {
    return (
      <Note tone="ok" icon={Check}>
        {words.done}
      </Note>
    );
  }
  return (
    <Note icon={ListChecks}>
      <div class="bk-stack bk-gap-2">
        <p>
          <b>{words.title(missing.length)}.</b> {words.text}
        </p>
        <ul class="bk-stack bk-gap-2">
          {missing.map(({ missing: what, fieldId }) => (
            <li key={what}>
              <a
                href={`#${fieldId}`}
                onClick={(event) => {
                  event.preventDefault();
                  goToField(fieldId);
                }}
              >
                {words.missing[what]}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </Note>
  );
}

/** To the field itself, or to the first control of a group; its label comes along into view. */
export function goToField(fieldId: string): void {
  const field = document.getElementById(fieldId);
  const control = field?.matches('input, select, textarea, button')
    ? field
    : field?.querySelector<HTMLElement>('input:not([hidden]), select, textarea, button');
  control?.closest('.bk-field, fieldset')?.scrollIntoView?.({ block: 'start' });
  control?.focus({ preventScroll: true });
}
