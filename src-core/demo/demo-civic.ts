/** Four haves of three neighbourhoods, a deliberation on the broken front door, and one that was carried out. */
import type { Have, PointState } from '../have/codes.ts'
import { POINTS } from '../have/points.ts'
import { addDays, dayOf, momentOf } from '../lib/time.ts'
import type { Command } from '../commands.ts'
import { entitiesOf, readCase, readEntity, type Book } from '../book/book.ts'
import { placeTreeOf } from '../book/place-tree-of.ts'
import { linksTo } from '../topic/links.ts'

type Run = (command: Command) => Promise<string>
type Parts = { readonly run: Run; readonly book: Book; readonly now: number }

/** By the order of points.ts: 1 有 · 2 部分 · 3 没有 · 4 不适用 · 5 未查. */
const LOOKS: readonly (readonly [neighbourhood: number, have: Have, points: string, back: number, carrier: 'self-governing-body' | 'property-company' | 'nobody', name: string, authority: string, note: string])[] = [
  [0, 'security', '2111111', 40, 'self-governing-body', '槐树里小区自管会', '槐居决〔2025〕2 号', '5 号楼 2 单元门关不上，已有议题。'],
  [0, 'cleaning', '111211', 40, 'self-governing-body', '槐树里小区自管会', '槐居决〔2025〕2 号', '大件垃圾点偶有溢出。'],
  [0, 'repair', '1111114', 40, 'self-governing-body', '槐树里小区自管会', '槐居决〔2025〕2 号', ''],
  [0, 'parking', '331323', 40, 'nobody', '', '', '没有画线，抢车位的事多。'],
  [1, 'security', '1111111', 110, 'property-company', '安居物业', '', ''],
  [1, 'cleaning', '121211', 110, 'property-company', '安居物业', '', ''],
  [1, 'parking', '112112', 20, 'property-company', '安居物业', '', '充电棚在建。'],
  [2, 'cleaning', '333333', 15, 'nobody', '', '', '没有人打扫，楼长自己扫楼道。'],
] // prettier-ignore

const STATES: readonly PointState[] = ['present', 'partly', 'absent', 'not-applicable', 'unchecked']
const pointsOf = (have: Have, digits: string): Record<string, PointState> => Object.fromEntries(POINTS[have].map(({ key }, i) => [key, STATES[Number(digits[i] ?? 5) - 1]!])) // prettier-ignore

/** `now`: everything was typed in today, on the day on which it is looked at. */
export async function fillDemoCivic({ run, book, now }: Parts): Promise<void> {
  const today = dayOf(momentOf(now))
  const places = placeTreeOf(book).all.filter(({ kind }) => kind === 'neighbourhood')
  for (const [at, have, digits, back, carrier, carrierName, authority, note] of LOOKS) {
    const place = places[at]
    if (!place) continue
    const checkedOn = addDays(today, -back)
    await run({
      name: 'check-have',
      input: { place: place.id, have, points: pointsOf(have, digits), note, carrier, carrierName, authority, checkedOn, checkedBy: '网格员', recheckOn: addDays(checkedOn, 90), cases: [], topics: [], photos: [] }, // prettier-ignore
    })
  }
  const titled = (part: string): string | undefined => [...entitiesOf(book, 'topic')].find((id) => String(readEntity(book, id)?.['title'] ?? '').includes(part)) // prettier-ignore
  const [door, site] = [titled('门禁'), titled('工地')]
  if (door) await doorDeliberation({ run, book, now }, door)
  if (site) await siteDeliberation({ run, book, now }, site)
}

type Step = Omit<Extract<Command, { name: 'record-step' }>['input'], 'deliberation' | 'skipped' | 'reason' | 'note' | 'corrects'> & { readonly note?: string; readonly reason?: string } // prettier-ignore

const recorder = (run: Run, deliberation: string) => (one: Step): Promise<string> =>
  run({ name: 'record-step', input: { note: '', reason: '', ...one, deliberation, skipped: one.reason !== undefined, corrects: [] } }) // prettier-ignore

/** Under way: the vote was taken, its legality is still to be looked at, and the notice hung too short. */
async function doorDeliberation({ run, now }: Parts, topic: string): Promise<void> {
  const day = (back: number): string => addDays(dayOf(momentOf(now)), -back)
  const deliberation = await run({
    name: 'begin-deliberation',
    input: { topic, kind: 'coordination', title: '5 号楼 2 单元门禁换代用型号，费用怎么出', venue: '社区活动室', meetingAt: `${day(2)}T19:00:00+08:00`, expected: 36, noticeDays: 3, publicationDays: 7, majority: 'two-thirds', secret: false, authority: '', note: '动用公共收益，先听住户意见' }, // prettier-ignore
  })
  const record = recorder(run, deliberation)
  await record({ step: 'proposal', on: day(5), note: '单元楼长联名提出' })
  await record({ step: 'notice', on: day(4), where: '单元门口和楼栋群', text: '后天晚七点在社区活动室商量门禁怎么修，欢迎住户参加。' }) // prettier-ignore
  await record({ step: 'attendance', on: day(2), present: 27, note: '多数人主张用公共收益；两户担心以后电费。' })
  await record({
    step: 'vote',
    on: day(2),
    votesFor: 22,
    against: 3,
    abstain: 2,
    text: '同意换代用型号，费用从公共收益支出。',
  })
  await run({ name: 'add-task', input: { deliberation, what: '订购门禁主机并安装', who: '安居物业', dueOn: addDays(dayOf(momentOf(now)), 14) } }) // prettier-ignore
}

/** Finished: every step on record, one of them skipped with its reason. */
async function siteDeliberation({ run, book, now }: Parts, topic: string): Promise<void> {
  const day = (back: number): string => addDays(dayOf(momentOf(now)), -back)
  const deliberation = await run({
    name: 'begin-deliberation',
    input: { topic, kind: 'hearing', title: '工地夜间施工怎么限', venue: '工地项目部', meetingAt: `${day(26)}T15:00:00+08:00`, expected: 20, noticeDays: 3, publicationDays: 7, majority: 'half', secret: false, authority: '槐居决〔2026〕1 号', note: '' }, // prettier-ignore
  })
  const record = recorder(run, deliberation)
  const members = book.cases.filter((id) => linksTo(readCase(book, id)!, topic).length > 0)
  await record({ step: 'proposal', on: day(30) })
  await record({ step: 'notice', on: day(29), where: '楼栋公告栏' })
  await record({ step: 'attendance', on: day(26), present: 16 })
  await record({ step: 'vote', on: day(26), reason: '听证会只听意见，不表决' })
  await record({ step: 'legality', on: day(25), legality: 'lawful', checkedBy: '街道司法所' })
  await record({ step: 'publication', on: day(24), until: day(17), where: '楼栋公告栏、居民群', text: '夜间十点后停工，照明灯转向，渣土车改走北门。', members }) // prettier-ignore
  const objection = await record({
    step: 'objections',
    on: day(20),
    who: '一位住户',
    objection: '周末早上六点也开工，太早。',
  })
  await run({ name: 'answer-objection', input: { record: objection, answer: '施工方答应周末八点后开工，已写进约谈记录。', answeredOn: day(18) } }) // prettier-ignore
  const task = await run({
    name: 'add-task',
    input: { deliberation, what: '照明灯转向', who: '施工方', dueOn: day(16) },
  })
  await run({ name: 'finish-task', input: { task, doneOn: day(18), doneNote: '已转向，现场看过' } })
}
