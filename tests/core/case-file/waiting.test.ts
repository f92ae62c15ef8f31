import { expect, test } from 'vitest'
import { caseSummary } from '#core/case-file/summary.ts'
import { enterProviders, INTAKE, newStation } from '../commands/station.ts'

test('along the road: what the desk has to do next, and when it said it would call', async () => {
  const station = newStation()
  const { welfare } = await enterProviders(station)
  const id = await station.done({
    name: 'receive-case',
    input: { ...INTAKE, requestKind: 'complaint', serviceType: 'welfare' },
  })
  const now = (): [string, string | null] => {
    const { waiting, nextAt } = caseSummary(station.file(id))
    return [waiting, nextAt]
  }
  const dispatch = () =>
    station.done({
      name: 'dispatch',
      input: { case: id, provider: welfare, reason: '', demand: '', ground: 'no-personal-data', fieldsSent: ['title'] },
    })
  const step = (referral: string, to: 'accepted' | 'declined' | 'done', reasonCode?: 'missing-material' | 'other') =>
    station.done({
      name: 'record-referral-step',
      input: { case: id, referral, step: to, note: '', ...(reasonCode && { reasonCode }) },
    })
  expect(now()).toEqual(['routing', null])

  const first = await dispatch()
  expect(now()).toEqual(['contact', null])
  await step(first, 'accepted')
  expect(now()).toEqual(['contact', null])
  const objection = await station.done({
    name: 'raise-objection',
    input: { case: id, referral: first, reasonCode: 'missing-material', note: '' },
  })
  expect(now()).toEqual(['review', null])
  await station.done({ name: 'rule-objection', input: { case: id, objection, decision: 'upheld', note: '' } })
  expect(now()).toEqual(['material', null])

  const second = await dispatch()
  await step(second, 'declined', 'other')
  expect(now()).toEqual(['rerouting', null])

  const third = await dispatch()
  const nextAt = '2026-03-05T10:00:00+08:00'
  const contact = { case: id, way: 'phone', reached: true, note: '' } as const
  await station.done({ name: 'record-contact', input: { ...contact, kind: 'note', note: '备注' } })
  expect(now()).toEqual(['contact', null])
  await station.done({ name: 'record-contact', input: { ...contact, kind: 'first-contact', nextAt } })
  expect(now()).toEqual(['reply', nextAt])
  await step(third, 'accepted')
  expect(now()).toEqual(['nothing', nextAt])
  await station.done({ name: 'record-contact', input: { ...contact, kind: 'progress' } })
  expect(now()).toEqual(['nothing', null])

  await step(third, 'done')
  expect(now()).toEqual(['answering', null])
  await station.done({ name: 'record-contact', input: { ...contact, kind: 'progress', nextAt } })
  await station.done({ name: 'record-answer', input: { case: id, way: 'phone', content: '已修好', answeredBy: '' } })
  expect(now()).toEqual(['closing', null])
  await station.done({ name: 'close-case', input: { case: id, outcome: 'solved', note: '' } })
  expect(now()).toEqual(['revisit', null])
  const said = { case: id, way: 'phone', words: '' } as const
  await station.done({ name: 'record-revisit', input: { ...said, valid: false, invalidReason: 'no-answer' } })
  // Tried again on the next working day.
  expect(now()).toEqual(['revisit', '2026-03-03T09:00:00+08:00'])
  await station.done({
    name: 'record-revisit',
    input: { ...said, valid: true, solved: false, scale: 'three-rates', grade: 'neutral' },
  })
  expect(now()).toEqual(['nothing', null])
  await station.done({ name: 'reopen-case', input: { case: id, reason: '又坏了' } })
  expect(now()).toEqual(['routing', null])
})
