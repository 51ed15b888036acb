/** `npm start`: installs and builds when needed, then becomes the server. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ensureInstalled, fail, root } from './prepare.mjs';

try {
  await ensureInstalled();
  await ensureBuilt();
} catch (error) {
  fail(error);
}

// npm puts a shell between itself and us, and neither passes on every signal: when one of them is gone, we would stay on
// the port. Then end as on SIGTERM, so that the server closes its database.
if (process.env.npm_lifecycle_event !== undefined && process.platform !== 'win32') {
  const before = ancestors();
  const watch = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}

// In this same process: a signal reaches the server itself, and no child can be left behind.
const main = join(root, 'dist/server/main.js');
process.argv.splice(1, 1, main);
process.chdir(root);
await import(pathToFileURL(main).href);

/** The shell and, where /proc tells it, npm above it. */
function ancestors() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')')).split(' ')[2]}`;
  } catch {
    return `${process.ppid}`;
  }
}
