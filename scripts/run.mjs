/**
 * Runs one file of the project on a clone where nothing is installed yet:
 *   node scripts/run.mjs [--build] [--chromium] <file> [arguments]
 */
import { ensureChromium } from './ensure-chromium.mjs';
import { ensureBuilt, ensureInstalled, fail, run } from './prepare.mjs';

const args = process.argv.slice(2);
const options = [];
while (args[0]?.startsWith('--')) options.push(args.shift());

try {
  await ensureInstalled();
  if (options.includes('--build')) await ensureBuilt();
  const env = { ...process.env };
  if (options.includes('--chromium')) env.CHROMIUM_PATH = await ensureChromium();
  const node = args[0].endsWith('.ts') ? ['--import', 'tsx'] : [];
  process.exitCode = await run(process.execPath, [...node, ...args], { env });
} catch (error) {
  fail(error);
}
