/**
 * The stand-in against Electron's own declarations: it invents no name, and its options are Electron's. That calls fit is checked by
 * compiling src-main twice: with Electron's declarations (src-main/tsconfig.json) and with the stand-in's (tests/desktop/tsconfig.json).
 */
import type * as Real from 'electron'
import type * as StandIn from './electron.ts'

/** What a class of the stand-in has besides, for the test's hand. */
type Own = 'page' | 'load' | 'options' | 'place' | 'closeByHand' | 'visible' | 'focused' | 'minimized' | 'maximised'
type OwnTray = 'image' | 'menu' | 'words' | 'click'

type None<T extends never> = T
type Invented<Mine, Theirs, Besides extends PropertyKey = never> = Exclude<keyof Mine, keyof Theirs | Besides>

export type NothingInvented = [
  None<Invented<typeof StandIn, typeof Real, 'protocol'>>,
  None<Invented<typeof StandIn.app, Real.App>>,
  None<Invented<typeof StandIn.protocol, Real.Protocol>>,
  None<Invented<typeof StandIn.session.defaultSession, Real.Session>>,
  None<Invented<typeof StandIn.dialog, Real.Dialog>>,
  None<Invented<typeof StandIn.ipcMain, Real.IpcMain>>,
  None<Invented<typeof StandIn.shell, Real.Shell>>,
  None<Invented<typeof StandIn.screen, Real.Screen>>,
  None<Invented<typeof StandIn.powerMonitor, Real.PowerMonitor>>,
  None<Invented<typeof StandIn.nativeImage, typeof Real.nativeImage>>,
  None<Invented<StandIn.BrowserWindow, Real.BrowserWindow, Own>>,
  None<Invented<StandIn.BrowserWindow['webContents'], Real.WebContents, Own>>,
  None<Invented<StandIn.Notification, Real.Notification>>,
  None<Invented<StandIn.Tray, Real.Tray, OwnTray>>,
]

type Fits<_Mine extends Theirs, Theirs> = true
export type OptionsFit = [
  Fits<StandIn.WebPreferences, Real.WebPreferences>,
  Fits<StandIn.MenuItemConstructorOptions, Real.MenuItemConstructorOptions>,
  Fits<ConstructorParameters<typeof StandIn.BrowserWindow>[0], Real.BrowserWindowConstructorOptions>,
  Fits<Parameters<typeof StandIn.dialog.showOpenDialog>[1], Real.OpenDialogOptions>,
  Fits<Parameters<StandIn.BrowserWindow['webContents']['printToPDF']>[0], Real.PrintToPDFOptions>,
]
