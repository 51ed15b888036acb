/** What the chair makes of a command that was refused because its sender had no right to it (any more). */
import { defineCommand } from '../command.ts';
import { schemas } from './schemas.ts';

/** `taken_over`: the server's engine carries out the refused command as the chair's own, so it writes what that command
 *  writes. `set_aside`: nothing happens, on record. A phone does not have the content, so here it writes nothing. */
export const settleRefused = defineCommand({
  name: 'refused.settle',
  v: 1,
  schema: schemas['refused.settle'],
  touches: () => [],
  run() {},
});
