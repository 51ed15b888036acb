import { useState } from 'preact/hooks';
import { mayI } from '../../data.ts';
import { List as ListIcon } from '../../icons.ts';
import { nlDecision } from '../../nl/decision.ts';
import { nlMeeting } from '../../nl/meeting.ts';
import { nlMinutes } from '../../nl/meeting-around.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Card, Stack } from '../../parts/card.tsx';
import { Sheet } from '../../parts/dialog.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ErrorSummary, useFormErrors } from '../../parts/error-summary.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useParam } from '../../router.tsx';
import { AgendaList } from './agenda-list.tsx';
import { DecideItem } from './decide-item.tsx';
import { DecidedItem } from './decided-item.tsx';
import { kickerOf } from './kicker.ts';
import { MinutesPen, Notes } from './minutes-part.tsx';
import { MissingMeeting } from './missing.tsx';
import { NextButton } from './next-button.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { useFree } from './use-free.ts';
import { type MeetingRows, type SeenEntry, useMeeting, useTable } from './use-meeting.ts';
import { useQuorum, WhoDecides } from './who-decides.tsx';

/** /vergadering/:id/punt/:itemId: one item, from reading it to writing down what was decided. */
export function ItemScreen() {
  const meetingId = useParam('id');
  const itemId = useParam('itemId');
  const { loaded, value: rows } = useMeeting(meetingId);
  if (!loaded) return <PageHead title={nlMeeting.fallbackTitle} />;
  if (rows === undefined) return <MissingMeeting />;
  const entry = rows.agenda.find(({ item }) => item.id === itemId);
  if (entry === undefined) return <NoItem meetingId={meetingId} />;
  // Keyed: the draft, the open list and the errors belong to one item.
  return <ItemPage key={itemId} rows={rows} entry={entry} />;
}

interface ItemPageProps {
  readonly rows: MeetingRows;
  readonly entry: SeenEntry;
}

function ItemPage({ rows, entry }: ItemPageProps) {
  const form = useFormErrors();
  const { meeting, agenda } = rows;
  const { item, proposal, decision } = entry;
  return (
    <>
      <Stack gap={3}>
        <ErrorSummary form={form} />
        <PageHead
          title={nlMeeting.agenda.number(entry.number, agenda.length)}
          tabTitle={`${entry.number}. ${item.title}`}
          kicker={kickerOf(rows)}
          actions={<AgendaButton rows={rows} itemId={item.id} />}
        />
      </Stack>
      <Stack gap={5}>
        {proposal === undefined ? (
          <PlainItem rows={rows} entry={entry} />
        ) : (
          <ProposalItem rows={rows} entry={{ ...entry, proposal }} form={form} key={decision?.id ?? meeting.state} />
        )}
      </Stack>
    </>
  );
}

interface ProposalItemProps {
  readonly rows: MeetingRows;
  readonly entry: SeenEntry & { readonly proposal: NonNullable<SeenEntry['proposal']> };
  readonly form: ReturnType<typeof useFormErrors>;
}

function ProposalItem({ rows, entry, form }: ProposalItemProps) {
  const { item, proposal, decision } = entry;
  const table = useTable(rows, item.id);
  const quorum = useQuorum(rows, table);
  const free = useFree(proposal.year);
  const notes = <ItemNotes rows={rows} itemId={item.id} />;
  return (
    <>
      <ProposalCard proposal={proposal} free={free} decision={decision} />
      {decision === undefined && rows.meeting.state !== 'planned' && (
        <WhoDecides rows={rows} table={table} quorum={quorum} itemId={item.id} editable={mayI('presence.set')} />
      )}
      {decision === undefined ? (
        <DecideItem rows={rows} entry={entry} table={table} quorum={quorum} free={free} form={form} notes={notes} />
      ) : (
        <DecidedItem rows={rows} entry={{ ...entry, decision }} notes={notes} />
      )}
    </>
  );
}

/** An item about no proposal: nothing is decided on it here, it is only gone past. Or about one that did not arrive yet. */
function PlainItem({ rows, entry }: ItemPageProps) {
  return (
    <>
      <Card labelledBy="punt">
        <h2 id="punt">{entry.item.title}</h2>
        {entry.item.proposalId === null ? (
          <p class="bk-soft">{nlMeeting.agenda.noDecisionNeeded}</p>
        ) : (
          <p>{nlMeeting.proposal.notHere}</p>
        )}
      </Card>
      <ItemNotes rows={rows} itemId={entry.item.id} open />
      <NextButton rows={rows} itemId={entry.item.id} />
    </>
  );
}

interface ItemNotesProps {
  readonly rows: MeetingRows;
  readonly itemId: string;
  readonly open?: boolean | undefined;
}

/** Folded away at a decision: there the votes come first. */
function ItemNotes({ rows, itemId, open = false }: ItemNotesProps) {
  return (
    <Card as="div" gap={3}>
      <details open={open}>
        <summary class="bk-strong">{nlMinutes.title}</summary>
        <div class="bk-stack bk-gap-3">
          <MinutesPen rows={rows} />
          <Notes rows={rows} itemId={itemId} />
        </div>
      </details>
    </Card>
  );
}

function AgendaButton({ rows, itemId }: { readonly rows: MeetingRows; readonly itemId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={ListIcon} onClick={() => setOpen(true)}>
        {nlMeeting.agenda.button}
      </Button>
      <Sheet open={open} onClose={() => setOpen(false)} title={nlMeeting.agenda.title} closable>
        <AgendaList meetingId={rows.meeting.id} agenda={rows.agenda} atItemId={itemId} running />
        <LinkButton href={`/vergadering/${rows.meeting.id}`} wide>
          {nlDecision.decided.toMeeting}
        </LinkButton>
      </Sheet>
    </>
  );
}

function NoItem({ meetingId }: { readonly meetingId: string }) {
  const { item, itemText, itemAction } = nlMeeting.missing;
  return (
    <Empty page title={item} action={<LinkButton href={`/vergadering/${meetingId}`}>{itemAction}</LinkButton>}>
      {itemText}
    </Empty>
  );
}
