/** Shapes of rows over time (docs/sync.md, W3). Rows stay as they were written, on the server and on every phone, and are
 *  brought to the present shape when they are read: no upgrade ever has to rewrite what people made. */
import { type Row, type Rows, type RowType, rowTypes } from './rows.ts';

export interface Shaped {
  readonly type: RowType;
  readonly sv: number;
  readonly body: Row;
}
type Step = (body: Row) => Row;

/** By type, the steps from shape 1 to the present one, oldest first. A step that was released is never changed or taken
 *  away. Steps add or rename; an index on a new field also needs a migration on the server. */
export const rowSteps: { [T in RowType]?: readonly Step[] } = {
  proposal: [
    (body) => ({
      ...(body as Rows['proposal']),
      ...{ streets: '', period: null, intake: 'own', repeatOfId: null, mergedIntoId: null },
    }),
  ],
};

/** The shape in which rows of this type are written now. */
export const shapeVersion = (type: RowType): number => 1 + (rowSteps[type]?.length ?? 0);

/** The body in the present shape. One of a later shape comes from a newer program and is left as it is: shapes only grow. */
export function currentBody({ type, sv, body }: Shaped): Row {
  return (rowSteps[type] ?? []).slice(sv - 1).reduce((row, step) => step(row), body);
}

/** All present shapes as one word: a phone whose rows came under another one asks for all of them again. */
export const shapesNow = (): string => rowTypes.map(shapeVersion).join('.');
