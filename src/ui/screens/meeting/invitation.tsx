import { useState } from 'preact/hooks';
import { useMe } from '../../data.ts';
import { useDraft } from '../../hooks.ts';
import { Copy, Info, Send, Share2 } from '../../icons.ts';
import { nlMeeting } from '../../nl/meeting.ts';
import { nlInvitation as words } from '../../nl/meeting-around.ts';
import { BackLink, Button, LinkButton } from '../../parts/button.tsx';
import { Card, Stack } from '../../parts/card.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { TextArea } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
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
  const [failed, setFailed] = useState(false);
  const text = invitationText({ committee, meeting, agenda, own: draft.value.own });
  const subject = words.subject(meeting.title, meeting.plannedOn);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setFailed(false);
      showToast({ text: words.copied });
    } catch {
      setFailed(true);
    }
  };
  const share = async () => {
    try {
      await navigator.share({ title: subject, text });
    } catch {
      // Closed without sharing: nothing happened.
    }
  };
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
          {failed && (
            <Note icon={Info} live="status">
              {words.copyFailed}
            </Note>
          )}
          <div class="bk-row bk-gap-2">
            <Button kind="primary" icon={Copy} onClick={() => void copy()}>
              {words.copy}
            </Button>
            {'share' in navigator && (
              <Button icon={Share2} onClick={() => void share()}>
                {words.share}
              </Button>
            )}
            <LinkButton
              icon={Send}
              href={`mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`}
            >
              {words.mail}
            </LinkButton>
          </div>
        </Card>
      </Stack>
    </>
  );
}
