/** Draws what happens next, from the seed and from what stands on the phones' screens. */
import type { Role } from '../../src/domain/rows.ts';
import type { Action, Doing } from './actions.ts';
import { type Desk, photoBytes, type Subject, subjects, type Wish } from './desk.ts';
import { type Device, photosOn } from './device.ts';
import { drawWish, foundingWish, memberWish } from './people.ts';
import { Random } from './random.ts';
import type { World } from './world.ts';

const hour = 3_600_000;
const restoresMax = 2;

export class Chooser {
  readonly #world: World;
  readonly #random: Random;
  readonly #planned: (() => Doing | undefined)[] = [];
  readonly #heard = new Map<number, { proposals: string[]; meetings: string[] }>();
  readonly #busyWith: ReadonlySet<Subject>;
  #photoNumber = 0;

  constructor(world: World) {
    this.#world = world;
    this.#random = new Random(world.seed, 1);
    // Money takes the most steps: a claim, its approval, a payment, its line at the bank.
    this.#busyWith = new Set(this.#random.shuffled([...subjects, 'money' as const, 'money' as const]).slice(0, 2));
    for (const [committee, id] of world.committeeIds.entries()) {
      this.#heard.set(committee, { proposals: [], meetings: [] });
      if (world.oracleOf(id).seq === 0) this.#planFounding(committee);
    }
  }

  next(): Action {
    return { ...this.#doing(), ms: Math.round(this.#span()), chance: this.#random.seed() };
  }

  #planFounding(committee: number): void {
    const { devices } = this.#world;
    const founder = devices[committee] as Device;
    const plan = (make: (desk: Desk) => Wish): unknown =>
      this.#planned.push(() => this.#sending(founder, committee, make));
    plan(foundingWish);
    for (const device of devices) {
      // With two phones one can found twice before either of them hears of the other.
      if (device !== founder && device.personId === founder.personId) {
        this.#planned.push(() => this.#sending(device, committee, foundingWish));
      }
    }
    for (const { personId, role } of this.#world.firstMembers(this.#random, founder.personId)) {
      plan((desk) => memberWish(desk, personId, role));
    }
  }

  #doing(): Doing {
    const planned = this.#planned[0];
    if (planned !== undefined && this.#random.chance(0.7)) {
      this.#planned.shift();
      return planned() ?? { do: 'nothing' };
    }
    const { F12, F24, F25, F32, F13, F18, F21, F22, F23, F28, F29, F33, F37, F7, F9, F10, F14 } = this.#world.rates;
    const { random, phone } = { random: this.#random, phone: this.#phone };
    const remembers = F18 + F21 + F25 + F32 === 0; // under a new name nobody can be asked for what was settled
    return (
      random.weighted<() => Doing | undefined>([
        [60, () => this.#somebodyDoesSomething()],
        [8, () => ({ do: 'switch_online', phone: phone() })],
        [3, () => ({ do: 'wake', phone: phone() })],
        [5, () => this.#moreOrFewerTabs(phone())],
        [F12 > 0 ? 3 : 0, () => ({ do: 'kill_tab', phone: phone(), tab: random.between(0, 1) })],
        [F24 > 0 ? 1 : 0, () => ({ do: 'crash' })],
        [2.5, () => ({ do: 'sleep', hours: random.pick([1, 3, 12, 30, 80]) })],
        [F37, () => this.#handOver()],
        [F25 > 0 ? 2 : 1, () => ({ do: 'back_up' })],
        [0.6, () => ({ do: 'import_project', committee: random.between(0, 1), number: random.between(1, 9) })],
        [0.6, () => ({ do: 'deliver' })],
        [F32, () => ({ do: 'replicate' })],
        [F25, () => this.#forget('restore')],
        [F32 / 2, () => this.#forget('fail_over')],
        [2, () => ({ do: 'look_at_inbox', phone: phone(), tab: 0 })],
        [8, () => this.#lookAtPhoto()],
        [0.6 * F13, () => ({ do: 'lose_power', phone: phone() })],
        [0.5 * F14, () => this.#freeze()],
        [0.8 * F18, () => ({ do: 'evict', phone: phone(), keepsName: random.chance(0.5) })],
        [F21, () => this.#clone()],
        [F7, () => ({ do: 'portal', phone: phone(), forMs: this.#minutes() })],
        [F9, () => ({ do: 'deaf', phone: phone(), forMs: this.#minutes() })],
        [F10, () => ({ do: 'noPokes', phone: phone(), forMs: this.#minutes() })],
        [F22, () => this.#session()],
        [F23, () => this.#setClock()],
        [F28 / 2, () => ({ do: 'disk_full', forMs: this.#minutes() })],
        [F28 / 2, () => ({ do: 'no_connection', forMs: this.#minutes() })],
        [F29 > 0 ? 0.2 : 0, () => ({ do: 'bad_deploy' })],
        [F29 > 0 ? 1 : 0, () => ({ do: 'mend' })],
        [remembers ? 0.15 * F33 : 0, () => ({ do: 'revoke', phone: phone() })],
      ])() ?? { do: 'nothing' }
    );
  }

  readonly #phone = (): number => this.#random.between(0, this.#world.devices.length - 1);
  #minutes(): number {
    return this.#random.between(5, 900) * 1_000;
  }

  #span(): number {
    const spans = [
      [6, 40],
      [5, 700],
      [3, 3_000],
      [1, 15_000],
    ] as const;
    return this.#random.weighted(spans) * (0.5 + this.#random.next());
  }

  /** Mostly somebody who is in the committee; strangers try now and then. */
  #somebodyDoesSomething(): Doing | undefined {
    const { devices, committeeIds } = this.#world;
    for (let tries = 0; ; tries += 1) {
      const device = this.#random.pick(devices);
      const committee = this.#random.between(0, committeeIds.length - 1);
      const meta = device.db.plain('meta').get(committeeIds[committee] as string);
      if (meta?.access == null && tries < 6 && !this.#random.chance(0.03)) continue;
      return this.#sending(device, committee, drawWish);
    }
  }

  #sending(device: Device, committee: number, draw: (desk: Desk) => Wish | undefined): Doing | undefined {
    const phone = this.#world.devices.indexOf(device);
    if (device.tabs.length === 0) return { do: 'open_tab', phone };
    if (device.db.writing) return undefined;
    const wish = draw(this.#desk(device, committee));
    if (wish === undefined) return undefined;
    this.#remember(committee, wish);
    const { name, args } = wish;
    const photos = wish.photos.map(({ number }) => number);
    const tab = this.#random.between(0, device.tabs.length - 1);
    const accept = this.#random.chance(0.2);
    const tooNew = this.#random.chance(this.#world.rates.F26) && name !== 'committee.found';
    return { do: 'send', phone, tab, committee, name, args, photos, accept, tooNew };
  }

  #desk(device: Device, committee: number): Desk {
    const { peopleIds, rates, committeeIds, host } = this.#world;
    const committeeId = committeeIds[committee] as string;
    const { db, personId } = device;
    const self = db.rows('member').get([committeeId, personId])?.body as { role: Role } | undefined;
    const read = new Map<string, unknown[]>();
    return {
      random: this.#random,
      personId,
      role: self?.role ?? db.plain('meta').get(committeeId)?.access?.role ?? null,
      peopleIds,
      committeeIds,
      busyWith: this.#busyWith,
      rightsWeight: rates.F33,
      rows: (type) => {
        const rows =
          read.get(type) ??
          db
            .rows(type)
            .valuesWhere('committeeId', committeeId)
            .map(({ body }) => body);
        read.set(type, rows);
        return rows as never;
      },
      heard: this.#heard.get(committee) ?? { proposals: [], meetings: [] },
      heldCommandIds: [...host.store.committee(committeeId).held.values()].map(({ commandId }) => commandId),
      refusedCommandIds: () =>
        host.store
          .committee(committeeId)
          .log.filter(({ code }) => code === 'not_permitted')
          .map(({ commandId }) => commandId),
      newPhoto: () => photoBytes(this.#nextPhoto()),
    };
  }

  #remember(committee: number, { name, args }: Wish): void {
    const heard = this.#heard.get(committee);
    const { proposalId, meetingId } = args as { proposalId?: string; meetingId?: string };
    if (name === 'proposal.create' && proposalId?.length === 36) heard?.proposals.push(proposalId);
    if (name === 'meeting.plan' && meetingId !== undefined) heard?.meetings.push(meetingId);
  }

  /** Now and then the same picture again, as when two people photograph one receipt. */
  #nextPhoto(): number {
    const random = this.#random;
    if (this.#photoNumber === 0 || random.chance(0.8)) this.#photoNumber += 1;
    return random.chance(0.8) ? this.#photoNumber : random.between(1, this.#photoNumber);
  }

  #moreOrFewerTabs(phone: number): Doing {
    const tabs = this.#world.devices[phone]?.tabs.length ?? 0;
    return tabs < 2 ? { do: 'open_tab', phone } : { do: 'close_tab', phone, tab: this.#random.between(0, 1) };
  }

  #lookAtPhoto(): Doing | undefined {
    const { devices, committeeIds } = this.#world;
    const random = this.#random;
    const found = devices.flatMap((device, on) =>
      committeeIds.flatMap((id, committee) =>
        photosOn(device, id).map(({ sha256 }, number) => ({
          on,
          committee,
          number,
          has: hasBytes(device, id, sha256),
        })),
      ),
    );
    // Mostly what has to be fetched.
    const far = found.filter(({ has }) => !has);
    const picked = random.pickOr(far.length > 0 && random.chance(0.9) ? far : found);
    if (picked === undefined) return undefined;
    const { has: _, ...shown } = picked;
    const phone = random.chance(0.25) ? this.#phone() : shown.on;
    return { do: 'look_at_photo', phone, tab: random.between(0, 1), ...shown };
  }

  /** One phone gives its unsent work to another one. */
  #handOver(): Doing {
    const { devices, host } = this.#world;
    const phones = this.#random.shuffled([...devices.keys()]);
    const isRevoked = (n: number): boolean => host.store.devices.get(devices[n]?.deviceId ?? '')?.state === 'revoked';
    // Whoever was signed off elsewhere has no other way left.
    if (this.#random.chance(0.7)) phones.sort((a, b) => Number(isRevoked(b)) - Number(isRevoked(a)));
    const [from = 0, to = 0] = phones;
    const how = this.#random.pick(['once', 'once', 'twice', 'tampered'] as const);
    return { do: 'hand_over', from, to, committee: this.#random.between(0, 1), how };
  }

  #forget(how: 'restore' | 'fail_over'): Doing | undefined {
    const most = how === 'restore' ? restoresMax : 1; // a standby is made anew first
    // Where no clock jumped phones have all of the last month yet (H2).
    const jumped = this.#world.faults.get('F23') > 0;
    const older = how === 'restore' && !jumped && this.#world.host.store.has('backup_before');
    if (older && this.#world.forgets < most && this.#random.chance(0.8)) return { do: 'restore_older' };
    if (this.#world.forgets >= most || !this.#world.host.store.has(how === 'restore' ? 'backup' : 'standby')) {
      return undefined;
    }
    return { do: how };
  }

  #freeze(): Doing {
    const hours = this.#random.pick([0.01, 0.1, 2, 20]);
    return { do: 'freeze', phone: this.#phone(), tab: this.#random.between(0, 1), forMs: hours * hour };
  }

  #clone(): Doing | undefined {
    return this.#world.devices.length > 3 ? undefined : { do: 'clone', phone: this.#phone() };
  }

  #session(): Doing {
    const [phone = 0, other = 0] = this.#random.shuffled([...this.#world.devices.keys()]);
    return { do: 'session', phone, of: this.#random.chance(0.5) ? other : null, forMs: this.#minutes() };
  }

  #setClock(): Doing {
    const days = this.#random.between(-1_500, 1_500);
    const byMs = this.#random.pick([days * 24 * hour, hour, -hour, -5 * 60_000]);
    return { do: 'set_clock', phone: this.#phone(), byMs };
  }
}

const hasBytes = ({ db }: Device, committeeId: string, sha256: string): boolean =>
  db.plain('blobs').get([committeeId, sha256])?.bytes != null;
