/** The hash chain of a committee's log (SYNC 6.1, docs/sync.md L2): who rewrites the past must rewrite all that follows. */
import { canonical } from '../../src/domain/canonical.ts';
import { chainText } from '../../src/domain/chainText.ts';
import type { LogEntry } from '../../src/sync/protocol.ts';
import type { StoredLogEntry } from './ports.ts';

export type Sha256 = (text: string) => string;
type Payload = Pick<StoredLogEntry, 'args' | 'effects' | 'params'>;

/** Salted, so that a small payload that was erased cannot be guessed back from its digest. */
export function payloadDigest(sha256: Sha256, salt: string, { args, effects, params }: Payload): string {
  return sha256(salt + canonical({ args, effects, params }));
}

export const entryHash = (sha256: Sha256, prevHash: string, entry: LogEntry): string =>
  sha256(chainText(prevHash, entry));

/** The entry with its place in the chain. */
export function sealEntry(
  sha256: Sha256,
  prevHash: string,
  salt: string,
  entry: Omit<StoredLogEntry, 'payloadDigest' | 'prevHash' | 'hash' | 'salt'>,
): StoredLogEntry {
  const digested = { ...entry, payloadDigest: payloadDigest(sha256, salt, entry) };
  return { ...digested, salt, prevHash, hash: entryHash(sha256, prevHash, digested) };
}

/** Finds what does not fit, entry after entry. `message` names the rule; an erased payload (no salt) is no problem. */
export class ChainCheck {
  readonly #sha256: Sha256;
  #seq = 0;
  #head = '';

  constructor(sha256: Sha256) {
    this.#sha256 = sha256;
  }

  get head(): string {
    return this.#head;
  }
  get seq(): number {
    return this.#seq;
  }

  next(entry: StoredLogEntry): readonly string[] {
    const problems: string[] = [];
    if (entry.seq !== this.#seq + 1) problems.push(`L1: entry ${entry.seq} follows ${this.#seq}`);
    if (entry.prevHash !== this.#head) problems.push(`L2: entry ${entry.seq} does not follow the hash before it`);
    if (entry.hash !== entryHash(this.#sha256, entry.prevHash, entry))
      problems.push(`L2: entry ${entry.seq} was changed`);
    if (entry.salt !== null && payloadDigest(this.#sha256, entry.salt, entry) !== entry.payloadDigest) {
      problems.push(`L2: the payload of entry ${entry.seq} was changed`);
    }
    this.#seq = entry.seq;
    this.#head = entry.hash;
    return problems;
  }
}
