/** Bytes as a sequence of QR codes that never ends, of which any few more than there are pieces will do: a camera misses
 *  some, and may begin anywhere (docs/sync.md, H11). The first codes are the pieces themselves, each later one the XOR of
 *  about half of them, chosen by its number. */
import { fromBase45, toBase45 } from './base45.ts';

export const pieceBytes = 300; // a code of version 11, with the least correction: what is lost comes again
export const framedBytesMax = 60_000;

const mark = 'BK1';
const idBytes = 4; // of the hash: two hand-overs never mix
const headBytes = idBytes + 4; // length and number, two bytes each

/** Frame `n` of `payload`; `hash` is its SHA-256. */
export function frame(payload: Uint8Array, hash: Uint8Array, n: number): string {
  const pieces = pieceCount(payload.length);
  const bytes = new Uint8Array(headBytes + pieceBytes);
  bytes.set(hash.subarray(0, idBytes));
  const head = new DataView(bytes.buffer);
  head.setUint16(idBytes, payload.length);
  head.setUint16(idBytes + 2, n % 0x1_0000);
  const body = bytes.subarray(headBytes);
  piecesOf(n % 0x1_0000, pieces).forEach((taken, at) => {
    if (taken === 1) xor(body, payload.subarray(at * pieceBytes, (at + 1) * pieceBytes));
  });
  return mark + toBase45(bytes);
}

export const pieceCount = (length: number): number => Math.max(1, Math.ceil(length / pieceBytes));

/** Which pieces frame `n` is made of, one number a piece. Writer and reader must agree, in every version of the app. */
function piecesOf(n: number, count: number): Uint8Array {
  const taken = new Uint8Array(count);
  if (n < count) {
    taken[n] = 1;
    return taken;
  }
  for (let at = 0; at < count; at += 1) taken[at] = mixed(n * 256 + at) & 1;
  return taken;
}

/** Bits that depend on all bits of `value`. By multiplying: shifts and XOR alone would be the same sums as the pieces are
 *  made of, and no more than 32 frames could ever differ. */
function mixed(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b);
  return (bits ^ (bits >>> 16)) >>> 0;
}

function xor(into: Uint8Array, from: Uint8Array): void {
  for (let at = 0; at < from.length; at += 1) into[at] = (into[at] ?? 0) ^ (from[at] ?? 0);
}

interface Equation {
  readonly taken: Uint8Array;
  readonly body: Uint8Array;
}

export interface Progress {
  readonly have: number; // pieces, or as much as pieces
  readonly of: number;
  /** The payload, once it is complete; whoever reads checks its hash against `hashStart`. */
  readonly payload?: Uint8Array;
  readonly hashStart: string; // hex
}

/** Takes frames in any order and solves for the pieces. */
export class FrameReader {
  #name = '';
  #length = 0;
  #solved = new Map<number, Equation>(); // by the first piece that it is made of

  /** Undefined when the code is not one of ours. Another hand-over begins anew. */
  add(text: string): Progress | undefined {
    const bytes = text.startsWith(mark) ? fromBase45(text.slice(mark.length)) : undefined;
    if (bytes?.length !== headBytes + pieceBytes) return undefined;
    const head = new DataView(bytes.buffer);
    const length = head.getUint16(idBytes);
    if (length > framedBytesMax) return undefined;
    const hashStart = [...bytes.subarray(0, idBytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    if (`${hashStart} ${length}` !== this.#name) {
      this.#name = `${hashStart} ${length}`;
      this.#length = length;
      this.#solved = new Map();
    }
    const of = pieceCount(length);
    this.#take({ taken: piecesOf(head.getUint16(idBytes + 2), of), body: bytes.slice(headBytes) });
    const progress = { have: this.#solved.size, of, hashStart };
    return progress.have < of ? progress : { ...progress, payload: this.#payload(of) };
  }

  /** Takes out what is known; what is left, if anything, is new. */
  #take({ taken, body }: Equation): void {
    for (let at = 0; at < taken.length; at += 1) {
      if (taken[at] === 0) continue;
      const known = this.#solved.get(at);
      if (known === undefined) {
        this.#solved.set(at, { taken, body });
        return;
      }
      xor(taken, known.taken);
      xor(body, known.body);
    }
  }

  /** From the last piece back: an equation is made of its first piece and of later ones only. */
  #payload(of: number): Uint8Array {
    const bytes = new Uint8Array(of * pieceBytes);
    for (let at = of - 1; at >= 0; at -= 1) {
      const equation = this.#solved.get(at);
      if (equation === undefined) continue;
      const piece = equation.body.slice();
      for (let later = at + 1; later < of; later += 1) {
        if (equation.taken[later] === 1) xor(piece, bytes.subarray(later * pieceBytes, (later + 1) * pieceBytes));
      }
      bytes.set(piece, at * pieceBytes);
    }
    return bytes.slice(0, this.#length);
  }

  /** What was read did not fit together: a code was misread. */
  reset(): void {
    this.#name = '';
  }
}
