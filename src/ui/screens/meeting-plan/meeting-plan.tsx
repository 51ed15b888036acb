import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { newId, Refusal, useCommand, useMe, useRows, useToday } from '../../data.ts';
import { useDraft } from '../../hooks.ts';
import { Calendar, CircleAlert, Info } from '../../icons.ts';
import { nlPlan } from '../../nl/meeting-plan.ts';
import { Actions, BackLink, Button } from '../../parts/button.tsx';
import { Card, CardHead, Stack } from '../../parts/card.tsx';
import { ErrorSummary, useFormErrors } from '../../parts/error-summary.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { AgendaPicker } from './agenda-picker.tsx';
import { emptyPlan, type PlanDraft, planProblems, timeFrom } from './plan-draft.ts';
import { WhenFields } from './when-fields.tsx';

/** /vergadering/nieuw: day and place, and what is on the agenda. One page with two parts. */
export function MeetingPlanScreen() {
  const [initial] = useState(() => emptyPlan(newId));
  const draft = useDraft<PlanDraft>('meeting.plan', initial);
  const form = useFormErrors();
  const today = useToday();
  const { year } = useMe();
  const { route } = useLocation();
  const plan = useCommand('meeting.plan');
  const add = useCommand('agenda.add');
  const proposals = useRows('proposal', 'year', year);
  const count = draft.value.items.filter(({ proposalId }) => proposalId !== null).length;

  const send = async () => {
    const { value } = draft;
    if (!form.check(planProblems(value, today))) return;
    const { meetingId } = value;
    const planned = await plan.send({
      meetingId,
      title: value.title.trim(),
      place: value.place.trim(),
      plannedOn: value.plannedOn,
      startTime: timeFrom(value.startTime) ?? '',
    });
    if (!planned.saved) return;
    for (const [index, { key, proposalId, title }] of value.items.entries()) {
      const nonce = proposalId === null ? { itemNonce: key } : {};
      const added = await add.send({ meetingId, proposalId, ...nonce, title, position: index + 1 });
      if (!added.saved) return;
    }
    await draft.clear();
    showToast({ text: nlPlan.saved });
    route(`/vergadering/${meetingId}`, true);
  };

  return (
    <>
      <Stack gap={3}>
        <BackLink href="/vergadering">{nlPlan.back}</BackLink>
        <ErrorSummary form={form} />
        <PageHead title={nlPlan.title} />
      </Stack>
      <Stack gap={5}>
        {draft.restored && <Note icon={Info}>{nlPlan.restored}</Note>}
        {draft.failed && (
          <Note tone="bad" icon={CircleAlert} live="alert">
            {nlPlan.failed}
          </Note>
        )}
        <Card labelledBy="wanneer">
          <CardHead id="wanneer" title={nlPlan.when} />
          <WhenFields value={draft.value} onValue={draft.set} form={form} min={today} />
        </Card>
        <AgendaPicker
          items={draft.value.items}
          ownTitle={draft.value.ownTitle}
          proposals={proposals}
          meetingId={draft.value.meetingId}
          onItems={(change) => draft.set((value) => ({ ...value, items: change(value.items) }))}
          onOwnTitle={(ownTitle) => draft.set({ ownTitle })}
        />
        <Refusal command={plan} />
        <Refusal command={add} />
        <Actions>
          <Button kind="primary" big icon={Calendar} busy={plan.busy || add.busy} onClick={() => void send()}>
            {nlPlan.send(count)}
          </Button>
        </Actions>
      </Stack>
    </>
  );
}
