// Before the evening: who sent apologies. Who is there is noted when the meeting is open.
import { mayI, Refusal } from '../../data.ts';
import { Check, DoorClosed } from '../../icons.ts';
import { nlMeeting } from '../../nl/meeting.ts';
import { Card, CardHead } from '../../parts/card.tsx';
import { Seg, type SegOption } from '../../parts/choice.tsx';
import { Item, List } from '../../parts/list.tsx';
import type { Attender } from './people-model.ts';
import { type PresenceState, usePresenceActs } from './presence-acts.ts';
import type { MeetingRows } from './use-meeting.ts';

const words = nlMeeting.presence;

/** Coming is the same as not there yet: it becomes "er" on the evening, not by a promise. */
const options: readonly SegOption<PresenceState>[] = [
  { value: 'absent', label: words.comes, icon: Check },
  { value: 'excused', label: words.excused, icon: DoorClosed },
];

export interface WhoComesProps {
  readonly rows: MeetingRows;
  readonly table: readonly Attender[];
  readonly neededCount: number;
}

export function WhoComes({ rows, table, neededCount }: WhoComesProps) {
  const acts = usePresenceActs(rows.meeting);
  const excused = table.filter(({ presence }) => presence?.state === 'excused').map(({ name }) => name);
  return (
    <Card labelledBy="wie" gap={3}>
      <CardHead id="wie" title={words.who} />
      <p>
        {excused.length === 0 ? words.nobodyExcused : words.isExcused(excused)} {words.quorumIs(neededCount)}
      </p>
      {mayI('presence.set') && (
        <details>
          <summary class="bk-strong">{words.changeExcused}</summary>
          <List kind="bleed">
            {table.map((attender) => (
              <Item
                key={attender.personId}
                person
                title={attender.name}
                lines={[nlMeeting.roles[attender.role]]}
                end={
                  <Seg
                    legend={attender.name}
                    options={options}
                    value={attender.presence?.state === 'excused' ? 'excused' : 'absent'}
                    onValue={(state) => void acts.set(attender, state)}
                  />
                }
              />
            ))}
          </List>
        </details>
      )}
      <Refusal command={acts.presence} />
    </Card>
  );
}
