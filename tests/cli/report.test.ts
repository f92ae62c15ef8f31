/** `linwu report`: figures of a period as .xlsx, .docx and .json, and clear answers to what makes no report. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { request } from '../e2e/seed-station.ts'
import { inStation, linwu, LONG, newStation } from './program.ts'

test(
  'figures of a period, as text, --json and three kinds of file; a file that is there stays',
  async () => {
    const { folder, dir, key } = await newStation()
    await inStation(dir, key, async ({ keeper }) => {
      const saved = await keeper.runBatch([1, 2, 3].map((n) => request({ title: `第${n}件`, requesterName: '王素兰', requesterPhone: '13812342764' }))) // prettier-ignore
      if (!saved.ok) throw new Error(JSON.stringify(saved.error))
    })
    const all = ['report', dir, '--from', '2020-01-01', '--to', '2099-12-31', ...key]
    const asked = await linwu(...all, '--json')
    expect(asked.code).toBe(0)
    expect(asked.json).toMatchObject({
      all: { counts: { received: 3, open: 3, closed: 0 }, rates: { valid: 0, score: null } },
      stamp: { period: { from: '2020-01-01T00:00:00+08:00', until: '2100-01-01T00:00:00+08:00' } },
    })
    expect((await linwu(...all)).out).toContain('受理 3，办结 0，未办结 3；有效回访 0：响应率 —')

    const file = (name: string): string => join(folder, name)
    for (const name of ['r.xlsx', 'r.docx', 'r.json']) {
      const made = await linwu(...all, '--by', 'place', '--out', file(name), '--json')
      expect([name, made.code, made.err]).toEqual([name, 0, ''])
      expect(existsSync(file(name))).toBe(true)
      const bytes = readFileSync(file(name))
      const text = name.endsWith('.json')
        ? bytes.toString('utf8')
        : Object.values(unzipSync(bytes)).map((part) => Buffer.from(part).toString('utf8')).join('') // prettier-ignore
      expect(text).not.toMatch(/王素兰|13812342764/)
    }
    writeFileSync(file('mine.docx'), 'edited by hand')
    const there = await linwu(...all, '--out', file('mine.docx'))
    expect([there.code, readFileSync(file('mine.docx'), 'utf8')]).toEqual([2, 'edited by hand'])
    expect(there.err).toContain('没有覆盖')
    expect((await linwu(...all, '--out', file('mine.docx'), '--replace')).code).toBe(0)
    expect(readFileSync(file('mine.docx')).subarray(0, 2).toString()).toBe('PK')
  },
  LONG,
)

test(
  'bad input: exit 2, what is wrong, and no file',
  async () => {
    const { folder, dir, key } = await newStation()
    const out = join(folder, 'none.docx')
    const ask = (...words: string[]) => linwu('report', dir, ...words, '--out', out, ...key)
    const wrong: readonly (readonly [words: readonly string[], said: RegExp])[] = [
      [['--to', '2026-10-31'], /还缺 --from/],
      [['--from', '2026-10-01'], /还缺 --to/],
      [['--from', '2026-10-31', '--to', '2026-10-01'], /止在起之前/],
      [['--from', '2026-02-30', '--to', '2026-03-01'], /--from 不能是“2026-02-30”/],
      [['--from', '2026-02-01', '--to', '2026-02-29'], /--to 不能是“2026-02-29”/],
      [['--from', '2026-10-01', '--to', '2026-10-31', '--by', 'weather'], /--by 不能是“weather”/],
    ]
    for (const [words, said] of wrong) {
      const ran = await ask(...words)
      expect([words, ran.code]).toEqual([words, 2])
      expect(ran.err).toMatch(said)
    }
    const ending = await linwu('report', dir, '--from', '2026-10-01', '--to', '2026-10-31', '--out', join(folder, 'x.pdf'), ...key) // prettier-ignore
    expect([ending.code, existsSync(join(folder, 'x.pdf'))]).toEqual([2, false])
    expect(existsSync(out)).toBe(false)
  },
  LONG,
)
