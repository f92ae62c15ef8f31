import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberedName, safeName } from '#host/safe-name.ts'
import { size } from '../size.ts'

test('names', () => {
  const cases: readonly [string, string][] = [
    ['诉求月报.xlsx', '诉求月报.xlsx'],
    ['2026/05 月报.xlsx', '2026_05 月报.xlsx'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\a\\b.txt', 'C__a_b.txt'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['com1.tar.gz', '_com1.tar.gz'],
    ['LPT9 .csv', '_LPT9.csv'],
    ['console.txt', 'console.txt'],
    ['  trailing. . ', 'trailing'],
    ['...', 'linwu'],
    ['', 'linwu'],
    ['a\u0000b\u001fc.txt', 'a_b_c.txt'],
    ['gpj\u202etxt.exe', 'gpj_txt.exe'],
    ['𠮷野家.docx', '𠮷野家.docx'],
    ['\ud800.txt', '\ufffd.txt'],
    [`${'长'.repeat(300)}.xlsx`, `${'长'.repeat(65)}.xlsx`],
  ]
  for (const [given, wanted] of cases) expect([given, safeName(given)]).toEqual([given, wanted])
  expect(numberedName('a.b.xlsx', 2)).toBe('a.b (2).xlsx')
  expect(numberedName('没有后缀', 3)).toBe('没有后缀 (3)')
})

test('whatever is given, the name is one that every system takes', () => {
  const given = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: fc.constantFrom(...'/\\.: \0cona长.𠮷x'), maxLength: 90 }),
  )
  fc.assert(
    fc.property(given, (name) => {
      const safe = safeName(name)
      expect(safe).not.toMatch(/[\u0000-\u001f\u007f<>:"/\\|?*]/) // oxlint-disable-line no-control-regex
      expect(safe).not.toMatch(/^[\s.]|[\s.]$/)
      expect(safe).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i)
      expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200)
      expect(safe.length).toBeGreaterThan(0)
      expect(safeName(safe)).toBe(safe)
    }),
    { numRuns: size(300) },
  )
})
