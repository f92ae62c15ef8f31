/** BrowserWindow and its webContents over a Chromium page. Bounds, focus and visibility are numbers here: a headless page has none. */
import { readFileSync } from 'node:fs'
import type { Frame, Page } from 'playwright-core'
import { applyPermissions, newPage, watch } from './chromium.ts'
import { command, watched } from './control.ts'
import { emitter, preventable, type Preventable } from './emitter.ts'
import { ipcHandlers } from './ipc-main.ts'
import { BYTES_KEY, installPreload } from './page-world.ts'
import { toApp, toReal } from './scheme-server.ts'

export type Rectangle = { x: number; y: number; width: number; height: number }
/** What the program sets. To add one: its name; the real declarations are compared in against-electron.ts. */
export type WebPreferences = {
  preload?: string
  sandbox?: boolean
  contextIsolation?: boolean
  nodeIntegration?: boolean
  nodeIntegrationInWorker?: boolean
  webSecurity?: boolean
  allowRunningInsecureContent?: boolean
  experimentalFeatures?: boolean
  webviewTag?: boolean
  spellcheck?: boolean
  navigateOnDragDrop?: boolean
  disableDialogs?: boolean
  devTools?: boolean
}
export type BrowserWindowOptions = Partial<Rectangle> & {
  minWidth?: number
  minHeight?: number
  show?: boolean
  title?: string
  icon?: string
  backgroundColor?: string
  autoHideMenuBar?: boolean
  webPreferences?: WebPreferences
}
export type WebFrameMain = { readonly url: string; readonly isMainFrame: boolean }
type FrameNavigation = Preventable & { readonly url: string; readonly isMainFrame: boolean }

type ContentsEvents = {
  'will-navigate': [event: Preventable, url: string]
  'will-redirect': [event: Preventable, url: string]
  'will-frame-navigate': [event: FrameNavigation]
  'will-attach-webview': [event: Preventable]
  'render-process-gone': [event: object, details: { readonly reason: string }]
}
type WindowEvents = {
  'ready-to-show': []
  closed: []
  close: [event: Preventable]
  resize: []
  move: []
  maximize: []
  unmaximize: []
  unresponsive: []
}

export const windows: BrowserWindow[] = []
export const born = emitter<{ created: [contents: WebContents] }>()
/** Told when the last window has gone without anybody having asked to quit. */
export const last = emitter<{ closed: [] }>()

export class WebContents {
  readonly #events = emitter<ContentsEvents>()
  readonly on = this.#events.on
  readonly emit = this.#events.emit
  readonly page: Promise<Page>
  readonly #frames = new WeakMap<Frame, WebFrameMain>()
  #main: Frame | null = null
  #openHandler: (details: { url: string }) => { action: 'deny' | 'allow' } = () => ({ action: 'allow' })
  /** True while the program itself loads: nobody asks `will-navigate` then. */
  #loading = false
  readonly #preload: string | undefined

  constructor(preload: string | undefined) {
    this.#preload = preload
    this.page = this.#open()
  }

  async #open(): Promise<Page> {
    const page = await newPage()
    this.#main = page.mainFrame()
    page.on('crash', () => this.emit('render-process-gone', {}, { reason: 'crashed' }))
    watch(page, {
      invoke: async (frame, channel, args) => {
        const handler = ipcHandlers.get(channel)
        if (!handler) throw new Error(`No handler registered for '${channel}'`)
        return await handler({ senderFrame: this.#frameOf(frame) }, ...args)
      },
      mayNavigate: (frame, url) => {
        if (this.#loading) return true
        const isMainFrame = frame === page.mainFrame()
        const event = preventable({ url, isMainFrame })
        this.emit('will-frame-navigate', event)
        if (isMainFrame) this.emit('will-navigate', event, url)
        return !event.defaultPrevented
      },
      mayOpen: (url) => this.#openHandler({ url }).action === 'allow',
    })
    if (this.#preload) {
      const source = readFileSync(this.#preload, 'utf8')
      const preload = `function (require, module, exports) {\n${source}\n}`
      await page.addInitScript(`(${installPreload.toString()})(${JSON.stringify(BYTES_KEY)}, ${preload})`)
    }
    return page
  }

  /** The same object for the same frame, as in Electron: the program compares them. */
  #frameOf(frame: Frame): WebFrameMain {
    const known = this.#frames.get(frame)
    if (known) return known
    const made: WebFrameMain = {
      get url() {
        return toApp(frame.url())
      },
      isMainFrame: frame === this.#main,
    }
    this.#frames.set(frame, made)
    return made
  }

  get mainFrame(): WebFrameMain {
    if (!this.#main) throw new Error('no page yet')
    return this.#frameOf(this.#main)
  }

  async load(url: string): Promise<void> {
    const page = await this.page
    await watched
    await applyPermissions(page)
    // Asked beforehand and refused inside the page, as Electron does. A popup that playwright sees afterwards (a link) is closed, but
    // may have sent its first request by then: two hands hold this Chromium, and either lets a new page run.
    if (this.#openHandler({ url }).action === 'deny')
      await page.addInitScript(() => {
        window.open = () => null
      })
    this.#loading = true
    await page.goto(toReal(url), { waitUntil: 'load' }).finally(() => (this.#loading = false))
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: 'deny' }): void {
    this.#openHandler = handler
  }

  send(channel: string, ...args: unknown[]): void {
    void this.page.then((page) =>
      page.evaluate(
        ([name, values]) => {
          const scope = globalThis as unknown as { electronSend?: (channel: string, args: unknown[]) => void }
          scope.electronSend?.(name, values)
        },
        [channel, args] as const,
      ),
    )
  }

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    const { pageSize, ...rest } = options
    const page = await this.page
    const cdp = await page.context().newCDPSession(page)
    try {
      // Inches, as the protocol wants them.
      const paper = pageSize === 'A4' ? { paperWidth: 210 / 25.4, paperHeight: 297 / 25.4 } : {}
      const { data } = await cdp.send('Page.printToPDF', { ...rest, ...paper })
      return Buffer.from(data, 'base64')
    } finally {
      await cdp.detach()
    }
  }

  reload(): void {
    this.#loading = true
    void this.page
      .then((page) => page.goto(page.url() === 'about:blank' ? toReal('app://linwu/') : page.url()))
      .finally(() => (this.#loading = false))
  }

  forcefullyCrashRenderer(): void {
    this.emit('render-process-gone', {}, { reason: 'killed' })
  }
}

export type PrintToPDFOptions = {
  pageSize?: 'A4'
  landscape?: boolean
  printBackground?: boolean
  preferCSSPageSize?: boolean
}

export class BrowserWindow {
  readonly #events = emitter<WindowEvents>()
  readonly on = this.#events.on
  readonly once = this.#events.once
  readonly emit = this.#events.emit
  readonly webContents: WebContents
  readonly options: BrowserWindowOptions
  #bounds: Rectangle
  visible: boolean
  focused = false
  minimized = false
  maximised = false
  #gone = false

  constructor(options: BrowserWindowOptions) {
    const { x = 0, y = 0, width = 800, height = 600, show = true } = options
    this.options = options
    this.#bounds = { x, y, width, height }
    this.visible = this.focused = show
    this.webContents = new WebContents(options.webPreferences?.preload)
    windows.push(this)
    born.emit('created', this.webContents)
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.webContents.page
    const { width, height } = this.#bounds
    await page.setViewportSize({ width, height })
    await this.webContents.load(url)
    this.emit('ready-to-show')
  }

  show(): void {
    this.visible = this.focused = true
  }
  hide(): void {
    this.visible = this.focused = false
  }
  focus(): void {
    this.focused = true
  }
  restore(): void {
    this.minimized = false
  }
  maximize(): void {
    this.maximised = true
    this.emit('maximize')
  }
  isMinimized(): boolean {
    return this.minimized
  }
  isMaximized(): boolean {
    return this.maximised
  }
  isFocused(): boolean {
    return this.focused
  }
  isDestroyed(): boolean {
    return this.#gone
  }
  getNormalBounds(): Rectangle {
    return { ...this.#bounds }
  }

  /** As a hand moves or pulls it. */
  place(bounds: Rectangle): void {
    this.#bounds = bounds
    this.emit('move')
    this.emit('resize')
  }

  /** True when it has gone. */
  async closeByHand(): Promise<boolean> {
    const event = preventable({})
    this.emit('close', event)
    if (event.defaultPrevented) return false
    this.#gone = true
    windows.splice(windows.indexOf(this), 1)
    const page = await this.webContents.page
    await page.close({ runBeforeUnload: false })
    this.emit('closed')
    return true
  }
}

const one = (): BrowserWindow => {
  const window = windows[0]
  if (!window) throw new Error('no window')
  return window
}
command('window', () => {
  const window = windows[0]
  if (!window) return null
  const { visible, focused, minimized, maximised, options } = window
  return { bounds: window.getNormalBounds(), visible, focused, minimized, maximised, options }
})
command('place', (bounds: Rectangle) => one().place(bounds))
command('maximise', () => one().maximize())
command('minimise', () => {
  one().minimized = true
  one().focused = false
})
command('blur', () => void (one().focused = false))
command('crash', () => void one().webContents.emit('render-process-gone', {}, { reason: 'crashed' }))
command('hang', () => void one().emit('unresponsive'))
command('close-window', async () => {
  if ((await one().closeByHand()) && windows.length === 0) last.emit('closed')
})
