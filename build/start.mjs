/**
 * `npm start [-- --browser] [--port N] [--demo] [--station DIR] [--no-open]`: builds when needed, then opens the desktop
 * edition, or the browser edition where there is no Electron. `--dev` (`npm run dev`) does the same and follows changes.
 */
import { spawn } from 'node:child_process'
import { readdirSync, watch } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { electronBinary, hasScreen } from './electron-binary.mjs'
import { ensureBuilt, forgetBuild, ROOT } from './ensure-built.mjs'

const SERVE = join(ROOT, 'out/main/serve.js')

const USAGE = `npm start -- [--browser] [--port N] [--demo] [--station DIR] [--no-open] [--dev]
  --browser      浏览器版 · the browser edition, on this computer only
  --port N       浏览器版的端口 · its port
  --demo         演示数据，不碰真实数据 · fictitious data, apart from any real station
  --station DIR  站点文件夹 · the station folder
  --no-open      不自动打开浏览器 · do not open a browser window
  --dev          边改边看 · rebuild when a source changes`

const readFlags = () => {
  try {
    const { values } = parseArgs({
      options: {
        browser: { type: 'boolean' },
        port: { type: 'string' },
        demo: { type: 'boolean' },
        station: { type: 'string' },
        'no-open': { type: 'boolean' },
        dev: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    const port = Number(values.port ?? 1)
    if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`--port ${values.port}`)
    return values
  } catch (error) {
    console.error(`${error.message}\n${USAGE}`)
    process.exit(2)
  }
}

/** The flags that both editions understand. */
const forBoth = (flags) => [...(flags.demo ? ['--demo'] : []), ...(flags.station ? ['--station', flags.station] : [])]
const forServer = (flags) => [
  ...(flags.port ? ['--port', flags.port] : []),
  ...forBoth(flags),
  ...(flags['no-open'] ? ['--no-open'] : []),
]

/** Runs a program to its end, hands signals on, answers its exit code; null when it could not be started at all. */
const run = (program, args, env = process.env) =>
  new Promise((done) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', env })
    const forward = (signal) => child.kill(signal)
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, forward)
    const end = (code) => {
      for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, forward)
      done(code)
    }
    child.on('error', () => end(null))
    child.on('exit', (code, signal) => end(code ?? 128 + (constants.signals[signal] ?? 0)))
  })

/** What a program answers when the system lacks its libraries. */
const NOT_RUNNABLE = 127

const runElectron = async (binary, args) => {
  const env = { ...process.env }
  delete env.ELECTRON_RUN_AS_NODE
  const code = await run(binary, args, env)
  return code === NOT_RUNNABLE ? null : code
}

/** In this process, so that signals, standard streams and the exit code are the server's own. */
const serve = async (flags) => {
  process.argv = [process.execPath, SERVE, ...forServer(flags)]
  await import(pathToFileURL(SERVE).href)
}

/** Without Electron there is nothing to reload a window with: the server starts anew and the page is refreshed by hand. */
const serveAndFollow = async (flags) => {
  let args = forServer(flags)
  let server = null
  let timer = null
  const restart = async () => {
    try {
      await ensureBuilt({ onBuild: () => console.error('构建中… · building…') })
    } catch (error) {
      console.error(error.message)
      return
    }
    const next = () => {
      server = spawn(process.execPath, [SERVE, ...args], { cwd: ROOT, stdio: 'inherit' })
      args = [...args.filter((flag) => flag !== '--no-open'), '--no-open']
    }
    if (server === null || server.exitCode !== null || server.signalCode !== null) next()
    else server.once('exit', next).kill('SIGTERM')
  }
  for (const name of readdirSync(ROOT).filter((entry) => entry.startsWith('src-')))
    watch(join(ROOT, name), { recursive: true }, () => {
      clearTimeout(timer)
      timer = setTimeout(restart, 200)
    })
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => {
      if (server === null || server.exitCode !== null) process.exit(0)
      server
        .removeAllListeners('exit')
        .once('exit', (code) => process.exit(code ?? 0))
        .kill(signal)
    })
  await restart()
}

const flags = readFlags()
if (flags.help) {
  console.log(USAGE)
  process.exit(0)
}

try {
  const wanted = !flags.browser
  const binary = wanted && hasScreen() ? electronBinary() : null
  if (flags.dev && binary) {
    forgetBuild()
    const electronVite = join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js')
    process.exit((await run(process.execPath, [electronVite, 'dev', '--', ...forBoth(flags)])) ?? 1)
  }
  if (!flags.dev) await ensureBuilt({ onBuild: () => console.error('首次运行或有改动，正在构建… · building…') })
  // The folder, not the file: Electron then takes the program's name from package.json, and with it its data folder.
  const code = binary && (await runElectron(binary, [ROOT, ...forBoth(flags)]))
  if (typeof code === 'number') process.exit(code)
  if (wanted)
    console.error(
      '本机没有可用的 Electron，改开浏览器版。 · No Electron on this computer: opening the browser edition instead.',
    )
  await (flags.dev ? serveAndFollow(flags) : serve(flags))
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
