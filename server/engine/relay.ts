/** Work of one phone that another one brings: as a push from the device that signed it (H1, H4, H5). */
import type { Bundle, PushResponse, RelayResponse } from '../../src/sync/protocol.ts';
import type { Batch, PushingDevice } from './push.ts';

type Push = (device: PushingDevice, batch: Batch) => Promise<PushResponse>;

/** `device` is the one whose key verified the signature. */
export function createRelay(push: Push) {
  return async function relay(bundle: Bundle, device: PushingDevice): Promise<RelayResponse> {
    if (bundle.deviceId !== device.deviceId || bundle.personId !== device.personId) {
      return { result: 'refused', code: 'wrong_signature' };
    }
    const { committeeId, commands } = bundle;
    const { stop } = await push(device, { committeeId, commands, sentAt: Date.parse(bundle.madeAt), bundle });
    return stop === undefined ? { result: 'taken' } : answers[stop];
  };
}

const answers: Readonly<Record<NonNullable<PushResponse['stop']>, RelayResponse>> = {
  gap: { result: 'waiting' },
  retry: { result: 'retry' },
  forked: { result: 'refused', code: 'forked' },
  auth: { result: 'refused', code: 'stranger' },
  epoch: { result: 'retry' }, // asked of no batch that names none, as here: a bundle has its own rule (H7)
};
