/** The kinds of values that command arguments are made of. Every one has a limit; nothing here changes what was typed. */
import * as v from 'valibot';
import { isIsoDate } from '../dates.ts';
import { isIban } from '../iban.ts';
import { isUuid } from '../ids.ts';
import { maxCents } from '../money.ts';

export const uuid = v.pipe(v.string(), v.check(isUuid));
/** An agenda item's id: `agendaItemId()`, or `${meetingId}:n:${uuid}` when it is about no proposal. */
export const itemId = v.pipe(
  v.string(),
  v.check((text) => madeOf(text, 2) || isLooseItem(text)),
);
/** A signature sheet (of a proposal) or a payment (of a claim): a UUID and a number. */
export const numberedId = v.pipe(
  v.string(),
  v.check((text) => madeOf(text.replace(/:[1-9]\d{0,3}$/, ''), 1) && text.length > 36),
);
export const decisionIdText = v.pipe(v.string(), v.check(isDecisionId));

export const cents = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(maxCents));
export const positiveCents = v.pipe(cents, v.minValue(1));
/** A receipt may be a refund, such as returned deposit on crates. */
export const signedCents = v.pipe(v.number(), v.safeInteger(), v.minValue(-maxCents), v.maxValue(maxCents));
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(99_999));
export const ordinal = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(9_999));
export const year = v.pipe(v.number(), v.safeInteger(), v.minValue(2000), v.maxValue(2199));
export const isoDate = v.pipe(v.string(), v.check(isIsoDate));
/** A moment as the phone writes it: `Date.toISOString`, so that the order of the text is the order of time. */
export const instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  v.check((text) => isIsoDate(text.slice(0, 10)) && !Number.isNaN(Date.parse(text))),
);
export const presenceMarkIdText = v.pipe(
  v.string(),
  v.check((text) => madeOf(text.slice(0, 73), 2) && /^.{73}:\S{24}:[a-z]+$/.test(text)),
);
export const startTime = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** One line of text; may be empty. */
export const line = (max = 200) =>
  v.pipe(
    v.string(),
    v.maxLength(max),
    v.check((text) => !hasControl(text)),
  );
/** One line that says something. */
export const filled = (max = 200) => v.pipe(line(max), v.check(saysSomething));
/** Several lines; may be empty. */
export const text = (max = 5_000) => v.pipe(v.string(), v.maxLength(max));
export const filledText = (max = 5_000) => v.pipe(text(max), v.check(saysSomething));
export const listOf = <const S extends v.GenericSchema>(schema: S, max: number) =>
  v.pipe(v.array(schema), v.maxLength(max), v.readonly());

/** A change names only the fields that the author changed, and what stood there when he did: `seen`. */
export const change = <const E extends v.ObjectEntries>(entries: E) => ({
  fields: v.partial(v.strictObject(entries)),
  seen: v.partial(v.strictObject(entries)),
});

export const quarters = listOf(filled(100), 100);
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
export const photoHash = sha256;
const pixels = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(30_000));
export const photo = v.strictObject({
  sha256,
  originalSha256: sha256,
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(12 * 1024 * 1024)), // limits.blobBytesMax
  mime: v.picklist(['image/jpeg', 'image/png', 'image/webp']),
  width: pixels,
  height: pixels,
  look: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
});
export const photos = listOf(photo, 20);
export const voice = v.strictObject({
  sha256,
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(12 * 1024 * 1024)), // limits.blobBytesMax
  mime: v.picklist(['audio/webm', 'audio/mp4']),
  seconds: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(600)),
});
/** From the first to the last day. Dates of one width: as text they stand in the order of the calendar. */
export const period = v.pipe(
  v.strictObject({ from: isoDate, until: isoDate }),
  v.check(({ from, until }) => from <= until),
);

export const iban = v.pipe(v.string(), v.check(isIban));
export const role = v.picklist([
  'chair',
  'secretary',
  'treasurer',
  'member',
  'auditor',
  'district_manager',
  'initiator',
]);
export const quorumRule = v.variant('kind', [
  v.strictObject({ kind: v.literal('more_than_half') }),
  v.strictObject({ kind: v.literal('count'), count: v.pipe(count, v.minValue(1), v.maxValue(100)) }),
]);
export const theme = v.strictObject({ number: ordinal, name: filled(100), plain: line(100) });
export const barrier = v.strictObject({
  theme: ordinal,
  kind: v.picklist(['other_pot', 'statutory_rule', 'professional_needed', 'private_gain']),
  text: line(300),
});
export const proposalKind = v.picklist(['recurring_event', 'professional', 'unique_project']);
export const intake = v.picklist(['own', 'paper_form', 'spoken']);
export const language = v.picklist(['nl', 'en', 'de', 'ar', 'pl', 'tr', 'uk', 'other']);
export const documentKind = v.picklist(['paper_form', 'quote', 'permit', 'drawing', 'other']);
export const percent = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(100));
export const themeShare = v.strictObject({ theme: ordinal, percent });
export const budgetLine = v.strictObject({ id: uuid, label: line(200), amountCents: cents });
export const supportNumbers = {
  householdsAsked: count,
  forCount: count,
  againstCount: count,
  noOpinionCount: count,
  notAtHomeCount: count,
};
export const decisionOutcome = v.picklist(['awarded', 'partly_awarded', 'refused', 'deferred']);

function saysSomething(value: string): boolean {
  return value.trim() !== '';
}
/** Line breaks and other control characters would break lists, CSV files and bank exports later. */
function hasControl(value: string): boolean {
  for (let n = 0; n < value.length; n += 1) {
    const code = value.charCodeAt(n);
    if (code < 32 || code === 127) return true;
  }
  return false;
}
function madeOf(value: string, uuids: number): boolean {
  const parts = value.split(':');
  return parts.length === uuids && parts.every(isUuid);
}
function isLooseItem(value: string): boolean {
  const [meeting = '', mark, nonce = '', ...more] = value.split(':');
  return isUuid(meeting) && mark === 'n' && isUuid(nonce) && more.length === 0;
}
function isDecisionId(value: string): boolean {
  const item = value.replace(/:[1-9]\d{0,3}$/, '');
  return item !== value && madeOf(item, 2);
}
