import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Visitor } from './testApp.ts';

/** Reads the events of a visitor over a real connection. */
export async function listenOn(app: FastifyInstance, visitor: Visitor) {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const headers = { cookie: `bk_session=${visitor.cookie}` };
  const response = await fetch(`http://127.0.0.1:${port}/api/sync/events`, { headers });
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = '';
  return {
    response,
    /** The next event's data; undefined when the server ended the stream. */
    next: async (): Promise<unknown> => {
      for (;;) {
        const event = /event: at\ndata: (.*)\n\n/.exec(text);
        if (event !== null) {
          text = text.slice(event.index + event[0].length);
          return JSON.parse(event[1] ?? '');
        }
        const { done, value } = await reader.read();
        if (done) return undefined;
        text += decoder.decode(value, { stream: true });
      }
    },
    stop: () => reader.cancel(),
  };
}
