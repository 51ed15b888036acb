// Decisions that stand out, in one place for the chair and the secretary. Quiet when there are none.
import { mayI } from '../../data.ts';
import { CircleAlert } from '../../icons.ts';
import { nlMeeting } from '../../nl/meeting.ts';
import { Card, CardHead } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Item, List } from '../../parts/list.tsx';
import { Disc } from '../../parts/status.tsx';
import { itemHref } from './agenda-list.tsx';
import { flagSentences } from './decision-flags.tsx';
import type { MeetingRows } from './use-meeting.ts';

export interface ChairCardProps {
  readonly rows: MeetingRows;
  /** Titles only: each decision on the page says the rest itself. */
  readonly brief?: boolean | undefined;
}

export function ChairCard({ rows, brief = false }: ChairCardProps) {
  const flagged = rows.agenda.flatMap(({ item, decision }) => {
    const sentences = decision === undefined ? [] : flagSentences(decision, rows);
    return sentences.length === 0 ? [] : [{ item, sentences }];
  });
  if (flagged.length === 0 || !mayI('decision.correct')) return null;
  return (
    <Card labelledBy="valt-op" gap={3}>
      <CardHead id="valt-op" title={nlMeeting.chair.title} />
      <p>{nlMeeting.chair.lead(flagged.length)}</p>
      <List kind="bleed">
        {flagged.map(({ item, sentences }) => (
          <Item
            key={item.id}
            title={item.title}
            lines={brief ? [] : sentences}
            href={itemHref(rows.meeting.id, item.id)}
            disc={
              <Disc>
                <Icon of={CircleAlert} />
              </Disc>
            }
          />
        ))}
      </List>
    </Card>
  );
}
