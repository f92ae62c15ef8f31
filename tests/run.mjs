/**
 * `npm test` and, with `--all`, `npm run test:all`: every stage in order, whatever the one before it said; the last line
 * is `N passed, N failed` (`, N skipped` when some were). Exit code 1 when anything failed or no test ran.
 *
 * To add a stage: a line in `stages`.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..')
const ALL = process.argv.includes('--all')
/** A stage that hangs must not hang the machine: twenty minutes, and twelve hours for the long forms. */
const STAGE_LIMIT_MS = (ALL ? 12 * 60 : 20) * 60_000
const reports = mkdtempSync(join(tmpdir(), 'linwu-tests-'))

const filesUnder = (folder) => {
  try {
    return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.test\.tsx?$/.test(entry.name))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  } catch {
    return []
  }
}

const run = (args, env = {}) =>
  spawnSync(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...(ALL && !process.env.LINWU_TEST_SIZE && { LINWU_TEST_SIZE: '10' }), ...env },
    timeout: STAGE_LIMIT_MS,
    killSignal: 'SIGKILL',
  }).status === 0

const tool = (path, ...args) => run([join(ROOT, 'node_modules', path), ...args])

/** A stage that is right or wrong as a whole counts as one test. */
const asOne = (right) => ({ passed: right ? 1 : 0, failed: right ? 0 : 1, skipped: 0 })

const count = (tests, status) => tests.filter((test) => status.includes(test.status)).length

/** What a test file says; a file that fell over outside its tests counts each test that it did not pass. */
const countFile = ({ status, assertionResults: tests }) => {
  const passed = count(tests, ['passed'])
  const failed = count(tests, ['failed'])
  if (status === 'failed' && failed === 0) return { passed, failed: Math.max(1, tests.length - passed), skipped: 0 }
  return { passed, failed, skipped: tests.length - passed - failed }
}

/** Named once more at the end: of a long output often only the end is kept. */
const failures = []
const nameFailures = (stage, { name: file, status, message, assertionResults: tests }) => {
  const failed = tests.filter((test) => test.status === 'failed')
  const at = `${stage}: ${relative(ROOT, file)}`
  for (const test of failed)
    failures.push(`${at} › ${test.fullName}\n    ${test.failureMessages.join('\n').slice(0, 2_000)}`)
  if (status === 'failed' && failed.length === 0) failures.push(`${at}\n    ${(message ?? '').slice(0, 2_000)}`)
}

const sum = (counts) =>
  counts.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )

/** `expected`: how many files should have been tested; all of them count as failed when nothing could be run. */
const vitest = (name, args, expected, env) => {
  const file = join(reports, `${name}.json`)
  const right = run(
    [
      join(ROOT, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...args,
    ],
    env,
  )
  let counts = { passed: 0, failed: 0, skipped: 0 }
  try {
    const { testResults } = JSON.parse(readFileSync(file, 'utf8'))
    counts = sum(testResults.map(countFile))
    for (const result of testResults) nameFailures(name, result)
  } catch {
    // No report: vitest itself fell over, and `right` says so.
  }
  if (counts.passed + counts.failed + counts.skipped === 0) return { ...counts, failed: expected }
  // An error outside every test, such as a promise that nobody waits for.
  return right || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}

/** The same end-to-end suite through either door, each with what is about that door alone (vitest.config.ts). */
const doorFiles = {
  browser: ['tests/storage-chromium', 'tests/e2e', 'tests/office'].flatMap(filesUnder),
  desktop: ['tests/desktop', 'tests/e2e'].flatMap(filesUnder),
}
const throughDoor = (door) =>
  vitest(door, ['--project', 'browser'], doorFiles[door].length, { TZ: 'UTC', LINWU_DOOR: door })
const unitFiles = filesUnder('tests').filter((file) => !Object.values(doorFiles).some((files) => files.includes(file)))
/** Dates must come out the same wherever the PC thinks it is: these run a second time, half a world away. */
const timeFiles = filesUnder('tests/core').filter((file) => /^(?:time|date|deadline|calendar)/.test(basename(file)))

const stages = {
  lint: () =>
    asOne(
      tool('oxlint/bin/oxlint', '--deny-warnings') &&
        tool(
          'prettier/bin/prettier.cjs',
          '--check',
          '--log-level=warn',
          '--cache',
          '--cache-location=.cache/prettier',
          '.',
        ),
    ),
  // Each further checker works the same types out once more: on two cores four of them took twice the memory and half as
  // much time again.
  types: () => asOne(tool('typescript/bin/tsc', '--build', '--checkers', '1', '--builders', '2')),
  build: () => asOne(run([join(ROOT, 'build/ensure-built.mjs'), '--force'])),
  unit: () => vitest('unit', ['--project', 'unit'], unitFiles.length, { TZ: 'UTC' }),
  'time zone': () =>
    timeFiles.length === 0
      ? { passed: 0, failed: 0, skipped: 0 }
      : vitest('zone', ['--project', 'unit', ...timeFiles], timeFiles.length, { TZ: 'America/New_York' }),
  'browser door': () => throughDoor('browser'),
  'desktop door': () => throughDoor('desktop'),
}

const results = []
for (const [name, stage] of Object.entries(stages)) {
  console.log(`\n── ${name} ──`)
  const started = performance.now()
  const counts = stage()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  results.push({ name, seconds, ...counts })
  console.log(`── ${name}: ${seconds} s, ${counts.failed === 0 ? 'ok' : 'FAILED'} ──`)
}
rmSync(reports, { recursive: true, force: true })

/** Lint, types and build say nothing about what the program does: without a test that ran, nothing is proved. */
const ran = results.slice(3).some((result) => result.passed + result.failed > 0)
const { passed, failed, skipped } = sum(results)
console.log('')
console.table(results)
for (const failure of failures) console.log(`✗ ${failure}`)
if (!ran) console.log('no test ran')
process.exitCode = failed > 0 || !ran ? 1 : 0
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
