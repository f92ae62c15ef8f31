/** The page died, or hangs: said in a dialog, with what is safe, and opened again. The station folder lives on in this process. */
import { app, dialog, type BrowserWindow } from 'electron'
import type { DesktopWords } from './desktop-words.ts'

export function watchPage(window: BrowserWindow, words: () => DesktopWords): void {
  const { webContents } = window
  let asking = false
  let endedByUs = false

  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    if (endedByUs) {
      endedByUs = false
      webContents.reload()
    } else void askAfterCrash()
  })
  window.on('unresponsive', () => void askWhenStuck())

  async function askAfterCrash(): Promise<void> {
    const { what, safe, todo, again, quit } = words().crash
    if ((await ask(what, `${safe}\n${todo}`, [again, quit])) === 0) webContents.reload()
    else app.quit()
  }

  async function askWhenStuck(): Promise<void> {
    if (asking) return
    asking = true
    const { what, safe, todo, wait, again } = words().stuck
    const choice = await ask(what, `${safe}\n${todo}`, [wait, again])
    asking = false
    if (choice !== 1) return
    // A page that hangs cannot be asked to reload.
    endedByUs = true
    webContents.forcefullyCrashRenderer()
  }

  async function ask(message: string, detail: string, buttons: string[]): Promise<number> {
    const box = { type: 'error' as const, title: words().name, message, detail, buttons, defaultId: 0, noLink: true }
    return (await dialog.showMessageBox(window, box)).response
  }
}
