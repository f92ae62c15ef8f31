/** 7-Zip, which opens what the program sealed as an officer's program would; installed where allowed. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { answers, ensureInstalled } from './ensure-installed.ts'

export const ensureSevenZip = (): void => ensureInstalled(() => (answers('7z', 'i') ? [] : ['7z']), ['7zip'])

export type Entry = { readonly name: string; readonly method: string; readonly encrypted: boolean }

export function entriesOf(zip: string): Entry[] {
  const { stdout } = spawnSync('7z', ['l', '-slt', '-p', zip], { encoding: 'utf8' })
  return stdout
    .split('----------')[1]!
    .split('\n\n')
    .flatMap((block) => {
      const said = (key: string): string => new RegExp(`^${key} = (.*)$`, 'm').exec(block)?.[1] ?? ''
      return said('Path') === '' ? [] : [{ name: said('Path'), method: said('Method'), encrypted: said('Encrypted') === '+' }] // prettier-ignore
    })
}

/** Null when the password is refused; 7-Zip leaves empty or broken files then. */
export function unpacked(zip: string, password: string, out: string, names: readonly string[]): Uint8Array[] | null {
  const ran = spawnSync('7z', ['x', '-y', `-p${password}`, `-o${out}`, zip], { encoding: 'utf8' })
  if (ran.status !== 0) return null
  return names.map((name) => readFileSync(join(out, name)))
}
