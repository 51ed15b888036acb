/** I2: what was called saved is on its phone or in the log, at every moment; at the end it is in the log. */
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

  constructor(host: ServerHost, report: Report) {
    this.#host = host;
    this.#report = report;
  }

  add(commandId: string, command: SavedCommand): void {
    this.#open.set(commandId, command);
  }

  /** The phone that made it; undefined when nobody can look there any more. */
  madeBy(commandId: string): Device | undefined {
    return (this.#logged.get(commandId) ?? this.#open.get(commandId))?.device;
  }

  /** The server forgot: everything is looked for again. */
  lookAgain(): void {
    for (const [commandId, command] of this.#logged) this.#open.set(commandId, command);
    this.#logged.clear();
  }

  /** What the browser threw away together with its storage is lost (docs/reliability.md); answers how many that were. */
  evicted(device: Device): number {
    let lost = 0;
    for (const [commandId, { device: maker }] of this.#open) {
      if (maker !== device) continue;
      this.#open.delete(commandId);
      lost += 1;
    }
    for (const [commandId, { device: maker }] of this.#logged) if (maker === device) this.#logged.delete(commandId);
    return lost;
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
      const outbox = device.db.plain('outbox');
      const here = outbox.count('commandId', commandId) > 0 || isArchived(device, committeeId, commandId);
      if (!here || (where === 'log' && !mayWait(device, committeeId))) {
        this.#report(
          'I2',
          `${device.name}: ${name} ${commandId} was called saved and is ${here ? 'not in the log' : 'nowhere'}`,
        );
      }
    }
  }
}
