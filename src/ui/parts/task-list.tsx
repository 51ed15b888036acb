import type { ComponentChildren } from 'preact';
import { BellRing, Check, Clock } from '../icons.ts';
import { Icon, type IconData } from './icon.tsx';
import { Badge, type BadgeTone, Disc } from './status.tsx';

/** `turn` is the one step that waits for this person; `later` cannot be done yet. */
export type TaskState = 'done' | 'turn' | 'open' | 'later' | 'bad';

export interface Task {
  readonly id: string;
  readonly title: string;
  readonly note?: ComponentChildren | undefined;
  readonly state: TaskState;
  /** The mark in the disc while it is not done. */
  readonly icon: IconData;
  /** The state in a word: "Klaar", "Wacht op u", "Vanavond". */
  readonly status: string;
  readonly statusIcon?: IconData | undefined;
  readonly href?: string | undefined;
}

/** The path of a dossier, from proposal to account. An ordered list; the step at hand carries aria-current. */
export function TaskList({ tasks }: { readonly tasks: readonly Task[] }) {
  return (
    <ol class="bk-card bk-card--flush bk-tasks">
      {tasks.map((task) => (
        <li key={task.id}>
          {task.href === undefined ? (
            <div class="bk-item" aria-current={task.state === 'turn' ? 'step' : undefined}>
              <Inside task={task} />
            </div>
          ) : (
            <a class="bk-item" href={task.href} aria-current={task.state === 'turn' ? 'step' : undefined}>
              <Inside task={task} />
            </a>
          )}
        </li>
      ))}
    </ol>
  );
}

const discTones = { done: 'ok', turn: 'turn', open: 'plain', later: 'later', bad: 'bad' } as const;
const badgeTones: Readonly<Record<TaskState, BadgeTone>> = {
  done: 'ok',
  turn: 'turn',
  open: 'info',
  later: 'quiet',
  bad: 'bad',
};

function Inside({ task }: { readonly task: Task }) {
  const usual = { done: Check, turn: BellRing, open: task.icon, later: Clock, bad: task.icon }[task.state];
  return (
    <>
      <Disc tone={discTones[task.state]}>
        <Icon of={task.state === 'done' ? Check : task.icon} />
      </Disc>
      <span>
        <b>{task.title}</b>
        {task.note !== undefined && <small>{task.note}</small>}
      </span>
      <Badge tone={badgeTones[task.state]} icon={task.statusIcon ?? usual}>
        {task.status}
      </Badge>
    </>
  );
}
