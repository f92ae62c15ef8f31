/** Before the browser tests, however they are started: a build of the sources as they are, and a Chromium. */
import { ensureBuilt } from '../build/ensure-built.mjs'
import { ensureChromium } from './chromium.ts'

export const setup = async (): Promise<void> => {
  try {
    // Looked for once; the test files find it in their environment.
    process.env['CHROMIUM'] = ensureChromium()
  } catch (error) {
    // Said once. Each browser test then fails by itself, and all the others still run.
    console.error((error as Error).message)
    process.env['CHROMIUM'] = 'missing'
  }
  await ensureBuilt()
}
