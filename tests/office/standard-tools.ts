/** Debian's own age, minisign, zip and unzip, as anybody has them who never saw this program; installed where allowed. */
import { spawnSync } from 'node:child_process'

/** To add one: here, and its package. */
const PROGRAMS = ['age', 'age-keygen', 'minisign', 'zip', 'unzip', 'sha256sum'] as const
export type StandardTool = (typeof PROGRAMS)[number]
const PACKAGES = ['age', 'minisign', 'zip', 'unzip', 'coreutils']

const run = (program: string, words: readonly string[], folder?: string) =>
  spawnSync(program, words, {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
const missing = (): readonly string[] =>
  PROGRAMS.filter((program) => run('sh', ['-c', `command -v ${program}`]).status !== 0)

/** Throws one line when one is missing and cannot be installed. */
export function ensureTools(): void {
  const isRoot = process.getuid?.() === 0
  if (missing().length > 0 && isRoot && run('apt-get', ['update', '-qq', '-y']).status === 0)
    run('apt-get', ['install', '-qq', '-y', '--no-install-recommends', ...PACKAGES])
  const still = missing().join(', ')
  if (still === '') return
  const install = `apt-get install --no-install-recommends ${PACKAGES.join(' ')}`
  throw new Error(`没有 ${still}：请装（Debian：${install}）。 · No ${still}: install it (Debian: ${install}).`)
}

/** Runs it in `folder`; answers what it printed. Throws with its own words when it fails. */
export function tool(folder: string, program: StandardTool, ...words: readonly string[]): string {
  const ran = run(program, words, folder)
  if (ran.status !== 0) throw new Error(`${program} ${words.join(' ')}: ${ran.status} ${ran.stderr}${ran.stdout}`)
  return ran.stdout
}
