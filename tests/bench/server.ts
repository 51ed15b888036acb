/** The real server engine on a real SQLite file, behind the routes that the phone's transport calls; without sign-in,
 *  which is not measured. Beside it the floor, the same bytes into SQLite with the same settings and nothing else, and
 *  the servers of the peers. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { Accounts } from '../../server/accounts.ts';
import { sha256 } from '../../server/codes.ts';
import type { Database as BuurtkasDatabase } from '../../server/db/database.ts';
import { SqliteDatabase } from '../../server/db/sqliteDatabase.ts';
import { createStore } from '../../server/db/store.ts';
import { createServerEngine, type ServerEngine } from '../../server/engine/index.ts';
import { PokeHub } from '../../server/pokes.ts';
import { newId } from '../../server/uuid.ts';
import { limits, type PullRequest, type PushRequest, type SentCommand } from '../../src/sync/protocol.ts';
import { recordOf } from './contenders/replica.ts';
import { openCouchServer } from './servers/couch.ts';
import { jsonOf, openDatabase, type PeerServer, sendJson } from './servers/peer.ts';
import { openRxdbServer } from './servers/rxdb.ts';
import { openYjsServer } from './servers/yjs.ts';
import { committeeId, founderId, seedCommands, seedDeviceId } from './workload.ts';

export interface BenchServer {
  readonly url: string;
  close(): Promise<void>;
}

const peers = { rxdb: openRxdbServer, pouchdb: openCouchServer, yjs: openYjsServer };

/** A server whose committee already has `rows` rows, and peers with as many records; `withPeers` false leaves them out.
 *  `pageDir`: the built page that it serves. */
export async function startBenchServer(pageDir: string, rows: number, withPeers = true): Promise<BenchServer> {
  const folder = mkdtempSync(join(tmpdir(), 'buurtkas-bench-'));
  const database = await SqliteDatabase.open(join(folder, 'bench.db'));
  const accounts = new Accounts(database);
  const hub = new PokeHub(accounts, console.error);
  const engine = engineOver(database, (committee, seq) => hub.poke(committee, seq));
  const devices = new Devices(accounts);
  await seedCommittee(engine, accounts, rows);
  const plain = plainTable(join(folder, 'floor.db'));
  const records = Array.from({ length: rows }, (_, n) => recordOf(n));
  const opened = Object.entries(withPeers ? peers : {}).map(
    ([name, open]) => [name, open(join(folder, `${name}.db`), records)] as const,
  );
  const behind = { engine, devices, hub, plain, pageDir, peers: new Map<string, PeerServer>(opened) };
  const server = createServer((request, response) => {
    answer(behind, request, response).catch((error: unknown) => {
      if (request.complete) console.error(error); // a browser that was killed asks half a question
      if (!response.headersSent) sendJson(response, { error: String(error) }, 500);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async (): Promise<void> => {
    hub.endAll();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    for (const [, peer] of opened) peer.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: urlOf(server), close };
}

/** A committee with about `rows` rows, made by commands. */
export async function seedCommittee(engine: ServerEngine, accounts: Accounts, rows: number): Promise<void> {
  await engine.createCommittee(committeeId, founderId);
  await new Devices(accounts).know(seedDeviceId);
  await pushAll(engine, seedDeviceId, seedCommands(rows));
}

function engineOver(database: BuurtkasDatabase, poke: (committeeId: string, seq: number) => void): ServerEngine {
  return createServerEngine({
    store: createStore(database),
    now: Date.now,
    newId,
    sha256,
    poke,
    photosDestroyed: () => undefined,
    nameErased: () => undefined,
    alarm: (code, details) => {
      throw new Error(`alarm ${code} ${JSON.stringify(details)}`);
    },
  });
}

/** Devices of the founder, signed in as every device is. */
class Devices {
  readonly #accounts: Accounts;
  readonly #known = new Set<string>();

  constructor(accounts: Accounts) {
    this.#accounts = accounts;
  }

  async know(id: string): Promise<void> {
    if (this.#known.has(id)) return;
    this.#known.add(id);
    const { token } = await this.#accounts.invite({ kind: 'first', committeeId, personId: founderId });
    const signedIn = await this.#accounts.signIn({ token }, { id, name: 'Meter', publicKey: null });
    if (typeof signedIn === 'string') throw new Error(signedIn);
  }
}

async function pushAll(engine: ServerEngine, deviceId: string, commands: readonly SentCommand[]): Promise<void> {
  for (let from = 0; from < commands.length; from += limits.pushCommandsMax) {
    const part = commands.slice(from, from + limits.pushCommandsMax);
    const request: PushRequest = {
      protocol: 1,
      app: 'bench',
      deviceId,
      committeeId,
      sentAt: Date.now(),
      commands: part,
    };
    const response = await engine.push({ deviceId, personId: founderId }, request);
    const bad = response.outcomes.find(({ outcome }) => outcome !== 'applied');
    if (response.stop !== undefined || bad !== undefined)
      throw new Error(`bench push: ${JSON.stringify(bad ?? response)}`);
  }
}

type Plain = (documents: readonly { readonly id: string }[]) => void;

function plainTable(file: string): Plain {
  const db = openDatabase(file, 'create table doc (id text primary key, body text not null)');
  const insert = db.prepare('insert or replace into doc values (?, ?)');
  return db.transaction((documents: readonly { readonly id: string }[]) => {
    for (const document of documents) insert.run(document.id, JSON.stringify(document));
  });
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

interface Behind {
  readonly engine: ServerEngine;
  readonly devices: Devices;
  readonly hub: PokeHub;
  readonly plain: Plain;
  readonly pageDir: string;
  readonly peers: ReadonlyMap<string, PeerServer>;
}

async function answer(behind: Behind, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? '/';
  const [, name = ''] = path.split('/');
  const peer = behind.peers.get(name);
  if (peer !== undefined) return peer.answer(path.slice(name.length + 1), request, response);
  if (path === '/api/sync/events') return listenTo(behind.hub, response);
  if (request.method === 'GET') {
    const file = path === '/' ? '/index.html' : path;
    const known = existsSync(join(behind.pageDir, file));
    response.writeHead(known ? 200 : 404, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    return void response.end(known ? readFileSync(join(behind.pageDir, file)) : '');
  }
  const body = await jsonOf(request);
  if (path === '/floor') {
    behind.plain(body as readonly { readonly id: string }[]);
    return sendJson(response, {});
  }
  const { deviceId } = body as PushRequest | PullRequest;
  await behind.devices.know(deviceId);
  const device = { deviceId, personId: founderId };
  const isPush = path === '/api/sync/push';
  sendJson(
    response,
    await (isPush ? behind.engine.push(device, body as PushRequest) : behind.engine.pull(device, body as PullRequest)),
  );
}

/** As routes/events.ts, without the session. */
function listenTo(hub: PokeHub, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 3000\n\n');
  const send = (c: string, seq: number): void => {
    response.write(`event: at\ndata: ${JSON.stringify({ c, seq })}\n\n`);
  };
  const stop = hub.listen({ deviceId: randomUUID(), personId: founderId, send, end: () => response.end() });
  response.on('close', stop);
}

function urlOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

/** Commands a second into a fresh file, beside the floor that writes the same log and row texts in the same batches. */
export async function serverRound(
  commands: readonly SentCommand[],
): Promise<{ readonly ours: number; readonly floor: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'buurtkas-bench-'));
  const database = await SqliteDatabase.open(join(folder, 'bench.db'));
  const engine = engineOver(database, () => undefined);
  await engine.createCommittee(committeeId, founderId);
  await new Devices(new Accounts(database)).know(seedDeviceId);
  await pushAll(engine, seedDeviceId, commands.slice(0, 51)); // the committee and its proposals
  const work = commands.slice(51);
  const begin = performance.now();
  await pushAll(engine, seedDeviceId, work);
  const ours = performance.now() - begin;
  await database.close();
  const plain = plainTable(join(folder, 'floor.db'));
  const floorBegin = performance.now();
  for (let from = 0; from < work.length; from += limits.batchCommandsMax) {
    const batch = work.slice(from, from + limits.batchCommandsMax);
    plain(
      batch.flatMap((command) => [
        { ...command, id: randomUUID() },
        { id: command.commandId, body: command.args },
      ]),
    );
  }
  const floor = performance.now() - floorBegin;
  rmSync(folder, { recursive: true, force: true });
  return { ours, floor };
}
