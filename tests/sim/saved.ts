/** I2: what was called saved is on its phone, with somebody who carries it, or in the log, at every moment; at the end it
 *  is in the log. */
import type { SentCommand } from '../../src/sync/protocol.ts';
import { type Device, isArchived } from './device.ts';
import type { Report } from './logOracle.ts';
import type { ServerHost } from './serverHost.ts';

interface SavedCommand {
  readonly device: Device;
  readonly committeeId: string;
  readonly name: string;
}

export class Saved {
  readonly #host: ServerHost;
  readonly #report: Report;
  readonly #open = new Map<string, SavedCommand>(); // not seen in the log yet
  readonly #logged = new Map<string, SavedCommand>();
  /** Their phone lost its storage: only others have them. */
  readonly #orphans = new Set<string>();
  readonly #devices: readonly Device[];

  constructor(host: ServerHost, devices: readonly Device[], report: Report) {
    this.#host = host;
    this.#devices = devices;
    this.#report = report;
  }

  add(commandId: string, command: SavedCommand): void {
    this.#open.set(commandId, command);
  }

  /** The phone that made it; undefined when nobody can look there any more. */
  madeBy(commandId: string): Device | undefined {
    if (this.#orphans.has(commandId)) return undefined;
    return (this.#logged.get(commandId) ?? this.#open.get(commandId))?.device;
  }

  /** The server forgot: everything is looked for again. */
  lookAgain(): void {
    for (const [commandId, command] of this.#logged) this.#open.set(commandId, command);
    this.#logged.clear();
  }

  /** What the browser threw away together with its storage is lost (docs/reliability.md); answers how many that were. */
  evicted(device: Device): number {
    for (const [commandId, { device: maker }] of this.#open) if (maker === device) this.#orphans.add(commandId);
    for (const [commandId, { device: maker }] of this.#logged) if (maker === device) this.#logged.delete(commandId);
    return this.#forgetLost();
  }

  /** A carrier lost what it was not yet told to have. */
  lostPower(): void {
    this.#forgetLost();
  }

  #forgetLost(): number {
    let lost = 0;
    for (const commandId of this.#orphans) {
      const command = this.#open.get(commandId);
      if (command === undefined || this.#isElsewhere(commandId, command.committeeId)) continue;
      this.#open.delete(commandId);
      lost += 1;
    }
    return lost;
  }

  /** With the server, or on a phone that took it in. */
  #isElsewhere(commandId: string, committeeId: string): boolean {
    const isIt = (sent: SentCommand): boolean => sent.commandId === commandId && !isTampered(sent);
    const carries = ({ db }: Device): boolean =>
      db
        .plain('relay')
        .where('committeeId', committeeId)
        .some(({ bundle }) => bundle.commands.some(isIt));
    return this.#host.store.holds(committeeId, commandId) || this.#devices.some(carries);
  }

  /** `mayWait`: at the end too this phone's work of this committee may be on the phone alone. */
  check(where: 'anywhere' | 'log', mayWait: (device: Device, committeeId: string) => boolean = () => false): void {
    for (const [commandId, command] of this.#open) {
      const { device, committeeId, name } = command;
      if (this.#host.store.committee(committeeId).byCommand.has(commandId)) {
        this.#open.delete(commandId);
        this.#logged.set(commandId, command);
        continue;
      }
      const isOrphan = this.#orphans.has(commandId);
      const outbox = device.db.plain('outbox');
      const here = isOrphan
        ? this.#isElsewhere(commandId, committeeId)
        : outbox.count('commandId', commandId) > 0 || isArchived(device, committeeId, commandId);
      if (!here || (where === 'log' && !isOrphan && !mayWait(device, committeeId))) {
        this.#report(
          'I2',
          `${device.name}: ${name} ${commandId} was called saved and is ${here ? 'not in the log' : 'nowhere'}`,
        );
      }
    }
  }
}

const isTampered = ({ args }: SentCommand): boolean => (args as { tampered?: unknown }).tampered !== undefined;
