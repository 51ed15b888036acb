import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBlobHeader } from './blobHeader.ts';
import { jpeg, mp4, webm } from './testPhotos.ts';
import { readVoiceHeader } from './voiceHeader.ts';

test('what recorders write is known: WebM, and MPEG-4 under the brands of sound', () => {
  expect(readVoiceHeader(webm())).toEqual({ mime: 'audio/webm' });
  for (const brand of ['iso5', 'mp42', 'isom', 'M4A '])
    expect(readVoiceHeader(mp4(brand))).toEqual({ mime: 'audio/mp4' });
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'.padEnd(100))],
  ['Matroska, which may hold anything', webm('matroska')],
  ['a HEIC picture', mp4('heic')],
  ['an AVIF picture', mp4('avif')],
  ['a page that says webm in passing', Buffer.from('<html>B\x82\x84webm'.padEnd(100), 'latin1')],
  ['a WAV', Buffer.from('RIFF\0\0\0\0WAVEfmt '.padEnd(100), 'latin1')],
  ['a cut WebM', webm().subarray(0, 20)],
])('%s is no recording', (_name, bytes) => {
  expect(readVoiceHeader(bytes)).toBeUndefined();
});

test('each kind is named as what it is', () => {
  expect([jpeg(), webm(), mp4()].map((bytes) => readBlobHeader(bytes)?.mime)).toEqual([
    'image/jpeg',
    'audio/webm',
    'audio/mp4',
  ]);
});

test('whatever follows a good beginning, reading ends and never throws', () => {
  fc.assert(
    fc.property(fc.constantFrom(webm(), mp4()), fc.nat(60), fc.uint8Array({ maxLength: 200 }), (begin, cut, rest) => {
      readVoiceHeader(Buffer.concat([begin.subarray(0, cut), rest]));
    }),
  );
});
