/** Between the engine's shapes and the columns of the tables. */
import type { Scope } from '../../src/domain/access.ts';
import type { Params, RowKey } from '../../src/domain/command.ts';
import { indexValues, type Row, type RowType } from '../../src/domain/rows.ts';
import type { Bundle } from '../../src/sync/protocol.ts';
import type {
  CommitteeRow,
  DeviceRow,
  HeldRow,
  LogOutcome,
  ServerRowRecord,
  StoredLogEntry,
  WaitingBundle,
} from '../engine/ports.ts';
import type { LogRecord, OutcomeRecord } from './queries.ts';
import type {
  CommitteeTable,
  DeviceTable,
  HeldTable,
  LogTable,
  PayloadTable,
  RowTable,
  Schema,
  WaitingTable,
} from './schema.ts';

// What is parsed here was written by the same shapes; the log's chain shows when somebody else wrote it.
const parse = <T>(text: string): T => JSON.parse(text) as T;

export const toCommittee = (record: CommitteeTable): CommitteeRow => ({
  id: record.id,
  epoch: record.epoch,
  seq: record.seq,
  head: record.head,
  backedUpSeq: record.backed_up_seq,
  founderId: record.founder_id,
});
export const fromCommittee = (row: CommitteeRow): CommitteeTable => ({
  id: row.id,
  epoch: row.epoch,
  seq: row.seq,
  head: row.head,
  backed_up_seq: row.backedUpSeq,
  founder_id: row.founderId,
});

export const toDevice = (record: DeviceTable): DeviceRow => ({
  id: record.id,
  personId: record.person_id,
  name: record.name,
  publicKey: record.public_key,
  state: record.state as DeviceRow['state'],
});

export const toRow = (record: RowTable): ServerRowRecord => ({
  type: record.type as RowType,
  id: record.id,
  scope: record.scope as Scope,
  v: record.v,
  sv: record.sv,
  body: parse<Row>(record.body),
});
export function fromRow(committeeId: string, row: ServerRowRecord): RowTable {
  const [k1 = null, k2 = null, k3 = null] = indexValues(row.type, row.body as never);
  const { type, id, scope, v, sv } = row;
  return { committee_id: committeeId, type, id, scope, v, sv, body: JSON.stringify(row.body), k1, k2, k3 };
}

export const toMove = ({ type, id, scope, v }: Schema['scope_move']) => ({
  type: type as RowType,
  id,
  scope: scope as Scope,
  v,
});

export const toLogEntry = (record: LogRecord): StoredLogEntry => ({
  seq: record.seq,
  commandId: record.command_id,
  deviceId: record.device_id,
  deviceSeq: record.device_seq,
  actorId: record.actor_id,
  role: record.role,
  name: record.name,
  v: record.v,
  payloadDigest: record.payload_digest,
  outcome: record.outcome as StoredLogEntry['outcome'],
  code: record.code,
  serverTime: record.server_time,
  clientTime: record.client_time,
  prevHash: record.prev_hash,
  hash: record.hash,
  touches: parse<readonly RowKey[]>(record.touches),
  settles: record.settles,
  salt: record.salt,
  args: record.args === null ? null : parse<unknown>(record.args),
  effects: record.effects === null ? [] : parse<StoredLogEntry['effects']>(record.effects),
  params: record.params === null ? null : parse<Params>(record.params),
});
export const toLogOutcome = (record: OutcomeRecord): LogOutcome => ({
  seq: record.seq,
  commandId: record.command_id,
  deviceSeq: record.device_seq,
  outcome: record.outcome as LogOutcome['outcome'],
  code: record.code,
  serverTime: record.server_time,
  hash: record.hash,
  params: record.params === null ? null : parse<Params>(record.params),
});
export const fromLogEntry = (committeeId: string, entry: StoredLogEntry): LogTable => ({
  committee_id: committeeId,
  seq: entry.seq,
  command_id: entry.commandId,
  device_id: entry.deviceId,
  device_seq: entry.deviceSeq,
  actor_id: entry.actorId,
  role: entry.role,
  name: entry.name,
  v: entry.v,
  payload_digest: entry.payloadDigest,
  outcome: entry.outcome,
  code: entry.code,
  server_time: entry.serverTime,
  client_time: Math.round(entry.clientTime),
  prev_hash: entry.prevHash,
  hash: entry.hash,
  touches: JSON.stringify(entry.touches),
  settles: entry.settles,
});
export const payloadOf = (committeeId: string, entry: StoredLogEntry, salt: string): PayloadTable => ({
  committee_id: committeeId,
  seq: entry.seq,
  salt,
  args: JSON.stringify(entry.args ?? null),
  effects: JSON.stringify(entry.effects),
  params: entry.params === null ? null : JSON.stringify(entry.params),
});

export const toHeld = (record: HeldTable): HeldRow => ({
  seq: record.seq,
  commandId: record.command_id,
  deviceId: record.device_id,
  deviceSeq: record.device_seq,
  actorId: record.actor_id,
  code: record.code as HeldRow['code'],
  waitsFor: record.waits_for as RowKey | null,
  touches: parse<readonly RowKey[]>(record.touches),
  wasSeq: record.was_seq,
});
export const fromHeld = (committeeId: string, held: HeldRow): HeldTable => ({
  committee_id: committeeId,
  seq: held.seq,
  command_id: held.commandId,
  device_id: held.deviceId,
  device_seq: held.deviceSeq,
  actor_id: held.actorId,
  code: held.code,
  waits_for: held.waitsFor,
  touches: JSON.stringify(held.touches),
  was_seq: held.wasSeq,
});

export const toWaiting = ({ id, next_seq, bundle }: WaitingTable): WaitingBundle => ({
  id,
  nextSeq: next_seq,
  bundle: parse<Bundle>(bundle),
});
export const fromWaiting = (committeeId: string, { id, nextSeq, bundle }: WaitingBundle): WaitingTable => ({
  committee_id: committeeId,
  id,
  device_id: bundle.deviceId,
  next_seq: nextSeq,
  bundle: JSON.stringify(bundle),
});
