/** Settling a command that waits for something that never came. */
import { defineCommand } from '../command.ts';
import { schemas } from './schemas.ts';

/** Writes no rows: the server's engine settles the held command as rejected, with code `dropped_by_chair`. It is a
 *  command all the same, because it needs the chair's right and a place in the log. */
export const dropHeld = defineCommand({
  name: 'held.drop',
  v: 1,
  schema: schemas['held.drop'],
  touches: () => [],
  run() {},
});
