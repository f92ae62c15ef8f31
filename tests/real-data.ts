/** Real files for tests, outside the project; a fresh checkout does not have them. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { TestContext } from 'vitest'

const FOLDER = resolve(import.meta.dirname, '../../shared/data')

export const realFile = (name: string): string => resolve(FOLDER, name)

/** Skips the test when the file is absent. */
export function realBytes(context: TestContext, name: string): Uint8Array {
  if (!existsSync(realFile(name))) context.skip('skipped: no real data')
  return new Uint8Array(readFileSync(realFile(name)))
}
