import type { CommitteeRow } from '../engine/ports.ts';
import type { Database } from './database.ts';
import { committees } from './queries.ts';
import { toCommittee } from './records.ts';

/** Every committee on this server, in the order of their ids. For the operator; phones ask for one at a time. */
export const listCommittees = (database: Database): Promise<readonly CommitteeRow[]> =>
  database.read(async (connection) => (await connection.all(committees, {})).map(toCommittee));
