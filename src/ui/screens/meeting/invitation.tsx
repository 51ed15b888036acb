import { mayI, Refusal, type Seen, useCommand, useMe } from '../../data.ts';
import { useDraft } from '../../hooks.ts';
import { nlMeeting } from '../../nl/meeting.ts';
import { nlInvitation as words } from '../../nl/meeting-around.ts';
import { BackLink, Button } from '../../parts/button.tsx';
import { Card, Stack } from '../../parts/card.tsx';
import { Form } from '../../parts/form.tsx';
import { Paragraphs } from '../../parts/lines.tsx';
import { OutgoingText } from '../../parts/outgoing-text.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { LocalMark } from '../../parts/status.tsx';
import { TextArea } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { useParam } from '../../router.tsx';
import { invitationText } from './invitation-text.ts';
import { MissingMeeting } from './missing.tsx';
import { type MeetingRows, useMeeting } from './use-meeting.ts';

/** /vergadering/:id/uitnodiging: a text to send, with words of the committee's own that every device has. */
export function InvitationScreen() {
  const { loaded, value: rows } = useMeeting(useParam('id'));
  if (!loaded) return <PageHead title={words.title} />;
  if (rows === undefined) return <MissingMeeting />;
  return <Invitation rows={rows} />;
}

function Invitation({ rows }: { readonly rows: MeetingRows }) {
  const { committee } = useMe();
  const { meeting, agenda } = rows;
  const own = useOwnWords(meeting);
  const text = invitationText({ committee, meeting, agenda, own: own.text });
  const subject = words.subject(meeting.title, meeting.plannedOn);
  return (
    <>
      <BackLink href={`/vergadering/${meeting.id}`}>{nlMeeting.fallbackTitle}</BackLink>
      <PageHead title={words.title} kicker={meeting.title} />
      <Stack gap={5}>
        {mayI('meeting.change') && meeting.state !== 'closed' && <OwnWords own={own} />}
        <Card labelledBy="tekst" gap={3}>
          <h2 id="tekst">{words.text}</h2>
          <Paragraphs text={text} />
          {meeting.pending && (
            <p>
              <LocalMark />
            </p>
          )}
          <OutgoingText {...{ subject, text, words }} />
        </Card>
      </Stack>
    </>
  );
}

/** What is typed goes before what is kept. What stood there when the typing began stays with the draft (`seen`). */
function useOwnWords({ id: meetingId, invitation: kept = '' }: Seen<'meeting'>) {
  const draftKey = `invitation:${meetingId}`;
  const draft = useDraft<{ readonly own: string | null; readonly seen: string }>(draftKey, { own: null, seen: '' });
  const command = useCommand('meeting.change');
  const { own, seen } = draft.value;
  const done = async () => {
    await draft.clear();
    showToast({ text: words.saved });
  };
  const save = async () => {
    const args = {
      meetingId,
      fields: { invitation: (own ?? kept).trim() },
      seen: { invitation: own === null ? kept : seen },
    };
    if ((await command.send(args, { draftKey })).saved) await done();
  };
  const type = (next: string) => draft.set((before) => ({ own: next, seen: before.own === null ? kept : before.seen }));
  const blocked = (own ?? kept).trim() !== kept ? undefined : kept === '' ? words.typeFirst : words.nothingNew;
  return { text: own ?? kept, blocked, type, save, done, command };
}

function OwnWords({
  own: { text, type, save, done, blocked, command },
}: {
  readonly own: ReturnType<typeof useOwnWords>;
}) {
  return (
    <Card as="div">
      <Form class="bk-stack bk-gap-3" onSend={save}>
        <TextArea
          label={words.own}
          hint={words.ownHint}
          optional
          rows={3}
          maxLength={2_000}
          value={text}
          onValue={type}
        />
        <Refusal command={command} onSaved={() => void done()} />
        <div>
          <Button type="submit" busy={command.busy} blocked={blocked}>
            {words.save}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
