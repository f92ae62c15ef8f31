/** LibreOffice and poppler, which open what the program wrote as somebody else's program would; installed where allowed. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ensureInstalled } from './ensure-installed.ts'

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

/** Paths of all programs. */
export function ensureOffice(): Readonly<Record<OfficeProgram, string>> {
  ensureInstalled(missing, PACKAGES)
  return Object.fromEntries(PROGRAMS.map((program) => [program, find(program)!])) as Record<OfficeProgram, string>
}
