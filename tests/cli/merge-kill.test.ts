/** `linwu merge` over a folder, killed again and again: what was in stays in, and the last run ends where an undisturbed one does. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fillDistrict } from '../bench/district/fill-district.ts'
import { size } from '../size.ts'
import { linwu, LONG, tempFolder } from './program.ts'

const HOUSES = 8
const EVENTS = 8_000

it('goes on where it was killed', { timeout: LONG }, async () => {
  const folder = tempFolder()
  const filled = await fillDistrict(folder, HOUSES, EVENTS)
  expect(filled.files).toBe(HOUSES)
  const words = ['merge', join(folder, 'office'), join(folder, 'bundles'), '--password-file', join(folder, 'password'), '--json'] // prettier-ignore
  const dry = await linwu(...words, '--dry-run')
  expect(dry.json).toMatchObject({ new: filled.events, known: 0, refused: 0 })
  const program = join(import.meta.dirname, '../../out/main/linwu.js')
  for (let round = 0; round < size(4); round++)
    await new Promise<void>((done) => {
      const child = spawn(process.execPath, [program, ...words], { stdio: 'ignore' })
      child.on('exit', () => done())
      setTimeout(() => child.kill('SIGKILL'), 500 + Math.random() * 1_500)
    })
  const last = await linwu(...words)
  expect(last.err).toBe('')
  const { files, ...sums } = last.json as unknown as { files: { state: string }[]; new: number; known: number }
  expect(sums).toMatchObject({ parked: 0, conflicts: 0, refused: 0 })
  expect(sums.new + sums.known).toBe(filled.events)
  expect(files.every(({ state }) => state === 'taken' || state === 'known')).toBe(true)
  expect((await linwu(...words)).json).toMatchObject({ new: 0, known: filled.events })
  expect((await linwu('verify', ...words.slice(1, 2), ...words.slice(3))).json.ok).toBe(true)
})
