import { build, ensureInstalled, fail } from './prepare.mjs';

await ensureInstalled().then(build).catch(fail);
