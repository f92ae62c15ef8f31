/** LibreOffice and poppler, which open what the program wrote as somebody else's program would; installed where allowed. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** To add one: here, and the package that has it below. */
const PROGRAMS = ['soffice', 'pdftotext', 'pdftoppm', 'pdffonts', 'pdfinfo'] as const
export type OfficeProgram = (typeof PROGRAMS)[number]

const PACKAGES = [
  'libreoffice-calc-nogui',
  'libreoffice-writer-nogui',
  'libreoffice-draw-nogui',
  'poppler-utils',
  'fonts-noto-cjk',
]

/** Where installers put LibreOffice when it is not on the PATH. To add one: a line here. */
const PLACES: Partial<Record<OfficeProgram, readonly string[]>> = {
  soffice: [
    '/usr/lib/libreoffice/program/soffice',
    '/opt/libreoffice/program/soffice',
    '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  ],
}

function find(program: OfficeProgram): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  const name = process.platform === 'win32' ? `${program}.exe` : program
  return [...folders.map((folder) => join(folder, name)), ...(PLACES[program] ?? [])].find(existsSync) ?? null
}

const missing = (): readonly OfficeProgram[] => PROGRAMS.filter((program) => find(program) === null)

const apt = (...args: readonly string[]): boolean =>
  spawnSync('apt-get', [...args, '-qq', '-y'], {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

/** Paths of all programs. Installs them as root where there is apt-get; throws one line when one is missing then. */
export function ensureOffice(): Readonly<Record<OfficeProgram, string>> {
  if (missing().length > 0 && process.getuid?.() === 0 && apt('update'))
    apt('install', '--no-install-recommends', ...PACKAGES)
  const still = missing().join(', ')
  if (still !== '') {
    const install = `apt-get install --no-install-recommends ${PACKAGES.join(' ')}`
    throw new Error(`没有 ${still}：请装（Debian：${install}）。 · No ${still}: install it (Debian: ${install}).`)
  }
  return Object.fromEntries(PROGRAMS.map((program) => [program, find(program)!])) as Record<OfficeProgram, string>
}
