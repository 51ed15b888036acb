// One row a member with its three states. On the page of the meeting: there, gone, excused. On an item: there, gone, does
// not take part.
import { useState } from 'preact/hooks';
import { Refusal, useMe } from '../../data.ts';
import { Ban, Check, DoorClosed, X } from '../../icons.ts';
import { nlMeeting } from '../../nl/meeting.ts';
import { Button } from '../../parts/button.tsx';
import { Seg, type SegOption } from '../../parts/choice.tsx';
import { Item, List } from '../../parts/list.tsx';
import { TextField } from '../../parts/text-fields.tsx';
import type { Attender } from './people-model.ts';
import type { PresenceActs } from './presence-acts.ts';

type Choice = 'present' | 'absent' | 'excused' | 'off';

const words = nlMeeting.presence;
const here: SegOption<Choice> = { value: 'present', label: words.here, icon: Check };
const away: SegOption<Choice> = { value: 'absent', label: words.away, icon: X };
const excused: SegOption<Choice> = { value: 'excused', label: words.excused, icon: DoorClosed };
const off: SegOption<Choice> = { value: 'off', label: words.off, icon: Ban };

/** Who comes or goes later than this after the opening is shown with the time: the votes in between tell why. */
const lateAfterMs = 15 * 60_000;

export interface PresenceListProps {
  readonly attenders: readonly Attender[];
  readonly acts: PresenceActs;
  readonly of: 'meeting' | 'item';
  readonly openedAt: string | null;
}

export function PresenceList({ attenders, acts, of, openedAt }: PresenceListProps) {
  const me = useMe();
  /** Whose reason for not taking part is being asked: the one just marked. */
  const [asksReasonOf, setAsksReasonOf] = useState<string | undefined>(undefined);
  const options = of === 'meeting' ? [here, away, excused] : [here, away, off];
  const choose = async (attender: Attender, choice: Choice) => {
    setAsksReasonOf(choice === 'off' ? attender.personId : undefined);
    if (choice === 'off') return acts.setRecused(attender, true, attender.recusal?.reason ?? '');
    if (of === 'item') await acts.setRecused(attender, false, attender.recusal?.reason ?? '');
    // On an item "weg" also shows for who sent apologies: a tap on it must not lose those.
    if (choice === 'absent' && of === 'item' && attender.presence?.state === 'excused') return;
    await acts.set(attender, choice);
  };
  return (
    <>
      <List kind="bleed">
        {attenders.map((attender) => (
          <Item
            key={attender.personId}
            person
            title={attender.name}
            lines={linesOf(attender, me.personId, of, openedAt)}
            end={
              <Seg
                legend={attender.name}
                options={options}
                value={choiceOf(attender, of)}
                onValue={(choice) => void choose(attender, choice)}
              />
            }
          />
        ))}
      </List>
      {attenders.map((attender) =>
        attender.personId === asksReasonOf && attender.recusal !== undefined ? (
          <RecusalReason
            key={attender.personId}
            attender={attender}
            onReason={(reason) => acts.setRecused(attender, true, reason)}
            onDone={() => setAsksReasonOf(undefined)}
          />
        ) : null,
      )}
      <Refusal command={acts.presence} />
      <Refusal command={acts.recusal} />
    </>
  );
}

interface RecusalReasonProps {
  readonly attender: Attender;
  readonly onReason: (reason: string) => Promise<void>;
  readonly onDone: () => void;
}

/** May stay empty: that somebody does not take part counts, the why is for the list of decisions. Saved on leaving the
 *  field, which stays where it is: a field that vanishes under a finger makes it press something else. */
function RecusalReason({ attender, onReason, onDone }: RecusalReasonProps) {
  const [typed, setTyped] = useState(attender.recusal?.reason ?? '');
  return (
    <div class="bk-card bk-card--well bk-stack bk-gap-2">
      <TextField
        label={words.reasonLabel(attender.name)}
        hint={words.reasonHint}
        optional
        value={typed}
        maxLength={300}
        onValue={setTyped}
        onLeave={() => void onReason(typed.trim())}
      />
      <Button onClick={onDone}>{words.reasonDone}</Button>
    </div>
  );
}

function choiceOf({ presence, recusal }: Attender, of: PresenceListProps['of']): Choice | undefined {
  if (of === 'item' && recusal !== undefined) return 'off';
  if (of === 'item' && presence?.state === 'excused') return 'absent';
  return presence?.state;
}

function linesOf(attender: Attender, myId: string, of: PresenceListProps['of'], openedAt: string | null): string[] {
  const { personId, role, presence, recusal, stays } = attender;
  const who = personId === myId ? `${nlMeeting.roles[role]}, ${words.you}` : nlMeeting.roles[role];
  const lines = [who];
  if (recusal !== undefined && recusal.reason !== '') lines.push(recusal.reason);
  else if (of === 'item' && presence?.state === 'excused') lines.push(words.excused.toLowerCase());
  // Who came, left and came back: all of it, or a vote in between is not to be understood.
  if (stays.length > 1) return [...lines, words.stays(stays)];
  const late =
    openedAt !== null && presence !== undefined && Date.parse(presence.at) - Date.parse(openedAt) > lateAfterMs;
  if (late && presence.state === 'present') lines.push(words.since(presence.at));
  if (late && presence.state === 'absent') lines.push(words.left(presence.at));
  return lines;
}
