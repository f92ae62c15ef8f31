/** The built desktop edition on a real Electron (LINWU_ELECTRON: its program), for `npm run check:electron`. */
import { resolve } from 'node:path'
import { _electron } from 'playwright-core'
import type { DesktopOptions, DesktopProgram } from './desktop-program.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const ORIGIN = 'app://linwu'

/** What a test of both doors needs; the stand-in's own commands are not here. */
export async function startElectron(options: DesktopOptions): Promise<Omit<DesktopProgram, 'ask'>> {
  const { place, home = place, flags, watch } = options
  const electron = await _electron.launch({
    executablePath: process.env['LINWU_ELECTRON']!,
    // Chromium refuses its sandbox to root.
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ROOT, ...flags],
    cwd: ROOT,
    locale: 'zh-CN',
    env: {
      ...(process.env as Record<string, string>),
      HOME: home,
      USERPROFILE: home,
      APPDATA: `${home}/config`,
      XDG_DATA_HOME: `${home}/data`,
      XDG_CONFIG_HOME: `${home}/config`,
    },
  })
  const child = electron.process()
  const exited = new Promise<number | null>((done) => child.once('exit', done))
  const page = await electron.firstWindow()
  await page.setViewportSize({ width: 1366, height: 768 })
  watch?.(electron.context(), ORIGIN)
  // Once more, with somebody watching.
  await page.reload()
  return {
    page,
    context: electron.context(),
    origin: ORIGIN,
    exited,
    stop: async () => {
      await electron.close()
      return await exited
    },
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}
