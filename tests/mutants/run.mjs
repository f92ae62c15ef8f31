/**
 * `npm run test:mutants`: plants one bug at a time in a copy of the project and runs the properties that should catch
 * it. Prints bug → property (ms); exit code 1 when a bug survives, when a planted piece no longer stands in the source,
 * or when the properties fail without any bug. `npm run test:mutants -- exchange guard`: only bugs with one of these words in
 * their name or in the path of a file they change.
 */
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { BUGS as ALL_BUGS, occurrences } from './bugs.mjs'

const words = process.argv.slice(2)
const isChosen = ({ bug, edits }) =>
  words.some((word) => bug.includes(word) || edits.some(([file]) => file.includes(word)))
const BUGS = words.length === 0 ? ALL_BUGS : ALL_BUGS.filter(isChosen)

const ROOT = resolve(import.meta.dirname, '../..')
const COPIED = [
  'package.json',
  'tsconfig.base.json',
  'tests/tsconfig.json',
  'src-core',
  'src-host',
  'tests/core',
  'tests/host',
  'tests/histories',
  'tests/fuzz',
  'tests/size.ts',
  'tests/real-data.ts',
]
/** A property that hangs on a planted bug has caught it, but should say so. */
const LIMIT_MS = 90_000

/** The first counterexample is enough: shrinking it is for people who look for a bug, not for those who planted it. */
const CONFIG = `export default { test: { include: ['tests/**/*.test.ts'], setupFiles: ['./setup.ts'], testTimeout: 60_000, maxWorkers: 1, bail: 1 } }`
const SETUP = `import * as fc from 'fast-check'\nfc.configureGlobal({ seed: 20_261_122, endOnFailure: true })`

function copyOfProject() {
  const folder = mkdtempSync(join(tmpdir(), 'linwu-mutants-'))
  for (const part of COPIED) cpSync(join(ROOT, part), join(folder, part), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir')
  writeFileSync(join(folder, 'vitest.config.mjs'), CONFIG)
  writeFileSync(join(folder, 'setup.ts'), SETUP)
  return folder
}

/** Answers the names of the properties that passed and failed; `failed` is null when vitest itself fell over. */
function runTests(folder, tests, only, size = '1') {
  const report = join(folder, 'report.json')
  rmSync(report, { force: true })
  const args = ['run', '--reporter=json', `--outputFile=${report}`, ...(only ? ['-t', only] : []), ...tests]
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(folder, 'node_modules/vitest/vitest.mjs'), ...args], {
      cwd: folder,
      // A planted bug that shows in none of so many random histories is not caught.
      env: { ...process.env, LINWU_TEST_SIZE: size, LINWU_HISTORIES: '60' },
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: LIMIT_MS,
      killSignal: 'SIGKILL',
    })
    let complaint = ''
    child.stderr.on('data', (part) => (complaint += part))
    child.on('close', () => done({ ...readReport(report), complaint }))
  })
}

function readReport(report) {
  let files
  try {
    files = JSON.parse(readFileSync(report, 'utf8')).testResults
  } catch {
    return { passed: [], failed: null }
  }
  const named = (tests, status) => tests.filter((one) => one.status === status).map((one) => one.fullName)
  // A file that failed outside its tests (it cannot be read, or its preparation threw) has caught nothing.
  const broken = files.some((file) => file.status === 'failed' && named(file.assertionResults, 'failed').length === 0)
  const all = files.flatMap((file) => file.assertionResults)
  return { passed: named(all, 'passed'), failed: broken ? null : named(all, 'failed') }
}

const rows = []
let wrong = 0

async function plant(folder, { bug, edits, tests, only }) {
  const before = new Map()
  for (const [file, find, replace] of edits) {
    const text = readFileSync(join(folder, file), 'utf8')
    if (!before.has(file)) before.set(file, text)
    if (occurrences(text, find) !== 1) return say(bug, `cannot be planted: ${file} has changed`, 0, true)
    writeFileSync(
      join(folder, file),
      text.replace(find, () => replace),
    )
  }
  const start = Date.now()
  const { failed, complaint } = await runTests(folder, tests, only)
  for (const [file, text] of before) writeFileSync(join(folder, file), text)
  const caught = failed?.[0]
  const verdict =
    caught ?? (failed === null ? `the tests did not run: ${complaint.trim().split('\n').at(-1)}` : 'SURVIVES')
  say(bug, verdict, Date.now() - start, !caught)
}

function say(bug, verdict, ms, bad) {
  if (bad) wrong += 1
  rows.push({ bug, verdict, ms })
  process.stdout.write(`${bad ? '✗' : '✓'} ${bug} → ${verdict} (${ms} ms)\n`)
}

async function checkBaseline(folder) {
  const start = Date.now()
  const files = [...new Set(BUGS.flatMap((one) => one.tests))]
  const results = [
    await runTests(
      folder,
      files.filter((file) => file.startsWith('tests/core/')),
      undefined,
      '0.2',
    ),
  ]
  for (const { tests, only } of BUGS) {
    if (!tests[0].startsWith('tests/core/')) results.push(await runTests(folder, tests, only))
  }
  const bad = results.some((one) => one.failed === null || one.failed.length > 0 || one.passed.length === 0)
  const count = results.reduce((sum, one) => sum + one.passed.length, 0)
  const first = results
    .map((one) => one.failed?.[0] ?? (one.failed === null ? one.complaint.trim() : null))
    .find((one) => one)
  say('no bug planted', bad ? `FAILS: ${first ?? 'no test ran'}` : `${count} properties pass`, Date.now() - start, bad)
}

const start = Date.now()
const jobs = [checkBaseline, ...BUGS.map((bug) => (folder) => plant(folder, bug))]
const workers = Array.from({ length: Math.min(2, availableParallelism()) }, async () => {
  const folder = copyOfProject()
  try {
    for (let job = jobs.shift(); job; job = jobs.shift()) await job(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
await Promise.all(workers)

const order = new Map(BUGS.map(({ bug }, i) => [bug, i]))
rows.sort((a, b) => (order.get(a.bug) ?? -1) - (order.get(b.bug) ?? -1))
const width = Math.max(...rows.map((row) => row.bug.length))
process.stdout.write(
  `\n${rows.map((row) => `${row.bug.padEnd(width)}  →  ${row.verdict} (${row.ms} ms)`).join('\n')}\n`,
)
process.stdout.write(`\n${BUGS.length} bugs, ${wrong} wrong, ${Math.round((Date.now() - start) / 1000)} s\n`)
process.exitCode = wrong > 0 ? 1 : 0
