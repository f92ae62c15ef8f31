/** The system's own file manager, for programs that have no window of their own. */
import { spawn } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { HostCode } from '#core/host/host.ts'
import { err, ok, type Result } from '#core/lib/result.ts'

/** Never through a shell: a path is one argument whatever stands in it. To add a system: its program here. */
const MANAGERS: Readonly<Record<string, string>> = { win32: 'explorer.exe', darwin: 'open' }
const MANAGER = MANAGERS[process.platform] ?? 'xdg-open'

/** xdg-open ends at once when there is nothing to open folders with; one that still runs by then has opened it (ms). */
const PATIENCE = 2_000

/** Opens the folder, or the folder that the file lies in. 'not-found' when it is gone, 'not-here' without a file manager. */
export async function showFolder(path: string): Promise<Result<null, HostCode>> {
  const found = await stat(path).catch(() => null)
  if (found === null) return err('not-found')
  const folder = found.isDirectory() ? path : dirname(path)
  return new Promise((done) => {
    const child = spawn(MANAGER, [folder], { stdio: 'ignore', detached: true, shell: false })
    const patience = setTimeout(() => done(ok(null)), PATIENCE)
    const end = (result: Result<null, HostCode>): void => {
      clearTimeout(patience)
      done(result)
    }
    child.on('error', () => end(err('not-here')))
    // Windows' explorer answers 1 also when all is well.
    child.on('exit', (code) => end(code === 0 || process.platform === 'win32' ? ok(null) : err('not-here')))
    child.unref()
  })
}
