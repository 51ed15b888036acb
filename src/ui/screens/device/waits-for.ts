import type { RowType } from '../../../domain/rows.ts';
import type { Names } from '../../nl/commands.ts';
import { waitsWords } from '../../nl/waits.ts';

/** What a held command waits for, from the key of the row that has not arrived: 'meeting/018f…'. */
export function waitsForWords(key: unknown, names: Names): string | undefined {
  if (typeof key !== 'string' || !key.includes('/')) return undefined;
  const [type = '', id = ''] = [key.slice(0, key.indexOf('/')), key.slice(key.indexOf('/') + 1)];
  const words = waitsWords[type as RowType];
  return words?.(id, names);
}
