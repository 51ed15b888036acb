/** The queries of photos that are in the database, and of the parts of those that are on their way. */
import { sql } from 'kysely';
import type { Schema } from './schema.ts';
import { db, statement } from './statement.ts';

interface Name {
  readonly committeeId: string;
  readonly sha256: string;
}
type Bytes = { readonly bytes: Uint8Array };
const size = sql<number>`length(bytes)`;

export const blobSize = statement<Name, { size: number }>((param) =>
  db
    .selectFrom('blob')
    .select(size.as('size'))
    .where('committee_id', '=', param('committeeId'))
    .where('sha256', '=', param('sha256')),
);
/** `count` bytes from `start` on; the first one is 1. */
export const blobSlice = statement<Name & { start: number; count: number }, Bytes>((param) =>
  db
    .selectFrom('blob')
    .select(sql<Uint8Array>`substr(bytes, ${param('start')}, ${param('count')})`.as('bytes'))
    .where('committee_id', '=', param('committeeId'))
    .where('sha256', '=', param('sha256')),
);
export const addBlob = statement<Name & Bytes, unknown>((param) =>
  db
    .insertInto('blob')
    .values({ committee_id: param('committeeId'), sha256: param('sha256'), bytes: param('bytes') })
    .onConflict((conflict) => conflict.doNothing()),
);
export const removeBlob = statement<Name, unknown>((param) =>
  db.deleteFrom('blob').where('committee_id', '=', param('committeeId')).where('sha256', '=', param('sha256')),
);
export const blobNames = statement<object, Omit<Schema['blob'], 'bytes'>>(() =>
  db.selectFrom('blob').select(['committee_id', 'sha256']).orderBy('committee_id').orderBy('sha256'),
);

const partsOf = (committeeId: string, sha256: string) =>
  db.selectFrom('blob_part').where('committee_id', '=', committeeId).where('sha256', '=', sha256);
/** Up to where the parts reach, and how much they are together: less when there is a hole. */
export const partsEnd = statement<Name, { reach: number | null; bytes: number | null }>((param) =>
  partsOf(param('committeeId'), param('sha256')).select([
    sql<number | null>`max(start + length(bytes))`.as('reach'),
    sql<number | null>`cast(sum(length(bytes)) as bigint)`.as('bytes'),
  ]),
);
export const parts = statement<Name, Bytes>((param) =>
  partsOf(param('committeeId'), param('sha256')).select('bytes').orderBy('start'),
);
export const addPart = statement<Name & Bytes & { start: number }, unknown>((param) =>
  db.insertInto('blob_part').values({
    committee_id: param('committeeId'),
    sha256: param('sha256'),
    start: param('start'),
    bytes: param('bytes'),
  }),
);
export const removeParts = statement<Name, unknown>((param) =>
  db.deleteFrom('blob_part').where('committee_id', '=', param('committeeId')).where('sha256', '=', param('sha256')),
);
