// Which of the amounts is what was paid. Every amount gathers evidence: the words beside it, the VAT that fits it, the
// lines that add up to it, the card slip, cash given and change. No single word decides: readers miss words. Pure.
import { type Amount, commalessIn, wholeIn } from './amounts.ts';
import { type Found, sure } from './found.ts';
import { has, type Labelled, oneOff, squash } from './labels.ts';
import type { VatRow } from './vat.ts';
import type { Line } from './words.ts';

export interface Evidence {
  readonly lines: readonly Line[];
  readonly labels: readonly (readonly Labelled[])[];
  readonly byLine: readonly (readonly Amount[])[];
  readonly rows: readonly VatRow[];
}

export interface TotalFound extends Found<number> {
  readonly vatFits: boolean;
  readonly linesFit: boolean;
  readonly paidFits: boolean;
}

interface Claim {
  readonly amount: Amount;
  readonly weight: number;
}

const centsMax = 2_000_000; // no receipt of a neighbourhood is above 20,000 euros
const canBePaid = ({ cents }: Amount): boolean => cents > 0 && cents < centsMax;

export function totalIn(evidence: Evidence): TotalFound | undefined {
  const spoken = spokenClaims(evidence);
  const all = evidence.byLine.flat().filter(canBePaid);
  const values = new Set([...all, ...spoken.map(({ amount }) => amount)].map(({ cents }) => cents));
  const vatTotals = vatSums(evidence.rows);
  const lineTotals = runningSums(evidence);
  const paidTotals = cashLessChange(evidence);
  const largest = Math.max(0, ...all.map(({ cents }) => cents));
  const scored = [...values].map((cents) => {
    const claims = spoken.filter(({ amount }) => amount.cents === cents);
    const words = claims.map(({ weight }) => weight).sort((a, b) => b - a);
    const seen = all.filter((amount) => amount.cents === cents).length;
    const [vatFits, linesFit, paidFits] = [vatTotals.has(cents), lineTotals.has(cents), paidTotals.has(cents)];
    const score =
      (words[0] ?? 0) +
      0.5 *
        Math.min(
          4,
          words.slice(1).reduce((sum, weight) => sum + weight, 0),
        ) +
      (vatFits ? 3 : 0) +
      (linesFit ? 2.5 : 0) +
      (paidFits ? 2.5 : 0) +
      Math.min(1, 0.5 * (seen - 1)) +
      (cents === largest ? 0.8 : 0);
    return { cents, score, claims, vatFits, linesFit, paidFits };
  });
  const [best, second] = rounded(scored, evidence).sort((a, b) => b.score - a.score);
  const back = best === undefined || best.claims.length === 0 ? broughtBack(evidence) : undefined;
  if (back !== undefined) return back;
  if (best === undefined || best.score <= 0) return undefined;
  const strongest = [...best.claims].sort((a, b) => b.weight - a.weight)[0]?.amount;
  const amount = strongest ?? all.findLast(({ cents }) => cents === best.cents);
  if (amount === undefined) return undefined;
  const lead = best.score - Math.max(0, second?.score ?? 0);
  const line = evidence.lines[amount.line];
  return {
    value: best.cents,
    confidence: sure(Math.min(1, best.score / 9) * (0.55 + 0.45 * Math.min(1, lead / 3)) * (amount.guessed ? 0.85 : 1)),
    place: amount.place,
    text: line?.text ?? '',
    vatFits: best.vatFits,
    linesFit: best.linesFit,
    paidFits: best.paidFits,
  };
}

interface Scored {
  readonly cents: number;
  readonly score: number;
  readonly claims: readonly Claim[];
  readonly vatFits: boolean;
  readonly linesFit: boolean;
  readonly paidFits: boolean;
}

/** Cash is paid in steps of 5 cents: what was paid takes over what speaks for the total before it was rounded. Only an
 *  amount that is printed, and where the paper speaks of rounding or cash less change makes it. */
function rounded(scored: readonly Scored[], { lines, byLine }: Evidence): Scored[] {
  const said = lines.some(({ text }, n) => speaksOfRounding(text) && (byLine[n] ?? []).some(isRounding));
  return scored.map((paid) => {
    const isPaid = paid.cents % 5 === 0 && (paid.claims.length > 0 || paid.paidFits) && (said || paid.paidFits);
    const before = isPaid
      ? scored.find(({ cents }) => cents % 5 !== 0 && Math.abs(cents - paid.cents) <= roundingMax)
      : undefined;
    return before === undefined || before.score < paid.score
      ? paid
      : { ...paid, score: before.score + 1, vatFits: before.vatFits, linesFit: before.linesFit };
  });
}

const roundingMax = 4; // cents; two in most lands, four where a shop rounds down
const roundingWords = ['afronding', 'rounding', 'rundung', 'arrondi'];
const speaksOfRounding = (text: string): boolean =>
  squash(text)
    .split(' ')
    .some((token) => roundingWords.some((word) => token.includes(word) || oneOff(token, word)));
const isRounding = ({ cents }: Amount): boolean => Math.abs(cents) <= roundingMax;

/** What was brought back to the shop: the total stands below zero on the line of its own word, and no other is above it. Where
 *  the word can't be read and nothing on the paper is above zero: what stands there most, the largest first. */
function broughtBack({ lines, labels, byLine }: Evidence): TotalFound | undefined {
  const spoken = labels.flatMap((words, n) => {
    const amount = byLine[n]?.at(-1);
    return weightOf(words) >= 0.8 * weights.total && amount !== undefined && amount.cents < 0 ? [amount] : [];
  });
  const all = byLine.flat().filter(({ cents }) => cents !== 0);
  const times = ({ cents }: Amount): number => all.filter((other) => other.cents === cents).length;
  const usual =
    all.length > 1 && all.every(({ cents }) => cents < 0)
      ? [...all].sort((a, b) => times(b) - times(a) || a.cents - b.cents)[0]
      : undefined;
  const found = spoken[0] ?? usual;
  if (found === undefined || spoken.some(({ cents }) => cents !== found.cents)) return undefined;
  return {
    value: found.cents,
    confidence: spoken.length > 0 ? 0.5 : 0.35,
    place: found.place,
    text: lines[found.line]?.text ?? '',
    vatFits: false,
    linesFit: false,
    paidFits: false,
  };
}

const weights = { total: 5, paid: 3, cash: 1.2 };

/** Amounts with a word for it on their line, or alone on the line below or above it. */
function spokenClaims(evidence: Evidence): readonly Claim[] {
  return evidence.labels.flatMap((labels, n) => {
    const weight = weightOf(labels);
    if (weight === 0 || isSuggestion(evidence.lines, n)) return [];
    const own = evidence.byLine[n] ?? [];
    const line = evidence.lines[n];
    const positive = own.filter(canBePaid);
    const last = summedBy(positive) ?? positive.at(-1);
    if (last !== undefined) return [{ amount: last, weight }];
    const beside = besides(evidence, n);
    if (beside !== undefined) return [{ amount: beside, weight: weight * 0.8 }];
    const guesses = evidence.byLine.every((amounts) => amounts.length === 0) ? wholeIn : commalessIn;
    const [guess] = line === undefined || has(labels, 'total') === 0 ? [] : guesses(line, n);
    return guess === undefined || guess.cents < 100 || !canBePaid(guess)
      ? []
      : [{ amount: guess, weight: weight * 0.6 }];
  });
}

/** "18% = $8.73  Total $61.23" below the word for a tip is what a guest might pay. */
function isSuggestion(lines: readonly Line[], n: number): boolean {
  const isOfTips = ({ text }: Line): boolean => /\btips?\b|gratuity/.test(squash(text));
  return /\d\s?%/.test(lines[n]?.text ?? '') && lines.slice(Math.max(0, n - 4), n + 1).some(isOfTips);
}

function weightOf(labels: readonly Labelled[]): number {
  if (has(labels, 'change') > 0) return 0;
  if (has(labels, 'subtotal') > 0 || has(labels, 'part') > 0) return 0;
  const total = has(labels, 'total');
  const vat = has(labels, 'vat') > 0.8;
  const net = has(labels, 'net') > 0.8;
  if (total > 0) return weights.total * total * (net ? 0.2 : 1) * (vat ? 0.5 : 1);
  if (vat || net) return 0;
  return Math.max(weights.paid * has(labels, 'paid'), weights.cash * has(labels, 'cash'));
}

/** In a row of net, VAT and together: together. */
function summedBy(amounts: readonly Amount[]): Amount | undefined {
  if (amounts.length < 3) return undefined;
  return amounts.find((sum) =>
    amounts.some((a) => amounts.some((b) => a !== b && a !== sum && b !== sum && a.cents + b.cents === sum.cents)),
  );
}

function besides({ lines, labels, byLine }: Evidence, n: number): Amount | undefined {
  const own = lines[n];
  if (own === undefined) return undefined;
  for (const at of [n + 1, n - 1]) {
    const [line, amounts] = [lines[at], byLine[at] ?? []];
    const [only] = amounts;
    if (line === undefined || only === undefined || amounts.length > 1 || (labels[at] ?? []).length > 0) continue;
    if (!canBePaid(only)) continue;
    const gap = Math.abs(line.place.y + line.place.height / 2 - own.place.y - own.place.height / 2);
    const alone = line.text.replace(/[^a-z]/gi, '').replace(/eur/i, '').length <= 2;
    if (alone && gap < 2.2 * Math.max(line.place.height, own.place.height)) return only;
  }
  return undefined;
}

function vatSums(rows: readonly VatRow[]): ReadonlySet<number> {
  const grossOf = ({ netCents, vatCents }: VatRow): number => netCents + vatCents;
  const pairs = rows.flatMap((a, n) =>
    rows.slice(n + 1).flatMap((b) => (a.rate === b.rate || a.line === b.line ? [] : [grossOf(a) + grossOf(b)])),
  );
  return new Set([...rows.map(grossOf), ...pairs]);
}

/** What the lines above add up to, for every line that is a sum of all before it. A deposit or discount is one of them on
 *  some papers, and on others only told. */
function runningSums({ labels, byLine }: Evidence): ReadonlySet<number> {
  const sums = new Set<number>();
  const withParts = { cents: 0, count: 0 };
  const without = { cents: 0, count: 0 };
  for (const [n, amounts] of byLine.entries()) {
    const last = amounts.at(-1);
    if (last === undefined) continue;
    const words = labels[n] ?? [];
    for (const { cents, count } of [withParts, without]) if (count > 1 && cents === last.cents) sums.add(cents);
    if (words.some(({ label }) => label === 'total' || label === 'paid' || label === 'subtotal')) continue;
    for (const sum of has(words, 'part') > 0 ? [withParts] : [withParts, without]) {
      sum.cents += last.cents;
      sum.count += 1;
    }
  }
  return sums;
}

/** Cash less change; a part by card or voucher and the rest in another way. */
function cashLessChange({ labels, byLine }: Evidence): ReadonlySet<number> {
  const amountsWith = (label: 'cash' | 'change' | 'paid'): readonly number[] =>
    labels.flatMap((words, n) => (has(words, label) > 0 ? (byLine[n] ?? []).map(({ cents }) => Math.abs(cents)) : []));
  const given = [...amountsWith('cash'), ...amountsWith('paid')];
  const change = amountsWith('change').filter((cents) => cents > 0);
  const inParts = given.flatMap((cents, n) => given.slice(n + 1).map((other) => cents + other));
  const lessChange = [...given, ...inParts].flatMap((cents) => change.map((back) => cents - back));
  return new Set([...inParts, ...lessChange].filter((cents) => cents > 0));
}
