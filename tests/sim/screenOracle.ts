/** What a phone must show: the rows of the log at its cursor that its person may see, with its own pending commands run
 *  on top, in order (I9, I10, I11, I14, I15). Computed from the log and the outbox alone, without the engine's code; only
 *  the commands themselves are the product's. */
import type { Access } from '../../src/domain/access.ts';
import { NotYet, Rejection, type RowKey, rowKey, type Tx } from '../../src/domain/command.ts';
import { authorize, upcast } from '../../src/domain/commands/index.ts';
import { type Member, type Row, type Rows, type RowType, rowTypes } from '../../src/domain/rows.ts';
import type { CommitteeMeta, OutboxItem } from '../../src/sync/ports.ts';
import { sumOf } from './digestOracle.ts';
import { type LogOracle, type Place, type Report, sameJson, sortedJson, type Version } from './logOracle.ts';
import type { MemoryDatabase } from './memoryDatabase.ts';

/** What stands in the tables of one committee on one phone against what must stand there. */
export function checkScreen(
  db: MemoryDatabase,
  committeeId: string,
  oracleOf: (committeeId: string, epoch: string | null, seen: Place) => LogOracle,
  personId: string,
  report: Report,
): void {
  const meta = db.plain('meta').get(committeeId);
  if (meta === undefined) return;
  if (meta.removed && meta.access !== null) return; // joined again; the first pull brings everything
  const log = oracleOf(committeeId, meta.epoch, { seq: meta.cursor, hash: meta.head });
  const confirmed = confirmedRows(meta, log, personId, report);
  const screen = new Screen(confirmed, log.committeeId);
  const outbox = db.plain('outbox').where('committeeId', log.committeeId);
  // What a restored server asks for again is in the rows already, until the pull that brings the new epoch.
  const askedAgain = ({ was, forecast, writes }: OutboxItem): boolean =>
    was !== undefined && forecast === 'expected' && writes.length === 0;
  const onTop = outbox.filter((item) => !askedAgain(item));
  if (meta.access !== null) for (const item of onTop) screen.replay(item, meta.access, report);
  compareRows(db, log.committeeId, screen, confirmed, report);
  compareShadow(db, log.committeeId, screen, confirmed, report);
  compareCopies(db, log, meta, confirmed, report);
  if (sumOf(confirmed) !== meta.digest) report('I15', `digest at ${meta.cursor} is not that of the confirmed rows`);
}

const nothing: ReadonlyMap<RowKey, Version> = new Map();

function confirmedRows(
  meta: CommitteeMeta,
  log: LogOracle,
  personId: string,
  report: Report,
): ReadonlyMap<RowKey, Version> {
  if (meta.removed || meta.epoch === null || meta.access === null || meta.access.role === 'founder') return nothing;
  const rights = log.rightsAt(personId, meta.cursor);
  if (rights === undefined || rights.person === null) {
    report('I14', `${personId} had no rights at ${meta.cursor} and keeps a cursor`);
    return nothing;
  }
  if (rights.from !== meta.access.v || rights.person.role !== meta.access.role) {
    report('I14', `rights at ${meta.cursor} are version ${rights.from}, the phone has ${meta.access.v}`);
  }
  return log.seenBy(rights.person, meta.cursor);
}

type Runnable = Pick<OutboxItem, 'commandId' | 'name' | 'v' | 'args' | 'clientTime'>;

/** Rows as the commands see them, without the engine's working set. */
export class Screen {
  readonly rows = new Map<RowType, Map<string, Row>>();
  readonly pending = new Set<RowKey>();
  readonly #committeeId: string;
  #writes = new Map<RowKey, Row>();

  constructor(confirmed: ReadonlyMap<RowKey, Version>, committeeId: string) {
    this.#committeeId = committeeId;
    for (const type of rowTypes) this.rows.set(type, new Map());
    for (const [key, { body }] of confirmed) this.#table(key.slice(0, key.indexOf('/')) as RowType).set(body.id, body);
  }

  replay(item: OutboxItem, access: Access, report: Report): void {
    this.#writes = new Map();
    const forecast = this.forecast(item, this.#actor(access)) === 'applies' ? 'expected' : 'doubtful';
    if (forecast === 'doubtful') this.#writes = new Map();
    if (forecast !== item.forecast)
      report('I9', `${item.name} ${item.deviceSeq} is shown as ${item.forecast}, not ${forecast}`);
    for (const [key, body] of this.#writes) {
      this.#table(key.slice(0, key.indexOf('/')) as RowType).set(body.id, body);
      this.pending.add(key);
    }
  }

  /** A founder without a connection goes on as the chair that founding made. */
  #actor(access: Access): Access {
    const self = this.rows.get('member')?.get(access.personId) as Member | undefined;
    if (self === undefined || !self.active) return access;
    return { ...access, role: self.role, proposalIds: self.proposalIds };
  }

  /** What a command would come to on these rows; what it writes stays apart until `replay` takes it over. */
  forecast(item: Runnable, actor: Access): 'applies' | 'waits' | 'refused' {
    const { commandId, name, v, args, clientTime } = item;
    try {
      const known = upcast(name, v, args);
      if (known === undefined) return 'refused';
      authorize(actor, known.command, known.args);
      const at = new Date(Math.max(0, clientTime)).toISOString();
      known.command.run(this.#tx, known.args, { commandId, committeeId: this.#committeeId, actor, at });
      return 'applies';
    } catch (error) {
      if (error instanceof Rejection) return 'refused';
      if (error instanceof NotYet) return 'waits';
      throw error;
    }
  }

  #table(type: RowType): Map<string, Row> {
    return this.rows.get(type) as Map<string, Row>;
  }

  readonly #tx: Tx = {
    get: <T extends RowType>(type: T, id: string) =>
      (this.#writes.get(rowKey(type, id)) ?? this.#table(type).get(id)) as Rows[T] | undefined,
    list: <T extends RowType>(type: T, index: string | number | symbol, key: string) => {
      const fits = (row: Row): boolean => String((row as unknown as Record<string, unknown>)[String(index)]) === key;
      const rows = new Map<string, Row>();
      for (const row of this.#table(type).values()) if (fits(row)) rows.set(row.id, row);
      for (const [name, row] of this.#writes) {
        if (!name.startsWith(`${type}/`)) continue;
        if (fits(row)) rows.set(row.id, row);
        else rows.delete(row.id);
      }
      return [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) as unknown as Rows[T][];
    },
    put: (type, row) => {
      this.#writes.set(rowKey(type, row.id), row);
    },
    mustOrWait: (type, id) => {
      const row = this.#tx.get(type, id);
      if (row === undefined) throw new NotYet(rowKey(type, id));
      return row;
    },
  };
}

function differences(shown: Row, must: Row): string {
  const fields = Object.keys({ ...shown, ...must }) as (keyof Row)[];
  const differ = fields.filter((field) => !sameJson(shown[field], must[field]));
  return differ.map((field) => `${field} ${sortedJson(shown[field])}, not ${sortedJson(must[field])}`).join('; ');
}

function compareRows(
  db: MemoryDatabase,
  committeeId: string,
  screen: Screen,
  confirmed: ReadonlyMap<RowKey, Version>,
  report: Report,
): void {
  for (const type of rowTypes) {
    const must = screen.rows.get(type) as Map<string, Row>;
    const shown = db.rows(type).valuesWhere('committeeId', committeeId);
    for (const row of shown) {
      const key = rowKey(type, row.id);
      const body = must.get(row.id);
      if (body === undefined) report('I9', `${key} is shown and should not be`);
      else if (!sameJson(row.body, body))
        report('I9', `${key} is shown with other content: ${differences(row.body, body)}`);
      else if ((row.pending === 1) !== screen.pending.has(key)) report('I9', `${key} is marked pending ${row.pending}`);
      else if (row.v !== (confirmed.get(key)?.v ?? 0)) report('I9', `${key} is shown with version ${row.v}`);
    }
    if (shown.length < must.size) report('I9', `${must.size - shown.length} rows of ${type} are not shown`);
  }
}

/** V1: copies of photos of others are here only of rows that are, small pictures too. */
function compareCopies(
  db: MemoryDatabase,
  log: LogOracle,
  { committeeId, cursor }: CommitteeMeta,
  confirmed: ReadonlyMap<RowKey, Version>,
  report: Report,
): void {
  for (const { sha256, own, state, bytes, thumbnail } of db.plain('blobs').where('committeeId', committeeId)) {
    if (own === 1 || state !== 'stored' || (bytes === null && thumbnail === null)) continue;
    const names = ({ v, body }: Version): boolean => v <= cursor && JSON.stringify(body).includes(sha256);
    const isShown = [...confirmed.keys()].some((key) => log.histories.get(key)?.versions.some(names));
    if (!isShown) report('I14', `a copy of photo ${sha256.slice(0, 8)} stays, and no row here shows it`);
  }
}

function compareShadow(
  db: MemoryDatabase,
  committeeId: string,
  screen: Screen,
  confirmed: ReadonlyMap<RowKey, Version>,
  report: Report,
): void {
  const shadow = db.plain('shadow').valuesWhere('committeeId', committeeId);
  for (const { key, confirmed: kept } of shadow) {
    const must = confirmed.get(key);
    if (!screen.pending.has(key)) report('I9', `${key} lies in the shadow and nothing pending wrote it`);
    else if ((kept === null) !== (must === undefined)) report('I9', `shadow of ${key} is not the confirmed row`);
    else if (kept !== null && must !== undefined && (kept.v !== must.v || !sameJson(kept.body, must.body))) {
      report('I9', `shadow of ${key} is version ${kept.v}, confirmed is ${must.v}`);
    }
  }
  if (shadow.length < screen.pending.size) report('I9', 'a pending row has no shadow');
}
