/** What a picture claims to be, read from its first bytes, before any decoder sees it. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pictureSize } from '#app/features/follow-up/attachments/picture-size.ts'
import { size } from '../../size.ts'

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)))
const be = (value: number, count: number): number[] => Array.from({ length: count }, (_, i) => (value >>> (8 * (count - 1 - i))) & 255) // prettier-ignore
const le = (value: number, count: number): number[] => be(value, count).toReversed()
const nothing = (count: number): number[] => Array.from({ length: count }, () => 0)

const png = (w: number, h: number): Uint8Array => bytes([0x89], 'PNG\r\n\x1a\n', be(13, 4), 'IHDR', be(w, 4), be(h, 4), nothing(9)) // prettier-ignore
const gif = (w: number, h: number): Uint8Array => bytes('GIF89a', le(w, 2), le(h, 2), nothing(4))
const bmp = (w: number, h: number): Uint8Array => bytes('BM', nothing(12), le(40, 4), le(w, 4), le(h, 4), nothing(8))
const webp = (kind: string, at: number, rest: readonly number[]): Uint8Array =>
  bytes('RIFF', nothing(4), 'WEBP', kind, nothing(at - 16), rest, nothing(20))
/** With a segment of 300 bytes and a fill byte before the frame's own. */
const jpeg = (w: number, h: number, marker = 0xc0): Uint8Array =>
  bytes([0xff, 0xd8, 0xff, 0xe1], be(302, 2), nothing(300), [0xff, 0xff, marker], be(17, 2), [8], be(h, 2), be(w, 2), nothing(12)) // prettier-ignore

describe('size', () => {
  it.each([
    ['image/png', png(4000, 3000)],
    ['image/gif', gif(4000, 3000)],
    ['image/bmp', bmp(4000, 3000)],
    ['image/jpeg', jpeg(4000, 3000)],
    ['image/jpeg', jpeg(4000, 3000, 0xc2)],
    ['image/webp', webp('VP8X', 24, [...le(3999, 3), ...le(2999, 3)])],
    ['image/webp', webp('VP8L', 21, le(3999 | (2999 << 14), 4))],
    ['image/webp', webp('VP8 ', 26, [...le(4000, 2), ...le(3000, 2)])],
  ])('%s', (media, file) => {
    expect(pictureSize(file)).toEqual({ media, width: 4000, height: 3000 })
  })

  it('a picture that stands upside down (a negative height) is as large', () => {
    expect(pictureSize(bmp(4000, -3000))).toMatchObject({ height: 3000 })
  })

  it('believes what is claimed, so that whoever asks can refuse it', () => {
    expect(pictureSize(png(0xffffffff, 0xffffffff))).toMatchObject({ width: 4_294_967_295, height: 4_294_967_295 })
  })

  it('anything else is none: words, a page, SVG, a PDF, a table of Huffman codes alone, nothing', () => {
    for (const words of ['你好', '<html>', '<svg width="3" height="2">', '%PDF-1.7', ''])
      expect(pictureSize(new TextEncoder().encode(words))).toBeNull()
    expect(pictureSize(jpeg(4000, 3000, 0xc4))).toBeNull()
    expect(pictureSize(png(0, 3000))).toBeNull()
  })

  it('no bytes, cut anywhere or made up, are more than the bytes allow', () => {
    const start = fc.constantFrom(png(3, 2), gif(3, 2), bmp(3, 2), jpeg(3, 2), webp('VP8X', 24, [2, 0, 0, 1, 0, 0]))
    fc.assert(
      fc.property(start, fc.nat(400), fc.uint8Array({ maxLength: 400 }), (file, cut, more) => {
        const said = pictureSize(Uint8Array.from([...file.subarray(0, cut), ...more]))
        if (said) expect(said.width > 0 && said.height > 0).toBe(true)
      }),
      { numRuns: size(2_000) },
    )
  })
})
