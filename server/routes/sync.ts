/** Push, pull and relay. Thin: parse, ask the engine, answer. */
import type { FastifyInstance } from 'fastify';
import { type Bundle, limits, protocolVersion } from '../../src/sync/protocol.ts';
import { OtherDevice } from '../engine/index.ts';
import { HttpError, parse } from '../http.ts';
import type { Services } from '../services.ts';
import { deviceOf, requireDevice } from '../session.ts';
import { verifyBundle } from '../signature.ts';
import { bundleShape, pullShape, pushShape } from './shapes.ts';

const relayBytesMax = 64 * 1024 * 1024; // an evening's photos travel in the bundle
const envelopeBytes = 4 * 1024;

export function syncRoutes(app: FastifyInstance, services: Services): void {
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

  app.post('/api/sync/relay', { onRequest, bodyLimit: relayBytesMax }, async (request) => {
    const bundle = parse(bundleShape, request.body);
    const device = await accounts.device(bundle.deviceId);
    const known = device?.state === 'active' && device.person_id === bundle.personId && device.public_key !== null;
    if (!known || !(await verifyBundle(bundle, device.public_key ?? ''))) throw new HttpError(403, 'wrong_signature');
    const response = await engine.relay(bundle, { deviceId: device.id, personId: device.person_id });
    if (response.stop !== 'auth') await takePhotos(services, bundle);
    return response;
  });
}

/** Photos that are no photos, or not what they are named, are left out: the commands count without them (B5). A phone
 *  may send the bundle ahead with empty photos and bring the bytes in chunks. */
async function takePhotos({ blobs, engine }: Services, { committeeId, photos }: Bundle): Promise<void> {
  for (const { sha256, base64 } of photos) {
    const bytes = Buffer.from(base64, 'base64');
    if (bytes.length === 0) continue;
    const offset = await blobs.offset(committeeId, sha256);
    const from = typeof offset === 'number' ? offset : bytes.length;
    const result = await blobs.append(committeeId, sha256, from, bytes.subarray(from), bytes.length);
    if (result.kind === 'stored') await engine.recordStoredPhoto(committeeId, sha256, result.size);
  }
}
