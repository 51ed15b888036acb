/** Runs own commands on the phone, to show what they do and to say what the server will probably answer (D3). */
import type { Access } from '../domain/access.ts';
import { type Params, Rejection, type RowKey, rowKey } from '../domain/command.ts';
import { authorize, upcast } from '../domain/commands/index.ts';
import { type RejectionCode, rejections } from '../domain/rejections.ts';
import type { Member } from '../domain/rows.ts';
import { type RowSource, type RowWrite, WorkingSet } from '../domain/run.ts';
import type { SentCommand } from './protocol.ts';

export type Forecast =
  | { readonly kind: 'expected'; readonly writes: readonly RowWrite[] }
  | { readonly kind: 'doubtful'; readonly code: string; readonly params: Params; readonly final: boolean };

export class Forecaster {
  readonly #set: WorkingSet;
  readonly #source: RowSource;
  readonly #committeeId: string;
  readonly #access: Access;
  #self: Member | null | undefined;

  constructor(source: RowSource, committeeId: string, access: Access) {
    this.#set = new WorkingSet(source);
    this.#source = source;
    this.#committeeId = committeeId;
    this.#access = access;
  }

  /** Throws only for our own bugs and for what the database throws; then nothing of the command stays in memory. */
  async run(command: Pick<SentCommand, 'commandId' | 'name' | 'v' | 'args' | 'clientTime'>): Promise<Forecast> {
    const actor = await this.#actor();
    try {
      const known = upcast(command.name, command.v, command.args);
      if (known === undefined) return { kind: 'doubtful', code: 'unknown_command', params: {}, final: false };
      authorize(actor, known.command, known.args);
      const { commandId } = command;
      const ctx = { commandId, committeeId: this.#committeeId, actor, at: instant(command.clientTime) };
      const result = await this.#set.run(known.command, known.args, ctx);
      if (result.kind === 'rejected') return doubtful(result.code, result.params);
      if (result.kind === 'waits') {
        return { kind: 'doubtful', code: 'waits_for', params: { key: result.key }, final: false };
      }
      this.#follow(result.writes);
      return { kind: 'expected', writes: result.writes };
    } catch (error) {
      if (error instanceof Rejection) return doubtful(error.code, error.params);
      throw error;
    }
  }

  /** Rights that the own member row gives, with own pending commands on top: a founder without a connection goes on as
   *  the chair that `committee.found` made. Who does not see member rows has the rights of the last pull. */
  async #actor(): Promise<Access> {
    if (this.#self === undefined) this.#self = ((await this.#source.get([this.#selfKey]))[0] ?? null) as Member | null;
    const self = this.#self;
    if (self === null || !self.active) return this.#access;
    return { ...this.#access, role: self.role, proposalIds: self.proposalIds };
  }

  #follow(writes: readonly RowWrite[]): void {
    const own = writes.find(({ type, id }) => rowKey(type, id) === this.#selfKey);
    if (own !== undefined) this.#self = own.body as Member;
  }

  get #selfKey(): RowKey {
    return rowKey('member', this.#access.personId);
  }
}

const doubtful = (code: RejectionCode, params: Params): Forecast => ({
  kind: 'doubtful',
  code,
  params,
  final: rejections[code].final,
});

const instantMax = 8.64e15; // ms; what a Date can hold: a phone's clock may say anything

function instant(ms: number): string {
  return new Date(Math.max(0, Math.min(ms, instantMax))).toISOString();
}
