/** A bundle as few bytes, for QR codes (docs/sync.md, H11). */
import { canonical } from '../domain/canonical.ts';
import { withoutBytes } from '../sync/bundle.ts';
import { type FrameReader, frame, framedBytesMax, type Progress } from '../sync/frames.ts';
import type { Bundle } from '../sync/protocol.ts';

const unpackedBytesMax = 8 * 1024 * 1024; // against a few bytes that unpack to more than a phone holds

/** What a screen shows one after the other. */
export interface Codes {
  readonly bytes: number;
  readonly code: (n: number) => string;
}

/** Without the bytes of photos: they stay and follow later. Undefined when it is too much for codes. */
export async function codesOf(bundle: Bundle): Promise<Codes | undefined> {
  const payload = await squeeze(canonical(withoutBytes(bundle)));
  if (payload.length > framedBytesMax) return undefined;
  const hash = await hashOf(payload);
  return { bytes: payload.length, code: (n) => frame(payload, hash, n) };
}

export type Read = { readonly progress: Progress } | { readonly content: unknown } | undefined;

/** One code more. The content comes with the last one that was needed; whether it is a bundle the engine says. */
export async function readCode(reader: FrameReader, text: string): Promise<Read> {
  const progress = reader.add(text);
  if (progress?.payload === undefined) return progress && { progress };
  const hash = [...(await hashOf(progress.payload))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const content = hash.startsWith(progress.hashStart) ? await unsqueezed(progress.payload) : undefined;
  if (content !== undefined) return { content };
  reader.reset(); // a code was misread
  return { progress: { ...progress, have: 0 } };
}

async function hashOf(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice()));
}

async function squeeze(text: string): Promise<Uint8Array> {
  const squeezed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(squeezed).arrayBuffer());
}

async function unsqueezed(bytes: Uint8Array): Promise<unknown> {
  const stream = new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    const reader = stream.getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      size += read.value.length;
      if (size > unpackedBytesMax) return undefined;
      parts.push(read.value);
    }
    return JSON.parse(await new Blob(parts as BlobPart[]).text());
  } catch {
    return undefined;
  }
}
