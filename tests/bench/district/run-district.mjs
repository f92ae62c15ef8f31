/**
 * `npm run bench -- --district [--events 1000000] [--houses 200] [--kill SECONDS]`: bundles of all stations of a district into an
 * empty office by `linwu merge`, then the same folder once more. Time and peak memory of that process are measured, not guessed.
 * `--kill`: the first run is killed after so many seconds, and the second has to do the rest. `--district-page`: the same folder
 * through the built page (district-page.ts). `--folder DIR`: where the bundles are kept, or already lie from an earlier run.
 */
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const GOAL = { minutes: 10, bytes: 1.5e9 }

/** As electron.vite.config.ts: the other entry of fflate makes a `require` of its own. */
const alias = (root) => ({ fflate: join(root, 'node_modules/fflate/esm/browser.js') })

/** To add one: what it is called, and where it begins. */
const PROGRAMS = {
  linwu: 'src-cli/linwu.ts',
  fill: 'tests/bench/district/fill-district.ts',
  page: 'tests/bench/district/district-page.ts',
}

async function programs(root, temp, names) {
  const built = {}
  for (const name of names) {
    await build({
      configFile: false,
      logLevel: 'warn',
      mode: 'production',
      root,
      resolve: { alias: alias(root) },
      ssr: { noExternal: true, external: ['playwright-core'] },
      build: { ssr: PROGRAMS[name], outDir: join(temp, name), target: 'node20.19', rolldownOptions: { output: { entryFileNames: `${name}.js` } } }, // prettier-ignore
    })
    built[name] = join(temp, name, `${name}.js`)
  }
  return built
}

/** Filled once; what is run gets a copy of the office. */
async function filledFolder({ fill, folder, temp, houses, events, say }) {
  const facts = join(folder, 'facts.json')
  if (!existsSync(facts)) {
    mkdirSync(folder, { recursive: true })
    const { fillDistrict } = await import(pathToFileURL(fill).href)
    const started = performance.now()
    const filled = await fillDistrict(folder, houses, events)
    writeFileSync(facts, JSON.stringify({ houses, ...filled, seconds: (performance.now() - started) / 1000 }))
  }
  const filled = JSON.parse(readFileSync(facts, 'utf8'))
  say(`${filled.files} bundles of ${filled.houses} stations, ${filled.events} events, ${(filled.bytes / 1e6).toFixed(0)} MB, made in ${filled.seconds.toFixed(0)} s`) // prettier-ignore
  const office = join(temp, 'office')
  cpSync(join(folder, 'office'), office, { recursive: true })
  return { filled, office, bundles: join(folder, 'bundles') }
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

export async function runDistrict({ root, temp, folder, events, houses, kill, say }) {
  const built = await programs(root, temp, ['linwu', 'fill'])
  const { filled, office, bundles } = await filledFolder({ fill: built.fill, folder, temp, houses, events, say })
  const words = ['merge', office, bundles, '--password-file', join(folder, 'password'), '--json']
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

/** `product`: the built program's page. */
export async function runDistrictPage({ root, temp, folder, product, events, houses, say }) {
  const built = await programs(root, temp, ['fill', 'page'])
  const { filled, office, bundles } = await filledFolder({ fill: built.fill, folder, temp, houses, events, say })
  const { importDistrict } = await import(pathToFileURL(built.page).href)
  const done = await importDistrict({ office, bundles, profile: join(temp, 'profile'), product, say })
  const stages = ['look', 'take', 'rows', 'fold', 'snapshot']
  const peak = Math.max(...stages.map((stage) => done[stage].renderer?.peak ?? 0))
  const seconds = done.look.seconds + done.take.seconds
  const met = done.taken === filled.events && seconds <= GOAL.minutes * 60 && peak <= GOAL.bytes
  say(
    `${done.taken} events of ${done.cases} cases in ${seconds.toFixed(0)} s, renderer at most ${(peak / 1e6).toFixed(0)} MB`,
  )
  say(`goal ${GOAL.minutes} min and ${GOAL.bytes / 1e6} MB: ${met ? 'met' : 'NOT met'}`)
  return { filled, ...done, peak, seconds, met }
}
