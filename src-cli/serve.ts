/** The browser edition: the page and the station folder on this computer's loopback, until it is stopped. */
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { toBase64url } from '#core/lib/bytes.ts'
import { browserDesk } from '#host/browser-desk.ts'
import { defaultExportFolder, defaultStationFolder } from '#host/default-folder.ts'
import { nodeFileSystem } from '#host/file-system.ts'
import { startLoopback } from '#host/loopback-server.ts'
import { openStationFolder } from '#host/station-folder.ts'
import { clock, random } from './clock.ts'
import { demoFolder, openDemo } from './make-demo.ts'
import { problemLine, type Problem } from './texts.ts'

/** Fixed, because what a browser keeps for a page belongs to its host and port. The demo's is another: it never meets real data. */
const PORT = 47_210
const DEMO_PORT = 47_211

type Flags = {
  readonly port: number
  readonly station: string | undefined
  readonly demo: boolean
  readonly open: boolean
}

function readFlags(): Flags {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string' },
        station: { type: 'string' },
        demo: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
      },
    })
    const port = Number(values.port ?? (values.demo ? DEMO_PORT : PORT))
    // 0 takes a free port: for tests.
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      stop({ code: 'wrong-value', words: { word: 'port', value: values.port ?? '', allowed: '1-65535' } }, 2)
    if (values.demo && values.station !== undefined) stop({ code: 'demo-with-station' }, 2)
    return { port, station: values.station, demo: values.demo, open: !values['no-open'] }
  } catch (error) {
    return stop(
      {
        code: 'unknown-option',
        words: { word: error instanceof Error ? (/'([^']*)'/.exec(error.message)?.[1] ?? '') : '' },
      },
      2,
    )
  }
}

/** Both languages: nobody has chosen one yet. */
function stop(problem: Problem, code: 1 | 2): never {
  process.stderr.write(`${problemLine(problem, 'zh-CN')} / ${problemLine(problem, 'en')}\n`)
  process.exit(code)
}

async function main(): Promise<void> {
  const flags = readFlags()
  const folder = flags.demo ? demoFolder(flags.port) : resolve(flags.station ?? defaultStationFolder())
  const options = {
    fs: nodeFileSystem,
    folder,
    edition: 'browser' as const,
    exportFolder: defaultExportFolder(),
    now: clock,
  }
  const host = flags.demo ? await openDemo(options) : await openStationFolder({ ...options, demo: false })
  if (!host.ok) return stop({ code: host.error, words: { folder } }, 1)

  const root = join(import.meta.dirname, '..', 'renderer')
  const report = (bug: unknown): void => console.error(bug instanceof Error ? bug.stack : bug)
  const page = await startLoopback({
    host: browserDesk(host.value),
    root,
    port: flags.port,
    token: toBase64url(random(24)),
    report,
  })
  if (!page.ok) {
    await host.value.close()
    return stop({ code: page.error, words: { port: flags.port } }, 1)
  }

  let closing = false
  const close = async (): Promise<void> => {
    if (closing) return
    closing = true
    await page.value.close()
    await host.value.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void close())
  process.stdout.write(`邻务 · Linwu: ${page.value.url}\n`)
  if (flags.open) openBrowser(page.value.url)
}

/** Where there is no browser, the printed link is enough. */
function openBrowser(url: string): void {
  const [program, ...words] = OPENERS[process.platform] ?? ['xdg-open']
  spawn(program!, [...words, url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref()
}

const OPENERS: Readonly<Record<string, readonly string[]>> = {
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  darwin: ['open'],
}

await main()
