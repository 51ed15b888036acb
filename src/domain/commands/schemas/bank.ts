/** The bank: accounts, files, what a transaction is, and rules. */
import * as v from 'valibot';
import {
  change,
  count,
  filled,
  filledText,
  isoDate,
  line,
  listOf,
  numberedId,
  ordinal,
  positiveCents,
  signedCents,
  uuid,
  year,
} from '../fields.ts';

const accountId = v.pipe(v.string(), v.regex(/^[A-Z0-9]{5,34}$/));
const transactionId = v.pipe(
  v.string(),
  v.regex(/^[A-Z0-9]{5,34}:\d{4}-\d\d-\d\d:[0-9a-f]{16}:[1-9]\d{0,3}$/),
  v.maxLength(80),
);
const counterIban = v.pipe(v.string(), v.regex(/^[A-Z0-9]{0,34}$/));
const kind = v.picklist(['payment', 'savings']);
const balance = v.nullable(v.strictObject({ cents: signedCents, on: isoDate }));
const partNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(999));

const bankLine = v.strictObject({
  ...{ bookedOn: isoDate, valueOn: v.nullable(isoDate), cents: signedCents },
  ...{ counterIban, counterName: line(200), description: line(1_000) },
  ...{ reference: line(50), bankReference: line(100), code: line(50), reversal: v.boolean() },
  ...{ line: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(9_999_999)), nth: ordinal },
});
const warning = v.strictObject({
  ...{ code: line(50), line: v.nullable(v.pipe(v.number(), v.safeInteger())), cents: v.nullable(signedCents) },
});

const why = v.picklist(['not_ours', 'interest', 'deposit', 'other']);
const explained = v.strictObject({ kind: v.literal('explained'), why, note: line(200) });
const target = v.variant('kind', [
  v.strictObject({ kind: v.literal('payment'), claimId: uuid, number: ordinal }),
  v.strictObject({ kind: v.literal('refund'), paymentId: numberedId, reason: filled(200) }),
  v.strictObject({ kind: v.literal('cost'), costId: uuid, year, what: filled(200) }),
  v.strictObject({ kind: v.literal('cost_refund'), costId: uuid, reason: filled(200) }),
  v.strictObject({ kind: v.literal('grant'), year, note: line(200), book: v.boolean() }),
  v.strictObject({ kind: v.literal('co_financing'), coFinancingId: uuid, book: v.boolean() }),
  v.strictObject({ kind: v.literal('transfer'), transferId: uuid }),
  v.strictObject({ kind: v.literal('own_account'), accountId }),
  v.strictObject({ kind: v.literal('award'), proposalId: uuid }),
  v.strictObject({ kind: v.literal('reversed_line'), transactionId }),
  explained,
]);
const ruleTarget = v.variant('kind', [
  v.strictObject({ kind: v.literal('payee'), payeeName: filled(100) }),
  v.strictObject({ kind: v.literal('cost'), what: filled(200) }),
  v.strictObject({ kind: v.literal('grant') }),
  v.strictObject({ kind: v.literal('co_financing'), source: filled(200) }),
  v.strictObject({ kind: v.literal('own_account'), accountId }),
  explained,
]);
const ruleKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9 ]{3,80}$/));
const direction = v.picklist(['in', 'out']);

/** Most lines in one part, so that a command stays below the 50 kB that a slow line takes in one go. */
export const partLinesMax = 100;

export const bankSchemas = {
  'bankAccount.add': v.strictObject({ accountId, name: filled(100), kind, holder: line(100) }),
  'bankAccount.change': v.strictObject({
    accountId,
    ...change({ name: filled(100), kind, holder: line(100), retired: v.boolean() }),
  }),
  'bankImport.begin': v.strictObject({
    ...{ importId: uuid, accountId, fileName: line(200), format: line(30), from: isoDate, until: isoDate },
    ...{ opening: balance, closing: balance, lineCount: count, partCount: partNumber },
    ...{ warnings: listOf(warning, 50), importedOn: isoDate },
  }),
  'bankImport.addLines': v.pipe(
    v.strictObject({
      ...{ importId: uuid, accountId, part: partNumber },
      lines: listOf(bankLine, partLinesMax), // new to whoever sent them
      known: listOf(transactionId, 400), // in the file too, and here before
    }),
    v.check(({ lines, known }) => lines.length + known.length > 0),
  ),
  'bankImport.undo': v.strictObject({ importId: uuid, reason: filledText(1_000), undoneOn: isoDate }),
  'bankMatch.make': v.strictObject({
    ...{ transactionId, round: ordinal, matchedOn: isoDate },
    parts: v.pipe(listOf(v.strictObject({ amountCents: positiveCents, target }), 50), v.minLength(1)),
  }),
  'bankMatch.undo': v.strictObject({ transactionId, round: ordinal, reason: filledText(1_000), undoneOn: isoDate }),
  'matchRule.learn': v.strictObject({
    ...{ direction, key: ruleKey, name: line(200), target: ruleTarget, learnedOn: isoDate },
  }),
  'matchRule.forget': v.strictObject({ direction, key: ruleKey }),
} as const;
