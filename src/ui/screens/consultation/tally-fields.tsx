// Numbers per plan, as they are called out at the table.
import type { Consultation } from '../../../domain/rows.ts';
import type { Draft } from '../../draft.ts';
import { nlConsultation } from '../../nl/consultation.ts';
import type { FormErrors } from '../../parts/error-summary.tsx';
import { FieldGroup } from '../../parts/field.tsx';
import { NumberField } from '../../parts/text-fields.tsx';
import { type CountDraft, countFields, kindsOf, type VoteKind, voteFieldId, voteKey } from './count-draft.ts';

const words = nlConsultation.count;
const labels: Readonly<Record<VoteKind, string>> = {
  for: words.for,
  against: words.against,
  abstained: words.abstained,
};

export interface TallyFieldsProps {
  readonly consultation: Consultation;
  readonly draft: Draft<CountDraft>;
  readonly form: FormErrors;
}

export function TallyFields({ consultation, draft: { value, set }, form }: TallyFieldsProps) {
  const kinds = kindsOf(consultation);
  const onVotes = (key: string, typed: string) =>
    set((before) => ({ ...before, votes: { ...before.votes, [key]: typed } }));
  return (
    <>
      <NumberField
        id={countFields.valid}
        label={words.valid}
        hint={words.validHint}
        error={form.of(countFields.valid)}
        value={value.valid}
        onValue={(valid) => set({ valid })}
      />
      {consultation.options.map(({ number, title }) => (
        <FieldGroup key={number} label={nlConsultation.plan(number, title)}>
          {() => (
            <div class="bk-thirds">
              {kinds.map((kind) => (
                <NumberField
                  key={kind}
                  id={voteFieldId(number, kind)}
                  label={kinds.length === 1 ? words.votesFor : labels[kind]}
                  error={form.of(voteFieldId(number, kind))}
                  value={value.votes[voteKey(number, kind)] ?? ''}
                  onValue={(typed) => onVotes(voteKey(number, kind), typed)}
                />
              ))}
            </div>
          )}
        </FieldGroup>
      ))}
    </>
  );
}
