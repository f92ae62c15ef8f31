/** DOMAIN §10: procedure is kept step by step. Each test is named after the sentence it holds. */
import { beforeEach, describe, expect, test } from 'vitest'
import { entitiesOf, readEntity } from '#core/book/book.ts'
import type { RecordStep } from '#core/follow-up/record-step.ts'
import type { BeginDeliberation } from '#core/follow-up/save-deliberation.ts'
import { DELIBERATION_STEPS, type DeliberationStep, type Flaw } from '#core/topic/deliberation-codes.ts'
import { deliberationCard, resolutionTask, stepRecord } from '#core/topic/deliberation-fields.ts'
import { deliberationRoad, missingSteps, type RoadStep } from '#core/topic/deliberation-road.ts'
import { namedIn, personalDataIn, withoutPersonalData } from '#core/topic/personal-data.ts'
import { INTAKE, newStation, type Station } from '../commands/station.ts'

const TODAY = '2026-03-02'
let station: Station
let topic: string
let members: string[]
let deliberation: string

const BEGIN: Omit<BeginDeliberation, 'topic'> = {
  kind: 'coordination',
  title: '加装照明怎么摊费用',
  venue: '社区活动室',
  meetingAt: '2026-02-20T19:00:00+08:00',
  expected: 40,
  noticeDays: 3,
  publicationDays: 7,
  majority: 'half',
  secret: true,
  authority: '槐居决〔2026〕3 号',
  note: '',
}

beforeEach(async () => {
  station = newStation()
  members = []
  for (const [name, phone] of [['张一甲', '13800000001'], ['李一乙', '13800000002']] as const) // prettier-ignore
    members.push(await station.done({ name: 'receive-case', input: { ...INTAKE, requesterName: name, requesterPhone: phone } })) // prettier-ignore
  topic = await station.done({ name: 'begin-topic', input: { title: '路灯', category: '', place: '', note: '', cases: members } }) // prettier-ignore
  deliberation = await station.done({ name: 'begin-deliberation', input: { topic, ...BEGIN } })
})

const step = (name: DeliberationStep, on: string, more: Partial<RecordStep> = {}): RecordStep => ({
  deliberation,
  step: name,
  on,
  skipped: false,
  reason: '',
  note: '',
  corrects: [],
  ...more,
})
const record = (...args: Parameters<typeof step>) => station.done({ name: 'record-step', input: step(...args) })
const refused = (...args: Parameters<typeof step>) => station.refusal({ name: 'record-step', input: step(...args) })

function roadAt(today = TODAY, at: Station = station): readonly RoadStep[] {
  const all = (type: string) => [...entitiesOf(at.book, type)].map((id) => [id, readEntity(at.book, id)!] as const)
  return deliberationRoad(
    deliberationCard(deliberation, readEntity(at.book, deliberation)!),
    all('deliberation-step').map(([id, fields]) => stepRecord(id, fields)),
    all('resolution-task').map(([id, fields]) => resolutionTask(id, fields)),
    today,
  )
}
const of = (name: DeliberationStep, today = TODAY): RoadStep => roadAt(today).find((one) => one.step === name)!
const flaws = (name: DeliberationStep, today = TODAY): readonly Flaw[] => of(name, today).flaws

const VOTE = { votesFor: 20, against: 7, abstain: 3 }
async function wholeWay(): Promise<void> {
  await record('proposal', '2026-02-10')
  await record('notice', '2026-02-15', { where: '小区公告栏' })
  await record('attendance', '2026-02-20', { present: 30 })
  await record('vote', '2026-02-20', VOTE)
  await record('legality', '2026-02-21', { legality: 'lawful', checkedBy: '街道司法所' })
  await record('publication', '2026-02-22', { text: '同意加装，费用按户分摊。', until: '2026-03-01' })
  await record('objections', '2026-03-01')
  const task = await station.done({ name: 'add-task', input: { deliberation, what: '立灯杆三处', who: '安居物业', dueOn: '2026-04-01' } }) // prettier-ignore
  await station.done({ name: 'finish-task', input: { task, doneOn: '2026-03-02', doneNote: '' } })
}

test('the eight steps one after another: nothing is missing, nothing is wrong', async () => {
  expect(roadAt().map(({ state }) => state)).toEqual(['now', ...Array.from({ length: 7 }, () => 'ahead')])
  await wholeWay()
  expect(roadAt().map(({ state, flaws: found, disputed }) => [state, found, disputed])).toEqual(DELIBERATION_STEPS.map(() => ['done', [], false])) // prettier-ignore
})

test.each(DELIBERATION_STEPS.slice(0, -1))('each missing step is named: %s', async (left) => {
  for (const name of DELIBERATION_STEPS.slice(0, -1)) {
    if (name === left) continue
    if (name === 'vote') {
      if (left === 'attendance') await record('vote', '2026-02-20', { skipped: true, reason: '协调会不表决' })
      else await record('vote', '2026-02-20', VOTE)
    } else if (name === 'attendance') await record(name, '2026-02-20', { present: 30 })
    else if (name === 'legality') await record(name, '2026-02-21', { legality: 'lawful', checkedBy: '司法所' })
    else if (name === 'publication') await record(name, '2026-02-22', { text: '同意。', until: '2026-03-01' })
    else await record(name, name === 'objections' ? '2026-03-01' : name === 'notice' ? '2026-02-15' : '2026-02-10')
  }
  await record('carry-out', TODAY, { note: '已进场' })
  expect(missingSteps(roadAt())).toEqual([left])
})

describe('a step may be skipped with a reason, and that is shown', () => {
  test('without a reason it is refused; with one it is no missing step', async () => {
    expect(await refused('notice', TODAY, { skipped: true })).toEqual(['reason-needed', 'reason'])
    await record('notice', TODAY, { skipped: true, reason: '紧急抢修，当日开会' })
    await record('attendance', TODAY, { present: 30 })
    expect(of('notice')).toMatchObject({ state: 'skipped', records: [{ reason: '紧急抢修，当日开会' }] })
    expect(missingSteps(roadAt())).toEqual(['proposal'])
  })

  test('what was typed before skipping leaves no numbers that would count', async () => {
    await record('attendance', TODAY, { skipped: true, reason: '书面征求意见', present: 30 })
    expect(of('attendance').records[0]).not.toHaveProperty('present')
    expect(await refused('vote', TODAY, VOTE)).toBe('attendance-first')
  })
})

describe('到会 and 应到, votes and who came', () => {
  test('more than should come cannot come', async () => {
    expect(await refused('attendance', TODAY, { present: 41 })).toEqual(['more-than-expected', 'present'])
    expect(await refused('attendance', TODAY)).toEqual(['invalid-input', 'present'])
  })

  test('half of them is no quorum, one more is', async () => {
    const first = await record('attendance', TODAY, { present: 20 })
    expect(flaws('attendance')).toEqual(['no-quorum'])
    await record('attendance', TODAY, { present: 21, corrects: [first] })
    expect(flaws('attendance')).toEqual([])
  })

  test('votes are held against who came: before that they are refused', async () => {
    expect(await refused('vote', TODAY, VOTE)).toBe('attendance-first')
    await record('attendance', TODAY, { present: 30 })
    expect(await refused('vote', TODAY, { ...VOTE, abstain: 4 })).toEqual(['votes-do-not-add-up', 'votesFor'])
    expect(await refused('vote', TODAY, { votesFor: 30 })).toEqual(['invalid-input', 'against', 'abstain'])
    await record('vote', TODAY, VOTE)
  })

  test('half for is not carried; of two thirds one vote decides', async () => {
    await record('attendance', TODAY, { present: 30 })
    const half = await record('vote', TODAY, { votesFor: 15, against: 15, abstain: 0 })
    expect(flaws('vote')).toEqual(['not-carried'])
    const two = await record('vote', TODAY, { votesFor: 20, against: 10, abstain: 0, corrects: [half] })
    await station.done({ name: 'change-deliberation', input: { deliberation, majority: 'two-thirds' } })
    expect(flaws('vote')).toEqual([])
    await record('vote', TODAY, { votesFor: 19, against: 11, abstain: 0, corrects: [two] })
    expect(flaws('vote')).toEqual(['not-carried'])
  })

  test('an attendance that is put right afterwards says that the votes differ now', async () => {
    const first = await record('attendance', TODAY, { present: 30 })
    await record('vote', TODAY, VOTE)
    await record('attendance', TODAY, { present: 31, corrects: [first] })
    expect(flaws('vote')).toContain('votes-differ')
  })
})

test('notice days before the meeting: too few are said, and a notice after it', async () => {
  const late = await record('notice', '2026-02-18')
  expect(flaws('notice')).toEqual(['notice-short'])
  await record('notice', '2026-02-21', { corrects: [late] })
  expect(flaws('notice')).toEqual(['notice-late'])
})

test('publication days are counted, its first day left out', async () => {
  const running = await record('publication', '2026-02-25', { text: '同意。' })
  expect(flaws('publication', '2026-03-03')).toEqual(['publication-running'])
  expect(flaws('publication', '2026-03-04')).toEqual([])
  const short = await record('publication', '2026-02-20', { text: '同意。', until: '2026-02-26', corrects: [running] })
  expect(flaws('publication')).toEqual(['publication-short'])
  await record('publication', '2026-02-20', { text: '同意。', until: '2026-02-27', corrects: [short] })
  expect(flaws('publication')).toEqual([])
  expect(await refused('publication', '2026-02-20', { text: '同意。', until: '2026-02-19' })).toEqual(['publication-backwards', 'until']) // prettier-ignore
  expect(await refused('publication', '2026-02-20')).toEqual(['invalid-input', 'text'])
})

test('an objection stands open until it is answered', async () => {
  await record('proposal', '2026-02-10')
  const objection = await record('objections', '2026-03-01', { objection: '灯太亮，照进卧室', who: '' })
  expect(flaws('objections')).toEqual(['unanswered'])
  const answer = { record: objection, answer: '改用遮光罩', answeredOn: '2026-03-02' }
  expect(await station.refusal({ name: 'answer-objection', input: { ...answer, answeredOn: '2026-03-03' } })).toEqual(['in-the-future', 'answeredOn']) // prettier-ignore
  await station.done({ name: 'answer-objection', input: answer })
  expect(flaws('objections')).toEqual([])
  const other = await record('proposal', '2026-02-11')
  expect(await station.refusal({ name: 'answer-objection', input: { ...answer, record: other } })).toEqual(['no-such-record', 'record']) // prettier-ignore
})

test('the authority is recorded, and its absence is said', async () => {
  await station.done({ name: 'change-deliberation', input: { deliberation, authority: '' } })
  await record('proposal', TODAY)
  expect(flaws('proposal')).toEqual(['no-authority'])
})

test('unlawful is said, and so is a day that lies before an earlier step', async () => {
  await record('legality', '2026-02-21', { legality: 'unlawful', checkedBy: '司法所' })
  expect(flaws('legality')).toEqual(['unlawful'])
  await record('publication', '2026-02-20', { text: '同意。' })
  expect(flaws('publication')).toContain('out-of-order')
})

test('tasks stand open, are late, and are done; what never was or is done already is refused', async () => {
  const task = await station.done({ name: 'add-task', input: { deliberation, what: '立灯杆', who: '物业', dueOn: '2026-03-01', case: members[0]! } }) // prettier-ignore
  expect(of('carry-out')).toMatchObject({ state: 'ahead', flaws: ['tasks-late'] })
  await record('carry-out', TODAY, { note: '已进场' })
  expect(flaws('carry-out')).toEqual(['tasks-open', 'tasks-late'])
  const finish = { task, doneOn: TODAY, doneNote: '' }
  await station.done({ name: 'finish-task', input: finish })
  expect(of('carry-out')).toMatchObject({ state: 'done', flaws: [] })
  expect(await station.refusal({ name: 'finish-task', input: finish })).toBe('nothing-changed')
  expect(await station.refusal({ name: 'finish-task', input: { ...finish, doneOn: '2026-03-03' } })).toEqual(['in-the-future', 'doneOn']) // prettier-ignore
  expect(await station.refusal({ name: 'add-task', input: { deliberation, what: '立', who: '物业', dueOn: TODAY, case: 'case:none' } })).toEqual(['no-such-case', 'case']) // prettier-ignore
  expect(await station.refusal({ name: 'finish-task', input: { ...finish, task: 'resolution-task:none' } })).toEqual(['no-such-record', 'task']) // prettier-ignore
})

describe('publishing removes personal data', () => {
  test.each([
    ['张一甲提出的路灯问题，同意加装。', '张一甲'],
    ['张 一 甲 等人提出，同意加装。', '张一甲'],
    ['有事请打 138 0000 0002。', '13800000002'],
    ['联系 13912345678。', '13912345678'],
    ['证件 11010519491231002X。', '11010519491231002X'],
    ['有事请打 １３８０００００００２。', '13800000002'],
    ['有事请打 138—0000—0002。', '13800000002'],
    ['有事请打 138.0000.0002。', '13800000002'],
    ['联系 139 1234 5678。', '13912345678'],
    ['证件 110105 19491231 002X。', '11010519491231002X'],
    ['张·一·甲提出', '张一甲'],
  ])('%s is refused, nothing is saved', async (text) => {
    const input = step('publication', TODAY, { text, members })
    expect(await station.refusal({ name: 'record-step', input })).toEqual(['personal-data-inside', 'text'])
    expect(of('publication').records).toEqual([])
  })

  test('the door of a member is taken out, however it is written; the meeting room may be told', () => {
    const people = [namedIn({ fields: { place: '槐树里3号楼2单元501' } as never })]
    for (const text of ['3号楼2单元501漏水', '3-2-501漏水', '３－２－５０１漏水', '3号楼 2单元 501室漏水']) {
      const found = personalDataIn(text, people)
      expect(found.map(({ kind }) => kind)).toEqual(['door'])
      expect(withoutPersonalData(text, found)).toBe('***漏水')
    }
    expect(personalDataIn('在3号楼2单元开会，5号楼101室签到，共501票', people)).toEqual([])
  })

  test('whatever is found can be taken out, in 全角 digits too, and is found no more', () => {
    const people = [namedIn({ fields: { requesterName: '王芳', requesterPhone: '010-65432100' } as never }), namedIn({ fields: { requesterName: '王芳芳' } as never })] // prettier-ignore
    const text = '王芳芳、王 芳：１３９１２３４５６７８，(010)65432100，138—0000—2764'
    const found = personalDataIn(text, people)
    const clean = withoutPersonalData(text, found)
    expect(clean).toBe('王**、王*：139****5678，(010****2100，138****2764')
    expect(personalDataIn(clean, people)).toEqual([])
  })

  test('who is no member of the topic is not looked for: names are in every sentence', async () => {
    const stranger = await station.done({ name: 'receive-case', input: { ...INTAKE, requesterName: '平安' } })
    await record('publication', TODAY, { text: '建平安小区，同意加装。', members: [...members, stranger] })
  })
})

test('what is not there is refused', async () => {
  const gone = { deliberation: 'deliberation:none' }
  expect(await refused('proposal', TODAY, gone)).toBe('no-such-deliberation')
  expect(await refused('proposal', '2026-03-03')).toEqual(['in-the-future', 'on'])
  expect(await refused('proposal', TODAY, { corrects: ['deliberation-step:none'] })).toEqual(['no-such-record', 'corrects']) // prettier-ignore
  expect(await station.refusal({ name: 'begin-deliberation', input: { ...BEGIN, topic: 'topic:none' } })).toBe('no-such-topic') // prettier-ignore
  expect(await station.refusal({ name: 'change-deliberation', input: { deliberation, expected: 40 } })).toBe('nothing-changed') // prettier-ignore
  expect(await station.refusal({ name: 'change-deliberation', input: { ...gone, expected: 41 } })).toBe('no-such-deliberation') // prettier-ignore
})

test('a step of one cannot put right another step', async () => {
  const proposal = await record('proposal', '2026-02-10')
  expect(await refused('notice', '2026-02-15', { corrects: [proposal] })).toEqual(['no-such-record', 'corrects'])
})
