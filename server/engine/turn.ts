/** One transaction's work on one committee, under its lock: rows in memory, the next place in the log, what is held. */
import { photosOf, scopeOf, showsPhotos } from '../../src/domain/access.ts';
import { type RowKey, rowKey, splitKey } from '../../src/domain/command.ts';
import { currentBody, shapeVersion } from '../../src/domain/rowShapes.ts';
import type { Person, Row, RowType } from '../../src/domain/rows.ts';
import { type RowSource, type RowWrite, WorkingSet } from '../../src/domain/run.ts';
import { type Standing, standingOf } from './access.ts';
import { sealEntry } from './chain.ts';
import {
  type CommitteeRow,
  type EnginePorts,
  type HeldRow,
  type ServerRowRecord,
  type ServerTx,
  type StoredLogEntry,
  Transient,
} from './ports.ts';
import { touchesOf } from './touches.ts';

/** An entry before the log gives it a number, a time and its hashes. */
export type Draft = Omit<
  StoredLogEntry,
  'seq' | 'serverTime' | 'payloadDigest' | 'prevHash' | 'hash' | 'salt' | 'effects'
> & { readonly writes: readonly RowWrite[] };

/** What a turn did that others are told of, once it is committed. */
interface News {
  readonly committeeId: string;
  readonly grownTo: number; // 0: the log did not grow
  readonly destroyedPhotos: readonly string[];
  readonly erasedPeople: readonly string[];
}
const nothingNew: News = { committeeId: '', grownTo: 0, destroyedPhotos: [], erasedPeople: [] };

/** All work on a committee goes through here: one transaction, and once it is committed the word to others about what came
 *  of it. Undefined when there is no such committee. */
export async function inTurn<T>(
  ports: EnginePorts,
  committeeId: string,
  body: (turn: Turn) => Promise<T>,
): Promise<T | undefined> {
  return inTurns(ports, [committeeId], async (turns) => {
    const turn = turns.get(committeeId);
    return turn && body(turn);
  });
}

/** The same for what is about several committees at once: it happens in all of them, or in none. One that does not exist has
 *  no turn. Locked in one order by everybody, so that nobody waits for ever. */
export async function inTurns<T>(
  ports: EnginePorts,
  committeeIds: readonly string[],
  body: (turns: ReadonlyMap<string, Turn>) => Promise<T>,
): Promise<T> {
  let news: News[] = [];
  const result = await ports.store.write(async (tx) => {
    const turns = new Map<string, Turn>();
    for (const id of [...committeeIds].sort()) {
      const turn = await Turn.begin(ports, tx, id);
      if (turn !== undefined) turns.set(id, turn);
    }
    const value = await body(turns);
    news = [];
    for (const turn of turns.values()) news.push(await turn.end());
    return value;
  });
  for (const one of news) tell(ports, one);
  return result;
}

function tell(ports: EnginePorts, { committeeId, grownTo, destroyedPhotos, erasedPeople }: News): void {
  for (const personId of erasedPeople) ports.nameErased(committeeId, personId);
  if (grownTo > 0) ports.poke(committeeId, grownTo);
  if (destroyedPhotos.length > 0) ports.photosDestroyed(committeeId, destroyedPhotos);
}

export class Turn {
  readonly ports: EnginePorts;
  readonly tx: ServerTx;
  /** Rows that were written in this turn: what waits for one of them can go on. */
  readonly written = new Set<RowKey>();
  /** Photos whose bytes may go once this is committed; asked again then, for an attempt may have been taken back. */
  readonly destroyedPhotos: string[] = [];
  /** Photos that rows of the last entry showed before it and do not show any more. */
  dropped: readonly string[] = [];
  /** People whose name is erased in this turn. */
  readonly erasedPeople: string[] = [];
  committee: CommitteeRow;
  held: readonly HeldRow[];
  rows: WorkingSet;
  #records = new Map<RowKey, ServerRowRecord | null>();
  #standings = new Map<string, Standing>();
  #lastSeqs = new Map<string, number>();
  readonly #lastSeqsBefore = new Map<string, number>();
  readonly #seqBefore: number;

  private constructor(ports: EnginePorts, tx: ServerTx, committee: CommitteeRow, held: readonly HeldRow[]) {
    this.ports = ports;
    this.tx = tx;
    this.committee = committee;
    this.#seqBefore = committee.seq;
    this.held = held;
    this.rows = new WorkingSet(this.#source);
  }

  static async begin(ports: EnginePorts, tx: ServerTx, committeeId: string): Promise<Turn | undefined> {
    const committee = await tx.lockCommittee(committeeId);
    return committee && new Turn(ports, tx, committee, await tx.openHeld(committeeId));
  }

  /** Writes what moved forward. Answers what others are told of once that is committed. */
  async end(): Promise<News> {
    for (const [deviceId, seq] of this.#lastSeqs) {
      if (seq !== this.#lastSeqsBefore.get(deviceId)) {
        await this.tx.saveLastDeviceSeq(this.committee.id, deviceId, seq);
      }
    }
    const { id, seq } = this.committee;
    if (seq === this.#seqBefore) return nothingNew;
    await this.tx.saveCommittee(this.committee);
    const { destroyedPhotos, erasedPeople } = this;
    return { committeeId: id, grownTo: seq, destroyedPhotos, erasedPeople };
  }

  async lastSeq(deviceId: string): Promise<number> {
    const known = this.#lastSeqs.get(deviceId);
    if (known !== undefined) return known;
    const seq = await this.tx.lastDeviceSeq(this.committee.id, deviceId);
    this.#lastSeqs.set(deviceId, seq);
    this.#lastSeqsBefore.set(deviceId, seq);
    return seq;
  }

  advance(deviceId: string, seq: number): void {
    this.#lastSeqs.set(deviceId, seq);
  }

  async standing(personId: string): Promise<Standing> {
    const known = this.#standings.get(personId);
    if (known !== undefined) return known;
    const standing = await standingOf(this.tx, this.committee, personId);
    this.#standings.set(personId, standing);
    return standing;
  }

  async exists(key: RowKey): Promise<boolean> {
    return (await this.body(key)) !== undefined;
  }

  async body(key: RowKey): Promise<Row | undefined> {
    await this.#load([key]);
    const record = this.#records.get(key);
    return record == null ? undefined : currentBody(record);
  }

  /** Runs `body` behind a savepoint: when it throws, nothing of it stays in the database nor in memory. */
  async attempt<T>(body: () => Promise<T>): Promise<T> {
    const { committee, held } = this;
    const lastSeqs = new Map(this.#lastSeqs);
    const written = [...this.written];
    const erased = this.erasedPeople.length;
    const savepoint = await this.tx.savepoint();
    try {
      const result = await body();
      await savepoint.release();
      return result;
    } catch (error) {
      if (error instanceof Transient) throw error; // the whole transaction goes
      await savepoint.rollback();
      this.committee = committee;
      this.held = held;
      this.#lastSeqs = lastSeqs;
      this.written.clear();
      for (const key of written) this.written.add(key);
      this.erasedPeople.splice(erased);
      this.#forgetRows();
      throw error;
    }
  }

  async append({ writes, ...draft }: Draft): Promise<StoredLogEntry> {
    const { ports, tx, committee } = this;
    const seq = committee.seq + 1;
    const entry = sealEntry(ports.sha256, committee.head, ports.newId(), {
      ...draft,
      seq,
      effects: writes,
      serverTime: new Date(ports.now()).toISOString(),
    });
    const records = writes.map((write): ServerRowRecord => recordOf(write, seq));
    const moves = records.flatMap(({ type, id, scope }) => {
      const before = this.#records.get(rowKey(type, id));
      return before && before.scope !== scope ? [{ type, id, scope: before.scope, v: seq }] : [];
    });
    this.dropped = records.flatMap((record) => droppedBy(record, this.#records.get(rowKey(record.type, record.id))));
    await tx.addLog(committee.id, [entry]);
    if (entry.outcome === 'rejected' && (await this.#namesErased(touchesOf(entry)))) {
      await tx.erasePayloads(committee.id, entry.settles === null ? [seq] : [entry.settles, seq]);
    }
    if (records.length > 0) await tx.putRows(committee.id, records);
    if (moves.length > 0) await tx.addScopeMoves(committee.id, moves);
    for (const record of records) this.#wrote(record);
    this.committee = { ...committee, seq, head: entry.hash };
    return entry;
  }

  /** What was refused because a name was erased would keep that name in the log (L6). */
  async #namesErased(touches: readonly RowKey[]): Promise<boolean> {
    for (const key of touches) {
      if (splitKey(key).type !== 'person') continue;
      if (((await this.body(key)) as Person | undefined)?.erasedOn !== undefined) return true;
    }
    return false;
  }

  /** A row that the server itself writes, outside any command. */
  writeRow(type: RowType, body: Row): RowWrite {
    this.rows.write(type, body);
    return { type, id: body.id, body };
  }

  async hold(held: HeldRow): Promise<void> {
    await this.tx.addHeld(this.committee.id, held);
    this.held = [...this.held.filter(({ seq }) => seq !== held.seq), held].sort((a, b) => a.seq - b.seq);
  }

  async unhold(seq: number): Promise<void> {
    await this.tx.removeHeld(this.committee.id, seq);
    this.held = this.held.filter((held) => held.seq !== seq);
  }

  /** The working set asks here for what it lacks; what comes by is remembered with its version and scope. */
  readonly #source: RowSource = {
    get: async (keys) => {
      await this.#load(keys);
      return keys.map((key) => {
        const record = this.#records.get(key);
        return record == null ? null : currentBody(record);
      });
    },
    list: async (type, index, key) => {
      const records = await this.tx.list(this.committee.id, type, index, key);
      for (const record of records) this.#records.set(rowKey(record.type, record.id), record);
      return records.map(currentBody);
    },
  };

  async #load(keys: readonly RowKey[]): Promise<void> {
    const missing = keys.filter((key) => !this.#records.has(key));
    if (missing.length === 0) return;
    const records = await this.tx.rows(this.committee.id, missing);
    missing.forEach((key, n) => {
      this.#records.set(key, records[n] ?? null);
    });
  }

  #wrote(record: ServerRowRecord): void {
    const key = rowKey(record.type, record.id);
    this.#records.set(key, record);
    this.written.add(key);
    if (record.type === 'member' || record.type === 'committee') this.#standings.clear();
  }

  #forgetRows(): void {
    this.rows = new WorkingSet(this.#source);
    this.#records = new Map();
    this.#standings = new Map();
  }
}

function recordOf({ type, id, body }: RowWrite, seq: number): ServerRowRecord {
  return { type, id, scope: scopeOf(type, body as never), v: seq, sv: shapeVersion(type), body };
}

function droppedBy({ type, body }: ServerRowRecord, before: ServerRowRecord | null | undefined): readonly string[] {
  if (before == null || !showsPhotos(type)) return [];
  const shown = new Set(photosOf(type, body));
  return photosOf(type, currentBody(before)).filter((sha256) => !shown.has(sha256));
}
