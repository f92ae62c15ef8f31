import { zipSync } from 'fflate'
import { describe, expect, it, test } from 'vitest'
import { utf8 } from '#core/lib/bytes.ts'
import { ok } from '#core/lib/result.ts'
import { checkZip } from '#core/sheet/check-zip.ts'
import { unpackEntry } from '#core/sheet/unpack-entry.ts'
import { zipFile, type ZipLies, type ZipPart } from './zip-file.ts'

const A: ZipPart = { name: 'a.xml', data: utf8('aaaaaaaaaaaaaaaaaaaaaaaa') }
const B: ZipPart = { name: 'b.xml', data: utf8('b'), stored: true }
const LIMITS = { bytes: 2_000, entries: 5 }
const code = (parts: readonly ZipPart[], lies?: ZipLies): string => {
  const result = checkZip(zipFile(parts, lies), LIMITS)
  return result.ok ? 'ok' : result.error
}

test('names, sizes and places of an honest file', () => {
  const file = zipFile([A, B])
  const result = checkZip(file, LIMITS)
  expect(result).toEqual(
    ok({
      bytes: 25,
      entries: [
        expect.objectContaining({ name: 'a.xml', deflated: true, size: 24 }),
        expect.objectContaining({ name: 'b.xml', deflated: false, size: 1, packed: 1 }),
      ],
    }),
  )
  if (result.ok) expect(result.value.entries.map((entry) => unpackEntry(file, entry))).toEqual([ok(A.data), ok(B.data)])
})

test('reads what another program writes', () => {
  const result = checkZip(zipSync({ 'x.xml': [A.data, { level: 9 }], 'd/y.xml': A.data }))
  expect(result.ok && result.value.entries.map(({ name }) => name)).toEqual(['x.xml', 'd/y.xml'])
})

describe('honest but unusual', () => {
  it.each<[string, ZipPart[], ZipLies]>([
    ['sizes behind the data', [{ ...A, later: true }, B], {}],
    ['sizes in zip64 form', [{ ...A, zip64: true }, B], {}],
    ['a zip64 end record', [A, B], { end64: true }],
    ['a comment', [A], { comment: utf8('made by hand') }],
    ['an empty entry', [{ name: 'e', data: new Uint8Array(), stored: true }], {}],
    ['5 of 5 entries', ['1', '2', '3', '4', '5'].map((name) => ({ ...B, name })), {}],
    [
      'names that look like paths',
      [
        { ...A, name: '../../etc/passwd' },
        { ...B, name: 'C:\\x' },
      ],
      {},
    ],
    ['__proto__', [{ ...A, name: '__proto__' }], {}],
  ])('%s', (_, parts, lies) => expect(code(parts, lies)).toBe('ok'))
})

describe('refused before anything is unpacked', () => {
  it.each<[string, string, ZipPart[], ZipLies?]>([
    ['too-many-entries', 'more entries than allowed', ['1', '2', '3', '4', '5', '6'].map((name) => ({ ...B, name }))],
    ['too-big', 'sum of sizes', [1, 2, 3].map((n) => ({ name: `${n}`, data: new Uint8Array(700) }))],
    ['too-big', 'one declared size', [{ ...A, data: new Uint8Array(2_001) }]],
    ['encrypted', 'password', [{ ...A, flags: 1 }]],
    ['encrypted', 'strong encryption', [{ ...A, flags: 0x40 }]],
    ['damaged', 'another method', [{ ...A, method: 12 }]],
    ['damaged', 'the same name twice', [A, A]],
    ['damaged', 'the same name in capitals', [A, { ...B, name: 'A.XML' }]],
    ['damaged', 'two entries, one place', [A, { ...A, name: 'b.xml', says: { at: 0 } }]],
    ['damaged', 'an entry that reaches into the next', [{ ...B, says: { size: 40, packed: 40 } }, A]],
    ['damaged', 'data that reaches into the directory', [{ ...B, says: { size: 90, packed: 90 } }]],
    ['damaged', 'more than deflate can pack', [{ ...A, says: { size: 1_033 }, packed: Uint8Array.of(3) }]],
    ['damaged', 'stored, with two sizes', [{ ...B, says: { size: 2 } }]],
    ['damaged', 'another name inside', [{ ...A, says: { name: 'b.xml' } }]],
    ['damaged', 'a place outside', [{ ...A, says: { at: 5_000 } }]],
    ['damaged', 'an empty name', [{ ...A, name: '' }]],
    ['damaged', 'fewer entries than it says', [A], { count: 2 }],
    ['damaged', 'more entries than it says', [A, B], { count: 1 }],
    ['damaged', 'a directory elsewhere', [A], { directoryAt: 3 }],
    ['damaged', 'bytes behind the end', [A], { tail: utf8('PK') }],
    ['damaged', 'a zip64 end that says otherwise', [A], { end64: { count: 3 } }],
    ['too-many-entries', 'a zip64 end with 2⁵² entries', [A], { count: 0xffff, end64: { count: 2 ** 52 } }],
  ])('%s: %s', (expected, _, parts, lies) => expect(code(parts, lies)).toBe(expected))

  test('not-a-zip', () => {
    for (const bytes of [new Uint8Array(), utf8('PK'), utf8('%PDF-1.7 ...............................')]) {
      expect(checkZip(bytes)).toEqual({ ok: false, error: 'not-a-zip' })
    }
  })

  test('every cut', () => {
    const file = zipFile([A, B])
    for (let length = 0; length < file.length; length++) {
      expect(checkZip(file.subarray(0, length)).ok, `cut at ${length}`).toBe(false)
    }
  })
})

describe('unpacking', () => {
  const unpacked = (part: ZipPart): string => {
    const file = zipFile([part, B])
    const result = checkZip(file)
    return result.ok ? String(unpackEntry(file, result.value.entries[0]!).ok) : result.error
  }
  it.each<[string, ZipPart]>([
    ['one byte more than declared', { ...A, says: { size: A.data.length - 1 } }],
    ['one byte fewer than declared', { ...A, says: { size: A.data.length + 1 } }],
    ['another checksum', { ...A, says: { crc: 1 } }],
    ['bytes that are not deflate', { ...A, packed: Uint8Array.of(0xff, 0xff, 0xff, 0xff) }],
    ['a stream without an end', { ...A, packed: Uint8Array.of(0x4b) }],
  ])('damaged: %s', (_, part) => expect(unpacked(part)).toBe('false'))

  test('a hundred times what the directory says', () => {
    expect(unpacked({ name: 'a', data: new Uint8Array(20_000_000), says: { size: 200_000 } })).toBe('false')
  })

  test('four megabytes behind the end of the stream is not copied again and again', () => {
    const packed = new Uint8Array(4_000_000)
    packed.set([0x4b, 0x04, 0x00])
    expect(unpacked({ name: 'a', data: utf8('aa'), packed })).toBe('false')
  })
})
