/** Makes a failing run short: leaves out faults, phones, committees and doings as long as the same invariant breaks. */
import { type ChildProcess, fork } from 'node:child_process';
import type { Action, Script } from './actions.ts';
import type { Fault } from './faults.ts';
import { workerFlags } from './pool.ts';
import type { SeedResult } from './seedRun.ts';
import type { Order } from './worker.ts';
import type { Violation } from './world.ts';

export interface Shrunk {
  readonly script: Script;
  readonly result: SeedResult;
  readonly runs: number;
}

const runsMax = 250;
const secondsMax = 40;

/** `found` is the result of a seed that failed, with its script. */
export async function shrink(worker: string, found: SeedResult, hook: string | null = null): Promise<Shrunk> {
  const player = new Player(worker, hook);
  try {
    return await new Shrinker(player, found).shrink();
  } finally {
    player.close();
  }
}

/** Plays one script; as a seed is played, but from its own list of doings. */
export async function replay(
  worker: string,
  script: Script,
  { hook = null, verbose = false }: { readonly hook?: string | null; readonly verbose?: boolean } = {},
): Promise<SeedResult> {
  const player = new Player(worker, hook, verbose);
  try {
    return await player.play(script);
  } finally {
    player.close();
  }
}

class Shrinker {
  readonly #player: Player;
  readonly #kind: string;
  #script: Script;
  #result: SeedResult;
  #runs = 0;
  readonly #until = performance.now() + secondsMax * 1_000;

  constructor(player: Player, found: SeedResult) {
    if (found.script === null || found.violation === null) throw new Error(`seed ${found.seed} did not fail`);
    this.#player = player;
    this.#kind = kindOf(found.violation);
    this.#script = found.script;
    this.#result = found;
  }

  async shrink(): Promise<Shrunk> {
    await this.#cutEnd();
    await this.#try({ ...this.#script, rates: {} });
    for (const isOf of wholes) await this.#leaveOutAll(isOf);
    for (let size = this.#script.actions.length >> 1; size >= 1; size >>= 1) await this.#leaveOutDoings(size);
    for (const fault of Object.keys(this.#script.rates) as Fault[]) await this.#leaveOutFault(fault);
    await this.#leaveOutDoings(1);
    return { script: this.#script, result: this.#result, runs: this.#runs };
  }

  /** What comes after the doing at which it showed has no part in it. */
  async #cutEnd(): Promise<void> {
    const last = this.#result.violation?.doing ?? 0;
    await this.#try({ ...this.#script, actions: this.#script.actions.slice(0, last) });
  }

  async #leaveOutAll(isOf: (action: Action) => boolean): Promise<void> {
    const actions = this.#script.actions.filter((action) => !isOf(action));
    if (actions.length < this.#script.actions.length) await this.#try({ ...this.#script, actions });
  }

  async #leaveOutDoings(size: number): Promise<void> {
    for (let from = 0; from < this.#script.actions.length; ) {
      const { actions } = this.#script;
      const shorter = [...actions.slice(0, from), ...actions.slice(from + size)];
      if (!(await this.#try({ ...this.#script, actions: shorter }))) from += size;
    }
  }

  async #leaveOutFault(fault: Fault): Promise<void> {
    const { [fault]: _, ...rates } = this.#script.rates;
    await this.#try({ ...this.#script, rates });
  }

  async #try(script: Script): Promise<boolean> {
    if (this.#runs >= runsMax || performance.now() > this.#until) return false;
    this.#runs += 1;
    const result = await this.#player.play(script);
    if (result.violation === null || kindOf(result.violation) !== this.#kind) return false;
    this.#script = script;
    this.#result = result;
    return true;
  }
}

/** All that one phone does, or that is done in one committee. */
const wholes: readonly ((action: Action) => boolean)[] = [
  ...[0, 1, 2, 3].map((phone) => (action: Action) => 'phone' in action && action.phone === phone),
  ...[0, 1].map((committee) => (action: Action) => 'committee' in action && action.committee === committee),
];

/** The same fault shows with other ids, numbers and phones once doings are left out. */
const kindOf = ({ invariant, message }: Violation): string =>
  `${invariant} ${message.replace(/[0-9a-f-]{8,}|\d+|(copy of )?phone/g, '#')}`.slice(0, 60);

/** One worker process that plays script after script. */
class Player {
  readonly #child: ChildProcess;
  readonly #hook: string | null;
  readonly #verbose: boolean;

  constructor(worker: string, hook: string | null, verbose = false) {
    this.#child = fork(worker, { execArgv: workerFlags, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.#hook = hook;
    this.#verbose = verbose;
  }

  play(script: Script): Promise<SeedResult> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null): void => reject(new Error(`a worker ended with ${code}`));
      this.#child.once('exit', ended);
      let result: SeedResult | undefined;
      this.#child.on('message', (message: SeedResult | 'done') => {
        if (message !== 'done') result = message;
        else {
          this.#child.removeAllListeners('message');
          this.#child.off('exit', ended);
          resolve(result as SeedResult);
        }
      });
      const { seed } = script; // its rates are the weather
      const rest = { hook: this.#hook, doings: null, weather: null, verbose: this.#verbose };
      const order: Order = { seeds: [seed], script, ...rest };
      this.#child.send(order);
    });
  }

  close(): void {
    if (this.#child.connected) this.#child.disconnect();
  }
}
