/** The queries of sign-in and devices. */
import type { DeviceTable, InviteTable, RowTable, SessionTable } from './schema.ts';
import { db, everyColumn, statement } from './statement.ts';

const deviceColumns = ['id', 'person_id', 'name', 'public_key', 'state', 'created_at', 'seen_at'] as const;
export const saveDevice = statement<DeviceTable, unknown>((param) => {
  const { id, ...columns } = everyColumn<DeviceTable>(param, deviceColumns);
  return db
    .insertInto('device')
    .values({ id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns));
});
export const device = statement<{ id: string }, DeviceTable>((param) =>
  db.selectFrom('device').selectAll().where('id', '=', param('id')),
);
export const devicesOf = statement<{ person: string }, DeviceTable>((param) =>
  db.selectFrom('device').selectAll().where('person_id', '=', param('person')).orderBy('created_at'),
);

const sessionColumns = ['token_hash', 'device_id', 'person_id', 'expires_at'] as const;
export const addSession = statement<SessionTable, unknown>((param) =>
  db.insertInto('session').values(everyColumn<SessionTable>(param, sessionColumns)),
);
export const session = statement<{ token_hash: string }, SessionTable & Pick<DeviceTable, 'state'>>((param) =>
  db
    .selectFrom('session')
    .innerJoin('device', 'device.id', 'session.device_id')
    .selectAll('session')
    .select('device.state')
    .where('token_hash', '=', param('token_hash')),
);
export const endSession = statement<{ token_hash: string }, unknown>((param) =>
  db.deleteFrom('session').where('token_hash', '=', param('token_hash')),
);
export const extendSession = statement<{ token_hash: string; expires_at: number }, unknown>((param) =>
  db
    .updateTable('session')
    .set({ expires_at: param('expires_at') })
    .where('token_hash', '=', param('token_hash')),
);
export const sawDevice = statement<{ id: string; now: number }, unknown>((param) =>
  db
    .updateTable('device')
    .set({ seen_at: param('now') })
    .where('id', '=', param('id')),
);

const inviteColumns = [
  ...(['token_hash', 'code_name', 'code_hash', 'code_expires_at', 'tries', 'committee_id', 'person_id'] as const),
  ...(['kind', 'expires_at', 'used_at', 'used_by'] as const),
] as const satisfies readonly (keyof InviteTable)[];
export const saveInvite = statement<InviteTable, unknown>((param) => {
  const { token_hash, ...columns } = everyColumn<InviteTable>(param, inviteColumns);
  return db
    .insertInto('invite')
    .values({ token_hash, ...columns })
    .onConflict((conflict) => conflict.column('token_hash').doUpdateSet(columns));
});
export const inviteByToken = statement<{ token_hash: string }, InviteTable>((param) =>
  db.selectFrom('invite').selectAll().where('token_hash', '=', param('token_hash')),
);
export const inviteByCode = statement<{ code_name: string }, InviteTable>((param) =>
  db.selectFrom('invite').selectAll().where('code_name', '=', param('code_name')),
);
/** Invitations that nobody can use any more, so that the short names of their codes come free. */
export const removeDeadInvites = statement<{ before: number }, unknown>((param) =>
  db.deleteFrom('invite').where('expires_at', '<', param('before')),
);
export const forgetOldCodes = statement<{ now: number }, unknown>((param) =>
  db.updateTable('invite').set({ code_name: null, code_hash: null }).where('code_expires_at', '<', param('now')),
);
export const removeFirstInvites = statement<object, unknown>(() =>
  db.deleteFrom('invite').where('kind', '=', 'first').where('used_at', 'is', null),
);

/** Member rows of one person in every committee. */
export const membershipsOf = statement<{ person: string }, Pick<RowTable, 'committee_id' | 'body' | 'sv' | 'v'>>(
  (param) =>
    db
      .selectFrom('row')
      .select(['committee_id', 'body', 'sv', 'v'])
      .where('type', '=', 'member')
      .where('id', '=', param('person')),
);
export const membersOf = statement<{ committee: string }, Pick<RowTable, 'id' | 'body' | 'sv' | 'v'>>((param) =>
  db
    .selectFrom('row')
    .select(['id', 'body', 'sv', 'v'])
    .where('committee_id', '=', param('committee'))
    .where('type', '=', 'member'),
);
/** Committees that this person may found and that are not founded yet. */
export const foundingOf = statement<{ person: string }, { id: string }>((param) =>
  db
    .selectFrom('committee')
    .leftJoin('row', (join) =>
      join
        .onRef('row.committee_id', '=', 'committee.id')
        .on('row.type', '=', 'committee')
        .onRef('row.id', '=', 'committee.id'),
    )
    .select('committee.id')
    .where('committee.founder_id', '=', param('person'))
    .where('row.id', 'is', null),
);
export const foundedCount = statement<object, { count: number }>(() =>
  db
    .selectFrom('committee')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('seq', '>', 0),
);
