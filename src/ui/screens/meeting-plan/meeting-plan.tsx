import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { isIsoDate } from '../../../domain/dates.ts';
import { newId, Refusal, useCommand, useToday } from '../../data.ts';
import { useDraft } from '../../hooks.ts';
import { Calendar, CircleAlert, Info } from '../../icons.ts';
import { nlAfterwards } from '../../nl/meeting-around.ts';
import { nlPlan } from '../../nl/meeting-plan.ts';
import { Actions, BackLink, Button } from '../../parts/button.tsx';
import { Card, CardHead, Stack } from '../../parts/card.tsx';
import { Choice } from '../../parts/choice.tsx';
import { ErrorSummary, useFormErrors } from '../../parts/error-summary.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { AgendaPicker } from './agenda-picker.tsx';
import { emptyPlan, heldProblems, type PlanDraft, planFields, planProblems, timeFrom } from './plan-draft.ts';
import { useDecidable } from './use-decidable.ts';
import { WhenFields } from './when-fields.tsx';

/** /vergadering/nieuw: day and place, and what is on the agenda. One page with two parts. */
export function MeetingPlanScreen() {
  const [initial] = useState(() => emptyPlan(newId));
  const draft = useDraft<PlanDraft>('meeting.plan', initial);
  const form = useFormErrors();
  const today = useToday();
  const { route } = useLocation();
  const plan = useCommand('meeting.plan');
  const enter = useCommand('meeting.enter');
  const add = useCommand('agenda.add');
  const { plannedOn } = draft.value;
  const decidable = useDecidable(isIsoDate(plannedOn) ? plannedOn : today);
  const count = draft.value.items.filter(({ proposalId }) => proposalId !== null).length;

  const send = async () => {
    const { value } = draft;
    const { meetingId, afterwards } = value;
    if (!form.check(afterwards ? heldProblems(value, today) : planProblems(value, today))) return;
    const when = {
      meetingId,
      title: value.title.trim(),
      place: value.place.trim(),
      plannedOn: value.plannedOn,
      startTime: timeFrom(value.startTime) ?? '',
    };
    const planned = afterwards
      ? await enter.send({ ...when, endTime: timeFrom(value.endTime) ?? '' })
      : await plan.send(when);
    if (!planned.saved) return;
    for (const [index, { key, proposalId, title }] of value.items.entries()) {
      const nonce = proposalId === null ? { itemNonce: key } : {};
      const added = await add.send({ meetingId, proposalId, ...nonce, title, position: index + 1 });
      if (!added.saved) return;
    }
    await draft.clear();
    showToast({ text: afterwards ? nlAfterwards.saved : nlPlan.saved });
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
          <Choice
            type="checkbox"
            name="geweest"
            label={nlAfterwards.choose}
            note={nlAfterwards.chooseNote}
            checked={draft.value.afterwards}
            onChecked={(afterwards) => draft.set({ afterwards })}
          />
          <WhenFields
            value={draft.value}
            onValue={draft.set}
            form={form}
            min={draft.value.afterwards ? undefined : today}
          />
          {draft.value.afterwards && (
            <TextField
              id={planFields.endTime}
              label={nlAfterwards.end}
              hint={nlAfterwards.endHint}
              short
              plain
              value={draft.value.endTime}
              error={form.of(planFields.endTime)}
              onValue={(endTime) => draft.set({ endTime })}
            />
          )}
        </Card>
        <AgendaPicker
          items={draft.value.items}
          ownTitle={draft.value.ownTitle}
          decidable={decidable}
          meetingId={draft.value.meetingId}
          onItems={(change) => draft.set((value) => ({ ...value, items: change(value.items) }))}
          onOwnTitle={(ownTitle) => draft.set({ ownTitle })}
        />
        <Refusal command={plan} />
        <Refusal command={enter} />
        <Refusal command={add} />
        <Actions>
          <Button
            kind="primary"
            big
            icon={Calendar}
            busy={plan.busy || enter.busy || add.busy}
            onClick={() => void send()}
          >
            {draft.value.afterwards ? nlAfterwards.send : nlPlan.send(count)}
          </Button>
        </Actions>
      </Stack>
    </>
  );
}
