import { expect, test } from 'vitest';
import { FrameReader, frame } from '../sync/frames.ts';
import type { Bundle } from '../sync/protocol.ts';
import { codesOf, type Read, readCode } from './handOver.ts';

const bundle = (text: string): Bundle => ({
  ...{ kind: 'buurtkas_bundle', v: 1, committeeId: 'c', epoch: null, deviceId: 'd', personId: 'p', firstSeq: 1 },
  commands: [
    { deviceSeq: 1, commandId: 'x', name: 'proposalNote.add', v: 1, args: { text }, touches: [], clientTime: 1 },
  ],
  photos: [{ sha256: 'a'.repeat(64), mime: 'image/jpeg', base64: 'AAAA' }],
  ...{ madeAt: '2026-01-10T19:00:00.000Z', signature: 'AAAA' },
});
const noise = (length: number): string => {
  let state = 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return String.fromCharCode(33 + ((state >>> 16) % 90));
  }).join('');
};

async function read(code: (n: number) => string, from = 0): Promise<Read> {
  const reader = new FrameReader();
  let last: Read;
  for (let n = from; n < from + 400; n += 1) {
    last = await readCode(reader, code(n));
    if (last !== undefined && 'content' in last) return last;
  }
  return last;
}

test('[H11] a bundle comes through the codes whole, without the bytes of its photos', async () => {
  const sent = bundle(noise(3_000));
  const codes = await codesOf(sent);
  const light = { ...sent, photos: [{ ...sent.photos[0], base64: '' }] };
  expect(await read((n) => codes?.code(n) ?? '', 5)).toEqual({ content: light });
});

test('[H11] too much for codes says so, before anybody begins', async () => {
  expect(await codesOf(bundle(noise(90_000)))).toBeUndefined();
});

test('[H11] bytes that are not what was sent, or unpack to no bundle, or to too much, are read again', async () => {
  const digest = async (bytes: Uint8Array) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice()));
  const squeezed = async (text: string) =>
    new Uint8Array(
      await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer(),
    );
  const wrong = Uint8Array.from({ length: 900 }, (_, n) => n);
  const bomb = await squeezed(JSON.stringify('a'.repeat(9_000_000)));
  expect(bomb.length).toBeLessThan(60_000);
  const cases = [
    [wrong, await digest(wrong)], // does not unpack
    [await squeezed('{"kind":'), await digest(await squeezed('{"kind":'))],
    [await squeezed('{}'), Uint8Array.from([1, 2, 3, 4])], // misread
    [bomb, await digest(bomb)],
  ] as const;
  for (const [payload, hash] of cases) {
    expect(await read((n) => frame(payload, hash, n))).toMatchObject({ progress: {} });
  }
  expect(await readCode(new FrameReader(), 'https://buurtkas.nl')).toBeUndefined();
});
