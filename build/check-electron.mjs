/**
 * `npm run check:electron [-- --electron PATH]`: the end-to-end suite on a real Electron, for whoever has it. Where there is none, or
 * it cannot run here, one line says what is missing and the exit code is 2: nothing was checked.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { electronBinary, hasScreen } from './electron-binary.mjs'
import { ROOT } from './ensure-built.mjs'

const NOTHING_CHECKED = 2
const stop = (chinese, english) => {
  console.error(`${chinese} · ${english}`)
  process.exit(NOTHING_CHECKED)
}

const { values, positionals } = parseArgs({ options: { electron: { type: 'string' } }, allowPositionals: true })
const named = values.electron ?? process.env.LINWU_ELECTRON
const binary = named ? resolve(named) : electronBinary()
if (binary === null || !existsSync(binary))
  stop(
    '没有查：本机没有 Electron。能上网时运行 npx install-electron，或用 --electron 指定它的程序。',
    'Nothing was checked: there is no Electron on this computer. Where there is a network run npx install-electron, or name its program with --electron.',
  )
if (!hasScreen())
  stop(
    '没有查：没有屏幕（DISPLAY）。请在桌面上运行，或用 xvfb-run -a npm run check:electron。',
    'Nothing was checked: there is no screen (DISPLAY). Run it on a desktop, or with xvfb-run -a npm run check:electron.',
  )
const asked = spawnSync(binary, ['--version', '--no-sandbox'], { encoding: 'utf8', timeout: 30_000 })
if (asked.status !== 0)
  stop(
    `没有查：${binary} 在本机运行不了（${asked.error?.code ?? asked.status}）。请装上它缺的系统库。`,
    `Nothing was checked: ${binary} does not run here (${asked.error?.code ?? asked.status}). Install the system libraries it lacks.`,
  )

console.log(`Electron ${asked.stdout.trim()}: ${binary}`)
const { status } = spawnSync(
  process.execPath,
  [
    join(ROOT, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    'browser',
    ...(positionals.length > 0 ? positionals : ['tests/e2e']),
  ],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, TZ: 'UTC', LINWU_DOOR: 'desktop', LINWU_ELECTRON: binary } },
)
process.exit(status ?? 1)
