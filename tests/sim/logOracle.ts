/** Reads a committee's log from its first entry and knows from it alone what must be true: rows, rights, money, order.
 *  Shares no code with the server's engine. */
import { hash } from 'node:crypto';
import type { StoredLogEntry } from '../../server/engine/ports.ts';
import type { Params, RowKey } from '../../src/domain/command.ts';
import { type CommandName, mayRun } from '../../src/domain/permissions.ts';
import type { Member, Role, Row, Rows, RowType } from '../../src/domain/rows.ts';
import type { CommitteeData } from './committeeData.ts';
import { maySee, type Person } from './sight.ts';

export type Report = (invariant: string, message: string) => void;
export const alarmText = (code: string, details: Params): string => `${code} ${JSON.stringify(details)}`;

export interface Version {
  readonly v: number;
  readonly body: Row;
  /** Its part of the digest, once somebody asked. */
  sum?: readonly [number, number];
}
interface History {
  readonly type: RowType;
  readonly id: string;
  readonly versions: Version[];
}
export interface Rights {
  readonly from: number; // seq
  readonly person: Person | null; // null: no member (any more)
}

/** What somebody saw of a log. */
export interface Place {
  readonly seq: number;
  readonly hash: string | null;
}

export class LogOracle {
  readonly committeeId: string;
  readonly epoch: string;
  readonly histories = new Map<RowKey, History>();
  readonly rights = new Map<string, Rights[]>(); // by person, oldest first
  /** Last entry of each command: what its outcome is now. */
  readonly outcomes = new Map<string, StoredLogEntry>();
  readonly entries: StoredLogEntry[] = []; // entries[seq - 1]
  seq = 0;
  head = '';
  /** How long the log was when its epoch began; 0 where the server went back without noticing. */
  #bornAt: number | undefined;
  readonly #report: Report;
  readonly #deviceSeqs = new Map<string, Set<number>>();

  constructor(committeeId: string, epoch: string, report: Report, wentBackUnnoticed = false) {
    if (wentBackUnnoticed) this.#bornAt = 0;
    this.committeeId = committeeId;
    this.epoch = epoch;
    this.#report = report;
  }

  /** Takes in what was committed since the last look. */
  follow(data: CommitteeData): void {
    const { log, row } = data;
    if (row.seq < this.seq || log.length !== row.seq) {
      this.#report('I3', `log has ${log.length} entries, committee says ${row.seq}, seen before ${this.seq}`);
    }
    while (this.seq < log.length) {
      const entry = log[this.seq];
      if (entry === undefined) {
        this.#report('I3', `hole in the log at ${this.seq + 1}`);
        return;
      }
      this.#takeIn(data.before.get(entry.hash) ?? entry, data.held);
    }
    this.#bornAt ??= this.seq;
    if (row.head !== this.head) this.#report('I4', `head ${row.head} is not the hash of entry ${this.seq}`);
  }

  #takeIn(entry: StoredLogEntry, held: CommitteeData['held']): void {
    this.#checkChain(entry);
    this.#checkOnce(entry);
    this.#checkActor(entry);
    this.#checkFaultsOfOurs(entry, held);
    this.seq += 1;
    this.entries.push(entry);
    this.head = entry.hash;
    this.outcomes.set(entry.commandId, entry);
    if (entry.outcome !== 'applied' && entry.effects.length > 0) {
      this.#report('I10', `entry ${entry.seq} is ${entry.outcome} and has effects`);
    }
    if ((entry.args as { tampered?: unknown }).tampered !== undefined) {
      this.#report('H1', `entry ${entry.seq} is not what its author saved`);
    }
    for (const { type, id, body } of entry.effects) this.#fold(entry.seq, type, id, body);
  }

  #checkChain(entry: StoredLogEntry): void {
    const { seq, commandId, deviceId, deviceSeq, actorId, role, name, v, payloadDigest, outcome, code, serverTime } =
      entry;
    if (seq !== this.seq + 1) this.#report('I3', `entry ${seq} follows ${this.seq}`);
    if (entry.prevHash !== this.head) this.#report('I4', `entry ${seq} does not follow the head before it`);
    const hashed = {
      ...{ actorId, code, commandId, deviceId, deviceSeq, name, outcome, payloadDigest, role, seq, serverTime, v },
    };
    if (hash('sha256', entry.prevHash + sortedJson(hashed)) !== entry.hash) this.#report('I4', `hash of entry ${seq}`);
    const payload = { args: entry.args, effects: entry.effects, params: entry.params };
    if (entry.salt !== null && hash('sha256', entry.salt + sortedJson(payload)) !== payloadDigest) {
      this.#report('I4', `payload of entry ${seq}`);
    }
  }

  #checkOnce(entry: StoredLogEntry): void {
    const before = this.outcomes.get(entry.commandId);
    if (entry.settles === null) {
      if (before !== undefined) this.#report('I1', `command ${entry.commandId} is twice in the log`);
      const numbers = this.#deviceSeqs.get(entry.deviceId) ?? new Set();
      this.#deviceSeqs.set(entry.deviceId, numbers);
      if (numbers.has(entry.deviceSeq)) this.#report('I1', `${entry.deviceId} has number ${entry.deviceSeq} twice`);
      numbers.add(entry.deviceSeq);
    } else if (before?.seq !== entry.settles || before.outcome !== 'held' || entry.outcome === 'held') {
      this.#report('I12', `entry ${entry.seq} settles ${entry.settles}, which was not waiting`);
    } else if (
      entry.settles <= (this.#bornAt ?? 0) &&
      entry.outcome === 'rejected' &&
      entry.code !== 'dropped_by_chair'
    ) {
      // It waited when the epoch began, so it may have been carried out in the one before.
      this.#report('H15', `entry ${entry.settles} waited since a former epoch, and is refused as ${entry.code}`);
    }
  }

  /** P8, V1: in the log is who takes part or did, and carried out is what that person might do at that very moment. */
  #checkActor({ seq, deviceId, actorId, role, name, outcome, code }: StoredLogEntry): void {
    if (deviceId === 'server') return;
    const rights = this.rightsAt(actorId, seq - 1);
    if (rights === undefined && this.rights.size > 0) this.#report('P8', `entry ${seq} is of ${actorId}, a stranger`);
    const must = rights === undefined ? 'founder' : (rights.person?.role ?? 'removed');
    if (role !== must && code !== 'dropped_by_chair') {
      this.#report('V1', `entry ${seq} (${name}) is of a ${role}, who was ${must} then`);
    }
    const may = must !== 'removed' && mayRun(must as Role, name as CommandName);
    if (outcome === 'applied' && !may) this.#report('V1', `entry ${seq}: ${name} is not for a ${must}`);
  }

  /** P10: while a command is held for our own fault, no later one of its phone on the same row is carried out, and nobody is
   *  refused for want of the rights that it gives. */
  #checkFaultsOfOurs(entry: StoredLogEntry, held: CommitteeData['held']): void {
    if (entry.settles !== null) return;
    for (const { seq, code, deviceId } of held.values()) {
      const earlier = this.entries[seq - 1];
      // From its beginning: what waited for a row may have failed only when this very entry brought it.
      if (code !== 'server_error' || earlier?.code !== code) continue;
      if (entry.outcome === 'applied' && deviceId === entry.deviceId && shareRow(earlier, entry)) {
        this.#report('P10', `entry ${entry.seq} goes before entry ${seq}, of the same phone and on the same row`);
      }
      if (entry.code === 'not_permitted' && givesRights(earlier, entry)) {
        this.#report('P10', `entry ${entry.seq} lacks the right that entry ${seq} gives`);
      }
    }
  }

  #fold(seq: number, type: RowType, id: string, body: Row): void {
    const key: RowKey = `${type}/${id}`;
    const known = this.histories.get(key);
    if (known === undefined) this.histories.set(key, { type, id, versions: [{ v: seq, body }] });
    else if (known.versions.at(-1)?.v === seq) known.versions[known.versions.length - 1] = { v: seq, body };
    else known.versions.push({ v: seq, body });
    if (type !== 'member') return;
    const { role, proposalIds, active } = body as Member;
    const list = this.rights.get(id) ?? [];
    this.rights.set(id, list);
    list.push({ from: seq, person: active ? { role, proposalIds } : null });
  }

  /** What somebody with these rights sees of the committee when the log is `cursor` long. */
  seenBy(person: Person, cursor: number): Map<RowKey, Version> {
    const seen = new Map<RowKey, Version>();
    for (const [key, history] of this.histories) {
      const version = versionAt(history, cursor);
      if (version !== undefined && maySee(person, history.type, version.body)) seen.set(key, version);
    }
    return seen;
  }

  /** As `seenBy` for one row. */
  seesRow(person: Person, key: RowKey, cursor: number): Version | undefined {
    const history = this.histories.get(key);
    const version = history && versionAt(history, cursor);
    return version !== undefined && maySee(person, history?.type as RowType, version.body) ? version : undefined;
  }

  rightsAt(personId: string, seq: number): Rights | undefined {
    return this.rights.get(personId)?.findLast(({ from }) => from <= seq);
  }

  now<T extends RowType>(type: T): Rows[T][] {
    const rows: Rows[T][] = [];
    for (const history of this.histories.values()) {
      if (history.type === type) rows.push((history.versions.at(-1) as Version).body as Rows[T]);
    }
    return rows;
  }

  /** I5 and the numbers of I1: the whole row table against the fold. Dear; now and then. */
  checkTables(data: CommitteeData): void {
    if (data.rows.size !== this.histories.size) {
      this.#report('I5', `${data.rows.size} rows in the table, ${this.histories.size} in the log`);
    }
    for (const [key, { versions }] of this.histories) {
      const last = versions.at(-1) as Version;
      const row = data.rows.get(key);
      const equal = sameJson(row?.body, last.body);
      if (row?.v !== last.v || !equal) {
        this.#report('I5', `row ${key} is not what the log says`);
      }
    }
    for (const person of this.now('person')) {
      if (person.erasedOn === undefined) continue;
      for (const entry of data.log) {
        if (!data.held.has(entry.seq) && holdsName(entry, person.id)) {
          this.#report('L6', `entry ${entry.seq} (${entry.name}) holds the name of ${person.id}, which was erased`);
        }
      }
    }
    for (const [deviceId, last] of data.lastDeviceSeq) {
      for (let number = 1; number <= last; number += 1) {
        if (this.#deviceSeqs.get(deviceId)?.has(number) || data.aliases.has(`${deviceId} ${number}`)) continue;
        this.#report('I1', `${deviceId} lacks number ${number} of ${last}`);
      }
    }
  }
}

const neverFrozen = /^(committee|budgetYear|member|meeting)\//;
const shareRow = (one: StoredLogEntry, other: StoredLogEntry): boolean =>
  one.touches.some((key) => !neverFrozen.test(key) && other.touches.includes(key));

/** A founding gives nothing more to who founded from another phone meanwhile. */
function givesRights({ name, actorId, args }: StoredLogEntry, refused: StoredLogEntry): boolean {
  if (name === 'committee.found') return actorId === refused.actorId && refused.role === 'founder';
  return /^member[.](add|changeRole)$/.test(name) && (args as { personId?: unknown }).personId === refused.actorId;
}

/** Written a second time, by the commands that give a name. */
function holdsName({ name, salt, actorId, args, effects }: StoredLogEntry, personId: string): boolean {
  if (salt === null) return false;
  if (effects.some(({ type, id, body }) => type === 'person' && id === personId && !('erasedOn' in body))) return true;
  if (name === 'committee.found') return actorId === personId;
  return (name === 'member.add' || name === 'person.rename') && (args as { personId?: unknown }).personId === personId;
}

function versionAt({ versions }: History, cursor: number): Version | undefined {
  let n = versions.length - 1;
  while (n >= 0 && (versions[n] as Version).v > cursor) n -= 1;
  return versions[n];
}

/** JSON with sorted keys: written a second time, so that the chain does not rest on one function. */
export function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => sortedJson(item ?? null)).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  let text = '';
  for (const key of Object.keys(value).sort()) {
    const field = (value as Readonly<Record<string, unknown>>)[key];
    if (field !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${sortedJson(field)}`;
  }
  return `{${text}}`;
}

/** Whether `sortedJson` of both is the same text, without writing it: screens are compared by the thousand. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, n) => sameJson(item ?? null, b[n] ?? null));
  }
  const other = b as Readonly<Record<string, unknown>>;
  for (const [name, field] of Object.entries(a)) if (!sameJson(field, other[name])) return false;
  return Object.keys(b).every((name) => other[name] === undefined || Object.hasOwn(a, name));
}
