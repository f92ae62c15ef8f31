/** The planted bugs themselves run in `npm run test:mutants`; here only: each can still be planted. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { BUGS, occurrences } from './bugs.mjs'

const ROOT = resolve(import.meta.dirname, '../..')

test('every planted bug still finds its piece of the source exactly once, and its tests', () => {
  for (const { bug, edits, tests } of BUGS) {
    expect(edits.length, bug).toBeGreaterThan(0)
    for (const [file, find, replace] of edits) {
      expect(occurrences(readFileSync(join(ROOT, file), 'utf8'), find), `${bug}: ${find}`).toBe(1)
      expect(replace, bug).not.toBe(find)
    }
    for (const file of tests) expect(existsSync(join(ROOT, file)), `${bug}: ${file}`).toBe(true)
  }
  expect(new Set(BUGS.map(({ bug }) => bug)).size).toBe(BUGS.length)
})
