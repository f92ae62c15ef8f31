/** A computer of its own for one test file: home, station folder, and the programs that were started on it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { freePort } from '../free-port.ts'
import { startDesktop, startRefused, type DesktopOptions, type DesktopProgram } from './desktop-program.ts'

type More = Partial<Pick<DesktopOptions, 'flags' | 'home' | 'port' | 'screens' | 'watch'>>

export type DesktopPlace = {
  readonly place: string
  readonly folder: string
  readonly start: (more?: More) => Promise<DesktopProgram>
  /** Stops whatever still runs. */
  readonly endAll: () => Promise<void>
  /** A start that must end by itself. */
  readonly startRefused: (more?: More) => ReturnType<typeof startRefused>
}

export async function desktopPlace(): Promise<DesktopPlace> {
  const place = await mkdtemp(join(tmpdir(), 'linwu-desktop-'))
  const folder = join(place, 'station')
  const running: DesktopProgram[] = []
  // One for all starts, because Chromium's storage belongs to it.
  const port = await freePort()
  const options = (more: More): DesktopOptions => ({ place, port, flags: ['--station', folder], ...more })
  const endAll = async (): Promise<void> => {
    await Promise.all(running.splice(0).map((program) => program.kill()))
  }
  afterAll(async () => {
    await endAll()
    await rm(place, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  })
  return {
    place,
    folder,
    start: async (more = {}) => {
      const program = await startDesktop(options(more))
      program.context.setDefaultTimeout(15_000)
      running.push(program)
      return program
    },
    endAll,
    startRefused: (more = {}) => startRefused(options(more)),
  }
}
