/** The recovery code: printed once, typed back years later by somebody else. */
import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupOf, newRecoveryCode, readRecoveryCode } from '#core/keys/recovery-code.ts'
import { size } from '../../size.ts'

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 })
const codeFrom = (seed: Uint8Array): string => newRecoveryCode(() => new Uint8Array(seed))

describe('the recovery code', () => {
  test('has 8 groups of 4 from an alphabet without I, L, O and U', () => {
    for (let i = 0; i < 200; i++) {
      expect(newRecoveryCode((n) => new Uint8Array(randomBytes(n)))).toMatch(
        /^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/,
      )
    }
  })

  test('reads back however it was typed: case, spaces, dashes, full width, O for 0, I and L for 1, U for V', () => {
    const fullWidth = (text: string): string =>
      [...text].map((ch) => (ch > ' ' && ch <= '~' ? String.fromCharCode(ch.charCodeAt(0) + 0xfee0) : ch)).join('')
    const mistakes: Record<string, string[]> = {
      '0': ['O', 'o', '０'],
      '1': ['I', 'L', 'i', 'l', 'ｌ'],
      V: ['U', 'u', 'Ｕ'],
    }
    fc.assert(
      fc.property(
        bytes,
        fc.array(fc.nat(20), { minLength: 5, maxLength: 40 }),
        fc.constantFrom('-', '', ' ', '　', '—', '–', '－', '‐', '−', ' - ', '_', '\n'),
        fc.boolean(),
        (seed, picks, dash, wide) => {
          const code = codeFrom(seed)
          const typed = [...code]
            .map((ch, i) => {
              if (ch === '-') return dash
              const pick = picks[i % picks.length]!
              const other = mistakes[ch]
              if (other && pick % 2 === 0) return other[pick % other.length]!
              return pick % 3 === 0 ? ch.toLowerCase() : ch
            })
            .join('')
          expect(readRecoveryCode(wide ? fullWidth(typed) : typed)).toBe(code)
        },
      ),
      { numRuns: size(400) },
    )
  })

  test('anything else is no code', () => {
    fc.assert(
      fc.property(bytes, fc.nat(31), (seed, at) => {
        const plain = codeFrom(seed).replaceAll('-', '')
        const wrong = [
          plain.slice(1),
          `${plain}0`,
          `${plain.slice(0, at)}*${plain.slice(at + 1)}`,
          `${plain.slice(0, at)}长${plain.slice(at + 1)}`,
          '',
        ]
        for (const text of wrong) expect(readRecoveryCode(text)).toBe(null)
      }),
      { numRuns: size(100) },
    )
  })

  test('a group asked for as proof is that group', () => {
    const code = codeFrom(new Uint8Array(32).map((_, i) => i))
    expect(code).toBe('0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ')
    expect([1, 5, 8, 9].map((group) => groupOf(code, group))).toEqual(['0123', 'GHJK', 'WXYZ', ''])
  })
})
