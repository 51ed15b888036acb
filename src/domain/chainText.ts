/** What the hash of a log entry is made of, for the server that writes the chain and for whoever recomputes it (L2). */
import { canonical } from './canonical.ts';
import type { IsoInstant } from './rows.ts';

/** What an entry says, its content as a digest only. */
export interface ChainedEntry {
  readonly seq: number;
  readonly commandId: string;
  readonly deviceId: string;
  readonly deviceSeq: number;
  readonly actorId: string;
  readonly role: string;
  readonly name: string;
  readonly v: number;
  readonly payloadDigest: string; // hex
  readonly outcome: string;
  readonly code: string | null;
  readonly serverTime: IsoInstant;
}

/** SHA-256 of this, as hex, is the entry's hash. */
export function chainText(prevHash: string, entry: ChainedEntry): string {
  const { seq, commandId, deviceId, deviceSeq, actorId, role, name, v, payloadDigest, outcome, code } = entry;
  const hashed = { seq, commandId, deviceId, deviceSeq, actorId, role, name, v, payloadDigest, outcome, code };
  return prevHash + canonical({ ...hashed, serverTime: entry.serverTime });
}
