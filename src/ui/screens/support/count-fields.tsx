// The fields of a count: what is on the paper, and the four counters.
import type { Draft } from '../../draft.ts';
import { CircleMinus, DoorClosed, ThumbsDown, ThumbsUp } from '../../icons.ts';
import { nlSupport } from '../../nl/support.ts';
import { Button } from '../../parts/button.tsx';
import { Counter } from '../../parts/counter.tsx';
import type { FormErrors } from '../../parts/error-summary.tsx';
import { FieldGroup } from '../../parts/field.tsx';
import type { IconData } from '../../parts/icon.tsx';
import { NumberField, TextField } from '../../parts/text-fields.tsx';
import { answersIn, type CountDraft, countFields, wholeIn } from './count-draft.ts';

const words = nlSupport.count;

export interface CountFieldsProps {
  readonly draft: Draft<CountDraft>;
  readonly form: FormErrors;
}

/** `fixedNumber`: the sheet was chosen before, its number is in the title. */
export function SheetFields({
  draft: { value, set },
  form,
  fixedNumber,
}: CountFieldsProps & { readonly fixedNumber: number | undefined }) {
  return (
    <>
      {fixedNumber === undefined && (
        <NumberField
          id={countFields.number}
          label={words.number}
          hint={words.numberHint}
          error={form.of(countFields.number)}
          value={value.number}
          onValue={(number) => set({ number })}
        />
      )}
      <TextField
        label={words.area}
        hint={words.areaHint}
        optional
        maxLength={200}
        value={value.area}
        onValue={(area) => set({ area })}
      />
    </>
  );
}

const counters: readonly {
  readonly field: 'forCount' | 'againstCount' | 'noOpinionCount' | 'notAtHomeCount';
  readonly label: string;
  readonly icon: IconData;
  readonly note?: string;
}[] = [
  { field: 'forCount', label: words.for, icon: ThumbsUp },
  { field: 'againstCount', label: words.against, icon: ThumbsDown },
  { field: 'noOpinionCount', label: words.noOpinion, icon: CircleMinus },
  { field: 'notAtHomeCount', label: words.notAtHome, icon: DoorClosed, note: words.notAtHomeNote },
];

export function TallyFields({ draft: { value, set }, form }: CountFieldsProps) {
  const answers = answersIn(value);
  const asked = wholeIn(value.asked);
  return (
    <>
      <FieldGroup id={countFields.tally} label={words.sheetTally} error={form.of(countFields.tally)}>
        {() => (
          <div>
            {counters.map(({ field, label, icon, note }) => (
              <Counter
                key={field}
                label={label}
                icon={icon}
                note={note}
                value={value[field]}
                onValue={(count) => set({ [field]: count })}
              />
            ))}
          </div>
        )}
      </FieldGroup>
      <p class="bk-strong" role="status">
        {words.sum(answers)}
      </p>
      <NumberField
        id={countFields.asked}
        label={words.asked}
        hint={words.askedHint}
        error={form.of(countFields.asked)}
        value={value.asked}
        onValue={(typed) => set({ asked: typed })}
        after={asked !== undefined && asked > answers && answers > 0 ? words.rest(asked - answers) : undefined}
      />
      {answers > 0 && (asked === undefined || asked < answers) && (
        <Button onClick={() => set({ asked: String(answers) })}>{words.take(answers)}</Button>
      )}
    </>
  );
}
