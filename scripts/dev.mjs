/** `npm run dev`: the server restarts on a change, Vite serves the app and sends /api on to it. */
import { ensureInstalled, fail, runTool } from './prepare.mjs';

try {
  await ensureInstalled();
  process.exitCode = await runTool('concurrently/dist/bin/concurrently.js', [
    '--kill-others',
    '--names',
    'server,app',
    'node node_modules/tsx/dist/cli.mjs watch server/main.ts',
    'node node_modules/vite/bin/vite.js',
  ]);
} catch (error) {
  fail(error);
}
