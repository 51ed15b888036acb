/** Server-sent events: "this committee is now at seq so". */
import type { FastifyInstance } from 'fastify';
import { limits } from '../../src/sync/protocol.ts';
import type { PokeHub } from '../pokes.ts';
import type { Services } from '../services.ts';
import { deviceOf, requireDevice, sessionCookie } from '../session.ts';

export function eventRoutes(
  app: FastifyInstance,
  { accounts, store }: Pick<Services, 'accounts' | 'store'>,
  hub: PokeHub,
): void {
  // Open streams would keep a closing server waiting for ever.
  app.addHook('preClose', async () => hub.endAll());

  const options = { onRequest: requireDevice(accounts), exposeHeadRoute: false };
  app.get('/api/sync/events', options, async (request, reply) => {
    const device = deviceOf(request);
    const token = request.cookies[sessionCookie] ?? '';
    const places = await accounts.committeesOf(device.personId);
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no', // a proxy must not gather events
    });
    const send = (c: string, seq: number): void => {
      raw.write(`event: at\ndata: ${JSON.stringify({ c, seq })}\n\n`);
    };
    const beat = async (): Promise<void> => {
      // Signed off meanwhile, perhaps from the command line: another process cannot end the stream.
      const session = await accounts.session(token);
      if (session === undefined || session.revoked) raw.end();
      else raw.write(': still here\n\n');
    };
    const heartbeat = setInterval(() => void beat().catch(() => raw.end()), limits.pokeHeartbeatMs);
    const stop = hub.listen({ ...device, send, end: () => raw.end() });
    raw.on('close', () => {
      clearInterval(heartbeat);
      stop();
    });
    // Where everything is now: what was missed while the line was cut shows at once.
    raw.write('retry: 3000\n\n');
    for (const { committeeId } of places) {
      const committee = await store.read((snapshot) => snapshot.committee(committeeId));
      if (committee !== undefined) send(committeeId, committee.seq);
    }
  });
}
