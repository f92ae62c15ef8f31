/** `npm run --silent linwu -- …`: builds when needed, says nothing of it on standard output, then is `linwu`. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, ROOT } from './ensure-built.mjs'

const program = join(ROOT, 'out/main/linwu.js')
try {
  await ensureBuilt()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
process.argv[1] = program
await import(pathToFileURL(program).href)
