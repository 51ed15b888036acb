/** A command is a pure function: the phone runs it at once, the server decides, the phone replays the rest.
 *  `run` reads and writes rows synchronously through a transaction over memory (D4). */
import type * as v from 'valibot';
import type { Access } from './access.ts';
import type { RejectionCode } from './rejections.ts';
import type { IsoInstant, RowIndex, Rows, RowType } from './rows.ts';

export type RowKey = `${RowType}/${string}`;
export const rowKey = (type: RowType, id: string): RowKey => `${type}/${id}`;
export function splitKey(key: RowKey): { readonly type: RowType; readonly id: string } {
  const slash = key.indexOf('/');
  return { type: key.slice(0, slash) as RowType, id: key.slice(slash + 1) };
}

/** What a command sees of the rows. `undefined` means: there is no such row (or it is not visible here). */
export interface Tx {
  get<T extends RowType>(type: T, id: string): Rows[T] | undefined;
  list<T extends RowType>(type: T, index: RowIndex<T>, key: string): readonly Rows[T][];
  put<T extends RowType>(type: T, row: Rows[T]): void;
  /** The row, or `NotYet`: the command is held until that row arrives (D2). */
  mustOrWait<T extends RowType>(type: T, id: string): Rows[T];
}

export interface Context {
  readonly commandId: string;
  readonly committeeId: string;
  readonly actor: Access;
  readonly at: IsoInstant; // for display only: the server's estimate of when it was done; never order or identity
}

export type Params = Readonly<Record<string, string | number>>; // ids, versions and cents only (D11)

/** The only thing that may use up a command. Any other error is our bug or passes by itself. */
export class Rejection extends Error {
  readonly code: RejectionCode;
  readonly params: Params;
  constructor(code: RejectionCode, params: Params = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** A prerequisite has not arrived yet: held as `waits_for`, re-driven by the server when `key` is written. */
export class NotYet extends Error {
  readonly key: RowKey;
  constructor(key: RowKey) {
    super(`waits for ${key}`);
    this.key = key;
  }
}

export interface Command<Name extends string = string, Args = unknown> {
  readonly name: Name;
  readonly v: number;
  /** What makes the arguments of version n + 1 out of those of version n, for every n below `v`. Phones come back after
   *  months, so a step that was released is never changed or taken away. */
  readonly older?: Readonly<Record<number, (args: unknown) => unknown>>;
  readonly schema: v.GenericSchema<unknown, Args>;
  /** Preload hint and, for held commands, what later commands may depend on (D4, D5). */
  readonly touches: (args: Args) => readonly RowKey[];
  readonly run: (tx: Tx, args: Args, ctx: Context) => void;
}

export function defineCommand<const Name extends string, Args>(command: Command<Name, Args>): Command<Name, Args> {
  return command;
}
