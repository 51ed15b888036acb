/** The road between phones and server: loses, doubles, delays and cuts what travels, as the seed says. */
import type { RowKey } from '../../src/domain/command.ts';
import { type Net, type PullAnswer, SignedOut, Unreachable } from '../../src/sync/ports.ts';
import type { Bundle, PullRequest, PushRequest, PushResponse, RelayResponse } from '../../src/sync/protocol.ts';
import type { Counts, FaultRates } from './faults.ts';
import type { Report } from './logOracle.ts';
import type { Random } from './random.ts';
import type { Owner, Scheduler } from './scheduler.ts';

/** Who a cookie says that this is. */
export interface Session {
  readonly deviceId: string;
  readonly personId: string;
}

/** One tab, as the road sees it. */
export interface Sender extends Owner {
  readonly deviceName: string;
  readonly sessionOf: () => Session | null; // null: signed out
  readonly suffers: (trouble: 'portal' | 'deaf') => boolean;
  readonly isOnline: () => boolean;
  readonly isDead: () => boolean;
}

/** What stands at the other end. A promise that never resolves is a server that died over it. */
export interface Door {
  push(sender: Sender, request: PushRequest): Promise<PushResponse>;
  pull(sender: Sender, request: PullRequest): Promise<PullAnswer>;
  relay(sender: Sender, bundle: Bundle): Promise<RelayResponse>;
  blobOffset(sender: Sender, committeeId: string, sha256: string): Promise<number | 'stored'>;
  blobSend(sender: Sender, part: BlobPart): Promise<number | 'stored' | 'mismatch' | 'refused'>;
  blobGet(sender: Sender, committeeId: string, sha256: string, shownBy: RowKey): Promise<ArrayBuffer>;
  /** False while no process runs. */
  isUp(): boolean;
  /** Tells the road that the process died over this request. */
  onCrash(tell: () => void): () => void;
}
export interface BlobPart {
  readonly committeeId: string;
  readonly sha256: string;
  readonly offset: number;
  readonly chunk: ArrayBuffer;
  readonly total: number;
  readonly mime: string;
  readonly cutAt: number | null; // the connection broke after this many bytes of the chunk
}

/** Two tabs, two committees, everything in the smallest pieces; the busiest seeds need a third of it. */
const requestsPerMinuteMax = 200;

const timeoutMs = 30_000;
const dayMs = 86_400_000;

export class Network {
  rates: FaultRates;
  requests = 0;
  readonly #report: Report;
  /** Requests of a phone in its present minute. */
  readonly #ofMinute = new Map<string, { minute: number; requests: number }>();
  readonly #scheduler: Scheduler;
  readonly #random: Random;
  readonly #counts: Counts;
  readonly #door: Door;
  readonly #sent = new Map<string, number>();
  readonly #arrived = new Map<string, number>();

  constructor(parts: {
    scheduler: Scheduler;
    random: Random;
    counts: Counts;
    report: Report;
    door: Door;
    rates: FaultRates;
  }) {
    this.#report = parts.report;
    this.#scheduler = parts.scheduler;
    this.#random = parts.random;
    this.#counts = parts.counts;
    this.#door = parts.door;
    this.rates = parts.rates;
  }

  netFor(sender: Sender): Net {
    const door = this.#door;
    const json = <Q, A>(request: Q, handle: (request: Q) => Promise<A>): Promise<A> =>
      this.#call(sender, handle, request, JSON.stringify);
    return {
      push: (request) => json(request, (arrived) => door.push(sender, arrived)),
      pull: (request) => json(request, (arrived) => door.pull(sender, arrived)),
      relay: (bundle) => json(bundle, (arrived) => door.relay(sender, arrived)),
      blobOffset: (committeeId, sha256) => json(null, () => door.blobOffset(sender, committeeId, sha256)),
      blobGet: (committeeId, sha256, shownBy) =>
        this.#call(sender, () => door.blobGet(sender, committeeId, sha256, shownBy), null, null),
      blobSend: (committeeId, sha256, offset, chunk, total, mime) => {
        const part = { committeeId, sha256, offset, chunk, total, mime, cutAt: null };
        return this.#call<BlobPart, number | 'stored' | 'mismatch' | 'refused'>(
          sender,
          (arrived) => door.blobSend(sender, arrived),
          part,
          null,
        );
      },
    };
  }

  #call<Q, A>(sender: Sender, handle: (request: Q) => Promise<A>, request: Q, toText: ToText | null): Promise<A> {
    return new Promise<A>((resolve, reject) => {
      if (sender.isDead()) return;
      this.requests += 1;
      this.#checkPatience(sender.deviceName);
      const call = new Call<A>(this.#scheduler, this.#random, sender, resolve, reject);
      this.#send({ sender, handle, request, toText, call });
    });
  }

  /** I17: whatever goes wrong, a phone does not ask without end. */
  #checkPatience(phone: string): void {
    const minute = Math.floor(this.#scheduler.now / 60_000);
    const known = this.#ofMinute.get(phone);
    const requests = known?.minute === minute ? known.requests + 1 : 1;
    this.#ofMinute.set(phone, { minute, requests });
    if (requests === requestsPerMinuteMax) this.#report('I17', `${phone} asks ${requests} times in a minute`);
  }

  #send<Q, A>(trip: Trip<Q, A> & { readonly call: Call<A> }): void {
    const { sender, call, request } = trip;
    const { rates } = this;
    const random = this.#random;
    if (!sender.isOnline()) call.fail('offline');
    else if (sender.suffers('portal')) {
      this.#counts.add('F7');
      call.fail('status 200 is not JSON');
    } else if (random.chance(rates.F1)) call.timeOut(() => this.#counts.add('F1'));
    else if (random.chance(rates.F8)) {
      this.#counts.add('F8');
      call.fail(random.pick(['429', '500', '502', '503']), random.chance(0.5) ? random.between(1, 60) * 1_000 : null);
    } else if (random.chance(rates.F5)) {
      call.timeOut(() => undefined);
      this.#scheduler.after(random.between(1, 3) * dayMs, () => {
        this.#counts.add('F5');
        this.#arrive({ ...trip, call: null });
      });
    } else if (request !== null && random.chance(rates.F6)) {
      this.#scheduler.after(latency(random), () => this.#arriveCut(trip));
    } else this.#sendWhole(trip);
  }

  #sendWhole<Q, A>(trip: Trip<Q, A>): void {
    const { deviceName } = trip.sender;
    const number = (this.#sent.get(deviceName) ?? 0) + 1;
    this.#sent.set(deviceName, number);
    const copies = this.#random.chance(this.rates.F3) ? 2 : 1;
    if (copies === 2) this.#counts.add('F3');
    for (let n = 0; n < copies; n += 1) {
      this.#scheduler.after(latency(this.#random), () => {
        if (number < (this.#arrived.get(deviceName) ?? 0)) this.#counts.add('F4');
        else this.#arrived.set(deviceName, number);
        this.#arrive({ ...trip, request: this.#overTheWire(trip.request, trip), call: n === 0 ? trip.call : null });
      });
    }
  }

  /** A cut request never parses, so nothing of it is done; a cut chunk of a photo leaves what came before the cut. */
  #arriveCut<Q, A>(trip: Trip<Q, A>): void {
    this.#counts.add('F6');
    trip.call?.fail('connection closed');
    if (trip.toText !== null) mustNotParse(this.#cut(trip.toText(trip.request)));
    else {
      const part = trip.request as Q & BlobPart;
      const cutAt = this.#random.between(0, Math.max(0, part.chunk.byteLength - 1));
      this.#arrive({ ...trip, request: { ...part, cutAt }, call: null });
    }
  }

  #arrive<Q, A>({ sender, handle, request, toText, call }: Trip<Q, A>): void {
    if (!this.#door.isUp()) {
      call?.fail('connection refused');
      return;
    }
    const forget = this.#door.onCrash(() => call?.fail('connection reset'));
    handle(request).then(
      (answer) => {
        forget();
        if (call === null) return;
        if (sender.suffers('deaf')) call.timeOut(() => this.#counts.add('F9'));
        else if (isPart(request) && this.#random.chance(this.rates.F11)) {
          this.#counts.add('F11');
          call.fail('connection closed');
        } else if (this.#random.chance(this.rates.F2)) call.timeOut(() => this.#counts.add('F2'));
        else if (toText !== null && typeof answer === 'object' && this.#random.chance(this.rates.F6)) {
          this.#counts.add('F6');
          mustNotParse(this.#cut(toText(answer)));
          call.fail('not our JSON');
        } else call.answer(this.#overTheWire(answer, { toText }));
      },
      (error: unknown) => {
        forget();
        if (error instanceof SignedOut) call?.failWith(error);
        else if (error instanceof Unreachable) call?.fail(error.message, error.retryAfterMs);
        else call?.fail('500');
      },
    );
  }

  /** Now and then really through text and back, so that nothing travels that JSON cannot carry. */
  #overTheWire<T>(value: T, { toText }: { readonly toText: ToText | null }): T {
    if (toText === null || value === null || !this.#random.chance(0.04)) return value;
    return JSON.parse(toText(value)) as T;
  }

  #cut(text: string): string {
    return text.slice(0, this.#random.between(0, text.length - 1));
  }
}

const isPart = (request: unknown): request is BlobPart => request !== null && Object.hasOwn(request as object, 'chunk');

type ToText = (value: unknown) => string;
interface Trip<Q, A> {
  readonly sender: Sender;
  readonly handle: (request: Q) => Promise<A>;
  readonly request: Q;
  readonly toText: ToText | null; // null: bytes
  readonly call: Call<A> | null; // null: nobody waits for the answer
}

function mustNotParse(cut: string): void {
  try {
    JSON.parse(cut);
  } catch {
    return; // answered with 400, or Unreachable on the phone
  }
  throw new Error('a body that was cut off can be read as a whole one');
}

/** Mostly half a second, sometimes many: enough for requests of one device to overtake each other. */
function latency(random: Random): number {
  const draw = random.next();
  return draw < 0.9 ? 20 + draw * 800 : 1_000 + (draw - 0.9) * 150_000;
}

/** One request as its tab waits for it. Resolves once; a dead tab hears nothing. */
class Call<A> {
  readonly #scheduler: Scheduler;
  readonly #random: Random;
  readonly #sender: Sender;
  readonly #resolve: (answer: A) => void;
  readonly #reject: (error: unknown) => void;
  #done = false;

  constructor(
    scheduler: Scheduler,
    random: Random,
    sender: Sender,
    resolve: (answer: A) => void,
    reject: (error: unknown) => void,
  ) {
    this.#scheduler = scheduler;
    this.#random = random;
    this.#sender = sender;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  answer(answer: A): void {
    this.#later(latency(this.#random) / 2, () => this.#resolve(answer));
  }

  fail(reason: string, retryAfterMs: number | null = null): void {
    this.failWith(new Unreachable(reason, retryAfterMs));
  }

  failWith(error: Unreachable): void {
    this.#later(this.#random.between(1, 200), () => this.#reject(error));
  }

  timeOut(count: () => void): void {
    this.#later(timeoutMs, () => {
      count();
      this.#reject(new Unreachable('no answer'));
    });
  }

  #later(ms: number, end: () => void): void {
    this.#scheduler.after(
      ms,
      () => {
        if (this.#done || this.#sender.isDead()) return;
        this.#done = true;
        end();
      },
      this.#sender,
    );
  }
}
