/** All that is committed of one committee in the simulator's server, with the looks that a database has indexes for. */
import type {
  CommitteeRow,
  HeldRow,
  LogOutcome,
  RowFilter,
  ServerRowRecord,
  ServerTx,
  StoredLogEntry,
  WaitingBundle,
} from '../../server/engine/ports.ts';
import type { RowKey } from '../../src/domain/command.ts';
import { indexValues, type RowType, rowIndexes } from '../../src/domain/rows.ts';

export type ScopeMove = Parameters<ServerTx['addScopeMoves']>[1][number];

export class CommitteeData {
  row: CommitteeRow;
  readonly log: StoredLogEntry[] = []; // log[seq - 1]
  readonly rows = new Map<RowKey, ServerRowRecord>();
  /** Every version that was written, lowest first; those that are no more in `rows` are skipped. */
  readonly written: ServerRowRecord[] = [];
  readonly moves: ScopeMove[] = [];
  readonly lastDeviceSeq = new Map<string, number>();
  readonly aliases = new Map<string, string>();
  readonly held = new Map<number, HeldRow>();
  readonly waiting = new Map<string, WaitingBundle>();
  readonly byCommand = new Map<string, StoredLogEntry>();
  readonly byDeviceSeq = new Map<string, StoredLogEntry>();
  readonly settling = new Map<number, StoredLogEntry>();
  /** What entries said before their payload was erased, by hash: for the oracle, which forgets nothing. No store has it. */
  readonly before = new Map<string, StoredLogEntry>();
  readonly byDevice = new Map<string, StoredLogEntry[]>();
  readonly lists = new Map<string, Map<string, RowKey>>();

  constructor(row: CommitteeRow) {
    this.row = row;
  }
}

const maps = [
  'rows',
  'lastDeviceSeq',
  'aliases',
  'held',
  'waiting',
  'byCommand',
  'byDeviceSeq',
  'settling',
  'before',
] as const;

export function copyOf(data: CommitteeData): CommitteeData {
  const copy = new CommitteeData(data.row);
  copy.log.push(...data.log);
  copy.written.push(...data.written);
  copy.moves.push(...data.moves);
  for (const name of maps) for (const [key, value] of data[name]) (copy[name] as Map<unknown, unknown>).set(key, value);
  for (const [deviceId, entries] of data.byDevice) copy.byDevice.set(deviceId, [...entries]);
  for (const [name, list] of data.lists) copy.lists.set(name, new Map(list));
  return copy;
}

export const deviceKey = (deviceId: string, deviceSeq: number): string => `${deviceId} ${deviceSeq}`;
export const keyOf = (row: ServerRowRecord): RowKey => `${row.type}/${row.id}`;
export const byId = (a: ServerRowRecord, b: ServerRowRecord): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

export function listed(data: CommitteeData | undefined, type: RowType, index: string, key: string): ServerRowRecord[] {
  const keys = data?.lists.get(`${type}.${index}=${key}`);
  if (data === undefined || keys === undefined) return [];
  return [...keys.values()].map((rowKey) => data.rows.get(rowKey) as ServerRowRecord).sort(byId);
}

/** Rows are written in the order of their versions, so what is newer than a version is the end of the list. */
export function changedRows(data: CommitteeData | undefined, filter: RowFilter): ServerRowRecord[] {
  if (data === undefined) return [];
  const { after, upTo, max } = filter;
  const scopes = new Set<string>(filter.scopes);
  const found: ServerRowRecord[] = [];
  for (let n = firstFrom(data.written, after.v); n < data.written.length; n += 1) {
    const row = data.written[n] as ServerRowRecord;
    if (row.v > upTo) break;
    if (row.v === after.v && (row.type < after.type || (row.type === after.type && row.id <= after.id))) continue;
    if (data.rows.get(keyOf(row)) !== row) continue;
    if (scopes.has(row.scope) || (filter.everyProposal && row.scope.startsWith('prop:'))) found.push(row);
  }
  found.sort((a, b) => a.v - b.v || (a.type < b.type ? -1 : a.type > b.type ? 1 : byId(a, b)));
  return found.slice(0, max);
}

function firstFrom(rows: readonly ServerRowRecord[], v: number): number {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rows[middle] as ServerRowRecord).v < v) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** An alias stands for the entry, and for what settled it, under this device and number. */
export function logOfDevice(
  data: CommitteeData | undefined,
  deviceId: string,
  fromDeviceSeq: number,
  afterSeq: number,
): LogOutcome[] {
  if (data === undefined) return [];
  const entries = [...(data.byDevice.get(deviceId) ?? [])];
  for (const [name, commandId] of data.aliases) {
    const [device, deviceSeq] = name.split(' ');
    const first = device === deviceId ? data.byCommand.get(commandId) : undefined;
    if (first === undefined) continue;
    const settled = data.settling.get(first.seq);
    const as = { deviceId, deviceSeq: Number(deviceSeq) };
    entries.push({ ...first, ...as }, ...(settled === undefined ? [] : [{ ...settled, ...as }]));
  }
  const wanted = (entry: StoredLogEntry): boolean =>
    entry.deviceSeq >= fromDeviceSeq || (entry.settles !== null && entry.seq > afterSeq);
  return entries
    .filter(wanted)
    .sort((a, b) => a.seq - b.seq)
    .map(outcomeIn);
}

/** No more than the other stores tell: the engine must not come to lean on it. */
const outcomeIn = ({
  seq,
  commandId,
  deviceSeq,
  outcome,
  code,
  params,
  hash,
  serverTime,
}: StoredLogEntry): LogOutcome => ({
  ...{ seq, commandId, deviceSeq, outcome, code, params, hash, serverTime },
});

export function storeEntry(data: CommitteeData, entry: StoredLogEntry): void {
  data.log[entry.seq - 1] = entry;
  const own = data.byDevice.get(entry.deviceId);
  if (own === undefined) data.byDevice.set(entry.deviceId, [entry]);
  else own.push(entry);
  if (entry.settles !== null) data.settling.set(entry.settles, entry);
  else {
    data.byCommand.set(entry.commandId, entry);
    data.byDeviceSeq.set(deviceKey(entry.deviceId, entry.deviceSeq), entry);
  }
}

/** The same entry without its payload. */
export function replaceEntry(data: CommitteeData, entry: StoredLogEntry): void {
  const before = data.log[entry.seq - 1];
  if (before !== undefined && before.salt !== null) data.before.set(entry.hash, before);
  const own = data.byDevice.get(entry.deviceId) ?? [];
  own[own.findIndex(({ seq }) => seq === entry.seq)] = entry;
  data.log[entry.seq - 1] = entry;
  if (entry.settles !== null) data.settling.set(entry.settles, entry);
  else {
    data.byCommand.set(entry.commandId, entry);
    data.byDeviceSeq.set(deviceKey(entry.deviceId, entry.deviceSeq), entry);
  }
}

export function storeRow(data: CommitteeData, row: ServerRowRecord): void {
  const key = keyOf(row);
  const before = data.rows.get(key);
  data.rows.set(key, row);
  data.written.splice(firstFrom(data.written, row.v + 1), 0, row); // mostly the end
  const fields = rowIndexes[row.type] as readonly string[];
  if (fields.length === 0) return;
  const old = before === undefined ? [] : indexValues(row.type, before.body as never);
  indexValues(row.type, row.body as never).forEach((value, n) => {
    const from = old[n] ?? null;
    const name = `${row.type}.${fields[n]}=`;
    if (from !== null && from !== value) data.lists.get(name + from)?.delete(row.id);
    if (value === null || value === undefined) return;
    const list = data.lists.get(name + value);
    if (list === undefined) data.lists.set(name + value, new Map([[row.id, key]]));
    else list.set(row.id, key);
  });
}
