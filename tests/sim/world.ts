/** One seed's world: three phones, two committees, one server, and what happens to them. Faults first (safety is checked
 *  all the time), then calm (everything must arrive), then the comparison. */
import type { ServerStore } from '../../server/engine/ports.ts';
import { type Ports, StorageFull, StorageLost } from '../../src/sync/ports.ts';
import { limits } from '../../src/sync/protocol.ts';
import type { Action, Script } from './actions.ts';
import { Chooser } from './chooser.ts';
import { newUuid } from './desk.ts';
import { Device, type DeviceParts } from './device.ts';
import { memoryDisk } from './disk.ts';
import { drain } from './drain.ts';
import { Counts, drawRates, type FaultRates, noFaults } from './faults.ts';
import { LogOracle, type Place, type Report } from './logOracle.ts';
import { MemoryServerStore } from './memoryServerStore.ts';
import { checkMoney } from './moneyOracle.ts';
import { Network } from './network.ts';
import { Office } from './office.ts';
import { liveThrough } from './past.ts';
import { type FirstMember, firstMembers } from './people.ts';
import { perform } from './perform.ts';
import { watchPhone } from './phoneOracle.ts';
import { Random } from './random.ts';
import { atRest } from './realTime.ts';
import { Saved } from './saved.ts';
import { Scheduler } from './scheduler.ts';
import { checkScreen } from './screenOracle.ts';
import { ServerHost } from './serverHost.ts';
import { checkStores } from './storeCheck.ts';
import type { Stores } from './stores.ts';
import type { Tab } from './tab.ts';
import { countWhatPeopleDid } from './tally.ts';

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
  /** Commits of a phone that are told before they are on disk. */
  readonly relaxedCommits?: number;
}

export interface WorldOptions {
  readonly doings?: number;
  readonly script?: Script;
  /** Faults that come as often as this, whatever the seed draws. */
  readonly weather?: Partial<FaultRates>;
  readonly hooks?: Hooks;
  readonly stores?: Stores;
  readonly log?: (line: string) => void;
}

export interface Violation {
  readonly invariant: string;
  readonly message: string;
  readonly doing: number;
}

const startMs = Date.UTC(2026, 2, 2, 19, 0);
/** Mostly short: what goes wrong mostly needs a few doings, and many seeds mix more faults than few. Some long. */
const doingsDrawn = [
  [10, 54],
  [7, 90],
  [3, 175],
] as const;
/** In each seed; a quiet one goes on until then. */
export const stepsMin = 300;
const hasPast = 0.4;
const doingsBetweenFolds = 50;
const officerNumber = 4; // of the five people; the last one has no phone (office.ts)
const stepsPerDoingMax = 3_000;

const joinAgainMs = 5_000;

export class World {
  readonly seed: number;
  readonly random = new Random(0); // begun anew in each step
  readonly scheduler = new Scheduler(this.random, startMs);
  readonly faults = new Counts();
  /** How often the server went back in time. */
  forgets = 0;
  readonly outcomes = new Counts();
  readonly devices: Device[] = [];
  readonly committeeIds: string[] = [];
  readonly peopleIds: readonly string[];
  readonly host: ServerHost;
  readonly network: Network;
  readonly saved: Saved;
  readonly actions: Action[] = [];
  readonly trace: string[] = [];
  rates: FaultRates;
  violation: Violation | null = null;
  /** Number of what is being done; the scheduler takes about ten steps in each. */
  doing = 0;
  readonly #drawn: FaultRates;
  /** By committee and epoch. More than one where the server went back without a word. */
  readonly #oracles = new Map<string, LogOracle[]>();
  readonly #options: WorldOptions;
  readonly #office: Office;
  readonly #setup: Random;

  constructor(seed: number, options: WorldOptions = {}) {
    this.seed = seed;
    this.#options = options;
    this.#setup = new Random(seed);
    const setup = this.#setup;
    const drawn = { ...drawRates(setup), ...options.weather };
    this.rates = options.script === undefined ? drawn : { ...noFaults, ...options.script.rates };
    this.#drawn = this.rates;
    this.peopleIds = Array.from({ length: 5 }, () => newUuid(setup));
    const shared = { scheduler: this.scheduler, random: this.random, counts: this.faults, report: this.report };
    this.host = new ServerHost(
      {
        ...shared,
        ids: new Random(seed, 2),
        outcomes: this.outcomes,
        oracleOf: this.oracleOf,
        poke: (id, seq) => this.#poke(id, seq),
        wentBack: (id) => this.wentBack(id),
        sharesNumbers: (id) => this.devices.some((phone) => phone.deviceId === id && phone.sharesNumbers),
        betweenPages: (id, personId) => this.#betweenPages(id, personId),
        makeStore: options.stores?.makeServerStore ?? ((faults) => new MemoryServerStore(faults)),
        wrapStore: options.hooks?.wrapServerStore ?? ((store) => store),
      },
      this.rates,
    );
    this.saved = new Saved(this.host, this.devices, this.report);
    this.network = new Network({ ...shared, door: this.host, rates: this.rates });
    const office = { host: this.host, random: new Random(seed, 3), report: this.report, oracleOf: this.oracleOf };
    this.#office = new Office({ ...office, personId: this.officerId });
    const twoPhones = setup.chance(0.2); // of one person
    for (let n = 0; n < 3; n += 1) this.#addPhone(`phone ${n}`, this.peopleIds[n === 2 && twoPhones ? 1 : n] as string);
  }

  get officerId(): string {
    return this.peopleIds[officerNumber] as string;
  }

  get script(): Script {
    const rates = Object.fromEntries(Object.entries(this.#drawn).filter(([, rate]) => rate > 0));
    return { seed: this.seed, rates, actions: this.actions };
  }

  #addPhone(name: string, personId: string): Device {
    const parts: DeviceParts = {
      ...{ scheduler: this.scheduler, random: this.random, counts: this.faults, report: this.report },
      netFor: (sender) => this.network.netFor(sender),
      rates: () => this.rates,
      makeDisk: this.#options.stores?.makeDisk ?? memoryDisk,
      // In one seed of three what waits is often more than one request; it costs time where it is always so.
      commandsAtOnce: this.seed % 3 === 0 ? 3 : limits.pushCommandsMax,
      wrapPorts: this.#options.hooks?.wrapPorts ?? ((ports) => ports),
    };
    const device = new Device(name, personId, this.#setup.seed(), parts);
    device.db.relaxedCommits = this.#options.hooks?.relaxedCommits ?? 0;
    this.devices.push(device);
    const { oracleOf, host, report } = this;
    watchPhone(device, { oracleOf, host, report, serverForgot: () => this.forgets > 0 });
    return device;
  }

  readonly report: Report = (invariant, message) => {
    this.violation ??= { invariant, message, doing: this.doing };
  };

  /** The log of one epoch as it was seen, by whoever saw this hash there; without an epoch, the log of now. */
  readonly oracleOf = (committeeId: string, epoch: string | null = null, seen?: Place): LogOracle => {
    const logs = this.#logsOf(committeeId, epoch ?? this.host.store.committee(committeeId).row.epoch);
    const seeing = seen && logs.findLast(({ entries }) => entries[seen.seq - 1]?.hash === seen.hash);
    return seeing ?? (logs.at(-1) as LogOracle);
  };

  #logsOf(committeeId: string, epoch: string): LogOracle[] {
    const name = `${committeeId} ${epoch}`;
    const known = this.#oracles.get(name) ?? [new LogOracle(committeeId, epoch, this.report)];
    this.#oracles.set(name, known);
    return known;
  }

  /** Logs that a restore cut off: what they say was applied must not be refused now (D6). */
  oldOracles(committeeId: string): readonly LogOracle[] {
    const now = this.oracleOf(committeeId);
    return [...this.#oracles.values()].flat().filter((oracle) => oracle.committeeId === committeeId && oracle !== now);
  }

  note(line: string): void {
    const text = `${this.doing}: ${line}`;
    this.trace.push(text);
    this.#options.log?.(text);
  }

  async run(): Promise<void> {
    await Promise.resolve(); // atRest() counts on running inside a promise callback
    await this.#begin();
    const { script, doings } = this.#options;
    const chooser = new Chooser(this);
    const given = script?.actions.length ?? doings;
    const count = given ?? new Random(this.seed, 4).weighted(doingsDrawn);
    const isOver = (): boolean => this.doing > count && (given !== undefined || this.scheduler.steps >= stepsMin);
    for (this.doing = 1; !isOver() && this.violation === null; this.doing += 1) {
      const action = script === undefined ? chooser.next() : (script.actions[this.doing - 1] as Action);
      this.actions.push(action);
      this.random.begin(action.chance);
      const { chance: _, ms, ...doing } = action;
      this.note(JSON.stringify(doing).slice(0, 200));
      perform(this, action);
      await this.elapse(ms);
      this.saved.check('anywhere');
      if (this.doing % doingsBetweenFolds === 0) {
        this.checkAll();
        await checkStores(this);
      }
    }
    this.doing -= 1;
    if (this.violation === null) await drain(this);
    if (this.violation === null) await checkStores(this);
    countWhatPeopleDid(this);
  }

  async #begin(): Promise<void> {
    const { host } = this;
    host.rates = noFaults;
    this.rates = noFaults;
    this.random.begin(this.seed);
    const past = new Random(this.seed, 5);
    for (let n = 0; n < 2; n += 1) {
      const committeeId = newUuid(this.#setup);
      void host.engine.createCommittee(committeeId, (this.devices[n] as Device).personId);
      while (!host.store.committees.has(committeeId)) await this.scheduler.fireNext();
      this.committeeIds.push(committeeId);
      if (past.chance(hasPast)) await this.#liveThrough(past, committeeId, this.devices[n] as Device);
    }
    this.#registerId(this.#office.deviceId, this.officerId);
    for (const device of this.devices) {
      this.register(device);
      await device.adopt();
      this.open(device);
    }
    host.rates = this.#drawn;
    this.rates = this.#drawn;
  }

  async #liveThrough(random: Random, committeeId: string, { personId }: Device): Promise<void> {
    const { committeeIds, peopleIds } = this;
    const phone = { deviceId: newUuid(random), personId };
    this.#registerId(phone.deviceId, personId);
    const parts = { random, committeeIds, peopleIds, oracle: this.oracleOf(committeeId), engine: this.host.engine };
    let over = false;
    const living = liveThrough(parts, phone, this.firstMembers(random, personId)).then(() => {
      over = true;
    });
    await atRest();
    while (!over) await this.scheduler.fireNext();
    await living;
  }

  /** Whom the founder of a committee adds to it. */
  firstMembers(random: Random, founderId: string): readonly FirstMember[] {
    const others = this.peopleIds.filter((id) => id !== founderId);
    const hasPhone = (id: string): boolean => this.devices.some(({ personId }) => personId === id);
    return firstMembers(random, others, hasPhone, this.officerId);
  }

  register(device: Device): void {
    this.#registerId(device.deviceId, device.personId);
  }

  #registerId(id: string, personId: string): void {
    this.host.store.devices.set(id, { id, personId, name: id, publicKey: null, state: 'active' });
  }

  open(device: Device): void {
    if (device.tabs.length > 1 || device.becoming) return;
    const tab = device.openTab();
    for (const committeeId of this.committeeIds) {
      // As sign-in says it: who may found, as long as nobody did.
      const { row, log } = this.host.store.committee(committeeId);
      const founds = row.founderId === device.personId && log.length === 0;
      const access = { personId: device.personId, role: 'founder', proposalIds: [], v: 0 } as const;
      // A person whose app could not open its storage opens it again.
      const join = (): void => {
        tab.engine.join(committeeId, founds ? access : null).catch((error: unknown) => {
          this.storageFault(error);
          if (!tab.dead) this.scheduler.after(joinAgainMs, join, tab);
        });
      };
      join();
    }
  }

  readonly storageFault = (error: unknown): void => {
    if (error instanceof StorageFull || error instanceof StorageLost) this.outcomes.add('not_saved');
    else this.report('bug', `a call of the engine failed: ${error instanceof Error ? error.stack : String(error)}`);
  };

  /** What the browser tells a page, a frozen one does not hear. */
  wake(device: Device): void {
    for (const tab of device.tabs) if (!this.#isFrozen(tab)) tab.engine.wake();
  }

  readonly #isFrozen = ({ frozenUntil }: Tab): boolean => frozenUntil > this.scheduler.now;

  /** The profile of this phone is copied to another one, which goes on under the same name. */
  clone(device: Device): void {
    if (device.db.writing || this.devices.length > 3) return;
    this.faults.add('F21');
    const copy = this.#addPhone(`copy of ${device.name}`, device.personId);
    copy.db.copyFrom(device.db);
    copy.deviceId = device.deviceId;
    copy.recover();
    for (const phone of [device, copy]) phone.sharesNumbers = true;
    this.open(copy);
  }

  signInAnew(device: Device): void {
    if (device.becoming || this.host.store.devices.get(device.deviceId)?.state !== 'revoked') return;
    device.killAll();
    this.becomeNew(device);
  }

  becomeNew(device: Device): void {
    void device.becomeNew().then(() => {
      this.register(device);
      this.open(device);
    });
  }

  /** The phones know more than the server now, and heal it: yesterday's backup comes back, under new epochs; or a second
   *  machine takes over that had not heard the last, without a word to anybody. */
  forget(how: 'restore' | 'fail_over'): void {
    const { host } = this;
    if (!host.store.has(how === 'restore' ? 'backup' : 'standby')) return;
    this.forgets += 1;
    this.faults.add(how === 'restore' ? 'F25' : 'F32');
    host.crash();
    if (how === 'restore') host.store.restore(() => newUuid(this.#setup));
    else host.store.failOver();
    host.photos.comeBack(how === 'restore' ? 'backup' : 'standby');
    this.saved.lookAgain();
    for (const id of this.committeeIds) {
      const data = host.store.committee(id);
      const logs = this.#logsOf(id, data.row.epoch);
      if (how === 'fail_over') logs.push(new LogOracle(id, data.row.epoch, this.report, true));
      this.oracleOf(id).follow(data);
    }
  }

  /** Whether the server went back in time within the epoch before the present one. */
  readonly wentBack = (committeeId: string): boolean =>
    [...this.#oracles.values()].some((logs) => logs.length > 1 && logs[0]?.committeeId === committeeId);

  #betweenPages(committeeId: string, personId: string): void {
    // The standby of now is older than the pages that the phone holds already.
    if (this.forgets === 0 && this.random.chance(0.06 * this.rates.F32)) {
      this.scheduler.after(0, () => this.forget('fail_over'));
    }
    // What the counter did, no phone can give back after a restore.
    const remembers = this.rates.F25 + this.rates.F32 === 0;
    if (remembers && this.random.chance(0.06 * this.rates.F33)) this.#office.change(committeeId, personId);
    if (!this.random.chance(this.rates.F31)) return;
    this.faults.add('F31');
    this.scheduler.after(0, () => this.host.crash());
  }

  #poke(committeeId: string, seq: number): void {
    for (const device of this.devices) {
      if (!device.online || !this.random.chance(0.3)) continue;
      this.scheduler.soon(500, () => {
        const tab = device.tabs.find((each) => !this.#isFrozen(each));
        if (tab === undefined || !device.online || !this.oracleOf(committeeId).rights.has(device.personId)) return;
        if (device.suffers('noPokes')) this.faults.add('F10');
        else tab.engine.poke(committeeId, seq).catch(this.storageFault);
      });
    }
  }

  /** Lets everything run that is due within this many virtual ms. */
  async elapse(ms: number): Promise<void> {
    const until = this.scheduler.now + ms;
    for (let steps = 0; this.violation === null; steps += 1) {
      const due = this.scheduler.nextDue();
      if (due === undefined || due > until) break;
      if (steps > stepsPerDoingMax) this.report('I17', `more than ${stepsPerDoingMax} steps in ${Math.round(ms)} ms`);
      await this.scheduler.fireNext();
    }
    if (this.scheduler.now < until) this.scheduler.now = until;
    await atRest(); // nobody looks at the middle of what was begun
  }

  checkAll(): void {
    for (const committeeId of this.committeeIds) {
      const oracle = this.oracleOf(committeeId);
      oracle.checkTables(this.host.store.committee(committeeId));
      checkMoney(oracle, this.report);
      for (const device of this.devices) {
        if (!device.db.writing) checkScreen(device.db, committeeId, this.oracleOf, device.personId, this.report);
      }
    }
    this.host.photos.check(this.report);
  }
}
