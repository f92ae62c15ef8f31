/**
 * `npm run bench [-- --quick] [--window | --scroll] [--json FILE]`: the goals as ratios, each against a reference timed in
 * the same process. `--quick`: 20,000 cases; otherwise 100,000, and 20,000 to see the growth. `--window`: only the built
 * program's window (typing while it imports, scrolling); `--exchange`: P8 and P9 alone; `--scroll`: scrolling alone. `--suggest`: only 建议分类, on the real
 * labelled requests, without the product. `--district [--events N] [--houses N] [--kill SECONDS]`, `--district-page`: only the
 * district, by `linwu` or through the page (district/).
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { runDistrict, runDistrictPage } from './district/run-district.mjs'
import { ensureBuilt } from '../../build/ensure-built.mjs'

const ROOT = resolve(import.meta.dirname, '../..')
const SMALL = 20_000
const LARGE = 100_000

const readFlags = () => {
  try {
    const { values } = parseArgs({
      options: {
        quick: { type: 'boolean' },
        json: { type: 'string' },
        cases: { type: 'string' },
        scroll: { type: 'boolean' },
        window: { type: 'boolean' },
        exchange: { type: 'boolean' },
        suggest: { type: 'boolean' },
        district: { type: 'boolean' },
        'district-page': { type: 'boolean' },
        folder: { type: 'string' },
        events: { type: 'string' },
        houses: { type: 'string' },
        kill: { type: 'string' },
      },
    })
    return values
  } catch (error) {
    console.error(
      `${error.message}\nnpm run bench -- [--quick] [--window | --exchange | --scroll | --suggest | --district | --district-page] [--json FILE]`,
    )
    process.exit(2)
  }
}

const flags = readFlags()
const cases = Number(flags.cases ?? (flags.quick ? SMALL : LARGE))
// Inside the project, so that the built bench finds playwright-core; apart from `out`, which is the product.
const temp = join(ROOT, `.cache/bench-${process.pid}`)
const shared = { configFile: false, logLevel: 'warn', mode: 'production' }
process.on('exit', () => rmSync(temp, { recursive: true, force: true, maxRetries: 5 }))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130))

if (flags.district || flags['district-page']) {
  mkdirSync(temp, { recursive: true })
  const settings = {
    root: ROOT,
    temp,
    folder: resolve(flags.folder ?? join(temp, 'district')),
    events: Number(flags.events ?? 1_000_000),
    houses: Number(flags.houses ?? 200),
    say: console.log,
  }
  if (flags['district-page']) await ensureBuilt()
  const done = flags['district-page']
    ? await runDistrictPage({ ...settings, product: join(ROOT, 'out/renderer') })
    : await runDistrict({ ...settings, kill: Number(flags.kill ?? 0) })
  if (flags.json) writeFileSync(flags.json, `${JSON.stringify(done, null, 1)}\n`)
  process.exit(done.met ? 0 : 1)
}

if (flags.suggest) {
  const outDir = join(temp, 'suggest')
  await build({
    ...shared,
    root: ROOT,
    ssr: { noExternal: true },
    build: { ssr: 'tests/bench/suggest.ts', outDir, target: 'node20.19' },
  })
  const { suggestFigures } = await import(pathToFileURL(join(outDir, 'suggest.js')).href)
  const figures = suggestFigures(resolve(ROOT, '../shared/data'))
  console.log(figures ? JSON.stringify(figures, null, 2) : 'skipped: no real data')
  if (figures && flags.json) writeFileSync(flags.json, JSON.stringify(figures, null, 2))
  process.exit(figures && !figures.met ? 1 : 0)
}

try {
  // Bundles need no built program.
  if (!flags.exchange) await ensureBuilt()
  const product = join(ROOT, 'out/renderer')
  const page = join(temp, 'page')
  await build({
    ...shared,
    root: join(import.meta.dirname, 'page'),
    worker: { format: 'es' },
    build: { outDir: page, emptyOutDir: true, target: 'chrome120', minify: true },
  })
  await build({
    ...shared,
    root: ROOT,
    ssr: { noExternal: true, external: ['playwright-core'] },
    build: {
      ssr: true,
      outDir: join(temp, 'node'),
      target: 'node20.19',
      rolldownOptions: { input: join(import.meta.dirname, 'program.ts'), output: { entryFileNames: '[name].js' } },
    },
  })
  const { chromiumVersion, fillForScroll, machine, measure, printTable, rowsOf, scrollRows, scrollStation } =
    await import(pathToFileURL(join(temp, 'node/program.js')).href)
  const facts = { ...machine(), chromium: await chromiumVersion() }
  console.log(Object.values(facts).join(' · '))
  if (flags.scroll) {
    const folder = join(temp, 'scroll')
    await fillForScroll(folder, cases)
    console.log(printTable(scrollRows(await scrollStation({ temp: folder, product }))))
    process.exit(0)
  }
  const station = async (count, only) => {
    const folder = join(temp, `s${count}`)
    mkdirSync(folder)
    const measured = await measure({ cases: count, only, temp: folder, page, product, say: console.log })
    if (only !== 'sizes' && only !== 'exchange') measured.scroll = await scrollStation({ temp: folder, product })
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    return measured
  }
  const small = flags.quick || flags.cases || flags.window || flags.exchange ? null : await station(SMALL, 'sizes')
  const measured = await station(
    flags.exchange ? 100 : cases,
    flags.exchange ? 'exchange' : flags.window ? 'window' : null,
  )
  const rows = rowsOf(measured, small)
  console.log(`\n${printTable(rows)}`)
  const judged = rows.filter((row) => row.met !== null)
  console.log(`\n${judged.filter((row) => row.met).length} of ${judged.length} met`)
  if (flags.json) writeFileSync(flags.json, `${JSON.stringify({ machine: facts, rows, measured, small }, null, 1)}\n`)
} catch (error) {
  console.error(error)
  process.exitCode = 1
}
