/**
 * `npm test`: everything, on a clone where nothing is installed yet. The last line is `N passed, N failed`, summed over
 * the checks, Vitest (units, storage, server, screens, simulator, real browser) and Playwright.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { runChecks } from './check.mjs';
import { ensureChromium } from './ensure-chromium.mjs';
import { build, ensureInstalled, root, run, runTool } from './prepare.mjs';
import { promiseResults } from './promises.mjs';

const reports = join(root, 'test-results');
const sections = [];

/** A runner that fails without naming a failed test (it could not start, say) counts as one failed test. */
async function section(name, work) {
  console.log(`\n=== ${name}`);
  try {
    const { code = 0, passed, failed, skipped = 0, problems = [], notes = [] } = await work();
    sections.push({ name, passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped, problems, notes });
  } catch (error) {
    console.error(error);
    sections.push({ name, passed: 0, failed: 1, skipped: 0, problems: [String(error?.message ?? error)], notes: [] });
  }
}

async function checks() {
  const results = await runChecks();
  const failed = results.filter(({ passed }) => !passed);
  return {
    passed: results.length - failed.length,
    failed: failed.length,
    problems: failed.map(({ name }) => name),
  };
}

async function vitest() {
  const file = join(reports, 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await runTool('vitest/vitest.mjs', args);
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const tests = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((result) => ({ ...result, file: name })),
  );
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = tests.filter(({ status }) => status === 'failed');
  return {
    code,
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: failed.length + broken.length,
    skipped: tests.filter(({ status }) => status !== 'passed' && status !== 'failed').length,
    problems: [
      ...failed.map(({ file: path, fullName, failureMessages }) =>
        told(`${short(path)}: ${fullName}`, failureMessages?.[0]),
      ),
      ...broken.map(({ name, message }) => told(`${short(name)}: does not run`, message)),
    ],
  };
}

async function endToEnd() {
  const file = join(reports, 'playwright.json');
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const code = await runTool('@playwright/test/cli.js', ['test', '--reporter=list,json'], { env });
  const { stats, suites, errors } = JSON.parse(readFileSync(file, 'utf8'));
  return {
    code,
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    notes: suites.flatMap((suite) => shakySpecs(suite)),
    skipped: stats.skipped,
    problems: [...suites.flatMap(failedSpecs), ...errors.map(({ message }) => message ?? 'could not start')],
  };
}

/** Six rounds of each part that needs no C compiler; `npm run torture` does more. */
async function torture() {
  const file = join(reports, 'torture.json');
  const what = ['--rounds', '6', '--only', 'browser,browserTorn,server,postgres', '--report', file];
  const code = await run(process.execPath, ['--import', 'tsx', join(root, 'tests/torture/main.ts'), ...what]);
  const { parts } = JSON.parse(readFileSync(file, 'utf8'));
  const bad = Object.entries(parts).filter(
    ([, { lost, doubled = 0, problems }]) => lost + doubled + problems.length > 0,
  );
  return {
    code,
    passed: Object.keys(parts).length - bad.length,
    failed: bad.length,
    problems: bad.map(([name, part]) => `torture ${name}: ${JSON.stringify(part)}`),
  };
}

/** A promise counts as one test: something ran under each of its references. What failed there is counted there. */
function promises() {
  const results = promiseResults();
  const bare = results.filter(({ missing }) => missing.length > 0);
  for (const { number, passed, failed } of results)
    console.log(`promise ${number}: ${passed} passed, ${failed} failed`);
  return {
    passed: results.length - bare.length,
    failed: bare.length,
    problems: bare.map(({ number, missing }) => `promise ${number}: nothing ran of ${missing.join(', ')}`),
  };
}

/** What passed only when it was tried again. Said, because it is a fault of the test or of the app. */
const shakySpecs = ({ file, specs = [], suites = [] }) => [
  ...specs
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map(({ title, tests }) =>
      told(`${file}: ${title}`, tests.flatMap(({ results }) => results).find(({ error }) => error)?.error.message),
    ),
  ...suites.flatMap(shakySpecs),
];

const failedSpecs = ({ file, specs = [], suites = [] }) => [
  ...specs
    .filter(({ ok }) => !ok)
    .map(({ title, tests }) =>
      told(`${file}: ${title}`, tests.flatMap(({ results }) => results).find(({ error }) => error)?.error.message),
    ),
  ...suites.flatMap(failedSpecs),
];

/** With the beginning of what went wrong: the end of the output is often all that is kept of a run elsewhere. */
function told(name, message = '') {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return [name, ...lines.slice(0, 12).map((line) => `    ${line}`)].join('\n');
}

const short = (path) => path.replace(root, '');
const total = (key) => sections.reduce((sum, entry) => sum + entry[key], 0);

async function main() {
  await ensureInstalled();
  process.env.CHROMIUM_PATH = await ensureChromium();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  await section('checks', checks);
  await section('vitest', vitest);
  await section('end to end', async () => {
    await build();
    return endToEnd();
  });
  await section('torture', torture);
  await section('promises (docs/reliability.md)', promises);
}

await main().catch((error) => {
  console.error(error);
  sections.push({
    name: 'preparation',
    passed: 0,
    failed: 1,
    skipped: 0,
    problems: [String(error?.message ?? error)],
    notes: [],
  });
});

console.log('');
for (const { name, passed, failed, skipped, problems, notes } of sections) {
  console.log(`${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  for (const problem of problems) console.log(`  FAILED ${problem}`);
  for (const note of notes) console.log(`  PASSED THE SECOND TIME ${note}`);
}
const passed = total('passed');
// No test at all is a failure too: a runner that finds nothing must not look like one that finds nothing wrong.
const failed = passed + total('failed') === 0 ? 1 : total('failed');
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
