// After the evening: the decisions, to read, to print and to set right.
import { FileText, Printer } from '../../icons.ts';
import { nlDecision } from '../../nl/decision.ts';
import { nlMeeting } from '../../nl/meeting.ts';
import { nlMinutes } from '../../nl/meeting-around.ts';
import { LinkButton } from '../../parts/button.tsx';
import { Card, Section, Stack } from '../../parts/card.tsx';
import { LocalMark } from '../../parts/status.tsx';
import { useAdoption } from './adoption-card.tsx';
import { itemHref } from './agenda-list.tsx';
import { ChairCard } from './chair-card.tsx';
import { CorrectionList, CorrectLink } from './corrections.tsx';
import { DecisionFlags } from './decision-flags.tsx';
import { GuestsCard } from './guests-card.tsx';
import type { MeetingRows, SeenEntry } from './use-meeting.ts';
import { Verdict } from './verdict.tsx';
import { WhoWasThere } from './who-was-there.tsx';

export function ClosedMeeting({ rows }: { readonly rows: MeetingRows }) {
  const { meeting, agenda } = rows;
  const adoption = useAdoption(meeting.id);
  const asked = agenda.filter(({ item }) => item.proposalId !== null);
  return (
    <Stack gap={5}>
      <div class="bk-row bk-gap-3">
        <LinkButton kind="primary" icon={Printer} href={`/print/besluitenlijst/${meeting.id}`}>
          {nlMeeting.closed.print}
        </LinkButton>
        <LinkButton icon={FileText} href={`/vergadering/${meeting.id}/notulen`}>
          {nlMinutes.link}
        </LinkButton>
      </div>
      <p class="bk-soft">{adoption.sentence}</p>
      <ChairCard rows={rows} brief />
      {rows.guests.some(({ removed }) => !removed) && <GuestsCard rows={rows} />}
      <Section title={nlMeeting.closed.title} id="besluiten">
        {asked.length === 0 && <p class="bk-soft">{nlMeeting.closed.none}</p>}
        {asked.map((entry) => (
          <DecisionCard key={entry.item.id} rows={rows} entry={entry} />
        ))}
      </Section>
    </Stack>
  );
}

function DecisionCard({ rows, entry }: { readonly rows: MeetingRows; readonly entry: SeenEntry }) {
  const { item, number, decision, proposal } = entry;
  const id = `besluit-${number}`;
  return (
    <Card as="article" labelledBy={id} gap={3}>
      <h3 id={id}>
        <a href={itemHref(rows.meeting.id, item.id)}>{`${number}. ${item.title}`}</a>
      </h3>
      {decision === undefined ? (
        <p class="bk-soft">{nlMeeting.closed.undecided}</p>
      ) : (
        <>
          <CorrectionList decision={decision} nameOf={rows.nameOf} />
          <Verdict decision={decision} requestedCents={proposal?.requestedCents} />
          <p class="bk-soft bk-small">{nlDecision.decided.by(rows.nameOf(decision.recordedBy), decision.recordedAt)}</p>
          {decision.pending && (
            <p>
              <LocalMark />
            </p>
          )}
          <WhoWasThere decision={decision} rows={rows} />
          <DecisionFlags decision={decision} rows={rows} />
          <CorrectLink decision={decision} />
        </>
      )}
    </Card>
  );
}
