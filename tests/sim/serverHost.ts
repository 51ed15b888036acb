/** The machine in the town hall: runs the shipped server engine over the memory store, dies and comes back, and checks
 *  every answer against what is really committed at that moment. */
import { hash } from 'node:crypto';
import { createServerEngine, type ServerEngine } from '../../server/engine/index.ts';
import { type ServerStore, Transient } from '../../server/engine/ports.ts';
import type { Params, RowKey } from '../../src/domain/command.ts';
import type { Rows } from '../../src/domain/rows.ts';
import { type PullAnswer, Unreachable } from '../../src/sync/ports.ts';
import type {
  Bundle,
  Outcome,
  PullRequest,
  PushRequest,
  PushResponse,
  RelayResponse,
} from '../../src/sync/protocol.ts';
import type { Counts, FaultRates } from './faults.ts';
import type { LogOracle, Report } from './logOracle.ts';
import { MemoryServerStore, type ServerFaults } from './memoryServerStore.ts';
import type { BlobPart, Door, Sender } from './network.ts';
import { newUuid } from './people.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';
import { maySee } from './sight.ts';

export interface HostParts {
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly counts: Counts;
  readonly report: Report;
  readonly oracleOf: (committeeId: string) => LogOracle;
  readonly poke: (committeeId: string, seq: number) => void;
  /** Somebody got a page and will ask for the next one. */
  readonly betweenPages: (committeeId: string, personId: string) => void;
  /** A mutant's hand on the store; the identity for the real thing. */
  readonly wrapStore: (store: MemoryServerStore) => ServerStore;
}

export class ServerHost implements Door {
  readonly store: MemoryServerStore;
  rates: FaultRates;
  engine: ServerEngine;
  readonly photos = new Map<string, { bytes: Uint8Array; size: number; stored: boolean }>();
  readonly #parts: HostParts;
  #process: { alive: boolean } | null = null;
  readonly #waiting = new Set<() => void>();

  constructor(parts: HostParts, rates: FaultRates) {
    this.#parts = parts;
    this.rates = rates;
    this.store = new MemoryServerStore(deadFaults);
    this.store.onCommit = (committeeId) => parts.oracleOf(committeeId).follow(this.store.committee(committeeId));
    this.engine = this.boot();
  }

  isUp(): boolean {
    return this.#process !== null;
  }

  onCrash(tell: () => void): () => void {
    this.#waiting.add(tell);
    return () => this.#waiting.delete(tell);
  }

  boot(): ServerEngine {
    const process = { alive: true };
    this.#process = process;
    this.store.faults = this.#faultsOf(process);
    const { scheduler, random, report } = this.#parts;
    this.engine = createServerEngine({
      store: this.#parts.wrapStore(this.store),
      now: () => scheduler.now,
      newId: () => newUuid(random),
      sha256: (text) => hash('sha256', text),
      poke: (committeeId, seq) => this.#parts.poke(committeeId, seq),
      alarm: (code, details) => report(code === 'digest_mismatch' ? 'I15' : 'alarm', alarmText(code, details)),
    });
    return this.engine;
  }

  /** Everything that is not committed is gone, and whoever waited hears nothing. Comes back after a while. */
  crash(): void {
    if (this.#process === null) return;
    this.#process.alive = false;
    this.#process = null;
    this.store.crash();
    const { scheduler, random } = this.#parts;
    for (const tell of [...this.#waiting]) tell();
    this.#waiting.clear();
    scheduler.after(random.between(1, 90) * 1_000, () => this.boot());
  }

  #faultsOf(process: { alive: boolean }): ServerFaults {
    const { scheduler, random, counts } = this.#parts;
    return {
      later: (fire) => void scheduler.soon(30, () => (process.alive ? fire() : undefined)),
      at: (point) => {
        if (!process.alive) return 'crash';
        const { F24, F27 } = this.rates;
        if ((point === 'before_commit' || point === 'after_commit') && random.chance(F24 / 2)) {
          counts.add('F24');
          this.crash();
          return 'crash';
        }
        const share = point === 'operation' ? 0.02 : 0.3; // a transaction has many operations and one commit
        if (point !== 'after_commit' && random.chance(F27 * share)) {
          counts.add('F27');
          return 'transient';
        }
        return 'go';
      },
    };
  }

  async push(sender: Sender, request: PushRequest): Promise<PushResponse> {
    const { deviceId, personId } = sender.sessionOf();
    const response = await this.#handled(() => this.engine.push({ deviceId, personId }, request));
    this.#checkAnswer(request.committeeId, deviceId, response);
    return response;
  }

  async relay(_sender: Sender, bundle: Bundle): Promise<RelayResponse> {
    const { deviceId, personId } = bundle;
    return this.#handled(() => this.engine.relay(bundle, { deviceId, personId }));
  }

  async pull(sender: Sender, request: PullRequest): Promise<PullAnswer> {
    const session = sender.sessionOf();
    const from = this.#seq(request.committeeId);
    const answer = await this.#handled(() => this.engine.pull(session, request));
    if (!('code' in answer)) this.#checkSight(request.committeeId, session.personId, from, answer);
    if (!('code' in answer) && answer.next !== undefined) {
      this.#parts.betweenPages(request.committeeId, session.personId);
    }
    if (!('code' in answer) && answer.last !== undefined) {
      const { outcomes, ackDeviceSeq } = answer.last;
      this.#checkAnswer(request.committeeId, session.deviceId, { outcomes, deviceSeq: ackDeviceSeq });
    }
    return answer;
  }

  /** What the route does with an error: a 500, after which the phone knows nothing. */
  async #handled<T>(handle: () => Promise<T>): Promise<T> {
    try {
      return await handle();
    } catch (error) {
      if (!(error instanceof Transient)) this.#parts.report('bug', `the server threw ${String(error)}`);
      throw new Unreachable('500');
    }
  }

  #seq(committeeId: string): number {
    return this.store.committees.get(committeeId)?.row.seq ?? 0;
  }

  /** I12, and that nothing is told before it is committed. */
  #checkAnswer(committeeId: string, deviceId: string, answer: Pick<PushResponse, 'deviceSeq' | 'outcomes'>): void {
    const data = this.store.committees.get(committeeId);
    const committed = data?.lastDeviceSeq.get(deviceId) ?? 0;
    const { report } = this.#parts;
    if (answer.deviceSeq > committed)
      report('I1', `told ${deviceId} up to ${answer.deviceSeq}, committed ${committed}`);
    for (const outcome of answer.outcomes) {
      const entry = data?.log[outcome.seq - 1];
      if (entry === undefined) report('I12', `outcome of ${outcome.commandId} is in no log`);
      else if (entry.commandId !== outcome.commandId || !sameOutcome(entry, outcome)) {
        report('I12', `outcome of ${outcome.commandId} is not that of entry ${outcome.seq}`);
      }
    }
  }

  /** I8: nothing goes to somebody who may not see it, by the rights at some moment while the server worked on it. */
  #checkSight(
    committeeId: string,
    personId: string,
    from: number,
    answer: Exclude<PullAnswer, { readonly code: unknown }>,
  ): void {
    const { report, oracleOf } = this.#parts;
    const { access } = answer;
    if (access.role === 'founder') {
      if (answer.patch.length > 0) report('I8', 'a founder was given rows');
      return;
    }
    const held = oracleOf(committeeId)
      .rights.get(personId)
      ?.filter((rights, n, all) => rights.from === access.v && (all[n + 1]?.from ?? Number.POSITIVE_INFINITY) > from);
    const person = held?.[0]?.person;
    if (!person) {
      report('I8', `${personId} was answered with rights of version ${access.v}, which did not hold then`);
      return;
    }
    for (const op of answer.patch) {
      if (op.op === 'put' && !maySee(person, op.t, op.row)) report('I8', `${op.t}/${op.id} went to ${person.role}`);
    }
  }

  photoKey(committeeId: string, sha256: string): string {
    return `${committeeId} ${sha256}`;
  }

  async blobOffset(_sender: Sender, committeeId: string, sha256: string): Promise<number | 'stored'> {
    const photo = this.photos.get(this.photoKey(committeeId, sha256));
    if (photo?.stored) return this.#recordStored(committeeId, sha256, photo.size);
    return photo?.bytes.byteLength ?? 0;
  }

  async blobSend(_sender: Sender, part: BlobPart): Promise<number | 'stored' | 'mismatch' | 'refused'> {
    const { committeeId, sha256, offset, total, cutAt } = part;
    const key = this.photoKey(committeeId, sha256);
    const photo = this.photos.get(key) ?? { bytes: new Uint8Array(), size: total, stored: false };
    this.photos.set(key, photo);
    if (photo.stored) return this.#recordStored(committeeId, sha256, photo.size);
    if (offset !== photo.bytes.byteLength) return photo.bytes.byteLength;
    const chunk = new Uint8Array(part.chunk).subarray(0, cutAt ?? undefined);
    const bytes = new Uint8Array(photo.bytes.byteLength + chunk.byteLength);
    bytes.set(photo.bytes);
    bytes.set(chunk, photo.bytes.byteLength);
    photo.bytes = bytes;
    if (bytes.byteLength < total) return bytes.byteLength;
    if (hash('sha256', bytes) !== sha256) {
      photo.bytes = new Uint8Array();
      return 'mismatch';
    }
    photo.stored = true;
    return this.#recordStored(committeeId, sha256, photo.size);
  }

  async #recordStored(committeeId: string, sha256: string, size: number): Promise<'stored'> {
    await this.#handled(() => this.engine.recordStoredPhoto(committeeId, sha256, size));
    return 'stored';
  }

  async blobGet(_sender: Sender, committeeId: string, sha256: string, _shownBy: RowKey): Promise<ArrayBuffer> {
    const photo = this.photos.get(this.photoKey(committeeId, sha256));
    if (!photo?.stored) throw new Unreachable('404');
    return photo.bytes.slice().buffer;
  }

  /** I13, second half: what is stored is what its name says. */
  checkPhotos(): void {
    for (const [key, photo] of this.photos) {
      if (photo.stored && !key.endsWith(` ${hash('sha256', photo.bytes)}`)) {
        this.#parts.report('I13', `stored bytes of ${key} have another hash`);
      }
    }
  }

  rows<T extends keyof Rows>(committeeId: string, type: T): Rows[T][] {
    return this.#parts.oracleOf(committeeId).now(type);
  }
}

const deadFaults: ServerFaults = { later: () => undefined, at: () => 'crash' };
export const alarmText = (code: string, details: Params): string => `${code} ${JSON.stringify(details)}`;

function sameOutcome(entry: { hash: string; outcome: string; code: string | null }, outcome: Outcome): boolean {
  return entry.hash === outcome.hash && entry.outcome === outcome.outcome && entry.code === (outcome.code ?? null);
}
