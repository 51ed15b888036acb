/** The tables as Kysely sees them; the DDL is in migrations.ts. Every key of the log begins with the committee, so that
 *  committees can be spread over partitions or machines (D1). JSON is text; times are ms since 1970. */

export interface Schema {
  readonly committee: CommitteeTable;
  readonly device: DeviceTable;
  readonly committee_device: { committee_id: string; device_id: string; last_seq: number };
  readonly row: RowTable;
  readonly scope_move: { committee_id: string; v: number; type: string; id: string; scope: string };
  readonly log: LogTable;
  readonly log_payload: PayloadTable;
  readonly seq_alias: { committee_id: string; device_id: string; device_seq: number; command_id: string };
  readonly held: HeldTable;
  readonly relay_waiting: WaitingTable;
  readonly session: SessionTable;
  readonly invite: InviteTable;
  readonly blob: { committee_id: string; sha256: string; bytes: Uint8Array };
  readonly blob_part: { committee_id: string; sha256: string; start: number; bytes: Uint8Array };
  readonly rate: { name: string; period: number; count: number };
}

export interface CommitteeTable {
  id: string;
  epoch: string;
  seq: number;
  head: string;
  backed_up_seq: number;
  founder_id: string | null;
}

export interface DeviceTable {
  id: string;
  person_id: string;
  name: string;
  public_key: string | null;
  state: string;
  created_at: number;
  seen_at: number;
}

export interface RowTable {
  committee_id: string;
  type: string;
  id: string;
  scope: string;
  v: number;
  sv: number;
  body: string;
  k1: string | null;
  k2: string | null;
  k3: string | null;
}

export interface LogTable {
  committee_id: string;
  seq: number;
  command_id: string;
  device_id: string;
  device_seq: number;
  actor_id: string;
  role: string;
  name: string;
  v: number;
  payload_digest: string;
  outcome: string;
  code: string | null;
  server_time: string;
  client_time: number;
  prev_hash: string;
  hash: string;
  touches: string;
  settles: number | null;
}

/** Apart from the log, because it can be erased (L2): then there is no such row, and the chain still verifies. */
export interface PayloadTable {
  committee_id: string;
  seq: number;
  salt: string;
  args: string;
  effects: string;
  params: string | null;
}

export interface HeldTable {
  committee_id: string;
  seq: number;
  command_id: string;
  device_id: string;
  device_seq: number;
  actor_id: string;
  code: string;
  waits_for: string | null;
  touches: string;
  was_seq: number | null;
}

export interface WaitingTable {
  committee_id: string;
  id: string;
  device_id: string;
  next_seq: number;
  bundle: string;
}

export interface SessionTable {
  token_hash: string;
  device_id: string;
  person_id: string;
  expires_at: number;
}

export interface InviteTable {
  token_hash: string;
  code_name: string | null; // first half of the code: finds the invite, so that wrong tries count against it alone
  code_hash: string | null;
  code_expires_at: number | null;
  tries: number;
  committee_id: string | null;
  person_id: string;
  kind: string; // first | member | device
  expires_at: number;
  used_at: number | null;
  used_by: string | null; // device
}
