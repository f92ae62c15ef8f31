/** Debian's own age, minisign, zip and unzip, as anybody has them who never saw this program; and the page that says how. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { answers, ensureInstalled } from './ensure-installed.ts'

/** To add one: here, and its package. */
const PROGRAMS = ['age', 'age-keygen', 'minisign', 'zip', 'unzip', 'sha256sum'] as const
export type StandardTool = (typeof PROGRAMS)[number]
const PACKAGES = ['age', 'minisign', 'zip', 'unzip', 'coreutils']

export const ensureTools = (): void =>
  ensureInstalled(() => PROGRAMS.filter((program) => !answers(program, '--version')), PACKAGES)

/** Runs it in `folder`; answers what it printed. Throws with its own words when it fails. */
export const tool = (folder: string, program: StandardTool, ...words: readonly string[]): string =>
  ran(folder, program, words)

function ran(folder: string, program: string, words: readonly string[]): string {
  const done = spawnSync(program, words, { encoding: 'utf8', cwd: folder })
  if (done.status !== 0) throw new Error(`${program} ${words.join(' ')}: ${done.status} ${done.stderr}${done.stdout}`)
  return done.stdout
}

const PAGE = resolve(import.meta.dirname, '../../docs/formats.md')
const KEY_WORDS = '<public key of the sending PC>'

/** The three commands as docs/formats.md prints them. */
export function threeCommands(): readonly string[] {
  const section = readFileSync(PAGE, 'utf8').split('### To open and verify one with standard tools')[1] ?? ''
  const lines = (section.split('```')[1] ?? '').trim().split('\n')
  if (lines.length !== 3 || !lines[2]!.includes(KEY_WORDS))
    throw new Error('docs/formats.md: not three commands any more')
  return lines
}

/**
 * The three commands, typed as they are printed but for the key's place, in a folder with KEY.txt and FILE.zip.age. Answers what
 * minisign said; the files lie in `bundle`.
 */
export const openByThreeCommands = (folder: string, signs: string): string =>
  threeCommands()
    .map((line) => ran(folder, 'sh', ['-c', line.replace(KEY_WORDS, signs)]))
    .at(-1)!

/** Every file that bundle.json lists, as `sha256sum -c` sees it; throws when one differs or is missing. Answers how many. */
export function checkSums(folder: string): number {
  const { files } = JSON.parse(readFileSync(join(folder, 'bundle', 'bundle.json'), 'utf8')) as {
    files: readonly { name: string; sha256: string }[]
  }
  const sums = files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('')
  const done = spawnSync('sha256sum', ['-c', '--strict', '-'], { encoding: 'utf8', cwd: join(folder, 'bundle'), input: sums }) // prettier-ignore
  if (done.status !== 0) throw new Error(`sha256sum: ${done.stdout}${done.stderr}`)
  return files.length
}
