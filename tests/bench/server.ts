/** The real server engine on a real SQLite file, behind the routes that the phone's transport calls; without sign-in,
 *  which is not measured. Beside it the floor: the same bytes into SQLite with the same settings and nothing else. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import Database from 'better-sqlite3';
import { Accounts } from '../../server/accounts.ts';
import type { Database as BuurtkasDatabase } from '../../server/db/database.ts';
import { SqliteDatabase } from '../../server/db/sqliteDatabase.ts';
import { createStore } from '../../server/db/store.ts';
import { createServerEngine, type ServerEngine } from '../../server/engine/index.ts';
import { uuidV7 } from '../../src/domain/ids.ts';
import { limits, type PullRequest, type PushRequest, type SentCommand } from '../../src/sync/protocol.ts';
import { committeeId, founderId, seedCommands, seedDeviceId } from './workload.ts';

export interface BenchServer {
  readonly url: string;
  readonly engine: ServerEngine;
  close(): Promise<void>;
}

/** A server whose committee already has `rows` rows. `pageDir`: the built page that it serves. */
export async function startBenchServer(pageDir: string, rows: number): Promise<BenchServer> {
  const folder = mkdtempSync(join(tmpdir(), 'buurtkas-bench-'));
  const database = await SqliteDatabase.open(join(folder, 'bench.db'));
  const engine = engineOver(database);
  const devices = new Devices(database);
  await engine.createCommittee(committeeId, founderId);
  await devices.know(seedDeviceId);
  await pushAll(engine, seedDeviceId, seedCommands(rows));
  const plain = plainTable(join(folder, 'floor.db'));
  const server = createServer((request, response) => {
    answer({ engine, devices, plain, pageDir }, request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'application/json' }).end(JSON.stringify({ error: String(error) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: urlOf(server), engine, close: () => closeAll(server, database, folder) };
}

export function engineOver(database: BuurtkasDatabase): ServerEngine {
  return createServerEngine({
    store: createStore(database),
    now: Date.now,
    newId: () => uuidV7(Date.now(), randomBytes(10)),
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    poke: () => undefined,
    alarm: (code, details) => {
      throw new Error(`alarm ${code} ${JSON.stringify(details)}`);
    },
  });
}

/** Devices of the founder, signed in as every device is. */
class Devices {
  readonly #accounts: Accounts;
  readonly #known = new Set<string>();

  constructor(database: BuurtkasDatabase) {
    this.#accounts = new Accounts(database);
  }

  async know(id: string): Promise<void> {
    if (this.#known.has(id)) return;
    this.#known.add(id);
    const { token } = await this.#accounts.invite({ kind: 'first', committeeId, personId: founderId });
    const signedIn = await this.#accounts.signIn({ token }, { id, name: 'Meter', publicKey: null });
    if (typeof signedIn === 'string') throw new Error(signedIn);
  }
}

export async function pushAll(engine: ServerEngine, deviceId: string, commands: readonly SentCommand[]): Promise<void> {
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
  const db = new Database(file);
  db.pragma('journal_mode = wal');
  db.pragma('synchronous = full');
  db.exec('create table doc (id text primary key, body text not null)');
  const insert = db.prepare('insert or replace into doc values (?, ?)');
  return db.transaction((documents: readonly { readonly id: string }[]) => {
    for (const document of documents) insert.run(document.id, JSON.stringify(document));
  });
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

interface Behind {
  readonly engine: ServerEngine;
  readonly devices: Devices;
  readonly plain: Plain;
  readonly pageDir: string;
}

async function answer(
  { engine, devices, plain, pageDir }: Behind,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://bench').pathname;
  if (request.method === 'GET') {
    const file = path === '/' ? '/index.html' : path;
    const known = existsSync(join(pageDir, file));
    response.writeHead(known ? 200 : 404, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    response.end(known ? readFileSync(join(pageDir, file)) : '');
    return;
  }
  const body = await bodyOf(request);
  response.writeHead(200, { 'content-type': 'application/json' });
  if (path === '/floor') {
    plain(body as readonly { readonly id: string }[]);
    response.end('{}');
    return;
  }
  const { deviceId } = body as PushRequest | PullRequest;
  await devices.know(deviceId);
  const device = { deviceId, personId: founderId };
  const result =
    path === '/api/sync/push'
      ? await engine.push(device, body as PushRequest)
      : await engine.pull(device, body as PullRequest);
  response.end(JSON.stringify(result));
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString());
}

function urlOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

async function closeAll(server: Server, database: BuurtkasDatabase, folder: string): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await database.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Commands a second into a fresh file, beside the floor that writes the same log and row texts in the same batches. */
export async function serverRound(
  commands: readonly SentCommand[],
): Promise<{ readonly ours: number; readonly floor: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'buurtkas-bench-'));
  const database = await SqliteDatabase.open(join(folder, 'bench.db'));
  const engine = engineOver(database);
  await engine.createCommittee(committeeId, founderId);
  await new Devices(database).know(seedDeviceId);
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
