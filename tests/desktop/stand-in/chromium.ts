/** The one real Chromium behind the stand-in: headless, with a profile in the program's data folder. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Frame, type LaunchOptions, type Page, type Request } from 'playwright-core'
import { tell } from './control.ts'
import { decode, encode } from './page-world.ts'
import { startServer, toApp } from './scheme-server.ts'
import { isCancelled, isGranted } from './session.ts'

/** What a window does about what its page wants. */
export type Watcher = {
  readonly invoke: (frame: Frame, channel: string, args: readonly unknown[]) => Promise<unknown>
  readonly mayNavigate: (frame: Frame, url: string) => boolean
  readonly mayOpen: (url: string) => boolean
}

const watchers = new Map<Page, Watcher>()
export const watch = (page: Page, watcher: Watcher): void => void watchers.set(page, watcher)

let context: BrowserContext | null = null
let origin = ''
/** Windows that a page opened and the program allowed: none, in a program that is right. */
export let openedWindows = 0

/** To add one: Chromium's name and Electron's. Others are refused by the page's Permissions-Policy before anybody is asked. */
const PERMISSIONS = [
  ['notifications', 'notifications'],
  ['clipboard-read', 'clipboard-read'],
  ['geolocation', 'geolocation'],
  ['camera', 'media'],
  ['microphone', 'media'],
  ['midi', 'midi'],
] as const

export async function launch(userData: string): Promise<void> {
  origin = await startServer(Number(process.env['LINWU_STAND_IN_PORT'] ?? 0))
  const profile = join(userData, 'chromium')
  const options = JSON.parse(process.env['LINWU_STAND_IN_CHROMIUM'] ?? '{}') as LaunchOptions
  context = await chromium.launchPersistentContext(profile, {
    ...options,
    args: [...(options.args ?? []), '--remote-debugging-port=0'],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    locale: 'zh-CN',
    viewport: { width: 1366, height: 768 },
  })
  await context.exposeBinding('electronCall', async ({ page, frame }, text: string) => {
    const { channel, args } = decode(text) as { channel: string; args: readonly unknown[] }
    try {
      return encode({ ok: true, value: await watchers.get(page)?.invoke(frame, channel, args) })
    } catch (error) {
      return encode({ ok: false, value: String(error) })
    }
  })
  await context.route('**/*', async (route) => {
    const request = route.request()
    const url = toApp(request.url())
    if (request.isNavigationRequest()) {
      const frame = frameOf(request)
      const watcher = frame && watchers.get(frame.page())
      // A window that nobody knows is one that a page opened.
      const may = watcher ? watcher.mayNavigate(frame, url) : openedWindows > 0
      if (!may) return route.abort('aborted')
    }
    return (await isCancelled(url)) ? route.abort('blockedbyclient') : route.continue()
  })
  context.on('page', (page) => {
    void (async () => {
      const opener = await page.opener()
      const watcher = opener && watchers.get(opener)
      if (!watcher) return
      if (watcher.mayOpen(toApp(page.url()))) openedWindows++
      else await page.close()
    })()
  })
  const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')
  tell({ kind: 'ready', endpoint: `http://127.0.0.1:${port}`, origin })
}

/** Null for the first request of a window that a page has just opened. */
function frameOf(request: Request): Frame | null {
  try {
    return request.frame()
  } catch {
    return null
  }
}

/** The first window takes the page that Chromium began with. */
export async function newPage(): Promise<Page> {
  const free = context!.pages().find((page) => !watchers.has(page))
  return free ?? (await context!.newPage())
}

/** Asked when the page is about to be loaded: Chromium wants to know beforehand. The answers hold as long as the session, so it stays. */
export async function applyPermissions(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  for (const [name, electronName] of PERMISSIONS) {
    const setting = (await isGranted(electronName)) ? 'granted' : 'denied'
    await cdp.send('Browser.setPermission', { permission: { name }, setting, origin })
  }
}

export async function end(): Promise<void> {
  await context?.close().catch(() => undefined)
  context = null
}
