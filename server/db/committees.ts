import type { CommitteeRow, WaitingBundle } from '../engine/ports.ts';
import type { Database } from './database.ts';
import { committees, waitingBundles } from './queries.ts';
import { toCommittee, toWaiting } from './records.ts';

/** Every committee on this server, in the order of their ids. For the operator; phones ask for one at a time. */
export const listCommittees = (database: Database): Promise<readonly CommitteeRow[]> =>
  database.read(async (connection) => (await connection.all(committees, {})).map(toCommittee));

/** Work that somebody carried here and that cannot be decided yet (H5), or never by itself. For the operator. */
export const listWaiting = (database: Database, committee: string): Promise<readonly WaitingBundle[]> =>
  database.read(async (connection) => (await connection.all(waitingBundles, { committee })).map(toWaiting));
