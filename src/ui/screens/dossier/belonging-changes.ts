// What changed in money of others, in what is done in return, in the publication and in the years: from what to what.
import type { Publication, Rows } from '../../../domain/rows.ts';
import { dayWithYear, euro, whole } from '../../format.ts';
import { nlBelongings } from '../../nl/belongings.ts';

const { fields } = nlBelongings.history;
type Values = Readonly<Record<string, unknown>>;

export interface FieldChange {
  readonly label: string;
  readonly from: string; // '' where nothing was filled in
  readonly to: string;
}

type Shown<T> = readonly (readonly [label: string, text: (of: T) => string])[];

const dayOr = (on: string | null): string => (on === null ? '' : dayWithYear(on));

const ofCoFinancing: Shown<Rows['coFinancing']> = [
  [fields.promised, ({ promisedCents }) => euro(promisedCents)],
  [fields.received, ({ receivedCents }) => euro(receivedCents)],
  [fields.receivedOn, ({ receivedOn }) => dayOr(receivedOn)],
];
/** As the history keeps it: how many photos, not which. */
type Promised = Omit<Rows['counterContribution'], 'photos'> & { readonly photoCount?: number };
const ofCounter: Shown<Promised> = [
  [fields.what, ({ what }) => what],
  [fields.dueOn, ({ dueOn }) => dayOr(dueOn)],
  [fields.deliveredOn, ({ deliveredOn }) => dayOr(deliveredOn)],
  [fields.proof, ({ proof }) => proof],
  [fields.photos, ({ photoCount }) => whole(photoCount ?? 0)],
];
const ofPublication: Shown<Publication> = [
  [fields.publishedOn, ({ on }) => dayOr(on)],
  [fields.publishedUntil, ({ until }) => dayOr(until)],
  [fields.publishedWhere, ({ where }) => where],
];
/** Nothing when it was new: then the line itself says all. */
export function belongingChanges(before: Values, after: Values): readonly FieldChange[] {
  const years = (of: Values): string => String(of['untilYear'] ?? '');
  return [
    ...changed(ofCoFinancing, before['coFinancing'], after['coFinancing']),
    ...changed(ofCounter, before['counterContribution'], after['counterContribution']),
    ...changed(ofPublication, before['publication'], after['publication']),
    ...(years(before) === '' ? [] : [{ label: fields.untilYear, from: years(before), to: years(after) }]),
  ];
}

/** The history is kept as it was said; what it holds was checked when it came in. */
function changed<T>(shown: Shown<T>, before: unknown, after: unknown): readonly FieldChange[] {
  if (before == null || after == null) return [];
  return shown
    .map(([label, text]) => ({ label, from: text(before as T), to: text(after as T) }))
    .filter(({ from, to }) => from !== to);
}
