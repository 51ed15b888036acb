import type { Draft } from '../../draft.ts';
import { ArrowRight } from '../../icons.ts';
import { nlStart } from '../../nl/start.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Stack } from '../../parts/card.tsx';
import { RadioGroup } from '../../parts/choice-fields.tsx';
import { ErrorSummary, type FormErrors, useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Steps } from '../../parts/status.tsx';
import { MoneyField, NumberField, TextField } from '../../parts/text-fields.tsx';
import { type Answers, firstOpenQuestion, problemsOf, type Question, questions } from './answers.ts';

export interface QuestionPageProps {
  readonly question: Question;
  readonly draft: Draft<Answers>;
  readonly onAnswered: () => void;
}

export function QuestionPage({ question, draft, onAnswered }: QuestionPageProps) {
  const form = useFormErrors();
  const at = questions.indexOf(question) + 1;
  const complete = firstOpenQuestion(draft.value) === undefined;
  const send = () => {
    if (form.check(problemsOf(question, draft.value))) onAnswered();
  };
  return (
    <Form class="bk-stack bk-gap-5" onSend={send}>
      <ErrorSummary form={form} />
      <Steps at={at} of={questions.length} text={nlStart.step} />
      <Asked question={question} draft={draft} form={form} />
      <Actions>
        <Button kind="primary" big wide type="submit" iconAfter={ArrowRight}>
          {complete || at === questions.length ? nlStart.toCheck : nlStart.next}
        </Button>
      </Actions>
    </Form>
  );
}

interface AskedProps {
  readonly question: Question;
  readonly draft: Draft<Answers>;
  readonly form: FormErrors;
}

function Asked({ question, draft, form }: AskedProps) {
  const { value, set } = draft;
  switch (question) {
    case 'wijk':
      return <PlaceFields question={question} draft={draft} form={form} />;
    case 'jaar':
      return (
        <NumberField
          id="year"
          page
          label={nlStart.year.title}
          hint={nlStart.year.hint}
          error={form.of('year')}
          value={value.year}
          onValue={(year) => set({ year })}
        />
      );
    case 'bedrag':
      return (
        <MoneyField
          id="grant"
          page
          big
          label={nlStart.grant.title}
          hint={nlStart.grant.hint}
          error={form.of('grant')}
          value={value.grant}
          onValue={(grant) => set({ grant })}
        />
      );
    case 'grens':
      return (
        <MoneyField
          id="limit"
          page
          big
          label={nlStart.limit.title}
          hint={nlStart.limit.hint}
          error={form.of('limit')}
          value={value.limit}
          onValue={(limit) => set({ limit })}
        />
      );
    case 'quorum':
      return <QuorumFields question={question} draft={draft} form={form} />;
  }
}

function PlaceFields({ draft: { value, set }, form }: AskedProps) {
  const { place } = nlStart;
  return (
    <Stack gap={4}>
      <PageHead title={place.title} lead={place.lead} />
      <TextField
        id="name"
        label={place.name}
        error={form.of('name')}
        value={value.name}
        onValue={(name) => set({ name })}
        maxLength={100}
        plain
      />
      <TextField
        id="city"
        label={place.city}
        error={form.of('city')}
        value={value.city}
        onValue={(city) => set({ city })}
        maxLength={60}
        autocomplete="address-level2"
      />
      <TextField
        id="bodyWord"
        label={place.bodyWord}
        hint={place.bodyWordHint}
        error={form.of('bodyWord')}
        value={value.bodyWord}
        onValue={(bodyWord) => set({ bodyWord })}
        maxLength={60}
        plain
      />
      <TextField
        id="founderName"
        label={place.founderName}
        hint={place.founderNameHint}
        error={form.of('founderName')}
        value={value.founderName}
        onValue={(founderName) => set({ founderName })}
        maxLength={100}
        autocomplete="name"
      />
    </Stack>
  );
}

function QuorumFields({ draft: { value, set }, form }: AskedProps) {
  const { quorum } = nlStart;
  return (
    <Stack gap={4}>
      <RadioGroup
        id="quorum"
        page
        label={quorum.title}
        hint={quorum.hint}
        error={form.of('quorum')}
        value={value.quorum === '' ? undefined : value.quorum}
        onValue={(kind) => set({ quorum: kind })}
        options={[
          { value: 'more_than_half', label: quorum.half, note: quorum.halfNote },
          { value: 'count', label: quorum.count, note: quorum.countNote },
        ]}
      />
      {value.quorum === 'count' && (
        <NumberField
          id="quorumCount"
          label={quorum.countLabel}
          error={form.of('quorumCount')}
          value={value.quorumCount}
          onValue={(quorumCount) => set({ quorumCount })}
        />
      )}
    </Stack>
  );
}
