/** Puts the simulator and the shipped sources into one file that plain Node runs, with the project's own bundler. A mutant
 *  is the same with some words replaced; words that are not there exactly once stop everything, so that no mutant can
 *  quietly become the real engine. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

export interface Edit {
  readonly file: string; // path from the root of the repository
  readonly find: string;
  readonly replace: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, 'node_modules/.cache/');

/** Answers the path of the worker; `removeBundle` takes it away again. */
export async function bundleWorker(edits: readonly Edit[] = []): Promise<string> {
  await mkdir(cache, { recursive: true }); // a clone where only packages are installed has none
  const outDir = await mkdtemp(`${cache}sim-`);
  const applied = new Set<Edit>();
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [editor(edits, applied)],
    ssr: { noExternal: true, external: ['dexie', 'fake-indexeddb', 'pg', 'better-sqlite3', 'libsql'] },
    build: {
      ssr: join(root, 'tests/sim/worker.ts'),
      outDir,
      target: 'node20',
      minify: false,
      copyPublicDir: false,
      rollupOptions: { output: { entryFileNames: 'worker.mjs' } },
    },
  });
  const left = edits.find((edit) => !applied.has(edit));
  if (left !== undefined) throw new Error(`${left.file} is not part of the simulator, so nothing was changed in it`);
  return join(outDir, 'worker.mjs');
}

export async function removeBundle(worker: string): Promise<void> {
  await rm(dirname(worker), { recursive: true, force: true });
}

function editor(edits: readonly Edit[], applied: Set<Edit>): Plugin {
  return {
    name: 'mutant',
    enforce: 'pre',
    transform(code, id) {
      let changed = code;
      for (const edit of edits) {
        if (id !== join(root, edit.file)) continue;
        const found = changed.split(edit.find).length - 1;
        if (found !== 1) throw new Error(`${edit.file} has ${found} times, not once: ${edit.find}`);
        changed = changed.replace(edit.find, () => edit.replace);
        applied.add(edit);
      }
      return changed === code ? null : { code: changed, map: null };
    },
  };
}
