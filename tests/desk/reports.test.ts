/** Figures as the desk answers them: kept up to date, each with its cases, by the weights that the station chose. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { counterDesk } from '#app/services/counter-desk.ts'
import type { Command } from '#core/commands.ts'
import type { FiguresRefusal } from '#core/figures/refusals.ts'
import type { FigureKey, ReportFigures } from '#core/reports/report-figures.ts'
import type { ReportFilters } from '#core/reports/slices.ts'
import { INTAKE, newFolder, newProfile, openWorld, removeFolder, SET_UP, type World } from './desk-world.ts'

let folder: string
let now: number
let world: World
let station: string
beforeEach(async () => {
  newProfile()
  folder = await newFolder()
  now = Date.parse('2026-03-02T01:00:00Z')
  world = await openWorld(folder, undefined, () => now)
  const opened = await world.desk.setUp(SET_UP)
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  station = `station:${opened.value.card.id}`
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
const receive = () => run({ name: 'receive-case', input: INTAKE })
const asked = (filters: ReportFilters = {}) => ({ period: 'this-month', filters, language: 'zh-CN' }) as const

/** Asked until everything is read. */
async function report(filters: ReportFilters = {}): Promise<ReportFigures> {
  for (let i = 0; i < 100; i++) {
    const answer = await world.desk.report(asked(filters))
    if (answer.kind === 'figures') return answer.figures
    expect(answer.kind).toBe('reading')
  }
  throw new Error('never read to the end')
}
const all = (measure: FigureKey['measure']): FigureKey => ({ by: 'all', key: '', measure })

async function closed(id: string): Promise<void> {
  await run({ name: 'record-answer', input: { case: id, way: 'phone', content: '已修好', answeredBy: '' } })
  await run({ name: 'close-case', input: { case: id, outcome: 'solved', note: '' } })
}
const revisit = (id: string, grade: string, solved: boolean) =>
  run({ name: 'record-revisit', input: { case: id, way: 'phone', valid: true, solved, scale: 'three-rates', grade, words: '' } }) // prettier-ignore

test('a figure changes with its case, opens exactly its cases, and self-revisits stand apart', async () => {
  const ids = [await receive(), await receive(), await receive()]
  expect((await report()).all.counts).toMatchObject({ received: 3, open: 3, closed: 0, valid: 0 })
  await closed(ids[0]!)
  await closed(ids[1]!)
  await revisit(ids[0]!, 'basically', true)
  await revisit(ids[1]!, 'dissatisfied', false)
  const figures = await report()
  expect(figures.all.counts).toMatchObject({ received: 3, open: 1, closed: 2, 'in-time': 2, valid: 2, bad: 1, self: 2 })
  // Contacted: answered before. 满意率 = 0.9/2; score = 0.1×1 + 0.4×0.45 + 0.5×0.5 = 0.53.
  expect(figures.all.rates).toMatchObject({ response: 100, solution: 50, satisfaction: 45, score: 53 })
  expect(figures.byOthers.score).toBe(null)
  expect(figures.bySelf.valid).toBe(2)
  const { madeAt } = figures.stamp
  expect(await world.desk.figureCases(asked(), all('open'), madeAt)).toEqual([ids[2]])
  expect(await world.desk.figureCases(asked(), all('bad'), madeAt)).toEqual([ids[1]])
  expect(await world.desk.figureCases(asked(), all('overdue'), madeAt)).toEqual([])
  expect(figures.stamp.heads).toMatch(/[A-Z]-[0-9a-f]{8}/)
})

test('what a filter leaves is counted, and the stamp says which filter', async () => {
  await receive()
  const id = await receive()
  await run({ name: 'classify', input: { case: id, serviceType: 'welfare', category: 'L010101', reason: '' } })
  const figures = await report({ serviceType: 'welfare', category: 'L01' })
  expect(figures.all.counts.received).toBe(1)
  expect(figures.groups.level1.map(({ key, counts }) => [key, counts.received])).toEqual([['L01', 1]])
  expect(figures.stamp.filters.map(({ filter, key }) => [filter, key])).toEqual([
    ['serviceType', 'welfare'],
    ['category', 'L01'],
  ])
})

test('weights that do not add up to 1, a factor above 1 and a 31st as cut are refused; good ones are printed', async () => {
  const before = (await report()).stamp.rules
  const bad: readonly (readonly [
    name: 'rateWeights' | 'rateBasically' | 'reportCut',
    value: string,
    code: FiguresRefusal,
  ])[] = [
    ['rateWeights', '0.1/0.4/0.4', 'weights-not-one'],
    ['rateWeights', '1', 'weights-not-one'],
    ['rateBasically', '1.2', 'factor-impossible'],
    ['reportCut', '31 12:00', 'cut-impossible'],
  ]
  for (const [name, value, code] of bad) {
    const saved = await world.desk.run({ name: 'change-setting', input: { station, name, value } })
    expect(saved.ok ? null : saved.error).toMatchObject({ kind: 'refused', refusal: { code } })
  }
  expect((await report()).stamp.rules).toEqual(before)
  await run({ name: 'change-setting', input: { station, name: 'rateWeights', value: '0.2/0.3/0.5' } })
  await run({ name: 'change-setting', input: { station, name: 'reportCut', value: '26 00:00' } })
  expect((await report()).stamp.rules).toEqual({ response: 0.2, satisfaction: 0.3, solution: 0.5, basically: 0.9 })
  const cut = await world.desk.report({ ...asked(), period: 'this-cut' })
  expect(cut.kind === 'figures' && cut.figures.stamp.period).toEqual({
    from: '2026-02-26T00:00:00+08:00',
    until: '2026-03-26T00:00:00+08:00',
  })
})

test('a period that ends before it starts is answered, not computed', async () => {
  const period = { from: '2026-03-02T00:00:00+08:00', until: '2026-03-01T00:00:00+08:00' }
  expect(await world.desk.report({ ...asked(), period })).toEqual({ kind: 'problem', problem: 'period-backwards' })
})

test('in counter view: numbers only, no case opens and nobody is compared', async () => {
  await receive()
  await report()
  const counter = counterDesk(world.desk, { isOn: () => true, noteDraft: () => undefined, isOwnDraft: () => false })
  const answer = await counter.report(asked())
  expect(answer.kind === 'figures' && answer.figures.all.counts.received).toBe(1)
  expect(answer.kind === 'figures' && answer.figures.groups.handler).toEqual([])
  expect(await counter.figureCases(asked(), all('received'), '2026-03-02T10:00:00+08:00')).toEqual([])
})
