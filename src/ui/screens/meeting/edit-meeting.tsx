import { useLocation } from 'preact-iso';
import { Refusal, type Seen, useCommand } from '../../data.ts';
import { useDraft } from '../../hooks.ts';
import { Info } from '../../icons.ts';
import { nlPlan } from '../../nl/meeting-plan.ts';
import { Actions, BackLink, Button } from '../../parts/button.tsx';
import { Card, Stack } from '../../parts/card.tsx';
import { ErrorSummary, useFormErrors } from '../../parts/error-summary.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { useParam } from '../../router.tsx';
import { planProblems, timeFrom, type WhenAndWhere } from '../meeting-plan/plan-draft.ts';
import { WhenFields } from '../meeting-plan/when-fields.tsx';
import { MissingMeeting } from './missing.tsx';
import { useMeeting } from './use-meeting.ts';

/** /vergadering/:id/wijzigen: day, time, place and name of a meeting. Its agenda is changed on its own page. */
export function EditMeetingScreen() {
  const { loaded, value: rows } = useMeeting(useParam('id'));
  if (!loaded) return <PageHead title={nlPlan.editTitle} />;
  if (rows === undefined) return <MissingMeeting />;
  return <EditForm key={rows.meeting.id} meeting={rows.meeting} />;
}

function EditForm({ meeting }: { readonly meeting: Seen<'meeting'> }) {
  const { id: meetingId, title, place, plannedOn, startTime } = meeting;
  const seen: WhenAndWhere = { title, place, plannedOn, startTime };
  const draftKey = `meeting.change:${meetingId}`;
  // With what stood there when the form was opened: somebody else may change the evening while it is open.
  const draft = useDraft<WhenAndWhere & { readonly seen: WhenAndWhere }>(draftKey, {
    ...seen,
    startTime: startTime.replace(':', '.'), // as people write it
    seen,
  });
  const form = useFormErrors();
  const change = useCommand('meeting.change');
  const { route } = useLocation();
  const send = async () => {
    if (!form.check(planProblems(draft.value, undefined))) return;
    const { seen: before = seen, ...typed } = draft.value; // a draft of before has none
    const fields = changedFields(before, typed);
    const was = Object.fromEntries(Object.keys(fields).map((name) => [name, before[name as keyof WhenAndWhere]]));
    const sent =
      Object.keys(fields).length === 0 || (await change.send({ meetingId, fields, seen: was }, { draftKey })).saved;
    if (!sent) return;
    await draft.clear();
    showToast({ text: nlPlan.changed });
    route(`/vergadering/${meetingId}`, true);
  };
  return (
    <>
      <Stack gap={3}>
        <BackLink href={`/vergadering/${meetingId}`}>{nlPlan.backToMeeting}</BackLink>
        <ErrorSummary form={form} />
        <PageHead title={nlPlan.editTitle} />
      </Stack>
      <Stack gap={5}>
        {draft.restored && <Note icon={Info}>{nlPlan.restored}</Note>}
        <Card as="div">
          <WhenFields value={draft.value} onValue={draft.set} form={form} min={undefined} />
        </Card>
        <Refusal command={change} />
        <Actions>
          <Button kind="primary" big busy={change.busy} onClick={() => void send()}>
            {nlPlan.change}
          </Button>
        </Actions>
      </Stack>
    </>
  );
}

/** Only what the author changed travels, so that two people who change different things do not meet (`seen`). */
function changedFields(before: WhenAndWhere, typed: WhenAndWhere): Partial<WhenAndWhere> {
  const next: WhenAndWhere = {
    title: typed.title.trim(),
    place: typed.place.trim(),
    plannedOn: typed.plannedOn,
    startTime: timeFrom(typed.startTime) ?? before.startTime,
  };
  const names = ['title', 'place', 'plannedOn', 'startTime'] as const;
  return Object.fromEntries(names.filter((name) => next[name] !== before[name]).map((name) => [name, next[name]]));
}
