/** Packs the real build around a placeholder Electron, for both systems, without a network. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ensureBuilt, ROOT } from '../../build/ensure-built.mjs'
import { findElectron } from '../../build/find-electron.mjs'
import { makePackages } from '../../build/package.mjs'
import { readImports } from '../architecture/imports.ts'
import { readAsar } from './asar.ts'
import { FUSES, readFuses } from './fuses.ts'
import { linuxProgram, placeElectron } from './placeholder-electron.ts'

/** ARCHITECTURE: what the program adds to Electron itself. */
const ARCHIVE_LIMIT_BYTES = 12 * 1024 * 1024

const { version, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  version: string
  devDependencies: { electron: string }
}
const folder = mkdtempSync(join(tmpdir(), 'linwu-packages-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What electron-builder hands to makensis; it could only be run with Wine. */
let nsis: { readonly defines: Readonly<Record<string, unknown>>; readonly commands: Readonly<Record<string, unknown>> }
/** What it hands to fpm, with the content of the files that are gone afterwards. */
type DebRecipe = { readonly args: readonly string[]; readonly entry: string; readonly afterInstall: string; readonly afterRemove: string } // prettier-ignore

const packages = join(folder, 'made')
const electron = (platform: 'linux' | 'win32', arch: 'x64' | 'arm64'): string =>
  placeElectron(join(folder, `electron-${platform}-${arch}`), platform, arch, devDependencies.electron)

/** Stands for 7za, which electron-builder fetches: writes a real gzip for the .tar.gz, and an empty archive for NSIS. */
const SEVEN_ZIP = `
const target = args.find((arg) => /\\.(tar\\.gz|7z)$/.test(arg))
writeFileSync(target, target.endsWith('.gz') ? require('node:zlib').gzipSync(readFileSync(args.at(-1)), { level: 1 }) : '')
`

/** Stands for fpm: notes what it is given where the .deb would be. */
const FPM = `
const named = (flag) => readFileSync(args[args.indexOf(flag) + 1], 'utf8')
const entry = readFileSync(args.at(-1).split('=')[0], 'utf8')
const recipe = { args, entry, afterInstall: named('--after-install'), afterRemove: named('--after-remove') }
writeFileSync(args[args.indexOf('--package') + 1], JSON.stringify(recipe))
`

function standIn(name: string, program: string): string {
  const path = join(folder, name)
  const head = `#!${process.execPath}\nconst { readFileSync, writeFileSync } = require('node:fs')\nconst args = process.argv.slice(2)`
  writeFileSync(path, head + program, { mode: 0o755 })
  return path
}

describe.skipIf(process.platform === 'win32')('packages around a placeholder', () => {
  beforeAll(async () => {
    await ensureBuilt()
    mkdirSync(join(folder, 'nsis'))
    writeFileSync(join(folder, 'nsis/elevate.exe'), '')
    vi.stubEnv('ELECTRON_BUILDER_7ZIP_PATH', standIn('7za', SEVEN_ZIP))
    vi.stubEnv('CUSTOM_FPM_PATH', standIn('fpm', FPM))
    vi.stubEnv('ELECTRON_BUILDER_NSIS_DIR', join(folder, 'nsis'))
    // Whatever else it would fetch fails at once, also where there is a network: nobody listens there.
    vi.stubEnv('ELECTRON_BUILDER_BINARIES_MIRROR', 'http://127.0.0.1:9/')
    vi.stubEnv('ELECTRON_MIRROR', 'http://127.0.0.1:9/')
    const inspect = async ([defines, commands]: readonly [
      typeof nsis.defines,
      typeof nsis.commands,
    ]): Promise<boolean> => {
      if (!Object.hasOwn(defines, 'APP_GUID')) return false
      nsis = { defines, commands }
      return true
    }
    for (const platform of ['linux', 'win32'] as const) {
      const started = performance.now()
      const electronDist = electron(platform, 'x64')
      await makePackages({ dir: false, platform, archs: ['x64'], electronDist, output: packages, inspect })
      console.log(`packed for ${platform} in ${((performance.now() - started) / 1000).toFixed(1)} s`)
    }
  }, 120_000)

  const folders = { linux: join(packages, 'linux-unpacked'), win32: join(packages, 'win-unpacked') }
  const programs = { linux: join(folders.linux, 'linwu-desktop'), win32: join(folders.win32, 'linwu-desktop.exe') }

  test.each(['linux', 'win32'] as const)('the fuses in the program for %s', (platform) => {
    expect(readFuses(programs[platform])).toEqual(Object.fromEntries(FUSES.map((fuse) => [fuse.name, fuse[platform]])))
  })

  test.each(['linux', 'win32'] as const)('the archive for %s holds the build and nothing else', (platform) => {
    const path = join(folders[platform], 'resources/app.asar')
    const { files } = readAsar(path)
    const names = [...files.keys()]
    const bytes = statSync(path).size
    console.log(`app.asar for ${platform}: ${names.length} files, ${(bytes / 1024 / 1024).toFixed(1)} MB of 12`)
    expect(bytes).toBeLessThanOrEqual(ARCHIVE_LIMIT_BYTES)
    expect(names.filter((name) => !/^(?:package\.json|out\/(?:main|preload|renderer)\/.+)$/.test(name))).toEqual([])
    expect(names.filter((name) => /node_modules|\.tsx?$|\.map$|\.test\.|(?:^|\/)\./.test(name))).toEqual([])
    expect(names).toEqual(expect.arrayContaining(['out/main/index.js', 'out/preload/preload.cjs', 'out/renderer/index.html', 'out/renderer/icon.svg'])) // prettier-ignore
    const shipped = JSON.parse(files.get('package.json')!.toString('utf8')) as Record<string, unknown>
    expect(shipped).toMatchObject({ name: 'linwu', productName: '邻务', version, main: 'out/main/index.js' })
    expect(shipped).not.toHaveProperty('devDependencies')
    expect(shipped).not.toHaveProperty('scripts')
  })

  test('main and preload import nothing but electron and Node', () => {
    const { files } = readAsar(join(folders.linux, 'resources/app.asar'))
    const foreign: string[] = []
    for (const [name, content] of files) {
      if (!/^out\/(?:main|preload)\/.+\.c?js$/.test(name)) continue
      for (const { specifier } of readImports(name, content.toString('utf8')).imports)
        if (!isOwn(specifier)) foreign.push(`${name}: ${specifier}`)
    }
    expect(foreign).toEqual([])
  })

  test('beside the program: two languages, both licences, no demonstration program', () => {
    for (const place of Object.values(folders)) {
      expect(readdirSync(join(place, 'locales')).toSorted()).toEqual(['en-US.pak', 'zh-CN.pak'])
      const names = readdirSync(place)
      expect(names).toEqual(expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']))
      expect(names).not.toContain('version')
      expect(existsSync(join(place, 'resources/default_app.asar'))).toBe(false)
      expect(existsSync(join(place, 'resources/app-update.yml'))).toBe(false)
    }
  })

  test("Windows: the archive's hash, the name and the icon stand in the program", () => {
    const { entries } = NtExecutableResource.from(NtExecutable.from(readFileSync(programs.win32), { ignoreCert: true }))
    const integrity = entries.find((entry) => entry.type === 'INTEGRITY' && entry.id === 'ELECTRONASAR')
    expect(JSON.parse(Buffer.from(integrity!.bin).toString('utf8'))).toEqual([
      {
        file: 'resources\\app.asar',
        alg: 'SHA256',
        value: readAsar(join(folders.win32, 'resources/app.asar')).headHash,
      },
    ])
    const [info] = Resource.VersionInfo.fromEntries(entries)
    const language = info!.getAllLanguagesForStringValues()[0]!
    expect(info!.getStringValues(language)).toMatchObject({ ProductName: '邻务', FileDescription: '邻务' })
    const [icons] = Resource.IconGroupEntry.fromEntries(entries)
    expect(icons!.icons.map((icon) => icon.width || 256)).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256])
  })

  test('Windows: the installer is for the machine, in two languages, and leaves the station alone', () => {
    const { defines, commands } = nsis
    expect(defines).toMatchObject({
      APP_ID: 'org.linwu.station', PRODUCT_NAME: '邻务', PRODUCT_FILENAME: 'linwu-desktop', APP_FILENAME: 'linwu-desktop',
      SHORTCUT_NAME: '邻务', VERSION: version, INSTALL_MODE_PER_ALL_USERS: null, MUI_ICON: join(ROOT, 'build/icons/icon.ico'),
    }) // prettier-ignore
    expect(defines).not.toHaveProperty('DELETE_APP_DATA_ON_UNINSTALL')
    expect(defines).not.toHaveProperty('allowToChangeInstallationDirectory')
    expect(commands['OutFile']).toBe(`"${join(packages, `linwu-${version}-windows-x64-setup.exe`)}"`)
  })

  test('Linux: the .deb has its place, its menu entry, its icons and what it needs', () => {
    const made = join(packages, `linwu-${version}-linux-amd64.deb`)
    const { args, entry, afterInstall, afterRemove } = JSON.parse(readFileSync(made, 'utf8')) as DebRecipe
    const after = (flag: string): string | undefined => args[args.indexOf(flag) + 1]
    expect(after('--package')).toBe(made)
    expect(after('--deb-compression')).toBe('xz')
    expect(after('--architecture')).toBe('amd64')
    expect(args.filter((_, index) => args[index - 1] === '-d')).toEqual(expect.arrayContaining(['libc6 (>= 2.28)', 'libgtk-3-0', 'libnss3'])) // prettier-ignore
    expect(args).toContain(`${folders.linux}/=/opt/linwu`)
    const icons = args.filter((arg) => arg.includes('/hicolor/'))
    expect(icons).toHaveLength(8)
    for (const icon of icons) {
      const [, from, size, to] = /^(.+\/(\d+)x\2\.png)=(.+)$/.exec(icon) ?? []
      expect(to).toBe(`/usr/share/icons/hicolor/${size}x${size}/apps/linwu-desktop.png`)
      expect(readFileSync(from!).readUInt32BE(16)).toBe(Number(size))
    }
    expect(args.at(-1)).toMatch(/=\/usr\/share\/applications\/linwu-desktop\.desktop$/)
    expect(entry.split('\n')).toEqual(expect.arrayContaining([
      '[Desktop Entry]', 'Name=邻务', 'Name[en]=Linwu', 'Exec=/opt/linwu/linwu-desktop %U', 'Icon=linwu-desktop',
      'StartupWMClass=linwu-desktop', 'Type=Application', 'Terminal=false', 'Categories=Office;',
    ])) // prettier-ignore
    expect(afterInstall).toContain("chmod 4755 '/opt/linwu/chrome-sandbox'")
    for (const script of [afterInstall, afterRemove]) {
      expect(script).not.toContain('${')
      expect(spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
    }
  })

  test('Linux: the .tar.gz is one folder with the program and the archive', () => {
    const path = join(packages, `linwu-${version}-linux-x64.tar.gz`)
    const { stdout } = spawnSync('tar', ['-tzf', path], { encoding: 'utf8' })
    const names = stdout.split('\n').filter(Boolean)
    const top = `linwu-${version}-linux-x64/`
    expect(names.filter((name) => !name.startsWith(top))).toEqual([])
    expect(names).toEqual(expect.arrayContaining([`${top}linwu-desktop`, `${top}resources/app.asar`]))
  })

  test('Electron of another processor or version is not packed', () => {
    const x64 = join(folder, 'electron-linux-x64')
    expect(findElectron(x64, 'linux', ['x64'])).toBe(x64)
    expect(findElectron(x64, 'linux', ['arm64'])).toBeNull()
    expect(findElectron(electron('linux', 'arm64'), 'linux', ['arm64'])).not.toBeNull()
    expect(findElectron(join(folder, 'electron-win32-x64'), 'win32', ['x64'])).not.toBeNull()
    expect(findElectron(electron('win32', 'arm64'), 'win32', ['x64'])).toBeNull()
    const old = placeElectron(join(folder, 'old'), 'linux', 'x64', '44.0.0')
    expect(findElectron(old, 'linux', ['x64'])).toBeNull()
    expect(findElectron(join(folder, 'nowhere'), 'linux', ['x64'])).toBeNull()
  })

  test('Electron that needs a newer glibc than stated is not packed', async () => {
    const electronDist = placeElectron(join(folder, 'newer'), 'linux', 'x64', devDependencies.electron)
    writeFileSync(join(electronDist, 'libffmpeg.so'), linuxProgram('x64', '2.31'))
    const output = join(folder, 'newer-made')
    const making = makePackages({ dir: true, platform: 'linux', archs: ['x64'], electronDist, output })
    await expect(making).rejects.toThrow(/libffmpeg\.so.+glibc 2\.31.+2\.28/s)
  })

  test('without Electron: one line in both languages, nothing made', () => {
    const output = join(folder, 'nothing')
    const args = ['build/package.mjs', '--platform', 'linux', '--electron', join(folder, 'nowhere'), '--out', output]
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' })
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr.trimEnd()).toMatch(/^没有 Electron [^\n]+ · Electron [^\n]+ is missing, nothing was made: [^\n]+$/)
    expect(existsSync(output)).toBe(false)
  })
})

/** Own chunks, electron and what is part of Node. */
const isOwn = (name: string): boolean =>
  name.startsWith('./') || name === 'electron' || name.startsWith('node:') || builtinModules.includes(name)
