// One page with sections, for who fills in proposals often: everything at sight, the checklist above.
import type { ComponentChildren } from 'preact';
import { Refusal, useRows } from '../../data.ts';
import { DraftPhotos } from '../../draft-photos.tsx';
import { CircleAlert, Info } from '../../icons.ts';
import { nlProposalForm } from '../../nl/proposal-form.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Card, CardHead, Stack } from '../../parts/card.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { SelectField } from '../../parts/text-fields.tsx';
import { AlikeNote } from './alike-note.tsx';
import { BudgetFields, RequestedField } from './budget-fields.tsx';
import { Checklist } from './checklist.tsx';
import { ConflictPanel } from './conflict-panel.tsx';
import {
  ApplicantField,
  IntakeField,
  KindField,
  LanguageField,
  PeriodFields,
  QuartersField,
  StreetsField,
  SummaryField,
  TitleField,
} from './fields.tsx';
import { missingIn, valuesOf } from './proposal-draft.ts';
import { ThemeFields } from './theme-fields.tsx';
import type { ProposalForm } from './use-proposal-form.ts';

const words = nlProposalForm;

export interface SectionsFormProps {
  readonly proposalForm: ProposalForm;
  readonly title: string;
  readonly back: ComponentChildren;
  /** Not handed in yet: can be kept as a concept or handed in. */
  readonly isDraft: boolean;
  /** Of a new one: what it does again. */
  readonly repeat?: ComponentChildren;
}

export function SectionsForm({ proposalForm, title, back, isDraft, repeat }: SectionsFormProps) {
  const { draft, form, conflicts, saving, submitting } = proposalForm;
  const fields = { draft, form };
  const send = () => void (isDraft ? proposalForm.submit(words.submitted) : proposalForm.keep(words.changed));
  return (
    <Form onSend={send}>
      <Stack gap={3}>
        {back}
        <ErrorSummary form={form} />
        <PageHead title={title} lead={isDraft ? words.lead : undefined} />
      </Stack>
      <Stack gap={5}>
        <Notes proposalForm={proposalForm} />
        <ConflictPanel year={draft.value.year} conflicts={conflicts} onChoose={proposalForm.choose} />
        {repeat}
        {isDraft && <Checklist missing={missingIn(draft.value)} />}
        <Card labelledBy="sectie-binnen">
          <CardHead id="sectie-binnen" title={words.intake} />
          <IntakeField {...fields} />
          <LanguageField {...fields} />
          {proposalForm.paper !== undefined && draft.value.intake === 'paper_form' && (
            <DraftPhotos draft={proposalForm.paper} label={words.paper} hint={words.paperHint} mustBeRead />
          )}
        </Card>
        <Card labelledBy="sectie-plan">
          <CardHead id="sectie-plan" title={words.sections.plan} />
          <TitleField {...fields} />
          {isDraft && <AlikeNote draft={draft.value} />}
          <SummaryField {...fields} />
          <ApplicantField {...fields} />
          <KindField {...fields} />
          <YearField {...fields} />
        </Card>
        <Card labelledBy="sectie-waar">
          <CardHead id="sectie-waar" title={words.sections.where} />
          <QuartersField {...fields} />
          <StreetsField {...fields} />
          <PeriodFields {...fields} />
        </Card>
        <Card labelledBy="sectie-themas">
          <CardHead id="sectie-themas" title={words.sections.themes} />
          <ThemeFields {...fields} />
        </Card>
        <Card labelledBy="sectie-geld">
          <CardHead id="sectie-geld" title={words.sections.money} />
          <BudgetFields {...fields} />
          <RequestedField {...fields} />
        </Card>
        <Refusal command={saving} onSaved={proposalForm.leave} />
        <Refusal command={submitting} onSaved={proposalForm.leave} />
        <Buttons proposalForm={proposalForm} isDraft={isDraft} />
      </Stack>
    </Form>
  );
}

function Buttons({ proposalForm, isDraft }: Pick<SectionsFormProps, 'proposalForm' | 'isDraft'>) {
  const { draft, conflicts, busy, keep } = proposalForm;
  const blocked = conflicts.length > 0 ? words.conflict.open(conflicts.length) : undefined;
  if (!isDraft) {
    return (
      <Actions>
        <Button kind="primary" big type="submit" busy={busy} blocked={blocked}>
          {words.saveChanges}
        </Button>
      </Actions>
    );
  }
  return (
    <Actions>
      <Button kind="primary" big type="submit" busy={busy} blocked={blocked}>
        {words.submit(valuesOf(draft.value).requestedCents)}
      </Button>
      <Button big busy={busy} blocked={blocked} onClick={() => void keep(words.kept)}>
        {words.keepDraft}
      </Button>
    </Actions>
  );
}

export function Notes({ proposalForm: { draft } }: Pick<SectionsFormProps, 'proposalForm'>) {
  return (
    <>
      {draft.restored && (
        <Note icon={Info}>
          <p>{words.restored}</p>
          <Button kind="quiet" onClick={() => void draft.clear()}>
            {words.startOver}
          </Button>
        </Note>
      )}
      {draft.failed && (
        <Note tone="bad" icon={CircleAlert} live="alert">
          {words.failed}
        </Note>
      )}
    </>
  );
}

function YearField({ draft: { value, set } }: { readonly draft: ProposalForm['draft'] }) {
  const years = useRows('budgetYear');
  if (years.length < 2) return null;
  const options = [...years]
    .sort((a, b) => b.year - a.year)
    .map(({ year }) => ({ value: String(year), label: String(year) }));
  return (
    <SelectField
      label={words.year}
      options={options}
      value={String(value.year)}
      onValue={(year) => set({ year: Number(year) })}
    />
  );
}
