/**
 * What a window may not do, as tables with reasons. Residents' data is in it, and nothing in it ever needs the outside.
 * To loosen one: change the table, and its test.
 */
import { app, session, type WebPreferences } from 'electron'

export const WEB_PREFERENCES: WebPreferences = {
  sandbox: true, // a bug in the page stays in the page
  contextIsolation: true, // page code cannot reach the preload's world
  nodeIntegration: false, // no Node in the page
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false, // no foreign pages inside ours
  spellcheck: false, // Chromium's spell check fetches dictionaries from outside
  navigateOnDragDrop: false, // a dropped file must not replace the program
}

/** Camera, microphone, location, notifications, clipboard reading …: nothing in the program needs one, so all are refused. */
export function refusePermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
}

/** The program opens no connection: whatever is not our own scheme is cancelled before it leaves. */
export function refuseNetwork(origin: string): void {
  session.defaultSession.webRequest.onBeforeRequest((details, answer) => {
    const own =
      details.url.startsWith(`${origin}/`) ||
      details.url.startsWith('blob:') ||
      details.url.startsWith('data:') ||
      details.url.startsWith('devtools:')
    answer({ cancel: !own })
  })
}

/** No other page, no second window, no embedded one. */
export function refuseNavigation(origin: string): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event, url) => {
      if (!url.startsWith(`${origin}/`)) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
