// What asks something of the person at this phone: the count in the menu and the list on Vandaag come from the same rows.
import { useEffect, useState } from 'preact/hooks';
import { type Attention, attentionOf } from '../domain/today.ts';
import { type App, type Me, useApp, useMe } from './app-context.tsx';
import { todayIs } from './clock.ts';
import { readTaskRows } from './task-rows.ts';

/** Between a change of page and the count in the menu: a screen opens first. */
const countAfterMs = 400;

/** How many tasks wait, for the menu. Read once after each change of page and not live: with ten thousand rows a live count
 *  would read them all again at every tap in a meeting. */
export function useTaskCount(path: string): number {
  const app = useApp();
  const me = useMe();
  const [count, setCount] = useState(0);
  useEffect(() => {
    let left = false;
    const timer = setTimeout(() => {
      void readAttention(app, me).then((tasks) => {
        if (!left) setCount(tasks.length);
      });
    }, countAfterMs);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [app, me, path]);
  return count;
}

async function readAttention(app: App, { access }: Me): Promise<readonly Attention[]> {
  return attentionOf({ access, today: todayIs(), ...(await readTaskRows(app)) });
}
