// The fields of a proposal. `page` makes one of them a whole page with its own question, for a resident.
import { useMe } from '../../data.ts';
import type { Draft } from '../../draft.ts';
import { nlBelongings } from '../../nl/belongings.ts';
import { nlProposalForm } from '../../nl/proposal-form.ts';
import { CheckboxGroup, RadioGroup } from '../../parts/choice-fields.tsx';
import type { FormErrors } from '../../parts/error-summary.tsx';
import type { FieldProps } from '../../parts/field.tsx';
import { DateField, SelectField, TextArea, TextField } from '../../parts/text-fields.tsx';
import { formFields, type ProposalDraft, textLimits } from './proposal-draft.ts';

export interface ProposalFieldProps {
  readonly draft: Draft<ProposalDraft>;
  readonly form: FormErrors;
  /** Other words, and the label as the title of the page. */
  readonly ask?: Pick<FieldProps, 'label' | 'hint' | 'page' | 'tabTitle' | 'after'> | undefined;
}

const words = nlProposalForm;

export function TitleField({ draft: { value, set }, form, ask }: ProposalFieldProps) {
  return (
    <TextField
      id={formFields.title}
      label={words.title}
      hint={words.titleHint}
      {...ask}
      error={form.of(formFields.title)}
      maxLength={textLimits.title}
      value={value.title}
      onValue={(title) => set({ title })}
    />
  );
}

export function SummaryField({ draft: { value, set }, form, ask }: ProposalFieldProps) {
  return (
    <TextArea
      id={formFields.summary}
      label={words.summary}
      hint={words.summaryHint}
      rows={6}
      {...ask}
      error={form.of(formFields.summary)}
      maxLength={textLimits.summary}
      value={value.summary}
      onValue={(summary) => set({ summary })}
    />
  );
}

export function ApplicantField({ draft: { value, set }, form, ask }: ProposalFieldProps) {
  return (
    <TextField
      id={formFields.applicant}
      label={words.applicant}
      hint={words.applicantHint}
      {...ask}
      error={form.of(formFields.applicant)}
      maxLength={textLimits.applicant}
      value={value.applicant}
      onValue={(applicant) => set({ applicant })}
    />
  );
}

const kinds = ['unique_project', 'recurring_event', 'professional'] as const;

export function KindField({ draft: { value, set }, ask }: ProposalFieldProps) {
  return (
    <RadioGroup
      label={words.kind}
      {...ask}
      options={kinds.map((kind) => ({ value: kind, ...words.kinds[kind] }))}
      value={value.kind}
      onValue={(kind) => set({ kind })}
    />
  );
}

/** The committee's own list of quarters; where it has none, names with commas. */
export function QuartersField({ draft: { value, set }, ask }: ProposalFieldProps) {
  const { committee } = useMe();
  const known = committee?.quarters ?? [];
  const options = [...new Set([...known, ...value.quarters])];
  if (options.length === 0 || known.length === 0) {
    return (
      <TextField
        label={words.quarters}
        {...ask}
        hint={words.quartersTyped}
        optional
        value={value.quartersTyped}
        onValue={(typed) => set({ quartersTyped: typed, quarters: namesIn(typed) })}
      />
    );
  }
  return (
    <CheckboxGroup
      label={words.quarters}
      hint={words.quartersHint}
      {...ask}
      options={options.map((name) => ({ value: name, label: name }))}
      values={value.quarters}
      onValues={(quarters) => set({ quarters, quartersTyped: quarters.join(', ') })}
    />
  );
}

export function StreetsField({ draft: { value, set } }: ProposalFieldProps) {
  return (
    <TextField
      label={words.streets}
      hint={words.streetsHint}
      optional
      maxLength={300}
      value={value.streets}
      onValue={(streets) => set({ streets })}
    />
  );
}

export function PeriodFields({ draft: { value, set }, form }: ProposalFieldProps) {
  const { period } = nlBelongings;
  return (
    <>
      <DateField label={period.from} optional value={value.from} onValue={(from) => set({ from })} />
      <DateField
        id={formFields.until}
        label={period.until}
        optional
        error={form.of(formFields.until)}
        min={value.from === '' ? undefined : value.from}
        value={value.until}
        onValue={(until) => set({ until })}
      />
    </>
  );
}

const intakes = ['own', 'paper_form', 'spoken'] as const;

export function IntakeField({ draft: { value, set } }: ProposalFieldProps) {
  return (
    <RadioGroup
      label={words.intake}
      options={intakes.map((intake) => ({ value: intake, ...nlBelongings.intakes[intake] }))}
      value={value.intake}
      onValue={(intake) => set({ intake })}
    />
  );
}

export function LanguageField({ draft: { value, set } }: ProposalFieldProps) {
  return (
    <SelectField
      label={words.language}
      hint={words.languageHint}
      none={words.languageNone}
      options={Object.entries(nlBelongings.languages).map(([value, label]) => ({ value, label }))}
      value={value.language}
      onValue={(language) => set({ language: language as ProposalDraft['language'] })}
    />
  );
}

export function namesIn(typed: string): readonly string[] {
  const names = typed
    .split(',')
    .map((name) => name.trim().slice(0, 100))
    .filter((name) => name !== '');
  return [...new Set(names)];
}
