/** Before the browser tests, however they are started: a build of the sources as they are, a Chromium, and the door that is used. */
import { ensureBuilt } from '../build/ensure-built.mjs'
import { ensureChromium } from './chromium.ts'
import { buildStandIn, CANNOT_PROVE } from './desktop/build-stand-in.ts'
import { BROWSER_ONLY_FILES, BROWSER_ONLY_STEPS, DOOR } from './e2e/doors.ts'

export const setup = async (): Promise<void> => {
  try {
    // Looked for once; the test files find it in their environment.
    process.env['CHROMIUM'] = ensureChromium()
  } catch (error) {
    // Said once. Each browser test then fails by itself, and all the others still run.
    console.error((error as Error).message)
    process.env['CHROMIUM'] = 'missing'
  }
  const electron = process.env['LINWU_ELECTRON']
  if (!electron) process.env['LINWU_STAND_IN'] = await buildStandIn()
  await ensureBuilt()
  console.log(`door: ${DOOR}${DOOR === 'desktop' ? ` (${electron ?? 'stand-in for Electron'})` : ''}`)
  if (DOOR === 'desktop') {
    if (!electron) console.log(CANNOT_PROVE)
    for (const [what, reason] of Object.entries({ ...BROWSER_ONLY_FILES, ...BROWSER_ONLY_STEPS }))
      console.log(`browser edition only: ${what} (${reason})`)
  }
}
