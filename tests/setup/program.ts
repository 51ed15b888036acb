/** Builds the server's two programs once for the tests that run them: compiled anew for each start, a test machine spends
 *  more on compiling than on what is tested. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'node_modules/.cache/test-programs'); // inside the project: they find its packages

/** Runs for both server projects; the second finds what the first built. */
export default async function setup(): Promise<void> {
  if (process.env['TEST_PROGRAMS'] !== undefined) return;
  await build({
    root,
    logLevel: 'error',
    build: { ssr: true, outDir: folder, emptyOutDir: true, minify: false },
  });
  process.env['TEST_PROGRAMS'] = folder; // tests run in processes that inherit it
}
