/**
 * The end-to-end suite goes through either door: LINWU_DOOR=browser (the loopback server and a browser; the default) or
 * LINWU_DOOR=desktop (the built main process on the stand-in for Electron, or on the real binary that LINWU_ELECTRON names).
 */
export type Door = 'browser' | 'desktop'

const named = process.env['LINWU_DOOR'] ?? 'browser'
if (named !== 'browser' && named !== 'desktop') throw new Error(`LINWU_DOOR=${named}: browser or desktop`)
export const DOOR: Door = named

/** Files of this folder that have no meaning at the desktop door. To add one: its name, and why. */
export const BROWSER_ONLY_FILES: Readonly<Record<string, string>> = {
  'windows.test.ts':
    'a second tab, a server that dies behind its page, the key in the link: the desktop edition has one window and no link',
}

/** Steps inside a file. To add one: a name for `atBrowserDoor`, and why. */
export const BROWSER_ONLY_STEPS = {
  'the program behind the page stopped': 'in the desktop edition the window goes with the program',
  'the station is open in another tab': 'in the desktop edition a second start brings the one window to the front',
} as const

/** Runs the step at the browser door; tests/browser-setup.ts says at the start of a run what the other door leaves out. */
export async function atBrowserDoor(_name: keyof typeof BROWSER_ONLY_STEPS, step: () => Promise<void>): Promise<void> {
  if (DOOR === 'browser') await step()
}

/** A browser keeps Ctrl+N for itself. */
export const NEW_CASE_KEY = DOOR === 'browser' ? 'Alt+n' : 'Control+n'
