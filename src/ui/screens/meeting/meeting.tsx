import { mayI } from '../../data.ts';
import { Calendar, Check, PencilLine, Play } from '../../icons.ts';
import { nlMeeting } from '../../nl/meeting.ts';
import { nlAfterwards } from '../../nl/meeting-around.ts';
import { nlMeetings } from '../../nl/meetings.ts';
import { BackLink } from '../../parts/button.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Badge } from '../../parts/status.tsx';
import { useParam } from '../../router.tsx';
import { ClosedMeeting } from './closed-meeting.tsx';
import { kickerOf } from './kicker.ts';
import { MissingMeeting } from './missing.tsx';
import { OpenMeeting } from './open-meeting.tsx';
import { PlannedMeeting } from './planned-meeting.tsx';
import { useMeeting } from './use-meeting.ts';

/** /vergadering/:id: the evening before, during and after it. */
export function MeetingScreen() {
  const { loaded, value: rows } = useMeeting(useParam('id'));
  if (!loaded) return <PageHead title={nlMeeting.fallbackTitle} />;
  if (rows === undefined) return <MissingMeeting />;
  const { meeting } = rows;
  return (
    <>
      <BackLink href="/vergadering">{nlMeetings.title}</BackLink>
      <PageHead title={meeting.title} kicker={kickerOf(rows)}>
        <StateBadge state={meeting.state} />
        {meeting.enteredAfterwards && <Badge icon={PencilLine}>{nlAfterwards.badge}</Badge>}
      </PageHead>
      {meeting.state === 'planned' && <PlannedMeeting rows={rows} mayOpen={mayI('meeting.open')} />}
      {meeting.state === 'open' && <OpenMeeting rows={rows} />}
      {meeting.state === 'closed' && <ClosedMeeting rows={rows} />}
    </>
  );
}

function StateBadge({ state }: { readonly state: 'planned' | 'open' | 'closed' }) {
  const look = { planned: ['info', Calendar], open: ['ok', Play], closed: ['quiet', Check] } as const;
  const [tone, icon] = look[state];
  return (
    <Badge tone={tone} icon={icon}>
      {nlMeeting.state[state]}
    </Badge>
  );
}
