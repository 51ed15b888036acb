/** This browser's signature on files with unsent work. The private key cannot be read by anybody, us included; it is made
 *  once and stays. */
import { get, update } from 'idb-keyval';
import { smallStore } from './smallStore.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const signing = { name: 'ECDSA', hash: 'SHA-256' } as const;

const store = smallStore('buurtkas-keys', 'keys');

async function keyPair(): Promise<CryptoKeyPair> {
  const known = await get<CryptoKeyPair>('signing', store);
  if (known !== undefined) return known;
  const made = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  let kept = made;
  // Two tabs may both have made one: the first that is stored holds.
  await update<CryptoKeyPair>(
    'signing',
    (present) => {
      kept = present ?? made;
      return kept;
    },
    store,
  );
  return kept;
}

/** JWK as JSON, for the server to know this device by. */
export async function publicKey(): Promise<string> {
  return JSON.stringify(await crypto.subtle.exportKey('jwk', (await keyPair()).publicKey));
}

/** Base64, IEEE P1363, over the UTF-8 of `text`. */
export async function sign(text: string): Promise<string> {
  const { privateKey } = await keyPair();
  const bytes = await crypto.subtle.sign(signing, privateKey, new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}
