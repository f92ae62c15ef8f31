/** Locking forgets everything, but nothing that is opened after it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newProfile, openWorld, SET_UP } from './desk-world.ts'

let folder: string
beforeEach(async () => {
  newProfile()
  folder = await mkdtemp(join(tmpdir(), 'linwu-lock-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('whoever is quicker with the password than the lock with its writing stays unlocked', async () => {
  const { desk, close } = await openWorld(folder)
  await desk.setUp(SET_UP)
  const locked = desk.lock()
  const opened = desk.unlock(SET_UP.password, 'user')
  await locked
  expect((await opened).ok).toBe(true)
  expect((await desk.counts()).total).toBe(0)
  await close()
})
