/** Photos up and down. HEAD says how much is here, PATCH goes on from there, GET asks the row that shows the photo. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { rowKey } from '../../src/domain/command.ts';
import { isUuid } from '../../src/domain/ids.ts';
import { currentBody } from '../../src/domain/rowShapes.ts';
import { type RowType, rowTypes, type StoredPhoto } from '../../src/domain/rows.ts';
import { limits } from '../../src/sync/protocol.ts';
import type { AppendResult } from '../blobs/blobStore.ts';
import { keepStored } from '../blobs/destroyed.ts';
import { isDestroyed, showsPhoto, standingOf } from '../engine/index.ts';
import { HttpError, parse } from '../http.ts';
import type { Services } from '../services.ts';
import { deviceOf, requireDevice } from '../session.ts';
import { isPlain } from './shapes.ts';

const nameShape = v.object({
  committee: v.pipe(v.string(), v.check(isUuid)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});
const shownByShape = v.object({
  t: v.picklist(rowTypes as readonly [RowType, ...RowType[]]),
  id: v.pipe(v.string(), v.maxLength(200), v.check(isPlain)),
});
const wholeNumber = v.pipe(v.string(), v.regex(/^\d{1,10}$/), v.transform(Number));
const uploadHeaders = v.object({ 'upload-offset': wholeNumber, 'upload-length': wholeNumber });

interface BlobOptions {
  readonly services: Services;
  readonly perMinute: number;
}

export function blobRoutes(app: FastifyInstance, { services, perMinute }: BlobOptions): void {
  const { accounts, blobs, store } = services;
  const onRequest = requireDevice(accounts);
  const url = '/api/blobs/:committee/:sha256';
  app.addContentTypeParser(
    ['application/octet-stream', 'application/offset+octet-stream'],
    { parseAs: 'buffer' },
    (_request, body, done) => done(null, body),
  );

  app.head(url, { onRequest }, async (request, reply) => {
    const { committee, sha256, destroyed, recorded } = await uploadAllowed(services, request);
    if (destroyed) return reply.code(204).header('upload-offset', 0).send();
    const offset = await blobs.offset(committee, sha256);
    if (typeof offset !== 'number') {
      // A crash may have come between the photo and its entry. A phone that hears "stored" sends nothing any more.
      if (!recorded) await keepStored(services, committee, sha256, offset.stored);
      return reply.code(204).header('upload-offset', offset.stored).send();
    }
    return reply.header('upload-offset', offset).header('cache-control', 'no-store').send();
  });

  const config = { rateLimit: { max: perMinute, timeWindow: '1 minute' } };
  app.patch(url, { onRequest, config, bodyLimit: 2 * limits.blobChunkBytes }, async (request, reply) => {
    const { committee, sha256, destroyed } = await uploadAllowed(services, request);
    const { 'upload-offset': offset, 'upload-length': total } = parse(uploadHeaders, request.headers);
    if (!Buffer.isBuffer(request.body)) throw new HttpError(415, 'wrong_content_type');
    if (destroyed) return answerUpload(reply, { kind: 'stored', size: total });
    const result = await blobs.append(committee, sha256, offset, request.body, total);
    if (result.kind === 'stored') await keepStored(services, committee, sha256, result.size);
    return answerUpload(reply, result);
  });

  app.get(url, { onRequest, exposeHeadRoute: false }, async (request, reply) => {
    const { committee, sha256 } = parse(nameShape, request.params);
    const { t, id } = parse(shownByShape, request.query);
    const { personId } = deviceOf(request);
    const shown = store.read((snapshot) => showsPhoto(snapshot, committee, personId, sha256, rowKey(t, id)));
    if (!(await shown)) throw new HttpError(404, 'not_found');
    const blob = await blobs.read(committee, sha256);
    if (blob === undefined) throw new HttpError(404, 'not_stored_yet');
    reply.header('content-length', blob.size).header('cache-control', 'private, no-store');
    return reply.type(blob.mime).send(blob.stream());
  });
}

/** Removed members too may bring what they made while they were members. Of what is destroyed nothing is taken, and its phone
 *  hears that it arrived: then it does not come again (B7). */
async function uploadAllowed({ store }: Services, request: FastifyRequest) {
  const name = parse(nameShape, request.params);
  const { personId } = deviceOf(request);
  const found = await store.read(async (snapshot) => {
    const committee = await snapshot.committee(name.committee);
    const standing = committee && (await standingOf(snapshot, committee, personId));
    if (standing === undefined || standing.kind === 'stranger') return undefined;
    const row = await snapshot.row(name.committee, rowKey('storedPhoto', name.sha256));
    const recorded = row !== undefined && (currentBody(row) as StoredPhoto).destroyedOn === undefined;
    return { recorded, destroyed: await isDestroyed(snapshot, name.committee, name.sha256) };
  });
  if (found === undefined) throw new HttpError(403, 'not_permitted');
  return { ...name, ...found };
}

function answerUpload(reply: FastifyReply, result: AppendResult) {
  switch (result.kind) {
    case 'stored':
      return reply.code(204).header('upload-offset', result.size).send();
    case 'partial':
      return reply.header('upload-offset', result.offset).send({ offset: result.offset });
    case 'wrong_offset':
      reply.code(409).header('upload-offset', result.offset);
      return reply.send({ error: 'wrong offset', code: 'wrong_offset', offset: result.offset });
    case 'mismatch':
      return reply
        .code(460)
        .header('upload-offset', 0)
        .send({ error: 'the bytes have another hash', code: 'mismatch' });
    case 'wrong_kind':
      return reply.code(415).send({ error: 'not a photo or a recording', code: 'not_a_photo' });
    case 'too_large':
      return reply.code(413).send({ error: 'too large', code: 'too_large' });
  }
}
