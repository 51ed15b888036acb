/** A tab that is open on a phone: one running copy of the shipped engine, with the ports that the simulator gives it. */
import { hash } from 'node:crypto';
import { createEngine, type Engine } from '../../src/sync/engine.ts';
import type { ClientStore, Clock, Locks, Ports } from '../../src/sync/ports.ts';
import { newUuid } from './desk.ts';
import type { Device } from './device.ts';
import { signatureOf } from './keys.ts';
import { alarmText } from './logOracle.ts';
import type { StoreFaults, Strike } from './memoryClientStore.ts';
import type { Sender, Session } from './network.ts';

export class Tab implements Sender {
  readonly device: Device;
  readonly engine: Engine;
  dead = false;
  frozenUntil = 0;
  readonly #stop = new AbortController();

  constructor(device: Device) {
    this.device = device;
    const { personId, deviceId } = device;
    this.engine = createEngine(device.parts.wrapPorts(this.#ports()), { personId, deviceId });
  }

  start(): void {
    const { report, random } = this.device.parts;
    // Most tabs lie behind others, and nobody looks at their counts.
    if (random.chance(0.2)) this.engine.subscribe(() => undefined);
    this.engine.run(this.#stop.signal).then(
      () => report('bug', 'the sync loop ended by itself'),
      (error: unknown) => report('bug', `the sync loop ended: ${String(error)}`),
    );
  }

  get deviceName(): string {
    return this.device.name;
  }
  readonly sessionOf = (): Session | null => this.device.session;
  readonly isOnline = (): boolean => this.device.online;
  readonly isDead = (): boolean => this.dead;
  readonly suffers = (trouble: 'portal' | 'deaf'): boolean => this.device.suffers(trouble);

  #ports(): Ports {
    const { device } = this;
    const { random, report, netFor } = device.parts;
    return {
      store: this.#store(),
      net: netFor(this),
      clock: this.#clock(),
      locks: this.#locks(),
      newId: () => newUuid(device.ids),
      random: random.next,
      sha256: (bytes) => this.#soon(() => hash('sha256', new Uint8Array(bytes))),
      sign: (text) => this.#soon(() => signatureOf(device.deviceId, text)),
      alarm: (code, details) => {
        if (device.sharesNumbers && /^(forked|missing_outcome)$/.test(code)) return;
        report('alarm', `${device.name}: ${alarmText(code, details)}`);
      },
      appVersion: 'simulated',
      commandsAtOnce: device.parts.commandsAtOnce,
    };
  }

  #soon<T>(make: () => T): Promise<T> {
    return new Promise((resolve) => {
      this.device.parts.scheduler.soon(5, () => resolve(make()), this);
    });
  }

  #store(): ClientStore {
    const { device } = this;
    const { scheduler, random, rates } = device.parts;
    const faults: StoreFaults = {
      isDead: () => this.dead,
      readsAtOnce: () => random.chance(0.8),
      later: (_, fire) =>
        void scheduler.soon(
          8,
          () => {
            if (!this.#dies(rates().F12)) fire();
          },
          this,
        ),
      strike: (_, mode) => this.#strike(mode),
    };
    return device.disk.open(this, faults);
  }

  #dies(ratio: number): boolean {
    const { random, counts } = this.device.parts;
    if (!random.chance(ratio)) return false;
    counts.add('F12');
    this.device.kill(this);
    return true;
  }

  /** One fault at most in a transaction: at one of its first operations, or at its commit. */
  #strike(mode: 'write' | 'read'): Strike | null {
    const { random, counts, rates } = this.device.parts;
    const { F12, F16, F17 } = rates();
    const draw = random.next();
    const full = mode === 'write' ? F16 : 0;
    if (draw >= F12 + full + F17) return null;
    const fault = draw < F12 ? 'die' : draw < F12 + full ? 'full' : 'lost';
    let operations = random.chance(0.3) ? Number.POSITIVE_INFINITY : random.between(1, 12);
    return (operation) => {
      operations -= 1;
      if (operation !== 'commit' && (operations > 0 || (fault === 'full' && operation !== 'put'))) return 'go';
      operations = Number.POSITIVE_INFINITY;
      if (rates().F12 + rates().F16 + rates().F17 === 0) return 'go'; // calm came first
      if (fault === 'die') return this.#dies(1) ? 'die' : 'go';
      counts.add(fault === 'full' ? 'F16' : 'F17');
      return fault;
    };
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
