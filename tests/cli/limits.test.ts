/** `linwu deadline`, `linwu due`, `linwu calendar add`. */
import { describe, expect, it } from 'vitest'
import { atTime } from '#core/lib/time.ts'
import { INTAKE } from '../core/commands/station.ts'
import { inStation, linwu, LONG, newStation, put } from './program.ts'

const LINE = /^linwu: [^\n]+ · [^\n]+ · [^\n]+\n$/

describe('deadline', () => {
  it('by working days, natural days and hours, and says when it had to guess', { timeout: LONG }, async () => {
    const of = async (...words: string[]) => (await linwu('deadline', ...words, '--json')).json
    expect(await of('--from', '2026-02-13', '--working-days', '5')).toEqual({
      from: '2026-02-13T00:00:00+08:00',
      unit: 'working-days',
      count: 5,
      date: '2026-02-27',
      at: '2026-02-27T23:59:59+08:00',
      unsure: false,
    })
    expect(await of('--from', '2026-02-10', '--days', '7')).toMatchObject({ date: '2026-02-24' })
    expect(await of('--from', '2026-02-10T09:30', '--hours', '24')).toMatchObject({ at: '2026-02-11T09:30:00+08:00' })
    const guess = await linwu('deadline', '--from', '2026-12-30', '--working-days', '5')
    expect([guess.code, guess.out.split('\n').length]).toEqual([0, 3])
  })

  it('is refused with one line when it is no question', { timeout: LONG }, async () => {
    for (const words of [
      ['--from', '2026-02-30', '--days', '1'],
      ['--from', '2026-02-28', '--days', '1', '--hours', '1'],
      ['--from', '2026-02-28', '--days', '-1'],
    ]) {
      const ran = await linwu('deadline', ...words)
      expect([words, ran.code, ran.out]).toEqual([words, 2, ''])
      expect(ran.err).toMatch(LINE)
    }
  })
})

describe('a station', () => {
  it('due on a day with reasons; a calendar brought in, or refused whole', { timeout: LONG }, async () => {
    const { folder, dir, key } = await newStation()
    let dueAt = ''
    await inStation(dir, key, async ({ keeper, mark }) => {
      for (const title of ['到期的', '超期的']) {
        const saved = await keeper.run({ name: 'receive-case', input: { ...INTAKE, title } })
        if (!saved.ok) throw new Error(JSON.stringify(saved.error))
      }
      await mark()
    })
    const [one] = (await linwu('list', dir, ...key, '--json')).json.cases as unknown as { dueAt: string }[]
    dueAt = one!.dueAt
    const on = async (day: string) =>
      (await linwu('due', dir, '--on', day, ...key, '--json')).json as unknown as {
        counts: Record<string, number>
        cases: { title: string; step: string; reason: string; dueAt: string }[]
      }
    const day = dueAt.slice(0, 10)
    const later = atTime(new Date(Date.parse(`${day}T00:00:00Z`) + 4 * 86_400_000).toISOString().slice(0, 10), '00:00:00') // prettier-ignore
    expect((await on(day)).cases.map(({ step }) => step)).toEqual(['due-today', 'due-today'])
    const late = await on(later.slice(0, 10))
    expect(late.counts).toMatchObject({ urge: 2, overdue: 0, supervise: 0 })
    expect(late.cases[0]).toMatchObject({ step: 'urge', dueAt })
    expect(late.cases[0]!.reason).toMatch(/超期 4 天/)
    expect((await on('2020-01-01')).cases).toEqual([])
    expect((await linwu('due', dir, '--on', '2026-02-30', ...key)).code).toBe(2)

    const twice = put(folder, '2031.csv', '日期,类型\n2031-01-01,休\n2031-10-01,休\n2031-01-01,休\n')
    const refused = await linwu('calendar', 'add', dir, twice, ...key)
    expect([refused.code, refused.out]).toEqual([1, ''])
    expect(refused.err).toMatch(LINE)
    expect(refused.err).toMatch(/2031\.csv.*4.*2031-01-01/)
    const from = ['--from', '2031-01-01', '--working-days', '1', ...key, '--json']
    expect((await linwu('deadline', dir, ...from)).json).toMatchObject({ date: '2031-01-02', unsure: true })

    const good = put(folder, '2031.json', JSON.stringify({ year: 2031, days: [{ date: '2031-01-01', isOffDay: true }, { date: '2031-01-02', isOffDay: true }, { date: '2031-01-04', isOffDay: false }] })) // prettier-ignore
    const added = await linwu('calendar', 'add', dir, good, ...key, '--json')
    expect(added.json).toMatchObject({ year: 2031, off: 2, work: 1, changed: true })
    expect((await linwu('deadline', dir, ...from)).json).toMatchObject({ date: '2031-01-03', unsure: false })
    expect((await linwu('calendar', 'add', dir, good, ...key, '--json')).json).toMatchObject({ changed: false })
    expect((await linwu('verify', dir, ...key)).code).toBe(0)
  })
})
