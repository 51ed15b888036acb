// Vandaag: what waits for you, where the money stands and what just happened.
import { visible } from '../../../domain/access.ts';
import { mayI, now, useMe, useRow, useToday } from '../../data.ts';
import { weekday } from '../../format.ts';
import { Camera, FileText, Lightbulb, MessagesSquare, Mic, PenLine } from '../../icons.ts';
import { LossNote } from '../../loss-note.tsx';
import { type DayPart, nlToday } from '../../nl/today.ts';
import { Card, Columns, Section, Stack } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Quick } from '../../parts/tabs.tsx';
import { Timeline } from '../../parts/timeline.tsx';
import { ChairNotice } from './chair-notice.tsx';
import { FirstSteps } from './first-steps.tsx';
import { happened } from './happened.tsx';
import { InstallHint } from './install-hint.tsx';
import { MoneyCard } from './money-card.tsx';
import { OwnProposals } from './own-proposals.tsx';
import { RefusedNote } from './refused-note.tsx';
import { useAttention, useTodayRows } from './rows.ts';
import { TaskSection } from './task-section.tsx';
import { TurnCard } from './turn-card.tsx';

export function TodayScreen() {
  const { access, personId } = useMe();
  const me = useRow('person', personId);
  const today = useToday();
  const rows = useTodayRows();
  const tasks = useAttention(rows);
  const [first, ...rest] = tasks;
  const events = happened(rows, access);
  return (
    <>
      <PageHead
        title={nlToday.greeting(dayPart(now()), me?.name ?? '')}
        tabTitle={nlToday.tab}
        kicker={weekday(today)}
      />
      <Columns kind="side">
        <Stack gap={5}>
          <LossNote />
          <RefusedNote />
          {first !== undefined && <TurnCard task={first} rows={rows} />}
          <TaskSection tasks={rest} rows={rows} hasTurn={first !== undefined} />
          <ChairNotice />
          <FirstSteps rows={rows} />
          {access.role === 'initiator' && <OwnProposals rows={rows} />}
          <QuickActions />
        </Stack>
        <Stack gap={5}>
          {visible(access, 'dist') && <MoneyCard />}
          <Card labelledBy="gebeurd">
            <h2 id="gebeurd">{nlToday.happened.title}</h2>
            {events.length === 0 ? <p class="bk-soft">{nlToday.happened.none}</p> : <Timeline events={events} />}
          </Card>
          <InstallHint />
        </Stack>
      </Columns>
    </>
  );
}

function QuickActions() {
  const { access } = useMe();
  const { quick } = nlToday;
  if (!mayI('proposal.create') && !mayI('claim.submit') && !mayI('advice.answer')) return null;
  return (
    <Section id="snel" title={quick.title}>
      <Quick>
        {mayI('claim.submit') && (
          <a href="/bon/nieuw">
            <Icon of={Camera} size="l" />
            {quick.receipt}
          </a>
        )}
        {mayI('idea.add') && (
          <>
            <a href="/ideeen/nieuw">
              <Icon of={Lightbulb} size="l" />
              {quick.catchIdea}
            </a>
            <a href="/ideeen/nieuw?spreek">
              <Icon of={Mic} size="l" />
              {quick.speakIdea}
            </a>
          </>
        )}
        {mayI('proposal.create') && access.role !== 'initiator' && (
          <a href="/aanvragen/nieuw">
            <Icon of={FileText} size="l" />
            {quick.idea}
          </a>
        )}
        {mayI('advice.answer') && (
          <a href="/advies">
            <Icon of={MessagesSquare} size="l" />
            {quick.advice}
          </a>
        )}
        {mayI('support.count') && (
          <a href="/aanvragen">
            <Icon of={PenLine} size="l" />
            {quick.count}
          </a>
        )}
      </Quick>
    </Section>
  );
}

const hourFormat = new Intl.DateTimeFormat('nl-NL', {
  hour: 'numeric',
  hourCycle: 'h23',
  timeZone: 'Europe/Amsterdam',
});

/** After midnight it is still evening for who is at it. */
export function dayPart(at: Date): DayPart {
  const hour = Number.parseInt(hourFormat.format(at), 10);
  if (hour >= 6 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening';
}
