// The agenda on the page of the meeting, with what can be added to it or taken off.
import { useState } from 'preact/hooks';
import { dispatchOnce, mayI, newId, Refusal, type Seen, useApp, useCommand, useMe, useRows } from '../../data.ts';
import { Plus, X } from '../../icons.ts';
import { nlMeeting } from '../../nl/meeting.ts';
import { nlPlan } from '../../nl/meeting-plan.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { Sheet } from '../../parts/dialog.tsx';
import { Item, List } from '../../parts/list.tsx';
import { TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { canBeOnAgenda } from '../meeting-plan/plan-draft.ts';
import { AgendaList } from './agenda-list.tsx';
import { nextPosition } from './agenda-model.ts';
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
      {mayI('agenda.add') && <AgendaChange rows={rows} />}
    </Card>
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
        <DropItem rows={rows} />
      </Sheet>
    </>
  );
}

function AddItem({ rows }: { readonly rows: MeetingRows }) {
  const { year } = useMe();
  const add = useCommand('agenda.add');
  const [ownTitle, setOwnTitle] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const meetingId = rows.meeting.id;
  const here = new Set(rows.agenda.map(({ item }) => item.proposalId));
  const ready = useRows('proposal', 'year', year)
    .filter((proposal) => canBeOnAgenda(proposal) && !here.has(proposal.id))
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  const addProposal = async ({ id, title }: Seen<'proposal'>) => {
    const sent = await add.send({ meetingId, proposalId: id, title, position: nextPosition(rows.items) });
    if (sent.saved) showToast({ text: words.added(title) });
  };
  const addOwn = async () => {
    const title = ownTitle.trim();
    setProblem(title === '' ? words.ownError : undefined);
    if (title === '') return;
    const args = { meetingId, proposalId: null, itemNonce: newId(), title, position: nextPosition(rows.items) };
    const sent = await add.send(args);
    if (!sent.saved) return;
    setOwnTitle('');
    showToast({ text: words.added(title) });
  };
  return (
    <>
      <h3>{words.addTitle}</h3>
      {ready.length === 0 ? (
        <p class="bk-soft">{words.noProposals}</p>
      ) : (
        <List label={words.addTitle}>
          {ready.map((proposal) => (
            <Item
              key={proposal.id}
              title={proposal.title}
              lines={[nlPlan.asked(proposal.number, proposal.requestedCents)]}
              onClick={() => void addProposal(proposal)}
              end={<span class="bk-link">{words.addShort}</span>}
            />
          ))}
        </List>
      )}
      <form
        class="bk-stack bk-gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void addOwn();
        }}
      >
        <h3>{words.ownTitle}</h3>
        <TextField label={words.ownLabel} value={ownTitle} maxLength={200} error={problem} onValue={setOwnTitle} />
        <Button type="submit" icon={Plus}>
          {words.ownAdd}
        </Button>
      </form>
      <Refusal command={add} />
    </>
  );
}

function DropItem({ rows }: { readonly rows: MeetingRows }) {
  const app = useApp();
  const remove = useCommand('agenda.remove');
  const loose = rows.agenda.filter(({ decision }) => decision === undefined);
  if (loose.length === 0 || !mayI('agenda.remove')) return null;
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
      <h3>{words.removeTitle}</h3>
      <List label={words.removeTitle}>
        {loose.map(({ item }) => (
          <li class="bk-item" key={item.id}>
            <span class="bk-grow">
              <b>{item.title}</b>
            </span>
            <IconButton icon={X} label={words.remove(item.title)} onClick={() => void drop(item)} />
          </li>
        ))}
      </List>
      <Refusal command={remove} />
    </>
  );
}
