/** Who is measured beside us, and what each does not do of what ours does. */
export const peers = ['rxdb', 'pouchdb', 'yjs'] as const;
export type Peer = (typeof peers)[number];
export type Contender = 'ours' | 'floor' | Peer;

export const titles: Readonly<Record<Peer, string>> = {
  rxdb: 'RxDB 17.6.0, Dexie storage',
  pouchdb: 'PouchDB 9.0.0',
  yjs: 'Yjs 13.6.33, y-indexeddb 9.0.12',
};

/** In every row. Theirs to build on top, where an application needs it. */
export const lacks: Readonly<Record<Peer, string>> = {
  rxdb: 'no rights, no validation on the server, no log; relaxed durability: a power cut may take the last saves',
  pouchdb: 'no rights within a database, no validation, no log; relaxed durability; a losing revision stays hidden',
  yjs: 'no rights, no validation, no log, no refusal; all records in memory; written behind the program, relaxed',
};
