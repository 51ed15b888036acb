import { afterEach, expect, test, vi } from 'vitest';
import type { Poke } from '../sync/protocol.ts';
import { listen } from './events.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** A stream that the test writes to, and the connections that were made. */
function server() {
  const connections: { write(text: string): void; end(): void; readonly signal: AbortSignal }[] = [];
  const fetch = (async (_: string, init: RequestInit) => {
    let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start: (made) => {
        controller = made;
      },
    });
    const signal = init.signal as AbortSignal;
    signal.addEventListener('abort', () => controller?.error(new Error('aborted')));
    connections.push({
      write: (text) => controller?.enqueue(new TextEncoder().encode(text)),
      end: () => controller?.close(),
      signal,
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  }) as typeof globalThis.fetch;
  return { connections, fetch };
}

async function until(condition: () => boolean): Promise<void> {
  await expect.poll(condition).toBe(true);
}

test('pokes are read across chunks; heartbeats and other events are passed over', async () => {
  const { connections, fetch } = server();
  const stop = new AbortController();
  const pokes: Poke[] = [];
  const done = listen(stop.signal, { fetch, onPoke: (poke) => pokes.push(poke), sleep: async () => undefined });
  await until(() => connections.length === 1);
  connections[0]?.write('retry: 3000\n\nevent: at\nda');
  connections[0]?.write('ta: {"c":"a","seq":5}\n\n: still here\n\nevent: at\ndata: not json\n\n');
  connections[0]?.write('event: later\ndata: {"c":"b","seq":1}\n\nevent: at\r\ndata: {"c":"b","seq":9}\r\n\r\n');
  await until(() => pokes.length === 2);
  expect(pokes).toEqual([
    { c: 'a', seq: 5 },
    { c: 'b', seq: 9 },
  ]);
  stop.abort();
  await done;
});

test('an ended connection is made again, later each time that nothing came', async () => {
  const { connections, fetch } = server();
  const stop = new AbortController();
  const waits: number[] = [];
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  const sleep = async (ms: number) => {
    waits.push(ms);
    if (waits.length === 4) stop.abort();
  };
  const done = listen(stop.signal, { fetch, onPoke: () => undefined, sleep });
  for (let n = 0; n < 4; n += 1) {
    await until(() => connections.length === n + 1);
    if (n === 2) connections[n]?.write(': still here\n\n');
    connections[n]?.end();
  }
  await done;
  vi.restoreAllMocks();
  expect(waits).toEqual([2_000, 4_000, 1_000, 2_000]);
});

test('[F10] a connection that fell silent is given up and made again', async () => {
  vi.useFakeTimers();
  const { connections, fetch } = server();
  const stop = new AbortController();
  const done = listen(stop.signal, { fetch, onPoke: () => undefined, sleep: async () => undefined });
  await vi.advanceTimersByTimeAsync(0);
  connections[0]?.write(': still here\n\n');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(connections).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(connections[0]?.signal.aborted).toBe(true);
  expect(connections).toHaveLength(2);
  stop.abort();
  await vi.advanceTimersByTimeAsync(0);
  await done;
});
