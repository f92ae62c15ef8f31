/** DOMAIN §7.1, §7.5: sampled revisits are drawn, and anyone can draw the same sample again. */
import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawDigits, drawPercent, isDrawn } from '#core/revisit/draw.ts'
import { seeded } from '#core/demo/seeded.ts'

/** Case ids as this program makes them, always the same ones. */
function caseIds(count: number): string[] {
  const random = seeded(7)
  return Array.from({ length: count }, () => `case:${Buffer.from(random.bytes(16)).toString('hex')}`)
}

describe('anyone can draw the same sample again', () => {
  it('with nothing but SHA-256: the first 8 hex digits of seed/case/round', () => {
    for (const id of caseIds(200)) {
      const own = createHash('sha256').update(`2026/${id}/1`).digest('hex').slice(0, 8)
      expect(drawDigits('2026', id, 1)).toBe(own)
      expect(isDrawn(own, 20)).toBe(Number.parseInt(own, 16) / 2 ** 32 < 0.2)
    }
  })

  it('a fixed one never moves', () => {
    expect(drawDigits('1', 'case:0190', 1)).toBe(createHash('sha256').update('1/case:0190/1').digest('hex').slice(0, 8))
    expect([drawDigits('1', 'case:a', 1), drawDigits('1', 'case:a', 2), drawDigits('2', 'case:a', 1)]).toHaveLength(3)
    expect(
      new Set([drawDigits('1', 'case:a', 1), drawDigits('1', 'case:a', 2), drawDigits('2', 'case:a', 1)]).size,
    ).toBe(3)
  })
})

describe.each([5, 20, 50])('at %i %%', (rate) => {
  it('the share drawn of 10,000 cases lies within five standard deviations, and is the same on repeat', () => {
    const ids = caseIds(10_000)
    const draw = (): string[] => ids.filter((id) => isDrawn(drawDigits('1', id, 1), rate))
    const drawn = draw()
    const p = rate / 100
    expect(Math.abs(drawn.length - 10_000 * p)).toBeLessThan(5 * Math.sqrt(10_000 * p * (1 - p)))
    expect(draw()).toEqual(drawn)
  })
})

it('0 % draws nobody, 100 % everybody, and a higher rate never loses anybody', () => {
  expect([isDrawn('00000000', 0), isDrawn('ffffffff', 100)]).toEqual([false, true])
  fc.assert(
    fc.property(
      fc.string(),
      fc.uuid(),
      fc.integer({ min: 1, max: 9 }),
      fc.nat(100),
      fc.nat(100),
      (seed, id, round, a, b) => {
        const digits = drawDigits(seed, `case:${id}`, round)
        expect([isDrawn(digits, 0), isDrawn(digits, 100)]).toEqual([false, true])
        if (isDrawn(digits, Math.min(a, b))) expect(isDrawn(digits, Math.max(a, b))).toBe(true)
        expect(isDrawn(digits, a)).toBe(drawPercent(digits) < a)
      },
    ),
  )
})
