/**
 * DOMAIN §3.3: not accepted needs one of seven reasons and the channel that the resident was told; §3.5: asked for a
 * certificate the case ends as 转其他渠道; §3.7: a child suspected of being harmed is reported before anything else.
 */
import { describe, expect, test } from 'vitest'
import { actsOf, type CaseFile } from '#core/case-file/case-file.ts'
import { REFUSAL_REASONS } from '#core/case-file/intake-codes.ts'
import { statusOf } from '#core/case-file/status.ts'
import type { Command } from '#core/commands.ts'
import type { Intake } from '#core/intake/receive-case.ts'
import { INTAKE, newStation } from '../commands/station.ts'

const closingOf = (file: CaseFile) => actsOf(file.acts, 'closing')[0]

const SEVEN = [
  ['emergency → 110/119/120/122 first', 'emergency'],
  ['lawsuit, arbitration, discipline, review, information disclosure or already a petition', 'legal-road'],
  ['same matter with no new facts (tell the progress)', 'same-matter'],
  ['secrets or privacy', 'secret'],
  ['beyond duty → welfare or market channel', 'beyond-duty'],
  ['unlawful or against public order', 'unlawful'],
  ['malicious', 'malicious'],
] as const

test('seven reasons', () => expect(SEVEN.map(([, code]) => code)).toEqual([...REFUSAL_REASONS]))

describe.each(SEVEN)('%s', (_, refusalReason) => {
  const told = { refusalReason, toldChannel: '街道司法所，12348' }
  test('at the counter: answered and closed in one step, with the reason and the channel', async () => {
    const station = newStation()
    const spot = (input: object) =>
      ({ name: 'receive-case', input: { ...INTAKE, onTheSpot: { content: '已说明', outcome: 'not-accepted', ...input } } }) as const // prettier-ignore
    const id = await station.done(spot(told))
    expect(statusOf(station.file(id))).toBe('closed')
    expect(closingOf(station.file(id))).toMatchObject({ outcome: 'not-accepted', ...told })
    expect(await station.refusal(spot({ refusalReason }))).toEqual(['invalid-input', 'onTheSpot.toldChannel'])
  })
  test('later: refused without the reason or the channel', async () => {
    const station = newStation()
    const id = await station.done({ name: 'receive-case', input: INTAKE })
    await station.done({ name: 'record-answer', input: { case: id, way: 'phone', content: '已说明', answeredBy: '' } })
    const close = (input: object) => ({ name: 'close-case', input: { case: id, outcome: 'not-accepted', note: '', ...input } }) as const // prettier-ignore
    expect(await station.refusal(close({}))).toEqual(['reason-needed', 'refusalReason', 'toldChannel'])
    expect(await station.refusal(close({ refusalReason }))).toEqual(['reason-needed', 'toldChannel'])
    await station.done(close(told))
    expect(closingOf(station.file(id))).toMatchObject({ outcome: 'not-accepted', ...told })
  })
})

test('a reason chosen before another outcome says nothing', async () => {
  const station = newStation()
  const onTheSpot = { content: '请到派出所', outcome: 'other-channel', refusalReason: 'malicious', toldChannel: '派出所' } as const // prettier-ignore
  const id = await station.done({ name: 'receive-case', input: { ...INTAKE, onTheSpot } })
  const closing = closingOf(station.file(id))
  expect(closing).toMatchObject({ outcome: 'other-channel', toldChannel: '派出所' })
  expect(closing).not.toHaveProperty('refusalReason')
})

describe('a child suspected of being harmed: reported to police, civil affairs, education', () => {
  test('with the request, before anything else of it', async () => {
    const station = newStation()
    const childReport: NonNullable<Intake['childReport']> = {
      to: ['police', 'education'],
      receiver: '派出所 李警官',
      note: '',
    }
    const input: Intake = { ...INTAKE, serviceType: 'administrative', childReport }
    const id = await station.done({ name: 'receive-case', input })
    expect(station.file(id).acts).toContainEqual(expect.objectContaining({ type: 'child-report', ...childReport, by: 'user:clerk' })) // prettier-ignore
  })
  test('later, with the time it was made; never to nobody, never tomorrow', async () => {
    const station = newStation()
    const id = await station.done({ name: 'receive-case', input: INTAKE })
    const report = (input: object): Command => ({
      name: 'record-child-report',
      input: { case: id, to: ['police'], receiver: '', note: '', ...input },
    })
    expect(await station.refusal(report({ to: [] }))).toEqual(['invalid-input', 'to'])
    expect(await station.refusal(report({ at: '2027-01-01T00:00:00+08:00' }))).toEqual(['in-the-future', 'at'])
    await station.done(report({ at: '2026-03-02T08:30:00+08:00' }))
    expect(station.file(id).acts.at(-1)).toMatchObject({ to: ['police'], at: '2026-03-02T08:30:00+08:00' })
  })
})
