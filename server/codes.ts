/** Secrets of sign-in: long ones travel in links and cookies, short ones are read aloud. Only hashes are stored. */
import { hash, randomBytes } from 'node:crypto';

export const sha256 = (text: string): string => hash('sha256', text);

export const newToken = (): string => randomBytes(32).toString('base64url');

/** Crockford's base 32: no I, L, O or U, so that nothing is misread. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const halfLength = 4;

/** Eight characters, shown as XXXX-XXXX: forty bits, enough for a quarter of an hour and ten tries. */
export function newCode(): string {
  const characters = [...randomBytes(2 * halfLength)].map((byte) => alphabet[byte & 31]);
  return `${characters.slice(0, halfLength).join('')}-${characters.slice(halfLength).join('')}`;
}

/** As people type it: small letters, spaces, no hyphen, O for 0, I or L for 1. Undefined when it cannot be a code. */
export function readCode(typed: string): { readonly name: string; readonly secret: string } | undefined {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (text.length !== 2 * halfLength || [...text].some((character) => !alphabet.includes(character))) return undefined;
  return { name: text.slice(0, halfLength), secret: text.slice(halfLength) };
}

/** The first half finds the invitation; the hash covers both. */
export const codeHash = ({ name, secret }: { readonly name: string; readonly secret: string }): string =>
  sha256(`${name}${secret}`);
