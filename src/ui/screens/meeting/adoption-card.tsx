// The list of decisions of an earlier meeting, to be agreed with by the one that is going on.
import { useState } from 'preact/hooks';
import { dispatchOnce, mayI, Refusal, type Seen, useApp, useCommand, useRows } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { CheckCheck, FileText, Undo2 } from '../../icons.ts';
import { nlAdoption as words } from '../../nl/meeting-around.ts';
import { Actions, Button, LinkButton } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { TextArea } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import type { MeetingRows } from './use-meeting.ts';

/** Meetings before this one whose list nobody agreed with yet; the newest three, or an old committee would see them all. */
const shownMax = 3;

export function AdoptionCards({ rows }: { readonly rows: MeetingRows }) {
  const { meeting } = rows;
  const meetings = useRows('meeting');
  const adoptions = useRows('listAdoption').filter(({ withdrawn }) => !withdrawn);
  const whenOf = (one: Seen<'meeting'>): string => `${one.plannedOn} ${one.startTime}`;
  const earlier = meetings
    .filter((one) => one.state === 'closed' && one.id !== meeting.id && whenOf(one) < whenOf(meeting))
    .filter(
      (one) => !adoptions.some(({ meetingId, inMeetingId }) => meetingId === one.id && inMeetingId !== meeting.id),
    )
    .sort((a, b) => (whenOf(a) < whenOf(b) ? 1 : -1))
    .slice(0, shownMax);
  return (
    <>
      {earlier.map((one) => {
        const adoption = adoptions.find(({ meetingId }) => meetingId === one.id);
        return <AdoptionCard key={one.id} rows={rows} earlier={one} adoption={adoption} />;
      })}
    </>
  );
}

interface AdoptionCardProps {
  readonly rows: MeetingRows;
  readonly earlier: Seen<'meeting'>;
  readonly adoption: Seen<'listAdoption'> | undefined;
}

function AdoptionCard({ rows, earlier, adoption }: AdoptionCardProps) {
  const decisions = useRows('decision', 'meetingId', earlier.id);
  const corrections = useRows('decisionCorrection').filter(({ decisionId }) =>
    decisions.some(({ id }) => id === decisionId),
  );
  const corrected = new Set(corrections.map(({ decisionId }) => decisionId)).size;
  const id = `lijst-${earlier.id}`;
  return (
    <Card labelledBy={id} gap={3}>
      <CardHead id={id} title={words.title(earlier.plannedOn)} />
      <p>{earlier.title}</p>
      <p class="bk-soft">{words.corrections(corrected)}</p>
      {adoption !== undefined && (
        <p role="status">
          <b>{words.adopted(rows.meeting.title, adoption.adoptedOn)}</b>{' '}
          {adoption.remarks.length > 0 && words.remarked(adoption.remarks)}
        </p>
      )}
      <div class="bk-row bk-gap-2">
        <LinkButton icon={FileText} href={`/print/besluitenlijst/${earlier.id}`}>
          {words.look}
        </LinkButton>
        {adoption === undefined && mayI('decisionList.adopt') && <Adopt rows={rows} earlier={earlier} />}
        {adoption !== undefined && mayI('decisionList.reopen') && <Reopen adoption={adoption} />}
      </div>
    </Card>
  );
}

function Adopt({ rows, earlier }: Omit<AdoptionCardProps, 'adoption'>) {
  const app = useApp();
  const [asking, setAsking] = useState(false);
  const adopt = useCommand('decisionList.adopt');
  const { id: inMeetingId, plannedOn: adoptedOn } = rows.meeting;
  const meetingId = earlier.id;
  const draftKey = `decisionList.adopt:${meetingId}:${inMeetingId}`;
  const draft = useDraft(draftKey, { remarks: '' });
  const { remarks } = draft.value;
  const confirm = async () => {
    const sent = await adopt.send({ meetingId, inMeetingId, adoptedOn, remarks: remarks.trim() }, { draftKey });
    if (!sent.saved) return;
    await draft.clear();
    setAsking(false);
    const undo = async () => {
      const back = await dispatchOnce(app, 'decisionList.reopen', { meetingId, inMeetingId });
      if (back.saved) showToast({ text: words.undone });
    };
    showToast({ text: words.done, undo });
  };
  return (
    <>
      <Button icon={CheckCheck} onClick={() => setAsking(true)}>
        {words.adopt}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={words.question}>
        <TextArea
          label={words.remarks}
          hint={words.remarksHint}
          optional
          rows={3}
          maxLength={2_000}
          value={remarks}
          onValue={(value) => draft.set({ remarks: value })}
        />
        <Refusal command={adopt} />
        <Actions>
          <Button kind="primary" busy={adopt.busy} onClick={() => void confirm()}>
            {words.confirm}
          </Button>
          <Button onClick={() => setAsking(false)}>{words.cancel}</Button>
        </Actions>
      </Dialog>
    </>
  );
}

/** The toast offers it for a moment; a list that was agreed with by mistake is noticed later in the evening. */
function Reopen({ adoption: { meetingId, inMeetingId } }: { readonly adoption: Seen<'listAdoption'> }) {
  const reopen = useCommand('decisionList.reopen');
  const press = async () => {
    if ((await reopen.send({ meetingId, inMeetingId })).saved) showToast({ text: words.undone });
  };
  return (
    <>
      <Button kind="quiet" icon={Undo2} busy={reopen.busy} onClick={() => void press()}>
        {words.reopen}
      </Button>
      <Refusal command={reopen} />
    </>
  );
}

/** On a closed meeting: whether a later one agreed with its list. */
export function adoptionSentence(
  adoption: Seen<'listAdoption'> | undefined,
  titleOf: (meetingId: string) => string,
): string {
  if (adoption === undefined) return words.notYet;
  const adopted = words.adopted(titleOf(adoption.inMeetingId), adoption.adoptedOn);
  return adoption.remarks.length === 0 ? adopted : `${adopted} ${words.remarked(adoption.remarks)}`;
}

export function useAdoption(meetingId: string): { readonly sentence: string; readonly adopted: boolean } {
  const adoption = useRows('listAdoption', 'meetingId', meetingId).find(({ withdrawn }) => !withdrawn);
  const meetings = useRows('meeting');
  const titleOf = (id: string): string => meetings.find((one) => one.id === id)?.title ?? '';
  return { sentence: adoptionSentence(adoption, titleOf), adopted: adoption !== undefined };
}
