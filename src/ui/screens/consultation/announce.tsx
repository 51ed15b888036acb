// /raadpleging/nieuw: what is asked of the neighbourhood, when, and how the vote goes. One page with three parts.
import { useEffect, useState } from 'preact/hooks';
import { newId, Refusal, useCommand, useMe } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { CircleAlert, Info, Send } from '../../icons.ts';
import { nlConsultation } from '../../nl/consultation.ts';
import { Actions, BackLink, Button } from '../../parts/button.tsx';
import { Card, CardHead, Stack } from '../../parts/card.tsx';
import { CheckboxGroup } from '../../parts/choice-fields.tsx';
import { ErrorSummary, useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { useLocation } from '../../router.tsx';
import { askedText, useUndecided } from '../meeting-plan/use-decidable.ts';
import {
  type AnnounceDraft,
  announceArgs,
  announceFields,
  announceProblems,
  canBeAsked,
  emptyAnnounce,
} from './announce-draft.ts';
import { MethodFields, WordsFields } from './announce-fields.tsx';
import { consultationHref } from './use-consultation.ts';

const words = nlConsultation.announce;
const draftKey = 'consultation.announce';

export function AnnounceScreen() {
  const { route, query } = useLocation();
  const [initial] = useState(() => emptyAnnounce(newId()));
  const draft = useDraft<AnnounceDraft>(draftKey, initial);
  const form = useFormErrors();
  const { year } = useMe();
  const command = useCommand('consultation.announce');
  const plans = useUndecided().filter(canBeAsked);
  const { value } = draft;
  // From the check of a proposal: ticked once, also in an announcement that was begun before.
  const asked = plans.find(({ id }) => id === query['aanvraag'])?.id;
  useEffect(() => {
    if (draft.ready && asked !== undefined)
      draft.set((before) => ({ ...before, proposalIds: [...new Set([...before.proposalIds, asked])] }));
  }, [draft.ready, asked]);
  const done = async () => {
    await draft.clear();
    showToast({ text: words.saved });
    route(consultationHref(value.consultationId), true);
  };
  const send = async () => {
    if (!form.check(announceProblems(value))) return;
    const args = announceArgs(value, plans);
    if (args !== undefined && (await command.send(args, { draftKey })).saved) await done();
  };
  return (
    <Form onSend={send}>
      <Stack gap={3}>
        <BackLink href="/vergadering">{nlConsultation.back}</BackLink>
        <ErrorSummary form={form} />
        <PageHead title={words.title} />
      </Stack>
      <Stack gap={5}>
        {draft.restored && <Note icon={Info}>{words.restored}</Note>}
        {draft.failed && (
          <Note tone="bad" icon={CircleAlert} live="alert">
            {words.failed}
          </Note>
        )}
        <Card labelledBy="waarover">
          <CardHead id="waarover" title={words.what} />
          <WordsFields value={value} onValue={draft.set} form={form} />
        </Card>
        <Card labelledBy="op-het-briefje">
          <CardHead id="op-het-briefje" title={words.plans} />
          {plans.length === 0 ? (
            <p class="bk-soft">{words.noPlans}</p>
          ) : (
            <CheckboxGroup
              id={announceFields.plans}
              label={words.plansPick}
              hint={words.plansHint}
              error={form.of(announceFields.plans)}
              options={plans.map((plan) => ({ value: plan.id, label: plan.title, note: askedText(plan, year) }))}
              values={value.proposalIds}
              onValues={(proposalIds) => draft.set({ proposalIds })}
            />
          )}
        </Card>
        <Card labelledBy="hoe">
          <CardHead id="hoe" title={words.how} />
          <MethodFields value={value} onValue={draft.set} form={form} />
        </Card>
        <Refusal command={command} onSaved={() => void done()} />
        <Actions>
          <Button kind="primary" big type="submit" icon={Send} busy={command.busy}>
            {words.send(value.proposalIds.length)}
          </Button>
        </Actions>
      </Stack>
    </Form>
  );
}
