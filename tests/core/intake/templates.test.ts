/** Issue 4: seasonal quick templates (heating, flood, school start) by date, editable by the station. */
import { expect, test } from 'vitest'
import { BUILT_IN_TEMPLATES, currentTemplates, inSeason, TEMPLATE, type Template } from '#core/case-file/template.ts'
import { entitiesOf, readEntity } from '#core/book/book.ts'
import { newStation } from '../commands/station.ts'

const named = (builtIn: string): Template => BUILT_IN_TEMPLATES.find((one) => one.builtIn === builtIn)!

test.each([
  ['heating', '2026-11-01', true],
  ['heating', '2027-01-20', true],
  ['heating', '2026-03-31', true],
  ['heating', '2026-04-01', false],
  ['flood', '2026-07-15', true],
  ['flood', '2026-11-22', false],
  ['school-start', '2026-09-01', true],
  ['school-start', '2026-02-01', false],
])('%s on %s: %s', (builtIn, day, is) => expect(inSeason(named(builtIn), day)).toBe(is))

test('without dates it is offered all the year', () => expect(inSeason({}, '2026-05-05')).toBe(true))

test('every built-in one is whole', () => {
  for (const { id: _id, ...fields } of BUILT_IN_TEMPLATES) expect(TEMPLATE.safeParse(fields).success).toBe(true)
})

test('the station changes a built-in one, adds its own and retires one', async () => {
  const station = newStation()
  const { id: _id, ...heating } = named('heating')
  await station.done({ name: 'save-template', input: { ...heating, title: '室温不到十八度' } })
  const own = await station.done({
    name: 'save-template',
    input: {
      ...heating,
      builtIn: undefined,
      name: '占道摆摊',
      title: '门口占道摆摊',
      from: undefined,
      until: undefined,
    },
  })
  await station.done({ name: 'save-template', input: { ...named('flood'), id: undefined, retired: true } })
  const read = (): readonly Template[] =>
    currentTemplates([...entitiesOf(station.book, 'template')].map((id) => ({ id, ...readEntity(station.book, id) }) as Template)) // prettier-ignore
  const names = read().map(({ name }) => name)
  expect(names).toContain('占道摆摊')
  expect(names.filter((name) => name === '暖气不热')).toHaveLength(1)
  expect(read().find(({ builtIn }) => builtIn === 'heating')?.title).toBe('室温不到十八度')
  expect(names).not.toContain('雨后积水')
  await station.done({ name: 'save-template', input: { ...read().find(({ id }) => id === own)!, id: own, name: '占道经营' } }) // prettier-ignore
  expect(read().map(({ name }) => name)).toContain('占道经营')
})

test('bad input: half a season, an impossible day, an unknown template', async () => {
  const station = newStation()
  const { id: _id, ...heating } = named('heating')
  const save = (input: object) => ({ name: 'save-template', input: { ...heating, ...input } }) as const
  expect(await station.refusal(save({ until: undefined }))).toEqual(['invalid-input', 'until'])
  expect(await station.refusal(save({ from: '13-40' }))).toEqual(['invalid-input', 'from'])
  expect(await station.refusal(save({ id: 'template:none' }))).toEqual(['invalid-input', 'id'])
})
