/**
 * What electron-builder makes of `out/`. build/package.mjs and tests/packaging read it; docs/packaging.md says why.
 *
 * Nothing here may fetch anything at run time: no updater (`publish: null`) and nothing that serves one, no `node_modules`.
 */
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { glibcNeeded } from './glibc-needed.mjs'

const BUILD = resolve(import.meta.dirname)

/** File, command and folder names stay ASCII: old unpackers, consoles and backup programs stumble over others. */
const EXECUTABLE = 'linwu-desktop'
const SHOWN_NAME = '邻务'
const MAKER = 'Linwu contributors'
/** A .deb must name an address and a home page; whoever hands installers out puts his own here. `.invalid` belongs to nobody. */
const MAKER_MAIL = 'linwu@linwu.invalid'
const HOMEPAGE = 'https://linwu.invalid/'

/** Per platform. To add one: its name here and its options below. */
export const TARGETS = { win32: ['nsis'], linux: ['deb', 'tar.gz'] }

/**
 * Switches burnt into Electron's binary. To add one: a line here, one in tests/packaging/fuses.ts and its reason in docs/packaging.md.
 * Electron 45 has a later one that @electron/fuses 1.8 cannot name (wasmTrapHandlers); it keeps Electron's own choice.
 */
const fusesFor = (platform) => ({
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  // Electron checks the archive against its executable on Windows; on Linux there is no such check.
  enableEmbeddedAsarIntegrityValidation: platform === 'win32',
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
})

/** glibc 2.28: UOS 20, Kylin V10 and Debian 10. Stated in docs/packaging.md as well. */
const GLIBC_MINOR = 28

/** Electron promises no glibc of its own, so each one is asked before it is packed. */
const refuseNewerGlibc = (folder) => {
  const { minor, file } = glibcNeeded(folder)
  if (minor > GLIBC_MINOR)
    throw new Error(
      `这个 Electron（${file}）要 glibc 2.${minor}，高于声明的 2.${GLIBC_MINOR}：换一个版本，或改 build/electron-builder.config.mjs 和 docs/packaging.md` +
        ` · This Electron (${file}) needs glibc 2.${minor}, above the stated 2.${GLIBC_MINOR}: take another, or change both files`,
    )
}

/** Debian 10's names, which UOS 20 and Kylin V10 use; later systems provide them under the same names. */
const DEB_DEPENDS = [
  `libc6 (>= 2.${GLIBC_MINOR})`, 'libgtk-3-0', 'libnotify4', 'libnss3', 'libxss1', 'libxtst6', 'xdg-utils', 'libatspi2.0-0',
  'libuuid1', 'libsecret-1-0', 'libgbm1', 'libasound2',
] // prettier-ignore

const windows = {
  executableName: EXECUTABLE,
  icon: join(BUILD, 'icons/icon.ico'),
  requestedExecutionLevel: 'asInvoker',
}

const nsis = {
  artifactName: 'linwu-${version}-windows-${arch}-setup.${ext}',
  oneClick: false,
  perMachine: true,
  // A folder that every account may write would let anyone replace the program.
  allowToChangeInstallationDirectory: false,
  // One installer per processor: both in one would double what travels on a USB stick.
  buildUniversalInstaller: false,
  installerLanguages: ['zh_CN', 'en_US'],
  shortcutName: SHOWN_NAME,
  uninstallDisplayName: SHOWN_NAME,
  // The station and its second copy outlive the program.
  deleteAppDataOnUninstall: false,
  // Only serves updaters.
  differentialPackage: false,
}

const linux = {
  executableName: EXECUTABLE,
  syncDesktopName: true,
  icon: join(BUILD, 'icons'),
  category: 'Office',
  artifactName: 'linwu-${version}-linux-${arch}.${ext}',
  maintainer: `${MAKER} <${MAKER_MAIL}>`,
  synopsis: '社区服务站诉求办理',
  description: '登记居民诉求，转给合适的单位，跟进、答复、回访。不联网也能用。',
  desktop: {
    entry: {
      Name: SHOWN_NAME,
      'Name[en]': 'Linwu',
      GenericName: '社区服务站诉求办理',
      'GenericName[en]': 'Community case work',
      'Comment[en]': 'Log residents’ requests, route them, follow up, answer, revisit. Works offline.',
      Keywords: '诉求;工单;社区;linwu;',
    },
  },
}

const deb = {
  depends: DEB_DEPENDS,
  packageCategory: 'misc',
  // Debian 10's dpkg cannot unpack zstd.
  compression: 'xz',
  afterInstall: join(BUILD, 'deb/after-install.tpl'),
  afterRemove: join(BUILD, 'deb/after-remove.tpl'),
}

/**
 * `platform`: 'win32' or 'linux'. `electronDist`: a folder with an unpacked Electron, or with the archives that Electron publishes.
 * `output`: where the packages go.
 */
export const packageConfig = ({ platform, electronDist, output }) => ({
  appId: 'org.linwu.station',
  // On Linux this becomes the folder below /opt; there the shown name stands in the desktop entry.
  productName: platform === 'linux' ? 'linwu' : SHOWN_NAME,
  copyright: 'Apache-2.0',
  directories: { output, buildResources: join(BUILD, 'icons') },
  files: ['package.json', 'out/main/**', 'out/preload/**', 'out/renderer/**', '!**/*.map'],
  extraMetadata: {
    desktopName: `${EXECUTABLE}.desktop`,
    author: { name: MAKER, email: MAKER_MAIL },
    homepage: HOMEPAGE,
  },
  asar: true,
  electronDist,
  // An unpacked Electron brings a demonstration program and a version file.
  afterExtract: ({ appOutDir }) => {
    for (const name of ['resources/default_app.asar', 'version']) rmSync(join(appOutDir, name), { force: true })
    if (platform === 'linux') refuseNewerGlibc(appOutDir)
  },
  // Everything is bundled into out/: no modules to install, rebuild or search for.
  beforeBuild: () => false,
  electronFuses: fusesFor(platform),
  // The program speaks these two; Chromium's other menus and error texts are some 30 MB.
  electronLanguages: ['zh-CN', 'en-US'],
  publish: null,
  toolsets: { nsis: '1.2.1', winCodeSign: '1.1.0' },
  win: windows,
  nsis,
  linux,
  deb,
})
