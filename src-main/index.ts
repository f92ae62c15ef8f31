/** The desktop edition: one program, one window, one station folder. */
import { join } from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'
import { defaultExportFolder, defaultStationFolder } from '#host/default-folder.ts'
import { nodeFileSystem } from '#host/file-system.ts'
import { openStationFolder, type StationFolder } from '#host/station-folder.ts'
import { desktopDesk } from './desktop-desk.ts'
import { openDesktopFile, type DesktopFile } from './desktop-file.ts'
import { DESKTOP_WORDS, type DesktopWords } from './desktop-words.ts'
import { dueNotice } from './due-notice.ts'
import { sendSignal, serveHost } from './host-channel.ts'
import { readLaunch, type Launch } from './launch.ts'
import { bringToFront, openWindow } from './main-window.ts'
import { showMenu } from './menu.ts'
import { watchPage } from './page-crash.ts'
import { claimScheme, PAGE_ORIGIN, servePage } from './page-scheme.ts'
import { refuseNavigation } from './policies/navigation.ts'
import { refuseNetwork } from './policies/network.ts'
import { refusePermissions } from './policies/permissions.ts'
import { onScreenLock } from './screen-lock.ts'
import { startTrouble } from './start-trouble.ts'
import { trayOf } from './tray.ts'

const PAGE = join(import.meta.dirname, '../renderer')
const ICON = join(PAGE, 'icon.png')
/** Below the system's folder for programs' data. IndexedDB lies there, so these names never change again. */
const DATA_FOLDER = { real: 'Linwu', demo: 'Linwu demo' } as const

let window: BrowserWindow | null = null
let station: StationFolder | null = null
let file: DesktopFile | null = null
let quitting = false

const report = (bug: unknown): void => console.error(bug instanceof Error ? bug.stack : bug)
const words = (): DesktopWords => DESKTOP_WORDS[file?.now().language ?? 'zh-CN']
const open = (): void => bringToFront(window)
const lock = (): void => sendSignal(window, 'lock')

const launch = readLaunch(process.argv, process.cwd())
const isDemo = launch !== 'demo-with-station' && launch.demo
app.enableSandbox()
app.setPath('userData', join(app.getPath('appData'), DATA_FOLDER[isDemo ? 'demo' : 'real']))
claimScheme()
// The lock belongs to the data folder: a demo and a real station may stand side by side.
if (!app.requestSingleInstanceLock()) app.quit()
else {
  app.on('second-instance', open)
  app.on('before-quit', () => (quitting = true))
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', giveBack)
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
  void app.whenReady().then(start)
}

async function start(): Promise<void> {
  if (launch === 'demo-with-station') return refuse(launch, '--demo --station')
  refusePermissions()
  refuseNetwork(PAGE_ORIGIN)
  refuseNavigation(PAGE_ORIGIN)
  const desktop = (file = await openDesktopFile(join(app.getPath('userData'), 'desktop.json')))
  const folder = await openFolder(launch)
  if (!folder) return
  if (!(await servePage(PAGE))) return refuse('no-page', PAGE)

  const showTray = trayOf(ICON, { open, quit: () => app.quit() })
  const refresh = (): void => {
    showMenu(words(), { lock, window: () => window })
    showTray(desktop.now().settings.tray, words())
    if (!desktop.now().settings.notify) app.setBadgeCount(0)
  }
  const notice = dueNotice(() => window?.isFocused() ?? false, open)
  serveHost(desktopDesk({ folder, file: desktop, window: () => window, notice, refresh }), () => window, report)
  refresh()
  onScreenLock(lock)

  window = openWindow(desktop, ICON, () => desktop.now().settings.tray && !quitting)
  window.on('closed', () => (window = null))
  watchPage(window, words)
  await window.loadURL(`${PAGE_ORIGIN}/`)
}

/** Null when it was refused, which has been said. */
async function openFolder({ demo, station: named }: Launch): Promise<StationFolder | null> {
  const options = {
    fs: nodeFileSystem, edition: 'desktop' as const, exportFolder: defaultExportFolder(), now: () => Date.now(),
  } // prettier-ignore
  let folder = named ?? defaultStationFolder()
  let opened
  if (demo) {
    // Loaded only here: what fills the fictitious station is no part of the real program.
    const { demoFolder, openDemo } = await import('#cli/make-demo.ts')
    folder = demoFolder('desktop')
    opened = await openDemo({ ...options, folder })
  } else opened = await openStationFolder({ ...options, folder, demo: false })
  if (opened.ok) return (station = opened.value)
  refuse(opened.error, folder)
  return null
}

/** All windows are closed; the folder is given back before the program ends. Acknowledged saves are on disk in any case. */
function giveBack(event: { preventDefault: () => void }): void {
  if (!station) return
  event.preventDefault()
  const closing = station
  station = null
  const remembered = file?.change({}).catch(() => undefined)
  void Promise.allSettled([closing.close(), remembered]).then(() => app.exit(0))
}

function refuse(code: Parameters<typeof startTrouble>[0], folder: string): void {
  const { title, text } = startTrouble(code, folder)
  dialog.showErrorBox(title, text)
  app.quit()
}

/** A bug in this process: nobody knows what still works, so it says what is safe and ends. */
function fail(bug: unknown): void {
  report(bug)
  dialog.showErrorBox(words().name, words().bug(bug instanceof Error ? bug.name : 'unknown'))
  app.exit(1)
}
