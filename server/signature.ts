/** Whether a bundle was made by the device that it names (H1). */
import { webcrypto } from 'node:crypto';
import { type Bundle, bundleText } from '../src/sync/protocol.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** `publicKey` is a JWK as JSON. A key or signature that cannot be read verifies nothing. */
export async function verifyBundle(bundle: Bundle, publicKey: string): Promise<boolean> {
  try {
    const key = await webcrypto.subtle.importKey('jwk', JSON.parse(publicKey), algorithm, false, ['verify']);
    const text = new TextEncoder().encode(bundleText(bundle));
    return await webcrypto.subtle.verify(algorithm, key, Buffer.from(bundle.signature, 'base64'), text);
  } catch {
    return false;
  }
}
