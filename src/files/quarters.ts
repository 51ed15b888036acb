/** Reads the quarters of a city out of a map (GeoJSON) or a list (CSV), as statistics offices and cities publish them. */
import { readCsv } from './csv.ts';

export interface MapQuarter {
  readonly name: string;
  readonly code: string;
  readonly residents: number | null;
  readonly rings: readonly (readonly (readonly [number, number])[])[];
}

/** By field, the names that files use, the surest first; compared without case, spaces and underscores. */
const words = {
  name: ['buurtnaam', 'bunaam', 'statnaam', 'wijknaam', 'wknaam', 'naam', 'name', 'buurt', 'quarter', 'wijk'],
  code: ['buurtcode', 'bucode', 'statcode', 'wijkcode', 'wkcode', 'code'],
  residents: ['aantalinwoners', 'inwoners', 'bevolking', 'residents', 'population'],
} as const;

const quartersMax = 1_000; // a city; a country is not what anybody means to load here
const pointsMax = 200; // of one ring; more does not show on a schematic map

export type QuarterFileProblem = 'not_readable' | 'no_names' | 'too_many';

/** Every name once, in the order of the file. */
export function readQuarters(text: string): readonly MapQuarter[] | QuarterFileProblem {
  const found = text.trimStart().startsWith('{') ? fromGeoJson(text) : fromCsv(text);
  if (typeof found === 'string') return found;
  const named = found.filter(({ name }) => name !== '');
  if (named.length === 0) return 'no_names';
  if (named.length > quartersMax) return 'too_many';
  return [...new Map(named.map((quarter) => [quarter.name.toLowerCase(), quarter])).values()];
}

function fromCsv(text: string): readonly MapQuarter[] {
  const [head, ...records] = readCsv(text, (cells) => cells.filter((cell) => known.has(bare(cell))).length);
  const places = (head?.cells ?? []).map(bare);
  return records.map(({ cells }) => quarterFrom((word) => cells[places.indexOf(word)] ?? '', []));
}

function fromGeoJson(text: string): readonly MapQuarter[] | QuarterFileProblem {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'not_readable';
  }
  const { features } = json as { readonly features?: unknown };
  if (!Array.isArray(features)) return 'not_readable';
  return features.map((feature: unknown) => {
    const { properties, geometry } = (feature ?? {}) as { readonly properties?: unknown; readonly geometry?: unknown };
    const fields = new Map(Object.entries((properties ?? {}) as object).map(([key, value]) => [bare(key), value]));
    return quarterFrom((word) => String(fields.get(word) ?? ''), ringsOf(geometry));
  });
}

function quarterFrom(cell: (word: string) => string, rings: MapQuarter['rings']): MapQuarter {
  const field = (of: keyof typeof words): string =>
    words[of].map((word) => cell(word).replace(/\s+/g, ' ').trim()).find((value) => value !== '') ?? '';
  const residents = Number(field('residents').replace(/[. ]/g, '') || Number.NaN);
  return {
    name: field('name').slice(0, 100),
    code: field('code').slice(0, 20),
    residents: Number.isSafeInteger(residents) && residents >= 0 && residents <= 1_000_000 ? residents : null,
    rings,
  };
}

/** Outer rings only. Coordinates in metres (the Dutch grid) give names without shapes. */
function ringsOf(geometry: unknown): MapQuarter['rings'] {
  const { type, coordinates } = (geometry ?? {}) as { readonly type?: unknown; readonly coordinates?: unknown };
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? (coordinates as unknown[]) : [];
  const outer = polygons.map((polygon) => (Array.isArray(polygon) ? polygon[0] : undefined)).filter(Array.isArray);
  return outer
    .slice(0, 10)
    .map((ring) => thinned(ring as readonly unknown[]))
    .filter((ring) => ring.length >= 3 && ring.every(isDegrees));
}

const isDegrees = ([x, y]: readonly [number, number]): boolean => Math.abs(x) <= 180 && Math.abs(y) <= 90;

/** Four decimals are about ten metres. */
function thinned(ring: readonly unknown[]): readonly (readonly [number, number])[] {
  const step = Math.ceil(ring.length / pointsMax);
  const round = (value: unknown): number => Math.round(Number(value) * 10_000) / 10_000;
  const points = ring
    .filter((_, n) => n % step === 0)
    .map((point) => (Array.isArray(point) ? ([round(point[0]), round(point[1])] as const) : ([999, 999] as const)));
  return points.filter(([x, y], n) => n === 0 || x !== points[n - 1]?.[0] || y !== points[n - 1]?.[1]);
}

const bare = (text: string): string => text.toLowerCase().replace(/[\s_-]/g, '');
const known: ReadonlySet<string> = new Set([...words.name, ...words.code, ...words.residents]);
