/** A server for one Yjs document: it keeps the document in memory, as the WebSocket server of Yjs does, and every update
 *  on disk before it answers, which that one leaves to others. */
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs';
import { bytesOf, Listeners, type OpenPeerServer, openDatabase, sendJson } from './peer.ts';

export const openYjsServer: OpenPeerServer = (file, records) => {
  const db = openDatabase(file, 'create table part (seq integer primary key, bytes blob not null)');
  const write = db.prepare('insert into part (bytes) values (?)');
  const doc = new Doc();
  const notes = doc.getMap('notes');
  doc.transact(() => {
    for (const { id, ...record } of records) notes.set(id, record);
  });
  write.run(encodeStateAsUpdate(doc));
  const listeners = new Listeners();

  return {
    answer: async (path, request, response) => {
      if (path === '/events') return listeners.add(response);
      if (path === '/count') return sendJson(response, notes.size);
      if (path === '/vector') return void response.end(encodeStateVector(doc));
      const bytes = await bytesOf(request);
      if (path === '/diff') return void response.end(encodeStateAsUpdate(doc, bytes));
      applyUpdate(doc, bytes);
      write.run(bytes);
      response.end();
      listeners.tell(bytes.toString('base64'));
    },
    close: () => {
      db.close();
      doc.destroy();
    },
  };
};
