/** Numbered steps of the database, run at start in one transaction. A step that was shipped never changes. The text is
 *  SQLite's; `ddlIn` of dialect.ts says it to PostgreSQL. */

export const migrations: readonly string[] = [
  `
  create table committee (
    id text primary key, epoch text not null, seq integer not null, head text not null,
    backed_up_seq integer not null, founder_id text
  ) without rowid;

  create table device (
    id text primary key, person_id text not null, name text not null, public_key text, state text not null,
    created_at integer not null, seen_at integer not null
  ) without rowid;
  create index device_by_person on device (person_id);

  create table committee_device (
    committee_id text not null, device_id text not null, last_seq integer not null,
    primary key (committee_id, device_id)
  ) without rowid;

  create table row (
    committee_id text not null, type text not null, id text not null, scope text not null,
    v integer not null, sv integer not null, body text not null, k1 text, k2 text, k3 text,
    primary key (committee_id, type, id)
  );
  create index row_by_version on row (committee_id, v, type, id);
  create index row_by_k1 on row (committee_id, type, k1) where k1 is not null;
  create index row_by_k2 on row (committee_id, type, k2) where k2 is not null;
  create index row_by_k3 on row (committee_id, type, k3) where k3 is not null;
  create index row_of_member on row (id) where type = 'member';

  create table scope_move (
    committee_id text not null, v integer not null, type text not null, id text not null, scope text not null,
    primary key (committee_id, v, type, id, scope)
  ) without rowid;

  create table log (
    committee_id text not null, seq integer not null, command_id text not null, device_id text not null,
    device_seq integer not null, actor_id text not null, role text not null, name text not null, v integer not null,
    payload_digest text not null, outcome text not null, code text, server_time text not null,
    client_time integer not null, prev_hash text not null, hash text not null, touches text not null, settles integer,
    primary key (committee_id, seq)
  );
  create unique index log_by_command on log (committee_id, command_id) where settles is null;
  create unique index log_by_device on log (committee_id, device_id, device_seq) where settles is null;
  create unique index log_by_settled on log (committee_id, settles) where settles is not null;
  create index log_settling_by_device on log (committee_id, device_id, seq) where settles is not null;

  create table log_payload (
    committee_id text not null, seq integer not null, salt text not null, args text not null, effects text not null,
    params text, primary key (committee_id, seq)
  );

  create table seq_alias (
    committee_id text not null, device_id text not null, device_seq integer not null, command_id text not null,
    primary key (committee_id, device_id, device_seq)
  ) without rowid;

  create table held (
    committee_id text not null, seq integer not null, command_id text not null, device_id text not null,
    device_seq integer not null, actor_id text not null, code text not null, waits_for text, touches text not null,
    was_seq integer, primary key (committee_id, seq)
  ) without rowid;

  create table session (
    token_hash text primary key, device_id text not null, person_id text not null, expires_at integer not null
  ) without rowid;
  create index session_by_device on session (device_id);

  create table invite (
    token_hash text primary key, code_name text unique, code_hash text, code_expires_at integer,
    tries integer not null, committee_id text, person_id text not null, kind text not null,
    expires_at integer not null, used_at integer, used_by text
  ) without rowid;
  `,
  `
  create table blob (
    committee_id text not null, sha256 text not null, bytes blob not null, primary key (committee_id, sha256)
  );

  create table blob_part (
    committee_id text not null, sha256 text not null, start integer not null, bytes blob not null,
    primary key (committee_id, sha256, start)
  );

  create table rate (
    name text not null, period integer not null, count integer not null, primary key (name, period)
  ) without rowid;
  `,
  `
  create table relay_waiting (
    committee_id text not null, id text not null, device_id text not null, next_seq integer not null,
    bundle text not null, primary key (committee_id, id)
  );
  create index relay_waiting_of_device on relay_waiting (committee_id, device_id, next_seq);
  `,
];

export function migrationsAfter(done: number): readonly string[] {
  if (done > migrations.length) {
    throw new Error(`The database was written by a newer version (step ${done} of ${migrations.length}).`);
  }
  return migrations.slice(done);
}
