import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A new folder on the real disk, gone after the file's tests. */
export async function tempFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'linwu-test-')))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return folder
}
