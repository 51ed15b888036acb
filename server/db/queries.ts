/** The queries of the sync store. Written once with Kysely and compiled once; see statement.ts. */
import { sql } from 'kysely';
import { forUpdate, membersOfJson } from './dialect.ts';
import type { CommitteeTable, HeldTable, LogTable, PayloadTable, RowTable, Schema, WaitingTable } from './schema.ts';
import { db, everyColumn, statement } from './statement.ts';

interface OfCommittee {
  readonly committee: string;
}
interface OfDevice extends OfCommittee {
  readonly device: string;
}
type ByKey = OfCommittee & { readonly type: string; readonly id: string };
type BySeq = OfCommittee & { readonly seq: number };
type ByDeviceSeq = OfDevice & { readonly deviceSeq: number };

const committeeColumns = ['id', 'epoch', 'seq', 'head', 'backed_up_seq', 'founder_id'] as const;
export const committee = statement<{ id: string }, CommitteeTable>((param) =>
  db.selectFrom('committee').selectAll().where('id', '=', param('id')),
);
/** For a writer: nobody else has the row until the end of the transaction (SYNC 6.4). */
export const lockedCommittee = statement<{ id: string }, CommitteeTable>((param, dialect) =>
  forUpdate(db.selectFrom('committee').selectAll().where('id', '=', param('id')), dialect),
);
export const committees = statement<object, CommitteeTable>(() => db.selectFrom('committee').selectAll().orderBy('id'));
export const saveCommittee = statement<CommitteeTable, unknown>((param) => {
  const { id, ...columns } = everyColumn<CommitteeTable>(param, committeeColumns);
  return db
    .insertInto('committee')
    .values({ id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns));
});

/** A verified backup holds everything up to `seq`; never backwards, and never for another epoch. */
export const setBackedUp = statement<{ id: string; epoch: string; seq: number }, unknown>((param) =>
  db
    .updateTable('committee')
    .set({ backed_up_seq: param('seq') })
    .where('id', '=', param('id'))
    .where('epoch', '=', param('epoch'))
    .where('backed_up_seq', '<', param('seq')),
);
export const beginEpoch = statement<{ id: string; epoch: string }, unknown>((param) =>
  db
    .updateTable('committee')
    .set((of) => ({ epoch: param('epoch'), backed_up_seq: of.ref('seq') }))
    .where('id', '=', param('id')),
);

export const device = statement<{ id: string }, Schema['device']>((param) =>
  db.selectFrom('device').selectAll().where('id', '=', param('id')),
);
export const lastSeq = statement<OfDevice, { last_seq: number }>((param) =>
  db
    .selectFrom('committee_device')
    .select('last_seq')
    .where('committee_id', '=', param('committee'))
    .where('device_id', '=', param('device')),
);
export const saveLastSeq = statement<OfDevice & { seq: number }, unknown>((param) =>
  db
    .insertInto('committee_device')
    .values({ committee_id: param('committee'), device_id: param('device'), last_seq: param('seq') })
    .onConflict((conflict) => conflict.columns(['committee_id', 'device_id']).doUpdateSet({ last_seq: param('seq') })),
);
export const lastSeqs = statement<OfCommittee, Schema['committee_device']>((param) =>
  db.selectFrom('committee_device').selectAll().where('committee_id', '=', param('committee')),
);

const rowsOf = (committeeId: string) => db.selectFrom('row').selectAll().where('committee_id', '=', committeeId);
export const row = statement<ByKey, RowTable>((param) =>
  rowsOf(param('committee')).where('type', '=', param('type')).where('id', '=', param('id')),
);
export const allRows = statement<OfCommittee, RowTable>((param) => rowsOf(param('committee')));
export const listBy = (['k1', 'k2', 'k3'] as const).map((column) =>
  statement<OfCommittee & { type: string; key: string }, RowTable>((param) =>
    rowsOf(param('committee')).where('type', '=', param('type')).where(column, '=', param('key')).orderBy('id'),
  ),
);
interface Changed extends OfCommittee {
  readonly v: number;
  readonly type: string;
  readonly id: string;
  readonly upTo: number;
  readonly scopes: string; // JSON array
  readonly everyProposal: number; // 0 or 1
  readonly max: number;
}
export const changedRows = statement<Changed, RowTable>((param, dialect) =>
  rowsOf(param('committee'))
    .where(sql<boolean>`(v, type, id) > (${param('v')}, ${param('type')}, ${param('id')})`)
    .where('v', '<=', param('upTo'))
    .where(
      sql<boolean>`(scope in ${membersOfJson(param('scopes'), dialect)}
        or (${param('everyProposal')} = 1 and substr(scope, 1, 5) = 'prop:'))`,
    )
    .orderBy('v')
    .orderBy('type')
    .orderBy('id')
    .limit(param('max')),
);
const rowColumns = ['committee_id', 'type', 'id', 'scope', 'v', 'sv', 'body', 'k1', 'k2', 'k3'] as const;
export const putRow = statement<RowTable, unknown>((param) => {
  const { committee_id, type, id, ...columns } = everyColumn<RowTable>(param, rowColumns);
  return db
    .insertInto('row')
    .values({ committee_id, type, id, ...columns })
    .onConflict((conflict) => conflict.columns(['committee_id', 'type', 'id']).doUpdateSet(columns));
});

export const addMove = statement<Schema['scope_move'], unknown>((param) =>
  db
    .insertInto('scope_move')
    .values(everyColumn<Schema['scope_move']>(param, ['committee_id', 'v', 'type', 'id', 'scope'])),
);
export const movesBetween = statement<OfCommittee & { after: number; upTo: number }, Schema['scope_move']>((param) =>
  db
    .selectFrom('scope_move')
    .selectAll()
    .where('committee_id', '=', param('committee'))
    .where('v', '>', param('after'))
    .where('v', '<=', param('upTo'))
    .orderBy('v'),
);

const logColumns = [
  ...(['committee_id', 'seq', 'command_id', 'device_id', 'device_seq', 'actor_id', 'role', 'name', 'v'] as const),
  ...(['payload_digest', 'outcome', 'code', 'server_time', 'client_time', 'prev_hash', 'hash', 'touches'] as const),
  'settles',
] as const satisfies readonly (keyof LogTable)[];
export const addLog = statement<LogTable, unknown>((param) =>
  db.insertInto('log').values(everyColumn<LogTable>(param, logColumns)),
);
export const addPayload = statement<PayloadTable, unknown>((param) =>
  db
    .insertInto('log_payload')
    .values(everyColumn<PayloadTable>(param, ['committee_id', 'seq', 'salt', 'args', 'effects', 'params'])),
);

export type LogRecord = LogTable & { readonly [Column in 'salt' | 'args' | 'effects' | 'params']: string | null };
const log = (committeeId: string) =>
  db
    .selectFrom('log')
    .leftJoin('log_payload', (join) =>
      join.onRef('log_payload.committee_id', '=', 'log.committee_id').onRef('log_payload.seq', '=', 'log.seq'),
    )
    .selectAll('log')
    .select(['log_payload.salt', 'log_payload.args', 'log_payload.effects', 'log_payload.params'])
    .where('log.committee_id', '=', committeeId);
export const logBySeq = statement<BySeq, LogRecord>((param) =>
  log(param('committee')).where('log.seq', '=', param('seq')),
);
export const logByCommand = statement<OfCommittee & { command: string }, LogRecord>((param) =>
  log(param('committee')).where('log.command_id', '=', param('command')).where('log.settles', 'is', null),
);
export const logByDeviceSeq = statement<ByDeviceSeq, LogRecord>((param) =>
  log(param('committee'))
    .where('log.device_id', '=', param('device'))
    .where('log.device_seq', '=', param('deviceSeq'))
    .where('log.settles', 'is', null),
);
export const logSettling = statement<BySeq, LogRecord>((param) =>
  log(param('committee')).where('log.settles', '=', param('seq')),
);
export const logRange = statement<BySeq & { max: number }, LogRecord>((param) =>
  log(param('committee')).where('log.seq', '>=', param('seq')).orderBy('log.seq').limit(param('max')),
);
/** `like`: an id between two %. */
export const logNaming = statement<OfCommittee & { like: string }, LogRecord>((param) =>
  log(param('committee'))
    .where((or) =>
      or.or([
        or('log.touches', 'like', param('like')),
        or('log.actor_id', 'like', param('like')),
        or('log_payload.args', 'like', param('like')),
        or('log_payload.effects', 'like', param('like')),
      ]),
    )
    .orderBy('log.seq'),
);
export const erasePayload = statement<BySeq, unknown>((param) =>
  db.deleteFrom('log_payload').where('committee_id', '=', param('committee')).where('seq', '=', param('seq')),
);
export const logOfRefusals = statement<OfCommittee, LogRecord>((param) =>
  log(param('committee'))
    .where((or) => or.or([or('log.code', '=', 'not_permitted'), or('log.name', '=', 'refused.settle')]))
    .orderBy('log.seq'),
);

type Since = OfDevice & { readonly fromSeq: number; readonly after: number };
/** How commands ended, without what they were: a phone that was away has a thousand. Only what was not applied has
 *  `params`. */
const outcomeColumns = ['seq', 'command_id', 'device_seq', 'hash', 'outcome', 'code', 'server_time'] as const;
export type OutcomeRecord = Pick<LogRecord, (typeof outcomeColumns)[number] | 'params'>;
const outcomes = (committeeId: string) =>
  db
    .selectFrom('log')
    .leftJoin('log_payload', (join) =>
      join
        .onRef('log_payload.committee_id', '=', 'log.committee_id')
        .onRef('log_payload.seq', '=', 'log.seq')
        .on('log.outcome', '<>', 'applied'),
    )
    .select(outcomeColumns.map((column) => `log.${column}` as const))
    .select('log_payload.params')
    .where('log.committee_id', '=', committeeId);
export const logOfDevice = statement<Since, OutcomeRecord>((param) =>
  outcomes(param('committee'))
    .where('log.device_id', '=', param('device'))
    .where('log.device_seq', '>=', param('fromSeq'))
    .where('log.settles', 'is', null),
);
export const settlingOfDevice = statement<Since, OutcomeRecord>((param) =>
  outcomes(param('committee'))
    .where('log.device_id', '=', param('device'))
    .where('log.settles', 'is not', null)
    .where((or) => or.or([or('log.seq', '>', param('after')), or('log.device_seq', '>=', param('fromSeq'))])),
);
/** With the number under which this device knows the command. */
export const aliasedToDevice = statement<Since, OutcomeRecord & { readonly alias_seq: number }>((param) =>
  outcomes(param('committee'))
    .innerJoin('seq_alias', (join) =>
      join
        .onRef('seq_alias.committee_id', '=', 'log.committee_id')
        .onRef('seq_alias.command_id', '=', 'log.command_id'),
    )
    .select('seq_alias.device_seq as alias_seq')
    .where('seq_alias.device_id', '=', param('device'))
    .where((or) =>
      or.or([
        or('seq_alias.device_seq', '>=', param('fromSeq')),
        or.and([or('log.settles', 'is not', null), or('log.seq', '>', param('after'))]),
      ]),
    ),
);

export const addAlias = statement<Schema['seq_alias'], unknown>((param) =>
  db
    .insertInto('seq_alias')
    .values(everyColumn<Schema['seq_alias']>(param, ['committee_id', 'device_id', 'device_seq', 'command_id'])),
);
export const aliasesOf = statement<OfCommittee, Schema['seq_alias']>((param) =>
  db.selectFrom('seq_alias').selectAll().where('committee_id', '=', param('committee')),
);
export const alias = statement<ByDeviceSeq, { command_id: string }>((param) =>
  db
    .selectFrom('seq_alias')
    .select('command_id')
    .where('committee_id', '=', param('committee'))
    .where('device_id', '=', param('device'))
    .where('device_seq', '=', param('deviceSeq')),
);

const heldColumns = [
  ...(['committee_id', 'seq', 'command_id', 'device_id', 'device_seq', 'actor_id', 'code'] as const),
  ...(['waits_for', 'touches', 'was_seq'] as const),
] as const satisfies readonly (keyof HeldTable)[];
export const openHeld = statement<OfCommittee, HeldTable>((param) =>
  db.selectFrom('held').selectAll().where('committee_id', '=', param('committee')).orderBy('seq'),
);
export const addHeld = statement<HeldTable, unknown>((param) => {
  const { committee_id, seq, ...columns } = everyColumn<HeldTable>(param, heldColumns);
  return db
    .insertInto('held')
    .values({ committee_id, seq, ...columns })
    .onConflict((conflict) => conflict.columns(['committee_id', 'seq']).doUpdateSet(columns));
});
/** Of all that waits and was not known to have been applied before. */
export const mayHaveBeenApplied = statement<{ committee: string; place: number }, unknown>((param) =>
  db
    .updateTable('held')
    .set({ was_seq: param('place') })
    .where('committee_id', '=', param('committee'))
    .where('was_seq', 'is', null),
);
export const removeHeld = statement<BySeq, unknown>((param) =>
  db.deleteFrom('held').where('committee_id', '=', param('committee')).where('seq', '=', param('seq')),
);

const waitingColumns = ['committee_id', 'id', 'device_id', 'next_seq', 'bundle'] as const;
export const addWaiting = statement<WaitingTable, unknown>((param) => {
  const { committee_id, id, ...columns } = everyColumn<WaitingTable>(param, waitingColumns);
  return db
    .insertInto('relay_waiting')
    .values({ committee_id, id, ...columns })
    .onConflict((conflict) => conflict.columns(['committee_id', 'id']).doUpdateSet(columns));
});
export const nextWaiting = statement<OfDevice & { upTo: number }, WaitingTable>((param) =>
  db
    .selectFrom('relay_waiting')
    .selectAll()
    .where('committee_id', '=', param('committee'))
    .where('device_id', '=', param('device'))
    .where('next_seq', '<=', param('upTo'))
    .orderBy('next_seq')
    .orderBy('id')
    .limit(1),
);
export const waitingBundles = statement<OfCommittee, WaitingTable>((param) =>
  db
    .selectFrom('relay_waiting')
    .selectAll()
    .where('committee_id', '=', param('committee'))
    .orderBy('device_id')
    .orderBy('next_seq'),
);
export const removeWaiting = statement<OfCommittee & { id: string }, unknown>((param) =>
  db.deleteFrom('relay_waiting').where('committee_id', '=', param('committee')).where('id', '=', param('id')),
);
