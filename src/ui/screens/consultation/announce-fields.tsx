// What an announcement says, and how the vote goes.
import type { BallotTieRule, ConsultationMethod } from '../../../domain/rows.ts';
import { nlConsultation } from '../../nl/consultation.ts';
import { RadioGroup } from '../../parts/choice-fields.tsx';
import type { FormErrors } from '../../parts/error-summary.tsx';
import { DateField, MoneyField, NumberField, TextArea, TextField } from '../../parts/text-fields.tsx';
import { type AnnounceDraft, announceFields as fields, type WordsDraft } from './announce-draft.ts';

const words = nlConsultation.announce;

export interface WordsFieldsProps {
  readonly value: WordsDraft;
  readonly onValue: (patch: Partial<WordsDraft>) => void;
  readonly form: FormErrors;
}

export function WordsFields({ value, onValue, form }: WordsFieldsProps) {
  return (
    <>
      <TextField
        id={fields.name}
        label={words.name}
        value={value.title}
        maxLength={150}
        error={form.of(fields.name)}
        onValue={(title) => onValue({ title })}
      />
      <TextArea
        label={words.text}
        hint={words.textHint}
        optional
        maxLength={5_000}
        value={value.text}
        onValue={(text) => onValue({ text })}
      />
      <DateField
        id={fields.date}
        label={words.date}
        value={value.heldOn}
        error={form.of(fields.date)}
        onValue={(heldOn) => onValue({ heldOn })}
      />
      <TextField
        id={fields.time}
        label={words.time}
        hint={words.timeHint}
        short
        plain
        value={value.startTime}
        error={form.of(fields.time)}
        onValue={(startTime) => onValue({ startTime })}
      />
      <TextField
        id={fields.place}
        label={words.place}
        value={value.place}
        maxLength={150}
        error={form.of(fields.place)}
        onValue={(place) => onValue({ place })}
      />
      <TextField
        id={fields.who}
        label={words.who}
        hint={words.whoHint}
        value={value.whoMayVote}
        maxLength={300}
        error={form.of(fields.who)}
        onValue={(whoMayVote) => onValue({ whoMayVote })}
      />
      <NumberField
        id={fields.quorum}
        label={words.quorum}
        hint={words.quorumHint}
        optional
        value={value.quorum}
        error={form.of(fields.quorum)}
        onValue={(quorum) => onValue({ quorum })}
      />
    </>
  );
}

const methods: readonly ConsultationMethod[] = ['for_against', 'approval', 'equal_shares'];
const tieRules: readonly BallotTieRule[] = ['cheapest', 'lot'];

export interface MethodFieldsProps {
  readonly value: AnnounceDraft;
  readonly onValue: (patch: Partial<AnnounceDraft>) => void;
  readonly form: FormErrors;
}

export function MethodFields({ value, onValue, form }: MethodFieldsProps) {
  const { method } = value;
  return (
    <>
      <RadioGroup
        id={fields.method}
        label={words.method}
        error={form.of(fields.method)}
        options={methods.map((name) => ({
          value: name,
          label: nlConsultation.methods[name],
          note: nlConsultation.methodNotes[name],
        }))}
        value={method === '' ? undefined : method}
        onValue={(name) => onValue({ method: name })}
      />
      {method !== '' && method !== 'for_against' && (
        <>
          <MoneyField
            id={fields.budget}
            label={words.budget}
            hint={words.budgetHint}
            value={value.budget}
            error={form.of(fields.budget)}
            onValue={(budget) => onValue({ budget })}
          />
          <NumberField
            id={fields.choices}
            label={words.choices}
            hint={words.choicesHint}
            optional
            value={value.choices}
            error={form.of(fields.choices)}
            onValue={(choices) => onValue({ choices })}
          />
        </>
      )}
      <RadioGroup
        label={words.tie}
        options={tieRules.map((rule) => ({
          value: rule,
          label: rule === 'cheapest' && method === 'for_against' ? words.forAgainstTie : words.tieRules[rule],
          note: words.tieNotes(method, rule),
        }))}
        value={value.tieRule}
        onValue={(tieRule) => onValue({ tieRule })}
      />
    </>
  );
}
