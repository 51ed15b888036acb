// The one yellow block: the meeting of today, else the first thing that waits for this person.
import type { Attention } from '../../../domain/today.ts';
import { useMe, useRows } from '../../data.ts';
import { ArrowRight, MapPin } from '../../icons.ts';
import { nlToday } from '../../nl/today.ts';
import { Actions, LinkButton } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';
import type { TodayRows } from './rows.ts';
import { isMeetingNow, taskLine } from './tasks.ts';

export function TurnCard({ task, rows }: { readonly task: Attention; readonly rows: TodayRows }) {
  return isMeetingNow(task) ? <MeetingCard task={task} rows={rows} /> : <YourTurn task={task} rows={rows} />;
}

const headingId = 'nu';

function YourTurn({ task, rows }: { readonly task: Attention; readonly rows: TodayRows }) {
  const line = taskLine(task, rows);
  return (
    <Card kind="sun" roof gap={3} labelledBy={headingId}>
      <p class="bk-strong">{nlToday.turn.yours}</p>
      <h2 id={headingId} class="bk-h1">
        {line.title}
      </h2>
      <p>{line.note}</p>
      <Actions>
        <LinkButton kind="primary" href={line.href} iconAfter={ArrowRight}>
          {line.button}
        </LinkButton>
      </Actions>
    </Card>
  );
}

/** From this hour on a meeting is "vanavond". */
const eveningFrom = '17:00';

function MeetingCard({ task, rows }: { readonly task: Attention; readonly rows: TodayRows }) {
  const { committee } = useMe();
  const presence = useRows('presence', 'meetingId', task.id);
  const meeting = rows.meetings.find(({ id }) => id === task.id);
  if (meeting === undefined || committee === undefined) return null;
  const items = rows.agendaItems.filter((item) => item.meetingId === meeting.id && !item.removed);
  const excused = presence.filter(({ state }) => state === 'excused').length;
  const { turn } = nlToday;
  const open = meeting.state === 'open';
  const href = `/vergadering/${meeting.id}`;
  return (
    <Card kind="sun" roof gap={3} labelledBy={headingId}>
      <div class="bk-row bk-between">
        <p class="bk-strong">
          {open ? turn.now : turn.at(meeting.startTime.replace(':', '.'), meeting.startTime >= eveningFrom)}
        </p>
        {meeting.place !== '' && (
          <span class="bk-row bk-gap-2">
            <Icon of={MapPin} />
            {meeting.place}
          </span>
        )}
      </div>
      <h2 id={headingId} class="bk-h1">
        {turn.meeting(items.filter(({ proposalId }) => proposalId !== null).length)}
      </h2>
      <p>
        {excused > 0 && turn.excused(excused)}
        {turn.onDevice}
      </p>
      <Actions>
        <LinkButton kind="primary" href={href} iconAfter={ArrowRight}>
          {open ? turn.goOn : turn.open}
        </LinkButton>
      </Actions>
    </Card>
  );
}
