/** The built browser edition as its own process, and a Chromium that opens its link. */
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { chromium, type BrowserContext } from 'playwright-core'
import { chromiumOptions } from '../chromium.ts'
import { killChromium } from '../desktop/desktop-program.ts'
import { clearOrigin, throwAway, type DoorHands, type Frame } from './door-hands.ts'

const OUT = join(import.meta.dirname, '../../out/main')

export function browserDoor({ place, port, flags, watch }: Frame): DoorHands {
  const profile = join(place, 'profile')
  const origin = `http://127.0.0.1:${port}`
  let server: ChildProcess | null = null
  let context: BrowserContext | null = null
  let url = ''

  async function serve(): Promise<ChildProcess> {
    const child = spawn(process.execPath, [join(OUT, 'serve.js'), '--port', String(port), '--no-open', ...flags], {
      stdio: ['ignore', 'pipe', 'pipe'],
      // The files it exports and its default folders go to `place`.
      env: { ...process.env, HOME: place, USERPROFILE: place, XDG_DATA_HOME: join(place, 'data') },
    })
    url = await new Promise((done, fail) => {
      let said = ''
      const hear = (data: Buffer): void => {
        said += data.toString()
        // To its end: what is printed may come in two pieces.
        const link = /http:\/\/127\.0\.0\.1:\S+(?=\s)/.exec(said)
        if (link) done(link[0])
      }
      child.stdout.on('data', hear)
      child.stderr.on('data', hear)
      child.on('exit', () => fail(new Error(`the server stopped: ${said}`)))
    })
    return child
  }

  async function startBrowser(): Promise<BrowserContext> {
    const viewport = { width: 1366, height: 768 }
    const options = { ...chromiumOptions(), locale: 'zh-CN', viewport }
    const started = await chromium.launchPersistentContext(profile, options)
    watch(started, `${origin}/`)
    return started
  }

  const startServer = async (): Promise<void> => {
    server ??= await serve()
  }
  const stopServer = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    const child = server
    server = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((done) => child.once('exit', done))
    child.kill(signal)
    await gone
  }
  const closeBrowser = async (): Promise<void> => {
    await context?.close()
    context = null
  }

  return {
    start: async () => {
      const [, browser] = await Promise.all([
        startServer(),
        context ?? startBrowser().then((started) => (context = started)),
      ])
      const page = browser.pages()[0] ?? (await browser.newPage())
      await page.goto(url)
      return page
    },
    startServer,
    newTab: async (link) => {
      const tab = await context!.newPage()
      await tab.goto(link ? url : `${origin}/`)
      return tab
    },
    killAll: async () => {
      const browser = context
      context = null
      // kill −9 of the browser's main process: playwright's own `close` would let it tidy up.
      const closed = browser && new Promise((done) => browser.once('close', done))
      if (browser) killChromium(profile)
      await Promise.all([stopServer('SIGKILL'), closed])
    },
    stopServer,
    newProfile: async () => {
      await closeBrowser()
      await throwAway(profile)
    },
    forget: (page) => clearOrigin(page, origin),
    close: async () => {
      await closeBrowser()
      await stopServer('SIGKILL')
    },
  }
}
