// Which proposals come on the agenda, and in which order. Ticks and arrows: nothing by dragging.
import { newId, useMe, useRows } from '../../data.ts';
import { ArrowDown, ArrowUp, ListChecks, Plus, X } from '../../icons.ts';
import { nlPlan } from '../../nl/meeting-plan.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { CheckboxGroup, type Option } from '../../parts/choice-fields.tsx';
import { Form } from '../../parts/form.tsx';
import { List } from '../../parts/list.tsx';
import { Disc } from '../../parts/status.tsx';
import { TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { inserted, moved, type PlanItem, toggled, withAll } from './plan-draft.ts';
import { askedText, type Decidable } from './use-decidable.ts';

export interface AgendaPickerProps {
  readonly items: readonly PlanItem[];
  readonly ownTitle: string;
  readonly decidable: readonly Decidable[];
  readonly meetingId: string;
  readonly onItems: (change: (items: readonly PlanItem[]) => readonly PlanItem[]) => void;
  readonly onOwnTitle: (title: string) => void;
}

export function AgendaPicker(props: AgendaPickerProps) {
  const { items, decidable, onItems, onOwnTitle } = props;
  const { year } = useMe();
  const otherDays = useOtherDays(props.meetingId);
  const options = decidable.map((one) => optionOf(one, year, otherDays.get(one.proposal.id)));
  const loose = decidable
    .filter(({ ready, proposal: { id } }) => ready && !otherDays.has(id) && !items.some(({ key }) => key === id))
    .map(({ proposal }) => proposal);
  const picked = items.flatMap(({ proposalId }) => (proposalId === null ? [] : [proposalId]));
  const ownTitle = props.ownTitle.trim();
  const addOwn = () => {
    if (ownTitle === '') return;
    onItems((value) => inserted(value, { key: newId(), proposalId: null, title: ownTitle }));
    onOwnTitle('');
  };
  return (
    <>
      <Card labelledBy="agenda">
        <CardHead id="agenda" title={nlPlan.agenda} />
        {loose.length > 1 && (
          <Button icon={ListChecks} onClick={() => onItems((value) => withAll(value, loose))}>
            {nlPlan.all(loose.length)}
          </Button>
        )}
        {decidable.length === 0 ? (
          <p class="bk-soft">{nlPlan.noProposals}</p>
        ) : (
          <CheckboxGroup
            id="aanvragen"
            label={nlPlan.proposals}
            hint={nlPlan.proposalsHint}
            options={options}
            values={picked}
            onValues={(values) => {
              const changed = decidable.find(({ proposal: { id } }) => values.includes(id) !== picked.includes(id));
              if (changed !== undefined) onItems((value) => toggled(value, changed.proposal));
            }}
          />
        )}
      </Card>
      <Card labelledBy="volgorde">
        <CardHead id="volgorde" title={nlPlan.order} />
        <Order items={items} onItems={onItems} />
        <Form class="bk-stack bk-gap-2" onSend={addOwn}>
          <TextField
            label={nlPlan.own}
            hint={nlPlan.ownHint}
            optional
            value={props.ownTitle}
            maxLength={200}
            onValue={onOwnTitle}
          />
          <Button type="submit" icon={Plus}>
            {nlPlan.ownAdd}
          </Button>
        </Form>
      </Card>
    </>
  );
}

function Order({ items, onItems }: Pick<AgendaPickerProps, 'items' | 'onItems'>) {
  return (
    <List kind="bleed" ordered label={nlPlan.order}>
      {items.map(({ key, title }, index) => (
        <li class="bk-item" key={key}>
          <Disc>{index + 1}</Disc>
          <span class="bk-grow">
            <b>{title}</b>
          </span>
          <span class="bk-row bk-gap-1">
            {index > 0 && (
              <IconButton
                icon={ArrowUp}
                label={nlPlan.up(title)}
                onClick={() => {
                  onItems((value) => moved(value, key, -1));
                  showToast({ text: nlPlan.moved(title, index) });
                }}
              />
            )}
            {index < items.length - 1 && (
              <IconButton
                icon={ArrowDown}
                label={nlPlan.down(title)}
                onClick={() => {
                  onItems((value) => moved(value, key, 1));
                  showToast({ text: nlPlan.moved(title, index + 2) });
                }}
              />
            )}
            <IconButton
              icon={X}
              label={nlPlan.drop(title)}
              onClick={() => onItems((value) => value.filter((item) => item.key !== key))}
            />
          </span>
        </li>
      ))}
    </List>
  );
}

/** By proposal, the day of another meeting that has it on its agenda already. */
function useOtherDays(meetingId: string): ReadonlyMap<string | null, string> {
  const items = useRows('agendaItem');
  const meetings = useRows('meeting');
  const dayOf = new Map(meetings.filter(({ state }) => state !== 'closed').map(({ id, plannedOn }) => [id, plannedOn]));
  return new Map(
    items.flatMap((item) => {
      const onDay = item.removed || item.meetingId === meetingId ? undefined : dayOf.get(item.meetingId);
      return onDay === undefined ? [] : [[item.proposalId, onDay] as const];
    }),
  );
}

/** A proposal with what was asked, what has to come first and where else it is. */
function optionOf({ proposal, step }: Decidable, year: number, otherDay: string | undefined): Option<string> {
  const first = nlPlan.first(step, proposal.publication);
  const notes = [
    askedText(proposal, year),
    ...(proposal.state === 'deferred' ? [nlPlan.deferred] : []),
    ...(first === undefined ? [] : [first]),
    ...(otherDay === undefined ? [] : [nlPlan.elsewhere(otherDay)]),
  ];
  return { value: proposal.id, label: proposal.title, note: notes.join(', ') };
}
