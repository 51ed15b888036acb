/** Every answer of the server against what is really committed, and against who may see what at that moment. */
import type { PullAnswer } from '../../src/sync/ports.ts';
import {
  type Bundle,
  limits,
  type Outcome,
  type PullRequest,
  type PushRequest,
  type PushResponse,
  type SentCommand,
} from '../../src/sync/protocol.ts';
import type { PhotoShown } from './device.ts';
import type { LogOracle, Report } from './logOracle.ts';
import type { MemoryServerStore } from './memoryServerStore.ts';
import type { Session } from './network.ts';
import { maySee } from './sight.ts';

export class AnswerOracle {
  readonly #store: MemoryServerStore;
  readonly #parts: { readonly report: Report; readonly oracleOf: (committeeId: string) => LogOracle };

  constructor(
    store: MemoryServerStore,
    parts: { readonly report: Report; readonly oracleOf: (committeeId: string) => LogOracle },
  ) {
    this.#store = store;
    this.#parts = parts;
  }

  /** I12, that nothing is told before it is committed, and that how a command ended is told to its author alone (I8). */
  check(
    committeeId: string,
    { deviceId, personId }: Session,
    answer: Pick<PushResponse, 'deviceSeq' | 'outcomes'>,
  ): void {
    const data = this.#store.committees.get(committeeId);
    const committed = data?.lastDeviceSeq.get(deviceId) ?? 0;
    const { report } = this.#parts;
    if (answer.deviceSeq > committed)
      report('I1', `told ${deviceId} up to ${answer.deviceSeq}, committed ${committed}`);
    for (const outcome of answer.outcomes) {
      const entry = data?.log[outcome.seq - 1];
      if (entry === undefined) report('I12', `outcome of ${outcome.commandId} is in no log`);
      else if (entry.commandId !== outcome.commandId || !sameOutcome(entry, outcome)) {
        report('I12', `outcome of ${outcome.commandId} is not that of entry ${outcome.seq}`);
      } else if (entry.actorId !== personId) report('I8', `${personId} was told how ${entry.commandId} ended`);
    }
  }

  /** P13: in another epoch than the one that a push names, nothing of it is decided. */
  checkEpoch({ epoch, commands }: PushRequest, answer: PushResponse): void {
    if (epoch === undefined || commands.length > limits.batchCommandsMax) return; // of several batches a first one may be
    if (answer.outcomes.length > 0 && answer.epoch !== epoch) {
      this.#parts.report('P13', `a push of epoch ${epoch} was decided in ${answer.epoch}`);
    }
  }

  /** H14: a phone that knows another epoch is told how each of its commands ended in this one. */
  checkToldAnew({ committeeId, epoch, page }: PullRequest, { deviceId }: Session, outcomes: readonly Outcome[]): void {
    const data = this.#store.committees.get(committeeId);
    if (data === undefined || page !== undefined || epoch === null || epoch === data.row.epoch) return;
    const told = new Set(outcomes.map(({ commandId }) => commandId));
    for (const { commandId, name, seq } of data.byDevice.get(deviceId) ?? []) {
      if (!told.has(commandId)) this.#parts.report('H14', `${name} of entry ${seq} is not told anew to its author`);
    }
  }

  /** P11, H7: what was carried out in a former epoch, or may have been, is not refused in this one. */
  checkHealing(committeeId: string, fromSeq: number, commands: readonly SentCommand[]): void {
    const data = this.#store.committees.get(committeeId);
    for (const { commandId, name } of commands) {
      const entry = data?.byCommand.get(commandId);
      if (entry === undefined || entry.seq <= fromSeq || entry.outcome !== 'rejected') continue;
      this.#parts.report('P11', `${name} of entry ${entry.seq} may have been applied before, now ${entry.code}`);
    }
  }

  /** H8: what a device made that was revoked is on record, and refused. Not what its owner, signed in anew, sent meanwhile
   *  under the name of his next device. */
  checkRefused({ committeeId, deviceId, commands }: Bundle, fromSeq: number): void {
    const data = this.#store.committees.get(committeeId);
    for (const { commandId, name } of commands) {
      const entry = data?.byCommand.get(commandId);
      if (entry === undefined || entry.seq <= fromSeq || entry.code === 'not_permitted') continue;
      if (entry.deviceId !== deviceId) continue;
      this.#parts.report('H8', `${name} of entry ${entry.seq} is ${entry.outcome}, of a device that was revoked`);
    }
  }

  /** I2, H5: who carried a bundle forgets it now, so the server has all of it. */
  checkTaken({ committeeId, commands }: Bundle, result: string): void {
    for (const { commandId, name } of commands) {
      if (this.#store.holds(committeeId, commandId)) continue;
      this.#parts.report('I2', `${name} ${commandId} was brought and called ${result}, and is not on the server`);
    }
  }

  /** I8: nothing goes to somebody who may not see it, by the rights at some moment while the server worked on it. */
  checkSight(
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

  /** I8 for bytes: some row that this person sees at that moment names the photo. */
  checkPhoto(committeeId: string, personId: string, from: number, photo: PhotoShown): void {
    const { oracleOf, report } = this.#parts;
    const log = oracleOf(committeeId);
    const sees = (seq: number): boolean => {
      const person = log.rightsAt(personId, seq)?.person;
      const row = person && log.seesRow(person, photo.shownBy, seq)?.body;
      return row != null && JSON.stringify(row).includes(photo.sha256);
    };
    for (let seq = from; seq <= log.seq; seq += 1) if (sees(seq)) return;
    report('I8', `photo ${photo.sha256.slice(0, 8)} went to ${personId}, to whom ${photo.shownBy} does not show it`);
  }
}

function sameOutcome(entry: { hash: string; outcome: string; code: string | null }, outcome: Outcome): boolean {
  return entry.hash === outcome.hash && entry.outcome === outcome.outcome && entry.code === (outcome.code ?? null);
}
