// The agenda on the page of the meeting, with what can be added to it, moved or taken off.
import { useState } from 'preact/hooks';
import { agendaItemId } from '../../../domain/rows.ts';
import { dispatchOnce, mayI, newId, Refusal, type Seen, useApp, useCommand, useMe, useRows } from '../../data.ts';
import { ArrowDown, ArrowUp, ListChecks, Plus, X } from '../../icons.ts';
import { nlMeeting } from '../../nl/meeting.ts';
import { nlPlan } from '../../nl/meeting-plan.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { Sheet } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { Item, List } from '../../parts/list.tsx';
import { TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { askedText, useDecidable } from '../meeting-plan/use-decidable.ts';
import { AgendaList } from './agenda-list.tsx';
import { movesFor, placesFor } from './agenda-order.ts';
import type { MeetingRows } from './use-meeting.ts';

const words = nlMeeting.agenda;

export interface AgendaCardProps {
  readonly rows: MeetingRows;
  readonly running: boolean;
}

export function AgendaCard({ rows, running }: AgendaCardProps) {
  const { agenda, meeting } = rows;
  const asked = agenda.filter(({ item }) => item.proposalId !== null);
  const decided = asked.filter(({ decision }) => decision !== undefined).length;
  const aside =
    running && asked.length > 0 ? (
      <span class="bk-soft bk-small">{words.progress(decided, asked.length)}</span>
    ) : undefined;
  return (
    <Card labelledBy="agenda" gap={3}>
      <CardHead id="agenda" title={words.title} aside={aside} />
      {agenda.length === 0 ? (
        <p class="bk-soft">{words.empty}</p>
      ) : (
        <div class="bk-bleed">
          <AgendaList meetingId={meeting.id} agenda={agenda} running={running} />
        </div>
      )}
      {mayI('agenda.add') && <AddReady rows={rows} />}
      {mayI('agenda.add') && <AgendaChange rows={rows} />}
    </Card>
  );
}

/** Ready to be decided on that day: not here, and on no other agenda that is still to come. */
function useReady(rows: MeetingRows): readonly Seen<'proposal'>[] {
  const decidable = useDecidable(rows.meeting.plannedOn);
  const items = useRows('agendaItem');
  const meetings = useRows('meeting');
  const coming = new Set(meetings.filter(({ state }) => state !== 'closed').map(({ id }) => id));
  const taken = new Set(
    items.filter(({ removed, meetingId }) => !removed && coming.has(meetingId)).map(({ proposalId }) => proposalId),
  );
  const here = new Set(rows.agenda.map(({ item }) => item.proposalId));
  return decidable
    .filter(({ ready, proposal: { id } }) => ready && !taken.has(id) && !here.has(id))
    .map(({ proposal }) => proposal);
}

/** Everything that is ready, in one tap, and back in one. */
function AddReady({ rows }: { readonly rows: MeetingRows }) {
  const app = useApp();
  const add = useCommand('agenda.add');
  const ready = useReady(rows);
  if (ready.length === 0) return null;
  const meetingId = rows.meeting.id;
  const addAll = async () => {
    const places = newPlaces(rows, ready.length);
    const added: string[] = [];
    for (const [n, { id: proposalId, title }] of ready.entries()) {
      const sent = await add.send({ meetingId, proposalId, title, position: places[n] ?? n });
      if (!sent.saved) return;
      added.push(agendaItemId(meetingId, proposalId));
    }
    const undo = async () => {
      for (const itemId of added) await dispatchOnce(app, 'agenda.remove', { itemId });
    };
    showToast({ text: words.allAdded(added.length), undo });
  };
  return (
    <>
      <Button icon={ListChecks} busy={add.busy} onClick={() => void addAll()}>
        {words.addAll(ready.length)}
      </Button>
      <Refusal command={add} />
    </>
  );
}

/** Before the item that closes the evening, where people expect them. */
function newPlaces({ agenda }: MeetingRows, count: number): readonly number[] {
  const last = agenda.at(-1)?.item;
  const closes = last !== undefined && last.proposalId === null && last.title === nlPlan.closing;
  return placesFor(
    agenda.map(({ item }) => item),
    count,
    closes,
  );
}

/** Items are added on the spot, also in the middle of the evening; what is not decided can be taken off. */
function AgendaChange({ rows }: { readonly rows: MeetingRows }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={Plus} onClick={() => setOpen(true)}>
        {words.change}
      </Button>
      <Sheet open={open} onClose={() => setOpen(false)} title={words.change} closable>
        <AddItem rows={rows} />
        <OrderItems rows={rows} />
      </Sheet>
    </>
  );
}

function AddItem({ rows }: { readonly rows: MeetingRows }) {
  const { year } = useMe();
  const add = useCommand('agenda.add');
  const [place = 1] = newPlaces(rows, 1);
  const [ownTitle, setOwnTitle] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const meetingId = rows.meeting.id;
  const here = new Set(rows.agenda.map(({ item }) => item.proposalId));
  const open = useDecidable(rows.meeting.plannedOn).filter(({ proposal }) => !here.has(proposal.id));
  const addProposal = async ({ id, title }: Seen<'proposal'>) => {
    const sent = await add.send({ meetingId, proposalId: id, title, position: place });
    if (sent.saved) showToast({ text: words.added(title) });
  };
  const addOwn = async () => {
    const title = ownTitle.trim();
    setProblem(title === '' ? words.ownError : undefined);
    if (title === '') return;
    const args = { meetingId, proposalId: null, itemNonce: newId(), title, position: place };
    const sent = await add.send(args);
    if (!sent.saved) return;
    setOwnTitle('');
    showToast({ text: words.added(title) });
  };
  return (
    <>
      <h3>{words.addTitle}</h3>
      {open.length === 0 ? (
        <p class="bk-soft">{words.noProposals}</p>
      ) : (
        <List label={words.addTitle}>
          {open.map(({ proposal, step }) => (
            <Item
              key={proposal.id}
              title={proposal.title}
              lines={[
                [askedText(proposal, year), nlPlan.first(step, proposal.publication)]
                  .filter((part) => part !== undefined)
                  .join(', '),
              ]}
              onClick={() => void addProposal(proposal)}
              end={<span class="bk-link">{words.addShort}</span>}
            />
          ))}
        </List>
      )}
      <Form class="bk-stack bk-gap-2" onSend={addOwn}>
        <h3>{words.ownTitle}</h3>
        <TextField label={words.ownLabel} value={ownTitle} maxLength={200} error={problem} onValue={setOwnTitle} />
        <Button type="submit" icon={Plus}>
          {words.ownAdd}
        </Button>
      </Form>
      <Refusal command={add} />
    </>
  );
}

/** The order, and what can be taken off. Arrows and not dragging: it works with a keyboard and a shaky hand. */
function OrderItems({ rows }: { readonly rows: MeetingRows }) {
  const app = useApp();
  const move = useCommand('agenda.move');
  const remove = useCommand('agenda.remove');
  const { agenda } = rows;
  if (agenda.length === 0) return null;
  const shift = async ({ id, title }: Seen<'agendaItem'>, by: 1 | -1) => {
    const order = agenda.map(({ item }) => item);
    for (const one of movesFor(order, id, by)) if (!(await move.send(one)).saved) return;
    showToast({ text: nlPlan.moved(title, order.findIndex((item) => item.id === id) + 1 + by) });
  };
  const drop = async ({ id, title, proposalId, position, meetingId }: Seen<'agendaItem'>) => {
    const sent = await remove.send({ itemId: id });
    if (!sent.saved) return;
    // The id of an item without a proposal ends in its nonce: the same item comes back.
    const nonce = proposalId === null ? { itemNonce: id.slice(id.lastIndexOf(':') + 1) } : {};
    const undo = async () => {
      await dispatchOnce(app, 'agenda.add', { meetingId, proposalId, ...nonce, title, position });
    };
    showToast({ text: words.removed(title), undo });
  };
  return (
    <>
      <h3>{words.orderTitle}</h3>
      <List label={words.orderTitle} ordered>
        {agenda.map(({ item, decision, number }) => (
          <li class="bk-item" key={item.id}>
            <span class="bk-grow">
              <b>{`${number}. ${item.title}`}</b>
            </span>
            <span class="bk-row bk-gap-1">
              {number > 1 && (
                <IconButton icon={ArrowUp} label={nlPlan.up(item.title)} onClick={() => void shift(item, -1)} />
              )}
              {number < agenda.length && (
                <IconButton icon={ArrowDown} label={nlPlan.down(item.title)} onClick={() => void shift(item, 1)} />
              )}
              {decision === undefined && mayI('agenda.remove') && (
                <IconButton icon={X} label={words.remove(item.title)} onClick={() => void drop(item)} />
              )}
            </span>
          </li>
        ))}
      </List>
      <Refusal command={move} />
      <Refusal command={remove} />
    </>
  );
}
