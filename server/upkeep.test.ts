/** What the server does by itself at its start and every minute. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { revokedIn } from './revoked.ts';
import type { Services } from './services.ts';
import { startApp, type TestApp, type Visitor } from './testApp.ts';
import { deliverAll, takeUpWork } from './upkeep.ts';

let world: TestApp;
let anna: Visitor;
beforeEach(async () => {
  world = await startApp();
  anna = await world.founder();
});
afterEach(() => world.close());

/** The first committee that is asked about fails; which one that is does not matter. */
function withTrouble(): { readonly services: Services; readonly asked: string[] } {
  const asked: string[] = [];
  const { engine } = world.services;
  const trouble = async (id: string): Promise<never> => Promise.reject(new Error(`no luck with ${id}`));
  const ask =
    <T>(body: (id: string) => Promise<T>) =>
    (id: string): Promise<T> => {
      asked.push(id);
      return asked.length === 1 ? trouble(id) : body(id);
    };
  const redrive = ask((id) => engine.redrive(id));
  const deliverTransfers = ask((id) => engine.deliverTransfers(id));
  return { services: { ...world.services, engine: { ...engine, redrive, deliverTransfers } }, asked };
}

test('[D1] a committee in trouble keeps no other waiting, and the operator hears of it', async () => {
  await world.founder();
  const minute = withTrouble();
  await deliverAll(minute.services);
  expect(minute.asked).toHaveLength(2);
  const start = withTrouble();
  await takeUpWork(start.services, world.dataDir);
  expect(new Set(start.asked).size).toBe(2);
  expect(world.services.alarms.counts(1)).toEqual({ upkeep_failed: 2 });
});

test('[H12] a disk that was put back lets nobody in again who was signed off since', async () => {
  const { accounts } = world.services;
  const revoke = await anna.ask('DELETE', `/api/devices/${anna.deviceId}`);
  expect(revoke.statusCode).toBeLessThan(300);
  expect(revokedIn(world.dataDir)).toEqual([anna.deviceId]);
  await accounts.changeDevice(anna.deviceId, { state: 'active' }); // as the disk of before has it
  await takeUpWork(world.services, world.dataDir);
  expect(await accounts.device(anna.deviceId)).toMatchObject({ state: 'revoked' });
});

test('[L6] a name that is erased and cannot be noted beside the database is erased, and the operator hears of it', async () => {
  const { personId } = await world.member(anna, 'secretary');
  await anna.does('member.remove', { personId });
  mkdirSync(join(world.dataDir, 'erased-names.txt')); // nothing can be written there
  expect(await anna.does('person.erase', { personId, erasedOn: '2026-02-01' })).toMatchObject({ outcome: 'applied' });
  expect(world.services.alarms.counts(1)).toEqual({ erasure_not_noted: 1 });
});
