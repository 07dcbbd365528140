// @ts-check
/**
 * `npm test`: packages and programs as far as they are missing, then types, lint, every suite and the browser journeys.
 * `--long` runs the series of tests/long instead. The last line is `N passed, N failed`; a skipped test counts as failed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensure, ROOT, runEntry, Unready } from './ensure.mjs'
import { LONG_NEEDS, TEST_NEEDS, installHint, installSystemPackages, missingFrom } from './system.mjs'

const REPORT = join(ROOT, '.cache', 'vitest.json')

await runEntry(async () => {
  ensure({ driver: true })
  const long = process.argv.includes('--long')
  ensurePrograms(long ? [...TEST_NEEDS, ...LONG_NEEDS] : TEST_NEEDS)
  const before = long ? [build()] : [types(), lint(), build()]
  const suites = vitest(long ? { CARAVAN_LONG: '1' } : {})
  const passed = before.filter(Boolean).length + suites.passed
  const failed = before.filter((fine) => !fine).length + suites.failed
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
})

/** @param {import('./system.mjs').Need[]} needs */
function ensurePrograms(needs) {
  const missing = missingFrom(needs)
  if (missing.length === 0) return
  installSystemPackages(missing)
  const lacking = missingFrom(needs)
  if (lacking.length > 0) throw new Unready(`The tests need ${lacking.map((need) => need.name).join(', ')}. ${installHint(lacking)}\n0 passed, 1 failed`)
}

function types() {
  return run('types', ['node_modules/typescript/bin/tsc', '--noEmit'])
}

function lint() {
  return run('lint', ['node_modules/oxlint/bin/oxlint'])
}

function build() {
  return run('build', ['--import', 'tsx', 'cli/build.ts'])
}

/**
 * @param {string} name
 * @param {string[]} args
 */
function run(name, args) {
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 2, 2] })
  console.log(`${name}: ${status === 0 ? 'passed' : 'failed'}`)
  return status === 0
}

/**
 * Counts from the report: a suite that could not be loaded is one failure; skipped and unfinished tests are failures.
 * @param {Record<string, string>} env
 */
function vitest(env) {
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  rmSync(REPORT, { force: true })
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`]
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 1, 2], env: { ...process.env, ...env } })
  if (!existsSync(REPORT)) return { passed: 0, failed: 1 }
  const report = JSON.parse(readFileSync(REPORT, 'utf8'))
  const unloaded = report.testResults.filter((/** @type {{ status: string, assertionResults: unknown[] }} */ suite) => suite.status === 'failed' && suite.assertionResults.length === 0).length
  const failed = report.numTotalTests - report.numPassedTests + unloaded
  return { passed: report.numPassedTests, failed: status === 0 ? failed : Math.max(failed, 1) }
}
