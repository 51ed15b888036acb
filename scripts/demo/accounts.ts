/** The bank account of somebody in the demo, by the name of its holder. */
import { createHash } from 'node:crypto';

/** Valid by its check digits (ISO 13616), and nobody's on purpose. */
export function accountOf(holder: string): string {
  const hash = createHash('sha256').update(`demo account ${holder}`).digest();
  const number = String(hash.readUInt32BE() % 1_000_000_000).padStart(10, '0');
  const rabo = '27101124'; // RABO in digits, A = 10
  const check = 98 - Number(BigInt(`${rabo}${number}232100`) % 97n); // NL00 behind it
  return `NL${String(check).padStart(2, '0')}RABO${number}`;
}
