/** A chair at the town hall's own counter, without a phone: changes somebody's rights at the very moment that a seed picks,
 *  for instance between two pages of that person's pull (F33). Sends again what was not answered, as a phone would. */
import type { RowKey } from '../../src/domain/command.ts';
import type { Role } from '../../src/domain/rows.ts';
import { protocolVersion, type SentCommand } from '../../src/sync/protocol.ts';
import { newUuid } from './desk.ts';
import type { LogOracle, Report } from './logOracle.ts';
import type { Random } from './random.ts';
import type { ServerHost } from './serverHost.ts';

export interface OfficeParts {
  readonly host: ServerHost;
  readonly random: Random;
  readonly report: Report;
  readonly personId: string;
  readonly oracleOf: (committeeId: string) => LogOracle;
}

const roles: readonly Role[] = [
  'member',
  'auditor',
  'district_manager',
  'initiator',
  'treasurer',
  'chair',
  'secretary',
];

export class Office {
  readonly deviceId: string;
  readonly #parts: OfficeParts;
  readonly #unsent = new Map<string, SentCommand>();
  readonly #nextSeq = new Map<string, number>();
  #busy = false;

  constructor(parts: OfficeParts) {
    this.#parts = parts;
    this.deviceId = newUuid(parts.random);
  }

  change(committeeId: string, personId: string): void {
    const { host, oracleOf } = this.#parts;
    const mine = oracleOf(committeeId).rightsAt(this.#parts.personId, Number.POSITIVE_INFINITY)?.person;
    if (this.#busy || !host.isUp() || mine?.role !== 'chair' || personId === this.#parts.personId) return;
    const command = this.#unsent.get(committeeId) ?? this.#command(committeeId, personId);
    this.#unsent.set(committeeId, command);
    void this.#push(committeeId, command);
  }

  async #push(committeeId: string, command: SentCommand): Promise<void> {
    const { host, report } = this.#parts;
    const { personId } = this.#parts;
    const { deviceId } = this;
    this.#busy = true;
    const forget = host.onCrash(() => {
      this.#busy = false;
    });
    const request = { protocol: protocolVersion, app: 'office', deviceId, committeeId, sentAt: 0, commands: [command] };
    const answer = await host.engine.push({ deviceId, personId }, request);
    forget();
    this.#busy = false;
    if (answer.stop === 'gap' || answer.stop === 'forked') report('I1', `the office was told ${answer.stop}`);
    if (answer.outcomes.length > 0) this.#unsent.delete(committeeId);
  }

  #command(committeeId: string, personId: string): SentCommand {
    const { random, oracleOf } = this.#parts;
    const deviceSeq = this.#nextSeq.get(committeeId) ?? 1;
    this.#nextSeq.set(committeeId, deviceSeq + 1);
    const person = oracleOf(committeeId).rightsAt(personId, Number.POSITIVE_INFINITY)?.person;
    const role = random.pick(roles);
    const touches: RowKey[] = [`member/${personId}`];
    const head = { deviceSeq, commandId: newUuid(random), v: 1, touches, clientTime: 0 };
    if (!person && random.chance(0.12)) {
      return { ...head, name: 'person.erase', args: { personId, erasedOn: '2026-03-02' } };
    }
    if (!person) {
      return { ...head, name: 'member.add', args: { personId, name: 'Bram', role, proposalIds: [] } };
    }
    if (random.chance(0.3)) return { ...head, name: 'member.remove', args: { personId } };
    return { ...head, name: 'member.changeRole', args: { personId, role, proposalIds: [], seenRole: person.role } };
  }
}
