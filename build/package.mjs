/**
 * `npm run package [-- --dir]`: builds when needed, then makes the installers of this platform below dist/. docs/packaging.md says
 * what they are and where each can be made.
 */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { Arch, build, Platform } from 'electron-builder'
import { packageConfig, TARGETS } from './electron-builder.config.mjs'
import { ensureBuilt, ROOT } from './ensure-built.mjs'
import { findElectron, noElectron } from './find-electron.mjs'

const USAGE = `npm run package -- [--dir] [--arch x64|arm64] [--platform win32|linux] [--electron DIR] [--out DIR]
  --dir           只做出装好后的文件夹，不做安装包 · stop at the folder that would be installed
  --arch A        x64 或 arm64，可写多次；默认本机 · may be repeated; this computer's by default
  --platform P    win32 或 linux；默认本机 · this computer's by default
  --electron DIR  解开的 Electron，或放着官方 zip 的文件夹 · an unpacked Electron, or a folder of its published archives
  --out DIR       默认 dist · dist by default`

const PLATFORMS = { win32: Platform.WINDOWS, linux: Platform.LINUX }
const ARCHS = { x64: Arch.x64, arm64: Arch.arm64 }

const readFlags = () => {
  const { values } = parseArgs({
    options: {
      dir: { type: 'boolean', default: false },
      arch: { type: 'string', multiple: true, default: [process.arch] },
      platform: { type: 'string', default: process.platform },
      electron: { type: 'string' },
      out: { type: 'string', default: 'dist' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const { dir, platform, arch: archs, electron = null, out, help } = values
  if (!Object.hasOwn(PLATFORMS, platform)) throw new Error(`没有这个平台的安装包 · No packages for: ${platform}`)
  for (const arch of archs)
    if (!Object.hasOwn(ARCHS, arch)) throw new Error(`没有这种处理器的安装包 · No packages for: ${arch}`)
  return { dir, platform, archs, electron, output: resolve(ROOT, out), help }
}

/**
 * Packs out/ as it stands; answers the files made. `dir`: only the folder that would be installed. `inspect` gets what a target
 * hands to its own program (fpm, makensis) and stops that target when it answers true: for tests.
 *
 * @param {{ dir: boolean, platform: 'win32' | 'linux', archs: readonly ('x64' | 'arm64')[], electronDist: string, output: string,
 *   inspect?: (recipe: any) => Promise<boolean> }} wanted
 */
export const makePackages = ({ dir, platform, archs, electronDist, output, inspect }) =>
  build({
    projectDir: ROOT,
    targets: new Map([
      [PLATFORMS[platform], new Map(archs.map((arch) => [ARCHS[arch], dir ? ['dir'] : TARGETS[platform]]))],
    ]),
    config: packageConfig({ platform, electronDist, output }),
    publish: 'never',
    ...(inspect && { effectiveOptionComputed: inspect }),
  })

const main = async () => {
  const { help, electron, ...flags } = readFlags()
  if (help) return console.log(USAGE)
  const electronDist = findElectron(electron, flags.platform, flags.archs)
  if (electronDist === null) throw new Error(noElectron(flags.platform, flags.archs))
  await ensureBuilt({ onBuild: () => console.error('构建中… · building…') })
  for (const file of await makePackages({ ...flags, electronDist })) console.log(file)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await main().catch((error) => {
    console.error(error.message)
    process.exitCode = 1
  })
