/** `app`: start, one instance per data folder, and an end that everybody may delay. */
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { born, last, windows, type WebContents } from './browser-window.ts'
import { end, launch } from './chromium.ts'
import { command } from './control.ts'
import { emitter, preventable, type Preventable } from './emitter.ts'

type AppEvents = {
  'second-instance': []
  'before-quit': [event: Preventable]
  'will-quit': [event: Preventable]
  'window-all-closed': []
  'web-contents-created': [event: object, contents: WebContents]
}
type PathName = 'appData' | 'userData'

const events = emitter<AppEvents>()
const config = process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
const paths: Record<PathName, string> = { appData: config, userData: join(config, 'electron') }
let badge = 0
let leaving = false

born.on('created', (contents) => void events.emit('web-contents-created', {}, contents))
last.on('closed', () => {
  if (!leaving && !events.emit('window-all-closed')) app.quit()
})

/** Electron quits on these as on its own menu. */
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => app.quit())
command('quit', () => app.quit())
command('app', () => ({ badge, userData: paths.userData, switches: process.argv.slice(2) }))

const socketPath = (): string => join(paths.userData, 'instance')

/** A socket in the data folder; one that nobody answers belongs to a program that was killed. */
function isOtherAlive(): boolean {
  if (!existsSync(socketPath())) return false
  // Asked in a process of its own, because the answer is needed before anything may wait.
  const script = `require('node:net').connect(${JSON.stringify(socketPath())}).on('connect', () => process.exit(0)).on('error', () => process.exit(1))`
  try {
    execFileSync(process.execPath, ['-e', script], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

export const app = {
  on: events.on,
  isPackaged: false,
  enableSandbox: (): void => undefined,
  getVersion: (): string => '0.0.0-stand-in',
  getPath: (name: PathName): string => paths[name],
  setPath: (name: PathName, path: string): void => {
    mkdirSync(path, { recursive: true })
    paths[name] = path
  },
  setBadgeCount: (count: number): boolean => {
    badge = count
    return true
  },
  requestSingleInstanceLock: (): boolean => {
    if (isOtherAlive()) return false
    rmSync(socketPath(), { force: true })
    const server = createServer((socket) => {
      socket.on('error', () => undefined).end()
      events.emit('second-instance')
    })
    server.listen(socketPath())
    server.unref()
    return true
  },
  whenReady: (): Promise<void> => launch(paths.userData),
  quit: (): void => {
    void (async () => {
      const before = preventable({})
      events.emit('before-quit', before)
      if (before.defaultPrevented) return
      leaving = true
      for (let window = windows[0]; window; window = windows[0])
        if (!(await window.closeByHand())) {
          leaving = false
          return
        }
      const will = preventable({})
      events.emit('will-quit', will)
      if (!will.defaultPrevented) app.exit(0)
    })()
  },
  exit: (code: number): void => {
    leaving = true
    rmSync(socketPath(), { force: true })
    // A second instance that was refused has started nothing.
    void end().finally(() => process.exit(code))
  },
}
