/** What the peers' servers share. Each writes to a SQLite file with the settings of ours: WAL, synchronous FULL. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type Sqlite from 'better-sqlite3';
import type { BenchRecord } from '../contenders/replica.ts';

export interface PeerServer {
  /** Answers what is below its own path. */
  answer(path: string, request: IncomingMessage, response: ServerResponse): Promise<void>;
  close(): void;
}

/** `records`: what the server has before anybody asks. */
export type OpenPeerServer = (file: string, records: readonly BenchRecord[]) => PeerServer;

/** As our own server: libsql, with the same interface, where npm could not build better-sqlite3. */
const { default: Database } = (await import('better-sqlite3').catch(() => import('libsql'))) as {
  readonly default: typeof Sqlite;
};

export function openDatabase(file: string, tables: string): Sqlite.Database {
  const db = new Database(file);
  db.pragma('journal_mode = wal');
  db.pragma('synchronous = full');
  db.exec(tables);
  return db;
}

export async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

export async function jsonOf(request: IncomingMessage): Promise<unknown> {
  return JSON.parse((await bytesOf(request)).toString());
}

export function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** Server-sent events to whoever listens. */
export class Listeners {
  readonly #open = new Set<ServerResponse>();

  add(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('retry: 3000\n\n');
    this.#open.add(response);
    response.on('close', () => this.#open.delete(response));
  }

  tell(data: string): void {
    for (const response of this.#open) response.write(`data: ${data}\n\n`);
  }
}
