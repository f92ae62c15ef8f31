/**
 * A folder that looks like an unpacked Electron to electron-builder: the real one is fetched from outside the package registry, so
 * tests must do without. Its program starts nothing; it carries what is read and changed when packing. (resedit comes with
 * electron-builder, which edits Windows programs with it.)
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'
import { fuseWire } from './fuses.ts'

export type Arch = 'x64' | 'arm64'

/** The machine's number in the heads of the two formats. */
const ELF_MACHINE = { x64: 62, arm64: 183 } as const
const PE_MACHINE = { x64: 0x8664, arm64: 0xaa64 } as const

/** The first 20 bytes of a program of Linux, what it asks of glibc, then the wire as Electron 45 is delivered. */
export function linuxProgram(arch: Arch, glibc: string): Buffer {
  const head = Buffer.alloc(64)
  head.writeUInt32BE(0x7f454c46, 0)
  head.writeUInt16LE(ELF_MACHINE[arch], 18)
  return Buffer.concat([head, Buffer.from(`\0GLIBC_2.2.5\0GLIBC_${glibc}\0`), fuseWire()])
}

/** A program of Windows with nothing but a version resource, which electron-builder rewrites and adds the archive's hash to. */
function windowsProgram(arch: Arch): Buffer {
  const program = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(program)
  const version = Resource.VersionInfo.createEmpty()
  version.setFileVersion(45, 4, 1, 0, 1033)
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron', FileDescription: 'Electron' })
  version.outputToResourceEntries(resources.entries)
  resources.outputResource(program)
  const bytes = Buffer.from(program.generate())
  bytes.writeUInt16LE(PE_MACHINE[arch], bytes.readUInt32LE(60) + 4)
  return Buffer.concat([bytes, fuseWire()])
}

/** Fills `folder` and answers it. */
export function placeElectron(folder: string, platform: 'linux' | 'win32', arch: Arch, version: string): string {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'))
  if (platform === 'linux') {
    writeFileSync(join(folder, 'electron'), linuxProgram(arch, '2.28'), { mode: 0o755 })
    writeFileSync(join(folder, 'chrome-sandbox'), '', { mode: 0o755 })
  } else writeFileSync(join(folder, 'electron.exe'), windowsProgram(arch))
  writeFileSync(join(folder, 'version'), version)
  writeFileSync(join(folder, 'LICENSE'), 'the licence of Electron')
  writeFileSync(join(folder, 'LICENSES.chromium.html'), 'the licences of Chromium')
  writeFileSync(join(folder, 'resources/default_app.asar'), 'a demonstration program')
  for (const language of ['zh-CN', 'zh-TW', 'en-US', 'de'])
    writeFileSync(join(folder, 'locales', `${language}.pak`), language)
  return folder
}
