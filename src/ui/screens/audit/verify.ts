// The committee's log computed again on this device: every link from the one before, and that it is the log this device knew.
import { chainText } from '../../../domain/chainText.ts';
import type { Answer, LogPage } from '../../server-api.ts';

export type ChainResult =
  | { readonly kind: 'right'; readonly count: number; readonly head: string }
  | { readonly kind: 'broken'; readonly seq: number }
  | { readonly kind: 'another_log' }
  | { readonly kind: 'no_answer'; readonly why: 'offline' | 'refused' };

export interface VerifyOptions {
  readonly read: (from: number) => Promise<Answer<LogPage>>;
  /** The last link that this device knows, by its number; it must be in what the server gives. */
  readonly known: { readonly seq: number; readonly head: string } | undefined;
  readonly onProgress: (seq: number) => void;
}

export async function verifyChain({ read, known, onProgress }: VerifyOptions): Promise<ChainResult> {
  let [seq, head] = [0, ''];
  let knownSeen = known === undefined || known.seq === 0;
  for (let more = true; more; ) {
    const answer = await read(seq + 1);
    if (!answer.ok) return { kind: 'no_answer', why: answer.why };
    for (const entry of answer.value.entries) {
      const right =
        entry.seq === seq + 1 && entry.prevHash === head && entry.hash === (await sha256(chainText(head, entry)));
      if (!right) return { kind: 'broken', seq: seq + 1 };
      [seq, head] = [entry.seq, entry.hash];
      if (known?.seq === seq) {
        if (known.head !== head) return { kind: 'another_log' };
        knownSeen = true;
      }
    }
    onProgress(seq);
    more = answer.value.more;
  }
  return knownSeen ? { kind: 'right', count: seq, head } : { kind: 'another_log' };
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
