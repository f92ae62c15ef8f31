import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { likeness, likenessWeight, patternOf, spellings, type Compared } from '#core/intake/likeness.ts'

const request = (fields: Partial<Compared>): Compared => ({
  requesterName: '',
  requesterPhone: '',
  place: '',
  title: '',
  text: '',
  ...fields,
})
const WANG = { requesterName: '王素兰', requesterPhone: '13812342764', place: '槐树里3号楼2单元101' }
const TRIP = request({ ...WANG, title: '插座一用就跳闸', text: '厨房插座一用就跳闸，墙里有焦味。' })
const like = (mine: Compared, theirs: Partial<Compared>) => likeness(patternOf(mine), request(theirs))

describe('who and where', () => {
  test('the same person with the same matter', () => {
    expect(like(TRIP, { ...WANG, title: '插座跳闸' })).toEqual({ person: 'phone', place: 'same', words: ['插座', '跳闸'] }) // prettier-ignore
    expect(like(TRIP, { requesterName: '王素兰', title: '插座跳闸' })).toMatchObject({ person: 'name', place: null })
  })
  test('a phone counts however it is written, a short one does not', () => {
    expect(like(TRIP, { requesterPhone: '138 1234-2764', title: '跳闸' })).toMatchObject({ person: 'phone' })
    expect(like(request({ requesterPhone: '110', title: '跳闸' }), { requesterPhone: '110', title: '跳闸' })).toBeNull()
  })
  test('another person at the same place; the same building is told apart from the same door', () => {
    const at = (place: string) => like(TRIP, { place, title: '总是跳闸' })?.place
    expect(at('槐树里3号楼2单元101')).toBe('same')
    expect(at('槐树里 › 三号楼 › 二单元 › 101室')).toBe('same')
    expect(at('3号楼2单元101')).toBe('same')
    expect(at('槐树里3号楼2单元102')).toBe('near')
    expect(at('槐树里3号楼')).toBe('near')
    expect(at('槐树里13号楼2单元101')).toBeUndefined()
    expect(at('桂花园3号楼2单元101')).toBeUndefined()
    expect(at('')).toBeUndefined()
  })
  test('neither person nor place: no reason, whatever is said', () => {
    expect(like(TRIP, { ...TRIP, requesterName: '李一乙', requesterPhone: '', place: '东渡口路' })).toBeNull()
  })
})

describe('what is said', () => {
  test('the same person with another matter is no repeat', () => {
    expect(like(TRIP, { ...WANG, title: '申请公租房', text: '想问材料。' })).toBeNull()
  })
  test('words that every request has, and the names themselves, are no reason', () => {
    const asks = request({ ...WANG, title: '我们希望尽快解决', text: '居民王素兰反映，请问怎么处理，槐树里3号楼。' })
    expect(
      like(asks, { ...WANG, title: '希望尽快处理', text: '王素兰来电反映，槐树里3号楼，请问怎么解决。' }),
    ).toBeNull()
  })
  test('a longer piece is said whole', () => {
    expect(like(TRIP, { ...WANG, title: '厨房插座坏了' })?.words).toEqual(['厨房插座'])
  })
  test('letters in either width and case', () => {
    const wifi = request({ ...WANG, title: 'ＷｉＦｉ连不上' })
    expect(like(wifi, { ...WANG, title: '家里wifi没有信号' })?.words).toEqual(['wifi'])
  })
  test('who and where weigh more than how much is said', () => {
    const weight = (theirs: Partial<Compared>) => likenessWeight(like(TRIP, theirs)!)
    const both = weight({ ...WANG, title: '跳闸' })
    const place = weight({ place: WANG.place, title: TRIP.title, text: TRIP.text })
    expect(both).toBeGreaterThan(place)
  })
})

test('every word of the reason stands in both, and the question may be put from either side', () => {
  const han = fc.string({ unit: fc.constantFrom(...'灯不亮水管漏插座跳闸垃圾味'), maxLength: 40 })
  fc.assert(
    fc.property(han, han, (a, b) => {
      const [one, other] = [request({ ...WANG, text: a }), request({ ...WANG, text: b })]
      const [there, back] = [likeness(patternOf(one), other), likeness(patternOf(other), one)]
      for (const word of there?.words ?? []) {
        expect(a).toContain(word)
        expect(b).toContain(word)
      }
      expect(there === null).toBe(back === null)
    }),
  )
})

test.each<[string, readonly string[]]>([
  ['槐树里3号楼2单元101', ['槐树里3号楼', '槐树里三号楼']],
  ['三号楼二单元', ['3号楼', '三号楼']],
  ['十二号院', ['12号院', '十二号院']],
  ['北门快递柜', ['北门快递柜']],
  ['家', []],
  ['', []],
])('spellings of %j', (place, expected) => expect(spellings(place)).toEqual(expected))
