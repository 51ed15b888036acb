// During the evening: where we are, who is there, and what comes next.
import { mayI } from '../../data.ts';
import { useStore } from '../../hooks.ts';
import { ArrowRight, FileText, Info, Lamp } from '../../icons.ts';
import { nlMeeting } from '../../nl/meeting.ts';
import { nlAfterwards, nlMinutes } from '../../nl/meeting-around.ts';
import { Actions, Button, LinkButton } from '../../parts/button.tsx';
import { Card, Columns, Stack } from '../../parts/card.tsx';
import { Note } from '../../parts/status.tsx';
import { themeStore, toggleTheme } from '../../theme.ts';
import { AdoptionCards } from './adoption-card.tsx';
import { AgendaCard } from './agenda-card.tsx';
import { itemHref } from './agenda-list.tsx';
import { ChairCard } from './chair-card.tsx';
import { CloseMeeting } from './close-meeting.tsx';
import { GuestsCard } from './guests-card.tsx';
import { MinutesPen } from './minutes-part.tsx';
import { Pen } from './pen.tsx';
import { type MeetingRows, useTable } from './use-meeting.ts';
import { useQuorum, WhoDecides } from './who-decides.tsx';

export function OpenMeeting({ rows }: { readonly rows: MeetingRows }) {
  const table = useTable(rows);
  const quorum = useQuorum(rows, table);
  const { meeting, agenda } = rows;
  const now = agenda.find(({ state, item }) => state === 'now' && item.proposalId !== null);
  const mayClose = mayI('meeting.close');
  return (
    <Stack gap={5}>
      <HallHint rows={rows} />
      <ChairCard rows={rows} />
      <Columns kind="side">
        <Stack gap={5}>
          {rows.meeting.enteredAfterwards && <Note icon={Info}>{nlAfterwards.note}</Note>}
          <AgendaCard rows={rows} running />
          <AdoptionCards rows={rows} />
        </Stack>
        <Stack gap={5}>
          <WhoDecides rows={rows} table={table} quorum={quorum} editable={mayI('presence.set')} />
          <GuestsCard rows={rows} />
          <Card as="div" gap={3}>
            <Pen rows={rows} />
            <MinutesPen rows={rows} />
            <LinkButton icon={FileText} href={`/vergadering/${meeting.id}/notulen`}>
              {nlMinutes.link}
            </LinkButton>
          </Card>
          {now !== undefined && mayClose && <CloseMeeting rows={rows} primary={false} />}
        </Stack>
      </Columns>
      {now !== undefined && (
        <Actions stick>
          <LinkButton kind="primary" big wide iconAfter={ArrowRight} href={itemHref(meeting.id, now.item.id)}>
            {nlMeeting.agenda.goOn(now.item.title)}
          </LinkButton>
        </Actions>
      )}
      {now === undefined && mayClose && (
        <Actions stick>
          <CloseMeeting rows={rows} primary />
        </Actions>
      )}
    </Stack>
  );
}

/** Offered for an evening, until the first decision; never switched by itself. */
const eveningFrom = '17:00';

function HallHint({ rows }: { readonly rows: MeetingRows }) {
  const theme = useStore(themeStore, (state) => state.theme);
  if (
    theme === 'zaal' ||
    rows.meeting.enteredAfterwards ||
    rows.meeting.startTime < eveningFrom ||
    rows.decisions.length > 0
  )
    return null;
  return (
    <Note icon={Lamp}>
      <div class="bk-row bk-between bk-gap-3">
        <span>{nlMeeting.hall.hint}</span>
        <Button onClick={toggleTheme}>{nlMeeting.hall.turnOn}</Button>
      </div>
    </Note>
  );
}
