/** For tests: the smallest things that begin as photos. */
import { createHash } from 'node:crypto';

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A PNG header with its sides, and `extra` bytes of anything behind it. */
export function png(width = 40, height = 30, extra = 0): Buffer {
  const bytes = Buffer.alloc(33 + extra, 7);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]).copy(bytes);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** A JPEG with a metadata segment before its frame. */
export function jpeg(width = 40, height = 30): Buffer {
  const metadata = Buffer.concat([Buffer.from([0xff, 0xe0, 0, 16]), Buffer.alloc(14)]);
  const frame = Buffer.from([0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), metadata, frame, Buffer.alloc(20)]);
}

/** A lossy WebP. */
export function webp(width = 40, height = 30): Buffer {
  const bytes = Buffer.alloc(40);
  bytes.write('RIFF', 0, 'latin1');
  bytes.write('WEBPVP8 ', 8, 'latin1');
  bytes.writeUIntBE(0x9d012a, 23, 3);
  bytes.writeUInt16LE(width, 26);
  bytes.writeUInt16LE(height, 28);
  return bytes;
}

/** As a recorder of Chromium begins: an EBML header with its document type, then segments. */
export function webm(docType = 'webm', extra = 0): Buffer {
  const fields = [0x42, 0x86, 0x81, 1, 0x42, 0xf7, 0x81, 1, 0x42, 0xf2, 0x81, 4, 0x42, 0xf3, 0x81, 8, 0x42, 0x82];
  const name = Buffer.from(docType, 'latin1');
  const rest = Buffer.from([0x42, 0x87, 0x81, 4, 0x42, 0x85, 0x81, 2]);
  const body = Buffer.concat([Buffer.from(fields), Buffer.from([0x80 | name.length]), name, rest]);
  const head = Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x80 | body.length]);
  return Buffer.concat([head, body, Buffer.alloc(20 + extra, 7)]);
}

/** As a recorder of Safari begins. */
export function mp4(brand = 'iso5'): Buffer {
  const bytes = Buffer.alloc(60, 7);
  bytes.writeUInt32BE(28, 0);
  bytes.write(`ftyp${brand}`, 4, 'latin1');
  return bytes;
}
