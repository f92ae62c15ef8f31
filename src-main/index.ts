/** The desktop edition: one program, one window, one station folder. */
import { join } from 'node:path'
import { app, BrowserWindow, dialog, Menu } from 'electron'
import { defaultExportFolder, defaultStationFolder } from '#host/default-folder.ts'
import { nodeFileSystem } from '#host/file-system.ts'
import { openStationFolder, type StationFolder } from '#host/station-folder.ts'
import { serveHost } from './host-channel.ts'
import { claimScheme, PAGE_ORIGIN, servePage } from './page-scheme.ts'
import { refuseNavigation, refuseNetwork, refusePermissions, WEB_PREFERENCES } from './policies.ts'
import { startTrouble } from './start-trouble.ts'

let window: BrowserWindow | null = null
let station: StationFolder | null = null

claimScheme()
if (!app.requestSingleInstanceLock()) app.quit()
else {
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  // The folder is given back before the program ends; acknowledged saves are on disk in any case.
  app.on('before-quit', (event) => {
    if (!station) return
    event.preventDefault()
    const closing = station
    station = null
    void closing.close().finally(() => app.quit())
  })
  void app.whenReady().then(start)
}

async function start(): Promise<void> {
  refusePermissions()
  refuseNetwork(PAGE_ORIGIN)
  refuseNavigation(PAGE_ORIGIN)
  Menu.setApplicationMenu(null)
  const place = process.argv.indexOf('--station')
  const folder = (place > 0 ? process.argv[place + 1] : undefined) ?? defaultStationFolder()
  const opened = await openStationFolder({
    fs: nodeFileSystem, folder, edition: 'desktop', demo: false, exportFolder: defaultExportFolder(), now: () => Date.now(),
  }) // prettier-ignore
  if (!opened.ok) return refuse(opened.error, folder)
  station = opened.value
  if (!(await servePage(join(import.meta.dirname, '../renderer')))) return refuse('no-page', folder)
  serveHost(
    station,
    () => window,
    (bug) => console.error(bug instanceof Error ? bug.stack : bug),
  )
  window = new BrowserWindow({
    width: 1366, height: 768, minWidth: 1024, minHeight: 640, show: false, title: '邻务', backgroundColor: '#f6f7f8',
    webPreferences: { ...WEB_PREFERENCES, preload: join(import.meta.dirname, '../preload/preload.cjs') },
  }) // prettier-ignore
  window.once('ready-to-show', () => window?.show())
  window.on('closed', () => (window = null))
  await window.loadURL(`${PAGE_ORIGIN}/`)
}

function refuse(code: Parameters<typeof startTrouble>[0], folder: string): void {
  const { title, text } = startTrouble(code, folder)
  dialog.showErrorBox(title, text)
  app.quit()
}
