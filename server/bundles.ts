/** A bundle of unsent work comes in: by a phone that carried it, or by the operator from a file (H1). */
import type { Bundle, RelayResponse } from '../src/sync/protocol.ts';
import { keepStored } from './blobs/destroyed.ts';
import type { Services } from './services.ts';
import { verifyBundle } from './signature.ts';

/** `vouched`: the operator knows where the file comes from, and its signature is not asked. */
export async function takeIn(services: Services, bundle: Bundle, vouched = false): Promise<RelayResponse> {
  const device = await services.accounts.device(bundle.deviceId);
  // After a restore a device may be unknown until it signs in again; only then its key is here to verify with.
  if (device === undefined || (device.public_key === null && !vouched)) return { result: 'unknown_device' };
  if (!vouched && !(await verifyBundle(bundle, device.public_key ?? ''))) {
    return { result: 'refused', code: 'wrong_signature' };
  }
  const answer = await services.engine.relay(bundle, { deviceId: device.id, personId: device.person_id });
  const counts = answer.result === 'taken' || answer.result === 'waiting';
  if (counts && device.state === 'active') await takePhotos(services, bundle);
  return answer;
}

/** Photos that are no photos, or not what they are named, are left out: the commands count without them (B5). A phone
 *  may send the bundle ahead with empty photos and bring the bytes in chunks. */
async function takePhotos(services: Services, { committeeId, photos }: Bundle): Promise<void> {
  const { blobs } = services;
  for (const { sha256, base64 } of photos) {
    const bytes = Buffer.from(base64, 'base64');
    if (bytes.length === 0) continue;
    const offset = await blobs.offset(committeeId, sha256);
    const from = typeof offset === 'number' ? offset : bytes.length;
    const result = await blobs.append(committeeId, sha256, from, bytes.subarray(from), bytes.length);
    if (result.kind === 'stored') await keepStored(services, committeeId, sha256, result.size);
  }
}
