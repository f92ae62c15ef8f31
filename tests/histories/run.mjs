/**
 * `npm run test:histories -- N [FIRST]`: N random histories (10,000 unless told) over whole bundles, from number FIRST on, in as
 * many processes as there are processors. Exit code 1 when one of them fails; it says its number, and
 * `npm run test:histories -- 1 NUMBER` runs that one again.
 */
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')
const [count = 10_000, first = 1] = process.argv.slice(2).map(Number)
if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(first)) {
  process.stderr.write('npm run test:histories -- N [FIRST]\n')
  process.exit(2)
}

/** Each process takes at most so many at a time: what a history leaves in memory goes with its process. */
const PORTION = Math.min(250, Math.ceil(count / availableParallelism()))
const portions = []
for (let from = first; from < first + count; from += PORTION)
  portions.push([from, Math.min(PORTION, first + count - from)])

let done = 0
let failed = 0
const start = Date.now()

const runPortion = ([from, size]) =>
  new Promise((over) => {
    const args = ['run', '--project', 'unit', '--reporter=default', '--maxWorkers=1', 'tests/histories']
    const child = spawn(process.execPath, [join(ROOT, 'node_modules/vitest/vitest.mjs'), ...args], {
      cwd: ROOT,
      env: { ...process.env, LINWU_HISTORIES: String(size), LINWU_FIRST_HISTORY: String(from) },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part))
    child.on('close', (code) => {
      done += size
      if (code !== 0) {
        failed += 1
        process.stdout.write(said)
      }
      const seconds = Math.round((Date.now() - start) / 1000)
      process.stdout.write(`${done} of ${count} histories, ${failed} portions failed, ${seconds} s\n`)
      over()
    })
  })

const work = async () => {
  for (let next = portions.shift(); next; next = portions.shift()) await runPortion(next)
}
await Promise.all(Array.from({ length: availableParallelism() }, work))
process.exitCode = failed > 0 ? 1 : 0
