/**
 * `npm run bench -- --district [--events 1000000] [--houses 200] [--kill]`: bundles of all stations of a district into an empty
 * office by `linwu merge`, then the same folder once more. Time and peak memory of that process are measured, not guessed.
 * `--kill`: the first run is killed half way, and the second has to do the rest.
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const GOAL = { minutes: 10, bytes: 1.5e9 }

/** As electron.vite.config.ts: the other entry of fflate makes a `require` of its own. */
const alias = (root) => ({ fflate: join(root, 'node_modules/fflate/esm/browser.js') })

async function programs(root, temp) {
  for (const [name, input] of Object.entries({
    linwu: 'src-cli/linwu.ts',
    fill: 'tests/bench/district/fill-district.ts',
  }))
    await build({
      configFile: false,
      logLevel: 'warn',
      mode: 'production',
      root,
      resolve: { alias: alias(root) },
      ssr: { noExternal: true },
      build: { ssr: input, outDir: join(temp, name), target: 'node20.19', rolldownOptions: { output: { entryFileNames: `${name}.js` } } }, // prettier-ignore
    })
  return { linwu: join(temp, 'linwu/linwu.js'), fill: join(temp, 'fill/fill.js') }
}

/** Peak of the process's resident memory as the kernel counts it; null where there is no /proc. */
function peakOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024
  } catch {
    return null
  }
}

function linwu(program, words, killAfterMs) {
  const started = performance.now()
  const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  let peak = null
  child.stdout.on('data', (part) => (out += part))
  const watch = setInterval(() => (peak = Math.max(peak ?? 0, peakOf(child.pid) ?? 0) || null), 100)
  const kill = killAfterMs && setTimeout(() => child.kill('SIGKILL'), killAfterMs)
  return new Promise((done) =>
    child.on('close', (code, signal) => {
      clearInterval(watch)
      clearTimeout(kill)
      const { files: _files, ...said } = out === '' ? {} : JSON.parse(out)
      done({ seconds: (performance.now() - started) / 1000, peak, code, signal, said })
    }),
  )
}

export async function runDistrict({ root, temp, events, houses, kill, say }) {
  const built = await programs(root, temp)
  const { fillDistrict } = await import(pathToFileURL(built.fill).href)
  const started = performance.now()
  const folder = join(temp, 'district')
  const filled = await fillDistrict(folder, houses, events)
  say(`${filled.files} bundles of ${houses} stations, ${filled.events} events, ${(filled.bytes / 1e6).toFixed(0)} MB, made in ${((performance.now() - started) / 1000).toFixed(0)} s`) // prettier-ignore
  const words = ['merge', join(folder, 'office'), join(folder, 'bundles'), '--password-file', join(folder, 'password'), '--json'] // prettier-ignore
  const show = (name, { seconds, peak, said, code, signal }) =>
    say(`${name}: ${seconds.toFixed(1)} s, peak ${peak === null ? 'not measured' : `${(peak / 1e6).toFixed(0)} MB`}, ${signal ?? code} ${JSON.stringify(said)}`) // prettier-ignore
  const rows = {}
  if (kill) {
    rows.killed = await linwu(built.linwu, words, kill * 1000)
    show(`killed after ${kill} s`, rows.killed)
  }
  rows.first = await linwu(built.linwu, words)
  show(kill ? 'the rest' : 'merge', rows.first)
  rows.again = await linwu(built.linwu, words)
  show('the same folder again', rows.again)
  const all = rows.first.said.new + rows.first.said.known
  const met = all === filled.events && rows.again.said.new === 0 && rows.first.seconds <= GOAL.minutes * 60 && (rows.first.peak ?? 0) <= GOAL.bytes && (rows.again.peak ?? 0) <= GOAL.bytes // prettier-ignore
  say(`goal ${GOAL.minutes} min and ${GOAL.bytes / 1e6} MB: ${met ? 'met' : 'NOT met'}`)
  return { filled, rows, met }
}
