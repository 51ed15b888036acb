/** From the bytes of a file to text, or the reason why it is no statement at all. */
import { textOf } from '../csv.ts';
import { BankFileError, type BankFileErrorCode } from './error.ts';

/** A year of a busy association is below 2 MB in the most wordy layout, camt.053. */
export const bytesMax = 20_000_000;

export interface BankText {
  readonly text: string; // without a byte order mark
  readonly cutOff: boolean; // ends in the middle of a letter
  readonly openEnd: boolean; // the last line has no end: perhaps it goes on
}

export function bankText(bytes: Uint8Array): BankText {
  if (bytes.length > bytesMax) throw new BankFileError('too_large');
  const code = notText(bytes);
  if (code !== null) throw new BankFileError(code);
  const decoded = decode(bytes);
  const whole = frames.reduce((text, mark) => text.replaceAll(mark, ''), decoded.text.replace(/^\ufeff/, ''));
  const text = withoutEnd(whole);
  if (text.trim() === '') throw new BankFileError('empty');
  if (isWebPage(text)) throw new BankFileError('web_page');
  if (hasControls(text)) throw new BankFileError('not_text');
  return { text, cutOff: decoded.cutOff, openEnd: !/[\r\n]/.test(whole.slice(text.length - 1)) };
}

/** SWIFT sends a message between these characters (start of heading to end of transmission). */
const frames = ['\u0001', '\u0002', '\u0003', '\u0004'];

/** Without the empty lines at the end, nor the control-Z with which DOS ends a file. A tab may be an empty last cell. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && '\u001a\u0000\r\n\f '.includes(text.charAt(end - 1))) end -= 1;
  return `${text.slice(0, end)}\n`;
}

/** The first bytes by which programs know these files, as latin-1. */
const marks: readonly (readonly [string, BankFileErrorCode])[] = [
  ['%PDF', 'pdf'],
  ['PK\u0003\u0004', 'archive'],
  ['PK\u0005\u0006', 'archive'],
  ['\u001f\u008b', 'archive'],
  ['7z\u00bc\u00af', 'archive'],
  ['Rar!', 'archive'],
  ['\u00d0\u00cf\u0011\u00e0', 'not_text'],
  ['\u0089PNG', 'not_text'],
  ['\u00ff\u00d8\u00ff', 'not_text'],
];

function notText(bytes: Uint8Array): BankFileErrorCode | null {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  return marks.find(([mark]) => start.startsWith(mark))?.[1] ?? null;
}

function decode(bytes: Uint8Array): Omit<BankText, 'openEnd'> {
  const declared = declaredEncoding(bytes);
  if (declared !== null) return { text: new TextDecoder(declared).decode(bytes), cutOff: false };
  const wide = wideWithoutMark(bytes);
  if (wide !== null) return { text: new TextDecoder(wide).decode(bytes), cutOff: bytes.length % 2 === 1 };
  return { text: textOf(bytes), cutOff: false, ...cutInUtf8(bytes) };
}

/** What an XML file says of itself, where that is neither UTF nor what `textOf` finds by itself. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 120));
  const name = /^\s*<\?xml[^>]*encoding\s*=\s*["'](iso-8859-15|latin-?9)["']/i.exec(start);
  return name === null ? null : 'iso-8859-15';
}

/** UTF-16 that forgot its mark: every second byte of ordinary text is a zero. */
function wideWithoutMark(bytes: Uint8Array): string | null {
  const start = bytes.subarray(0, 64);
  if (start.length < 8 || (start[0] ?? 0) >= 0xfe) return null;
  const zeros = [0, 1].map((odd) => start.filter((byte, n) => n % 2 === odd && byte === 0).length);
  const half = Math.floor(start.length / 2);
  if (zeros[0] === 0 && (zeros[1] ?? 0) > half * 0.8) return 'utf-16le';
  if (zeros[1] === 0 && (zeros[0] ?? 0) > half * 0.8) return 'utf-16be';
  return null;
}

/** UTF-8 that ends inside a letter is a file that was cut off. Without this it would be read as windows-1252, and every
 *  name in it would come out wrong. Only where the rest proves that it is UTF-8. */
function cutInUtf8(bytes: Uint8Array): Partial<ReturnType<typeof decode>> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  for (const less of [1, 2, 3]) {
    if ((bytes[bytes.length - less] ?? 0) < 0xc0) continue;
    try {
      const text = utf8.decode(bytes.subarray(0, bytes.length - less));
      if (hasOther(text) && needsMore(bytes, less)) return { text, cutOff: true };
    } catch {
      return {};
    }
  }
  return {};
}

function hasOther(text: string): boolean {
  for (let n = 0; n < text.length; n += 1) if (text.charCodeAt(n) > 127) return true;
  return false;
}

function needsMore(bytes: Uint8Array, left: number): boolean {
  const lead = bytes[bytes.length - left] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  return left < length;
}

/** Also the tables that some sites save under the name of a spreadsheet. */
const isWebPage = (text: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|table|div)\b/i.test(text);

/** Tabs and line ends are text, and so are the few controls that old programs leave at a line's end. */
function hasControls(text: string): boolean {
  let count = 0;
  for (let n = 0; n < text.length; n += 1) {
    const code = text.charCodeAt(n);
    if (code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 26))
      count += 1;
  }
  return count > text.length / 100;
}
