/** Finds Chromium for the browser tests, or installs it where that is allowed. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { LaunchOptions } from 'playwright-core'

/** On the PATH, best first. To add one: a line here. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge']

/** Where installers put it when it is not on the PATH. To add one: a line here. */
const PLACES = [
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
    ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']
      .filter(() => process.env[name] !== undefined)
      .map((path) => join(process.env[name] ?? '', path)),
  ),
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

/** Ubuntu's `chromium-browser` is a note that says "install the snap": a program counts only when it answers. */
const answers = (path: string): boolean =>
  // On Windows `--version` opens a window instead of answering.
  process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0

export const findChromium = (): string | null => {
  const named = process.env['CHROMIUM']
  if (named) return existsSync(named) ? named : null
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name + suffix))), ...PLACES]
  return candidates.find((path) => existsSync(path) && answers(path)) ?? null
}

const apt = (...args: readonly string[]): boolean =>
  spawnSync('apt-get', [...args, '-qq', '-y'], {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

const MISSING =
  '没有 Chromium：请装 chromium（Debian：apt-get install chromium fonts-noto-cjk），或让 CHROMIUM 指向它。 · ' +
  'No Chromium: install it (Debian: apt-get install chromium fonts-noto-cjk), or set CHROMIUM to its path.'

/** The path of a Chromium that runs. Installs it as root where there is apt-get; throws one line when there is none. */
export const ensureChromium = (): string => {
  const found = findChromium()
  if (found !== null) return found
  if (!process.env['CHROMIUM'] && process.getuid?.() === 0) {
    if (apt('update')) apt('install', 'chromium', 'fonts-noto-cjk')
    const installed = findChromium()
    if (installed !== null) return installed
  }
  throw new Error(MISSING)
}

/**
 * For playwright-core's `chromium.launch` and `chromium.launchPersistentContext`: no window, and no connection that
 * the page did not ask for.
 */
export const chromiumOptions = (): LaunchOptions => ({
  executablePath: ensureChromium(),
  headless: true,
  // Chromium refuses its sandbox to root.
  chromiumSandbox: process.getuid?.() !== 0,
  args: [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
