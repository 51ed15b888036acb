import { useState } from 'preact/hooks';
import type { Attention } from '../../../domain/today.ts';
import { mayI, useMe, useRows } from '../../data.ts';
import { nlToday } from '../../nl/today.ts';
import { Button } from '../../parts/button.tsx';
import { Section } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Item, List } from '../../parts/list.tsx';
import { Disc } from '../../parts/status.tsx';
import type { TodayRows } from './rows.ts';
import { type TaskLine, taskLines } from './tasks.ts';

const shownAtFirst = 4;

export interface TaskSectionProps {
  /** Without the one in the yellow block. */
  readonly tasks: readonly Attention[];
  readonly rows: TodayRows;
  /** The yellow block above asks something already. */
  readonly hasTurn: boolean;
}

export function TaskSection({ tasks, rows, hasTurn }: TaskSectionProps) {
  const [all, setAll] = useState(false);
  const whose = useWhose();
  if (tasks.length === 0)
    return (
      <>
        {!hasTurn && <p class="bk-soft">{nlToday.tasks.none}</p>}
        <p>
          <ToList />
        </p>
      </>
    );
  const lines = taskLines(tasks, rows);
  const shown = all ? lines : lines.slice(0, shownAtFirst);
  return (
    <Section id="vraagt" title={hasTurn ? nlToday.tasks.also : nlToday.tasks.title} aside={<ToList />}>
      <List>
        {shown.map((line) => (
          <Item
            key={line.key}
            title={line.title}
            lines={[line.note, ...whose(line)]}
            href={line.href}
            disc={
              <Disc tone="turn">
                <Icon of={line.icon} />
              </Disc>
            }
          />
        ))}
      </List>
      {shown.length < lines.length && (
        <Button kind="quiet" onClick={() => setAll(true)}>
          {nlToday.tasks.all(lines.length)}
        </Button>
      )}
    </Section>
  );
}

/** For the committee: also what is of others, and of nobody. */
function ToList() {
  if (!mayI('task.take')) return null;
  return <a href="/taken">{nlToday.tasks.toList}</a>;
}

/** Whose a task is, in a line of its own. Of others nothing stands on Vandaag. */
function useWhose(): (line: TaskLine) => readonly string[] {
  const { personId } = useMe();
  const names = new Map(useRows('person').map(({ id, name }) => [id, name]));
  if (!mayI('task.take')) return () => [];
  return ({ whose }) => {
    if (whose === undefined) return [];
    if (whose.ownerId !== personId) return [nlToday.tasks.nobodys];
    return [whose.handedBy === null ? nlToday.tasks.yours : nlToday.tasks.handed(names.get(whose.handedBy) ?? '')];
  };
}
