/** The calm after the faults: everything must arrive everywhere within bounded time. */
import type { Device } from './device.ts';
import { checkEnd, isForgotten, isQuiet } from './endOracle.ts';
import { noFaults } from './faults.ts';
import { checkTransfers } from './moneyOracle.ts';
import type { Tab } from './tab.ts';
import type { World } from './world.ts';

const drainMsMax = 45 * 60_000; // virtual; the longest backoff is five minutes

/** Faults stop; what was under way for days arrives; within bounded time everything must be everywhere. */
export async function drain(world: World): Promise<void> {
  world.random.begin(world.seed);
  calm(world);
  world.note('calm');
  const asleep = world.devices.map((device) => device.tabs.find((tab) => tab.frozenUntil > world.scheduler.now));
  world.scheduler.jump(4 * 86_400_000);
  for (const [n, device] of world.devices.entries()) {
    world.signInAnew(device);
    device.recover();
    thaw(world, device, asleep[n]);
    if (device.tabs.length === 0) world.open(device);
    world.wake(device);
  }
  const from = world.network.requests;
  const until = world.scheduler.now + drainMsMax;
  const logs = () => world.committeeIds.map((id) => world.oracleOf(id));
  let quiet = false;
  while (!quiet && world.violation === null && world.scheduler.now < until) {
    const faulty = [...world.host.store.committees].filter(([, { held }]) =>
      [...held.values()].some(({ code }) => code === 'server_error'),
    );
    for (const [id] of faulty) world.host.redrive(id); // does nothing while the server is down
    world.host.deliver();
    await world.elapse(10_000);
    const travels = logs().some((log) => log.now('transfer').some(({ state }) => state === 'under_way'));
    quiet =
      faulty.length === 0 && !travels && world.host.isUp() && world.devices.every((device) => isQuiet(device, world));
  }
  const minutes = (world.scheduler.now - until + drainMsMax) / 60_000;
  const requests = world.network.requests - from;
  if (requests > 400 + 60 * minutes) world.report('I17', `${requests} requests in ${minutes} minutes of calm`);
  if (world.violation !== null) return;
  world.checkAll();
  checkEnd(world);
  checkTransfers(logs(), world.report);
  world.saved.check('log', ({ personId }, committeeId) => isForgotten(personId, committeeId, world));
}

function calm(world: World): void {
  world.rates = noFaults;
  world.network.rates = noFaults;
  world.host.rates = noFaults;
  world.host.fullUntil = 0;
  world.host.noConnectionUntil = 0;
  world.host.mend();
}

/** One that holds only the lock may sleep on: another tab must get everything through (I17). */
function thaw(world: World, device: Device, sleeper: Tab | undefined): void {
  for (const tab of device.tabs) tab.frozenUntil = 0;
  if (sleeper === undefined || device.tabs.length < 2 || !device.tabs.includes(sleeper) || device.db.holds(sleeper))
    return;
  sleeper.frozenUntil = world.scheduler.now + drainMsMax;
  world.outcomes.add('drained_beside_a_frozen_tab');
}
