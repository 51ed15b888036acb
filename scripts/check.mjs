/** `npm run check`: what needs no running program. Each check counts as one test in `npm test`. */
import { fileURLToPath } from 'node:url';
import { ensureInstalled, fail, runTool } from './prepare.mjs';

const checks = [
  { name: 'types', tool: 'typescript/bin/tsc', args: ['-b'] },
  // Lint, format, import cycles, and the purity of src/domain.
  { name: 'lint and format', tool: '@biomejs/biome/bin/biome', args: ['check', '--error-on-warnings', '.'] },
  { name: 'unused code', tool: 'knip/bin/knip.js', args: ['--no-progress'] },
];
// Is a Vitest test as well: `npm test` runs it there.
const imports = {
  name: 'import arrows',
  tool: 'vitest/vitest.mjs',
  args: ['run', '--project', 'unit', 'tests/architecture.test.ts'],
};

/** Runs each to its end, so that one round shows all that is wrong. */
export async function runChecks(list = checks) {
  const results = [];
  for (const { name, tool, args } of list) {
    const code = await runTool(tool, args);
    console.log(`${code === 0 ? 'passed' : 'FAILED'}: ${name}`);
    results.push({ name, passed: code === 0 });
  }
  return results;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await ensureInstalled();
    const results = await runChecks([...checks, imports]);
    if (results.some(({ passed }) => !passed)) process.exitCode = 1;
  } catch (error) {
    fail(error);
  }
}
