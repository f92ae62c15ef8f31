/**
 * A stand-in for the `electron` module, as far as src-main uses it: the program's own built main process runs under Node, its page in
 * a real Chromium. `tsc` checks src-main against this file (tests/desktop/tsconfig.json: a method that the program uses and that
 * is missing here is a compile error) and this file against Electron's own declarations (against-electron.ts).
 */
export { app } from './app.ts'
export { BrowserWindow, type WebPreferences } from './browser-window.ts'
export { dialog } from './dialog.ts'
export { ipcMain, type IpcMainInvokeEvent } from './ipc-main.ts'
export { Menu, type MenuItemConstructorOptions } from './menu.ts'
export { protocol } from './scheme-server.ts'
export { session } from './session.ts'
export { nativeImage, Notification, powerMonitor, screen, shell, Tray } from './system.ts'
export { contextBridge, ipcRenderer } from './preload-side.ts'
