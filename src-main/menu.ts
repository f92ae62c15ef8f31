/**
 * The application menu. Keys that the page answers to are only shown here, not taken: `registerAccelerator: false`. Those that the
 * menu takes (TAKEN) must be no key of the page; tests/desktop/menu.test.ts compares them with the page's own list.
 */
import { app, dialog, Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron'
import type { DesktopWords } from './desktop-words.ts'

export type MenuPowers = {
  readonly lock: () => void
  readonly window: () => BrowserWindow | null
}

export function showMenu(words: DesktopWords, powers: MenuPowers): void {
  const { menu } = words
  const about = (): void => {
    const window = powers.window()
    const box = { type: 'info' as const, title: menu.about, message: words.about(app.getVersion()), buttons: ['OK'] }
    void (window ? dialog.showMessageBox(window, box) : dialog.showMessageBox(box))
  }
  /** The page and Chromium's own editing know these keys already. */
  const shown = { registerAccelerator: false } as const
  const template: MenuItemConstructorOptions[] = [
    {
      label: menu.file,
      submenu: [
        { label: menu.lock, accelerator: 'Ctrl+L', ...shown, click: powers.lock },
        { type: 'separator' },
        { label: menu.quit, role: 'quit', accelerator: 'Ctrl+Q' },
      ],
    },
    {
      label: menu.edit,
      submenu: [
        { label: menu.undo, role: 'undo', ...shown },
        { label: menu.redo, role: 'redo', ...shown },
        { type: 'separator' },
        { label: menu.cut, role: 'cut', ...shown },
        { label: menu.copy, role: 'copy', ...shown },
        { label: menu.paste, role: 'paste', ...shown },
        { label: menu.selectAll, role: 'selectAll', ...shown },
      ],
    },
    {
      label: menu.view,
      submenu: [
        { label: menu.zoomIn, role: 'zoomIn', accelerator: 'Ctrl+=' },
        { label: menu.zoomOut, role: 'zoomOut', accelerator: 'Ctrl+-' },
        { label: menu.resetZoom, role: 'resetZoom', accelerator: 'Ctrl+0' },
        { type: 'separator' },
        { label: menu.fullScreen, role: 'togglefullscreen', accelerator: 'F11' },
        ...(app.isPackaged ? [] : [{ label: menu.devTools, role: 'toggleDevTools' as const, accelerator: 'F12' }]),
      ],
    },
    { label: menu.help, submenu: [{ label: menu.about, click: about }] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
