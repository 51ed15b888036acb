/** Identifiers: UUIDs made on the phone, so that a row has its id before any server knows it. */

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Lower case only: the same id has one spelling, because ids are compared as text everywhere. */
export const isUuid = (text: string): boolean => uuidShape.test(text);

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** RFC 9562, version 7: 48 bits of milliseconds, then 74 random bits. The time part only keeps rows of one phone near
 *  each other in an index; nobody reads an order from it (promise 8). Time and randomness come from the caller. */
export function uuidV7(ms: number, randomBytes: Uint8Array): string {
  if (randomBytes.length < 10) throw new Error('uuidV7 needs 10 random bytes');
  const time = Math.max(0, Math.min(Math.floor(ms), 2 ** 48 - 1)); // a clock that is wrong by years still gives an id
  let hex = '';
  for (let n = 0; n < 10; n += 1) hex += hexOfByte[randomBytes[n] as number];
  const stamp = time.toString(16).padStart(12, '0');
  const variant = ((Number.parseInt(hex.charAt(3), 16) & 0b0011) | 0b1000).toString(16);
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`;
}
