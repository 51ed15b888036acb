/** Carries out one doing. Whatever a script names that is not there (any more) does nothing. */
import { hash } from 'node:crypto';
import { canonical } from '../../src/domain/canonical.ts';
import { Unreachable } from '../../src/sync/ports.ts';
import type { Bundle } from '../../src/sync/protocol.ts';
import type { Action, Doing } from './actions.ts';
import { photoBytes } from './desk.ts';
import { type Device, photosOn } from './device.ts';
import type { Tab } from './tab.ts';
import type { World } from './world.ts';

export function perform(world: World, action: Action): void {
  if (!('phone' in action)) atServer(action, world);
  else {
    const device = world.devices[action.phone];
    if (device !== undefined) onPhone(action, device, world);
  }
}

type PhoneDoing = Extract<Doing, { readonly phone: number }>;
type OtherDoing = Exclude<Doing, PhoneDoing>;
type ByKind<D extends Doing, More extends readonly unknown[]> = {
  readonly [K in D['do']]: (action: Extract<D, { readonly do: K }>, ...more: More) => void;
};

const onPhone = (action: PhoneDoing, device: Device, world: World): void =>
  (phoneDoings[action.do] as (action: PhoneDoing, device: Device, world: World) => void)(action, device, world);
const atServer = (action: OtherDoing, world: World): void =>
  (otherDoings[action.do] as (action: OtherDoing, world: World) => void)(action, world);

const tabOf = ({ tabs }: Device, number: number): Tab | undefined => tabs[number % Math.max(1, tabs.length)];

const phoneDoings: ByKind<PhoneDoing, [Device, World]> = {
  send: (action, device, world) => send(world, device, action),
  switch_online: (_, device, world) => {
    device.online = !device.online;
    if (device.online) world.wake(device);
  },
  wake: (_, device, world) => world.wake(device),
  open_tab: (_, device, world) => world.open(device),
  close_tab: ({ tab }, device) => closeTab(device, tab),
  kill_tab: ({ tab }, device, { faults }) => {
    faults.add('F12', device.tabs.length);
    closeTab(device, tab);
  },
  look_at_inbox: (_, device, world) => lookAtInbox(world, device),
  look_at_photo: (action, device, world) => lookAtPhoto(world, device, action),
  freeze: ({ tab: number, forMs }, device, { faults, scheduler }) => {
    const tab = tabOf(device, number);
    if (tab === undefined) return;
    if (device.holdsLock(tab) || device.db.holds(tab)) faults.add('F14');
    tab.frozenUntil = scheduler.now + forMs;
  },
  lose_power: (_, device, { faults, outcomes, saved }) => {
    device.killAll();
    if (device.db.losePower() > 0) outcomes.add('commit_undone_by_power_loss');
    saved.lostPower();
    faults.add('F13');
  },
  evict: ({ keepsName }, device, world) => evict(world, device, keepsName),
  clone: (_, device, world) => world.clone(device),
  revoke: (_, device, world) => revoke(world, device),
  portal: ({ forMs }, device) => device.suffer('portal', forMs),
  deaf: ({ forMs }, device) => device.suffer('deaf', forMs),
  noPokes: ({ forMs }, device) => device.suffer('noPokes', forMs),
  session: ({ of, forMs }, device, { devices, faults, scheduler }) => {
    const other = of === null ? null : devices[of];
    if (other === undefined || device.deviceId === other?.deviceId) return;
    device.session = other && { deviceId: other.deviceId, personId: other.personId };
    faults.add('F22');
    scheduler.after(forMs, () => device.signInAgain());
  },
  set_clock: ({ byMs }, device, { faults }) => {
    device.clockErrorMs += byMs;
    faults.add('F23');
  },
};

const otherDoings: ByKind<OtherDoing, [World]> = {
  nothing: () => undefined,
  crash: (_, { host, faults }) => {
    if (host.isUp()) faults.add('F24');
    host.crash();
  },
  sleep: ({ hours }, { scheduler }) => scheduler.jump(hours * 3_600_000),
  hand_over: (action, world) => handOver(world, action),
  back_up: (_, { host }) => {
    if (host.store.backUp()) host.photos.copyTo('backup', 'standby');
  },
  replicate: (_, { host }) => {
    if (host.store.replicate()) host.photos.copyTo('standby');
  },
  restore: (_, world) => world.forget('restore'),
  restore_older: (_, world) => {
    if (!world.host.store.has('backup_before')) return;
    world.host.store.loseNewestBackup();
    world.faults.add('F25_older');
    world.forget('restore');
  },
  fail_over: (_, world) => world.forget('fail_over'),
  import_project: ({ committee, number }, { host, committeeIds }) =>
    host.importProject(committeeIds[committee], number),
  deliver: (_, { host }) => host.deliver(),
  disk_full: ({ forMs }, { host, scheduler }) => {
    host.fullUntil = scheduler.now + forMs;
  },
  no_connection: ({ forMs }, { host, scheduler }) => {
    host.noConnectionUntil = scheduler.now + forMs;
  },
  bad_deploy: (_, { host }) => {
    host.badDeploy = true;
  },
  mend: (_, { host }) => host.mend(),
};

function closeTab(device: Device, number: number): void {
  const tab = tabOf(device, number);
  if (tab !== undefined) device.kill(tab);
}

function send(world: World, device: Device, sending: Extract<Doing, { readonly do: 'send' }>): void {
  const { committee, name, args, accept, tooNew } = sending;
  const tab = tabOf(device, sending.tab);
  const committeeId = world.committeeIds[committee];
  if (tab === undefined || committeeId === undefined) return;
  const photos = sending.photos.map((number) => {
    const { bytes, number: _, ...photo } = photoBytes(number);
    return { photo, bytes, thumbnail: null };
  });
  tab.engine.dispatch(committeeId, name, args as never, { accept, photos }).then((done) => {
    if (done.saved) {
      world.saved.add(done.commandId, { device, committeeId, name });
      world.outcomes.add('saved');
      if (!tooNew) return;
      world.host.tooNew.add(done.commandId);
      world.faults.add('F26');
      return;
    }
    world.outcomes.add(`phone_${done.code}`);
    if (!done.final && !accept && world.random.chance(0.6) && !tab.dead)
      send(world, device, { ...sending, accept: true });
  }, world.storageFault);
}

function lookAtInbox(world: World, device: Device): void {
  const tab = tabOf(device, 0);
  if (tab === undefined || device.db.writing) return;
  const item = world.random.pickOr(device.db.plain('inbox').values());
  if (item !== undefined) tab.engine.markHandled(item.commandId).catch(world.storageFault);
}

/** B4: the right bytes or none. */
function lookAtPhoto(world: World, device: Device, action: Extract<Doing, { readonly do: 'look_at_photo' }>): void {
  const tab = tabOf(device, action.tab);
  const committeeId = world.committeeIds[action.committee];
  if (tab === undefined || committeeId === undefined || device.db.writing) return;
  const shown = photosOn(world.devices[action.on] ?? device, committeeId);
  const photo = shown[action.number % shown.length];
  if (photo === undefined) return;
  tab.engine.photo(committeeId, photo.sha256, photo.shownBy).then(
    (bytes) => {
      world.outcomes.add('photo_seen');
      if (hash('sha256', new Uint8Array(bytes)) !== photo.sha256) world.report('B4', 'a wrong byte was shown');
    },
    (error: unknown) => {
      if (error instanceof Unreachable) world.outcomes.add('photo_not_seen');
      else world.storageFault(error);
    },
  );
}

function evict(world: World, device: Device, keepsName: boolean): void {
  world.faults.add('F18');
  device.evict();
  world.outcomes.add('lost_by_eviction', world.saved.evicted(device));
  if (keepsName)
    device.sharesNumbers = true; // the cookie outlived the storage
  else world.becomeNew(device);
}

/** From elsewhere this device is signed out for good; later its person signs in again, under a new device id. */
function revoke(world: World, device: Device): void {
  world.faults.add('F33');
  const known = world.host.store.devices.get(device.deviceId);
  if (known === undefined || known.state === 'revoked') return;
  world.host.store.devices.set(known.id, { ...known, state: 'revoked' });
  world.scheduler.after(world.random.between(10, 7_200) * 1_000, () => world.signInAnew(device));
}

function handOver(world: World, { from, to, committee, how }: Extract<Doing, { do: 'hand_over' }>): void {
  const committeeId = world.committeeIds[committee];
  const [giver, taker] = [world.devices[from]?.tabs[0], world.devices[to]?.tabs[0]];
  if (giver === undefined || taker === undefined || committeeId === undefined) return;
  if (!world.oracleOf(committeeId).rights.has(taker.device.personId)) return; // strangers may not deliver
  giver.engine
    .exportBundle(committeeId)
    .then(async (made) => {
      if (taker.dead || made.commands.length === 0) return;
      world.faults.add('F37');
      world.outcomes.add(`bundle_${how}`);
      const bundle = how === 'tampered' ? tampered(made) : made;
      for (let times = how === 'twice' ? 2 : 1; times > 0; times -= 1) {
        const imported = await taker.engine.importBundle(bundle);
        if (imported === 'own') world.outcomes.add('bundle_own');
      }
    })
    .catch(world.storageFault);
}

function tampered(bundle: Bundle): Bundle {
  const commands = bundle.commands.map((command) => ({
    ...command,
    args: { ...(command.args as object), tampered: 1 },
  }));
  return JSON.parse(canonical({ ...bundle, commands }));
}
