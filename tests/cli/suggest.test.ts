import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { linwu } from './program.ts'

const HEAD = 'text,label\n'
const rows = (from: number, count: number): string =>
  Array.from({ length: count }, (_, i) => (i % 2 === 0 ? `井盖松动车一压就响${from + i},路` : `电费怎么缴${from + i},电`)).join('\n') // prettier-ignore

test('linwu suggest --train F --test G: macro-F1, per label, times and bytes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'linwu-suggest-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const [train, held] = [join(folder, 'train.csv'), join(folder, 'test.csv')]
  writeFileSync(train, `\uFEFF${HEAD}${rows(0, 40)}`)
  writeFileSync(held, HEAD + rows(100, 10))
  const ran = await linwu('suggest', '--train', train, '--test', held, '--json')
  expect(ran.err).toBe('')
  expect(ran.code).toBe(0)
  expect(ran.json).toMatchObject({ macroF1: 1, perLabel: { 路: { f1: 1, texts: 5 }, 电: { f1: 1, texts: 5 } } })
  expect(Object.keys(ran.json)).toEqual(['macroF1', 'perLabel', 'msPerText', 'trainMs', 'bytes'])
  expect((await linwu('suggest', '--train', train)).code).toBe(2)
  writeFileSync(held, 'a,b\n1,2\n')
  expect((await linwu('suggest', '--train', train, '--test', held)).code).toBe(1)
})
