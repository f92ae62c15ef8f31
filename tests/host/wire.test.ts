import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeReply, decodeRequest, encodeReply, encodeRequest, JSON_BYTES, type WireReply } from '#core/host/wire.ts'
import { concat, utf8 } from '#core/lib/bytes.ts'
import { size } from '../size.ts'

const bytes = fc.uint8Array({ maxLength: 40 })
const name = fc.string({ unit: 'binary', maxLength: 6 }).filter((key) => key !== '__proto__')
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(
      bytes,
      fc.string({ unit: 'grapheme' }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 4 }),
  ),
}))
/** JSON has no -0, and an object of a message has an ordinary prototype. */
const plain = (given: unknown): unknown =>
  given instanceof Uint8Array
    ? new Uint8Array(given)
    : Array.isArray(given)
      ? given.map(plain)
      : typeof given === 'object' && given !== null
        ? Object.fromEntries(Object.entries(given).map(([key, item]) => [key, plain(item)]))
        : Object.is(given, -0)
          ? 0
          : given

const message = (json: unknown, ...attachments: Uint8Array[]): Uint8Array => {
  const text = utf8(typeof json === 'string' ? json : JSON.stringify(json))
  return concat([new Uint8Array(new Uint32Array([text.length]).buffer), text, ...attachments])
}

describe('what is sent arrives', () => {
  test('requests and replies of any shape', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string(), fc.array(value, { maxLength: 4 }), (id, method, params) => {
        expect(decodeRequest(encodeRequest({ id, method, params }))).toEqual({
          ok: true,
          value: { id, method, params: plain(params) },
        })
        const reply: WireReply = { id, ok: true, value: params }
        expect(decodeReply(encodeReply(reply))).toEqual({ ok: true, value: { ...reply, value: plain(params) } })
      }),
      { numRuns: size(500) },
    )
  })

  test('bytes travel raw, and do not copy what they are a view of', () => {
    const big = new Uint8Array(5_000_000).fill(9)
    const encoded = encodeRequest({ id: 1, method: 'append', params: ['x', 32, big.subarray(0, 4_000_000)] })
    expect(encoded.length).toBeLessThan(4_000_100)
    const decoded = decodeRequest(encoded)
    const batch = decoded.ok ? (decoded.value.params[2] as Uint8Array) : null
    expect(batch?.length).toBe(4_000_000)
    expect(batch?.buffer).toBe(encoded.buffer)
  })

  test('nested: a list of drafts', () => {
    const drafts = [{ id: 'a', bytes: utf8('one') }, { id: 'b', bytes: utf8('') }, { id: 'c', bytes: utf8('three') }] // prettier-ignore
    expect(decodeReply(encodeReply({ id: 3, ok: true, value: drafts }))).toEqual({
      ok: true,
      value: { id: 3, ok: true, value: drafts },
    })
  })

  test('errors, and an answer of nothing', () => {
    expect(decodeReply(encodeReply({ id: 3, ok: false, error: 'moved' }))).toEqual({
      ok: true,
      value: { id: 3, ok: false, error: 'moved' },
    })
    expect(decodeReply(encodeReply({ id: 3, ok: true, value: undefined }))).toEqual({
      ok: true,
      value: { id: 3, ok: true, value: null },
    })
  })

  test('the picture in the comment', () => {
    const picture = message(
      { id: 7, method: 'append', params: ['9f', 32, null], bytes: [[['2'], 3]] },
      new Uint8Array([1, 2, 3]),
    )
    expect(encodeRequest({ id: 7, method: 'append', params: ['9f', 32, new Uint8Array([1, 2, 3])] })).toEqual(picture)
  })
})

describe('what is hostile is refused', () => {
  const good = { id: 1, method: 'm', params: [null] }
  const b = new Uint8Array([1, 2])
  const cases: readonly [string, Uint8Array][] = [
    ['nothing', new Uint8Array(0)],
    ['three bytes', new Uint8Array(3)],
    ['a length beyond the end', new Uint8Array([9, 0, 0, 0, 123, 125])],
    ['a huge length', new Uint8Array([255, 255, 255, 255])],
    ['not JSON', message('{')],
    ['not UTF-8', concat([new Uint8Array([2, 0, 0, 0]), new Uint8Array([0xc3, 0x28])])],
    ['null', message('null')],
    ['an array', message('[]')],
    ['a missing field', message({ id: 1, method: 'm' })],
    ['a field too many', message({ ...good, more: 1 })],
    ['an id that is no number', message({ ...good, id: '1' })],
    ['a negative id', message({ ...good, id: -1 })],
    ['half an id', message({ ...good, id: 1.5 })],
    ['an id beyond 2^53', message('{"id":9007199254740993,"method":"m","params":[]}')],
    ['a method that is no text', message({ ...good, method: {} })],
    ['params that are no list', message({ ...good, params: { length: 1 } })],
    ['__proto__ at the top', message('{"id":1,"method":"m","params":[],"__proto__":{}}')],
    ['__proto__ deep inside', message('{"id":1,"method":"m","params":[[{"a":{"__proto__":{"x":1}}}]]}')],
    ['__proto__ written otherwise', message('{"id":1,"method":"m","params":[{"\\u005f_proto__":{"x":1}}]}')],
    ['too deep', message(`{"id":1,"method":"m","params":${'['.repeat(30)}${']'.repeat(30)}}`)],
    ['far too deep', message(`{"id":1,"method":"m","params":${'['.repeat(200_000)}${']'.repeat(200_000)}}`)],
    ['bytes that nobody names', message(good, b)],
    ['bytes that are not there', message({ ...good, bytes: [[['0'], 2]] })],
    ['bytes twice in one place', message({ ...good, bytes: [[['0'], 1], [['0'], 1]] }, b)], // prettier-ignore
    ['bytes in a place that is not there', message({ ...good, bytes: [[['1'], 2]] }, b)],
    ['bytes in the place of something else', message({ ...good, params: [1], bytes: [[['0'], 2]] }, b)],
    ['bytes instead of params', message({ ...good, params: null, bytes: [[[], 2]] }, b)],
    ['bytes in a prototype', message({ ...good, params: [{}], bytes: [[['0', '__proto__', 'x'], 2]] }, b)],
    ['bytes in length', message({ ...good, bytes: [[['length'], 2]] }, b)],
    ['bytes in constructor', message({ ...good, bytes: [[['constructor', 'prototype'], 2]] }, b)],
    ['bytes inside of bytes', message({ ...good, bytes: [[['0'], 1], [['0', '0'], 1]] }, b)], // prettier-ignore
    ['a path of numbers', message({ ...good, bytes: [[[0], 2]] }, b)],
    ['a path that is no list', message({ ...good, bytes: [['0', 2]] }, b)],
    ['a length that is none', message({ ...good, bytes: [[['0'], -2]] }, b)],
    ['a list that is none', message({ ...good, bytes: {} }, b)],
    ['an entry that is none', message({ ...good, bytes: [null] }, b)],
  ]
  for (const [what, hostile] of cases) {
    test(what, () => {
      expect(decodeRequest(hostile)).toEqual({ ok: false, error: 'bad-message' })
      expect(decodeReply(hostile)).toEqual({ ok: false, error: 'bad-message' })
    })
  }

  test('replies with an unknown code, or both kinds at once', () => {
    for (const reply of [
      { id: 1, ok: false, error: 'constructor' },
      { id: 1, ok: false, error: 'no-such' },
      { id: 1, ok: true },
      { id: 1, ok: 1, value: 1 },
      { id: 1, ok: true, value: 1, error: 'moved' },
    ]) {
      expect(decodeReply(message(reply))).toEqual({ ok: false, error: 'bad-message' })
    }
  })

  test('more JSON than any request has', () => {
    expect(decodeRequest(message(`{"id":1,"method":"${'m'.repeat(JSON_BYTES)}","params":[]}`))).toEqual({
      ok: false,
      error: 'bad-message',
    })
  })

  test('mutated messages never throw, and Object.prototype stays as it is', () => {
    const before = JSON.stringify(Object.getOwnPropertyNames(Object.prototype))
    const original = encodeRequest({ id: 5, method: 'putDraft', params: ['a', utf8('xyz'), { deep: [utf8('q')] }] })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(original.length - 1), fc.nat(255)), { maxLength: 6 }),
        fc.nat(original.length),
        (flips, cut) => {
          const mutated = original.slice()
          for (const [at, byte] of flips) mutated[at] = byte
          for (const one of [mutated, mutated.subarray(0, cut)]) {
            decodeRequest(one)
            decodeReply(one)
          }
        },
      ),
      { numRuns: size(5_000) },
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => void decodeRequest(noise)),
      { numRuns: size(2_000) },
    )
    expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(before)
  })
})
