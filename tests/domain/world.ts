/** A committee in memory for the tests of the domain: commands run synchronously over rows, waiting ones are run again
 *  when the row that they wait for is written, as the server does it. Independent of src/domain/run.ts on purpose. */
import type { Access } from '../../src/domain/access.ts';
import type { BookRows } from '../../src/domain/audit/bookCheck.ts';
import { type Context, NotYet, Rejection, type RowKey, rowKey, type Tx } from '../../src/domain/command.ts';
import { authorize, type CommandArgs, commands, upcast } from '../../src/domain/commands/index.ts';
import type { CommandName } from '../../src/domain/permissions.ts';
import type { RejectionCode } from '../../src/domain/rejections.ts';
import { type Row, type RowIndex, type Rows, type RowType, rowTypes } from '../../src/domain/rows.ts';

export type Result =
  | { readonly kind: 'applied'; readonly writes: readonly RowKey[] }
  | { readonly kind: 'rejected'; readonly code: RejectionCode; readonly params: object }
  | { readonly kind: 'waits'; readonly key: RowKey };

export interface Sent {
  readonly who: Who;
  readonly name: CommandName;
  readonly v?: number; // the present one unless it says another
  readonly args: unknown;
  readonly commandId: string;
}

interface Held {
  readonly sent: Sent;
  readonly key: RowKey;
}

/** The same name always gives the same UUID, so that a failing test reads the same every time. */
export function uid(name: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (const char of name) {
    a = Math.imul(a ^ char.charCodeAt(0), 0x01000193) >>> 0;
    b = Math.imul(b ^ char.charCodeAt(0), 0x85ebca6b) >>> 0;
  }
  const hex = (n: number): string => n.toString(16).padStart(8, '0');
  return `${hex(a)}-0000-7000-8000-${hex(b)}${hex((a ^ b) >>> 0).slice(0, 4)}`;
}

export const committeeId = uid('committee');
export const people = {
  chair: uid('Annie'),
  secretary: uid('Bas'),
  treasurer: uid('Cor'),
  member: uid('Dina'),
  auditor: uid('Els'),
  district_manager: uid('Frank'),
  initiator: uid('Greet'),
  neighbour: uid('Henk'), // another initiator
  stranger: uid('Ina'), // no member
  system: uid('the server'),
} as const;
export type Who = keyof typeof people;

export class World {
  readonly rows = new Map<RowKey, Row>();
  held: readonly Held[] = []; // oldest first
  readonly outcomes: { readonly sent: Sent; readonly result: Result }[] = [];
  #counter = 0;

  send<N extends CommandName>(who: Who, name: N, args: CommandArgs<N>): Result {
    this.#counter += 1;
    return this.deliver({ who, name, args, commandId: uid(`command ${this.#counter}`) });
  }

  /** Sends what must work; the test stops here when it does not. */
  ok<N extends CommandName>(who: Who, name: N, args: CommandArgs<N>): readonly RowKey[] {
    const result = this.send(who, name, args);
    if (result.kind !== 'applied') throw new Error(`${name} by ${who}: ${JSON.stringify(result)}`);
    return result.writes;
  }

  deliver(sent: Sent): Result {
    const result = this.#runOnce(sent);
    if (result.kind === 'waits') this.held = [...this.held, { sent, key: result.key }];
    if (result.kind === 'applied') this.#redrive(result.writes);
    return result;
  }

  get<T extends RowType>(type: T, id: string): Rows[T] {
    const row = this.rows.get(rowKey(type, id));
    if (row === undefined) throw new Error(`no ${type} ${id}`);
    return row as Rows[T];
  }

  all<T extends RowType>(type: T): readonly Rows[T][] {
    return [...this.rows].filter(([key]) => key.startsWith(`${type}/`)).map(([, row]) => row as Rows[T]);
  }

  copy(): World {
    const copy = new World();
    for (const [key, row] of this.rows) copy.rows.set(key, row);
    copy.held = this.held;
    copy.outcomes.push(...this.outcomes);
    copy.#counter = this.#counter;
    return copy;
  }

  /** All rows as text, to see that nothing was written. */
  text(): string {
    return JSON.stringify(rowTypes.map((type) => this.all(type)));
  }

  #runOnce(sent: Sent): Result {
    const result = this.#judge(sent);
    this.outcomes.push({ sent, result });
    return result;
  }

  #judge(sent: Sent): Result {
    const tx = new MemoryTx(this.rows);
    try {
      const read = upcast(sent.name, sent.v ?? commands[sent.name].v, sent.args);
      if (read === undefined) throw new Error(`unknown command ${sent.name}`);
      const actor = this.accessOf(sent.who);
      authorize(actor, read.command, read.args);
      const ctx: Context = { commandId: sent.commandId, committeeId, actor, at: '2026-03-10T19:00:00.000Z' };
      read.command.run(tx, read.args, ctx);
    } catch (error) {
      if (error instanceof Rejection) return { kind: 'rejected', code: error.code, params: error.params };
      if (error instanceof NotYet) return { kind: 'waits', key: error.key };
      throw error;
    }
    for (const [key, row] of tx.writes) this.rows.set(key, row);
    return { kind: 'applied', writes: [...tx.writes.keys()] };
  }

  /** Those that wait for a row that was written run again, oldest first; what is applied can set others free. */
  #redrive(written: readonly RowKey[]): void {
    for (const waiting of this.held.filter((held) => written.includes(held.key))) {
      if (!this.held.includes(waiting)) continue; // an earlier one in this loop set it free already
      const result = this.#runOnce(waiting.sent);
      const still = result.kind === 'waits' ? [{ ...waiting, key: result.key }] : [];
      this.held = this.held.flatMap((held) => (held === waiting ? still : [held]));
      if (result.kind === 'applied') this.#redrive(result.writes);
    }
  }

  accessOf(who: Who): Access {
    const personId = people[who];
    if (who === 'system') return { personId, role: 'system', proposalIds: [], v: 0 };
    const member = this.rows.get(rowKey('member', personId)) as Rows['member'] | undefined;
    if (member?.active) return { personId, role: member.role, proposalIds: member.proposalIds, v: 1 };
    return { personId, role: 'founder', proposalIds: [], v: 0 }; // may only found
  }
}

class MemoryTx implements Tx {
  readonly writes = new Map<RowKey, Row>();
  readonly #rows: ReadonlyMap<RowKey, Row>;
  constructor(rows: ReadonlyMap<RowKey, Row>) {
    this.#rows = rows;
  }

  get<T extends RowType>(type: T, id: string): Rows[T] | undefined {
    const key = rowKey(type, id);
    return (this.writes.get(key) ?? this.#rows.get(key)) as Rows[T] | undefined;
  }

  list<T extends RowType>(type: T, index: RowIndex<T>, key: string): readonly Rows[T][] {
    const found = new Map<RowKey, Rows[T]>();
    for (const [name, row] of [...this.#rows, ...this.writes]) {
      if (!name.startsWith(`${type}/`)) continue;
      const typed = row as Rows[T];
      if (String(typed[index as keyof Rows[T]]) === key) found.set(name, typed);
      else found.delete(name);
    }
    return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  put<T extends RowType>(type: T, row: Rows[T]): void {
    this.writes.set(rowKey(type, row.id), row);
  }

  mustOrWait<T extends RowType>(type: T, id: string): Rows[T] {
    const row = this.get(type, id);
    if (row === undefined) throw new NotYet(rowKey(type, id));
    return row;
  }
}

/** What lies under the books, for whoever computes them again. */
export const booksOf = (world: World): BookRows => ({
  ...{ lines: world.all('ledgerLine'), proposals: world.all('proposal'), claims: world.all('claim') },
  ...{ payments: world.all('payment'), costs: world.all('organisationCost') },
  ...{ transactions: world.all('bankTransaction'), matches: world.all('bankMatch') },
});
