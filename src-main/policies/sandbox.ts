/** What page code can reach: nothing but the page. To loosen one: change its line, and tests/desktop/policies.test.ts. */
import { app, type WebPreferences } from 'electron'

export const SANDBOX: WebPreferences = {
  sandbox: true, // a bug in the page stays in the page
  contextIsolation: true, // page code cannot reach the preload's world
  nodeIntegration: false, // no Node in the page
  nodeIntegrationInWorker: false, // nor in the desk's worker
  webSecurity: true, // same-origin rules, always
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false, // no foreign pages inside ours
  spellcheck: false, // Chromium's spell check fetches dictionaries from outside
  navigateOnDragDrop: false, // a dropped file must not replace the program
  disableDialogs: true, // alert() and prompt() of the page: the program has its own words
  devTools: !app.isPackaged, // an installed program shows residents' data to nobody's inspector
}
