/** A schematic map: one equal tile a quarter, in rows from north to south and from west to east. */
import type { Quarter } from '../rows.ts';

export interface Tiles {
  readonly columns: number;
  readonly tiles: readonly string[]; // names in reading order
}

type Shape = Pick<Quarter, 'name' | 'rings'>;

/** Quarters whose shape is known are dealt into rows by latitude and sorted by longitude within a row; the others follow in
 *  the order in which they were named. About as many columns as rows, four at most. */
export function tilesOf(names: readonly string[], shapes: readonly Shape[]): Tiles {
  const columns = Math.min(4, Math.max(1, Math.ceil(Math.sqrt(names.length))));
  const centres = new Map(shapes.flatMap((shape) => centreOf(shape) ?? []).map((one) => [one.name, one]));
  const known = names.flatMap((name) => centres.get(name) ?? []).sort((a, b) => b.latitude - a.latitude);
  const rows: string[] = [];
  for (let at = 0; at < known.length; at += columns) {
    const row = known.slice(at, at + columns).sort((a, b) => a.longitude - b.longitude);
    rows.push(...row.map(({ name }) => name));
  }
  return { columns, tiles: [...rows, ...names.filter((name) => !centres.has(name))] };
}

interface Centre {
  readonly name: string;
  readonly longitude: number;
  readonly latitude: number;
}

/** The middle of the box around all rings: good enough to say which lies north of which. */
function centreOf({ name, rings }: Shape): readonly Centre[] | undefined {
  const points = rings.flat();
  if (points.length === 0) return undefined;
  const middle = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2;
  return [{ name, longitude: middle(points.map(([x]) => x)), latitude: middle(points.map(([, y]) => y)) }];
}
