/** 诉求分类 as the desk answers: found while typing, changed with its versions, suggested and learned. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Command } from '#core/commands.ts'
import { leafFields } from '#core/category/fields.ts'
import { catalogueSheet } from '#core/settings/category-sheet.ts'
import { writeXlsx } from '#core/sheet/write-sheet.ts'
import { INTAKE, newFolder, newProfile, openWorld, removeFolder, SET_UP, type World } from './desk-world.ts'

let folder: string
let world: World

beforeEach(async () => {
  newProfile()
  folder = await newFolder()
  world = await openWorld(folder)
  await world.desk.setUp(SET_UP)
})
afterEach(async () => {
  await world.close()
  await removeFolder(folder)
})

const run = async (command: Command): Promise<string> => {
  const saved = await world.desk.run(command)
  if (!saved.ok) throw new Error(`${command.name}: ${JSON.stringify(saved.error)}`)
  return saved.value.entities[0]!
}

test('a leaf is found by characters, pinyin initials and code; what begins so stands first', async () => {
  expect((await world.desk.findCategories('井盖'))[0]).toBe('L010202')
  expect(await world.desk.findCategories('jgylm')).toContain('L010202')
  expect((await world.desk.findCategories('0102'))[0]).toBe('L010201')
  expect(await world.desk.findCategories('zzzz')).toEqual([])
})

test('a change holds from its day, its versions are kept, and a decided case keeps its name', async () => {
  const id = await run({
    name: 'receive-case',
    input: { ...INTAKE, serviceType: 'administrative', category: 'L010202' },
  })
  const { leaves } = await world.desk.categories()
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const leaf = leafFields(leaves.find(({ code }) => code === 'L010202')!)
  await run({ name: 'save-category', input: { ...leaf, nameZh: '井盖', author: '本站', inForce: today } })
  const shown = await world.desk.categories()
  expect(shown.changed).toEqual(['L010202'])
  expect(shown.leaves.find(({ code }) => code === 'L010202')!.name.zh).toBe('井盖')
  const versions = await world.desk.categoryVersions('L010202')
  expect(versions.map((one) => [one.leaf.name.zh, one.by])).toEqual([
    ['井盖', SET_UP.userName],
    ['井盖与路面塌陷', null],
  ])
  const view = await world.desk.caseView(id)
  expect(view!.categoryNames['L010202']).toBeDefined()
  expect(view!.file.acts.filter(({ type }) => type === 'classification')).toHaveLength(1)
})

test('a table is read and checked, and nothing of it saved', async () => {
  const { leaves } = await world.desk.categories()
  const bytes = writeXlsx([catalogueSheet([{ ...leaves[0]!, limit: 'soon' }], 'zh')])
  const plan = await world.desk.readCategories('分类.xlsx', bytes)
  expect(plan).toMatchObject({ ok: true, value: { problems: [{ row: 2, column: 'limit', problem: 'unknown-limit' }] } })
  expect((await world.desk.categories()).changed).toEqual([])
  expect(await world.desk.readCategories('x.csv', new TextEncoder().encode('a,b\n1,2\n'))).toEqual({ ok: false, error: 'no-header' }) // prettier-ignore
})

test('suggested at once by the words; what was decided here is learned when the desk is idle', async () => {
  const cold = await world.desk.suggest('井盖松动', '车一压就响')
  expect(cold).toMatchObject({ learnedFrom: 0, leaves: [{ code: 'L010202' }, ...cold.leaves.slice(1)] })
  for (let n = 0; n < 24; n++)
    await run({
      name: 'receive-case',
      input: {
        ...INTAKE,
        title: n % 2 === 0 ? `铁盖子咣当响${n}` : `老李一个人住${n}`,
        text: n % 2 === 0 ? '车一压就响' : '希望有人去看看',
        serviceType: n % 2 === 0 ? 'administrative' : 'welfare',
        category: n % 2 === 0 ? 'L010202' : 'L080103',
      },
    })
  await world.desk.lock()
  await world.desk.unlock(SET_UP.password, 'user')
  await expect
    .poll(
      async () => {
        world.idle()
        return (await world.desk.suggest('铁盖子咣当响', '')).learnedFrom
      },
      { timeout: 20_000, interval: 50 },
    )
    .toBe(24)
  expect((await world.desk.suggest('铁盖子咣当响', '')).leaves[0]!.code).toBe('L010202')
})
