import { describe, expect, it } from 'vitest'
import { currentCatalogue } from '#core/category/current-catalogue.ts'
import { atOnce } from '#core/suggestion/at-once.ts'
import { inOrder, type Decided } from '#core/suggestion/decided.ts'
import { figuresOf, labelOf, trainLabels } from '#core/suggestion/evaluate.ts'
import { naturalLog } from '#core/suggestion/natural-log.ts'
import { coldSuggester, type Suggester } from '#core/suggestion/suggest.ts'
import { milestone, teacher, type Teacher } from '#core/suggestion/teacher.ts'

const catalogue = currentCatalogue([], '2026-11-22')
const SAID = [
  ['L010202', 'administrative', '路口铁盖子咣当响', '车一压过去就响，怕掉下去人'],
  ['L020302', 'administrative', '楼前晚上黑', '晚上出门看不清台阶'],
  ['L080103', 'welfare', '老李一个人住', '子女在外地，希望有人去看看'],
  ['L020204', 'market', '门打不开', '出门忘了带，孩子在里面'],
] as const

/** `count` cases, each text its own. */
const decided = (count: number, from = 0): Decided[] =>
  Array.from({ length: count }, (_, i) => {
    const n = from + i
    const [category, serviceType, title, text] = SAID[n % SAID.length]!
    const at = `2026-11-01T09:${String(Math.floor(n / 60) % 60).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}+08:00`
    return { id: `case:${n}`, at, title: `${title}${n}`, text, category, serviceType }
  })

function learned(one: Teacher, list: readonly Decided[]): Suggester {
  return atOnce(one.learn(list))
}
const answers = (suggester: Suggester) =>
  ['铁盖子响', '门打不开了', '楼前黑', '一个人住的老人'].map((words) => suggester.suggest(words, ''))

describe('suggestion: learned from this station’s own decided cases', () => {
  it('starts from the catalogue’s words, and says which decided', () => {
    const { leaves, learnedFrom } = coldSuggester(catalogue).suggest('小区门口井盖松动', '车一压就响，怕老人踩空')
    expect(learnedFrom).toBe(0)
    expect(leaves[0]).toMatchObject({ code: 'L010202', serviceType: 'administrative', words: ['井盖'] })
  })

  it('learns words that the catalogue does not have', () => {
    const cold = coldSuggester(catalogue)
      .suggest('铁盖子咣当响', '')
      .leaves.map(({ code }) => code)
    const warm = learned(teacher(catalogue), decided(40)).suggest('铁盖子咣当响', '')
    expect(cold).not.toContain('L010202')
    expect(warm.leaves[0]!.code).toBe('L010202')
    expect(warm.leaves[0]!.words.some((word) => '铁盖子咣当响'.includes(word))).toBe(true)
  })

  it('says nothing when nothing speaks for a leaf', () => {
    expect(coldSuggester(catalogue).suggest('你好', '在吗').leaves).toEqual([])
  })

  it('the same list gives the same answers, learned at once or day by day, twice or once', () => {
    const list = inOrder(decided(45))
    const together = learned(teacher(catalogue), list)
    const daily = teacher(catalogue)
    for (const days of [21, 30, 31, 44, 45]) learned(daily, list.slice(0, days))
    expect(answers(learned(daily, list))).toEqual(answers(together))
    expect(answers(learned(daily, list))).toEqual(answers(together))
  })

  it('the order in which cases arrived does not matter', () => {
    const list = decided(33)
    const one = learned(teacher(catalogue), inOrder(list))
    const other = learned(teacher(catalogue), inOrder(list.toReversed()))
    expect(answers(other)).toEqual(answers(one))
  })

  it('danger outranks habit: a leaf of danger keeps the catalogue’s kind of service', () => {
    const gas = Array.from({ length: 9 }, (_, n): Decided => ({ id: `case:${n}`, at: `2026-11-01T09:00:0${n}+08:00`, title: `楼道燃气味${n}`, text: '', category: 'L010102', serviceType: 'market' })) // prettier-ignore
    const { leaves } = learned(teacher(catalogue), gas).suggest('闻到燃气味', '')
    expect(leaves[0]).toMatchObject({ code: 'L010102', serviceType: 'administrative' })
  })

  it('the station’s habit decides the kind of service of a leaf, the catalogue before that', () => {
    const other = decided(40).map((one) => ({ ...one, serviceType: 'welfare' as const }))
    const { leaves } = learned(teacher(catalogue), other).suggest('门打不开，锁坏了', '')
    expect(leaves[0]).toMatchObject({ code: 'L020204', serviceType: 'welfare' })
  })

  it('milestones grow by a tenth; below twenty nothing is learned', () => {
    expect([19, 20, 21, 22, 30, 32, 33, 1_000].map(milestone)).toEqual([0, 20, 20, 22, 30, 30, 33, 972])
  })

  it('the logarithm is the logarithm', () => {
    for (const x of [1, 1.5, 2, 3, 10, 1234.5, 6_256]) expect(naturalLog(x)).toBeCloseTo(Math.log(x), 12)
  })
})

describe('labels of a table', () => {
  it('macro-F1 is the plain mean over the labels', () => {
    const rows = [
      { text: 'a', label: 'x' },
      { text: 'b', label: 'x' },
      { text: 'c', label: 'y' },
    ]
    const { macroF1, perLabel } = figuresOf(rows, ['x', 'y', 'y'])
    expect(perLabel['x']).toMatchObject({ precision: 1, recall: 0.5, texts: 2 })
    expect(perLabel['y']).toMatchObject({ precision: 0.5, recall: 1, texts: 1 })
    expect(macroF1).toBeCloseTo(2 / 3, 10)
  })

  it('the same rows give the same model', () => {
    const rows = decided(30).map(({ text, title, category }) => ({ text: title + text, label: category }))
    const [one, two] = [trainLabels(rows), trainLabels(rows)]
    expect(two.model).toEqual(one.model)
    expect(rows.map(({ text }) => labelOf(one, text))).toEqual(rows.map(({ label }) => label))
  })
})
