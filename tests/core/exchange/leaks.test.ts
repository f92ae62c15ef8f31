/** Names, telephone and identity numbers of people known here, wherever they stand in a text; and words that are none. */
import { describe, expect, test } from 'vitest'
import { leakFinder, type Leak } from '#core/exchange/leaks.ts'
import { checkSign } from '#core/person/id-number.ts'

const ID = `11010519491231002${checkSign('11010519491231002')}`
const find = leakFinder({
  names: ['王素兰', '高兴', '张伟', '阿卜杜拉·买买提', 'Anna Lee', '居民', '王', '欧阳娜娜', '李强家电'],
  phones: ['138 0000 2764', '010-65432100', '6543 2199'],
  ids: [ID],
  open: ['李强家电', '13911112222'],
})
const words = (text: string, sure?: boolean): readonly string[] =>
  find(text)
    .filter((leak: Leak) => sure === undefined || leak.sure === sure)
    .map((leak) => leak.words)

describe('found for sure', () => {
  test.each([
    ['上门找王素兰核对', ['王素兰']],
    ['王 素 兰，3号楼', ['王素兰']],
    ['陪欧阳娜娜去医院', ['欧阳娜娜']],
    ['请阿卜杜拉买买提来', ['阿卜杜拉买买提']],
    ['call anna  lee first', ['Anna Lee']],
    ['张伟先生上午在家', ['张伟']],
    ['联系人：张伟', ['张伟']],
    ['张伟 13900000000', ['张伟']],
    ['（张伟、李四）', ['张伟']],
    ['高兴女士腿脚不便', ['高兴']],
    ['打 13800002764 问', ['13800002764']],
    ['打 +86 138-0000-2764 问', ['13800002764']],
    ['１３８００００２７６４', ['13800002764']],
    ['(010)65432100 转 8', ['01065432100']],
    ['13800002764 13911112222', ['13800002764']],
    [`身份证${ID}`, [ID]],
    ['证件 110105 19491231 002' + ID.at(-1), [ID]],
  ])('%s', (text, expected) => {
    for (const one of expected) expect(words(text, true)).toContain(one)
  })
  test('an identity number of somebody unknown, by its check sign', () => {
    const other = `11010519900101123${checkSign('11010519900101123')}`
    expect(find(other)).toEqual([{ kind: 'id', words: other, sure: true }])
    const wrong = `${other.slice(0, 17)}${other.at(-1) === '1' ? '2' : '1'}`
    expect(find(wrong)).toEqual([])
  })
})

describe('perhaps', () => {
  test('a name of two characters inside of a sentence', () => {
    expect(find('沿张伟大的路走')).toEqual([{ kind: 'name', words: '张伟', sure: false }])
  })
  test('a mobile number of nobody known', () => {
    expect(find('值班 13700000001')).toEqual([{ kind: 'phone', words: '13700000001', sure: false }])
  })
})

test.each([
  '大家都很高兴地回家了',
  '居民自治，人人参与',
  '李强家电提供上门维修',
  '报修电话 13911112222',
  '2026-03-02 至 2026-04-02 有效',
  '统一社会信用代码 91110105MA01ABCD1X',
  '每月 1 元，60 岁以上免费',
  '依据国办发〔2020〕53 号',
  '',
])('nothing in: %s', (text) => {
  expect(find(text)).toEqual([])
})

test('what stands across a line is no name', () => {
  expect(find('姓王\n素兰花卉')).toEqual([])
})

test('60,000 names cost one walk over the text, and each is found', () => {
  const family = '王李张刘陈杨赵黄周吴'
  const given = '一乙二丁十厂七卜八人入儿匕几九刁了刀力乃又三干于亏'
  const names = Array.from({ length: 60_000 }, (_, i) => family[i % 10]! + given[Math.floor(i / 10) % 25]! + given[Math.floor(i / 250) % 25]! + (i >= 6_250 ? String.fromCharCode(0x4e00 + Math.floor(i / 6_250)) : '')) // prettier-ignore
  const big = leakFinder({ names, phones: [], ids: [], open: [] })
  for (const name of [names[0]!, names[6_249]!, names[59_999]!]) expect(big(`请${name}到站`).map((one) => one.words)).toContain(name) // prettier-ignore
})
