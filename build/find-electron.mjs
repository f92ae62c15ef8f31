/** Electron's program on this computer, for a platform and a processor. Nothing is ever fetched from here. */
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ROOT } from './ensure-built.mjs'

const PROGRAM = { win32: 'electron.exe', linux: 'electron' }

/** Machine numbers of the two formats. To add one: a line in both. */
const ELF = { 62: 'x64', 183: 'arm64' }
const PE = { 0x8664: 'x64', 0xaa64: 'arm64' }

/** The processor that a program is for, from its head; null for anything else. */
export const programArch = (path) => {
  const head = Buffer.alloc(4096)
  const file = openSync(path, 'r')
  try {
    readSync(file, head, 0, head.length, 0)
  } finally {
    closeSync(file)
  }
  if (head.readUInt32BE(0) === 0x7f454c46) return ELF[head.readUInt16LE(18)] ?? null
  if (head.toString('latin1', 0, 2) !== 'MZ') return null
  // The field at 60 says where "PE\0\0" stands; the machine follows it.
  const at = head.readUInt32LE(60)
  return at + 6 <= head.length && head.toString('latin1', at, at + 2) === 'PE'
    ? (PE[head.readUInt16LE(at + 4)] ?? null)
    : null
}

const VERSION = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).devDependencies.electron

/** An unpacked Electron names its version in a file; the archives name it in their names. */
const isRightVersion = (folder) =>
  !existsSync(join(folder, 'version')) ||
  readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '') === VERSION

const holds = (folder, platform, arch) => {
  if (!existsSync(folder)) return false
  const program = join(folder, PROGRAM[platform])
  if (existsSync(program)) return programArch(program) === arch && isRightVersion(folder)
  return readdirSync(folder).includes(`electron-v${VERSION}-${platform}-${arch}.zip`)
}

/**
 * `named`: the folder that somebody named, or null for the one that npx install-electron fills. The folder, or null when Electron
 * in the version of package.json is missing there for one of `archs`.
 */
export const findElectron = (named, platform, archs) => {
  const folder = named ?? process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(ROOT, 'node_modules/electron/dist')
  return archs.every((arch) => holds(folder, platform, arch)) ? resolve(folder) : null
}

/** One line for whoever asked. */
export const noElectron = (platform, archs) =>
  `没有 Electron ${VERSION}（${platform} ${archs.join('、')}），没有做安装包：请先运行 npx install-electron，或用 --electron 指定它的文件夹` +
  ` · Electron ${VERSION} (${platform} ${archs.join(', ')}) is missing, nothing was made: run npx install-electron, or name its folder with --electron`
