/** The machine in the town hall: runs the shipped server engine over the memory store, dies and comes back, and checks
 *  every answer against what is really committed at that moment. */
import { hash } from 'node:crypto';
import { createServerEngine, OtherDevice, type ServerEngine, showsPhoto } from '../../server/engine/index.ts';
import { type ServerSnapshot, type ServerStore, type StoredLogEntry, Transient } from '../../server/engine/ports.ts';
import type { Params, RowKey } from '../../src/domain/command.ts';
import { type PullAnswer, SignedOut, Unreachable } from '../../src/sync/ports.ts';
import {
  type Bundle,
  bundleText,
  type PullRequest,
  type PushRequest,
  type PushResponse,
  type RelayResponse,
  type SentCommand,
} from '../../src/sync/protocol.ts';
import { AnswerOracle } from './answerOracle.ts';
import { newUuid } from './desk.ts';
import type { Counts, FaultRates } from './faults.ts';
import { signatureOf } from './keys.ts';
import { alarmText, type LogOracle, type Report } from './logOracle.ts';
import type { MakeServerStore, MemoryServerStore, ServerFaults } from './memoryServerStore.ts';
import type { BlobPart, Door, Sender, Session } from './network.ts';
import { PhotoShelf } from './photoShelf.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';

export interface HostParts {
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly ids: Random;
  readonly counts: Counts;
  /** What the server answered is counted here, as `answer_push_gap`. */
  readonly outcomes: Counts;
  readonly report: Report;
  readonly oracleOf: (committeeId: string) => LogOracle;
  readonly wentBack: (committeeId: string) => boolean;
  readonly poke: (committeeId: string, seq: number) => void;
  /** Somebody got a page and will ask for the next one. */
  readonly betweenPages: (committeeId: string, personId: string) => void;
  /** Whether this name belongs to more than one phone, or to one that forgot its numbers. */
  readonly sharesNumbers: (deviceId: string) => boolean;
  readonly makeStore: MakeServerStore;
  /** A mutant's hand on the store; the identity for the real thing. */
  readonly wrapStore: (store: MemoryServerStore) => ServerStore;
}

export class ServerHost implements Door {
  readonly store: MemoryServerStore;
  rates: FaultRates;
  engine: ServerEngine;
  readonly photos = new PhotoShelf();
  /** Commands whose version this server does not know yet (F26). */
  readonly tooNew = new Set<string>();
  /** Until when the disk is full, or no connection free. */
  fullUntil = 0;
  noConnectionUntil = 0;
  badDeploy = false;
  readonly #answers: AnswerOracle;
  readonly #poison = new Set<string>();
  readonly #alarmed = new Set<string>();
  /** What was logged during a relay may have come by a push. */
  #pushes = 0;
  #underWay = 0;
  readonly #failedAt: number[] = []; // virtual ms
  /** How often something was wrong with database or process. */
  #troubles = 0;
  readonly #parts: HostParts;
  #process: { alive: boolean } | null = null;
  readonly #waiting = new Set<() => void>();

  constructor(parts: HostParts, rates: FaultRates) {
    this.#parts = parts;
    this.rates = rates;
    this.store = parts.makeStore(deadFaults, parts.report);
    this.#answers = new AnswerOracle(this.store, parts);
    this.store.onCommit = (committeeId) => {
      const oracle = parts.oracleOf(committeeId);
      const before = oracle.seq;
      oracle.follow(this.store.committee(committeeId));
      for (const entry of oracle.entries.slice(before)) this.#checkAlarmed(entry);
    };
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
    const { scheduler, ids } = this.#parts;
    this.engine = createServerEngine({
      store: this.#parts.wrapStore(this.store),
      now: () => scheduler.now,
      newId: () => newUuid(ids),
      sha256: (text) => hash('sha256', text),
      poke: (committeeId, seq) => this.#parts.poke(committeeId, seq),
      photosDestroyed: (committeeId, hashes) => this.photos.destroy(committeeId, hashes),
      nameErased: () => undefined,
      alarm: (code, details) => this.#alarm(code, details),
    });
    return this.engine;
  }

  #alarm(code: string, details: Params): void {
    const commandId = String(details['commandId']);
    this.#parts.outcomes.add(`alarm_${code}`);
    this.#alarmed.add(commandId);
    if (code === 'server_error') this.#failedAt.push(this.#parts.scheduler.now);
    if (/^(server_error|held_failed_again)$/.test(code) && (this.badDeploy || this.#poison.has(commandId))) return;
    if (code === 'unknown_command' && this.tooNew.has(commandId)) return;
    if (code === 'history_lost' && this.#parts.wentBack(String(details['committeeId']))) return;
    if (code === 'forked' && this.#parts.sharesNumbers(String(details['deviceId']))) return;
    this.#parts.report(code === 'digest_mismatch' ? 'I15' : 'alarm', alarmText(code, details));
  }

  /** P5, P6: with nothing wrong around it a server turns a phone away only when many commands failed of late: before it was
   *  asked, for the answer may be days under way. */
  #checkBadDeploy(askedAt: number): void {
    const from = askedAt - faultWindowMs;
    const failed = this.#failedAt.filter((at) => at > from).length;
    if (failed < faultsMax) this.#parts.report('P5', `a phone must wait because of ${failed} commands that fail`);
  }

  /** I17: whatever is held by a fault of ours, or because it is unknown here, somebody was told of. */
  #checkAlarmed({ code, commandId }: StoredLogEntry): void {
    if ((code === 'server_error' || code === 'unknown_command') && !this.#alarmed.has(commandId)) {
      this.#parts.report('I17', `${commandId} is held by a fault of ours and no alarm was raised`);
    }
  }

  /** The fault is found and mended; the operator runs again what it held. */
  mend(): void {
    this.#poison.clear();
    this.badDeploy = false;
    for (const committeeId of this.store.committees.keys()) this.redrive(committeeId);
  }

  /** Money under way to another committee; the real server tries every minute. */
  deliver(): void {
    for (const committeeId of this.store.committees.keys()) {
      if (this.isUp()) this.engine.deliverTransfers(committeeId).catch((error) => this.#mustPass(error));
    }
  }

  importProject(committeeId: string | undefined, number: number): void {
    if (committeeId === undefined || !this.isUp()) return;
    const proposalId = `00000000-0000-8000-8000-${String(number).padStart(12, '0')}`;
    const args = { proposalId, year: 2014, title: `Project ${number}`, themeShares: [{ theme: 7, percent: 100 }] };
    const command = { name: 'proposal.record', args: { ...args, amountCents: 10_000 } } as const;
    const given = { ...command, commandId: `project:${number}` };
    this.engine.runOwn(committeeId, [given]).catch((error) => this.#mustPass(error));
  }

  redrive(committeeId: string): void {
    if (this.isUp()) this.engine.redrive(committeeId).catch((error) => this.#mustPass(error));
  }

  /** Everything that is not committed is gone, and whoever waited hears nothing. Comes back after a while. */
  crash(): void {
    if (this.#process === null) return;
    this.#process.alive = false;
    this.#process = null;
    this.#underWay = 0; // what was under way is never answered
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
      commitLater: (fire) => {
        const long = random.chance(this.rates.F30);
        if (long) counts.add('F30');
        scheduler.after(long ? random.between(40_000, 90_000) : 30 * random.next() ** 2, () =>
          process.alive ? fire() : undefined,
        );
      },
      fails: (entry) => this.#fails(entry),
      at: (point) => {
        const found = this.#at(point, process);
        if (found !== 'go') this.#troubles += 1;
        return found;
      },
    };
  }

  #at(point: Parameters<ServerFaults['at']>[0], process: { readonly alive: boolean }): 'go' | 'transient' | 'crash' {
    const { scheduler, random, counts } = this.#parts;
    if (!process.alive) return 'crash';
    const { F24, F27 } = this.rates;
    if ((point === 'write' ? this.fullUntil : point === 'begin' ? this.noConnectionUntil : 0) > scheduler.now) {
      counts.add('F28');
      return 'transient';
    }
    if (point === 'write') return 'go';
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
  }

  /** A handler that throws, after which what it would have done is not written. */
  #fails({ outcome, commandId, deviceId }: StoredLogEntry): boolean {
    const { random, counts } = this.#parts;
    if (outcome !== 'applied' || deviceId === 'server') return false;
    if (random.chance(this.rates.F29)) this.#poison.add(commandId);
    const fails = this.badDeploy || this.#poison.has(commandId);
    if (fails) counts.add('F29');
    return fails;
  }

  /** As the routes do: nobody, or whoever was signed out from elsewhere, gets no further. */
  #session(sender: Sender): Session {
    const session = sender.sessionOf();
    const revoked = session !== null && this.store.devices.get(session.deviceId)?.state === 'revoked';
    if (session === null || revoked) {
      this.#parts.outcomes.add(revoked ? 'answer_revoked' : 'answer_signed_out');
      throw new SignedOut(revoked ? 'revoked' : 'signed out');
    }
    return { deviceId: session.deviceId, personId: session.personId };
  }

  async push(sender: Sender, request: PushRequest): Promise<PushResponse> {
    const session = this.#session(sender);
    const known = { ...request, commands: this.#asKnown(request.commands) };
    const [troubles, askedAt] = [this.#troubles, this.#parts.scheduler.now];
    const from = this.#seq(request.committeeId);
    const response = await this.#pushing(() => this.engine.push(session, known));
    if (response.stop === 'retry' && this.#troubles === troubles) this.#checkBadDeploy(askedAt);
    this.#parts.outcomes.add(`answer_push_${response.stop ?? 'taken'}`);
    this.#answers.check(request.committeeId, session, response);
    this.#answers.checkEpoch(request, response);
    this.#answers.checkHealing(request.committeeId, from, request.commands.filter(wasApplied));
    return response;
  }

  #pushing<T>(push: () => Promise<T>): Promise<T> {
    this.#pushes += 1;
    this.#underWay += 1;
    return this.#handled(push).finally(() => {
      this.#underWay -= 1;
    });
  }

  /** What a newer phone sends carries a version that nobody here has heard of. */
  #asKnown(commands: readonly SentCommand[]): readonly SentCommand[] {
    if (this.tooNew.size === 0) return commands;
    return commands.map((command) => (this.tooNew.has(command.commandId) ? { ...command, v: 99 } : command));
  }

  /** As server/bundles.ts does: the key of the device that is named in it says whether the signature holds. */
  async relay(sender: Sender, bundle: Bundle): Promise<RelayResponse> {
    const response = await this.#relayed(sender, bundle);
    const word = response.result === 'refused' ? response.code : response.result;
    this.#parts.outcomes.add(`answer_relay_${word}`);
    return response;
  }

  async #relayed(sender: Sender, bundle: Bundle): Promise<RelayResponse> {
    this.#session(sender);
    const { deviceId, personId } = bundle;
    if (!this.store.devices.has(deviceId)) return { result: 'unknown_device' };
    if (signatureOf(deviceId, bundleText(bundle)) !== bundle.signature) {
      return { result: 'refused', code: 'wrong_signature' };
    }
    const known = { ...bundle, commands: this.#asKnown(bundle.commands) };
    const [from, pushes, alone] = [this.#seq(bundle.committeeId), this.#pushes, this.#underWay === 0];
    const isRevoked = (): boolean => this.store.devices.get(deviceId)?.state === 'revoked';
    const wasRevoked = isRevoked();
    const response = await this.#handled(() => this.engine.relay(known, { deviceId, personId }));
    if (response.result !== 'taken' && response.result !== 'waiting') return response;
    this.#answers.checkTaken(bundle, response.result);
    const { row } = this.store.committee(bundle.committeeId);
    const isOfNow = bundle.epoch === null || bundle.epoch === row.epoch;
    if (isRevoked()) {
      this.#parts.outcomes.add('bundle_of_revoked');
      if (wasRevoked) this.#answers.checkRefused(bundle, from); // else it may have been revoked behind the decision
    } else if (!isOfNow && alone && this.#pushes === pushes)
      this.#answers.checkHealing(bundle.committeeId, from, bundle.commands.filter(mayBeApplied));
    return response;
  }

  async pull(sender: Sender, request: PullRequest): Promise<PullAnswer> {
    const session = this.#session(sender);
    const from = this.#seq(request.committeeId);
    const answer = await this.#handled(() => this.engine.pull(session, request));
    this.#parts.outcomes.add(`answer_pull_${'code' in answer ? answer.code : answer.next ? 'page' : 'last'}`);
    if (!('code' in answer)) this.#answers.checkSight(request.committeeId, session.personId, from, answer);
    if (!('code' in answer) && answer.next !== undefined) {
      this.#parts.betweenPages(request.committeeId, session.personId);
    }
    if (!('code' in answer) && answer.last !== undefined) {
      const { outcomes, ackDeviceSeq } = answer.last;
      this.#answers.check(request.committeeId, session, { outcomes, deviceSeq: ackDeviceSeq });
      this.#answers.checkToldAnew(request, session, outcomes);
    }
    return answer;
  }

  /** What the route does with an error: a 500, after which the phone knows nothing. */
  async #handled<T>(handle: () => Promise<T>): Promise<T> {
    try {
      return await handle();
    } catch (error) {
      if (error instanceof OtherDevice) {
        this.#parts.outcomes.add('answer_other_device');
        throw new SignedOut('signed out'); // as the route's 401
      }
      this.#mustPass(error);
      this.#parts.outcomes.add('answer_500');
      throw new Unreachable('500');
    }
  }

  #mustPass(error: unknown): void {
    if (!(error instanceof Transient)) this.#parts.report('bug', `the server threw ${String(error)}`);
  }

  #seq(committeeId: string): number {
    return this.store.committees.get(committeeId)?.row.seq ?? 0;
  }

  async blobOffset(sender: Sender, committeeId: string, sha256: string): Promise<number | 'stored'> {
    this.#session(sender);
    const offset = this.photos.offset(committeeId, sha256);
    return offset === 'stored' ? this.#recordStored(committeeId, sha256) : offset;
  }

  async blobSend(sender: Sender, part: BlobPart): Promise<number | 'stored' | 'mismatch' | 'refused'> {
    this.#session(sender);
    const reached = this.photos.take(part);
    return reached === 'stored' ? this.#recordStored(part.committeeId, part.sha256) : reached;
  }

  async #recordStored(committeeId: string, sha256: string): Promise<'stored'> {
    const size = this.photos.bytes(committeeId, sha256)?.byteLength ?? 0;
    const kept = await this.#handled(() => this.engine.recordStoredPhoto(committeeId, sha256, size));
    if (!kept) this.photos.destroy(committeeId, [sha256]);
    return 'stored';
  }

  async blobGet(sender: Sender, committeeId: string, sha256: string, shownBy: RowKey): Promise<ArrayBuffer> {
    const { personId } = this.#session(sender);
    const from = this.#seq(committeeId);
    const ask = (snapshot: ServerSnapshot) => showsPhoto(snapshot, committeeId, personId, sha256, shownBy);
    const shown = await this.#handled(() => this.store.read(ask));
    const bytes = shown ? this.photos.bytes(committeeId, sha256) : undefined;
    this.#parts.outcomes.add(`answer_photo_${bytes === undefined ? 'not_here' : 'given'}`);
    if (bytes === undefined) throw new Unreachable('404');
    this.#answers.checkPhoto(committeeId, personId, from, { sha256, shownBy });
    return bytes;
  }
}

const wasApplied = ({ was }: SentCommand): boolean => was?.outcome === 'applied';
/** Of a bundle of another epoch, that does not say otherwise. */
const mayBeApplied = (command: SentCommand): boolean => command.was === undefined || wasApplied(command);

// P6, written a second time.
const faultsMax = 20;
const faultWindowMs = 5 * 60_000;

const deadFaults: ServerFaults = {
  later: () => undefined,
  at: () => 'crash',
};
