import { pinyin } from 'pinyin-pro'
import { describe, expect, it } from 'vitest'
import { pinyinKey, pinyinPattern } from '#core/search/pinyin.ts'

const key = (text: string): string => pinyinKey(text, (words) => pinyin(words, { toneType: 'none', type: 'array' }))
const finds = (query: string, text: string): boolean => pinyinPattern(query)?.test(key(text)) ?? false

describe('search by pinyin', () => {
  it('writes one syllable per character', () => {
    expect(key('王素兰2号，绿化')).toBe('·wang·su·lan·2·hao|·lv·hua')
    expect(key('𠮷田。。A3区')).toBe('|·tian|·a·3·qu')
  })

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
  })

  it('leaves characters and signs to the search by characters', () => {
    expect([
      pinyinPattern('王'),
      pinyinPattern('1234'),
      pinyinPattern(''),
      pinyinPattern('a.*'),
      pinyinPattern('x'.repeat(61)),
    ]).toEqual([null, null, null, null, null])
  })

  it('answers a query that fits nearly everywhere at once', () => {
    expect(finds('a'.repeat(60), '啊'.repeat(5_000) + '王')).toBe(true)
    expect(finds(`${'a'.repeat(59)}w`, '啊'.repeat(5_000))).toBe(false)
  })
})
