// One question a page, for who does this once: a resident. The check page comes last.

import type { ComponentChildren } from 'preact';
import { Refusal } from '../../data.ts';
import { ArrowRight, UserRoundX } from '../../icons.ts';
import { nl } from '../../nl/index.ts';
import { nlProposalForm } from '../../nl/proposal-form.ts';
import { Actions, BackLink, Button } from '../../parts/button.tsx';
import { Stack } from '../../parts/card.tsx';
import { ErrorSummary, useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { Note, Steps } from '../../parts/status.tsx';
import { useLocation } from '../../router.tsx';
import { BudgetFields, RequestedField } from './budget-fields.tsx';
import { CheckPage } from './check-page.tsx';
import {
  ApplicantField,
  KindField,
  PeriodFields,
  QuartersField,
  StreetsField,
  SummaryField,
  TitleField,
} from './fields.tsx';
import { textLimits } from './proposal-draft.ts';
import {
  checkPage,
  firstOpenQuestion,
  pageFrom,
  type Question,
  questionHref,
  questionParam,
  questionProblems,
  questions,
} from './questions.ts';
import { Notes } from './sections-form.tsx';
import { ThemeFields } from './theme-fields.tsx';
import type { ProposalForm } from './use-proposal-form.ts';

const words = nlProposalForm.questions;

export interface QuestionsFormProps {
  readonly proposalForm: ProposalForm;
  /** The address of this form without its question. */
  readonly path: string;
  /** A proposal that is there already is looked over first; a new one begins with its first question. */
  readonly isNew: boolean;
  readonly returnReason: string | null;
  /** Of a new one: what it does again. */
  readonly repeat?: ComponentChildren;
}

export function QuestionsForm(props: QuestionsFormProps) {
  const { proposalForm, path, isNew, returnReason } = props;
  const { query } = useLocation();
  const { ready, restored, value } = proposalForm.draft;
  const asked = pageFrom(query[questionParam]);
  if (isNew && asked === undefined && !ready) return null; // the draft knows where it was
  const begin = isNew ? ((restored ? pageFrom(value.question) : undefined) ?? questions[0]) : checkPage;
  const page = asked ?? begin;
  if (page === checkPage) {
    return <CheckPage proposalForm={proposalForm} path={path} returnReason={returnReason} isNew={isNew} />;
  }
  return <QuestionPage key={page} {...props} question={page} />;
}

function QuestionPage(props: QuestionsFormProps & { readonly question: Question }) {
  const { proposalForm, path, question, isNew, repeat } = props;
  const { draft, saving } = proposalForm;
  const { route, query } = useLocation();
  const form = useFormErrors();
  const at = questions.indexOf(question);
  const before = questions[at - 1];
  const next = questions[at + 1] ?? checkPage;
  const complete = firstOpenQuestion(draft.value) === undefined;
  // Once all is answered a question was opened from the check page, and leads back to it.
  const goOn = () => {
    if (!form.check(questionProblems(question, draft.value))) return;
    const page = complete ? checkPage : next;
    draft.set({ question: page });
    route(questionHref(path, page));
  };
  const mayLeave = draft.value.title.trim() !== '';
  return (
    <Form class="bk-stack bk-gap-5" onSend={goOn}>
      <Stack gap={2}>
        <BackLink href={backHref(path, before, complete, isNew)}>{nl.back}</BackLink>
        <Steps at={at + 1} of={questions.length} text={words.step} />
      </Stack>
      {(at === 0 || !(questionParam in query)) && <Notes proposalForm={proposalForm} />}
      {at === 0 && repeat}
      <ErrorSummary form={form} />
      <Asked question={question} proposalForm={{ ...proposalForm, form }} at={at + 1} />
      <Refusal command={saving} onSaved={proposalForm.leave} />
      <Actions>
        <Button kind="primary" big wide type="submit" iconAfter={ArrowRight}>
          {complete || next === checkPage ? words.toCheck : words.next}
        </Button>
        {mayLeave && (
          <Button kind="quiet" wide busy={saving.busy} onClick={() => void proposalForm.keep(words.laterSaved)}>
            {words.later}
          </Button>
        )}
      </Actions>
      {at === 0 && <Note icon={UserRoundX}>{words.saved}</Note>}
    </Form>
  );
}

function backHref(path: string, before: Question | undefined, complete: boolean, isNew: boolean): string {
  if (complete) return questionHref(path, checkPage);
  if (before !== undefined) return questionHref(path, before);
  return isNew ? '/aanvragen' : questionHref(path, checkPage);
}

interface AskedProps {
  readonly question: Question;
  readonly proposalForm: Pick<ProposalForm, 'draft' | 'form'>;
  readonly at: number;
}

/** Above this the count of what is left says nothing; a story of that length is long already. */
const leftFrom = 4_000;

function Asked({ question, proposalForm: { draft, form }, at }: AskedProps) {
  const asked = {
    naam: words.name,
    wat: words.what,
    soort: words.kind,
    waar: words.where,
    thema: words.themes,
    wie: words.who,
    kosten: words.costs,
    bedrag: words.amount,
  }[question];
  const ask = { ...asked, page: true, tabTitle: `${asked.label} ${words.step(at, questions.length)}` };
  const fields = { draft, form, ask };
  switch (question) {
    case 'naam':
      return <TitleField {...fields} />;
    case 'wat': {
      const { length } = draft.value.summary;
      const after = length > leftFrom ? words.what.left(textLimits.summary - length) : undefined;
      return (
        <SummaryField
          {...fields}
          ask={{ label: ask.label, hint: words.what.hint, page: true, tabTitle: ask.tabTitle, after }}
        />
      );
    }
    case 'soort':
      return <KindField {...fields} />;
    case 'waar':
      return (
        <>
          <QuartersField {...fields} />
          <StreetsField {...fields} />
          <PeriodFields {...fields} />
        </>
      );
    case 'thema':
      return <ThemeFields {...fields} />;
    case 'wie':
      return <ApplicantField {...fields} />;
    case 'kosten':
      return <BudgetFields {...fields} />;
    case 'bedrag':
      return <RequestedField {...fields} />;
  }
}
