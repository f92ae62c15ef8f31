/** The built desktop edition on the stand-in, as its own process, with playwright's hand on its window. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { join, resolve } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { chromiumOptions } from '../chromium.ts'
import type { Command, Message } from './stand-in/control.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const LOADER = join(import.meta.dirname, 'stand-in/loader.mjs')

export type DesktopOptions = {
  /** Home of the program: everything it writes lies below. */
  readonly place: string
  readonly flags: readonly string[]
  /** Another account of the same computer: a home of its own. */
  readonly home?: string
  /** Chromium's storage belongs to it; the same for every start of one test. */
  readonly port: number
  /** Work areas of the screens; one of 1920 × 1040 when nothing is said. */
  readonly screens?: readonly {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }[]
  /** Listens before anything is loaded. */
  readonly watch?: (context: BrowserContext, origin: string) => void
}

export type DesktopProgram = {
  readonly page: Page
  readonly context: BrowserContext
  readonly origin: string
  /** A command of the stand-in: `command('…')` in tests/desktop/stand-in. */
  readonly ask: <T = unknown>(name: string, ...args: readonly unknown[]) => Promise<T>
  /** Exit code; null when a signal ended it. */
  readonly exited: Promise<number | null>
  /** SIGTERM, which Electron answers like its own menu; waits for the end. */
  readonly stop: () => Promise<number | null>
  /** The power switch: program and Chromium at once. */
  readonly kill: () => Promise<void>
}

function spawnProgram({ place, home = place, flags, port, screens }: DesktopOptions): {
  child: ChildProcess
  said: () => string
} {
  let said = ''
  const child = spawn(process.execPath, ['--import', LOADER, join(ROOT, 'out/main/index.js'), ...flags], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'json',
    env: {
      ...process.env,
      HOME: home,
      USERPROFILE: home,
      XDG_DATA_HOME: join(home, 'data'),
      XDG_CONFIG_HOME: join(home, 'config'),
      LINWU_STAND_IN_PORT: String(port),
      LINWU_STAND_IN_CHROMIUM: JSON.stringify(chromiumOptions()),
      ...(screens && { LINWU_STAND_IN_SCREENS: JSON.stringify(screens.map((workArea) => ({ workArea }))) }),
    },
  })
  for (const stream of [child.stdout, child.stderr]) stream!.on('data', (data: Buffer) => (said += data.toString()))
  return { child, said: () => said }
}

/** Until its window shows the page. Throws what it said when it ended instead. */
export async function startDesktop(options: DesktopOptions): Promise<DesktopProgram> {
  const { child, said } = spawnProgram(options)
  const exited = new Promise<number | null>((done) => child.once('exit', done))
  const waiting = new Map<number, { done: (value: unknown) => void; fail: (error: Error) => void }>()
  let next = 1
  const ready = new Promise<Message & { kind: 'ready' }>((done, fail) => {
    child.on('message', (message: Message) => {
      if (message.kind === 'ready') return done(message)
      const call = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.kind === 'reply') call?.done(message.value)
      else call?.fail(new Error(message.message))
    })
    child.once('exit', (code) => {
      fail(new Error(`the program ended (${code}): ${said()}`))
      for (const { fail: stop } of waiting.values()) stop(new Error(`the program ended: ${said()}`))
    })
  })
  const ask = <T>(name: string, ...args: readonly unknown[]): Promise<T> =>
    new Promise((done, fail) => {
      const id = next++
      waiting.set(id, { done: done as (value: unknown) => void, fail })
      child.send({ id, name, args } satisfies Command, (error) => error && fail(error))
    })

  const { endpoint, origin } = await ready
  const browser = await chromium.connectOverCDP(endpoint)
  const context = browser.contexts()[0]!
  const page = context.pages()[0]!
  options.watch?.(context, origin)
  const loaded = page.waitForURL(`${origin}/**`)
  await ask('go')
  await loaded

  return {
    page,
    context,
    origin,
    ask,
    exited,
    stop: async () => {
      child.kill('SIGTERM')
      const code = await exited
      await browser.close().catch(() => undefined)
      return code
    },
    kill: async () => {
      const closed = browser.isConnected() && new Promise((done) => browser.once('disconnected', done))
      child.kill('SIGKILL')
      killChromium(options.place)
      await Promise.all([exited, closed])
    },
  }
}

/** A start that must end by itself: a second instance, a folder that is in use. */
export async function startRefused(options: DesktopOptions): Promise<{ code: number | null; said: string }> {
  const { child, said } = spawnProgram(options)
  // It may have come so far that a test should watch; then it is let go.
  child.on('message', () => child.send({ id: 0, name: 'go', args: [] } satisfies Command))
  const code = await new Promise<number | null>((done) => child.once('close', done))
  return { code, said: said() }
}

/** kill −9 of Chromium's main processes whose profile lies below `place`. */
export function killChromium(place: string): void {
  const list = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
  for (const line of list.split('\n')) {
    if (!line.includes(`--user-data-dir=${place}`) || line.includes('--type=')) continue
    try {
      process.kill(Number(line.trim().split(' ')[0]), 'SIGKILL')
    } catch {
      // Gone already: it ends by itself when the program's pipe closes.
    }
  }
}
