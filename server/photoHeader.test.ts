import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPhotoHeader } from './photoHeader.ts';
import { jpeg, png, webp } from './testPhotos.ts';

test.each([
  ['JPEG', jpeg(1_600, 1_200), 'image/jpeg'],
  ['PNG', png(1_600, 1_200), 'image/png'],
  ['WebP', webp(1_600, 1_200), 'image/webp'],
])('a %s is known with its sides', (_name, bytes, mime) => {
  expect(readPhotoHeader(bytes)).toEqual({ mime, width: 1_600, height: 1_200 });
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'.padEnd(100))],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'.padEnd(100))],
  ['a PDF', Buffer.from('%PDF-1.7'.padEnd(100))],
  ['a GIF', Buffer.from('GIF89a'.padEnd(100))],
  ['a JPEG without a frame', Buffer.concat([jpeg().subarray(0, 20), Buffer.from([0xff, 0xd9]), Buffer.alloc(40)])],
  ['a PNG of no width', png(0, 30)],
  ['a PNG of a million pixels wide', png(1_000_000, 1)],
  ['a cut PNG', png().subarray(0, 20)],
])('%s is no photo', (_name, bytes) => {
  expect(readPhotoHeader(bytes)).toBeUndefined();
});

test('whatever follows a good beginning, reading ends and never throws', () => {
  const beginnings = fc.constantFrom(jpeg(), png(), webp());
  fc.assert(
    fc.property(beginnings, fc.nat(60), fc.uint8Array({ maxLength: 200 }), (begin, cut, rest) => {
      readPhotoHeader(Buffer.concat([begin.subarray(0, cut), rest]));
    }),
  );
});
