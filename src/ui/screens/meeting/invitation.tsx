import { useMe } from '../../data.ts';
import { useDraft } from '../../hooks.ts';
import { nlMeeting } from '../../nl/meeting.ts';
import { nlInvitation as words } from '../../nl/meeting-around.ts';
import { BackLink } from '../../parts/button.tsx';
import { Card, Stack } from '../../parts/card.tsx';
import { OutgoingText } from '../../parts/outgoing-text.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { TextArea } from '../../parts/text-fields.tsx';
import { useParam } from '../../router.tsx';
import { invitationText } from './invitation-text.ts';
import { type MeetingRows, useMeeting } from './use-meeting.ts';
import { Lines } from './verdict.tsx';

/** /vergadering/:id/uitnodiging: a text to send, with words of one's own. */
export function InvitationScreen() {
  const { value: rows } = useMeeting(useParam('id'));
  if (rows === undefined) return <PageHead title={words.title} />;
  return <Invitation rows={rows} />;
}

function Invitation({ rows }: { readonly rows: MeetingRows }) {
  const { committee } = useMe();
  const { meeting, agenda } = rows;
  const draft = useDraft(`invitation:${meeting.id}`, { own: '' });
  const text = invitationText({ committee, meeting, agenda, own: draft.value.own });
  const subject = words.subject(meeting.title, meeting.plannedOn);
  return (
    <>
      <BackLink href={`/vergadering/${meeting.id}`}>{nlMeeting.fallbackTitle}</BackLink>
      <PageHead title={words.title} kicker={meeting.title} />
      <Stack gap={5}>
        <Card as="div">
          <TextArea
            label={words.own}
            hint={words.ownHint}
            optional
            rows={3}
            maxLength={2_000}
            value={draft.value.own}
            onValue={(own) => draft.set({ own })}
          />
        </Card>
        <Card labelledBy="tekst" gap={3}>
          <h2 id="tekst">{words.text}</h2>
          <div class="bk-stack bk-gap-3">
            {text.split('\n\n').map((part) => (
              <div key={part}>
                <Lines text={part} />
              </div>
            ))}
          </div>
          <OutgoingText {...{ subject, text, words }} />
        </Card>
      </Stack>
    </>
  );
}
