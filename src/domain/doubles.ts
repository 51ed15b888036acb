/** Receipts that may be the same one, of all years that this device knows. Only "maybe": a person looks at both. */
import { groupBy } from './groupBy.ts';
import type { Claim, NotDouble, Photo, Receipt } from './rows.ts';

/** same_photo: the very picture · near_photo: a picture of the same thing, or nearly · same_purchase: the same shop or payee,
 *  the same day and the same amount. */
export type DoubleReason = 'same_photo' | 'near_photo' | 'same_purchase';

export interface MaybeDouble {
  readonly receipt: Receipt;
  readonly other: Receipt;
  readonly why: DoubleReason;
  /** Somebody looked at both and said why they are two; undefined while nobody did. */
  readonly dismissal: NotDouble | undefined;
}

export interface DoubleRows {
  readonly receipts: readonly Receipt[]; // all of them, of every year
  readonly claims: ReadonlyMap<string, Claim>;
}

/** Of one claim. */
export const doublesOf = (claim: Claim, rows: DoubleRows): readonly MaybeDouble[] => pairsFinder(rows)(claim);

/** Whether somebody still has to look: not when somebody did at every pair. A claim that was marked while it came in stays
 *  doubtful when the receipt that it looks like is not on this device. */
export function doubtsFinder(rows: DoubleRows): (claim: Claim) => boolean {
  const pairsOf = pairsFinder(rows);
  return (claim) => {
    const pairs = pairsOf(claim);
    return pairs.length === 0
      ? claim.flags.includes('maybe_double')
      : pairs.some(({ dismissal }) => dismissal === undefined);
  };
}

function pairsFinder(rows: DoubleRows): (claim: Claim) => readonly MaybeDouble[] {
  const ofClaim = groupBy(rows.receipts, ({ claimId }) => claimId);
  const alikeTo = alikeFinder(rows);
  return (claim) =>
    (ofClaim.get(claim.id) ?? []).flatMap((receipt) =>
      [...alikeTo(receipt)]
        .filter(([other]) => other.claimId !== claim.id || other.id > receipt.id) // two of this claim are one pair
        .map(([other, why]) => ({ receipt, other, why, dismissal: dismissalOf(receipt, other, rows.claims) })),
    );
}

/** The receipts that one looks like, with the first reason that holds. What was rejected is no reason to doubt. Receipts are
 *  sorted out once, so that a list of many claims is compared with ten thousand of them at a glance. */
export function alikeFinder({
  receipts,
  claims,
}: DoubleRows): (receipt: Receipt) => ReadonlyMap<Receipt, DoubleReason> {
  const standing = receipts.filter(({ claimId }) => claims.get(claimId)?.state !== 'rejected');
  const hashed = standing.flatMap((receipt) => receipt.photos.flatMap(hashesOf).map((hash) => ({ hash, receipt })));
  const byHash = groupBy(hashed, ({ hash }) => hash);
  const byPurchase = groupBy(standing, purchaseOf);
  const nearTo = nearFinder(standing);
  return (receipt) => {
    const found = new Map<Receipt, DoubleReason>();
    const add = (other: Receipt, why: DoubleReason): void => {
      if (other.id !== receipt.id && !found.has(other)) found.set(other, why);
    };
    for (const hash of receipt.photos.flatMap(hashesOf))
      for (const one of byHash.get(hash) ?? []) add(one.receipt, 'same_photo');
    for (const other of byPurchase.get(purchaseOf(receipt)) ?? [])
      if (samePayee(receipt, other, claims)) add(other, 'same_purchase');
    for (const other of nearTo(receipt)) add(other, 'near_photo');
    return found;
  };
}

const purchaseOf = ({ boughtOn, amountCents }: Receipt): string => `${boughtOn} ${amountCents}`;

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
  return a !== undefined && b !== undefined && differing(wordsOf(a), wordsOf(b), nearBitsMax) <= nearBitsMax;
}

/** How many bits of two looks differ. */
export const differingBits = (a: string, b: string): number => differing(wordsOf(a), wordsOf(b), 4 * a.length);

/** One band more than bits that may differ: looks that are near have at least one band in common. */
const bandCount = nearBitsMax + 1;
const bandDigits = 3; // of 64

interface Look {
  readonly receipt: Receipt;
  readonly words: Uint32Array; // eight of 32 bits
  readonly bands: readonly number[];
}

function nearFinder(receipts: readonly Receipt[]): (receipt: Receipt) => readonly Receipt[] {
  const byBand = new Map<number, Look[]>();
  for (const look of receipts.flatMap(looksOf))
    for (const band of look.bands) {
      const group = byBand.get(band);
      if (group === undefined) byBand.set(band, [look]);
      else group.push(look);
    }
  return (receipt) =>
    looksOf(receipt).flatMap(({ words, bands }) =>
      [...new Set(bands.flatMap((band) => byBand.get(band) ?? []))]
        .filter((one) => differing(words, one.words, nearBitsMax) <= nearBitsMax)
        .map((one) => one.receipt),
    );
}

const looksOf = (receipt: Receipt): readonly Look[] =>
  receipt.photos.flatMap(({ look }) =>
    look === undefined ? [] : [{ receipt, words: wordsOf(look), bands: bandsOf(look) }],
  );

const wordsOf = (look: string): Uint32Array =>
  Uint32Array.from({ length: look.length / 8 }, (_, n) => Number.parseInt(look.slice(8 * n, 8 * n + 8), 16));

const bandsOf = (look: string): readonly number[] =>
  Array.from(
    { length: bandCount },
    (_, n) => n * 16 ** bandDigits + Number.parseInt(look.slice(bandDigits * n, bandDigits * (n + 1)), 16),
  );

/** Counts no further than past `max`: most pairs are told apart by their first words. */
function differing(a: Uint32Array, b: Uint32Array, max: number): number {
  let bits = 0;
  for (let n = 0; n < a.length && bits <= max; n += 1)
    for (let left = ((a[n] ?? 0) ^ (b[n] ?? 0)) >>> 0; left !== 0; left >>>= 1) bits += left & 1;
  return bits;
}

function dismissalOf(a: Receipt, b: Receipt, claims: ReadonlyMap<string, Claim>): NotDouble | undefined {
  const said = (one: Receipt, two: Receipt): NotDouble | undefined =>
    claims.get(one.claimId)?.notDouble?.find((no) => no.receiptId === one.id && no.otherId === two.id);
  return said(a, b) ?? said(b, a);
}
