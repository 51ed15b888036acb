/** One seed's world: three phones, two committees, one server, and what happens to them. Faults first (safety is checked
 *  all the time), then calm (everything must arrive), then the comparison. */
import { hash } from 'node:crypto';
import type { ServerStore } from '../../server/engine/ports.ts';
import type { Role } from '../../src/domain/rows.ts';
import { type Ports, StorageFull, StorageLost } from '../../src/sync/ports.ts';
import { limits } from '../../src/sync/protocol.ts';
import { Device, type Tab } from './device.ts';
import { checkEnd, isQuiet } from './endOracle.ts';
import { Counts, drawRates, type FaultRates, noFaults } from './faults.ts';
import { LogOracle, type Report } from './logOracle.ts';
import type { MemoryServerStore } from './memoryServerStore.ts';
import { checkMoney } from './moneyOracle.ts';
import { Network } from './network.ts';
import { Office } from './office.ts';
import { type Desk, drawWish, foundingWish, memberWish, newUuid, type PhotoBytes, type Wish } from './people.ts';
import { watchPhone } from './phoneOracle.ts';
import { Random } from './random.ts';
import { Scheduler } from './scheduler.ts';
import { checkScreen } from './screenOracle.ts';
import { ServerHost } from './serverHost.ts';

// Small limits, so that pages, batches and chunks have borders where few rows and bytes are.
Object.assign(limits as { -readonly [K in keyof typeof limits]: number }, {
  pushCommandsMax: 7,
  batchCommandsMax: 4,
  pageRowsMax: 12,
  blobChunkBytes: 32,
});

/** A mutant's hands (see mutants.ts); nothing for the real engine. */
export interface Hooks {
  readonly wrapServerStore?: (store: MemoryServerStore) => ServerStore;
  readonly wrapPorts?: (ports: Ports) => Ports;
}

export interface WorldOptions {
  readonly steps?: number;
  readonly hooks?: Hooks;
  readonly log?: (line: string) => void;
}

export interface Violation {
  readonly invariant: string;
  readonly message: string;
  readonly step: number;
}

const startMs = Date.UTC(2026, 2, 2, 19, 0);
const stepsUsual = 300;
const restoresMax = 2;
const officerNumber = 4; // of the five people; the last one has no phone (office.ts)
const drainMsMax = 45 * 60_000; // virtual; the longest backoff is five minutes
const eventsPerStepMax = 3_000;

export class World {
  readonly seed: number;
  readonly random: Random;
  readonly scheduler: Scheduler;
  readonly faults = new Counts();
  readonly outcomes = new Counts();
  readonly devices: Device[] = [];
  readonly committeeIds: string[] = [];
  readonly peopleIds: string[];
  readonly host: ServerHost;
  readonly network: Network;
  readonly trace: string[] = [];
  violation: Violation | null = null;
  step = 0;
  stepsDone = 0;
  readonly #oracles = new Map<string, LogOracle>();
  readonly #options: WorldOptions;
  #rates: FaultRates;
  readonly #heard = new Map<string, { proposals: string[]; meetings: string[] }>();
  readonly #office: Office;
  readonly #planned: (() => void)[] = [];
  #photoNumber = 0;
  #restores = 0;
  readonly #saved = new Map<string, { device: Device; committeeId: string; name: string }>();

  constructor(seed: number, options: WorldOptions = {}) {
    this.seed = seed;
    this.#options = options;
    const random = new Random(seed);
    this.random = random;
    this.scheduler = new Scheduler(random, startMs);
    this.#rates = drawRates(random);
    const shared = { scheduler: this.scheduler, random, counts: this.faults, report: this.report };
    this.host = new ServerHost(
      {
        ...shared,
        oracleOf: this.oracleOf,
        poke: (id) => this.#poke(id),
        betweenPages: (id, personId) => {
          // What the counter did, no phone can give back after a restore.
          if (this.#rates.F25 === 0 && this.random.chance(0.06 * this.#rates.F33)) this.#office.change(id, personId);
        },
        wrapStore: options.hooks?.wrapServerStore ?? ((store) => store),
      },
      this.#rates,
    );
    this.network = new Network({ ...shared, door: this.host, rates: this.#rates });
    this.peopleIds = Array.from({ length: 5 }, () => newUuid(random));
    const officer = this.peopleIds[officerNumber] as string;
    this.#office = new Office({
      host: this.host,
      random,
      report: this.report,
      personId: officer,
      oracleOf: this.oracleOf,
    });
    const parts = {
      ...shared,
      netFor: (sender: Tab) => this.network.netFor(sender),
      rates: () => this.#rates,
      wrapPorts: options.hooks?.wrapPorts ?? ((ports: Ports) => ports),
    };
    for (let n = 0; n < 3; n += 1) {
      // Now and then one person has two phones.
      const personId = this.peopleIds[n === 2 && random.chance(0.2) ? 1 : n] as string;
      const device = new Device(`phone ${n}`, personId, parts as ConstructorParameters<typeof Device>[2]);
      this.devices.push(device);
      watchPhone(device, { oracleOf: this.oracleOf, host: this.host, report: this.report });
    }
  }

  readonly report: Report = (invariant, message) => {
    this.violation ??= { invariant, message, step: this.step };
  };

  /** The log of one epoch as it was seen; without one, the log of now. */
  readonly oracleOf = (committeeId: string, epoch: string | null = null): LogOracle => {
    const name = `${committeeId} ${epoch ?? this.host.store.committee(committeeId).row.epoch}`;
    const known = this.#oracles.get(name);
    if (known !== undefined) return known;
    const oracle = new LogOracle(committeeId, epoch ?? this.host.store.committee(committeeId).row.epoch, this.report);
    this.#oracles.set(name, oracle);
    return oracle;
  };

  /** Logs that a restore cut off: what they say was applied must not be refused now (D6). */
  oldOracles(committeeId: string): readonly LogOracle[] {
    const now = this.oracleOf(committeeId);
    return [...this.#oracles.values()].filter((oracle) => oracle.committeeId === committeeId && oracle !== now);
  }

  note(line: string): void {
    const text = `${this.step}: ${line}`;
    this.trace.push(text);
    this.#options.log?.(text);
  }

  async run(): Promise<void> {
    await Promise.resolve(); // atRest() counts on running inside a promise callback
    await this.#begin();
    const steps = this.#options.steps ?? stepsUsual;
    for (this.step = 1; this.step <= steps && this.violation === null; this.step += 1) {
      this.#act();
      await this.#let(this.#span());
      this.stepsDone += 1;
      this.#checkSaved();
      if (this.step % 50 === 0) this.#checkAll();
    }
    if (this.violation === null) await this.#drain();
    this.#countOutcomes();
  }

  async #begin(): Promise<void> {
    const { random, host } = this;
    const calm = host.rates;
    host.rates = noFaults;
    for (let n = 0; n < 2; n += 1) {
      const committeeId = newUuid(random);
      const founder = this.devices[n] as Device;
      void host.engine.createCommittee(committeeId, founder.personId);
      while (!host.store.committees.has(committeeId)) await this.scheduler.fireNext();
      this.committeeIds.push(committeeId);
      this.#heard.set(committeeId, { proposals: [], meetings: [] });
      this.#planFounding(committeeId, founder);
    }
    host.rates = calm;
    const officer = this.peopleIds[officerNumber] as string;
    this.#register(this.#office.deviceId, officer, 'office');
    for (const device of this.devices) {
      this.#register(device.deviceId, device.personId, device.name);
      this.#open(device);
    }
  }

  #register(id: string, personId: string, name: string): void {
    this.host.store.devices.set(id, { id, personId, name, publicKey: null, state: 'active' });
  }

  #planFounding(committeeId: string, founder: Device): void {
    const others = this.random.shuffled(this.peopleIds.filter((id) => id !== founder.personId));
    const roles: Role[] = [
      'secretary',
      this.random.pick(['treasurer', 'chair', 'secretary', 'initiator', 'auditor']),
      'member',
      'member',
    ];
    const add = (make: (desk: Desk) => Wish): unknown =>
      this.#planned.push(() => this.#dispatchOn(founder, committeeId, (desk) => make(desk)));
    add(foundingWish);
    others.forEach((personId, n) => {
      const role = personId === this.peopleIds[officerNumber] ? 'chair' : (roles[n] ?? 'member');
      add((desk) => memberWish(desk, personId, role));
    });
  }

  #open(device: Device): void {
    const tab = device.openTab();
    for (const committeeId of this.committeeIds) {
      // As sign-in says it: who may found, as long as nobody did.
      const { row, log } = this.host.store.committee(committeeId);
      const founds = row.founderId === device.personId && log.length === 0;
      const access = { personId: device.personId, role: 'founder', proposalIds: [], v: 0 } as const;
      tab.engine.join(committeeId, founds ? access : null).catch(this.#storageFault);
    }
  }

  /** One thing that happens. */
  #act(): void {
    const { random } = this;
    const planned = this.#planned[0];
    if (planned !== undefined && random.chance(0.7)) {
      this.#planned.shift();
      planned();
      return;
    }
    random.weighted<() => void>([
      [60, () => this.#somebodyDoesSomething()],
      [8, () => this.#switchOnline(random.pick(this.devices))],
      [4, () => this.#wake(random.pick(this.devices))],
      [5, () => this.#moreOrFewerTabs(random.pick(this.devices))],
      [this.#rates.F12 > 0 ? 4 : 0, () => this.#killTab(random.pick(this.devices))],
      [this.#rates.F24 > 0 ? 1 : 0, () => this.#crash()],
      [3, () => this.#sleepLong()],
      [1.5, () => this.#handOver()],
      [1, () => this.#backUp()],
      [this.#rates.F25 > 0 ? 1 : 0, () => this.#restore()],
      [2, () => this.#lookAtInbox(random.pick(this.devices))],
    ])();
  }

  /** Mostly somebody who is in the committee; strangers try now and then. */
  #somebodyDoesSomething(): void {
    for (let tries = 0; ; tries += 1) {
      const device = this.random.pick(this.devices);
      const committeeId = this.random.pick(this.committeeIds);
      const inside = device.db.plain('meta').get(committeeId)?.access != null;
      if (!inside && tries < 6 && !this.random.chance(0.03)) continue;
      this.#dispatchOn(device, committeeId, drawWish);
      return;
    }
  }

  #dispatchOn(device: Device, committeeId: string, draw: (desk: Desk) => Wish | undefined): void {
    const tab = this.random.pickOr(device.tabs);
    if (tab === undefined) {
      this.#open(device);
      return;
    }
    if (device.db.writing) return;
    const wish = draw(this.#desk(device, committeeId));
    if (wish === undefined) return;
    this.#remember(committeeId, wish);
    this.note(`${device.name} ${wish.name} ${JSON.stringify(wish.args).slice(0, 160)}`);
    this.#send(tab, committeeId, wish, this.random.chance(0.2));
  }

  #send(tab: Tab, committeeId: string, { name, args, photos }: Wish, accept: boolean): void {
    const made = photos.map(({ bytes, ...photo }) => ({ photo, bytes, thumbnail: null }));
    tab.engine.dispatch(committeeId, name, args as never, { accept, photos: made }).then((done) => {
      if (done.saved) {
        this.#saved.set(done.commandId, { device: tab.device, committeeId, name });
        this.outcomes.add('saved');
        return;
      }
      this.outcomes.add(`phone_${done.code}`);
      if (!done.final && !accept && this.random.chance(0.6)) this.#send(tab, committeeId, { name, args, photos }, true);
    }, this.#storageFault);
  }

  /** I2: what was called saved is on the phone or in the log, at every moment; at the end it is in the log. */
  #checkSaved(where: 'anywhere' | 'log' = 'anywhere'): void {
    for (const [commandId, { device, committeeId, name }] of this.#saved) {
      if (this.host.store.committee(committeeId).byCommand.has(commandId)) continue;
      const { db } = device;
      const here =
        db.plain('outbox').count('commandId', commandId) > 0 || db.plain('archive').get(commandId) !== undefined;
      if (where === 'log' || !here)
        this.report('I2', `${device.name}: ${name} ${commandId} was called saved and is nowhere`);
    }
  }

  readonly #storageFault = (error: unknown): void => {
    if (error instanceof StorageFull || error instanceof StorageLost) this.outcomes.add('not_saved');
    else this.report('bug', `a call of the engine failed: ${error instanceof Error ? error.stack : String(error)}`);
  };

  #desk(device: Device, committeeId: string): Desk {
    const { db, personId } = device;
    const self = db.rows('member').get([committeeId, personId])?.body as { role: Role } | undefined;
    return {
      random: this.random,
      personId,
      role: self?.role ?? db.plain('meta').get(committeeId)?.access?.role ?? null,
      peopleIds: this.peopleIds,
      rightsWeight: this.#rates.F33,
      rows: (type) =>
        db
          .rows(type)
          .where('committeeId', committeeId)
          .map(({ body }) => body) as never,
      heard: this.#heard.get(committeeId) ?? { proposals: [], meetings: [] },
      heldCommandIds: [...this.host.store.committee(committeeId).held.values()].map(({ commandId }) => commandId),
      newPhoto: () => this.#newPhoto(),
    };
  }

  #remember(committeeId: string, { name, args }: Wish): void {
    const heard = this.#heard.get(committeeId);
    const { proposalId, meetingId } = args as { proposalId?: string; meetingId?: string };
    if (name === 'proposal.create' && proposalId !== undefined && proposalId.length === 36)
      heard?.proposals.push(proposalId);
    if (name === 'meeting.plan' && meetingId !== undefined) heard?.meetings.push(meetingId);
  }

  /** Now and then the same picture again, as when two people photograph one receipt. */
  #newPhoto(): PhotoBytes {
    const { random } = this;
    if (this.#photoNumber === 0 || random.chance(0.8)) this.#photoNumber += 1;
    const number = random.chance(0.8) ? this.#photoNumber : random.between(1, this.#photoNumber);
    const bytes = Uint8Array.from({ length: 20 + (number % 7) * 16 }, (_, n) => (number * 31 + n * 7) % 256);
    const sha256 = hash('sha256', bytes);
    const size = bytes.byteLength;
    return { sha256, originalSha256: sha256, size, mime: 'image/jpeg', width: 10, height: 10, bytes: bytes.buffer };
  }

  #switchOnline(device: Device): void {
    device.online = !device.online;
    this.note(`${device.name} goes ${device.online ? 'online' : 'offline'}`);
    if (device.online) for (const tab of device.tabs) tab.engine.wake();
  }

  #wake(device: Device, tabs = device.tabs.length): void {
    for (const tab of device.tabs.slice(0, tabs)) tab.engine.wake();
  }

  #moreOrFewerTabs(device: Device): void {
    if (device.tabs.length < 2) {
      this.note(`${device.name} opens a tab`);
      this.#open(device);
    } else this.#close(device);
  }

  #close(device: Device): void {
    const tab = this.random.pickOr(device.tabs);
    if (tab === undefined) return;
    this.note(`${device.name} closes a tab`);
    device.kill(tab);
  }

  #killTab(device: Device): void {
    if (device.tabs.length === 0) return;
    this.faults.add('F12');
    this.#close(device);
  }

  #crash(): void {
    if (!this.host.isUp()) return;
    this.note('the server crashes');
    this.faults.add('F24');
    this.host.crash();
  }

  #sleepLong(): void {
    const hours = this.random.pick([1, 3, 12, 30, 80]);
    this.note(`${hours} hours pass`);
    this.scheduler.jump(hours * 3_600_000);
  }

  /** One phone gives its unsent work to another one. */
  #handOver(): void {
    const [from, to] = this.random.shuffled(this.devices);
    const giver = this.random.pickOr(from?.tabs ?? []);
    const taker = this.random.pickOr(to?.tabs ?? []);
    if (giver === undefined || taker === undefined) return;
    const committeeId = this.random.pick(this.committeeIds);
    if (!this.oracleOf(committeeId).rights.has(taker.device.personId)) return; // strangers may not deliver
    this.note(`${giver.deviceName} hands its unsent work to ${taker.deviceName}`);
    giver.engine
      .exportBundle(committeeId)
      .then((bundle) => (taker.dead || bundle.commands.length === 0 ? undefined : taker.engine.importBundle(bundle)))
      .catch(this.#storageFault);
  }

  #backUp(): void {
    if (this.host.store.backUp()) this.note('the server is backed up');
  }

  /** Yesterday's backup comes back: the phones know more than the server now, and heal it (D6). */
  #restore(): void {
    if (!this.host.store.hasBackup || this.#restores >= restoresMax) return;
    this.note('the server is restored from its backup');
    this.#restores += 1;
    this.faults.add('F25');
    this.host.crash();
    this.host.store.restore(() => newUuid(this.random));
    for (const committeeId of this.committeeIds) {
      this.oracleOf(committeeId).follow(this.host.store.committee(committeeId));
    }
  }

  #lookAtInbox(device: Device): void {
    const tab = this.random.pickOr(device.tabs);
    if (tab === undefined || device.db.writing) return;
    const item = this.random.pickOr(device.db.plain('inbox').values());
    if (item !== undefined) tab.engine.markHandled(item.commandId).catch(this.#storageFault);
  }

  #poke(committeeId: string): void {
    for (const device of this.devices) {
      if (!device.online || !this.random.chance(0.3)) continue;
      this.scheduler.soon(500, () => {
        if (device.online && this.oracleOf(committeeId).rights.has(device.personId)) this.#wake(device, 1);
      });
    }
  }

  #span(): number {
    const { random } = this;
    return (
      random.weighted([
        [6, 40],
        [5, 700],
        [3, 3_000],
        [1, 15_000],
      ]) *
      (0.5 + random.next())
    );
  }

  /** Lets everything run that is due within this many virtual ms. */
  async #let(ms: number): Promise<void> {
    const until = this.scheduler.now + ms;
    for (let events = 0; this.violation === null; events += 1) {
      const due = this.scheduler.nextDue();
      if (due === undefined || due > until) break;
      if (events > eventsPerStepMax) this.report('I17', `more than ${eventsPerStepMax} events in ${Math.round(ms)} ms`);
      await this.scheduler.fireNext();
    }
    if (this.scheduler.now < until) this.scheduler.now = until;
  }

  #checkAll(): void {
    for (const committeeId of this.committeeIds) {
      const oracle = this.oracleOf(committeeId);
      oracle.checkTables(this.host.store.committee(committeeId));
      checkMoney(oracle, this.report);
      for (const device of this.devices) {
        if (!device.db.writing) checkScreen(device.db, committeeId, this.oracleOf, device.personId, this.report);
      }
    }
    this.host.checkPhotos();
  }

  /** Faults stop; what was under way for days arrives; within bounded time everything must be everywhere. */
  async #drain(): Promise<void> {
    this.#rates = noFaults;
    this.network.rates = noFaults;
    this.host.rates = noFaults;
    this.note('calm');
    while (this.#planned.length > 0) this.#planned.shift();
    this.scheduler.jump(4 * 86_400_000);
    for (const device of this.devices) {
      device.online = true;
      if (device.tabs.length === 0) this.#open(device);
      this.#wake(device);
    }
    const from = this.network.requests;
    const until = this.scheduler.now + drainMsMax;
    let quiet = false;
    while (!quiet && this.violation === null && this.scheduler.now < until) {
      await this.#let(10_000);
      quiet = this.host.isUp() && this.devices.every((device) => isQuiet(device, this));
    }
    const minutes = (this.scheduler.now - until + drainMsMax) / 60_000;
    const requests = this.network.requests - from;
    if (requests > 400 + 60 * minutes) this.report('I17', `${requests} requests in ${minutes} minutes of calm`);
    if (this.violation !== null) return;
    this.#checkAll();
    this.#checkSaved('log');
    checkEnd(this);
  }

  #countOutcomes(): void {
    for (const oracle of this.committeeIds.map((id) => this.oracleOf(id))) {
      for (const { outcome, code, deviceId } of oracle.outcomes.values()) {
        if (deviceId === 'server') continue;
        this.outcomes.add(outcome);
        if (code !== null) this.outcomes.add(code);
      }
    }
    this.faults.add('F33', this.#rightsChanges());
  }

  #rightsChanges(): number {
    let changes = 0;
    for (const oracle of this.committeeIds.map((id) => this.oracleOf(id))) {
      for (const list of oracle.rights.values()) changes += list.length - 1;
    }
    return changes;
  }
}
