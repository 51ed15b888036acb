/** `npm start`: installs and builds when needed, then becomes the server. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ensureInstalled, fail, root } from './prepare.mjs';

try {
  await ensureInstalled();
  await ensureBuilt();
} catch (error) {
  fail(error);
}

// npm puts a shell between itself and us, and some shells do not pass a signal on: when they die, we would stay on the
// port. Then end as on SIGTERM, so that the server closes its database.
if (process.env.npm_lifecycle_event !== undefined && process.platform !== 'win32') {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}

// In this same process: a signal reaches the server itself, and no child can be left behind.
const main = join(root, 'dist/server/main.js');
process.argv.splice(1, 1, main);
process.chdir(root);
await import(pathToFileURL(main).href);
