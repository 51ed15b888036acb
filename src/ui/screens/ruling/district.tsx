// /advies: what the committee asked of the district, on the district manager's own device, and the answer to it.

import type { AdviceView } from '../../../domain/rows.ts';
import { mayI, newId, Refusal, useCommand, useRowFound, useRows, useRowsFound, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { euro } from '../../format.ts';
import { Check, Clock } from '../../icons.ts';
import { nlRuling } from '../../nl/ruling.ts';
import { Actions, BackLink, Button, LinkButton } from '../../parts/button.tsx';
import { Card, CardHead, Section, Stack } from '../../parts/card.tsx';
import { RadioGroup } from '../../parts/choice-fields.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ErrorSummary, useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { Lines } from '../../parts/lines.tsx';
import { Item, List } from '../../parts/list.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Badge, LocalMark } from '../../parts/status.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { TextArea } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { useParam } from '../../router.tsx';
import { periodText } from '../proposal-form/value-text.tsx';
import { AdviceAnswers } from './advice-card.tsx';
import { viewLooks } from './looks.ts';
import { type AdviceAsked, joined } from './use-advice.ts';

const words = nlRuling.district;
const views = Object.keys(nlRuling.advice.views) as readonly AdviceView[];

export function AdvicesScreen() {
  const asked = useRowsFound('advice');
  const answers = useRows('adviceAnswer');
  const all = joined(asked.value, answers);
  const isOpen = ({ advice, answers: own }: AdviceAsked): boolean => own.length === 0 && !advice.withdrawn;
  if (!asked.loaded) return null;
  const parts = [
    { id: 'open', title: words.open, list: all.filter(isOpen) },
    { id: 'klaar', title: words.done, list: all.filter((one) => !isOpen(one)) },
  ];
  return (
    <Stack gap={5}>
      <BackLink href="/">{words.backToday}</BackLink>
      <PageHead title={words.title} />
      {all.length === 0 && <Empty title={words.none}>{words.noneText}</Empty>}
      {parts
        .filter(({ list }) => list.length > 0)
        .map(({ id, title, list }) => (
          <Section key={id} id={id} title={title}>
            <List label={title}>
              {list.map((one) => (
                <AdviceItem key={one.advice.id} asked={one} />
              ))}
            </List>
          </Section>
        ))}
    </Stack>
  );
}

function AdviceItem({ asked: { advice, answers } }: { readonly asked: AdviceAsked }) {
  const last = answers.at(-1);
  const { neededBy, about, id, question, withdrawn, pending } = advice;
  return (
    <Item
      title={about.title}
      lines={[question, ...(neededBy === null ? [] : [{ strong: nlRuling.advice.before(neededBy) }])]}
      href={`/advies/${id}`}
      end={
        last !== undefined ? (
          <Badge {...viewLooks[last.view]}>{nlRuling.advice.views[last.view]}</Badge>
        ) : withdrawn ? (
          <Badge icon={Check}>{nlRuling.advice.withdraw}</Badge>
        ) : pending ? (
          <LocalMark />
        ) : (
          <Badge icon={Clock}>{nlRuling.advice.waiting}</Badge>
        )
      }
    />
  );
}

export function AdviceScreen() {
  const found = useRowFound('advice', useParam('id'));
  const answers = useRows('adviceAnswer', 'adviceId', found.value?.id ?? '');
  if (!found.loaded) return null;
  if (found.value === undefined) {
    return (
      <Empty page title={words.missing} action={<LinkButton href="/advies">{words.back}</LinkButton>}>
        {words.missingText}
      </Empty>
    );
  }
  const [asked] = joined([found.value], answers);
  return asked === undefined ? null : <AdvicePage key={asked.advice.id} asked={asked} />;
}

function AdvicePage({ asked: { advice, answers } }: { readonly asked: AdviceAsked }) {
  const { about, question, neededBy, withdrawn } = advice;
  const places = [...about.quarters, about.streets].filter((part) => part !== '').join(', ');
  return (
    <Stack gap={5}>
      <BackLink href="/advies">{words.back}</BackLink>
      <PageHead title={about.title} kicker={nlRuling.advice.title} />
      <Card labelledBy="vraagkop" gap={3}>
        <CardHead id="vraagkop" title={words.question} />
        <Lines text={question} />
        <p class="bk-soft bk-small">
          {nlRuling.advice.asked(advice.askedOn)}
          {neededBy !== null && `. ${nlRuling.advice.before(neededBy)}`}
        </p>
        {withdrawn && <p>{nlRuling.advice.withdrawn}</p>}
      </Card>
      <Card labelledBy="plan" gap={3}>
        <CardHead id="plan" title={words.plan} />
        <Lines text={about.summary} />
        <SummaryList
          rows={[
            { label: words.amount, value: euro(about.requestedCents) },
            ...(places === '' ? [] : [{ label: words.place, value: places }]),
            ...(about.period === null ? [] : [{ label: words.when, value: periodText(about.period) }]),
          ]}
        />
      </Card>
      {answers.length > 0 && (
        <Card labelledBy="antwoord" gap={3}>
          <CardHead id="antwoord" title={words.answer} />
          <AdviceAnswers answers={answers} />
        </Card>
      )}
      {mayI('advice.answer') && !withdrawn && <AnswerForm adviceId={advice.id} again={answers.length > 0} />}
    </Stack>
  );
}

interface AnswerFormProps {
  readonly adviceId: string;
  /** A further answer stands beside the first; the form then waits to be asked for. */
  readonly again: boolean;
}

function AnswerForm({ adviceId, again }: AnswerFormProps) {
  const today = useToday();
  const form = useFormErrors();
  const command = useCommand('advice.answer');
  const draftKey = `advice.answer:${adviceId}`;
  const draft = useDraft(draftKey, { answerId: '', view: null as AdviceView | null, text: '', open: false });
  const { view, text, open } = draft.value;
  const done = async () => {
    await draft.clear();
    showToast({ text: words.saved });
  };
  const submit = async () => {
    const needsText = (view === 'with_conditions' || view === 'objection') && text.trim() === '';
    const errors = [
      ...(view === null ? [{ fieldId: 'mening', sentence: words.viewMissing }] : []),
      ...(needsText ? [{ fieldId: 'toelichting', sentence: words.textMissing }] : []),
    ];
    if (!form.check(errors) || view === null) return;
    const answerId = draft.value.answerId === '' ? newId() : draft.value.answerId;
    draft.set({ answerId });
    const args = { answerId, adviceId, view, text: text.trim(), answeredOn: today };
    if ((await command.send(args, { draftKey })).saved) await done();
  };
  if (again && !open && view === null && text === '') {
    return <Button onClick={() => draft.set({ open: true })}>{words.answerAgain}</Button>;
  }
  return (
    <Card labelledBy="uwadvies">
      <CardHead id="uwadvies" title={again ? words.answerAgain : words.answer} />
      <Form class="bk-stack" onSend={submit}>
        <ErrorSummary form={form} />
        <RadioGroup
          {...{ id: 'mening', label: words.view, error: form.of('mening'), value: view ?? undefined }}
          options={views.map((value) => ({ value, label: nlRuling.advice.views[value] }))}
          onValue={(value) => draft.set({ view: value })}
        />
        <TextArea
          {...{ id: 'toelichting', label: words.text, hint: words.textHint, error: form.of('toelichting') }}
          {...{ optional: view === null || view === 'no_objection' || view === 'no_view', rows: 4, maxLength: 5_000 }}
          value={text}
          onValue={(value) => draft.set({ text: value })}
        />
        <Refusal command={command} onSaved={() => void done()} />
        <Actions>
          <Button kind="primary" type="submit" busy={command.busy}>
            {words.save}
          </Button>
        </Actions>
      </Form>
    </Card>
  );
}
