/** The rows that a command is about. */
import type { RowKey } from '../../src/domain/command.ts';
import { upcast } from '../../src/domain/commands/index.ts';
import type { StoredLogEntry } from './ports.ts';

/** What the phone named and what the command names itself. */
export function touchesOf({
  name,
  v,
  args,
  touches,
}: Pick<StoredLogEntry, 'name' | 'v' | 'args' | 'touches'>): readonly RowKey[] {
  try {
    const known = upcast(name, v, args);
    return known === undefined ? touches : [...new Set([...touches, ...known.command.touches(known.args)])];
  } catch {
    return touches; // malformed: nothing is known of its rows
  }
}
