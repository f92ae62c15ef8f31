import { expect, test } from 'vitest'
import { checkPhone, phoneDigits } from '#core/lib/phone.ts'

test.each([
  '',
  '13812342764',
  '138 1234 2764',
  '+86 13812342764',
  '010-62001234',
  '62001234',
  '(010) 62001234转12',
  '12345',
  '110',
  '400-123-4567',
  '10000003001',
  '+1 202 555 0100',
])(
  // prettier-ignore
  'phone check: %s can be one',
  (typed) => {
    expect(checkPhone(typed).ok).toBe(true)
  },
)

test.each([
  ['1381234276', 'mobile-length'],
  ['138123427645', 'mobile-length'],
  ['12', 'too-short'],
  ['1234567890123', 'too-long'],
  ['无', 'not-digits'],
  ['138-1234-27六四', 'not-digits'],
])('phone check: %s is %s', (typed, error) => {
  expect(checkPhone(typed)).toEqual({ ok: false, error })
})

test('two ways to write a number are one number', () => {
  expect(['+86 138-1234-2764', '０１３８１２３４２７６４', '8613812342764'].map(phoneDigits)).toEqual(['13812342764', '013812342764', '13812342764']) // prettier-ignore
})
