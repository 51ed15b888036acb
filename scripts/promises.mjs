/**
 * The table of promises in docs/reliability.md with how its tests ended, from the reports that `npm test` leaves.
 * `node scripts/promises.mjs --write` puts those results into the last column of the page. A reference under which
 * nothing ran is a failure, so that no promise can rest on a test that is gone.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './prepare.mjs';

const page = join(root, 'docs/reliability.md');
const reports = join(root, 'test-results');
/** Parts of torture that `npm test` does not run: their results stand under "Last runs" on the page. */
const byHand = new Set(['browserPower', 'serverPower']);

/** `{number, references, passed, failed, missing}` for every promise; `missing` are references without a test that ran. */
export function promiseResults() {
  const results = [...vitestResults(), ...endToEndResults(), ...tortureResults()];
  return promises().map(({ number, references }) => {
    const found = references.map((reference) => results.filter(({ file }) => isIn(file, reference)));
    const all = new Set(found.flat());
    const passed = [...all].filter((result) => result.passed).length;
    const missing = references.filter((_, at) => found[at].length === 0);
    return { number, references, passed, failed: all.size - passed, missing };
  });
}

const isIn = (file, reference) => file === reference || file.startsWith(`${reference}/`);

const row = /^\| (\d+) \| (.*) \| (.*) \| (.*) \|$/;

function promises() {
  return readFileSync(page, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, number, , tests] = row.exec(line) ?? [];
      if (number === undefined) return [];
      const references = [...tests.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
      return [{ number: Number(number), references: references.filter((name) => !byHand.has(name)) }];
    });
}

function vitestResults() {
  return report('vitest.json').testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ status }) => ({ file: relative(root, name), passed: status === 'passed' })),
  );
}

function endToEndResults() {
  const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];
  return report('playwright.json')
    .suites.flatMap(specsOf)
    .map(({ file, ok }) => ({ file: `tests/e2e/${file.split('/').at(-1)}`, passed: ok }));
}

function tortureResults() {
  return Object.entries(report('torture.json').parts).map(([file, { lost, doubled = 0, problems }]) => ({
    file,
    passed: lost + doubled + problems.length === 0,
  }));
}

const report = (name) => JSON.parse(readFileSync(join(reports, name), 'utf8'));

function write(results, day) {
  const text = readFileSync(page, 'utf8')
    .split('\n')
    .map((line) => {
      const [, number, promise, tests] = row.exec(line) ?? [];
      const result = results.find((one) => one.number === Number(number));
      if (result === undefined) return line;
      return `| ${number} | ${promise} | ${tests} | ${result.passed} passed, ${result.failed} failed (${day}) |`;
    });
  writeFileSync(page, text.join('\n'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const results = promiseResults();
  for (const { number, passed, failed, missing } of results) {
    console.log(
      `promise ${number}: ${passed} passed, ${failed} failed${missing.length > 0 ? `, nothing ran of ${missing}` : ''}`,
    );
  }
  if (process.argv.includes('--write')) write(results, new Date().toISOString().slice(0, 10));
}
