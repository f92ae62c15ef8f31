/** Drafts stand in two places, and the newer one of each counts. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DraftForm } from '#app/desk/shapes.ts'
import { newProfile, openWorld, SET_UP } from './desk-world.ts'

let folder: string
beforeEach(async () => {
  newProfile()
  folder = await mkdtemp(join(tmpdir(), 'linwu-drafts-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Beyond the pause after which the folder's copy is written. */
const PAUSED_MS = 600
const draft = (title: string): DraftForm => ({
  id: 'draft-0001',
  form: 'intake',
  title,
  changedAt: '2026-11-22T09:02:11+08:00',
  values: { title },
})

/** What a power cut leaves: the folder as it is, nothing that still waited. */
async function cutAndOpenAgain(world: Awaited<ReturnType<typeof openWorld>>) {
  await world.host.close()
  const again = await openWorld(folder)
  expect((await again.desk.unlock(SET_UP.password, 'user')).ok).toBe(true)
  return again
}

test('of two changes within one second the later one counts, although only the browser has it', async () => {
  const world = await openWorld(folder)
  await world.desk.setUp(SET_UP)
  await world.desk.putDraft(draft('灯'))
  await wait(PAUSED_MS)
  await world.desk.putDraft(draft('灯坏了'))
  const again = await cutAndOpenAgain(world)
  expect((await again.desk.drafts()).map(({ title }) => title)).toEqual(['灯坏了'])
  await again.close()
})

test('what only the browser still has goes into the folder, and opens without the browser', async () => {
  const world = await openWorld(folder)
  await world.desk.setUp(SET_UP)
  await world.desk.putDraft(draft('灯坏了'))
  const again = await cutAndOpenAgain(world)
  await again.desk.drafts()
  await again.close()
  newProfile()
  const elsewhere = await openWorld(folder)
  await elsewhere.desk.unlock(SET_UP.password, 'user')
  expect((await elsewhere.desk.drafts()).map(({ title }) => title)).toEqual(['灯坏了'])
  await elsewhere.close()
})
