/** Receipts that may be the same one, of all years that this device knows. Only "maybe": a person looks at both. */
import type { Claim, Photo, Receipt } from './rows.ts';

/** same_photo: the very picture · near_photo: a picture of the same thing, or nearly · same_purchase: the same shop or payee,
 *  the same day and the same amount. */
export type DoubleReason = 'same_photo' | 'near_photo' | 'same_purchase';

export interface MaybeDouble {
  readonly receipt: Receipt;
  readonly other: Receipt;
  readonly why: DoubleReason;
  readonly dismissed: boolean; // somebody looked at both and said why they are two
}

export interface DoubleRows {
  readonly receipts: readonly Receipt[]; // all of them
  readonly claims: ReadonlyMap<string, Claim>;
}

/** Of one claim. What was rejected is no reason to doubt. */
export function doublesOf(claim: Claim, { receipts, claims }: DoubleRows): readonly MaybeDouble[] {
  const own = receipts.filter(({ claimId }) => claimId === claim.id);
  const others = receipts.filter((one) => claims.get(one.claimId)?.state !== 'rejected');
  return own.flatMap((receipt) =>
    others.flatMap((other): MaybeDouble[] => {
      // Two of this claim are one pair.
      if (other.id === receipt.id || (other.claimId === claim.id && other.id < receipt.id)) return [];
      const why = whyDouble(receipt, other, claims);
      return why === undefined ? [] : [{ receipt, other, why, dismissed: isDismissed(receipt, other, claims) }];
    }),
  );
}

/** Whether a claim that was marked as "maybe double" still is: not when somebody looked at every pair. The receipt that it
 *  looks like may not be on this device. */
export function staysDoubtful(claim: Claim, rows: DoubleRows): boolean {
  if (!claim.flags.includes('maybe_double')) return false;
  const pairs = doublesOf(claim, rows);
  return pairs.length === 0 || pairs.some(({ dismissed }) => !dismissed);
}

function whyDouble(a: Receipt, b: Receipt, claims: ReadonlyMap<string, Claim>): DoubleReason | undefined {
  const hashes = new Set(a.photos.flatMap(hashesOf));
  if (b.photos.flatMap(hashesOf).some((hash) => hashes.has(hash))) return 'same_photo';
  if (a.boughtOn === b.boughtOn && a.amountCents === b.amountCents && samePayee(a, b, claims)) return 'same_purchase';
  const near = a.photos.some((one) => b.photos.some((two) => looksNear(one.look, two.look)));
  return near ? 'near_photo' : undefined;
}

const hashesOf = (photo: Photo): readonly string[] => [photo.sha256, photo.originalSha256];

function samePayee(a: Receipt, b: Receipt, claims: ReadonlyMap<string, Claim>): boolean {
  if (plain(a.shop) !== '' && plain(a.shop) === plain(b.shop)) return true;
  const [one, two] = [claims.get(a.claimId), claims.get(b.claimId)];
  // Of money that was paid already the payee is whoever paid: that says nothing of the receipt.
  if (one?.kind !== 'invoice' || two?.kind !== 'invoice') return false;
  return plain(one.payeeName) === plain(two.payeeName);
}

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\d]/gu, '');

/** Of 256 bits so many may differ. Few: receipts are all dark lines on white, so other ones are nearer than chance. */
const nearBitsMax = 20;

export function looksNear(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && differingBits(a, b) <= nearBitsMax;
}

/** How many bits of two looks differ. */
export function differingBits(a: string, b: string): number {
  let bits = 0;
  for (let at = 0; at < a.length; at += 8) {
    let left = (Number.parseInt(a.slice(at, at + 8), 16) ^ Number.parseInt(b.slice(at, at + 8), 16)) >>> 0;
    for (; left !== 0; left >>>= 1) bits += left & 1;
  }
  return bits;
}

function isDismissed(a: Receipt, b: Receipt, claims: ReadonlyMap<string, Claim>): boolean {
  const said = (one: Receipt, two: Receipt): boolean =>
    claims.get(one.claimId)?.notDouble?.some((no) => no.receiptId === one.id && no.otherId === two.id) ?? false;
  return said(a, b) || said(b, a);
}
