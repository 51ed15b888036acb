/** Push, pull and relay. Thin: parse, ask the engine, answer. */
import type { FastifyInstance } from 'fastify';
import { limits, protocolVersion } from '../../src/sync/protocol.ts';
import { takeIn } from '../bundles.ts';
import { OtherDevice } from '../engine/index.ts';
import { HttpError, parse } from '../http.ts';
import type { Services } from '../services.ts';
import { deviceOf, requireDevice } from '../session.ts';
import { bundleShape, pullShape, pushShape } from './shapes.ts';

const relayBytesMax = 16 * 1024 * 1024; // phones send the text in the bundle, and the photos in chunks
const envelopeBytes = 4 * 1024;

export function syncRoutes(app: FastifyInstance, services: Services, relaysPerMinute: number): void {
  const { engine, accounts } = services;
  const onRequest = requireDevice(accounts);

  app.post('/api/sync/push', { onRequest, bodyLimit: limits.pushBytesMax + envelopeBytes }, async (request) => {
    const push = parse(pushShape, request.body);
    return engine.push(deviceOf(request), push);
  });

  app.post('/api/sync/pull', { onRequest }, async (request, reply) => {
    const pull = parse(pullShape, request.body);
    // What was entered is sent already; rows of a form that this app cannot read would only confuse it (SYNC 6.14).
    if (pull.protocol < protocolVersion) throw new HttpError(426, 'upgrade');
    const answer = await engine.pull(deviceOf(request), pull).catch((error: unknown) => {
      throw error instanceof OtherDevice ? new HttpError(401, 'signed_out') : error;
    });
    if ('code' in answer) reply.code(answer.code === 'not_member' ? 403 : 409);
    return answer;
  });

  // Any signed-in phone may carry it: the signature says whose work it is.
  const relay = {
    onRequest,
    bodyLimit: relayBytesMax,
    config: { rateLimit: { max: relaysPerMinute, timeWindow: '1 minute' } },
  };
  app.post('/api/sync/relay', relay, (request) => takeIn(services, parse(bundleShape, request.body)));
}
