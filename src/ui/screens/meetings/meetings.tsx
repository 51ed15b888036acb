import { mayI, type Seen, useRows, useRowsFound, useToday } from '../../data.ts';
import { dayInWords } from '../../format.ts';
import { ArrowRight, Calendar, Check, Clock, MapPin, Plus } from '../../icons.ts';
import { clock, nlMeeting } from '../../nl/meeting.ts';
import { nlMeetings } from '../../nl/meetings.ts';
import { LinkButton } from '../../parts/button.tsx';
import { Card, Section, Stack } from '../../parts/card.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Item, List } from '../../parts/list.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Disc, LocalMark } from '../../parts/status.tsx';
import { ConsultationsSection } from '../consultation/consultations-section.tsx';
import { sortMeetings } from './meetings-model.ts';

/** /vergadering: the one that is next, what is planned after it, and what was decided before. */
export function MeetingsScreen() {
  const meetings = useRowsFound('meeting');
  const today = useToday();
  const { next, coming, past } = sortMeetings(meetings.value, today);
  const plan = mayI('meeting.plan') ? (
    <LinkButton href="/vergadering/nieuw" icon={Plus} kind={next === undefined ? 'primary' : 'plain'}>
      {nlMeetings.plan}
    </LinkButton>
  ) : undefined;
  if (!meetings.loaded) return <PageHead title={nlMeetings.title} />;
  if (meetings.value.length === 0) {
    return (
      <>
        <PageHead title={nlMeetings.title} />
        <Stack gap={5}>
          <Empty title={nlMeetings.empty.title} action={plan}>
            {plan === undefined ? nlMeetings.empty.textReader : nlMeetings.empty.text}
          </Empty>
          <ConsultationsSection />
        </Stack>
      </>
    );
  }
  return (
    <>
      <PageHead title={nlMeetings.title} actions={plan} />
      <Stack gap={5}>
        {next !== undefined && <NextMeeting meeting={next} today={today} />}
        {coming.length > 0 && (
          <Section title={nlMeetings.coming} id="later">
            <List>
              {coming.map((meeting) => (
                <Item
                  key={meeting.id}
                  href={`/vergadering/${meeting.id}`}
                  title={meeting.title}
                  disc={
                    <Disc>
                      <Icon of={Calendar} />
                    </Disc>
                  }
                  // Two on one evening can be open at once.
                  lines={[...(meeting.state === 'open' ? [{ strong: nlMeetings.openNow }] : []), ...linesOf(meeting)]}
                />
              ))}
            </List>
          </Section>
        )}
        <ConsultationsSection />
        <Section title={nlMeetings.past} id="geweest">
          {past.length === 0 ? <p class="bk-soft">{nlMeetings.pastEmpty}</p> : <PastMeetings meetings={past} />}
        </Section>
      </Stack>
    </>
  );
}

/** Yellow when it is today or open: then it is somebody's turn. */
function NextMeeting({ meeting, today }: { readonly meeting: Seen<'meeting'>; readonly today: string }) {
  const items = useRows('agendaItem', 'meetingId', meeting.id);
  const proposals = items.filter(({ proposalId, removed }) => proposalId !== null && !removed).length;
  const open = meeting.state === 'open';
  const now = open || meeting.plannedOn === today;
  return (
    <Card kind={now ? 'sun' : 'plain'} roof={now} gap={3} labelledBy="volgende">
      <div class="bk-row bk-between">
        <b>{open ? nlMeetings.openNow : `${capital(dayInWords(meeting.plannedOn))}, ${clock(meeting.startTime)}`}</b>
        <span>
          <Icon of={MapPin} size="in" /> {meeting.place}
        </span>
      </div>
      <h2 id="volgende">{meeting.title}</h2>
      <p>{proposals === 0 ? nlMeetings.noProposals : nlMeetings.proposals(proposals)}</p>
      {meeting.pending && (
        <p>
          <LocalMark />
        </p>
      )}
      <div class="bk-row bk-gap-3">
        <LinkButton kind="primary" big={now} href={`/vergadering/${meeting.id}`} iconAfter={ArrowRight}>
          {open ? nlMeetings.goOn : nlMeetings.look}
        </LinkButton>
      </div>
    </Card>
  );
}

function PastMeetings({ meetings }: { readonly meetings: readonly Seen<'meeting'>[] }) {
  const decisions = useRows('decision');
  const countById = new Map<string, number>();
  for (const { meetingId, withdrawn } of decisions)
    if (!withdrawn) countById.set(meetingId, (countById.get(meetingId) ?? 0) + 1);
  return (
    <List>
      {meetings.map((meeting) => {
        const closed = meeting.state === 'closed';
        return (
          <Item
            key={meeting.id}
            href={`/vergadering/${meeting.id}`}
            title={meeting.title}
            lines={[
              { strong: closed ? nlMeetings.decisions(countById.get(meeting.id) ?? 0) : nlMeetings.notOpened },
              ...linesOf(meeting),
            ]}
            disc={
              <Disc tone={closed ? 'ok' : 'later'}>
                <Icon of={closed ? Check : Clock} />
              </Disc>
            }
          />
        );
      })}
    </List>
  );
}

function linesOf(meeting: Seen<'meeting'>) {
  const when = nlMeeting.when(meeting.plannedOn, meeting.startTime);
  return [
    meeting.place === '' ? when : `${when}, ${meeting.place}`,
    ...(meeting.pending ? [<LocalMark key="local" />] : []),
  ];
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
