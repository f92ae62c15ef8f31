/** Every refusal, by the act that earns it. A refused command writes nothing. */
import { beforeEach, describe, expect, it } from 'vitest'
import { entitiesOf } from '#core/book/book.ts'
import type { MoneyRefusal } from '#core/agreement/refusals.ts'
import type { RevisitRefusal } from '#core/revisit/refusals.ts'
import type { ReferralRefusal } from '#core/case-file/referral-refusals.ts'
import type { RefusalCode } from '#core/case-file/decision.ts'
import type { FiguresRefusal } from '#core/figures/refusals.ts'
import type { HaveRefusal } from '#core/have/refusals.ts'
import type { LearningRefusal } from '#core/learning/refusals.ts'
import type { LimitRefusal } from '#core/limits/refusals.ts'
import type { NoticeRefusal } from '#core/notice/refusals.ts'
import type { LetterRefusal } from '#core/peer/letter-refusals.ts'
import type { PeopleRefusal } from '#core/person/refusal.ts'
import type { SupervisionRefusal } from '#core/case-file/supervision-refusals.ts'
import type { DifferenceRefusal } from '#core/peer/settlement.ts'
import type { DirectoryRefusal } from '#core/provider/refusals.ts'
import type { SurveyRefusal } from '#core/survey/refusals.ts'
import type { TrustRefusal } from '#core/peer/trust-refusals.ts'
import type { TopicRefusal } from '#core/topic/refusal.ts'
import type { WalkRefusal } from '#core/walk-sheet/refusal.ts'
import type { ImportedRequest } from '#core/intake/import-request.ts'
import { enterProviders, INTAKE, newStation, PROVIDER, type Station } from './station.ts'

let station: Station
let providers: Awaited<ReturnType<typeof enterProviders>>
let id: string
let before: number

/** `counter-view` is said by the window, see tests/e2e. Those of figures: tests/desk/reports.test.ts. Those of the four haves: tests/core/have. Those of differences: tests/core/exchange/conflicts. Those of notices and learning: tests/core/{notice,learning}. Those of money: tests/core/funding; of supervision: tests/core/supervision. Those of surveys: tests/core/survey. Those of bad ratings: tests/core/revisit. Those of letters: tests/core/exchange/letters; of PCs and keys: tests/core/exchange/trust. Those of people and places: tests/desk/residents.test.ts. */
const CODES: Readonly<Record<Exclude<RefusalCode, 'counter-view' | DifferenceRefusal | DirectoryRefusal | FiguresRefusal | HaveRefusal | LearningRefusal | LetterRefusal | TrustRefusal | LimitRefusal | MoneyRefusal | NoticeRefusal | ReferralRefusal | RevisitRefusal | PeopleRefusal | SupervisionRefusal | SurveyRefusal | TopicRefusal | WalkRefusal>, true>> = {
  'invalid-input': true, 'no-such-case': true, 'no-such-provider': true, 'no-such-referral': true, 'case-closed': true, 'case-open': true,
  'not-classified': true, 'type-mismatch': true, 'already-dispatched': true, 'answer-first': true, 'reason-needed': true, 'grade-needed': true,
  'order-not-refused': true, 'not-an-order': true, 'return-pending': true, 'not-asked-back': true,
  'self-revisit': true, 'already-there': true, 'station-exists': true, 'in-the-future': true, 'nothing-changed': true, 'not-your-last': true,
  'no-such-colleague': true, 'colleague-left': true, 'same-name': true, 'reported-unit': true, 'no-such-import': true, 'touched-since': true,
} // prettier-ignore
const seen = new Set<string>()

beforeEach(async () => {
  station = newStation()
  providers = await enterProviders(station)
  id = await station.done({ name: 'receive-case', input: INTAKE })
})
const refused = async (...of: Parameters<Station['refusal']>) => {
  before = station.events.length
  const refusal = await station.refusal(...of)
  expect(station.events.length).toBe(before)
  seen.add(Array.isArray(refusal) ? refusal[0] : (refusal ?? ''))
  return refusal
}

const classify = () =>
  station.done({ name: 'classify', input: { case: id, serviceType: 'welfare', category: '', reason: '' } })
const dispatch = (provider = providers.welfare, reason = '') =>
  ({
    name: 'dispatch',
    input: { case: id, provider, reason, demand: '', ground: 'no-personal-data', fieldsSent: ['title'] },
  }) as const
const answer = (at?: string) =>
  ({
    name: 'record-answer',
    input: { case: id, way: 'phone', content: '已修好', answeredBy: '', ...(at ? { at } : {}) },
  }) as const
const close = () => ({ name: 'close-case', input: { case: id, outcome: 'solved', note: '' } }) as const
const closed = async () => {
  await station.done(answer())
  await station.done(close())
}
const revisit = {
  case: '',
  way: 'phone',
  valid: true,
  solved: true,
  scale: 'three-rates',
  grade: 'satisfied',
  words: '',
} as const
const REQUEST: ImportedRequest = {
  externalSource: 'import:x', externalId: '7', title: '路灯', text: '', raisedAt: '2026-03-01T09:00:00+08:00', requestKind: 'help', channel: 'import',
  requesterName: '', requesterPhone: '', place: '', category: '', answer: '', answeredBy: '',
} // prettier-ignore

describe('invalid-input', () => {
  it('names the fields, never their values', async () => {
    expect(await refused({ name: 'receive-case', input: { ...INTAKE, title: ' ' } })).toEqual([
      'invalid-input',
      'title',
    ])
    expect(await refused({ name: 'save-provider', input: { ...PROVIDER, name: '' } })).toEqual([
      'invalid-input',
      'name',
    ])
    expect(
      await refused({
        name: 'record-contact',
        input: { case: id, kind: 'note', way: 'phone', reached: true, note: '' },
      }),
    ).toEqual(['invalid-input', 'note'])
  })

  it('a request for help says what and who; a question need not', async () => {
    const bare = { ...INTAKE, text: '', requesterName: '' }
    expect(await refused({ name: 'receive-case', input: bare })).toEqual(['invalid-input', 'text', 'requesterName'])
    expect(await station.refusal({ name: 'receive-case', input: { ...bare, requestKind: 'consult' } })).toBeNull()
    expect(
      await station.refusal({ name: 'receive-case', input: { ...INTAKE, requesterName: '', anonymous: true } }),
    ).toBeNull()
  })
})

it('no-such-case: every act on a case that is not here', async () => {
  const input = { case: 'case:none' }
  expect(
    await refused({ name: 'classify', input: { ...input, serviceType: 'welfare', category: '', reason: '' } }),
  ).toBe('no-such-case')
  expect(
    await refused({
      name: 'dispatch',
      input: {
        ...input,
        provider: providers.welfare,
        reason: '',
        demand: '',
        ground: 'no-personal-data',
        fieldsSent: ['title'],
      },
    }),
  ).toBe('no-such-case')
  expect(
    await refused({
      name: 'record-contact',
      input: { ...input, kind: 'progress', way: 'phone', reached: true, note: '' },
    }),
  ).toBe('no-such-case')
  expect(
    await refused({ name: 'record-answer', input: { ...input, way: 'phone', content: 'x', answeredBy: '' } }),
  ).toBe('no-such-case')
  expect(await refused({ name: 'close-case', input: { ...input, outcome: 'solved', note: '' } })).toBe('no-such-case')
  expect(await refused({ name: 'reopen-case', input: { ...input, reason: 'x' } })).toBe('no-such-case')
  expect(await refused({ name: 'record-revisit', input: { ...revisit, ...input } })).toBe('no-such-case')
  expect(await refused({ name: 'record-finding', input: { ...input, verdict: 'in-order', demand: '' } })).toBe(
    'no-such-case',
  )
  expect(
    await refused({
      name: 'record-referral-step',
      input: { ...input, referral: 'referral:x', step: 'done', note: '' },
    }),
  ).toBe('no-such-case')
  expect(await refused({ name: 'record-viewing', input: { ...input, what: 'phone' } })).toBe('no-such-case')
  const file = { blob: '0'.repeat(32), name: 'a', media: '', bytes: 1, sha256: '0'.repeat(64) }
  expect(await refused({ name: 'attach-file', input: { ...input, ...file } })).toBe('no-such-case')
})

it('no-such-provider: sending to, or correcting, one that is not in the directory', async () => {
  await classify()
  expect(await refused(dispatch('provider:none'))).toEqual(['no-such-provider', 'provider'])
  expect(await refused({ name: 'save-provider', input: { ...PROVIDER, id: 'provider:none' } })).toBe('no-such-provider')
})

it('no-such-referral: a step on an order that was never sent', async () => {
  expect(
    await refused({
      name: 'record-referral-step',
      input: { case: id, referral: 'referral:none', step: 'accepted', note: '' },
    }),
  ).toBe('no-such-referral')
})

it('case-closed: the road is over until the case is reopened', async () => {
  await classify()
  await closed()
  expect(await refused(dispatch())).toBe('case-closed')
  expect(await refused(answer())).toBe('case-closed')
  expect(await refused(close())).toBe('case-closed')
  expect(
    await refused({ name: 'classify', input: { case: id, serviceType: 'market', category: '', reason: '' } }),
  ).toBe('case-closed')
})

it('case-open: nothing to reopen', async () => {
  expect(await refused({ name: 'reopen-case', input: { case: id, reason: 'x' } })).toBe('case-open')
})

it('not-classified: routing needs a service type', async () => {
  expect(await refused(dispatch())).toBe('not-classified')
})

it('type-mismatch: a provider of another type needs a reason, and with one it goes', async () => {
  await classify()
  expect(await refused(dispatch(providers.market))).toEqual(['type-mismatch', 'reason'])
  expect(await station.refusal(dispatch(providers.market, '本社区只有这一家'))).toBeNull()
})

it('already-dispatched: one 主办 at a time; after a return another may be sent', async () => {
  await classify()
  const referral = await station.done(dispatch())
  expect(await refused(dispatch())).toBe('already-dispatched')
  await station.done({
    name: 'record-referral-step',
    input: { case: id, referral, step: 'declined', reasonCode: 'no-capacity', note: '' },
  })
  expect(await station.refusal(dispatch())).toBeNull()
})

it('reason-needed: declining, returning, an invalid revisit, a finding that demands something', async () => {
  await classify()
  const referral = await station.done(dispatch())
  for (const step of ['declined', 'returned'] as const) {
    expect(await refused({ name: 'record-referral-step', input: { case: id, referral, step, note: '' } })).toEqual([
      'reason-needed',
      'reasonCode',
    ])
  }
  expect(await refused({ name: 'record-revisit', input: { case: id, way: 'phone', valid: false, words: '' } })).toEqual(
    ['reason-needed', 'invalidReason'],
  )
  expect(await refused({ name: 'record-finding', input: { case: id, verdict: 'to-rectify', demand: '' } })).toEqual([
    'reason-needed',
    'demand',
  ])
})

it('grade-needed: a valid revisit says solved or not, and a grade of its own scale', async () => {
  const said = { ...revisit, case: id }
  const { solved: _solved, ...unsaid } = said
  expect(await refused({ name: 'record-revisit', input: unsaid })).toEqual(['grade-needed', 'solved'])
  expect(await refused({ name: 'record-revisit', input: { ...said, grade: 'very-satisfied' } })).toEqual([
    'grade-needed',
    'grade',
  ])
  expect(await refused({ name: 'record-revisit', input: { ...said, scale: 'toString' } })).toEqual([
    'grade-needed',
    'grade',
  ])
})

it('already-there: the source’s own number, in one batch and in the next', async () => {
  const command = { name: 'import-request', input: REQUEST } as const
  const other = { ...command, input: { ...REQUEST, externalSource: 'import:y' } }
  const batch = await station.runBatch([command, command, other])
  expect(batch).toEqual({ ok: true, value: { saved: 2, refused: [{ index: 1, refusal: { code: 'already-there' } }] } })
  expect(await refused(command)).toBe('already-there')
})

it('in-the-future: nothing has happened that is still to come', async () => {
  const later = '2026-03-02T09:00:01+08:00'
  expect(await refused({ name: 'receive-case', input: { ...INTAKE, raisedAt: later } })).toEqual([
    'in-the-future',
    'raisedAt',
  ])
  expect(await refused(answer(later))).toEqual(['in-the-future', 'at'])
  expect(
    await refused({
      name: 'record-contact',
      input: { case: id, kind: 'progress', way: 'phone', reached: true, note: '', at: later },
    }),
  ).toEqual(['in-the-future', 'at'])
  expect(await refused({ name: 'import-request', input: { ...REQUEST, raisedAt: later } })).toEqual([
    'in-the-future',
    'raisedAt',
  ])
  expect(await refused({ name: 'import-request', input: { ...REQUEST, answer: '好', answeredAt: later } })).toEqual([
    'in-the-future',
    'answeredAt',
  ])
})

it('station-exists: a station is set up once', async () => {
  const command = {
    name: 'set-up-station',
    input: { id: 'station:1', name: '站', code: '110101001001', short: 'S0012', userName: '站长' },
  } as const
  await station.done(command)
  expect(await refused(command)).toBe('station-exists')
})

it('answer-first: closing needs an answer', async () => {
  expect(await refused(close())).toBe('answer-first')
})

it('no-such-colleague, colleague-left, same-name: who can be given a case, and how they are told apart', async () => {
  const to = await station.done({ name: 'save-colleague', input: { name: '小李', leftOn: '2026-03-01' } })
  const assign = (who: string) => ({ name: 'assign-case', input: { case: id, to: who, reason: '' } }) as const
  expect(await refused(assign('user:none'))).toEqual(['no-such-colleague', 'to'])
  expect(await refused(assign(to))).toEqual(['colleague-left', 'to'])
  expect(await refused({ name: 'save-colleague', input: { name: '小李' } })).toEqual(['same-name', 'name'])
})

it('reported-unit: whom a report is about never gets it', async () => {
  const report = { ...INTAKE, requestKind: 'report', reportedUnit: PROVIDER.name } as const
  const about = await station.done({ name: 'receive-case', input: report })
  await station.done({
    name: 'classify',
    input: { case: about, serviceType: 'welfare', category: '', reason: '' },
  })
  const unit = await station.done({ name: 'save-provider', input: PROVIDER })
  const input = { ...dispatch(unit).input, case: about }
  expect(await refused({ name: 'dispatch', input })).toEqual(['reported-unit', 'provider'])
})

it('self-revisit: in a station of more than three accounts', async () => {
  await closed()
  for (const n of [1, 2, 3, 4]) {
    // Accounts are entered by a later screen; here they come as events of another PC.
    const other = newStation(2, `user:${n}`)
    await other.done({
      name: 'set-up-station',
      input: { id: `station:${n}`, name: '站', code: '110101001001', short: 'S0012', userName: '某人' },
    })
    station.take(other.events)
  }
  expect(entitiesOf(station.book, 'user').size).toBe(4)
  expect(await refused({ name: 'record-revisit', input: { ...revisit, case: id } })).toBe('self-revisit')
})

it('nothing-changed: a correction corrects something', async () => {
  expect(await refused({ name: 'correct-request', input: { case: id, title: INTAKE.title } })).toBe('nothing-changed')
})

it('not-your-last: only one’s own newest act is taken back', async () => {
  const first = await station.done(answer())
  await station.done(close())
  expect(await refused({ name: 'withdraw-act', input: { case: id, act: first } })).toBe('not-your-last')
})

it('order-not-refused, not-an-order, return-pending, not-asked-back: a 12345 order is asked back, never refused', async () => {
  const order = await station.done({
    name: 'receive-case',
    input: { ...INTAKE, channel: 'hotline-12345', orderNumber: 'DH2026030201' },
  })
  const step = (of: string, input: object = {}) =>
    ({
      name: 'return-order',
      input: { case: of, step: 'applied', reasonCode: 'duplicate', note: '', ...input },
    }) as const
  const told = { outcome: 'not-accepted', refusalReason: 'secret', toldChannel: '当面反映' } as const
  expect(await refused({ name: 'close-case', input: { case: order, note: '', ...told } })).toEqual(['order-not-refused', 'outcome']) // prettier-ignore
  expect(await refused(step(id))).toBe('not-an-order')
  expect(await refused(step(order, { step: 'granted' }))).toBe('not-asked-back')
  await station.done(step(order))
  expect(await refused(step(order))).toBe('return-pending')
})

it('no-such-import, touched-since: only what an import brought and nobody worked on is undone', async () => {
  const file = { file: '台账.csv', sha256: 'a'.repeat(64), rows: 1, header: [], map: {}, values: {} }
  const of = await station.done({ name: 'begin-import', input: file })
  const row: ImportedRequest = {
    externalSource: '旧台账', externalId: '1', title: '旧件', text: '', raisedAt: '2025-03-04T09:00:00+08:00', requestKind: 'help', channel: 'phone',
    requesterName: '', requesterPhone: '', place: '', category: '', answer: '', answeredBy: '', import: of,
  } // prettier-ignore
  const old = await station.done({ name: 'import-request', input: row })
  expect(await refused({ name: 'begin-undo', input: { import: 'import:none' } })).toBe('no-such-import')
  expect(await refused({ name: 'undo-imported-case', input: { import: of, case: id } })).toBe('no-such-case')
  await station.done({ name: 'record-viewing', input: { case: old, what: 'phone' } })
  expect(await refused({ name: 'undo-imported-case', input: { import: of, case: old } })).toBe('touched-since')
})

it('no refusal without a test above', () => {
  expect(Object.keys(CODES).filter((code) => !seen.has(code))).toEqual([])
})
