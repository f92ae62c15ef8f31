/** Yuan as people type them, and 人民币大写 as vouchers want it. */
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { FEN_LIMIT, readYuan, yuanText } from '#core/lib/yuan.ts'
import { yuanInWords } from '#core/lib/yuan-in-words.ts'

describe('typed yuan', () => {
  it.each([
    ['1,200.50', 120_050],
    ['１，２００．５０', 120_050],
    ['1200.5元', 120_050],
    ['¥ 80', 8_000],
    ['￥80.00', 8_000],
    ['８０元', 8_000],
    ['1200元5角', 120_050],
    ['3元5角6分', 356],
    ['100元整', 10_000],
    ['0.05', 5],
    ['免费', 0],
    ['1,000,000,000', FEN_LIMIT],
    ['007', 700],
    ['12.500', 1_250],
  ])('%s is %d fen', (typed, fen) => expect(readYuan(typed)).toEqual({ ok: true, value: fen }))

  it.each(['', '元', '1,20', '12,00', '1.234', '-5', '1e3', '一百', '1 200,5', '..5', '１．２．３', '5角', 'NaN'])(
    '%s is no amount, and never rounded into one',
    (typed) => expect(readYuan(typed)).toEqual({ ok: false, error: 'not-yuan' }),
  )

  it('knows its limit: a thousand million yuan', () => {
    expect(readYuan('1,000,000,000.01')).toEqual({ ok: false, error: 'too-much' })
    expect(readYuan('9'.repeat(40))).toEqual({ ok: false, error: 'too-much' })
  })

  test('what is shown is what was typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: FEN_LIMIT }), (fen) => {
        expect(readYuan(yuanText(fen))).toEqual({ ok: true, value: fen })
      }),
    )
    expect([yuanText(120_050), yuanText(-8_005), yuanText(0), yuanText(100_000_000)]).toEqual(['1,200.50', '-80.05', '0.00', '1,000,000.00']) // prettier-ignore
  })
})

describe('人民币大写', () => {
  it.each([
    [120_050, '壹仟贰佰元伍角整'],
    [0, '零元整'],
    [1, '壹分'],
    [10, '壹角整'],
    [15, '壹角伍分'],
    [100, '壹元整'],
    [105, '壹元零伍分'],
    [150, '壹元伍角整'],
    [1_000, '壹拾元整'],
    [140_950, '壹仟肆佰零玖元伍角整'],
    [600_714, '陆仟零柒元壹角肆分'],
    [168_032, '壹仟陆佰捌拾元叁角贰分'],
    [10_700_053, '壹拾万柒仟元伍角叁分'],
    [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
    [32_504, '叁佰贰拾伍元零肆分'],
    [1_000_000_00, '壹佰万元整'],
    [1_000_100_00, '壹佰万零壹佰元整'],
    [10_005_000_00, '壹仟万伍仟元整'],
    [1_000_000_000_00, '壹拾亿元整'],
    [100_000_001_00, '壹亿零壹元整'],
    [100_010_000_00, '壹亿零壹万元整'],
    [-80, '负捌角整'],
  ])('%d fen is %s', (fen, words) => expect(yuanInWords(fen)).toBe(words))

  test('every amount has words of its own, and reads back as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: FEN_LIMIT }), (fen) => {
        expect(read(yuanInWords(fen))).toBe(fen)
      }),
    )
  })
})

/** Another way round: the words added up figure by figure. */
function read(words: string): number {
  const [yuan, rest] = words.includes('元') ? [words.split('元')[0]!, words.split('元')[1]!] : ['', words]
  let total = 0
  let group = 0
  let figure = 0
  for (const sign of yuan) {
    const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(sign)
    if (value >= 0) figure = value
    else if (sign === '万' || sign === '亿') {
      total = sign === '亿' ? (total + group + figure) * 100_000_000 : total + (group + figure) * 10_000
      group = figure = 0
    } else {
      group += figure * { 拾: 10, 佰: 100, 仟: 1_000 }[sign as '拾']
      figure = 0
    }
  }
  const jiao = /([壹贰叁肆伍陆柒捌玖])角/.exec(rest)?.[1] ?? '零'
  const fen = /([壹贰叁肆伍陆柒捌玖])分/.exec(rest)?.[1] ?? '零'
  return (
    (total + group + figure) * 100 + '零壹贰叁肆伍陆柒捌玖'.indexOf(jiao) * 10 + '零壹贰叁肆伍陆柒捌玖'.indexOf(fen)
  )
}
