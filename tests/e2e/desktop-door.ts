/** The built desktop edition, on the stand-in or on a real Electron: program and window come and go together. */
import { join } from 'node:path'
import { startDesktop } from '../desktop/desktop-program.ts'
import { startElectron } from '../desktop/electron-program.ts'
import { clearOrigin, throwAway, type DoorHands, type Frame } from './door-hands.ts'

const start = process.env['LINWU_ELECTRON'] ? startElectron : startDesktop

export function desktopDoor({ place, port, flags, watch }: Frame): DoorHands {
  let program: Awaited<ReturnType<typeof start>> | null = null

  const take = (): typeof program => {
    const running = program
    program = null
    return running
  }
  const stopServer = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    const running = take()
    await (signal === 'SIGTERM' ? running?.stop() : running?.kill())
  }
  const newProfile = async (): Promise<void> => {
    await stopServer('SIGTERM')
    await throwAway(join(place, 'config'))
  }
  const browserOnly = (): never => {
    throw new Error('browser edition only: name it in doors.ts')
  }

  return {
    start: async () => {
      if (program) await program.page.goto(`${program.origin}/`)
      else program = await start({ place, port, flags, watch: (context, origin) => watch(context, `${origin}/`) })
      return program.page
    },
    startServer: browserOnly,
    newTab: browserOnly,
    killAll: () => stopServer('SIGKILL'),
    stopServer,
    newProfile,
    forget: (page) => (program ? clearOrigin(page, program.origin) : newProfile()),
    close: () => stopServer('SIGKILL'),
  }
}
