/**
 * The screens of casework, one after the other: no word of the other language (as languages.test.ts), no serious finding of
 * axe (as axe.test.ts). All data are digits, which belong to no language. To add a screen: what it shows, and a stop.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BLANK_SERVICE } from '#core/provider/service.ts'
import { dayOf, momentOf } from '#core/lib/time.ts'
import { auditOf } from './axe-audit.ts'
import { bothLanguages, IN_DIGITS } from './both-languages.ts'
import { goTo, press, unlock } from './hand.ts'
import { provider, request, seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
const { audit } = auditOf(app)
const { read, seen, strays } = bothLanguages(app)
afterAll(() => app.close())

const DAY_MS = 86_400_000
/** Ids that are gone to by address. */
let one = ''
let topic = ''
let person = ''

beforeAll(() =>
  seedStation(
    app.folder,
    async ({ run, daysAgo }) => {
      daysAgo(3)
      const place = (kind: 'neighbourhood' | 'building' | 'unit' | 'door', name: string, parent = '') =>
        run({ name: 'save-place', input: { kind, name, parent, leader: '', leaderPhone: '' } })
      const area = await place('neighbourhood', '11')
      const door = await place('door', '14', await place('unit', '13', await place('building', '12', area)))
      const somebody = (name: string) =>
    run({ name: 'save-person', input: { name, phone: '10000000031', place: door, placeWords: '', marks: ['low-income'], tier: 'high', note: '' } }) // prettier-ignore
      person = await somebody('3101')
      await somebody('3101')
      one = await run(provider({ name: '3200', serviceType: 'welfare', kind: 'social' }))
      const service = await run({ name: 'save-service', input: { ...BLANK_SERVICE, provider: one, name: '3201', serviceType: 'welfare' } }) // prettier-ignore
      await run({ name: 'save-reach', input: { service, place: area, minutes: 7, how: 'walk' } })
      await run({ name: 'note-provider', input: { provider: one, day: '2026-03-01', kind: 'contact', words: '5' } })
      const asked = { title: '3301', text: '1', requesterName: '3101', requesterPhone: '10000000031', place: '12' }
      const cases = [await run(request(asked)), await run(request({ ...asked, title: '3302' }))]
      topic = await run({ name: 'begin-topic', input: { title: '3301', category: '', place: '', note: '', cases } })
      const lacking = await run(request({ ...asked, title: '3303', serviceType: 'market' }))
      await run({ name: 'record-gap', input: { case: lacking, category: 'L020202', serviceType: 'market', place: '11', note: '6' } }) // prettier-ignore
      await run({ name: 'print-walk-sheet', input: { name: '12', doors: [{ words: '12-101' }, { words: '12-102' }] } })
      await run({ name: 'save-colleague', input: { name: '3401', duty: '', awayFrom: dayOf(momentOf(Date.now() - DAY_MS)) } }) // prettier-ignore
    },
    IN_DIGITS,
  ),
)

test('every screen of casework in both languages, and for everybody', async () => {
  const page = await app.start()
  await unlock(page)
  const stop = async (name: string): Promise<void> => {
    await read(page, name)
    await audit(page, name)
  }
  const at = async (screen: string, id = ''): Promise<void> => {
    await page.evaluate((hash) => (location.hash = hash), `#/${screen}${id && `/${encodeURIComponent(id)}`}`)
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
  }
  const inDrawer = async (open: () => Promise<void>, name: string): Promise<void> => {
    await open()
    const drawer = page.getByRole('dialog')
    await drawer.waitFor()
    await stop(name)
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'hidden' })
  }
  const key = (letter: string) => (): Promise<void> => page.locator('body').press(letter)
  const button = (name: string | RegExp) => (): Promise<void> =>
    page.getByRole('main').getByRole('button', { name }).first().click()
  const tab = (name: string): Promise<void> =>
    page.getByRole('navigation', { name: '居民的各页' }).getByRole('link', { name }).first().click()

  await goTo(page, '共性问题')
  await page.getByRole('link', { name: '3301' }).first().waitFor()
  await stop('topics')
  await at('topics', topic)
  await stop('topic')
  await inDrawer(key('a'), 'topic-answer')
  await inDrawer(key('l'), 'topic-contacts')

  await goTo(page, '走访单')
  await stop('walk')
  await inDrawer(key('n'), 'walk-new')
  await key('Enter')()
  await page.getByRole('heading', { name: /录入走访单/ }).waitFor()
  await stop('walk-entry')

  await goTo(page, '服务缺口')
  await stop('gaps')
  await goTo(page, '路程分钟')
  await stop('minutes')

  await goTo(page, '居民')
  await page.getByText('3101').first().waitFor()
  await tab('走访计划')
  await page.getByRole('row', { name: /3101/ }).first().waitFor()
  await stop('visit-plan')
  await tab('疑似同一人')
  await stop('twins')
  await tab('地点')
  await page.getByRole('row', { name: /11/ }).first().waitFor()
  await stop('places')
  await at('residents', person)
  await page.getByRole('heading', { level: 1, name: '3101' }).waitFor()
  await stop('person')
  await inDrawer(key('v'), 'person-visit')
  await inDrawer(key('c'), 'person-change')

  await at('providers', one)
  await page.getByRole('heading', { level: 1, name: '3200' }).waitFor()
  await stop('provider-page')
  await inDrawer(key('d'), 'provider-note')

  await goTo(page, '设置')
  const section = (name: string): Promise<void> => press(page.getByRole('main').getByRole('navigation').first(), name)
  await section('工作人员')
  await stop('settings-staff')
  await inDrawer(button('登记一位同事'), 'settings-colleague')
  await section('时限与日历')
  await stop('settings-limits')
  await section('诉求分类')
  await button('查看和修改')()
  await page.getByRole('textbox', { name: '找分类' }).waitFor()
  await stop('settings-categories')

  await goTo(page, '工单')
  await page.getByText('共 3 件').waitFor()
  await inDrawer(key('Control+b'), 'many')

  expect(strays).toEqual([])
  expect(seen.length).toBeGreaterThan(20)
  expect(app.faults).toEqual([])
})
