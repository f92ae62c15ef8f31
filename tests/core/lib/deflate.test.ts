import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { crc32 } from '#core/lib/crc32.ts'
import { deflate, deflateWithCrc, inflate, inflateTo } from '#core/lib/deflate.ts'
import { seededBytes } from '../journal/disk.ts'

const noise = seededBytes('deflate')(100_000)
const plain = Uint8Array.from(noise, (byte, i) => (i % 3 === 0 ? byte : 7))

test('there and back, with the checksum of what went in', async () => {
  const { packed, crc } = await deflateWithCrc(plain)
  expect(crc).toBe(crc32(plain))
  expect(await inflateTo(packed, plain.length)).toEqual(plain)
  expect(await inflate(packed)).toEqual(plain)
  expect(await inflate(await deflate(plain))).toEqual(plain)
  const { packed: none, crc: zero } = await deflateWithCrc(new Uint8Array())
  expect([await inflateTo(none, 0), zero]).toEqual([new Uint8Array(), 0])
})

test('another length, a cut stream, no stream: null', async () => {
  const packed = new Uint8Array(deflateRawSync(plain))
  expect(await inflateTo(packed, plain.length + 1)).toBe(null)
  expect(await inflateTo(packed, plain.length - 1)).toBe(null)
  for (const cut of [0, 1, packed.length >> 1, packed.length - 1])
    expect(await inflateTo(packed.subarray(0, cut), plain.length)).toBe(null)
  expect(await inflateTo(noise, noise.length)).toBe(null)
})

test('a stream that would unpack to a gigabyte ends at the size it was said to have', async () => {
  const packed = new Uint8Array(deflateRawSync(new Uint8Array(1 << 28)))
  expect(await inflateTo(packed, 1_000)).toBe(null)
})
