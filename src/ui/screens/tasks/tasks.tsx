// /taken: everything that is to be done in the committee, whose it is, and what goes out of it: calendar and message.
import { isCommitteeRole } from '../../../domain/access.ts';
import { useMe } from '../../data.ts';
import { MessagesSquare, Plus } from '../../icons.ts';
import { nlTasks } from '../../nl/tasks.ts';
import { BackLink, LinkButton } from '../../parts/button.tsx';
import { Card, CardHead, Columns, Stack } from '../../parts/card.tsx';
import { Empty } from '../../parts/empty.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useLocation } from '../../router.tsx';
import { CalendarCard } from './calendar-card.tsx';
import { ForDistrict } from './district.tsx';
import { LoadCard } from './load-card.tsx';
import { TaskAdd } from './task-form.tsx';
import { TaskLists } from './task-lists.tsx';
import { TaskPage } from './task-page.tsx';
import { type TasksData, useTasks } from './use-tasks.ts';
import { WeekPage } from './week-page.tsx';

const home = '/taken';

export function TasksScreen() {
  const { access } = useMe();
  if (isCommitteeRole(access.role)) return <ForCommittee />;
  return access.role === 'district_manager' ? <ForDistrict /> : <NotYours />;
}

function NotYours() {
  const { title, text, action } = nlTasks.notYours;
  return (
    <>
      <PageHead title={nlTasks.title} />
      <Empty title={title} action={<LinkButton href="/">{action}</LinkButton>}>
        {text}
      </Empty>
    </>
  );
}

function ForCommittee() {
  const { query, route } = useLocation();
  const data = useTasks();
  const [doing, taskKey] = [query['doe'] ?? '', query['taak'] ?? ''];
  const leave = () => route(home);
  if (doing === '' && taskKey === '') return <Overview data={data} />;
  return (
    <Stack gap={4}>
      <BackLink href={home}>{nlTasks.back}</BackLink>
      <div class="bk-narrow">
        {taskKey !== '' ? (
          <TaskPage key={taskKey} {...{ data, taskKey, doing }} onDone={leave} />
        ) : doing === 'weekbericht' ? (
          <WeekPage data={data} />
        ) : (
          <TaskAdd data={data} onDone={leave} />
        )}
      </div>
    </Stack>
  );
}

function Overview({ data }: { readonly data: TasksData }) {
  return (
    <>
      <PageHead
        title={nlTasks.title}
        lead={nlTasks.lead}
        actions={
          <LinkButton icon={Plus} href={`${home}?doe=nieuw`}>
            {nlTasks.add}
          </LinkButton>
        }
      />
      <Columns kind="side">
        <Stack gap={5}>
          <TaskLists data={data} />
        </Stack>
        <Stack gap={5}>
          <LoadCard data={data} />
          <CalendarCard data={data} />
          <Card labelledBy="weekbericht" gap={3}>
            <CardHead id="weekbericht" title={nlTasks.week.title} />
            <p>{nlTasks.week.linkNote}</p>
            <LinkButton icon={MessagesSquare} href={`${home}?doe=weekbericht`}>
              {nlTasks.week.link}
            </LinkButton>
          </Card>
        </Stack>
      </Columns>
    </>
  );
}
