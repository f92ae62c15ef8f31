/**
 * Revisits, supervision, money, reports and what is learnt, one screen after the other, as casework-screens.test.ts: no word of
 * the other language, no serious finding of axe. All data are digits. To add a screen: what it shows, and a stop.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, atTime, dayOf, momentOf } from '#core/lib/time.ts'
import { MODULE_NAMES } from '#core/station/modules.ts'
import { auditOf } from './axe-audit.ts'
import { bothLanguages, IN_DIGITS } from './both-languages.ts'
import { unlock } from './hand.ts'
import { provider, request, seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
const { audit } = auditOf(app)
const { read, seen, strays } = bothLanguages(app)
afterAll(() => app.close())

const day = (back: number): string => addDays(dayOf(momentOf(Date.now())), -back)
/** Ids that are gone to by address. */
const at = { area: '', survey: '', notice: '', topic: '', open: '', closed: '' }

beforeAll(() =>
  seedStation(
    app.folder,
    async ({ run, station, daysAgo }) => {
      daysAgo(20)
      for (const module of MODULE_NAMES) await run({ name: 'switch-module', input: { station, module, on: true } })
      at.area = await run({ name: 'save-place', input: { kind: 'neighbourhood', name: '11', parent: '', leader: '', leaderPhone: '' } }) // prettier-ignore
      const one = await run(provider({ name: '3200', serviceType: 'market' }))
      const fund = await run({ name: 'save-fund', input: { kind: 'donated', name: '61', number: '', year: Number(day(0).slice(0, 4)), source: '1', basis: '1', purpose: '', closed: false, note: '' } }) // prettier-ignore
      await run({ name: 'record-income', input: { fund, fen: 10_000, donor: '', anonymous: true, receipt: '1', note: '' } }) // prettier-ignore
      const agreement = await run({ name: 'save-agreement', input: { provider: one, kind: 'compensation', number: '62', from: day(90), to: day(-10), item: '', itemWords: '62', unit: 'times', unitFen: 2_000, quota: 10, capFen: null, used: 0, longReason: '', note: '', overOnPurpose: false } }) // prettier-ignore
      const ask = (title: string) =>
        run(request({ title, text: '1', requestKind: 'complaint', requesterName: `5${title}`, place: '11', serviceType: 'market', category: 'L020202' })) // prettier-ignore
      const sent = async (id: string): Promise<string> => {
        const money = { agreement, units: 1, fen: 2_000, copayFen: 0, basis: '' }
        const referral = await run({ name: 'dispatch', input: { case: id, provider: one, reason: '', demand: '', ground: 'no-personal-data', fieldsSent: ['title'], money } }) // prettier-ignore
        await run({ name: 'record-referral-step', input: { case: id, referral, step: 'accepted', note: '' } })
        return referral
      }
      const closed = async (id: string): Promise<void> => {
        const referral = await sent(id)
        await run({ name: 'record-referral-step', input: { case: id, referral, step: 'done', outcome: 'solved', note: '' } }) // prettier-ignore
        await run({ name: 'record-answer', input: { case: id, way: 'phone', content: '7', answeredBy: '' } })
        await run({ name: 'close-case', input: { case: id, outcome: 'solved', note: '' } })
      }
      const revisited = (id: string, solved: boolean, grade: string) =>
        run({ name: 'record-revisit', input: { case: id, way: 'phone', valid: true, contacted: true, solved, scale: 'three-rates', grade, words: '0' } }) // prettier-ignore

      at.open = await ask('7001')
      await sent(at.open)
      at.closed = await ask('7002')
      const [bad, due] = [await ask('7003'), await ask('7004')]
      daysAgo(5)
      for (const id of [at.closed, bad, due]) await closed(id)
      await revisited(at.closed, true, 'satisfied')
      await revisited(bad, false, 'dissatisfied')
      daysAgo(1)
      await run({ name: 'record-finding', input: { case: at.open, verdict: 'to-rectify', demand: '8' } })
      await run({ name: 'receive-supervision', input: { case: at.open, from: '9', number: '9', kind: 'summons', trigger: 'overdue', way: 'letter', demand: '9', dueAt: atTime(day(-3), '10:00:00'), heldAt: atTime(day(-2), '10:00:00'), heldPlace: '9' } }) // prettier-ignore
      await run({ name: 'record-provider-finding', input: { provider: one, verdict: 'to-rectify', demand: '8' } })
      await run({ name: 'record-opinion', input: { from: 'resident', who: '', about: 'provider', provider: one, scale: 'three-rates', grade: 'neutral', words: '1', way: 'phone', at: atTime(day(2), '10:00:00') } }) // prettier-ignore
      at.survey = await run({
        name: 'begin-survey',
        input: {
          title: '63',
          purpose: '1',
          population: { of: 'cases', from: day(30), until: day(0) },
          size: 2,
          strata: { by: 'service-type', share: 'proportional' },
          seed: 7,
          from: day(1),
          until: day(-9),
          interviewers: ['007'],
          questions: [
            { id: '1', words: '1', kind: 'choice', options: ['1', '2'] },
            { id: '2', words: '2', kind: 'scale', points: 5, low: '1', high: '5', link: { to: 'case-provider' } },
            { id: '3', words: '3', kind: 'text' },
          ],
        },
      })
      await run({ name: 'check-have', input: { place: at.area, have: 'parking', points: { bays: 'present', rules: 'absent', fees: 'partly' }, note: '', carrier: 'property-company', carrierName: '1', authority: '1', checkedOn: day(1), checkedBy: '1', recheckOn: '', cases: [], topics: [], photos: [] } }) // prettier-ignore
      at.topic = await run({ name: 'begin-topic', input: { title: '7001', category: '', place: '', note: '', cases: [at.open, due] } }) // prettier-ignore
      await run({ name: 'begin-deliberation', input: { topic: at.topic, kind: 'hearing', title: '64', venue: '1', meetingAt: atTime(day(-2), '10:00:00'), expected: 9, noticeDays: 3, publicationDays: 7, majority: 'half', secret: false, authority: '', note: '' } }) // prettier-ignore
      at.notice = await run({ name: 'write-notice', input: { title: '65', body: '6565', audience: 'many', template: '', about: '', place: '', area: at.area, from: day(0), until: day(-1), answers: 'request', contact: '1', values: {} } }) // prettier-ignore
      await run({ name: 'record-telling', input: { notice: at.notice, way: 'group', where: '1', count: 9, persons: [], leftOut: 0, result: '', at: momentOf(Date.now() - 2 * 86_400_000) } }) // prettier-ignore
      await run({ name: 'save-model-case', input: { case: at.closed, read: true, title: '66', situation: '1', done: '1', helpers: ['life-service'], result: '1', learnt: '', category: 'L020202', serviceType: 'market' } }) // prettier-ignore
      await run({ name: 'save-policy-card', input: { title: '67', text: '1', source: '1', number: '', date: day(400), until: '', categories: ['L020202'], link: '' } }) // prettier-ignore
    },
    IN_DIGITS,
  ),
)

test('every screen of evaluation in both languages, and for everybody', async () => {
  const page = await app.start()
  await unlock(page)
  const main = page.getByRole('main')
  const drawer = page.getByRole('dialog')
  const stop = async (name: string): Promise<void> => {
    await read(page, name)
    await audit(page, name)
  }
  const key = (letter: string): Promise<void> => page.locator('body').press(letter)
  /** There, with something to read in it. */
  const to = async (hash: string, words: string | RegExp): Promise<void> => {
    await page.evaluate((wanted) => (location.hash = wanted), `#/${hash.split('/').map(encodeURIComponent).join('/')}`)
    await main.getByRole('heading', { level: 1 }).waitFor()
    await main.getByText(words).filter({ visible: true }).first().waitFor()
    await stop(hash.replaceAll(/[/:~]+/g, '-'))
  }
  const inDrawer = async (letter: string, name: string): Promise<void> => {
    await key(letter)
    await drawer.waitFor()
    await read(page, name)
    await key('Escape')
    await drawer.waitFor({ state: 'hidden' })
  }

  await to('revisit', '7004')
  await to('revisit/ratings', '3200')
  await inDrawer('1', 'rating-step')
  await to('revisit/done', '7002')
  await to('revisit/draw', '3')
  await to('revisit/calls', '7001')
  await to('revisit/paper', /./)

  await to('reports', '综合得分')
  await to('reports/rates', '综合得分')
  await to('reports/scorecard', '3200')
  await to('reports/monthly', '统计期间')

  await to('supervision', '7001')
  await to('supervision/rectify', '7001')
  await inDrawer('e', 'rectify-step')
  await to('supervision/orders', '7001')
  await inDrawer('e', 'order-step')
  await to('supervision/duties', /./)

  await to('funding', '62')
  await to('funding/funds', '61')
  await inDrawer('n', 'fund')
  await inDrawer('i', 'fund-income')
  await inDrawer('s', 'fund-spend')
  await to('funding/ledger', '61')
  await to('funding/settle', '7002')
  await inDrawer('Enter', 'settle')
  await to('funding/decide', /./)

  await to('surveys', '63')
  await inDrawer('n', 'survey-new')
  await to(`surveys/${at.survey}`, '63')
  await key('Alt+2')
  await stop('survey-people')
  await key('Alt+3')
  await stop('survey-draw')
  await key('Control+Enter')
  await page.getByText('抽样记录').waitFor()
  await stop('survey-drawn')
  await key('Alt+4')
  await stop('survey-visits')
  await key('Enter')
  await stop('survey-interview')
  await key('Alt+5')
  await stop('survey-results')
  await to('surveys/opinions', '3200')
  await inDrawer('n', 'opinion')

  await to('haves', '11')
  for (const name of ['grid', 'due', 'proposals']) await to(`haves/${name}`, /./)
  await to(`haves/${at.area}~parking`, '11')
  await inDrawer('n', 'have-check')
  await to('notices', '65')
  await to(`notices/${at.notice}`, '6565')
  await inDrawer('l', 'notice-recipients')
  await inDrawer('t', 'notice-telling')
  await to('notices/new', /./)
  await key('Escape')
  await to('learning', '66')
  await to('learning/policies', '67')
  await inDrawer('n', 'policy')

  await to(`topics/${at.topic}`, '64')
  await to(`cases/${at.open}`, '3200')
  await inDrawer('Alt+d', 'order-received')
  await to(`cases/${at.closed}`, '3200')

  expect(strays).toEqual([])
  expect(seen.length).toBeGreaterThan(40)
  expect(app.faults).toEqual([])
})
