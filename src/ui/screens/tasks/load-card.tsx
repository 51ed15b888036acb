// How much everybody carries, so that the committee sees whom to relieve and whom to ask (S15).
import { loadOf } from '../../../domain/tasks/taskList.ts';
import { nlTasks } from '../../nl/tasks.ts';
import { Card, CardHead } from '../../parts/card.tsx';
import type { TasksData } from './use-tasks.ts';

const { load: words } = nlTasks;

export function LoadCard({ data }: { readonly data: TasksData }) {
  const { tasks, rows, today, nameOf } = data;
  const load = loadOf(tasks, rows.members, today);
  const nobodys = tasks.filter(({ ownerId, district }) => ownerId === null && district === null).length;
  const ofDistrict = tasks.filter(({ district }) => district !== null).length;
  const most = Math.max(1, ...load.map(({ count }) => count));
  return (
    <Card labelledBy="wie-heeft-wat" gap={3}>
      <CardHead id="wie-heeft-wat" title={words.title} />
      <p class="bk-small bk-soft">{words.lead}</p>
      <ul class="bk-stack bk-gap-3">
        {load.map(({ personId, count, late }) => (
          <li key={personId} class="bk-stack bk-gap-1">
            <span class="bk-row bk-between">
              <b>{nameOf(personId)}</b>
              <span class="bk-small">{words.count(count, late)}</span>
            </span>
            <span class="bk-row">
              <span class="bk-bar" aria-hidden="true">
                <span style={{ '--w': `${(100 * count) / most}%` }} />
              </span>
            </span>
          </li>
        ))}
        {ofDistrict > 0 && (
          <li class="bk-row bk-between">
            <b>{nlTasks.district.name}</b>
            <span class="bk-small">{words.count(ofDistrict, 0)}</span>
          </li>
        )}
        <li class="bk-row bk-between">
          <b>{words.nobody}</b>
          <span class="bk-small">{words.count(nobodys, 0)}</span>
        </li>
      </ul>
    </Card>
  );
}
