/** DOMAIN §7.4: rater data is secret. Whoever was rated finds it in no list, no filter, no file and behind no figure. */
import { expect, test } from 'vitest'
import { beginExport, endExport, stepExport } from '#app/desk/export-list.ts'
import type { Ready } from '#app/desk/open-station.ts'
import type { DeskParts } from '#app/desk/parts.ts'
import { reportQuestions } from '#app/desk/report-questions.ts'
import { newDeskState, show, type DeskState } from '#app/desk/state.ts'
import { noteViewer } from '#app/desk/viewer.ts'
import { countsEach, pageOf } from '#app/desk/views.ts'
import { SCOPES, type StoredEvent } from '#core/kernel/event.ts'
import { receive } from '#core/kernel/replica.ts'
import { epochOf, momentOf } from '#core/lib/time.ts'
import { INTAKE, newStation, NOW } from '../core/commands/station.ts'

const LATER = epochOf(NOW) + 3_600_000
const parts = { clock: () => LATER } as unknown as DeskParts

/** One case that user:clerk closed and user:asker heard a bad rating about; four accounts. */
async function ratedBadly(): Promise<{ readonly id: string; readonly events: readonly StoredEvent[] }> {
  const events: StoredEvent[] = []
  for (const n of [1, 2, 3, 4]) {
    const other = newStation(2, `user:${n}`)
    await other.done({ name: 'set-up-station', input: { id: `station:${n}`, name: '站', code: '110101001001', short: 'S0012', userName: '某人' } }) // prettier-ignore
    events.push(...other.events)
  }
  const clerk = newStation()
  clerk.take(events)
  const id = await clerk.done({ name: 'receive-case', input: { ...INTAKE, requestKind: 'complaint' } })
  await clerk.done({ name: 'record-answer', input: { case: id, way: 'phone', content: '已修好', answeredBy: '' } })
  await clerk.done({ name: 'close-case', input: { case: id, outcome: 'solved', note: '' } })
  const asker = newStation(3, 'user:asker')
  asker.take([...events, ...clerk.events])
  await asker.done({ name: 'record-revisit', input: { case: id, way: 'phone', valid: true, solved: false, scale: 'three-rates', grade: 'dissatisfied', words: '灯还是不亮' } }) // prettier-ignore
  return { id, events: [...events, ...clerk.events, ...asker.events] }
}

function deskOf(viewer: string, events: readonly StoredEvent[]): DeskState {
  const state = newDeskState(SCOPES)
  noteViewer(state.book, viewer)
  return show(state, receive(state.book.replica, events, 'own').touched)
}

async function told(state: DeskState) {
  const filter = { waiting: ['verifying'] } as const
  const whole = { sort: 'due', descending: false } as const
  const page = await pageOf(state, { ...filter, ...whole, offset: 0, limit: 10 }, LATER)
  const job = await beginExport(state, whole, 'zh-CN', LATER)
  stepExport(state, job)
  const csv = new TextDecoder().decode(await endExport(state, job, 'csv'))
  const { figureCases } = reportQuestions({ ready: () => Promise.resolve({ state } as Ready), parts })
  const behind = (measure: 'bad' | 'valid') =>
    figureCases({ period: 'this-month', filters: {}, language: 'zh-CN' }, { by: 'all', key: '', measure }, momentOf(LATER)) // prettier-ignore
  return {
    found: page.rows.map(({ id }) => id),
    counted: await countsEach(state, [filter], LATER),
    isInFile: csv.includes('不满意'),
    bad: await behind('bad'),
    valid: await behind('valid'),
  }
}

test('a colleague finds the bad rating; whoever was rated does not', async () => {
  const { id, events } = await ratedBadly()
  expect(await told(deskOf('user:asker', events))).toEqual({ found: [id], counted: [1], isInFile: true, bad: [id], valid: [id] }) // prettier-ignore
  expect(await told(deskOf('user:clerk', events))).toEqual({ found: [], counted: [0], isInFile: false, bad: [], valid: [id] }) // prettier-ignore
})
