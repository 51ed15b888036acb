/** Whether bytes begin as a recording that the app can play. Reads the header only: the phone plays it in an <audio> and
 *  nothing else, under the type that is said here, so that nothing in it is ever run or shown as a page. */
export interface VoiceHeader {
  readonly mime: 'audio/webm' | 'audio/mp4';
}

/** Undefined for everything that is neither WebM (Chromium, Firefox) nor MPEG-4 (Safari). */
export function readVoiceHeader(bytes: Buffer): VoiceHeader | undefined {
  if (isWebm(bytes)) return { mime: 'audio/webm' };
  return isMp4(bytes) ? { mime: 'audio/mp4' } : undefined;
}

const docTypeId = Buffer.from([0x42, 0x82]);
const headerMax = 80; // bytes; the EBML header of a recorder has about 35

/** An EBML header (RFC 8794, 11.2) that names the document type "webm"; Matroska names another. */
function isWebm(bytes: Buffer): boolean {
  if (bytes.length < 32 || bytes.readUInt32BE(0) !== 0x1a45dfa3) return false;
  const header = bytes.subarray(4, headerMax);
  const at = header.indexOf(docTypeId);
  return at >= 0 && header[at + 2] === 0x84 && header.toString('latin1', at + 3, at + 7) === 'webm';
}

/** Brands under which recorders write sound. Pictures have the same box (HEIC, AVIF) and other brands. */
const brands: ReadonlySet<string> = new Set([
  ...['M4A ', 'mp41', 'mp42', 'isom', 'iso2', 'iso3', 'iso4', 'iso5', 'iso6', 'iso8', 'dash', 'cmfc'],
]);

/** An ISO base media file (ISO/IEC 14496-12, 4.3) begins with its file type box. */
function isMp4(bytes: Buffer): boolean {
  if (bytes.length < 24 || bytes.toString('latin1', 4, 8) !== 'ftyp') return false;
  const size = bytes.readUInt32BE(0);
  return size >= 16 && size <= 512 && brands.has(bytes.toString('latin1', 8, 12));
}
