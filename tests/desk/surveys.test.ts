/** Surveys as the screens ask for them: step by step, in counter view, and as a workbook. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { counterDesk } from '#app/services/counter-desk.ts'
import type { Command } from '#core/commands.ts'
import { readSheet } from '#core/sheet/read-sheet.ts'
import { builtInSheet } from '#core/survey/built-in-sheet.ts'
import { newFolder, newProfile, openWorld, removeFolder, SET_UP, type World } from './desk-world.ts'

let folder: string
let world: World

beforeEach(async () => {
  newProfile()
  folder = await newFolder()
  world = await openWorld(folder, undefined, () => Date.parse('2026-03-02T09:00:00+08:00'))
  await world.desk.setUp(SET_UP)
})
afterEach(async () => {
  await world.close()
  await removeFolder(folder)
})

const run = async (command: Command): Promise<string> => {
  const saved = await world.desk.run(command)
  if (!saved.ok) throw new Error(JSON.stringify(saved.error))
  return saved.value.entities[0]!
}
const NAMES = ['赵一', '钱二', '孙三', '李四', '周五', '吴六', '郑七', '王八', '冯九', '陈十']

async function drawn(size = 6): Promise<{ readonly survey: string; readonly draw: string; readonly sheet: string }> {
  for (const [i, name] of NAMES.entries())
    await run({ name: 'save-person', input: { name, phone: `1390000000${i}`, placeWords: '槐树里1号楼', marks: [], note: '' } }) // prettier-ignore
  const survey = await run({
    name: 'begin-survey',
    input: { title: '居民访问', purpose: '', population: { of: 'residents' }, size, strata: { by: 'none', share: 'equal' }, seed: 3, from: '2026-03-01', until: '2026-03-31', interviewers: ['甲', '乙'], questions: [...builtInSheet('zh-CN')] },
  }) // prettier-ignore
  const list = await world.desk.drawSurvey(survey, 3, size)
  if (!list.ok) throw new Error(list.error)
  const draw = await run({ name: 'draw-survey', input: list.value })
  return { survey, draw, sheet: (await world.desk.survey(survey))!.sheets[0]!.id }
}

const typed = (of: Awaited<ReturnType<typeof drawn>>, number: number, say = '很好'): Promise<string> =>
  run({
    name: 'record-interview',
    input: { ...of, number, state: 'done', reason: '', replace: false, answers: { overall: 5, say }, interviewer: '甲', mode: 'paper', at: '2026-03-02T08:00:00+08:00' },
  }) // prettier-ignore

test('from the list to the results: who has whom, what is left, and the draw made once more', async () => {
  const { desk } = world
  const of = await drawn()
  expect(await desk.redraw(of.survey)).toEqual({ kind: 'same' })
  const view = (await desk.survey(of.survey))!
  expect(view.places.map(({ number, interviewer }) => [number, interviewer])).toEqual([1, 2, 3, 4, 5, 6].map((n) => [n, n % 2 === 1 ? '甲' : '乙'])) // prettier-ignore
  expect((await desk.surveyPaper(of.survey, '甲'))!.people.map(({ number }) => number)).toEqual([1, 3, 5])
  for (const number of [1, 2, 3]) await typed(of, number)
  expect((await desk.surveyPaper(of.survey, ''))!.people.map(({ number }) => number)).toEqual([4, 5, 6])
  expect((await desk.surveys())[0]).toMatchObject({
    title: '居民访问',
    isDrawn: true,
    response: { done: 3, called: 6 },
  })
  await run({ name: 'save-person', input: { name: '新来的', phone: '', placeWords: '', marks: [], note: '' } })
  expect(await desk.redraw(of.survey)).toEqual({ kind: 'population-changed', before: 10, now: 11 })
})

test('text answers are listed without names; the workbook has neither names nor a cell that begins a formula', async () => {
  const { desk } = world
  const of = await drawn()
  const { places } = (await desk.survey(of.survey))!
  await typed(of, 1, `我是${places[0]!.name}，打 13900000001 找我`)
  await typed(of, 2, '=1+2')
  const texts = (await desk.surveyResults(of.survey))!.questions.flatMap((one) => one.texts)
  expect(texts.join()).not.toContain(places[0]!.name)
  expect(texts.join()).not.toContain('13900000001')
  const bytes = (await desk.surveyFile(of.survey, 'zh-CN'))!
  const { strFromU8, unzipSync } = await import('fflate')
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('xl/worksheets/'))
  expect(parts).toHaveLength(4)
  const all = parts.map(([, part]) => strFromU8(part)).join('')
  for (const name of NAMES) expect(all).not.toContain(name)
  expect(all).toContain('受访人 001')
  expect(all).not.toContain('<f>')
  const first = readSheet(bytes, '结果.xlsx')
  expect(first.ok).toBe(true)
})

test('counter view: numbers and counts, neither names nor what anybody said', async () => {
  const of = await drawn()
  await typed(of, 1, '电梯总坏')
  await run({ name: 'record-opinion', input: { from: 'resident', who: '赵一', about: 'station', words: '窗口慢', way: 'phone', at: '2026-03-02T08:00:00+08:00' } }) // prettier-ignore
  const counter = { isOn: () => true, noteDraft: () => undefined, isOwnDraft: () => false }
  const seen = counterDesk(world.desk, counter)
  const told = JSON.stringify([await seen.survey(of.survey), await seen.surveyResults(of.survey), await seen.opinions(), await seen.surveys()]) // prettier-ignore
  for (const secret of [...NAMES, '电梯总坏', '窗口慢', '1号楼']) expect(told).not.toContain(secret)
})

test('a half typed interview outlives locking, and is no draft of the intake form', async () => {
  const { desk } = world
  await desk.putDraft({ id: 'interview-x', form: 'survey', title: '居民访问', changedAt: '2026-03-02T09:00:00+08:00', values: { number: '004' } }) // prettier-ignore
  await desk.lock()
  await desk.unlock(SET_UP.password, 'user')
  expect(await desk.drafts()).toEqual([])
  expect((await desk.drafts('survey')).map(({ values }) => values)).toEqual([{ number: '004' }])
})
