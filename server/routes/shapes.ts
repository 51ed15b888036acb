/** Shapes of what phones send. Arguments of commands are checked by the commands; here they are any JSON. */
import * as v from 'valibot';
import type { RowKey } from '../../src/domain/command.ts';
import { isUuid } from '../../src/domain/ids.ts';
import { rowTypes } from '../../src/domain/rows.ts';
import { type Bundle, limits, type PullRequest, type PushRequest } from '../../src/sync/protocol.ts';

const uuid = v.pipe(v.string(), v.check(isUuid));
/** What a database takes as it is: without control characters and halves of characters. */
export const isPlain = (text: string): boolean => !/[\p{Cc}\p{Cs}]/u.test(text);
const short = v.pipe(v.string(), v.maxLength(100), v.check(isPlain));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const ordinal = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const clock = v.pipe(v.number(), v.finite(), v.minValue(-8.64e15), v.maxValue(8.64e15)); // what a Date can hold
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const rowKeyMax = 250; // characters
const touchesMax = 400; // a claim with a hundred receipts, and room
const rowKey = v.custom<RowKey>((value) => {
  if (typeof value !== 'string' || value.length > rowKeyMax || !isPlain(value)) return false;
  const slash = value.indexOf('/');
  return slash > 0 && (rowTypes as readonly string[]).includes(value.slice(0, slash));
});

const command = v.object({
  deviceSeq: ordinal,
  commandId: uuid,
  name: short,
  v: ordinal,
  args: v.unknown(),
  touches: v.pipe(v.array(rowKey), v.maxLength(touchesMax)),
  clientTime: clock,
  was: v.exactOptional(v.object({ epoch: short, seq: ordinal, outcome: v.picklist(['applied', 'rejected', 'held']) })),
});

export const pushShape = v.object({
  protocol: count,
  app: short,
  deviceId: uuid,
  committeeId: uuid,
  epoch: v.exactOptional(short),
  sentAt: clock,
  commands: v.pipe(v.array(command), v.maxLength(limits.pushCommandsMax)),
}) satisfies v.GenericSchema<unknown, PushRequest>;

export const pullShape = v.object({
  protocol: count,
  deviceId: uuid,
  committeeId: uuid,
  epoch: v.nullable(short),
  cursor: count,
  head: v.nullable(short),
  accessV: count,
  pendingFrom: count,
  settledSeq: v.exactOptional(count),
  digest: v.exactOptional(short),
  page: v.exactOptional(v.pipe(v.string(), v.maxLength(1_000))),
}) satisfies v.GenericSchema<unknown, PullRequest>;

/** Strict: the signature covers every field, so a field that we would drop must not be there. */
export const bundleShape = v.strictObject({
  kind: v.literal('buurtkas_bundle'),
  v: v.literal(1),
  committeeId: uuid,
  epoch: v.nullable(short),
  deviceId: uuid,
  personId: uuid,
  firstSeq: ordinal,
  commands: v.pipe(v.array(v.strictObject(command.entries)), v.maxLength(limits.bundleCommandsMax)),
  photos: v.array(v.strictObject({ sha256: hash, mime: short, base64: v.pipe(v.string(), v.base64()) })),
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  signature: v.pipe(v.string(), v.base64(), v.maxLength(200)),
}) satisfies v.GenericSchema<unknown, Bundle>;
