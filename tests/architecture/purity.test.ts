import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { impurities } from './purity.ts'
import { PROJECT, readSources } from './sources.ts'

test('src-core has no clock, no chance and no console', () => {
  const core = [...readSources()].filter(([file]) => file.startsWith('src-core/') && file.endsWith('.ts'))
  expect(core.length).toBeGreaterThan(5)
  expect(core.flatMap(([file, source]) => impurities(file, source).map((what) => `${file}:${what}`))).toEqual([])
})

test.each([
  'new Date()',
  'new Date',
  'Date()',
  'Date.now()',
  `Date['now']()`,
  'const { now } = Date',
  'f(Date)',
  'const D = Date',
  'Math.random()',
  `Math['random']()`,
  'Math[name]()',
  'const { random } = Math',
  'crypto.getRandomValues(a)',
  'performance.now()',
  'console.log(1)',
  'globalThis.Date',
  'setTimeout(f, 1)',
  'new Date(0).toLocaleDateString()',
  'new Date(0).getTimezoneOffset()',
  'new Date(0).getHours()',
  'new Date(2026, 0, 1)',
  'const D = Date as unknown',
  `['b', 'a'].sort((a, b) => a.localeCompare(b))`,
])('refused: %s', (source) => {
  expect(impurities('x.ts', `\n${source}`)[0]).toMatch(/^2: /)
})

test.each([
  'new Date(at).getUTCDay()',
  'Date.UTC(2026, 0, 1)',
  'Date.parse(text)',
  'x instanceof Date',
  `a.localeCompare(b, 'zh-CN')`,
  'const a: Date = b',
  'Math.max(1, 2)',
  'const x = { Date: 1, console: 2 }',
  'x.crypto',
  'type T = { readonly crypto: Crypto }',
])('allowed: %s', (source) => {
  expect(impurities('x.ts', source)).toEqual([])
})

test('src-core is compiled without DOM and without Node types, whatever its packages bring', () => {
  const tsc = join(PROJECT, 'node_modules/typescript/bin/tsc')
  const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', join(PROJECT, 'src-core'), '--listFilesOnly'], {
    encoding: 'utf8',
  })
  expect(status).toBe(0)
  const files = stdout.replaceAll('\\', '/').split('\n')
  expect(files.some((file) => file.endsWith('src-core/lib/runtime.d.ts'))).toBe(true)
  expect(files.filter((file) => /\/lib\.(?:dom|webworker)|\/@types\/(?:node|react)|\/electron\//.test(file))).toEqual(
    [],
  )
})
