/** Programs of others that tests need: Debian's packages, installed where the tests are root and there is apt-get. */
import { spawnSync } from 'node:child_process'

const apt = (...words: readonly string[]): boolean =>
  spawnSync('apt-get', [...words, '-qq', '-y'], {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

/** On the PATH and answering to `words`. */
export const answers = (program: string, ...words: readonly string[]): boolean =>
  spawnSync(program, words, { stdio: 'ignore' }).error === undefined

/** `missing` is asked before and after. Throws one line when something is missing and cannot be installed. */
export function ensureInstalled(missing: () => readonly string[], packages: readonly string[]): void {
  if (missing().length > 0 && process.getuid?.() === 0 && apt('update'))
    apt('install', '--no-install-recommends', ...packages)
  const still = missing().join(', ')
  if (still === '') return
  const install = `apt-get install --no-install-recommends ${packages.join(' ')}`
  throw new Error(`没有 ${still}：请装（Debian：${install}）。 · No ${still}: install it (Debian: ${install}).`)
}
