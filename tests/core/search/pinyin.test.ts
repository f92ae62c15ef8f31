import fc from 'fast-check'
import { pinyin } from 'pinyin-pro'
import { describe, expect, it } from 'vitest'
import { letterSearches, typedLetters } from '#core/search/pinyin.ts'

const searches = letterSearches(pinyin)
const finds = (query: string, text: string): boolean => searches(typedLetters(query)!)(text)

describe('search by pinyin', () => {
  it.each(['wangsulan', 'wsl', 'wangsl', 'wang su lan', 'WSL', 'wsulan', 'sulan', 'ｗｓｌ', "w's'l"])(
    '%s finds 王素兰',
    (query) => {
      expect(finds(query, '张一甲\n王素兰')).toBe(true)
    },
  )

  it.each(['wangsulian', 'lsw', 'wl', 'ang', 'wslx'])('%s does not find 王素兰', (query) => {
    expect(finds(query, '王素兰')).toBe(false)
  })

  it('does not run over a sign between two words', () => {
    expect(finds('wsl', '王，素兰')).toBe(false)
    expect(finds('wsl', '王素\n兰')).toBe(false)
  })

  it('takes ü as v, and letters and digits that stand in the text', () => {
    expect(finds('lvhua', '绿化')).toBe(true)
    expect(finds('lühua', '绿化')).toBe(true)
    expect(finds('a3qu', 'A3区')).toBe(true)
    expect(finds('a3qu', 'Ａ３区')).toBe(true)
    expect(finds('tian', '𠮷田')).toBe(true)
    expect(finds('jtian', '𠮷田')).toBe(false)
  })

  it.each([
    ['zhameihua', '查美华'],
    ['chameihua', '查美华'],
    ['shanwei', '单威'],
    ['danwei', '单威'],
    ['yinhang', '银行'],
    ['xingren', '行人'],
  ])('%s finds %s: a character read in several ways is found by each', (query, text) => {
    expect(finds(query, text)).toBe(true)
  })

  it('looks only at the part that it is told to', () => {
    const find = searches('wsl')
    expect([find('王素兰', 0, 3), find('王素兰', 0, 2), find('王素兰', 1, 3), find('在王素兰', 1)]).toEqual([
      true,
      false,
      false,
      true,
    ])
  })

  it('leaves characters and signs to the search by characters', () => {
    expect(['王', '1234', '', 'a.*', 'x'.repeat(61)].map(typedLetters)).toEqual([null, null, null, null, null])
  })

  it('answers a query that fits nearly everywhere at once', () => {
    expect(finds('a'.repeat(60), '啊'.repeat(5_000) + '王')).toBe(true)
    expect(finds(`${'a'.repeat(59)}w`, '啊'.repeat(5_000))).toBe(false)
    // 嗯 is read en, n and ng: every pair of letters can be taken apart in two ways.
    expect(finds(`${'en'.repeat(29)}w`, '嗯'.repeat(500))).toBe(false)
  })

  it('finds what taking the letters apart by hand finds', () => {
    const sign = fc.constantFrom('王', '素', '兰', '行', '长', '安', '嗯', '2', 'a', '，')
    const letters = fc.string({ unit: fc.constantFrom(...'wangsulnhxce2'), minLength: 1, maxLength: 7 })
    const readings = (one: string): string[] => pinyin(one, { toneType: 'none', type: 'array', multiple: true }).filter((reading) => /^[a-z0-9]+$/.test(reading)) // prettier-ignore
    const fits = (signs: readonly string[], typed: string): boolean =>
      typed === '' ||
      (signs.length > 0 &&
        readings(signs[0]!).some(
          (reading) =>
          [...reading].some((_, n) => typed.startsWith(reading.slice(0, n + 1)) && fits(signs.slice(1), typed.slice(n + 1))), // prettier-ignore
        ))
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 6 }), letters, (signs, typed) => {
        fc.pre(typedLetters(typed) !== null)
        expect(finds(typed, signs.join(''))).toBe(signs.some((_, from) => fits(signs.slice(from), typed)))
      }),
    )
  })
})
