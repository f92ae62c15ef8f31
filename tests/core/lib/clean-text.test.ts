import { describe, expect, it, test } from 'vitest'
import fc from 'fast-check'
import { cleanText, halfWidth, withoutInvisible } from '#core/lib/clean-text.ts'
import { words } from '#core/lib/schema.ts'

/** Letters, marks, digits and signs, without the Hangul letters that are drawn as nothing. */
const VISIBLE = /^(?![\u115F\u1160\u3164\uFFA0])[\p{L}\p{M}\p{N}\p{P}\p{S}\u200D]+$/u

describe('cleanText', () => {
  it.each<[string, string]>([
    ['\r\n\t\t\r\n\t\t　　座落在A市 　\n', '座落在A市'],
    ['一\r\n二\r三\n四', '一\n二\n三\n四'],
    ['\uFEFF\u200B文\u2060\u00AD', '文'],
    ['王\u200B素\u00AD兰\uFEFF', '王素兰'],
    ['a\u0000b\u0007c\u007Fd\u0085e', 'abcd\ne'],
    ['a\u2028b\u2029c', 'a\nb\nc'],
    // Shown as "3 号楼", kept as something else.
    ['\u202E楼号 3\u202C', '楼号 3'],
    ['\u2066甲\u2069\u200E乙\u200F\u061C', '甲乙'],
    ['3\u00A0号楼\u20092\u202F单元', '3 号楼 2 单元'],
    ['王　芳', '王　芳'],
    ['第一段\n\n　　第二段', '第一段\n\n　　第二段'],
    ['𠮷\u{2A6A5}𬱖㐂䶮', '𠮷\u{2A6A5}𬱖㐂䶮'],
    ['葛\u{E0100}飾', '葛\u{E0100}飾'],
    ['a\uD842', 'a\uFFFD'],
    ['\uDFB7a', '\uFFFDa'],
    ['👨‍👩‍👧 👍🏽 ❤️‍🔥 👩🏽‍🚒', '👨‍👩‍👧 👍🏽 ❤️‍🔥 👩🏽‍🚒'],
    ['文\u200D字\u200C 138\u200D0013', '文字 1380013'],
    ['👨\u200D', '👨'],
    ['نام\u200Cه', 'نام\u200Cه'],
    ['\u{E0001}\u{E0068}好\u{E007F}', '好'],
    [' \t\u00A0\u3000\u3164 ', ''],
    ['', ''],
  ])('%j → %j', (text, expected) => expect(cleanText(text)).toBe(expected))

  const text = fc.string({ unit: 'binary', maxLength: 200 })

  test('twice is the same as once, nothing is added, and a Chinese sentence comes back as it is', () => {
    fc.assert(
      fc.property(text, (any) => {
        const once = cleanText(any)
        expect(cleanText(once)).toBe(once)
        expect(once.length).toBeLessThanOrEqual(any.length)
        expect(once).not.toMatch(/\p{Surrogate}/u)
        expect(once).not.toMatch(/[\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\u00A0]/)
      }),
    )
    // Every character that can be seen (not the spaces of odd widths), of every plane: CJK and its extensions A to H among them.
    const sign = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }).filter((one) => VISIBLE.test(one))
    const seen = fc.array(sign, { maxLength: 100 }).map((signs) => signs.join(''))
    fc.assert(fc.property(seen, (any) => void expect(withoutInvisible(any)).toBe(any)))
    const han = fc.integer({ min: 0x20000, max: 0x323af }).map((code) => String.fromCodePoint(code))
    fc.assert(fc.property(fc.array(han), (all) => void expect(cleanText(all.join(''))).toBe(all.join(''))))
  })

  test('linear in a run of blanks', () => {
    // A trimming regular expression needs minutes here.
    expect(cleanText(`x${' '.repeat(1_000_000)}y`)).toHaveLength(1_000_002)
    expect(cleanText(`x${'\u200D'.repeat(200_000)}y`)).toBe('xy')
  })

  test('what a form hands over is cleaned before it is measured', () => {
    expect(words(3).parse('\u200B王素兰\uFEFF ')).toBe('王素兰')
    expect(words(3).safeParse('王素兰兰').success).toBe(false)
  })
})

test.each([
  ['１３８－０００３', '138-0003'],
  ['（０１０）６２３　４', '(010)623 4'],
  ['１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
  ['13800138000', '13800138000'],
])('half width %j → %j', (text, expected) => expect(halfWidth(text)).toBe(expected))
