// /taken for the district manager: what the committee asks of the district's maintenance, to read and to tick off (S21).
import { useMe } from '../../data.ts';
import { nlTasks } from '../../nl/tasks.ts';
import { BackLink } from '../../parts/button.tsx';
import { Stack } from '../../parts/card.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Item, List } from '../../parts/list.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useLocation } from '../../router.tsx';
import { TickOff } from './task-page.tsx';
import { type TasksData, useTasks } from './use-tasks.ts';

const words = nlTasks.district;
const home = '/taken';

export function ForDistrict() {
  const { query, route } = useLocation();
  const data = useTasks();
  const { committee } = useMe();
  if (!data.loaded) return null;
  const task = data.tasks.find(({ key }) => key === query['taak']);
  if (task === undefined) return <Asked data={data} />;
  const { dueOn, text, district } = task;
  return (
    <Stack gap={4}>
      <BackLink href={home}>{words.title}</BackLink>
      <PageHead title={text} lead={district?.about || committee?.name} />
      {dueOn !== null && <p class="bk-strong">{dueOn < data.today ? nlTasks.was(dueOn) : nlTasks.before(dueOn)}</p>}
      <TickOff {...{ task, data }} onDone={() => route(home)} />
    </Stack>
  );
}

function Asked({ data: { tasks } }: { readonly data: TasksData }) {
  return (
    <div class="bk-narrow">
      <PageHead title={words.title} lead={words.lead} />
      {tasks.length === 0 ? (
        <Empty title={words.none.title}>{words.none.text}</Empty>
      ) : (
        <List label={words.title}>
          {tasks.map(({ key, text, dueOn, district }) => (
            <Item
              key={key}
              title={text}
              lines={[district?.about ?? '', dueOn === null ? '' : nlTasks.before(dueOn)].filter((line) => line !== '')}
              href={`${home}?taak=${key}`}
            />
          ))}
        </List>
      )}
    </div>
  );
}
