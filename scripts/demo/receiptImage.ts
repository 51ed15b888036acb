/** Draws a till receipt as a PNG, so that the demo has photos without a camera, a font file or a browser. */
import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

/** Letters of 5 by 7 dots: one base-32 digit a row, the highest bit is the left dot. */
const glyphs: Readonly<Record<string, string>> = {
  A: 'ehhvhhh',
  B: 'uhhuhhu',
  C: 'ehggghe',
  D: 'uhhhhhu',
  E: 'vgguggv',
  F: 'vgguggg',
  G: 'ehgnhhf',
  H: 'hhhvhhh',
  I: 'e44444e',
  J: '72222ic',
  K: 'hikokih',
  L: 'ggggggv',
  M: 'hrllhhh',
  N: 'hhpljhh',
  O: 'ehhhhhe',
  P: 'uhhuggg',
  Q: 'ehhhlid',
  R: 'uhhukih',
  S: 'fgge11u',
  T: 'v444444',
  U: 'hhhhhhe',
  V: 'hhhhha4',
  W: 'hhhllla',
  X: 'hha4ahh',
  Y: 'hha4444',
  Z: 'v1248gv',
  0: 'ehjlphe',
  1: '4c4444e',
  2: 'eh1248v',
  3: 'v2421he',
  4: '26aiv22',
  5: 'vgu11he',
  6: '68guhhe',
  7: 'v124888',
  8: 'ehhehhe',
  9: 'ehhf12c',
  '.': '00000cc',
  ',': '0000c48',
  '-': '000v000',
  ':': '0cc0cc0',
  '/': '01248g0',
  '*': '04lel40',
  '&': 'cik8lid',
  "'": '4480000',
  '+': '044v440',
  '%': 'op248j3',
  '=': '00v0v00',
  ' ': '0000000',
};

const dot = 3; // pixels a dot
const columns = 34;
const lineHeight = 11 * dot;
const margin = 12 * dot;

export interface DrawnPhoto {
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
}

/** Text lines become a grey-scale PNG. Characters that the font lacks are drawn as a space. */
export function drawReceipt(lines: readonly string[]): DrawnPhoto {
  const width = columns * 6 * dot + 2 * margin;
  const height = lines.length * lineHeight + 2 * margin;
  const pixels = Buffer.alloc(width * height, 250);
  for (const [row, text] of lines.entries()) drawLine(pixels, width, margin + row * lineHeight, text.toUpperCase());
  const bytes = png(pixels, width, height);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), width, height };
}

/** A line with its amount at the right edge. */
export function priced(label: string, amount: string): string {
  return label.slice(0, columns - amount.length - 1).padEnd(columns - amount.length) + amount;
}

function drawLine(pixels: Buffer, width: number, top: number, text: string): void {
  [...text.slice(0, columns)].forEach((letter, column) => {
    const rows = glyphs[letter] ?? glyphs[' '] ?? '';
    [...rows].forEach((digit, row) => {
      const bits = Number.parseInt(digit, 32);
      for (let bit = 0; bit < 5; bit += 1) {
        if ((bits & (16 >> bit)) !== 0) fillDot(pixels, width, margin + (column * 6 + bit) * dot, top + row * dot);
      }
    });
  });
}

function fillDot(pixels: Buffer, width: number, left: number, top: number): void {
  for (let y = top; y < top + dot; y += 1) pixels.fill(50, y * width + left, y * width + left + dot);
}

function png(pixels: Buffer, width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8); // eight bits a pixel, grey
  const rows = Buffer.alloc((width + 1) * height); // each row begins with its filter: none
  for (let y = 0; y < height; y += 1) pixels.copy(rows, y * (width + 1) + 1, y * width, (y + 1) * width);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
