import { useState } from 'preact/hooks';
import { dispatchOnce, mayI, newId, Refusal, type Seen, useApp, useCommand } from '../../data.ts';
import { Plus, X } from '../../icons.ts';
import { nlGuests as words } from '../../nl/meeting-around.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { Counter } from '../../parts/counter.tsx';
import { Form } from '../../parts/form.tsx';
import { List } from '../../parts/list.tsx';
import { TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import type { MeetingRows } from './use-meeting.ts';

const countMax = 500;

/** Who sits there without an account and decides nothing. A member without an account is a member: he is in the list above. */
export function GuestsCard({ rows }: { readonly rows: MeetingRows }) {
  const guests = rows.guests.filter(({ removed }) => !removed);
  const total = guests.reduce((sum, { count }) => sum + count, 0);
  return (
    <Card labelledBy="gasten" gap={3}>
      <CardHead
        id="gasten"
        title={words.title}
        aside={total === 0 ? undefined : <span class="bk-soft bk-small">{words.total(total)}</span>}
      />
      {guests.length === 0 ? (
        <p class="bk-soft">{words.none}</p>
      ) : (
        <List kind="bleed">
          {guests.map((guest) => (
            <GuestRow key={guest.id} guest={guest} />
          ))}
        </List>
      )}
      {mayI('guest.add') && (
        <details>
          <summary class="bk-strong">{words.add}</summary>
          <AddGuest meetingId={rows.meeting.id} />
        </details>
      )}
    </Card>
  );
}

function GuestRow({ guest }: { readonly guest: Seen<'guest'> }) {
  const app = useApp();
  const remove = useCommand('guest.remove');
  const { id: guestId, meetingId, who, count } = guest;
  const drop = async () => {
    if (!(await remove.send({ guestId })).saved) return;
    const undo = async () => {
      await dispatchOnce(app, 'guest.add', { guestId: newId(), meetingId, who, count });
    };
    showToast({ text: words.removed(who), undo });
  };
  return (
    <li class="bk-item">
      <span class="bk-grow">
        <b>{who}</b>
        <small>{words.total(count)}</small>
      </span>
      {mayI('guest.remove') && <IconButton icon={X} label={words.remove(who)} onClick={() => void drop()} />}
      <Refusal command={remove} />
    </li>
  );
}

function AddGuest({ meetingId }: { readonly meetingId: string }) {
  const add = useCommand('guest.add');
  const [who, setWho] = useState('');
  const [count, setCount] = useState(1);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const send = async () => {
    setProblem(who.trim() === '' ? words.whoError : undefined);
    if (who.trim() === '') return;
    if (!(await add.send({ guestId: newId(), meetingId, who: who.trim(), count })).saved) return;
    setWho('');
    setCount(1);
    showToast({ text: words.added(count) });
  };
  return (
    <Form class="bk-stack bk-gap-3" onSend={send}>
      <p class="bk-soft bk-small">{words.lead}</p>
      <TextField label={words.who} hint={words.whoHint} maxLength={150} value={who} error={problem} onValue={setWho} />
      <Counter label={words.count} min={1} max={countMax} value={count} onValue={setCount} />
      <Button type="submit" icon={Plus} busy={add.busy}>
        {words.add}
      </Button>
      <Refusal command={add} />
    </Form>
  );
}
