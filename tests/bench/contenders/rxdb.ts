/** RxDB as its pages on the Dexie storage and on HTTP replication show it: handlers with a checkpoint, changes of others
 *  as an event stream that carries the documents. One tab, so `multiInstance` is off; schema validation and dev-mode,
 *  which cost time, are off as in a production build. */
import { createRxDatabase, type ReplicationPullOptions, type ReplicationPushOptions } from 'rxdb/plugins/core';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { filter, firstValueFrom, Subject } from 'rxjs';
import { type BenchRecord, freshName, post, type Replica } from './replica.ts';

interface Checkpoint {
  readonly seq: number;
}
type Pull = ReplicationPullOptions<BenchRecord, Checkpoint>;
type Push = ReplicationPushOptions<BenchRecord>;
type Change = Awaited<ReturnType<Pull['handler']>> & { readonly checkpoint: Checkpoint };

/** 100 is the default of both; fewer round trips are a little faster here (docs/benchmarks.md). */
const batchSize = 1_000;
const text = { type: 'string', maxLength: 2_000 } as const;
const key = { type: 'string', maxLength: 36 } as const;
const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: key, proposalId: key, text },
  required: ['id', 'proposalId', 'text'],
  indexes: ['proposalId'],
} as const;

export async function open(): Promise<Replica> {
  const name = freshName('rx');
  const db = await createRxDatabase({ name, storage: getRxStorageDexie(), multiInstance: false, eventReduce: true });
  const { notes } = await db.addCollections({ notes: { schema } });
  if (notes === undefined) throw new Error('no collection');
  const pull: Pull = {
    batchSize,
    handler: async (from, limit) => (await post('/rxdb/pull', { seq: from?.seq ?? 0, limit })) as Change,
  };
  const push: Push = { batchSize, handler: async (rows) => (await post('/rxdb/push', rows)) as never };
  const shared = { collection: notes, replicationIdentifier: 'bench', waitForLeadership: false, retryTime: 1_000 };
  const once = async (ways: { readonly pull?: Pull; readonly push?: Push }): Promise<void> => {
    const replication = replicateRxCollection<BenchRecord, Checkpoint>({ ...shared, ...ways, live: false });
    replication.error$.subscribe((error) => console.error(error));
    await replication.awaitInitialReplication();
    await replication.cancel();
  };
  let events: EventSource | undefined;
  return {
    pull: () => once({ pull }),
    save: async (record) => {
      await notes.insert(record);
    },
    push: () => once({ push }),
    count: () => notes.count().exec(),
    live: async () => {
      const stream = new Subject<Change>();
      events = new EventSource('/rxdb/events');
      events.onmessage = ({ data }) => stream.next(JSON.parse(data) as Change);
      const both = { pull: { ...pull, stream$: stream.asObservable() }, push };
      const replication = replicateRxCollection<BenchRecord, Checkpoint>({ ...shared, ...both, live: true });
      await replication.awaitInitialReplication();
    },
    seen: async (id) => {
      await firstValueFrom(notes.findOne(id).$.pipe(filter((found) => found !== null)));
    },
    end: async () => {
      events?.close();
      await db.remove();
    },
  };
}
