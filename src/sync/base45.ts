/** Bytes as the 45 characters that a QR code packs tightest (RFC 9285): three of them carry two bytes. */
const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

export function toBase45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const [first = 0, second] = bytes.subarray(at, at + 2);
    const value = second === undefined ? first : first * 256 + second;
    text += letter(value) + letter(value / 45) + (second === undefined ? '' : letter(value / 2025));
  }
  return text;
}

const letter = (value: number): string => letters.charAt(Math.floor(value) % 45);

/** Undefined when it is something else. */
export function fromBase45(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const digits = [...text.slice(at, at + 3)].map((char) => letters.indexOf(char));
    if (digits.length === 1 || digits.includes(-1)) return undefined;
    const [a = 0, b = 0, c] = digits;
    const value = a + b * 45 + (c ?? 0) * 2025;
    if (value > (c === undefined ? 0xff : 0xffff)) return undefined;
    if (c !== undefined) bytes.push(value >> 8);
    bytes.push(value & 0xff);
  }
  return Uint8Array.from(bytes);
}
