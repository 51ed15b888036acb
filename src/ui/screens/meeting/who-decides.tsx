// The table in one card: a house a member, the sentence that says the same, and the list to change it.
import { type Quorum, quorumOf, votingMemberIds } from '../../../domain/quorum.ts';
import { useMe } from '../../data.ts';
import { Check, CircleAlert, UsersRound } from '../../icons.ts';
import { nlMeeting } from '../../nl/meeting.ts';
import { Button } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { QuorumHouses } from '../../parts/quorum-houses.tsx';
import { Badge, Note } from '../../parts/status.tsx';
import { ComingAndGoing } from './coming-and-going.tsx';
import { type Attender, isHere, seatsInOrder } from './people-model.ts';
import { usePresenceActs } from './presence-acts.ts';
import { PresenceList } from './presence-list.tsx';
import type { MeetingRows } from './use-meeting.ts';

const words = nlMeeting.presence;

/** Whether this table may decide, by the committee's own rule. */
export function useQuorum(rows: MeetingRows, table: readonly Attender[]): Quorum {
  const { committee } = useMe();
  return quorumOf({
    rule: committee?.quorum ?? { kind: 'more_than_half' },
    votingIds: votingMemberIds(rows.members),
    presentIds: table.filter(isHere).map(({ personId }) => personId),
    recusedIds: table.filter(({ recusal }) => recusal !== undefined).map(({ personId }) => personId),
  });
}

export interface WhoDecidesProps {
  readonly rows: MeetingRows;
  readonly table: readonly Attender[];
  readonly quorum: Quorum;
  /** On an item: who does not take part can be marked. On the meeting: everybody can be set present in one tap. */
  readonly itemId?: string | undefined;
  /** Whoever may not note presence only reads it. */
  readonly editable: boolean;
}

export function WhoDecides({ rows, table, quorum, itemId, editable }: WhoDecidesProps) {
  const { meeting } = rows;
  const acts = usePresenceActs(meeting, itemId);
  const notSet = table.filter(({ presence }) => presence === undefined).length;
  const lost = lostBy(table, quorum);
  const away = table.length - quorum.presentCount - quorum.recusedCount;
  const excused = table.filter(({ presence }) => presence?.state === 'excused').length;
  // On an item only until presence was noted once: after that a tap on it would undo who left.
  const showAll = editable && (itemId === undefined ? table.length - excused > quorum.presentCount : notSet > 0);
  const badge = (
    <Badge tone={quorum.reached ? 'ok' : 'look'} icon={quorum.reached ? Check : CircleAlert}>
      {quorum.reached ? words.reached : words.notReached}
    </Badge>
  );
  return (
    <Card labelledBy="quorum" gap={3} first={itemId === undefined}>
      <CardHead id="quorum" title={itemId === undefined ? words.title : words.decides} aside={badge} />
      <QuorumHouses
        seats={seatsInOrder(table)}
        label={words.housesLabel(quorum.presentCount, table.length, quorum.recusedCount, away)}
      />
      <p>
        <b>{words.deciding(quorum.presentCount)}</b>{' '}
        {(itemId === undefined ? words.present : words.decidingRest)(quorum.presentCount, quorum.neededCount)}
        <Absent table={table} />
      </p>
      {lost !== undefined && (
        <Note tone="look" icon={CircleAlert} live="alert">
          {words.lost(lost, quorum.presentCount, quorum.neededCount)}
        </Note>
      )}
      {itemId !== undefined && !quorum.reached && (
        <Note tone="look" icon={CircleAlert}>
          {words.notReachedNote(quorum.missingCount)}
        </Note>
      )}
      {showAll && (
        <Button big wide icon={UsersRound} busy={acts.presence.busy} onClick={() => void acts.allHere(table)}>
          {words.all(excused)}
        </Button>
      )}
      {notSet > 0 && <p class="bk-soft">{words.notSet(notSet)}</p>}
      {editable && (
        <details>
          <summary class="bk-strong">{words.change}</summary>
          <PresenceList
            attenders={table}
            acts={acts}
            of={itemId === undefined ? 'meeting' : 'item'}
            openedAt={meeting.openedAt}
          />
        </details>
      )}
      {itemId === undefined && <ComingAndGoing rows={rows} />}
    </Card>
  );
}

/** Who left last, when there was a quorum with those who left; undefined while there is one, or when there never was. */
function lostBy(
  table: readonly Attender[],
  quorum: Quorum,
): { readonly name: string; readonly at: string } | undefined {
  const left = table
    .filter(({ recusal }) => recusal === undefined)
    .flatMap(({ name, stays }) => {
      const at = stays.at(-1)?.until;
      return at == null ? [] : [{ name, at }];
    });
  if (quorum.reached || quorum.presentCount + left.length < quorum.neededCount) return undefined;
  return left.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
}

/** Who does not take part and who sent apologies, by name: so that a wrong mark is seen before the vote. */
function Absent({ table }: { readonly table: readonly Attender[] }) {
  const excused = table.filter(({ presence, recusal }) => recusal === undefined && presence?.state === 'excused');
  const gone = table.filter(({ presence, recusal }) => recusal === undefined && presence?.state === 'absent');
  const sentences = [
    ...table.flatMap(({ name, recusal }) => (recusal === undefined ? [] : [words.isOff(name, recusal.reason)])),
    ...(excused.length === 0 ? [] : [words.isExcused(excused.map(({ name }) => name))]),
    ...(gone.length === 0 ? [] : [words.isAway(gone.map(({ name }) => name))]),
  ];
  return <>{sentences.length === 0 ? '' : ` ${sentences.join(' ')}`}</>;
}
