// The budget line by line with its running sum, and the amount that is asked.
import { amountText } from '../../../domain/money.ts';
import { newId, useMe } from '../../data.ts';
import { Info, Plus, Trash } from '../../icons.ts';
import { nlProposalForm } from '../../nl/proposal-form.ts';
import { Button } from '../../parts/button.tsx';
import { FieldGroup } from '../../parts/field.tsx';
import { Note } from '../../parts/status.tsx';
import { MoneyField, TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import type { ProposalFieldProps } from './fields.tsx';
import {
  formFields,
  lineAmountId,
  linesCents,
  linesMax,
  type ProposalDraft,
  type TypedLine,
  textLimits,
  valuesOf,
} from './proposal-draft.ts';

const words = nlProposalForm;

export function BudgetFields({ draft, form, ask }: ProposalFieldProps) {
  const { value, set } = draft;
  const add = () => {
    const id = newId();
    set((now) => ({ ...now, lines: [...now.lines, { id, label: '', amount: '' }] }));
    focusSoon(lineLabelId(id));
  };
  const remove = (line: TypedLine) => {
    const at = value.lines.findIndex(({ id }) => id === line.id);
    set((now) => ({ ...now, lines: now.lines.filter(({ id }) => id !== line.id) }));
    showToast({
      text: words.lineRemoved(line.label),
      undo: () => set((now) => ({ ...now, lines: now.lines.toSpliced(at, 0, line) })),
    });
    focusSoon(addButtonId);
  };
  return (
    <FieldGroup id={formFields.lines} label={words.lines} hint={words.linesHint} {...ask}>
      {() => (
        <>
          {value.lines.length === 0 && <p class="bk-soft">{words.linesNone}</p>}
          {value.lines.map((line, index) => (
            <LineFields
              key={line.id}
              line={line}
              at={index + 1}
              error={form.of(lineAmountId(line.id))}
              onLine={(next) =>
                set((now) => ({ ...now, lines: now.lines.map((one) => (one.id === next.id ? next : one)) }))
              }
              onRemove={() => remove(line)}
            />
          ))}
          {value.lines.length < linesMax && (
            <Button id={addButtonId} icon={Plus} onClick={add}>
              {words.lineAdd}
            </Button>
          )}
          {value.lines.length > 0 && <Sum draft={value} />}
        </>
      )}
    </FieldGroup>
  );
}

const addButtonId = 'post-erbij';
const lineLabelId = (id: string): string => `post-${id}`;

/** After the next drawing: the field is not there yet when its button is pressed. */
function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}

interface LineFieldsProps {
  readonly line: TypedLine;
  readonly at: number;
  readonly error: string | undefined;
  readonly onLine: (line: TypedLine) => void;
  readonly onRemove: () => void;
}

function LineFields({ line, at, error, onLine, onRemove }: LineFieldsProps) {
  return (
    <div class="bk-stack bk-gap-2 bk-card bk-card--well">
      <TextField
        id={lineLabelId(line.id)}
        label={words.line(at)}
        maxLength={textLimits.line}
        value={line.label}
        onValue={(label) => onLine({ ...line, label })}
      />
      <MoneyField
        id={lineAmountId(line.id)}
        label={words.lineAmount(at)}
        error={error}
        value={line.amount}
        onValue={(amount) => onLine({ ...line, amount })}
      />
      <div>
        <Button kind="quiet" icon={Trash} name={words.lineRemove(line.label, at)} onClick={onRemove}>
          {words.lineRemoveShort}
        </Button>
      </div>
    </div>
  );
}

function Sum({ draft }: { readonly draft: ProposalDraft }) {
  const cents = linesCents(draft);
  const difference = cents - valuesOf(draft).requestedCents;
  return (
    <p role="status">
      <b>{words.linesSum(cents)}.</b> {draft.requested.trim() !== '' && differenceText(difference)}
    </p>
  );
}

function differenceText(cents: number): string {
  if (cents === 0) return words.linesEqual;
  return cents > 0 ? words.linesHigher(cents) : words.linesLower(-cents);
}

export function RequestedField({ draft, form, ask }: ProposalFieldProps) {
  const { value, set } = draft;
  const { budgetYear } = useMe();
  const { requestedCents } = valuesOf(value);
  const sum = linesCents(value);
  const limit = budgetYear?.year === value.year ? budgetYear.smallLimitCents : undefined;
  return (
    <>
      <MoneyField
        id={formFields.requested}
        big
        label={words.requested}
        hint={words.requestedHint}
        {...ask}
        error={form.of(formFields.requested)}
        value={value.requested}
        onValue={(requested) => set({ requested })}
      />
      {sum > 0 && sum !== requestedCents && (
        <div class="bk-stack bk-gap-2">
          {value.requested.trim() !== '' && (
            <p role="status">
              {differenceText(sum - requestedCents)} {words.linesSay}
            </p>
          )}
          <Button onClick={() => set({ requested: amountText(sum) })}>{words.takeSum(sum)}</Button>
        </div>
      )}
      {limit !== undefined && requestedCents > limit && <Note icon={Info}>{words.aboveLimit(limit)}</Note>}
    </>
  );
}
