import { Check, Play, TabletSmartphone } from '../../icons.ts';
import { nlMeeting } from '../../nl/meeting.ts';
import { Icon } from '../../parts/icon.tsx';
import { Item, List } from '../../parts/list.tsx';
import { Badge, Disc } from '../../parts/status.tsx';
import { oddState } from './odd-state.ts';
import type { SeenEntry } from './use-meeting.ts';

export interface AgendaListProps {
  readonly meetingId: string;
  readonly agenda: readonly SeenEntry[];
  /** The item whose page this is: it is "nu", whatever the rows say. */
  readonly atItemId?: string | undefined;
  /** `false` in a planned meeting: nothing is at hand yet. */
  readonly running: boolean;
}

/** The agenda with the state of each item: a tick and the result, "Nu", or its number. */
export function AgendaList({ meetingId, agenda, atItemId, running }: AgendaListProps) {
  return (
    <List kind="agenda" ordered>
      {agenda.map((entry) => {
        const now = running && (atItemId === undefined ? entry.state === 'now' : entry.item.id === atItemId);
        return (
          <Item
            key={entry.item.id}
            title={entry.item.title}
            lines={linesOf(entry)}
            href={itemHref(meetingId, entry.item.id)}
            current={now ? 'step' : undefined}
            disc={<AgendaDisc entry={entry} now={now} running={running} />}
            end={
              now ? (
                <Badge tone="turn" icon={Play}>
                  {nlMeeting.agenda.now}
                </Badge>
              ) : undefined
            }
          />
        );
      })}
    </List>
  );
}

export function itemHref(meetingId: string, itemId: string): string {
  return `/vergadering/${meetingId}/punt/${itemId}`;
}

function AgendaDisc({
  entry,
  now,
  running,
}: {
  readonly entry: SeenEntry;
  readonly now: boolean;
  readonly running: boolean;
}) {
  if (entry.decision !== undefined || (running && entry.state === 'passed' && !now)) {
    return (
      <Disc tone="ok">
        <Icon of={Check} />
        <span class="bk-hidden">
          {entry.decision === undefined ? nlMeeting.agenda.passed : nlMeeting.agenda.decided}:{' '}
        </span>
      </Disc>
    );
  }
  return <Disc tone={now ? 'turn' : 'plain'}>{entry.number}</Disc>;
}

function linesOf({ decision, proposal, item }: SeenEntry) {
  const line =
    decision !== undefined
      ? nlMeeting.agenda.result(decision.outcome, decision.awardedCents)
      : proposal !== undefined
        ? [nlMeeting.agenda.asked(proposal.requestedCents), oddState(proposal)?.short]
            .filter((part) => part !== undefined)
            .join(', ')
        : undefined;
  const pending = decision === undefined ? item.pending : decision.pending;
  // One line for both: in a list of decided items the mark alone would double its length.
  if (!pending) return line === undefined ? [] : [line];
  return [
    <span key="local">
      {line !== undefined && `${line}, `}
      <Icon of={TabletSmartphone} size="in" /> {nlMeeting.onlyHere}
    </span>,
  ];
}
