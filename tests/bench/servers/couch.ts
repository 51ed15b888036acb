/** As much of the CouchDB protocol as a replication asks for, over one table. It keeps the newest revision of a document
 *  and no tree of them: less work than CouchDB does. */
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { jsonOf, type OpenPeerServer, openDatabase, sendJson } from './peer.ts';

interface Revision {
  readonly _id: string;
  readonly _rev: string;
  readonly _revisions: { readonly start: number; readonly ids: readonly string[] };
}

const longPollMs = 25_000;

export const openCouchServer: OpenPeerServer = (file, records) => {
  const db = openDatabase(
    file,
    `create table doc (seq integer primary key autoincrement, id text not null unique, rev text not null, body text not null);
     create table local (id text primary key, body text not null)`,
  );
  const find = db.prepare<[string], { rev: string; body: string }>('select rev, body from doc where id = ?');
  const after = db.prepare<[number, number], { seq: number; id: string; rev: string }>(
    'select seq, id, rev from doc where seq > ? order by seq limit ?',
  );
  const lastSeq = db.prepare<[], number>('select coalesce(max(seq), 0) from doc').pluck();
  const count = db.prepare<[], number>('select count(*) from doc').pluck();
  const local = db.prepare<[string], string>('select body from local where id = ?').pluck();
  const writeLocal = db.prepare('insert or replace into local values (?, ?)');
  const write = db.prepare('insert or replace into doc (id, rev, body) values (?, ?, ?)');
  const writeAll = db.transaction((documents: readonly Revision[]) => {
    for (const document of documents) {
      const standing = find.get(document._id);
      if (standing === undefined || newer(document._rev, standing.rev)) {
        write.run(document._id, document._rev, JSON.stringify(document));
      }
    }
  });
  writeAll(
    records.map(({ id, ...record }) => {
      const hash = createHash('md5').update(id).digest('hex');
      return { _id: id, _rev: `1-${hash}`, _revisions: { start: 1, ids: [hash] }, ...record };
    }),
  );

  const changes = (since: number, limit: number) => {
    const found = after.all(since, limit);
    const results = found.map(({ seq, id, rev }) => ({ seq, id, changes: [{ rev }] }));
    return { results, last_seq: found.at(-1)?.seq ?? lastSeq.get() ?? 0 };
  };
  const polls = new Set<() => void>();
  const answerChanges = (query: URLSearchParams, response: ServerResponse): void => {
    const [since, limit] = [Number(query.get('since') ?? 0), Number(query.get('limit') ?? Number.MAX_SAFE_INTEGER)];
    const now = changes(since, limit);
    if (now.results.length > 0 || query.get('feed') !== 'longpoll') {
      sendJson(response, now);
      return;
    }
    const end = (): void => {
      clearTimeout(timer);
      polls.delete(end);
      if (!response.writableEnded) sendJson(response, changes(since, limit));
    };
    const timer = setTimeout(end, longPollMs);
    polls.add(end);
    response.on('close', end);
  };

  return {
    answer: async (path, request, response) => {
      const { pathname, searchParams } = new URL(path, 'http://couch');
      if (pathname === '/count') return sendJson(response, count.get());
      const [, , ...rest] = pathname.split('/'); // the first is the name of the database
      const [verb, id = ''] = rest;
      if (verb === undefined || verb === '') {
        return sendJson(response, { db_name: 'notes', doc_count: count.get(), update_seq: lastSeq.get() });
      }
      if (verb === '_changes') return answerChanges(searchParams, response);
      if (verb === '_local' && request.method === 'GET') {
        const body = local.get(id);
        return body === undefined
          ? sendJson(response, { error: 'not_found', reason: 'missing' }, 404)
          : sendJson(response, JSON.parse(body));
      }
      const body = (await jsonOf(request)) as never;
      if (verb === '_local') {
        writeLocal.run(id, JSON.stringify(body));
        return sendJson(response, { ok: true, id: `_local/${id}`, rev: '0-1' }, 201);
      }
      if (verb === '_revs_diff')
        return sendJson(
          response,
          missingOf(body, (one) => find.get(one)?.rev),
        );
      if (verb === '_bulk_get') {
        const { docs } = body as { readonly docs: readonly { readonly id: string }[] };
        const found = docs.map((doc) => ({ id: doc.id, docs: [{ ok: JSON.parse(find.get(doc.id)?.body ?? 'null') }] }));
        return sendJson(response, { results: found });
      }
      if (verb !== '_bulk_docs') return sendJson(response, { error: 'not_found', reason: verb }, 404);
      writeAll((body as { readonly docs: readonly Revision[] }).docs);
      sendJson(response, [], 201);
      for (const poll of [...polls]) poll();
    },
    close: () => db.close(),
  };
};

/** CouchDB's rule: the longer history, else the greater hash. */
function newer(a: string, b: string): boolean {
  const [lengthA, lengthB] = [Number.parseInt(a, 10), Number.parseInt(b, 10)];
  return lengthA === lengthB ? a > b : lengthA > lengthB;
}

function missingOf(
  asked: Readonly<Record<string, readonly string[]>>,
  revOf: (id: string) => string | undefined,
): Readonly<Record<string, { readonly missing: readonly string[] }>> {
  const missing = Object.entries(asked).map(([id, revs]) => [id, revs.filter((rev) => rev !== revOf(id))] as const);
  return Object.fromEntries(missing.filter(([, revs]) => revs.length > 0).map(([id, revs]) => [id, { missing: revs }]));
}
