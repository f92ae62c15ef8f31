/** 典型案例 are told without anybody in them (issue 5, item 11): every name, phone, identity number and door of the case is gone. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  deidentified,
  knownIn,
  knownOf,
  personalIn,
  plainSigns,
  withoutKnown,
  type Known,
} from '#core/learning/deidentify.ts'
import { checkSign } from '#core/person/id-number.ts'
import { newStation, INTAKE } from '../commands/station.ts'
import { size } from '../../size.ts'

const FAMILY = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马𠮷', '欧阳', '司马']
const GIVEN = [...'素兰国强秀英建军丽娜伟芳敏静磊洋勇艳杰娟涛明超霞平刚桂居民电话号码𬸚']
const name = fc
  .tuple(fc.constantFrom(...FAMILY), fc.array(fc.constantFrom(...GIVEN), { minLength: 1, maxLength: 2 }))
  .map(([family, given]) => family + given.join(''))
const latin = fc.constantFrom('Anna Smith', "O'Brien Liu", '阿依古丽·买买提', 'Müller Hans')
const phone = fc.integer({ min: 0, max: 999_999_999 }).map((n) => `13${String(n).padStart(9, '0')}`)
const idNumber = fc
  .tuple(
    fc.integer({ min: 1930, max: 2020 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.nat(999),
  )
  .map(([year, month, day, order]) => {
    const first = `110105${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${String(order).padStart(3, '0')}`
    return first + checkSign(first)
  })
const door = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 101, max: 3210 }))
  .map(([building, unit, number]) => [`${building}号楼${unit}单元${number}`, `${building}-${unit}-${number}`, `${building}栋${unit}单元${number}室`] as const) // prettier-ignore
const groups = (number: string): string[] => [
  number,
  `${number.slice(0, 3)}-${number.slice(3, 7)}-${number.slice(7)}`,
  `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`,
  [...number].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join(''),
]
const filler = fc.constantFrom(
  '家里漏水，',
  '说了三次。',
  '请尽快来看看',
  '\n',
  '，电话 ',
  '住',
  '女儿',
  '（',
  '）',
  '3月5日',
  '',
)

test('property: nothing that tells who is left of a text that is full of it', () => {
  fc.assert(
    fc.property(
      fc.oneof(name, latin),
      name,
      phone,
      idNumber,
      door,
      fc.nat(2),
      fc.array(fc.tuple(fc.nat(9), filler), { minLength: 1, maxLength: 14 }),
      (asks, other, number, id, doors, form, parts) => {
        const place = `槐树里${doors[form]!}`
        const known: Known = { names: [asks, other], numbers: [number, id, 'S0012-A-2026-00017'], places: [place] }
        const spaced = [...asks].join(' ')
        const said = [asks, other, ...groups(number), id, id.toLowerCase(), doors[form]!, place, 'S0012-A-2026-00017']
        const text = parts.map(([n, between]) => (n === 9 ? spaced : said[n % said.length]!) + between).join('')
        const left = plainSigns(deidentified(text, known))
        for (const secret of [asks, other, number, id, 'S0012-A-2026']) expect(left).not.toContain(secret)
        expect(left.replace(/[\s-]/g, '')).not.toContain(number)
        expect(left).not.toContain(doors[form]!)
        expect(left).not.toMatch(/\d{7}/)
        expect(left).not.toMatch(new RegExp(`(?<!\\d)${/(\d{3,4})\D*$/.exec(doors[form]!)![1]!}(?!\\d)`))
        expect(personalIn(left, known)).toEqual([])
        expect(knownIn(withoutKnown(text, known), known)).toEqual([])
      },
    ),
    { numRuns: size(400) },
  )
})

describe('what it takes out, and what it leaves', () => {
  const known: Known = { names: ['王素兰', '李国强'], numbers: ['13800002764'], places: ['槐树里3号楼2单元501'] }
  test.each([
    ['王阿姨说素兰家漏水', '〔居民〕说〔居民〕家漏水'],
    ['3号楼2单元501的王 素 兰（138-0000-2764）', '〔门牌〕的〔居民〕（〔电话〕）'],
    ['微信 wang.sl@example.com，车京A·12345', '微信 〔号码〕，车〔号码〕'],
    ['电话一三八零零零零二七六四', '电话〔电话〕'],
    ['电话138－0000－2764，一三八 零零零零 二七六四', '电话〔电话〕，〔电话〕'],
    ['住３－２－５０１，对门3—2—502，楼下3#2-401', '住〔门牌〕，对门〔门牌〕，楼下〔门牌〕'],
    ['王大姐来过', '〔居民〕来过'],
    ['邻居住6栋1单元302室，对门301室', '邻居住〔门牌〕，对门〔门牌〕'],
  ])('%s', (text, left) => expect(deidentified(text, known)).toBe(left))
  test.each([
    '3月5日下午2点来的，共3次，花了1200元',
    '拨打12345、110',
    '三层到五层都停水',
    '一栋楼的电梯，两座天桥',
    '2026-03-02 办完',
    '槐树里小区，全部修好',
  ])('leaves %s', (text) => expect(deidentified(text, known)).toBe(text))
  test('a given name that is a word is taken out of a proposal, and refuses nobody', () => {
    const built: Known = { names: ['刘建设'], numbers: [], places: [] }
    expect(deidentified('建设说要修', built)).toBe('〔居民〕说要修')
    expect(personalIn('小区建设得好', built)).toEqual([])
    expect(personalIn('刘建设说的', built)).toHaveLength(1)
  })
  test('a name that is no name is left: 居民, 匿名', () =>
    expect(deidentified('居民反映，匿名', { names: ['居民', '匿名'], numbers: [], places: [] })).toBe('居民反映，匿名'))
  test('for a notice whole buildings and the station’s own telephone may stand, the household may not', () => {
    expect(knownIn('槐树里3号楼停水，请打 010-66668888', known)).toEqual([])
    expect(knownIn('3号楼2单元501漏水', known)).toHaveLength(1)
    expect(knownIn('请找王素兰', known)).toHaveLength(1)
  })
})

test('names stand in a case in many places: corrected ones, for whom, who answered', async () => {
  const station = newStation()
  const id = await station.done({ name: 'receive-case', input: { ...INTAKE, forWhom: '张小宝' } })
  await station.done({ name: 'correct-request', input: { case: id, requesterName: '张一乙', requesterPhone: '10000000002' } as never }) // prettier-ignore
  await station.done({ name: 'record-answer', input: { case: id, way: 'phone', content: '换好了', answeredBy: '赵师傅甲' } }) // prettier-ignore
  const known = knownOf(station.file(id), [{ name: '张一乙', phone: '10000000002', idNumber: '11010519491231002X', guardian: '张大甲' }]) // prettier-ignore
  expect(known.names).toEqual(expect.arrayContaining(['张一甲', '张一乙', '张小宝', '赵师傅甲', '张大甲']))
  expect(known.numbers).toEqual(expect.arrayContaining(['10000000001', '10000000002', '11010519491231002X', station.file(id).fields.number])) // prettier-ignore
})
