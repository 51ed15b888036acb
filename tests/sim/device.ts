/** A phone with its database, and the tabs that are open on it: each tab is one running copy of the shipped engine. */
import { hash } from 'node:crypto';
import { createEngine, type Engine } from '../../src/sync/engine.ts';
import type { ClientStore, Clock, Locks, Net, Ports } from '../../src/sync/ports.ts';
import type { Counts, FaultRates } from './faults.ts';
import type { Report } from './logOracle.ts';
import { MemoryDatabase, memoryClientStore, type StoreFaults } from './memoryClientStore.ts';
import type { Sender } from './network.ts';
import { newUuid } from './people.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';
import { alarmText } from './serverHost.ts';

export interface DeviceParts {
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly counts: Counts;
  readonly report: Report;
  readonly netFor: (sender: Sender) => Net;
  readonly rates: () => FaultRates;
  /** A mutant's hand on the ports; the identity for the real thing. */
  readonly wrapPorts: (ports: Ports) => Ports;
}

export class Device {
  readonly name: string;
  readonly personId: string;
  readonly deviceId: string;
  readonly db = new MemoryDatabase();
  readonly tabs: Tab[] = [];
  online = true;
  /** Commands that this phone's people saw confirmed. */
  readonly toldApplied = new Set<string>();
  /** How wrong this phone's clock is, in ms: years are possible (promise 8). */
  readonly clockErrorMs: number;
  readonly locks = new Map<string, Set<Tab>>();
  readonly parts: DeviceParts;

  constructor(name: string, personId: string, parts: DeviceParts) {
    const { random } = parts;
    this.name = name;
    this.personId = personId;
    this.deviceId = newUuid(random);
    this.parts = parts;
    this.clockErrorMs = random.chance(0.3) ? random.between(-2_000, 2_000) * 86_400_000 : 0;
    this.db.onStray = () => parts.report('bug', 'a transaction waited for something else than the database');
  }

  openTab(): Tab {
    const tab = new Tab(this);
    this.tabs.push(tab);
    tab.start();
    return tab;
  }

  kill(tab: Tab): void {
    tab.dead = true;
    this.tabs.splice(this.tabs.indexOf(tab), 1);
    for (const holders of this.locks.values()) holders.delete(tab);
    this.db.kill(tab);
    this.parts.scheduler.cancelAllOf(tab);
  }

  killAll(): void {
    for (const tab of [...this.tabs]) this.kill(tab);
  }
}

export class Tab implements Sender {
  readonly device: Device;
  readonly engine: Engine;
  dead = false;
  readonly #stop = new AbortController();

  constructor(device: Device) {
    this.device = device;
    const { personId, deviceId } = device;
    this.engine = createEngine(device.parts.wrapPorts(this.#ports()), { personId, deviceId });
  }

  start(): void {
    const { report } = this.device.parts;
    this.engine.run(this.#stop.signal).then(
      () => report('bug', 'the sync loop ended by itself'),
      (error: unknown) => report('bug', `the sync loop ended: ${String(error)}`),
    );
  }

  get deviceName(): string {
    return this.device.name;
  }
  readonly sessionOf = (): { readonly deviceId: string; readonly personId: string } => this.device;
  readonly isOnline = (): boolean => this.device.online;
  readonly isDead = (): boolean => this.dead;

  #ports(): Ports {
    const { device } = this;
    const { random, report, netFor } = device.parts;
    return {
      store: this.#store(),
      net: netFor(this),
      clock: this.#clock(),
      locks: this.#locks(),
      newId: () => newUuid(random),
      random: random.next,
      sha256: (bytes) => this.#soon(() => hash('sha256', new Uint8Array(bytes))),
      sign: (text) => this.#soon(() => `signed:${hash('sha256', text)}`),
      alarm: (code, details) => report('alarm', `${device.name}: ${alarmText(code, details)}`),
      appVersion: 'simulated',
    };
  }

  #soon<T>(make: () => T): Promise<T> {
    return new Promise((resolve) => {
      this.device.parts.scheduler.soon(5, () => resolve(make()), this);
    });
  }

  #store(): ClientStore {
    const { device } = this;
    const { scheduler, random, counts, rates } = device.parts;
    const dies = (share: number): boolean => {
      if (!random.chance(rates().F12 * share)) return false;
      counts.add('F12');
      device.kill(this);
      return true;
    };
    const faults: StoreFaults = {
      isDead: () => this.dead,
      readsAtOnce: () => random.chance(0.8),
      later: (_, fire) =>
        void scheduler.soon(
          8,
          () => {
            if (!dies(1)) fire();
          },
          this,
        ),
      at: (_, mode, operation) => {
        const share = operation === 'commit' ? 1 : 0.15; // a transaction has many operations and one commit
        if (dies(share)) return 'die';
        const { F16, F17 } = rates();
        if (mode === 'write' && operation !== 'get' && operation !== 'remove' && random.chance(F16 * share)) {
          counts.add('F16');
          return 'full';
        }
        if (random.chance(F17 * share)) {
          counts.add('F17');
          return 'lost';
        }
        return 'go';
      },
    };
    return memoryClientStore(device.db, this, faults);
  }

  #clock(): Clock {
    const { scheduler } = this.device.parts;
    return {
      now: () => scheduler.now + this.device.clockErrorMs,
      sleep: (ms, wake) =>
        new Promise((resolve) => {
          if (this.dead) return;
          if (wake.aborted) {
            resolve();
            return;
          }
          const pending = scheduler.after(Math.max(ms, 0.1), () => resolve(), this);
          wake.addEventListener('abort', () => {
            scheduler.cancel(pending);
            if (!this.dead) resolve();
          });
        }),
    };
  }

  /** Now and then the lock goes to two: the browser's lock is politeness, safety must not rest on it (promise 9). */
  #locks(): Locks {
    const { device } = this;
    const { random, counts, rates } = device.parts;
    return {
      ifFree: async (name, body) => {
        if (this.dead) return new Promise(() => undefined);
        const holders = device.locks.get(name) ?? new Set();
        device.locks.set(name, holders);
        if (holders.size > 0) {
          if (!random.chance(rates().F15)) return 'busy';
          counts.add('F15');
        }
        holders.add(this);
        try {
          return await body();
        } finally {
          holders.delete(this);
        }
      },
    };
  }
}
