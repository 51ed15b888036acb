/** What the nodes on one PostgreSQL tell each other: that a committee grew, that a device was signed off. It carries no
 *  data. A message that is lost costs a minute; after a cut every stream begins anew and says where things are. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { newId } from './uuid.ts';

export type NodeMessage =
  | { readonly kind: 'grown'; readonly committeeId: string; readonly seq: number }
  | { readonly kind: 'signed_off'; readonly deviceId: string };

export interface NodeLineOptions {
  readonly url: string;
  readonly onMessage: (message: NodeMessage) => void;
  /** The line was cut for a while and is here again. */
  readonly onGap: () => void;
  readonly onError: (error: unknown) => void;
}

const channel = 'buurtkas';
/** Held in common by every running node, alone by a restore. */
const runningLock = 7_820_002;
const retryMs = { first: 200, most: 5_000 };
const beatMs = 20_000;

export class NodeLine {
  readonly #options: NodeLineOptions;
  readonly #nodeId = newId();
  readonly #waiting = new Map<string, NodeMessage>();
  #client: Client | undefined;
  #sending = false;
  #closed = false;

  private constructor(options: NodeLineOptions) {
    this.#options = options;
  }

  static async open(options: NodeLineOptions): Promise<NodeLine> {
    const line = new NodeLine(options);
    await line.#connect();
    return line;
  }

  /** Sent after the commit that it is about, in a transaction of its own: NOTIFY holds a lock of the whole database. */
  tell(message: NodeMessage): void {
    const key = message.kind === 'grown' ? message.committeeId : message.deviceId;
    const waiting = this.#waiting.get(key);
    const later = waiting?.kind === 'grown' && message.kind === 'grown' && waiting.seq > message.seq;
    this.#waiting.set(key, later ? waiting : message);
    if (!this.#sending) void this.#send();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#client?.end();
  }

  /** What comes while a message is under way goes with the next one. */
  async #send(): Promise<void> {
    this.#sending = true;
    while (this.#waiting.size > 0) {
      const texts = [...this.#waiting.values()].map((message) => JSON.stringify({ node: this.#nodeId, message }));
      this.#waiting.clear();
      const notify = `select pg_notify('${channel}', text) from json_array_elements_text($1::json) as text`;
      await this.#client?.query(notify, [JSON.stringify(texts)]).catch(this.#options.onError);
    }
    this.#sending = false;
  }

  async #connect(): Promise<void> {
    const client = await connected(this.#options.url, 'shared');
    if (client === undefined)
      throw new Error('A backup is being restored on this database. Start again when it is done.');
    client.on('error', this.#options.onError);
    client.on('notification', ({ payload = '' }) => this.#hear(payload));
    await client.query(`listen ${channel}`).catch(async (error: unknown) => {
      await client.end();
      throw error;
    });
    const beat = setInterval(() => void client.query('select 1').catch(() => client.end()), beatMs).unref();
    client.on('end', () => {
      clearInterval(beat);
      this.#client = undefined;
      if (!this.#closed) void this.#reconnect();
    });
    this.#client = client;
    if (this.#closed) await client.end();
  }

  async #reconnect(): Promise<void> {
    for (let wait = retryMs.first; !this.#closed; wait = Math.min(2 * wait, retryMs.most)) {
      await sleep(wait, undefined, { ref: false });
      try {
        await this.#connect();
        this.#options.onGap();
        return;
      } catch (error) {
        this.#options.onError(error);
      }
    }
  }

  #hear(payload: string): void {
    const { node, message } = JSON.parse(payload) as { node: string; message: NodeMessage };
    if (node !== this.#nodeId) this.#options.onMessage(message);
  }
}

/** Runs `body` while no node is running; throws a sentence when one is. */
export async function withoutNodes<T>(url: string, body: () => Promise<T>): Promise<T> {
  const client = await connected(url, 'alone');
  if (client === undefined) throw new Error('Stop the server first: a node is running on this database.');
  return body().finally(() => client.end());
}

async function connected(url: string, hold: 'shared' | 'alone'): Promise<Client | undefined> {
  const client = new Client({
    connectionString: url,
    application_name: 'buurtkas',
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
  });
  client.on('error', () => undefined); // what is under way fails by itself
  try {
    await client.connect();
    const lock = hold === 'shared' ? 'pg_try_advisory_lock_shared' : 'pg_try_advisory_lock';
    const { rows } = await client.query<{ held: boolean }>(`select ${lock}(${runningLock}) as held`);
    if (rows[0]?.held === true) return client;
    await client.end();
    return undefined;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}
