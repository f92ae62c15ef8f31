import { expect, test } from 'vitest'
import { described, twinKeys, twinLikeness, type Described, type Typed } from '#core/person/twins.ts'

type Sounding = Typed & { readonly sound: string }
const ready = ({ sound, ...typed }: Sounding): Described => described(typed, sound)
const WANG: Sounding = { name: '王素兰', sound: 'wang su lan ', phones: ['13812342764', ''], idNumber: '', birthDate: '1949-12-31', gender: 'female', placeWords: '槐树里小区3号楼2单元101' } // prettier-ignore
const BARE: Sounding = { name: '王素兰', sound: 'wang su lan ', phones: [''], idNumber: '', birthDate: '', gender: '', placeWords: '' } // prettier-ignore

test.each([
  ['the same name alone', {}, null],
  ['name and phone', { phones: ['138 1234 2764'] }, ['same-name', 'same-phone']],
  ['name and the tail of another phone, in the same building', { phones: ['15900002764'], placeWords: '槐树里小区三号楼' }, ['same-name', 'same-tail', 'same-building']], // prettier-ignore
  ['name and birth date', { birthDate: '1949-12-31' }, ['same-name', 'same-birth']],
  ['name and door', { placeWords: '槐树里小区 3号楼 2单元 101室' }, ['same-name', 'same-door']],
  ['name and building', { placeWords: '槐树里小区3号楼1单元402' }, null],
  ['a name of the same sound and the phone', { name: '王苏兰', phones: ['13812342764'] }, ['same-sound', 'same-phone']],
  ['one character off, phone and birth date', { name: '王素云', sound: 'wang su yun ', phones: ['13812342764'], birthDate: '1949-12-31' }, ['near-name', 'same-phone', 'same-birth']], // prettier-ignore
  ['a family: one phone at one door', { name: '李国强', sound: 'li guo qiang ', phones: ['13812342764'], placeWords: WANG.placeWords }, null], // prettier-ignore
  ['father and son of one name: another birth date', { phones: ['13812342764'], birthDate: '1975-01-01' }, null],
] as const)('duplicate warning: %s', (_, other, reasons) => {
  const like = twinLikeness(ready(WANG), ready({ ...BARE, ...other }))
  expect(like?.reasons ?? null).toEqual(reasons)
  expect(twinLikeness(ready({ ...BARE, ...other }), ready(WANG))).toEqual(like)
  // Whoever is likely is also found: they share a key.
  if (like)
    expect(twinKeys(ready(WANG)).filter((key) => twinKeys(ready({ ...BARE, ...other })).includes(key))).not.toEqual([])
})

test('what disagrees is said too, and a 身份证号 settles it either way', () => {
  const same = { ...WANG, idNumber: '11010519491231002X' }
  expect(twinLikeness(ready(same), ready({ ...BARE, name: '王淑兰', sound: 'wang shu lan ', idNumber: '11010519491231002X' }))).toMatchObject({ score: 100, likely: true, reasons: ['same-id', 'near-name'] }) // prettier-ignore
  expect(twinLikeness(ready(same), ready({ ...WANG, idNumber: '110105194912310046' }))).toMatchObject({
    doubts: ['other-id'],
  })
  expect(twinLikeness(ready(WANG), ready({ ...BARE, phones: ['15900001111'], placeWords: WANG.placeWords, gender: 'female' }))).toMatchObject({ reasons: ['same-name', 'same-door'], doubts: ['other-phone'] }) // prettier-ignore
})
