/** Keeps one committee in step with the server: one loop a committee, so that one that is stuck keeps no other waiting. */
import { BrokenPromise } from './heal.ts';
import { Outdated, type Ports, SignedOut, StorageFull, StorageLost, Unreachable } from './ports.ts';
import { limits } from './protocol.ts';
import { Waker } from './waker.ts';

const busyMax = 3; // times that we stand back for another tab; it may be frozen, and two at work are harmless (promise 9)
const busyWaitMs = 10_000;

export interface LoopTask {
  readonly lock: string;
  readonly round: (interrupted: () => boolean) => Promise<void>;
  /** After each round: null, or why it did not come to its end. */
  readonly report: (failure: Failure | null) => void;
}

export interface Failure {
  readonly code: string;
  readonly offline: boolean;
}

export class Loop {
  readonly #ports: Ports;
  readonly #task: LoopTask;
  #waker = new Waker();
  #failures = 0;

  constructor(ports: Ports, task: LoopTask) {
    this.#ports = ports;
    this.#task = task;
  }

  /** There is something to do. A wake during a round makes another one follow it. */
  nudge(): void {
    this.#waker.abort();
  }

  /** The connection may be back: as `nudge`, and without the patience that earlier failures taught. */
  wake(): void {
    this.#failures = 0;
    this.#waker.abort();
  }

  async run(signal: AbortSignal): Promise<void> {
    const stop = () => this.#waker.abort();
    signal.addEventListener('abort', stop);
    let busy = 0;
    while (!signal.aborted) {
      const waker = new Waker();
      this.#waker = waker;
      const round = await this.#round(busy >= busyMax, () => waker.aborted);
      busy = round === 'busy' ? busy + 1 : 0;
      const wait = round === 'busy' ? busyWaitMs : round;
      if (!signal.aborted) await this.#ports.clock.sleep(wait * (0.75 + 0.5 * this.#ports.random()), waker);
    }
    signal.removeEventListener('abort', stop);
  }

  /** Answers how long to wait, in ms, before the jitter that keeps a thousand phones from coming at once. */
  async #round(evenIfBusy: boolean, interrupted: () => boolean): Promise<number | 'busy'> {
    const body = async (): Promise<'done'> => {
      await this.#task.round(interrupted);
      return 'done';
    };
    try {
      const done = evenIfBusy ? await body() : await this.#ports.locks.ifFree(this.#task.lock, body);
      if (done === 'busy') return 'busy';
      this.#failures = 0;
      this.#task.report(null);
      return limits.pullEveryMs;
    } catch (error) {
      this.#failures += 1;
      this.#task.report(failureOf(error));
      if (isOurs(error)) this.#ports.alarm(...alarmOf(error));
      const backoff = limits.backoffMinMs * 2 ** Math.min(this.#failures - 1, 12);
      const asked = error instanceof Unreachable ? (error.retryAfterMs ?? 0) : 0;
      return Math.min(Math.max(backoff, asked), limits.backoffMaxMs);
    }
  }
}

const isOurs = (error: unknown): boolean =>
  !(error instanceof Unreachable || error instanceof StorageFull || error instanceof StorageLost);

export function failureOf(error: unknown): Failure {
  if (error instanceof SignedOut) {
    return { code: error.message === 'revoked' ? 'revoked' : 'signed_out', offline: false };
  }
  if (error instanceof Outdated) return { code: 'upgrade', offline: false };
  if (error instanceof Unreachable) {
    return error.message === 'blocked' ? { code: 'blocked', offline: false } : { code: 'unreachable', offline: true };
  }
  if (error instanceof StorageFull) return { code: 'storage_full', offline: false };
  if (error instanceof StorageLost) return { code: 'storage_lost', offline: false };
  return { code: error instanceof BrokenPromise ? error.code : 'sync_failed', offline: false };
}

function alarmOf(error: unknown): Parameters<Ports['alarm']> {
  if (error instanceof BrokenPromise) return [error.code, error.params];
  return ['sync_failed', { error: String(error) }];
}
