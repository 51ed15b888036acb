/** Every answer of the server against what is really committed, and against who may see what at that moment. */
import type { PullAnswer } from '../../src/sync/ports.ts';
import type { Outcome, PushResponse } from '../../src/sync/protocol.ts';
import type { LogOracle, Report } from './logOracle.ts';
import type { MemoryServerStore } from './memoryServerStore.ts';
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

  /** I12, and that nothing is told before it is committed. */
  check(committeeId: string, deviceId: string, answer: Pick<PushResponse, 'deviceSeq' | 'outcomes'>): void {
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
      }
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
}

function sameOutcome(entry: { hash: string; outcome: string; code: string | null }, outcome: Outcome): boolean {
  return entry.hash === outcome.hash && entry.outcome === outcome.outcome && entry.code === (outcome.code ?? null);
}
