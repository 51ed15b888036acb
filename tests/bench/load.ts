/** A city on two nodes: fifty committees push at the same time while three hundred phones listen. Not a bench beside
 *  peers but a figure to reckon with (docs/scaling.md). */
import { readFileSync } from 'node:fs';
import { openServices } from '../../server/services.ts';
import { newId } from '../../server/uuid.ts';
import { type BuiltServer, startBuiltServer } from '../e2e/built-server.ts';
import { startCluster } from '../postgres/cluster.ts';
import { jsonType, type Session, signIn } from '../torture/session.ts';
import { foundArgs, proposalArgs } from './workload.ts';

const nodeCount = 2;
const commandsInPush = 10;

export interface LoadOptions {
  readonly committees: number;
  readonly listeners: number;
  readonly seconds: number;
}

export interface LoadResult extends LoadOptions {
  readonly commands: number;
  readonly commandsPerSecond: number;
  readonly pushMs: { readonly p50: number; readonly p95: number; readonly p99: number };
  /** From the answer of the push to the poke at a phone on whatever node. */
  readonly pokes: number;
  readonly failures: number;
  readonly memoryMb: {
    readonly before: readonly number[];
    readonly listening: readonly number[];
    readonly after: readonly number[];
  };
}

interface Committee {
  readonly session: Session;
  readonly id: string;
  readonly proposalId: string;
  next: number; // deviceSeq
}

export async function measureLoad(options: LoadOptions): Promise<LoadResult> {
  const { committees: count, listeners, seconds } = options;
  const cluster = await startCluster([]);
  const databaseUrl = cluster.url('postgres');
  const nodes: BuiltServer[] = [];
  try {
    for (let n = 0; n < nodeCount; n += 1) nodes.push(await startBuiltServer({ env: { DATABASE_URL: databaseUrl } }));
    const urlOf = (n: number): string => nodes[n % nodeCount]?.url ?? '';
    const tokens = await firstLinks(nodes[0]?.dataDir ?? '', databaseUrl, count);
    const committees: Committee[] = [];
    for (const [n, token] of tokens.entries()) committees.push(await found(urlOf(n), token));
    const before = nodes.map(memoryMb);
    const stop = new AbortController();
    let pokes = 0;
    for (let n = 0; n < listeners; n += 1) {
      const { session } = committees[n % count] as Committee;
      void listen(urlOf(n), session, stop.signal, () => {
        pokes += 1;
      });
    }
    await pause(3_000);
    const listening = nodes.map(memoryMb);
    pokes = 0;
    const ms: number[] = [];
    let failures = 0;
    const begin = performance.now();
    await Promise.all(
      committees.map(async (committee, n) => {
        for (let turn = n; performance.now() - begin < seconds * 1_000; turn += 1) {
          const started = performance.now();
          const ok = await push(urlOf(turn), committee).catch(() => false);
          if (ok) ms.push(performance.now() - started);
          else failures += 1;
        }
      }),
    );
    const took = (performance.now() - begin) / 1_000;
    const after = nodes.map(memoryMb);
    await pause(500);
    stop.abort();
    ms.sort((a, b) => a - b);
    const at = (part: number): number => Math.round(ms[Math.floor(ms.length * part)] ?? 0);
    const commands = ms.length * commandsInPush;
    return {
      ...options,
      commands,
      commandsPerSecond: Math.round(commands / took),
      pushMs: { p50: at(0.5), p95: at(0.95), p99: at(0.99) },
      pokes,
      failures,
      memoryMb: { before, listening, after },
    };
  } finally {
    for (const node of nodes) await node.remove();
    await cluster.stop();
  }
}

async function firstLinks(dataDir: string, databaseUrl: string, count: number): Promise<readonly string[]> {
  const { accounts, database } = await openServices({ dataDir, databaseUrl });
  const tokens: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const { token } = await accounts.invite({ kind: 'first', committeeId: newId(), personId: newId() });
    tokens.push(token);
  }
  await database.close();
  return tokens;
}

async function found(url: string, token: string): Promise<Committee> {
  const session = await signIn(url, token);
  const id = session.founding;
  if (id === null) throw new Error('nothing to found');
  const proposalId = newId();
  const committee: Committee = { session, id, proposalId, next: 1 };
  const proposal = { ...proposalArgs(0), proposalId };
  const ok = await send(url, committee, [
    ['committee.found', foundArgs()],
    ['proposal.create', proposal],
  ]);
  if (!ok) throw new Error('founding failed');
  return committee;
}

/** Ten notes of about 600 bytes. */
function push(url: string, committee: Committee): Promise<boolean> {
  const notes = Array.from({ length: commandsInPush }, () => {
    const text = 'Wat de buurt ervan zei. '.repeat(18);
    return ['proposalNote.add', { noteId: newId(), proposalId: committee.proposalId, text }] as const;
  });
  return send(url, committee, notes);
}

async function send(
  url: string,
  committee: Committee,
  all: readonly (readonly [name: string, args: unknown])[],
): Promise<boolean> {
  const { session, id: committeeId } = committee;
  const commands = all.map(([name, args], n) => {
    const numbers = { deviceSeq: committee.next + n, commandId: newId() };
    return { ...numbers, name, v: 1, args, touches: [], clientTime: Date.now() };
  });
  const body = JSON.stringify({
    ...{ protocol: 1, app: 'load', deviceId: session.deviceId, committeeId, sentAt: Date.now(), commands },
  });
  const headers = { ...jsonType, cookie: session.cookie };
  const response = await fetch(`${url}/api/sync/push`, { method: 'POST', headers, body });
  const answer = (await response.json()) as { readonly outcomes?: readonly { readonly outcome: string }[] };
  if (!response.ok || answer.outcomes?.length !== commands.length) return false;
  committee.next += commands.length;
  return answer.outcomes.every(({ outcome }) => outcome === 'applied');
}

async function listen(url: string, { cookie }: Session, signal: AbortSignal, onPoke: () => void): Promise<void> {
  try {
    const headers = { cookie, accept: 'text/event-stream' };
    const response = await fetch(`${url}/api/sync/events`, { headers, signal });
    for await (const bytes of response.body ?? []) {
      if (new TextDecoder().decode(bytes as Uint8Array).includes('data:')) onPoke();
    }
  } catch {} // the end of the measurement
}

/** Resident memory of a node, as Linux counts it. */
function memoryMb({ pid }: BuiltServer): number {
  const line = readFileSync(`/proc/${pid()}/status`, 'utf8')
    .split('\n')
    .find((one) => one.startsWith('VmRSS'));
  return Math.round(Number(/\d+/.exec(line ?? '')?.[0] ?? 0) / 1_024);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
