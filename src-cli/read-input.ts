/** Files that the user names: the password, the table to import, the mapping. */
import { readFile } from 'node:fs/promises'
import { errno } from '#host/file-system.ts'
import { ok, type Result } from '#core/lib/result.ts'
import { misused, refused, type Failed, type Given } from './command.ts'

export async function readInput(file: string): Promise<Result<Uint8Array, Failed>> {
  try {
    return ok(new Uint8Array(await readFile(file)))
  } catch (error) {
    return refused({ code: errno(error) === 'ENOENT' ? 'no-such-file' : 'file-unreadable', words: { file } })
  }
}

/** The first line of --password-file, without its line end: editors add one. */
export async function readPassword(given: Given, usage: string): Promise<Result<string, Failed>> {
  const file = given.option('password-file')
  if (file === undefined) return misused({ code: 'missing-option', words: { word: 'password-file', usage } })
  try {
    const password = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '').split(/\r?\n/)[0]!
    return password === '' ? refused({ code: 'empty-password', words: { file } }) : ok(password)
  } catch {
    return refused({ code: 'no-password-file', words: { file } })
  }
}
