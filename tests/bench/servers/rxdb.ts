/** The handlers of RxDB's page on HTTP replication: documents after a checkpoint, and writes that name the state which
 *  the client assumed. Where that is not what stands, the standing one goes back as a conflict. */
import type { BenchRecord } from '../contenders/replica.ts';
import { jsonOf, Listeners, type OpenPeerServer, openDatabase, sendJson } from './peer.ts';

type Document = BenchRecord & { readonly _deleted: boolean };
interface PushRow {
  readonly newDocumentState: Document;
  readonly assumedMasterState?: Document;
}

export const openRxdbServer: OpenPeerServer = (file, records) => {
  const db = openDatabase(
    file,
    'create table doc (id text primary key, seq integer not null, body text not null); create index doc_seq on doc (seq)',
  );
  const find = db.prepare<[string], string>('select body from doc where id = ?').pluck();
  const after = db.prepare<[number, number], { seq: number; body: string }>(
    'select seq, body from doc where seq > ? order by seq limit ?',
  );
  const write = db.prepare('insert or replace into doc values (?, (select coalesce(max(seq), 0) + 1 from doc), ?)');
  const listeners = new Listeners();
  const changes = (seq: number, limit: number) => {
    const found = after.all(seq, limit);
    const documents = found.map(({ body }) => JSON.parse(body) as Document);
    return { documents, checkpoint: { seq: found.at(-1)?.seq ?? seq } };
  };
  const writeAll = db.transaction((rows: readonly PushRow[]) => {
    const conflicts: Document[] = [];
    for (const { newDocumentState, assumedMasterState } of rows) {
      const standing = find.get(newDocumentState.id);
      const same = standing === (assumedMasterState === undefined ? undefined : JSON.stringify(assumedMasterState));
      if (same) write.run(newDocumentState.id, JSON.stringify(newDocumentState));
      else if (standing !== undefined) conflicts.push(JSON.parse(standing) as Document);
    }
    return conflicts;
  });
  writeAll(records.map((record) => ({ newDocumentState: { ...record, _deleted: false } })));
  let told = records.length;

  return {
    answer: async (path, request, response) => {
      if (path === '/events') return listeners.add(response);
      if (path === '/count') return sendJson(response, db.prepare('select count(*) from doc').pluck().get());
      const body = await jsonOf(request);
      if (path === '/pull') {
        const { seq, limit } = body as { readonly seq: number; readonly limit: number };
        return sendJson(response, changes(seq, limit));
      }
      sendJson(response, writeAll(body as readonly PushRow[]));
      const fresh = changes(told, Number.MAX_SAFE_INTEGER);
      told = fresh.checkpoint.seq;
      listeners.tell(JSON.stringify(fresh));
    },
    close: () => db.close(),
  };
};
