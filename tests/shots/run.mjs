/**
 * `npm run shots [-- --out DIR] [--only NAME]… [--frame NAME]… [--docs]`: the real program with its demonstration, and a picture
 * of every screen (shots.ts) in every frame (frames.ts), in DIR/<frame>/<name>.png.
 *
 * `--only` takes the beginning of a name and may stand several times, as may `--frame`; `--docs` puts the pictures of the
 * READMEs into docs/pictures.
 */
import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

const ROOT = resolve(import.meta.dirname, '../..')
const USAGE = 'npm run shots -- [--out DIR] [--only NAME]… [--frame NAME]… [--docs]'

const readFlags = () => {
  try {
    return parseArgs({
      options: {
        out: { type: 'string', default: join(ROOT, 'test-results/shots') },
        only: { type: 'string', multiple: true, default: [] },
        frame: { type: 'string', multiple: true, default: [] },
        docs: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    console.error(`${error.message}\n${USAGE}`)
    process.exit(2)
  }
}

const { out, only, frame, docs } = readFlags()
const flags = { out: resolve(out), only, frames: frame, docs }
const { status } = spawnSync(
  process.execPath,
  [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--config', join(import.meta.dirname, 'vitest.config.ts')],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, LINWU_SHOTS_FLAGS: JSON.stringify(flags) } },
)
console.log(`${flags.out}`)
process.exitCode = status ?? 1
