import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, project } from './build.mjs';
import { ensureChromium } from './ensure-chromium.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** The end-to-end tests that failed once and then passed: counted as passed, but told. @type {string[]} */
const secondTries = [];

const reports = mkdtempSync(join(tmpdir(), 'casebound-test-'));

/**
 * Checks types, lints, builds, and runs the unit tests and the end-to-end specs; goes on after a failure, so that one run
 * shows them all. The last line counts every test of both runners; a step that failed as a whole counts as one failed test.
 */
async function test() {
  const counts = [
    step('Types', 'node_modules/typescript/bin/tsc', ['-b']),
    step('Format and lint', 'node_modules/@biomejs/biome/bin/biome', ['check', '.']),
    step('Lint with types', 'node_modules/oxlint/bin/oxlint', ['--type-aware']),
    unitTests(),
    await endToEnd(),
  ];
  rmSync(reports, { recursive: true, force: true });
  const sum = counts.reduce((a, b) => ({
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  }));
  console.log('');
  for (const title of secondTries) console.log(`passed only on the second try: ${title}`);
  console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
  process.exitCode = sum.failed === 0 ? 0 : 1;
}

/** Runs a tool that passes or fails as a whole. @param {string} title @param {string} tool @param {string[]} args @returns {Counts} */
function step(title, tool, args) {
  return { passed: 0, failed: run(title, tool, args) ? 0 : 1, skipped: 0 };
}

/** @returns {Counts} */
function unitTests() {
  const report = join(reports, 'unit.json');
  const ended = run('Unit tests', 'node_modules/vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const told = readReport(report);
  return told === null ? failedWhole('The unit tests left no report.') : counted(unitCounts(told), ended);
}

/** @returns {Promise<Counts>} */
async function endToEnd() {
  try {
    await ensureChromium();
    console.log('\n— Build');
    build();
  } catch (error) {
    return failedWhole(error instanceof Error ? error.message : String(error));
  }
  const report = join(reports, 'e2e.json');
  const ended = run('End-to-end specs', 'node_modules/@playwright/test/cli.js', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    CASEBOUND_BUILT: 'yes',
  });
  const told = readReport(report);
  return told === null ? failedWhole('The end-to-end specs left no report.') : counted(endToEndCounts(told), ended);
}

/** @param {any} report vitest's, in the form of jest's @returns {Counts} */
function unitCounts(report) {
  // A test file that could not even be loaded has no tests of its own to count.
  const unloaded = report.testResults.filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}

/** @param {any} report Playwright's @returns {Counts} */
function endToEndCounts(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  secondTries.push(...report.suites.flatMap((/** @type {any} */ suite) => flakyTitles(suite)));
  // What failed outside every test: a file that could not be loaded, a build that broke before the first one.
  return { passed: expected + flaky, failed: unexpected + (report.errors?.length ?? 0), skipped };
}

/** The titles of the tests of a suite, and those in it, that passed only on their second try. @param {any} suite @returns {string[]} */
function flakyTitles({ specs = [], suites = [] }) {
  const own = specs.flatMap((/** @type {any} */ { title, file, tests }) =>
    tests
      .filter((/** @type {any} */ { status }) => status === 'flaky')
      .map((/** @type {any} */ { projectName }) => `${title} (${file}, ${projectName})`),
  );
  return [...own, ...suites.flatMap(flakyTitles)];
}

/** A runner that ended badly without a failed test of its own still failed. @param {Counts} counts @param {boolean} ended @returns {Counts} */
function counted(counts, ended) {
  return ended || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

/** @param {string} words @returns {Counts} */
function failedWhole(words) {
  console.error(words);
  return { passed: 0, failed: 1, skipped: 0 };
}

/** @param {string} path */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return null;
  }
}

/**
 * Runs one of the project's tools, its words printed as they come. Half an hour is the limit.
 *
 * @param {string} title @param {string} tool @param {string[]} args @param {Record<string, string>} [env]
 */
function run(title, tool, args, env = {}) {
  console.log(`\n— ${title}`);
  const { status, error } = spawnSync(process.execPath, [join(project, tool), ...args], {
    cwd: project,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    timeout: 1_800_000,
  });
  if (error) console.error(`${title}: ${error.message}`);
  return status === 0;
}

await test();
