/** 上报材料 as the desk makes it: what the month's figures count stands in the ledger, and a name in an open text is said. */
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { counterDesk } from '#app/services/counter-desk.ts'
import type { Command } from '#core/commands.ts'
import { monthOf } from '#core/figures/period.ts'
import { provider } from '../e2e/seed-station.ts'
import { INTAKE, newFolder, newProfile, openWorld, removeFolder, SET_UP, type World } from './desk-world.ts'

let folder: string
let now: number
let world: World
beforeEach(async () => {
  newProfile()
  folder = await newFolder()
  now = Date.parse('2026-03-02T01:00:00Z')
  world = await openWorld(folder, undefined, () => now)
  const opened = await world.desk.setUp(SET_UP)
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
})
afterEach(async () => {
  await world.close()
  await removeFolder(folder)
})
async function run(command: Command): Promise<string> {
  const saved = await world.desk.run(command)
  if (!saved.ok) throw new Error(JSON.stringify(saved.error))
  now += 60_000
  return saved.value.entities[0]!
}
const MARCH = monthOf('2026-03-02')
const make = (period = MARCH) => world.desk.firstDayPack({ period, language: 'zh-CN' })

test('cases of the month and those still open at its end; a password of its own each time', async () => {
  await run({ name: 'receive-case', input: INTAKE })
  now = Date.parse('2026-04-02T01:00:00Z')
  await run({ name: 'receive-case', input: INTAKE })
  const march = await make()
  expect(march).toMatchObject({ name: '上报材料-槐树里社区服务站-2026年3月.zip', cases: 1, gaps: 0, leaks: [] })
  expect(march.files.map(({ name }) => name)).toEqual([
    '社区服务月报-2026年3月.docx',
    '去标识台账-2026年3月.xlsx',
    '服务缺口报告-2026年3月.xlsx',
  ])
  // The one of March is open still, and the second came.
  expect((await make(monthOf('2026-04-02'))).cases).toBe(2)
  expect((await make()).password).not.toBe(march.password)
  expect((await make(monthOf('2026-02-02'))).cases).toBe(0)
})

test('an organisation that is called like a resident is pointed out before the file is sent', async () => {
  const id = await run({ name: 'receive-case', input: INTAKE })
  const to = await run(provider({ name: '王素兰家电维修', serviceType: 'market' }))
  await run({ name: 'classify', input: { case: id, serviceType: 'market', category: '', reason: '' } })
  await run({ name: 'dispatch', input: { case: id, provider: to, reason: '', demand: '', ground: 'no-personal-data', fieldsSent: ['title'] } }) // prettier-ignore
  expect((await make()).leaks).toContain('王素兰')
})

test('in counter view the password stays hidden', async () => {
  const counter = counterDesk(world.desk, { isOn: () => true, noteDraft: () => undefined, isOwnDraft: () => false })
  const { password } = await counter.firstDayPack({ period: MARCH, language: 'zh-CN' })
  expect(password).not.toMatch(/[a-z0-9]{4}-/)
})

test('that it was made stands in the history: who, when, which month, the file’s hash; the password nowhere', async () => {
  await run({ name: 'receive-case', input: INTAKE })
  const pack = await make()
  const [made, ...more] = await world.desk.packsMade()
  expect(more).toEqual([])
  expect(made).toMatchObject({
    ...MARCH,
    file: pack.name,
    bytes: pack.bytes.length,
    cases: 1,
    gaps: 0,
    by: SET_UP.userName,
  })
  expect(made!.sha256).toBe(createHash('sha256').update(pack.bytes).digest('hex'))
  expect(JSON.stringify(made)).not.toContain(pack.password)
  expect(pack.isNoted).toBe(true)
})
