/** Whether bytes begin as a photo that the app can show, and its size in pixels. Reads headers only, never pixels: what
 *  lies behind them is decoded by the phone, which shows a photo in an <img> and nothing else. */
export interface PhotoHeader {
  readonly mime: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly width: number;
  readonly height: number;
}

const sideMax = 30_000; // pixels; as the command's schema allows

/** Undefined for everything that is not a JPEG, PNG or WebP with a sensible size. */
export function readPhotoHeader(bytes: Buffer): PhotoHeader | undefined {
  const found = readPng(bytes) ?? readWebp(bytes) ?? readJpeg(bytes);
  if (found === undefined) return undefined;
  const sides = [found.width, found.height];
  return sides.every((side) => side >= 1 && side <= sideMax) ? found : undefined;
}

const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** PNG (W3C 2003, 5.2 and 11.2.2): eight bytes, then the IHDR chunk with both sides. */
function readPng(bytes: Buffer): PhotoHeader | undefined {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(pngStart) || text(bytes, 12) !== 'IHDR') return undefined;
  return { mime: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** WebP (RFC 9649): RIFF, then a lossy (VP8), lossless (VP8L) or extended (VP8X) header. */
function readWebp(bytes: Buffer): PhotoHeader | undefined {
  if (bytes.length < 30 || text(bytes, 0) !== 'RIFF' || text(bytes, 8) !== 'WEBP') return undefined;
  const mime = 'image/webp';
  const kind = text(bytes, 12);
  if (kind === 'VP8X') return { mime, width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  if (kind === 'VP8 ' && bytes.readUIntBE(23, 3) === 0x9d012a) {
    return { mime, width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  }
  if (kind === 'VP8L' && bytes[20] === 0x2f) {
    const bits = bytes.readUInt32LE(21);
    return { mime, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return undefined;
}

/** JPEG (ITU-T T.81, B.1.1): segments up to the frame header, which every JPEG has before its pixels. */
function readJpeg(bytes: Buffer): PhotoHeader | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 9 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // fill byte
      continue;
    }
    if (isFrame(marker)) {
      return { mime: 'image/jpeg', height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    if (marker === 0xd9 || marker === 0xda) return undefined; // the end, or pixels without a frame
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which share the range. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const text = (bytes: Buffer, at: number): string => bytes.toString('latin1', at, at + 4);
