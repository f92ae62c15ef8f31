/** `linwu survey draw`: the list of the screen, by anybody who has the seed; recorded only when told. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { surveysOf } from '#core/book/survey-of.ts'
import type { Command } from '#core/commands.ts'
import { builtInSheet } from '#core/survey/built-in-sheet.ts'
import { newProfile, openWorld, SET_UP } from '../desk/desk-world.ts'
import { inStation, linwu, LONG, PASSWORD, put, tempFolder } from './program.ts'

const TITLE = '服务满意度访问'

test(
  'the same list as on the screen; nothing is recorded unless told; a second draw and a bad seed are refused',
  async () => {
    newProfile()
    const folder = tempFolder()
    const world = await openWorld(join(folder, 'station'))
    await world.desk.setUp(SET_UP)
    const run = async (command: Command): Promise<string> => {
      const saved = await world.desk.run(command)
      if (!saved.ok) throw new Error(JSON.stringify(saved.error))
      return saved.value.entities[0]!
    }
    for (let i = 0; i < 9; i++)
      await run({ name: 'save-person', input: { name: `居民${i}`, phone: '', placeWords: '槐树里', marks: [], note: '' } }) // prettier-ignore
    const survey = await run({
      name: 'begin-survey',
      input: { title: TITLE, purpose: '', population: { of: 'residents' }, size: 4, strata: { by: 'none', share: 'equal' }, seed: 1, from: '2026-03-01', until: '2026-03-31', interviewers: [], questions: [...builtInSheet('zh-CN')] },
    }) // prettier-ignore
    const shown = await world.desk.drawSurvey(survey, 20_260_301, 4)
    if (!shown.ok) throw new Error(shown.error)
    const slot = await world.desk.addCommandLineSlot(PASSWORD)
    expect(slot.ok).toBe(true)
    await world.close()

    const key = ['--password-file', put(folder, 'password', `${PASSWORD}\n`)]
    const draw = (...more: string[]) => linwu('survey', 'draw', join(folder, 'station'), TITLE, ...more, ...key)
    const drawn = await draw('--seed', '20260301', '--json')
    expect([drawn.err, drawn.code]).toEqual(['', 0])
    expect(drawn.json).toMatchObject({ ...shown.value, title: TITLE, recorded: false, onRecord: null })
    await inStation(join(folder, 'station'), key, async ({ book }) => {
      await Promise.resolve()
      expect(surveysOf(book).get(survey)!.draw).toBeNull()
    })
    expect((await draw('--size', '10')).code).toBe(1)
    expect((await draw('--seed', '-1')).code).toBe(2)
    const recorded = await draw('--seed', '20260301', '--record', '--json')
    expect(recorded.json).toMatchObject({ recorded: true, list: shown.value.list })
    // Without a seed: the draw on record, made once more.
    expect((await draw('--json')).json).toMatchObject({ onRecord: { same: true, seed: 20_260_301 }, list: shown.value.list }) // prettier-ignore
    const again = await draw('--seed', '5', '--record')
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('已抽过样')])
    expect((await linwu('survey', 'draw', join(folder, 'station'), '没有这个', ...key)).code).toBe(1)
  },
  LONG,
)
