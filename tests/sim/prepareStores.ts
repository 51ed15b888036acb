/** Before a run: a place for the databases of its workers. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cheapFlags, startCluster } from '../postgres/cluster.ts';
import type { StoreNames } from './stores.ts';

/** Workers inherit what it says. Answers how to clear it away. */
export async function prepareStores({ store, server }: StoreNames): Promise<() => Promise<void>> {
  process.env['SIM_STORE'] = store;
  process.env['SIM_SERVER'] = server;
  if (server === 'memory') return async () => undefined;
  const { place, clearAway } = server === 'sqlite' ? await folder() : await cluster();
  process.env['SIM_PLACE'] = place;
  return clearAway;
}

async function folder() {
  const place = await mkdtemp(join(tmpdir(), 'buurtkas-sim-'));
  return { place, clearAway: () => rm(place, { recursive: true, force: true }) };
}

async function cluster() {
  const { url, stop } = await startCluster(cheapFlags);
  return { place: url('postgres'), clearAway: stop };
}
