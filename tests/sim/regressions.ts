/** Runs that once broke a promise, made short (shrink.ts): the engine of then, or one that is broken in the same way on
 *  purpose. A script lives longer than a seed, which means something only together with the chooser that drew from it. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Script } from './actions.ts';

const folder = fileURLToPath(new URL('regressions/', import.meta.url));

export const regressions: readonly { readonly name: string; readonly script: Script }[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, script: JSON.parse(readFileSync(folder + name, 'utf8')) as Script }));
