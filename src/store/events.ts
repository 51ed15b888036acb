/** Listens for "the committee is now at seq n". Read as a stream and not by EventSource, because that hides the heartbeat:
 *  a connection that is silently dead (wifi left, laptop slept) would never be noticed. A lost poke costs a minute. */
import { limits, type Poke } from '../sync/protocol.ts';
import type { Wake } from '../sync/waker.ts';

export interface EventPorts {
  readonly onPoke: (poke: Poke) => void;
  readonly fetch?: typeof globalThis.fetch;
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

const deadAfterMs = limits.pokeHeartbeatMs * 2.5;

/** Runs until `signal` aborts; never throws. */
export async function listen(signal: AbortSignal, ports: EventPorts): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    const heard = await connect(signal, ports).catch(() => false);
    failures = heard ? 0 : failures + 1;
    const wait = Math.min(limits.backoffMinMs * 2 ** Math.min(failures, 12), limits.backoffMaxMs);
    if (!signal.aborted) await (ports.sleep ?? pause)(wait * (0.75 + 0.5 * Math.random()), signal);
  }
}

/** One connection to its end. True when it brought anything. */
async function connect(signal: AbortSignal, { onPoke, fetch = globalThis.fetch }: EventPorts): Promise<boolean> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), deadAfterMs);
  let heard = false;
  try {
    const response = await fetch('/api/sync/events', {
      headers: { accept: 'text/event-stream' },
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.any([signal, silence.signal]),
    });
    const ours = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
    if (!response.ok || !ours || response.body === null) return false;
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return heard;
      heard = true;
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), deadAfterMs);
      rest = readEvents(rest + value, onPoke);
    }
  } finally {
    clearTimeout(timer);
    silence.abort();
  }
}

const restMax = 10_000; // characters; an event of ours has a hundred

/** Reads whole events and answers what is left of the last one. */
function readEvents(text: string, onPoke: EventPorts['onPoke']): string {
  const events = text.replaceAll('\r\n', '\n').split('\n\n');
  const rest = events.pop() ?? '';
  for (const event of events) {
    const lines = event.split('\n');
    if (!lines.includes('event: at')) continue; // a heartbeat, or something that a later version says
    const poke = pokeFrom(lines.find((line) => line.startsWith('data:'))?.slice('data:'.length) ?? '');
    if (poke !== undefined) onPoke(poke);
  }
  return rest.length > restMax ? '' : rest;
}

function pokeFrom(data: string): Poke | undefined {
  try {
    const { c, seq } = JSON.parse(data) as Partial<Record<keyof Poke, unknown>>;
    return typeof c === 'string' && typeof seq === 'number' ? { c, seq } : undefined;
  } catch {
    return undefined;
  }
}

/** Ends early when `signal` aborts. */
export function pause(ms: number, signal: Wake): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
