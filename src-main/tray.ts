/** The notification area: off until the settings ask for it. */
import { Menu, nativeImage, Tray } from 'electron'
import type { DesktopWords } from './desktop-words.ts'

export type TrayPowers = { readonly open: () => void; readonly quit: () => void }

/** Answers the function that shows the tray, in these words, or takes it away. */
export function trayOf(icon: string, powers: TrayPowers): (wanted: boolean, words: DesktopWords) => void {
  let tray: Tray | null = null
  return (wanted, words) => {
    if (!wanted) {
      tray?.destroy()
      tray = null
      return
    }
    if (!tray) {
      tray = new Tray(nativeImage.createFromPath(icon))
      tray.on('click', powers.open)
    }
    tray.setToolTip(words.name)
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: words.tray.open, click: powers.open },
        { type: 'separator' },
        { label: words.tray.quit, click: powers.quit },
      ]),
    )
  }
}
