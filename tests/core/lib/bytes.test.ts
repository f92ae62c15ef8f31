import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBase64url, fromUtf8, toBase64url, utf8 } from '#core/lib/bytes.ts'

test('base64url as Node writes it, of any length', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = toBase64url(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64url'))
      expect(fromBase64url(text)).toEqual(bytes)
    }),
  )
  const long = new Uint8Array(100_000).map((_, i) => i * 7)
  expect(toBase64url(long)).toBe(Buffer.from(long).toString('base64url'))
})

test('text that is decoded in pieces, a character over every border', () => {
  for (const before of ['', 'a', 'ab', 'abc']) {
    const text = before + '楼𠮷'.repeat(30_000)
    expect(fromUtf8(utf8(text))).toBe(text)
  }
})

test('what is no UTF-8 is refused, whole or in pieces, and leaves nothing behind', () => {
  const good = utf8('楼'.repeat(50_000))
  for (const at of [0, 65_535, 65_536, good.length - 1]) {
    const bad = good.slice()
    bad[at] = 0xff
    expect(() => fromUtf8(bad)).toThrow()
    expect(fromUtf8(good)).toHaveLength(50_000)
  }
  expect(() => fromUtf8(good.subarray(0, good.length - 1))).toThrow()
  expect(() => fromUtf8(Uint8Array.of(0xe6, 0xa5))).toThrow()
  expect(fromUtf8(utf8('x'))).toBe('x')
})
