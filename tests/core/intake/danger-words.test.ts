import { describe, expect, test } from 'vitest'
import { DANGER_WORDS, dangersIn, type DangerKind } from '#core/intake/danger-words.ts'

const kinds = (text: string): readonly DangerKind[] => dangersIn(text).map(({ kind }) => kind)
const ALL = Object.values(DANGER_WORDS).flatMap(({ words }) => words)

test('about forty words, each in one row only, each with somebody to call', () => {
  expect(ALL.length).toBeGreaterThanOrEqual(40)
  expect(new Set(ALL).size).toBe(ALL.length)
  for (const [kind, { calls }] of Object.entries(DANGER_WORDS)) {
    expect(calls.length, kind).toBeGreaterThan(0)
    for (const call of calls) expect(call).toMatch(/^(110|119|120|12345|12356|95598)$/)
  }
})

test.each(ALL)('%s is found in a sentence, and not where it is denied', (word) => {
  const said = dangersIn(`三号楼二单元，${word}，请尽快来人。`)
  expect(said.some((danger) => danger.word.includes(word) || word.includes(danger.word))).toBe(true)
  expect(dangersIn(`问过了，没有${word}。`)).toEqual([])
})

describe('sentences', () => {
  test.each<[string, readonly DangerKind[]]>([
    ['厨房插座一用就跳闸，墙里有焦味', ['electricity']],
    ['楼道里有煤气味', ['gas']],
    ['楼道里没有煤气味，只是灯坏了', []],
    ['没闻到煤气味', []],
    ['有没有煤气味请来看看', ['gas']],
    ['先说没有冒烟，后来又冒烟了', ['fire']],
    ['老人走失，家里还有明火', ['fire', 'missing']],
    ['邻居说他被打，孩子被打得更重', ['child', 'violence']],
    ['咱们一起火锅聚餐', []],
    ['楼下卖跳楼价', []],
    ['消防演练和防火灾宣传', []],
    ['广场舞被打扰到休息', []],
    ['没有人管，墙里一直冒烟', ['fire']],
    ['', []],
  ])('%s', (text, expected) => expect(kinds(text)).toEqual(expected))

  test('a child comes first, whatever was written first', () => {
    expect(kinds('起火，有人晕倒，还有人打孩子')[0]).toBe('child')
  })
})
