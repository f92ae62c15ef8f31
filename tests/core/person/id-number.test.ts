import { expect, test } from 'vitest'
import { ageOn, checkIdNumber, checkSign, maskedIdNumber } from '#core/person/id-number.ts'

const TODAY = '2026-11-22'

test.each([
  ['11010519491231002X', '1949-12-31', 'female'],
  ['440524188001010014', '1880-01-01', 'male'],
  ['11010519491231002x', '1949-12-31', 'female'],
  ['110105 19491231 002X', '1949-12-31', 'female'],
  ['１１０１０５１９４９１２３１００２Ｘ', '1949-12-31', 'female'],
  ['110105200002290013', '2000-02-29', 'male'],
])('公民身份号码 check (GB 11643): %s is right', (typed, birthDate, gender) => {
  const checked = checkIdNumber(typed, TODAY)
  expect(checked).toMatchObject({ ok: true, value: { birthDate, gender } })
  expect(checked.ok && checked.value.number).toMatch(/^\d{17}[\dX]$/)
})

test.each([
  ['110105194912310021', { code: 'wrong-check', expected: 'X' }],
  ['11010519491231003X', { code: 'wrong-check', expected: '8' }],
  ['1101051949123100', { code: 'wrong-length', length: 16 }],
  ['110105491231002', { code: 'wrong-length', length: 15 }],
  ['11010519491231002XX', { code: 'wrong-length', length: 19 }],
  ['11010519O91231002X', { code: 'not-digits', at: 9 }],
  ['1101051949123100X2', { code: 'not-digits', at: 17 }],
  ['990105194912310021', { code: 'unknown-region', region: '99' }],
  ['110105194913310021', { code: 'impossible-date', date: '1949-13-31' }],
  ['110105190002290012', { code: 'impossible-date', date: '1900-02-29' }],
  ['110105202611230012', { code: 'birth-in-future', date: '2026-11-23' }],
])('the exact reason: %s is %j', (typed, error) => {
  expect(checkIdNumber(typed, TODAY)).toEqual({ ok: false, error })
})

test('weights 7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2, sum mod 11 → 1 0 X 9 8 7 6 5 4 3 2: one wrong digit never passes', () => {
  const good = '11010519491231002X'
  for (let at = 0; at < 17; at++)
    for (let digit = 0; digit < 10; digit++) {
      const other = good.slice(0, at) + String(digit) + good.slice(at + 1)
      if (other !== good) expect(checkSign(other.slice(0, 17)), other).not.toBe('X')
    }
})

test('always masked on screen; the age is of the day', () => {
  expect(maskedIdNumber('11010519491231002X')).toBe('110***********002X')
  expect([ageOn('1949-12-31', '2026-12-30'), ageOn('1949-12-31', '2026-12-31')]).toEqual([76, 77])
})
