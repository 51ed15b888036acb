/** The floor: bare Dexie with the same durability and the same answers of the same server, without an engine. */
import { Dexie } from 'dexie';
import { createNet } from '../../../src/store/net.ts';
import type { PullRequest, PullResponse } from '../../../src/sync/protocol.ts';
import { committeeId, phoneDeviceId } from '../workload.ts';
import { type BenchRecord, freshName, post, type Replica } from './replica.ts';

const sendBatch = 100;

export async function open(): Promise<Replica> {
  const db = new Dexie(freshName('bare'), { chromeTransactionDurability: 'strict', cache: 'disabled' });
  db.version(1).stores({ rows: 'id, proposalId', outbox: 'id' });
  await db.open();
  const [rows, outbox] = [db.table<{ readonly id: string }>('rows'), db.table<BenchRecord>('outbox')];
  const net = createNet();
  let at: Pick<PullRequest, 'epoch' | 'cursor' | 'head' | 'accessV'> = {
    epoch: null,
    cursor: 0,
    head: null,
    accessV: 0,
  };
  return {
    pull: async () => {
      const patch: { readonly id: string }[] = [];
      let page: string | undefined;
      let answer: PullResponse;
      do {
        const ask = { protocol: 1, deviceId: phoneDeviceId, committeeId, ...at, pendingFrom: 1 };
        answer = (await net.pull(page === undefined ? ask : { ...ask, page })) as PullResponse;
        patch.push(...answer.patch.flatMap((op) => (op.op === 'put' ? [{ ...op.row, id: op.id }] : [])));
        page = answer.next;
      } while (page !== undefined);
      const { epoch, cursor, access, last } = answer;
      at = { epoch, cursor, head: last?.head ?? null, accessV: access.v };
      await db.transaction('rw', rows, outbox, async () => {
        const pending = await outbox.toArray();
        await rows.bulkGet(pending.map(({ id }) => id));
        await rows.bulkPut([...patch, ...pending]);
      });
    },
    save: (record) =>
      db.transaction('rw', rows, outbox, async () => {
        await rows.put(record);
        await outbox.add(record);
      }),
    push: async () => {
      const pending = await outbox.toArray();
      for (let from = 0; from < pending.length; from += sendBatch) {
        await post('/floor', pending.slice(from, from + sendBatch));
      }
      await db.transaction('rw', rows, outbox, async () => {
        await rows.bulkPut(pending);
        await outbox.clear();
      });
    },
    count: () => rows.count(),
    live: () => Promise.reject(new Error('Dexie alone knows no server')),
    seen: () => Promise.reject(new Error('Dexie alone knows no server')),
    end: async () => {
      db.close();
      await Dexie.delete(db.name);
    },
  };
}
