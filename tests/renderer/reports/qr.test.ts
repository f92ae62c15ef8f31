/** The poster's QR code is read back as it is printed: 52 mm at 300 and at 150 dots an inch. */
import jsqr from 'jsqr'
import { expect, test } from 'vitest'
import { qrPath } from '#app/features/reports/qr-path.ts'
import { qrText } from '#core/notice/sms.ts'
import { seeded } from '#core/demo/seeded.ts'

// jsqr is a CommonJS module with a default of its own.
const read = ((jsqr as unknown as { default?: typeof jsqr }).default ?? jsqr) as unknown as (data: Uint8ClampedArray, width: number, height: number) => { readonly data: string } | null // prettier-ignore

const MM = 52

function printed({ size, d }: ReturnType<typeof qrPath>, dpi: number): { pixels: Uint8ClampedArray; side: number } {
  const side = Math.round((MM / 25.4) * dpi)
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  const at = (module: number): number => Math.round((module * side) / size)
  for (const [, x, y, width] of d.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    const [from, to] = [at(Number(x)), at(Number(x) + Number(width))]
    for (let row = at(Number(y)); row < at(Number(y) + 1); row++)
      for (let column = from; column < to; column++)
        pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3)
  }
  return { pixels, side }
}

const station = '槐树里社区服务站'
const texts = [
  { title: '停水通知', contact: '010-66668888', from: '2026-03-05', until: '2026-03-06' },
  {
    title: '老年人免费体检，𠮷祥路居民也可以来；雨天照常'.repeat(2),
    contact: '010-66668888 转 12（王主任办公室）',
    from: '',
    until: '',
  },
].map((told) => qrText({ ...told, body: '' }, station))

test.each([
  [150, texts[0]!],
  [300, texts[0]!],
  [300, texts[1]!],
])('at %i dpi: %s', (dpi, text) => {
  const { pixels, side } = printed(qrPath(text), dpi)
  expect(read(pixels, side, side)?.data).toBe(text)
})

test('one that is torn at a place is still read, a blank sheet is not', () => {
  const { pixels, side } = printed(qrPath(texts[0]!), 300)
  const random = seeded(7)
  for (let row = Math.floor(side * 0.62); row < side * 0.72; row++)
    for (let column = Math.floor(side * 0.62); column < side * 0.72; column++)
      pixels.fill(random.int(2) * 255, (row * side + column) * 4, (row * side + column) * 4 + 3)
  expect(read(pixels, side, side)?.data).toBe(texts[0])
  expect(read(new Uint8ClampedArray(side * side * 4).fill(255), side, side)).toBeNull()
})
