/** Where phones or server keep their things in a real store: does nothing on memory. */
import { atRest } from './realTime.ts';
import type { World } from './world.ts';

/** What the real stores hold is what memory holds, which the oracles look at. */
export async function checkStores({ host, devices }: World): Promise<void> {
  await host.store.check();
  for (const { disk } of devices) await disk.check();
}

/** What they have open is let go of. */
export async function closeStores({ host, devices }: World): Promise<void> {
  host.store.close();
  for (const { disk } of devices) disk.close();
  await atRest();
}
