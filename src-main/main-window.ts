/** The one window: opened where it was, hidden instead of closed while it lives in the notification area. */
import { join } from 'node:path'
import { BrowserWindow, screen } from 'electron'
import { type DesktopFile, type WindowPlace } from './desktop-file.ts'
import { SANDBOX } from './policies/sandbox.ts'
import { MINIMUM, placeWindow } from './window-place.ts'

/** A moved window is remembered when it has come to rest (ms): a killed program forgets little. */
const REST = 500

/** `staysOnClose`: whether closing only hides it. */
export function openWindow(file: DesktopFile, icon: string, staysOnClose: () => boolean): BrowserWindow {
  const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea)
  const { maximised, ...bounds } = placeWindow(file.now().window, areas)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    show: false,
    title: '邻务',
    icon,
    backgroundColor: '#f6f7f8',
    autoHideMenuBar: true, // Alt shows it
    webPreferences: { ...SANDBOX, preload: join(import.meta.dirname, '../preload/preload.cjs') },
  })
  if (maximised) window.maximize()
  window.once('ready-to-show', () => window.show())

  const place = (): WindowPlace => {
    const { x, y, width, height } = window.getNormalBounds()
    return { x, y, width, height, maximised: window.isMaximized() }
  }
  // Not being able to remember a place must not disturb anybody.
  const remember = (): void => void file.change({ window: place() }).catch(() => undefined)
  let rest: NodeJS.Timeout | undefined
  const moved = (): void => {
    clearTimeout(rest)
    rest = setTimeout(remember, REST)
  }
  window.on('resize', moved)
  window.on('move', moved)
  window.on('maximize', moved)
  window.on('unmaximize', moved)
  window.on('close', (event) => {
    clearTimeout(rest)
    remember()
    if (!staysOnClose()) return
    event.preventDefault()
    window.hide()
  })
  return window
}

export function bringToFront(window: BrowserWindow | null): void {
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
