import { createHash } from 'node:crypto'
import { sha256 as noble } from '@noble/hashes/sha2.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toHex, utf8 } from '#core/lib/bytes.ts'
import { sha256, sha256OfText } from '#core/lib/sha256.ts'

const ours = (text: string): string => toHex(sha256OfText(text))

test('the examples of FIPS 180-4', () => {
  expect(ours('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(ours('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(ours('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  )
  expect(ours('a'.repeat(1_000_000))).toBe('cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0')
})

test('every length around the padding, at any place of a larger array', () => {
  const large = new Uint8Array(400).map((_, i) => i * 37)
  for (let length = 0; length < 200; length++) {
    const part = large.subarray(length % 7, (length % 7) + length)
    expect(toHex(sha256(part))).toBe(toHex(noble(part)))
  }
})

test('as Node and the library of the keys say, for any bytes and any text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3_000 }), (bytes) => {
      expect(toHex(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'))
    }),
  )
  fc.assert(
    // Lone halves of a pair become U+FFFD, as with `utf8`.
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), fc.constantFrom('', '\ud800', '楼道'), (a, b) => {
      expect(toHex(sha256OfText(a + b))).toBe(toHex(noble(utf8(a + b))))
    }),
  )
})

test('texts longer than the buffer, one after another', () => {
  const long = '经过'.repeat(20_000)
  for (const text of [long, 'x', `${long}y`, '']) expect(ours(text)).toBe(toHex(noble(utf8(text))))
})
