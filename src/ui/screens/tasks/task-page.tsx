// One task: what it is, before when and why then, whose it is; to take, hand over, put back or tick off.
import { canBeTaken, doneByHand } from '../../../domain/tasks/kinds.ts';
import type { OpenTask } from '../../../domain/tasks/openTasks.ts';
import { dispatchOnce, Refusal, useApp, useCommand } from '../../data.ts';
import { ArrowRight, Check, Send, UserCheck } from '../../icons.ts';
import { nlTasks } from '../../nl/tasks.ts';
import { Actions, Button, LinkButton } from '../../parts/button.tsx';
import { Card, CardHead, Stack } from '../../parts/card.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Lines } from '../../parts/lines.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { DestroySheets } from './destroy-sheets.tsx';
import { HandForm } from './hand-form.tsx';
import { TaskChange } from './task-form.tsx';
import type { TasksData } from './use-tasks.ts';

const words = nlTasks.one;

export interface TaskPageProps {
  readonly data: TasksData;
  readonly taskKey: string;
  /** '' · geef: hand it over · wijzig: another text or day */
  readonly doing: string;
  readonly onDone: () => void;
}

export function TaskPage({ data, taskKey, doing, onDone }: TaskPageProps) {
  const task = data.tasks.find(({ key }) => key === taskKey);
  if (!data.loaded) return <PageHead title={nlTasks.title} />;
  if (task === undefined) return <Gone />;
  if (doing === 'geef') return <HandForm {...{ data, task, onDone }} />;
  if (doing === 'wijzig' && task.kind === 'written') return <TaskChange {...{ data, task, onDone }} />;
  return <OneTask {...{ data, task, onDone }} />;
}

function Gone() {
  const { title, text, action } = words.gone;
  return (
    <Empty page title={title} action={<LinkButton href="/taken">{action}</LinkButton>}>
      {text}
    </Empty>
  );
}

interface OneTaskProps {
  readonly data: TasksData;
  readonly task: OpenTask;
  readonly onDone: () => void;
}

function OneTask({ data, task, onDone }: OneTaskProps) {
  const { title, note, href, button } = data.lineOf(task);
  const { dueOn, dueBecause, kind } = task;
  const mine = task.ownerId === data.personId;
  const leadsAway = !href.startsWith('/taken');
  return (
    <Stack gap={5}>
      <PageHead title={title} {...(note === '' ? {} : { lead: note })} />
      <Stack gap={3}>
        {dueOn !== null && (
          <p class="bk-strong">
            {dueOn < data.today ? nlTasks.was(dueOn) : nlTasks.before(dueOn)}
            {nlTasks.why(dueBecause)}
          </p>
        )}
        {leadsAway && (
          <LinkButton kind={mine ? 'primary' : undefined} href={href} iconAfter={ArrowRight}>
            {button}
          </LinkButton>
        )}
        <Ending {...{ task, data, onDone }} />
        {kind === 'written' && (
          <span>
            <LinkButton kind="quiet" href={`/taken?taak=${encodeURIComponent(task.key)}&doe=wijzig`}>
              {nlTasks.form.change}
            </LinkButton>
          </span>
        )}
      </Stack>
      {task.district === null ? <Whose {...{ data, task }} /> : <OfDistrict />}
    </Stack>
  );
}

/** How it ends: somebody says so, or the rows do. */
function Ending(props: OneTaskProps) {
  const { kind } = props.task;
  if (doneByHand(kind)) return <TickOff {...props} />;
  if (kind === 'sheets_to_destroy') return <DestroySheets {...props} />;
  return <p class="bk-small bk-soft">{words.byItself}</p>;
}

function OfDistrict() {
  return (
    <Card labelledBy="van-wie" gap={3}>
      <CardHead id="van-wie" title={words.whose} />
      <p class="bk-strong">{nlTasks.district.owner}</p>
      <p class="bk-small bk-soft">{nlTasks.district.ticks}</p>
    </Card>
  );
}

export function TickOff({ task, data, onDone }: OneTaskProps) {
  const app = useApp();
  const command = useCommand('task.done');
  const args = { taskId: task.key, doneOn: data.today };
  const tick = async () => {
    if (!(await command.send({ ...args, done: true })).saved) return;
    onDone();
    const undo = async () => {
      await dispatchOnce(app, 'task.done', { ...args, done: false });
    };
    showToast({ text: words.isDone, undo });
  };
  return (
    <>
      <Button
        kind={task.ownerId === data.personId ? 'primary' : undefined}
        icon={Check}
        busy={command.busy}
        onClick={() => void tick()}
      >
        {words.done}
      </Button>
      <Refusal command={command} />
    </>
  );
}

function Whose({ data, task }: Omit<OneTaskProps, 'onDone'>) {
  const { nameOf, personId } = data;
  const { ownerId, suggestedId, handedBy, note, doerIds } = task;
  const take = useCommand('task.take');
  const release = useCommand('task.release');
  const ids = { taskId: task.key, seenOwnerId: data.seenOwnerId(task) };
  const mine = ownerId === personId;
  const doers = data.people.filter(({ id }) => doerIds.includes(id)).map(({ id }) => nameOf(id));
  const doTake = async () => {
    if ((await take.send(ids)).saved) showToast({ text: words.taken });
  };
  const doRelease = async () => {
    if ((await release.send(ids)).saved) showToast({ text: words.released });
  };
  return (
    <Card labelledBy="van-wie" gap={3}>
      <CardHead id="van-wie" title={words.whose} />
      <p class={ownerId === null ? 'bk-soft' : 'bk-strong'}>
        {ownerId === null ? nlTasks.unowned(nameOf(suggestedId)) : nlTasks.owner(nameOf(ownerId), mine)}
      </p>
      {handedBy !== null && <p class="bk-small bk-soft">{words.handed(nameOf(handedBy))}</p>}
      {note !== '' && (
        <div class="bk-note">
          <div>
            <b>{words.note}</b>
            <Lines text={note} />
          </div>
        </div>
      )}
      <p class="bk-small bk-soft">{words.who(doers.length === data.people.length ? undefined : doers)}</p>
      {canBeTaken(task.kind) ? (
        <Actions>
          {!mine && doerIds.includes(personId) && (
            <Button
              kind={ownerId === null ? 'primary' : undefined}
              icon={UserCheck}
              busy={take.busy}
              onClick={() => void doTake()}
            >
              {ownerId === null ? words.take : words.takeOver(nameOf(ownerId))}
            </Button>
          )}
          <LinkButton icon={Send} href={`/taken?taak=${encodeURIComponent(task.key)}&doe=geef`}>
            {nlTasks.hand.title}
          </LinkButton>
          {ownerId !== null && (
            <Button kind="quiet" busy={release.busy} onClick={() => void doRelease()}>
              {words.release}
            </Button>
          )}
        </Actions>
      ) : (
        <p class="bk-small">{words.follow}</p>
      )}
      <Refusal command={take} />
      <Refusal command={release} />
    </Card>
  );
}
